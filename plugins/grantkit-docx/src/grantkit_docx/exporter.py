"""The exporter as the Kit sees it; Word's libraries are imported when it writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Literal

from attrs import field, frozen, validators

if TYPE_CHECKING:
    from grantkit.exchange.api import DocumentJob

__all__ = ["DocxExporter", "DocxOptions"]


@frozen(kw_only=True)
class DocxOptions:
    """What can be chosen.

    Args:
        embed: Carry the document's attachments, so that programs can read the report back.
        font: Of all text; it must have the letters of the language.
        size: Of body text, in points; tables are set two or three points smaller.
    """

    embed: bool = True
    font: str = field(
        default="Times New Roman", validator=[validators.min_len(1), validators.max_len(31)]
    )
    size: int = field(default=12, validator=[validators.ge(8), validators.le(24)])


@frozen
class DocxExporter:
    """Writes Word documents (DOCX)."""

    id: str = "docx"
    suffixes: tuple[str, ...] = (".docx",)
    media_type: str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    takes: Literal["document"] = "document"
    options: type[DocxOptions] = DocxOptions

    def export(self, job: DocumentJob, sink: BinaryIO, /) -> None:
        """Write the document."""
        from grantkit_docx.package import build

        sink.write(build(job))
