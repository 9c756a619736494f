"""The package: constant parts, the document, and what it refers to."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from xml.parsers.expat import ParserCreate

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from grantkit.exchange.api import Severity, repack
from grantkit_docx import attachments
from grantkit_docx.body import Body
from grantkit_docx.page import FOOTER
from grantkit_docx.styles import styles
from grantkit_docx.xml import NAMESPACES, attribute, escape, language

if TYPE_CHECKING:
    from grantkit.exchange.api import DocumentJob

__all__ = ["build"]

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TITLE = 255  # the longest that Word keeps
SETTINGS = (
    f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/>'
    # a justified line that ends in a break is not pulled wide
    "<w:compat><w:doNotExpandShiftReturn/>"
    + "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word"'
        f' w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    + "</w:compat></w:settings>"
)
FOOT = (
    f'<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>'
)


def build(job: DocumentJob) -> bytes:
    """Return the whole file."""
    document, options = job.document, job.options
    package = Package()
    body = Body(job, package)
    text = f"<w:document {NAMESPACES}><w:body>{body.xml()}</w:body></w:document>"
    main = _part(package, "/word/document.xml", CT.WML_DOCUMENT_MAIN, text)
    parser = ParserCreate()
    parser.Parse(main.blob, True)  # noqa: FBT003 - a file that no program could open is not written

    package.load_rel(RT.OFFICE_DOCUMENT, main, "rId1")
    core = _part(package, "/docProps/core.xml", CT.OPC_CORE_PROPERTIES, _core(job, body))
    package.load_rel(RT.CORE_PROPERTIES, core, "rId2")

    tag = language(document.language)
    looks = styles(options.font, options.size, tag)
    font = attribute(options.font)
    fonts = (
        f'<w:fonts {NAMESPACES}><w:font w:name="{font}"><w:charset w:val="CC"/></w:font></w:fonts>'
    )
    parts = [
        ("styles", RT.STYLES, CT.WML_STYLES, looks),
        ("settings", RT.SETTINGS, CT.WML_SETTINGS, SETTINGS),
        ("fontTable", RT.FONT_TABLE, CT.WML_FONT_TABLE, fonts),
        (FOOTER, RT.FOOTER, CT.WML_FOOTER, FOOT),
    ]
    if body.numbering:
        parts.append(("numbering", RT.NUMBERING, CT.WML_NUMBERING, body.numbering.xml()))
    for name, relation, kind, xml in parts:
        main.load_rel(relation, _part(package, f"/word/{name}.xml", kind, xml), name)
    for address, ident in body.links.items():
        main.load_rel(RT.HYPERLINK, address, ident, is_external=True)
    for image, ident in body.images.items():
        main.load_rel(RT.IMAGE, image, ident)
    if options.embed:
        _attach(job, body, package, main)

    out = BytesIO()
    package.save(out)
    return repack(out.getvalue(), job.created_at)


def _attach(job: DocumentJob, body: Body, package: Package, main: Part) -> None:
    number = 0
    for attachment in job.document.attachments:
        if attachment.media_type != attachments.MEDIA_TYPE:
            body.note("DOCX05", Severity.NOTE, name=attachment.name)
            continue
        number += 1
        item = _part(package, f"/customXml/item{number}.xml", CT.XML, attachments.item(attachment))
        about = attachments.properties(attachment, number)
        uri = f"/customXml/itemProps{number}.xml"
        item.load_rel(
            RT.CUSTOM_XML_PROPS, _part(package, uri, CT.OFC_CUSTOM_XML_PROPERTIES, about), "rId1"
        )
        main.load_rel(RT.CUSTOM_XML, item, f"item{number}")


def _core(job: DocumentJob, body: Body) -> str:
    title = job.document.title
    if len(title) > TITLE:
        body.note("DOCX04", Severity.NOTE, title=title, most=TITLE)
        title = f"{title[: TITLE - 1]}…"
    times = "".join(  # `repack` writes the time
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title>{times}"
        f"<dc:language>{escape(language(job.document.language))}</dc:language></cp:coreProperties>"
    )


def _part(package: Package, uri: str, kind: str, xml: str) -> Part:
    return Part(PackURI(uri), kind, f"{DECLARATION}{xml}".encode(), package)
