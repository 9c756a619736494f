"""Pictures on the line."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import TYPE_CHECKING, Protocol

from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.image.image import Image

from grantkit_docx.xml import attribute

if TYPE_CHECKING:
    from typing import BinaryIO

    from docx.package import Package
    from docx.parts.image import ImagePart

__all__ = ["drawing", "read"]

HEADS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
EMU = 635  # a twip
DPI = 96  # where the file names no sensible one
MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


class _Opens(Protocol):
    def open(self, name: str) -> BinaryIO: ...


def read(job: _Opens, name: str, package: Package) -> tuple[ImagePart, int, int] | None:
    """Return a picture's part and its size in twips, None when it is no whole PNG or JPEG."""
    try:
        with job.open(name) as source:
            data = source.read()
        if not data.startswith(HEADS):
            return None
        image = Image.from_blob(data)
        width = image.px_width * 1440 // (image.horz_dpi if image.horz_dpi > 1 else DPI)
        height = image.px_height * 1440 // (image.vert_dpi if image.vert_dpi > 1 else DPI)
        if width < 1 or height < 1:
            return None
        return package.get_or_add_image_part(BytesIO(data)), width, height
    except (
        InvalidImageStreamError,
        LookupError,
        OSError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
        ValueError,
        struct.error,
    ):
        return None


def drawing(
    relation: str, number: int, alternative: str, size: tuple[int, int], room: tuple[int, int]
) -> str:
    """Return a run with the picture, no larger than *room*; sizes in twips."""
    scale = min(1.0, room[0] / size[0], room[1] / size[1])
    cx, cy = (max(round(side * scale), 1) * EMU for side in size)
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{cx}" cy="{cy}"/>'
        f'<wp:docPr id="{number}" name="Picture {number}" descr="{attribute(alternative)}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{MAIN}" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{MAIN}"><a:graphicData uri="{PICTURE}">'
        f'<pic:pic xmlns:pic="{PICTURE}"><pic:nvPicPr><pic:cNvPr id="{number}"'
        f' name="Picture {number}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/>'
        '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
