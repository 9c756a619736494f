"""The neutral document tree: what a form says, without a word on how a format writes it.

A document exporter walks it and knows nothing of grants; a form makes it and knows no file format.
All texts are final: translated, formatted, in the language their run names.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from grantkit.errors import InvalidValue
from grantkit.model import as_tuple

__all__ = [
    "Align",
    "Attachment",
    "Block",
    "Cell",
    "Chart",
    "Column",
    "Document",
    "Emphasis",
    "Figure",
    "Heading",
    "Inline",
    "List",
    "Orientation",
    "PageCount",
    "PageNumber",
    "Paragraph",
    "Role",
    "Row",
    "Run",
    "Section",
    "Series",
    "SignatureBlock",
    "Table",
]


class Emphasis(StrEnum):
    """How a run stands out."""

    NONE = "none"
    STRONG = "strong"
    EMPHASIS = "emphasis"


class Align(StrEnum):
    """How a paragraph or a cell stands between its margins."""

    START = "start"
    CENTER = "center"
    END = "end"
    JUSTIFY = "justify"


class Role(StrEnum):
    """What a paragraph is for; the exporter's typography gives it a style."""

    BODY = "body"
    TITLE = "title"
    LABEL = "label"
    NOTE = "note"
    CAPTION = "caption"


class Orientation(StrEnum):
    """How the pages of a section lie."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@frozen
class Run:
    """Text with one look. LF in it is a line break; ``language`` None means the document's."""

    text: str
    language: str | None = None
    emphasis: Emphasis = field(default=Emphasis.NONE, converter=Emphasis)
    link: str | None = None


@frozen
class PageNumber:
    """The number of the page it stands on; a field that the reader's program computes."""


@frozen
class PageCount:
    """The number of pages of the whole document; a field, never a stored number."""


Inline = Run | PageNumber | PageCount


def _inlines(value: str | Inline | tuple[Inline, ...]) -> tuple[Inline, ...]:
    if isinstance(value, str):
        return (Run(value),) if value else ()
    return tuple(value) if isinstance(value, tuple | list) else (value,)


@frozen
class Heading:
    """A heading of a level from 1; it belongs in the document's outline."""

    content: tuple[Inline, ...] = field(converter=_inlines)
    level: int = 1


@frozen
class Paragraph:
    """A paragraph; without content it is an empty line, as a field left blank on paper."""

    content: tuple[Inline, ...] = field(default=(), converter=_inlines)
    role: Role = field(default=Role.BODY, converter=Role, kw_only=True)
    align: Align | None = field(default=None, kw_only=True)


@frozen
class List:
    """Items of blocks, numbered from ``start`` or not at all."""

    items: tuple[tuple[Block, ...], ...] = field(converter=as_tuple)
    ordered: bool = False
    start: int = 1


@frozen
class Column:
    """A column of a table: its share of the width, as a hint (shares need not add up to one)."""

    width: Decimal | int = 1


@frozen
class Cell:
    """A cell, over ``columns`` columns and ``rows`` rows, from its upper left corner.

    Cells that another one covers are left out of their row.
    """

    blocks: tuple[Block, ...] = field(default=(), converter=as_tuple)
    columns: int = field(default=1, kw_only=True)
    rows: int = field(default=1, kw_only=True)
    header: bool = field(default=False, kw_only=True)
    align: Align | None = field(default=None, kw_only=True)


@frozen
class Row:
    """A row of cells, left to right."""

    cells: tuple[Cell, ...] = field(converter=as_tuple)


@frozen
class Table:
    """A table. ``head`` rows repeat on each page; rows do not break across pages.

    Args:
        columns: As many as the grid has; widths are hints.
        head: Rows of headings.
        body: The others.
        title: What the table is, for those who hear it; not printed.

    Raises:
        InvalidValue: The cells and spans do not fill the grid.
    """

    columns: tuple[Column, ...] = field(converter=as_tuple)
    head: tuple[Row, ...] = field(default=(), converter=as_tuple)
    body: tuple[Row, ...] = field(default=(), converter=as_tuple)
    title: str = ""

    def __attrs_post_init__(self) -> None:
        for rows in (self.head, self.body):
            _check_grid(rows, len(self.columns))


def _check_grid(rows: tuple[Row, ...], width: int) -> None:
    covered = [0] * width
    for number, row in enumerate(rows, 1):
        at = 0
        for cell in row.cells:
            while at < width and covered[at]:
                at += 1
            end = at + cell.columns
            if cell.columns < 1 or cell.rows < 1 or end > width or any(covered[at:end]):
                msg = f"row {number}: a cell does not fit the grid of {width} columns"
                raise InvalidValue(msg)
            covered[at:end] = [cell.rows] * cell.columns
            at = end
        if not all(covered):
            msg = f"row {number} leaves a hole in the grid of {width} columns"
            raise InvalidValue(msg)
        covered = [left - 1 for left in covered]
    if any(covered):
        msg = "a cell reaches below the last row"
        raise InvalidValue(msg)


@frozen
class Figure:
    """A picture: a name that ``job.open`` knows, a text for those who cannot see it, a caption."""

    name: str
    alternative: str
    caption: tuple[Inline, ...] = field(default=(), converter=_inlines)


@frozen
class Series:
    """One row of figures of a chart; None where there is none."""

    name: str
    values: tuple[Decimal | None, ...] = field(converter=as_tuple)


@frozen
class Chart:
    """Figures to be drawn: ``kind`` is ``bar``, ``line`` or ``pie``."""

    kind: str
    title: str
    categories: tuple[str, ...] = field(converter=as_tuple)
    series: tuple[Series, ...] = field(converter=as_tuple)


def _pairs(lines: Iterable[tuple[Any, Any]]) -> tuple[tuple[Any, Any], ...]:
    return tuple((_inlines(label), _inlines(value)) for label, value in lines)


@frozen
class SignatureBlock:
    """Where somebody signs: lines of a label and what stands beside it, and the seal's place."""

    lines: tuple[tuple[tuple[Inline, ...], tuple[Inline, ...]], ...] = field(converter=_pairs)
    seal: str | None = None


Block = Heading | Paragraph | List | Table | Figure | Chart | SignatureBlock


@frozen
class Section:
    """Blocks on pages that lie the same way; a new section starts a new page."""

    blocks: tuple[Block, ...] = field(converter=as_tuple)
    orientation: Orientation = field(default=Orientation.PORTRAIT, converter=Orientation)


@frozen
class Attachment:
    """Bytes that travel inside the file for programs to find; exporters do not look inside."""

    name: str
    media_type: str
    data: bytes


@frozen(kw_only=True)
class Document:
    """A whole document.

    Args:
        title: For the file's properties and the window's title.
        language: BCP 47 tag; runs that name another language are in that one.
        sections: At least one.
        attachments: What an exporter that can carry attachments puts into the file.
    """

    title: str
    language: str
    sections: tuple[Section, ...] = field(converter=as_tuple)
    attachments: tuple[Attachment, ...] = field(default=(), converter=as_tuple)
