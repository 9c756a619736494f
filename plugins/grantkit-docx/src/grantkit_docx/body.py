"""Walks the document tree and writes the body, and gathers what it refers to."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import attrs
from attrs import define, field

from grantkit.document import (
    Align,
    Cell,
    Column,
    Figure,
    Heading,
    Inline,
    List,
    Orientation,
    Paragraph,
    Role,
    Row,
    Run,
    SignatureBlock,
    Table,
)
from grantkit.errors import ExportFailed
from grantkit.exchange.api import Finding, Severity
from grantkit_docx import figures, tables
from grantkit_docx.estimate import pages
from grantkit_docx.inline import inlines, target
from grantkit_docx.numbering import LEVELS, STEP, STEP_IN_CELL, Numbering
from grantkit_docx.page import LANDSCAPE, PORTRAIT
from grantkit_docx.tables import Frame

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.package import Package
    from docx.parts.image import ImagePart

    from grantkit.document import Block, Chart
    from grantkit.exchange.api import DocumentJob

__all__ = ["ORIGIN", "Body"]

ORIGIN = "grantkit-docx"  # whose catalogue has the words of our findings
ALIGNED = {Align.START: "left", Align.CENTER: "center", Align.END: "right", Align.JUSTIFY: "both"}
STYLES = {Role.TITLE: "Title", Role.LABEL: "Label", Role.NOTE: "Note", Role.CAPTION: "Caption"}
CELL_STYLES = {
    Role.TITLE: "TableHeading",
    Role.LABEL: "TableStub",
    Role.NOTE: "TableNote",
    Role.CAPTION: "TableNote",
}
#: Between two tables, which Word would join, and after one.
SPACER = '<w:p><w:pPr><w:pStyle w:val="Spacer"/></w:pPr></w:p>'
#: After a table at the end, where Word demands a paragraph: as small as can be.
TINY = SPACER.replace("</w:pPr>", '<w:spacing w:line="20" w:lineRule="exact"/></w:pPr>')


@define
class Body:
    """Writes the body of one document.

    Attributes:
        numbering: The lists that were met.
        links: Addresses and the ids of their relationships.
        images: Parts of pictures and the ids of their relationships.
    """

    job: DocumentJob
    package: Package
    numbering: Numbering = field(factory=Numbering)
    links: dict[str, str] = field(factory=dict)
    images: dict[ImagePart, str] = field(factory=dict)
    _refused: set[str] = field(factory=set)
    _drawings: int = 0
    _height: int = PORTRAIT.text_height

    @cached_property
    def pages(self) -> int:
        """A guess at the number of pages."""
        return pages(self.job.document, self.job.options.size)

    def xml(self) -> str:
        """Return all sections."""
        out = []
        sections = self.job.document.sections
        for number, section in enumerate(sections, 1):
            sheet = LANDSCAPE if section.orientation is Orientation.LANDSCAPE else PORTRAIT
            self._height = sheet.text_height
            blocks = self.blocks(section.blocks, Frame(width=sheet.text_width))
            if number < len(sections):  # its last paragraph holds what its pages are
                before, end, after = blocks.rpartition("</w:pPr>")
                out += [before, sheet.section(), end, after]
            else:
                out += [blocks, sheet.section()]
        return "".join(out)

    def note(self, code: str, severity: Severity, **args: object) -> None:
        """Tell once of something that had to change."""
        if (said := f"{code}{args}") not in self._refused:
            self._refused.add(said)
            self.job.note(Finding(code=code, severity=severity, args=args, origin=ORIGIN))

    def blocks(self, blocks: Iterable[Block], frame: Frame) -> str:
        """Return blocks, with a paragraph after each table."""
        out: list[str] = []
        for block in blocks:
            if out and out[-1].endswith("</w:tbl>"):
                out.append(SPACER)
            if xml := self.block(block, frame):
                out.append(xml)
        if not out:
            return self.paragraph((), frame) if frame.style else TINY
        if out[-1].endswith("</w:tbl>"):
            out.append(TINY)
        return "".join(out)

    def block(self, block: Block, frame: Frame) -> str:  # noqa: PLR0911 - one a node
        """Return one block; a table without the paragraph after it."""
        match block:
            case Paragraph():
                return self.paragraph(block.content, frame, role=block.role, align=block.align)
            case Table():
                return self.table(block, frame)
            case Heading():
                return self.heading(block, frame)
            case List():
                return self.items(block, frame)
            case SignatureBlock():
                return self.signature(block, frame)
            case Figure():
                return self.figure(block, frame)
        return self.chart(block, frame)

    def inline(self, content: Iterable[Inline]) -> str:
        """Return what stands in a paragraph."""
        return inlines(
            content, main=self.job.document.language, pages=lambda: self.pages, link=self.link
        )

    def link(self, link: str) -> str | None:
        """Return the relationship of an address; one that may not be is told of."""
        if (address := target(link)) is None:
            self.note("DOCX01", Severity.WARNING, link=link)
            return None
        return self.links.setdefault(address, f"link{len(self.links) + 1}")

    def paragraph(
        self,
        content: Iterable[Inline],
        frame: Frame,
        *,
        role: Role = Role.BODY,
        align: Align | None = None,
        number: str = "",
        keep: bool = False,
    ) -> str:
        """Return a paragraph, with *number* as an item of a list."""
        if frame.style:
            style = CELL_STYLES.get(role, frame.style) + frame.small
        else:
            style = STYLES.get(role, "ListParagraph" if frame.level >= 0 else "")
        jc = align or frame.align
        props = (
            (f'<w:pStyle w:val="{style}"/>' if style else "")
            + "<w:keepNext/>" * keep
            + (number or (f'<w:ind w:left="{frame.indent}"/>' if frame.indent else ""))
            + (f'<w:jc w:val="{ALIGNED[jc]}"/>' if jc else "")
        )
        return f"<w:p><w:pPr>{props}</w:pPr>{self.inline(content)}</w:p>"

    def heading(self, node: Heading, frame: Frame, number: str = "") -> str:
        """Return a heading; in a cell it has the table's size and its place in the outline."""
        level = min(max(node.level, 1), 9)
        style = f"TableStub{frame.small}" if frame.style else f"Heading{level}"
        outline = f'<w:outlineLvl w:val="{level - 1}"/>' * bool(frame.style)
        indent = number or (f'<w:ind w:left="{frame.indent}"/>' if frame.indent else "")
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{indent}{outline}</w:pPr>'
            f"{self.inline(node.content)}</w:p>"
        )

    def items(self, node: List, frame: Frame) -> str:
        """Return a list."""
        in_cell = bool(frame.style)
        level = min(frame.level + 1, LEVELS - 1)
        numbers = (
            self.numbering.ordered(level, node.start, in_cell=in_cell)
            if node.ordered
            else self.numbering.bullets(in_cell=in_cell)
        )
        number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbers}"/></w:numPr>'
        step = STEP_IN_CELL if in_cell else STEP
        indent = step * level if in_cell else step * (level + 1)
        inner = attrs.evolve(
            frame,
            indent=indent,
            level=level,
            width=max(frame.width + frame.indent - indent, 2 * STEP),
        )
        out = []
        for first, *rest in (item or (Paragraph(),) for item in node.items):
            match first:
                case Paragraph():
                    out.append(
                        self.paragraph(
                            first.content, inner, role=first.role, align=first.align, number=number
                        )
                    )
                case Heading():
                    out.append(self.heading(first, inner, number))
                case _:
                    out.append(self.paragraph((), inner, number=number))
                    rest.insert(0, first)
            if rest:
                out.append(self.blocks(rest, inner))
        return "".join(out)

    def table(self, node: Table, frame: Frame) -> str:
        """Return a table as wide as its frame."""
        if len(node.columns) > tables.MOST_COLUMNS:
            args = {"columns": len(node.columns), "most": tables.MOST_COLUMNS}
            raise ExportFailed([Finding(code="DOCX03", args=args, origin=ORIGIN)])
        return tables.ruled(node, frame, self.job.options.size, self.blocks)

    def signature(self, node: SignatureBlock, frame: Frame) -> str:
        """Return a block that stays on one page; a line to write on stands where nothing does."""
        left = frame.width * 2 // 5
        rows = [
            (
                (
                    self.paragraph(label, frame, keep=number < len(node.lines) or bool(node.seal)),
                    False,
                ),
                (self.paragraph(beside, frame), not beside),
            )
            for number, (label, beside) in enumerate(node.lines, 1)
        ]
        out = tables.unruled(rows, (left, frame.width - left), frame.indent) if rows else ""
        if node.seal:
            out += SPACER * bool(out) + self.paragraph((Run(node.seal),), frame)
        return out

    def figure(self, node: Figure, frame: Frame) -> str:
        """Return a picture, or the words that stand for it."""
        if (picture := figures.read(self.job, node.name, self.package)) is None:
            self.note("DOCX02", Severity.WARNING, name=node.name)
            out = self.paragraph((Run(node.alternative),), frame, role=Role.NOTE)
        else:
            part, *size = picture
            relation = self.images.setdefault(part, f"image{len(self.images) + 1}")
            self._drawings += 1
            room = (frame.width, self._height * 3 // 4)
            run = figures.drawing(
                relation, self._drawings, node.alternative, (size[0], size[1]), room
            )
            keep = "<w:keepNext/>" * bool(node.caption)
            out = f'<w:p><w:pPr>{keep}<w:jc w:val="center"/></w:pPr>{run}</w:p>'
        return out + (
            self.paragraph(node.caption, frame, role=Role.CAPTION) if node.caption else ""
        )

    def chart(self, node: Chart, frame: Frame) -> str:
        """Return a chart as a table of its figures."""
        show = self.job.locale.format_number

        def cell(text: str, align: Align | None = None) -> Cell:
            return Cell((Paragraph(text),), align=align)

        body = []
        for at, category in enumerate(node.categories):
            values = [
                series.values[at] if at < len(series.values) else None for series in node.series
            ]
            shown = [cell("" if v is None else show(v), Align.END) for v in values]
            body.append(Row((cell(category), *shown)))
        table = Table(
            (Column(2), *(Column(1) for _ in node.series)),
            head=(Row((cell(""), *(cell(series.name) for series in node.series))),),
            body=tuple(body),
            title=node.title,
        )
        title = self.paragraph((Run(node.title),), frame, role=Role.LABEL) if node.title else ""
        return title + self.table(table, frame)
