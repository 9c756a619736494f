"""Attachments as custom XML parts, which Word keeps when the document is saved again."""

from __future__ import annotations

import base64
import re
import uuid
from typing import TYPE_CHECKING

from grantkit_docx.xml import attribute, escape

if TYPE_CHECKING:
    from grantkit.document import Attachment

__all__ = ["MEDIA_TYPE", "NAMESPACE", "item", "properties"]

NAMESPACE = "urn:grantkit:attachment:1"
MEDIA_TYPE = "application/json"
DATASTORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
#: What XML cannot hold, or would not give back as it was.
UNFIT = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def item(attachment: Attachment) -> str:
    """Return the part: the data as text, or in base64 when XML would change it."""
    try:
        text = attachment.data.decode()
        encoding = "base64" if UNFIT.search(text) else "text"
    except UnicodeDecodeError:
        text, encoding = "", "base64"
    if encoding == "base64":
        text = base64.b64encode(attachment.data).decode()
    return (
        f'<attachment xmlns="{NAMESPACE}" name="{attribute(attachment.name)}"'
        f' mediaType="{attribute(attachment.media_type)}" encoding="{encoding}">'
        f"{escape(text)}</attachment>"
    )


def properties(attachment: Attachment, number: int) -> str:
    """Return the part that gives the item its id and schema."""
    ident = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{NAMESPACE}:{number}:{attachment.name}")).upper()
    return (
        f'<ds:datastoreItem xmlns:ds="{DATASTORE}" ds:itemID="{{{ident}}}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
