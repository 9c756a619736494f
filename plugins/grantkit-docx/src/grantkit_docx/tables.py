"""Tables, written cell by cell as text: a library's own cells cost a hundred times more."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from grantkit.document import Align
from grantkit_docx.estimate import heights
from grantkit_docx.fitting import fit
from grantkit_docx.styles import MARGIN, cell_margins, points
from grantkit_docx.xml import attribute

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from grantkit.document import Block, Cell, Row, Table

__all__ = ["MOST_COLUMNS", "Frame", "ruled", "unruled"]

MOST_COLUMNS = 63  # Word opens no table with more
HEAD = '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/><w:vAlign w:val="center"/>'
EMPTY = '<w:p><w:pPr><w:pStyle w:val="TableTextSmall"/></w:pPr></w:p>'
LOOK = (
    '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
    ' w:noHBand="0" w:noVBand="1"/>'
)


@frozen(kw_only=True)
class Frame:
    """Where blocks stand: on the page or in a cell, how wide, how deep in lists.

    Args:
        width: Room for text, in twips.
        style: Of paragraphs in a cell; empty on the page.
        small: Suffix of the style.
        align: Of paragraphs that do not say.
        indent: Of a list's item, for its second block and those after.
        level: Of lists, -1 outside.
    """

    width: int
    style: str = ""
    small: str = ""
    align: Align | None = None
    indent: int = 0
    level: int = -1


Write: TypeAlias = "Callable[[Iterable[Block], Frame], str]"


def ruled(node: Table, frame: Frame, size: int, write: Write) -> str:
    """Return a table with lines as wide as its frame.

    Args:
        node: What is in it.
        frame: Where it stands.
        size: Of body text, in points.
        write: Gives the text of a cell's blocks.
    """
    if not (node.head or node.body):
        return ""
    sizes, small = fit(node, frame.width, size, frame.small)
    title = f'<w:tblCaption w:val="{attribute(node.title)}"/>' if node.title else ""
    grid = _Grid(sizes, small, points(size, small), write)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Ruled"/>{_measures(frame.width, frame.indent)}{LOOK}'
        f"{title}</w:tblPr>{_columns(sizes)}{''.join(grid.rows(node.head, head=True))}"
        f"{''.join(grid.rows(node.body))}</w:tbl>"
    )


def unruled(rows: Iterable[Sequence[tuple[str, bool]]], sizes: Sequence[int], indent: int) -> str:
    """Return a table without lines; each cell is its text and whether a line stands under it."""
    out = []
    for row in rows:
        cells = []
        for size, (xml, underlined) in zip(sizes, row, strict=True):
            line = '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/>' * underlined
            cells.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/>'
                + (f"<w:tcBorders>{line}</w:tcBorders>" if line else "")
                + f'<w:vAlign w:val="bottom"/></w:tcPr>{xml}</w:tc>'
            )
        out.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>")
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableNormal"/>{_measures(sum(sizes), indent)}'
        f"{cell_margins(0, sides=0)}{LOOK}</w:tblPr>{_columns(sizes)}{''.join(out)}</w:tbl>"
    )


def _measures(room: int, indent: int) -> str:
    return (
        f'<w:tblW w:w="{room}" w:type="dxa"/><w:tblInd w:w="{indent}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
    )


def _columns(sizes: Iterable[int]) -> str:
    columns = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


@frozen
class _Grid:
    sizes: Sequence[int]
    small: str
    points: int
    write: Write
    _known: dict[tuple[object, ...], tuple[str, Frame]] = field(factory=dict, init=False)

    def rows(self, rows: Sequence[Row], *, head: bool = False) -> Iterator[str]:
        least = self._heights(rows) if head else [""] * len(rows)
        below = [(0, 0)] * len(self.sizes)  # rows still covered, by a cell of so many columns
        for row, height in zip(rows, least, strict=True):
            out = [f"<w:tr><w:trPr><w:cantSplit/>{height}{'<w:tblHeader/>' * head}</w:trPr>"]
            at, cells = 0, iter(row.cells)
            while at < len(self.sizes):
                left, columns = below[at]
                if left:
                    below[at] = (left - 1, columns)
                    out.append(self._covered(at, columns))
                else:
                    cell = next(cells)
                    columns = cell.columns
                    below[at] = (cell.rows - 1, columns)
                    out.append(self._cell(cell, at, head=head))
                at += columns
            out.append("</w:tr>")
            yield "".join(out)

    def _heights(self, rows: Sequence[Row]) -> list[str]:
        # LibreOffice repeats rows with a cell merged down too low for that cell's text.
        if all(cell.rows == 1 for row in rows for cell in row.cells):
            return [""] * len(rows)
        bold = ceil(self.points * 1.2)  # wider and, where a font stands in, taller
        return [
            f'<w:trHeight w:val="{round(height)}" w:hRule="atLeast"/>'
            for height in heights(rows, self.sizes, bold)
        ]

    def _covered(self, at: int, columns: int) -> str:
        return f"<w:tc><w:tcPr>{self._width(at, columns)}<w:vMerge/></w:tcPr>{EMPTY}</w:tc>"

    def _cell(self, cell: Cell, at: int, *, head: bool) -> str:
        key = (at, cell.columns, cell.rows > 1, cell.header, cell.align, head)
        if (known := self._known.get(key)) is None:
            known = self._known[key] = self._opening(cell, at, head=head)
        opening, frame = known
        return f"{opening}{self.write(cell.blocks, frame)}</w:tc>"

    def _opening(self, cell: Cell, at: int, *, head: bool) -> tuple[str, Frame]:
        props = self._width(at, cell.columns)
        if cell.rows > 1:
            props += '<w:vMerge w:val="restart"/>'
        if head:
            props += HEAD
        style = "TableHeading" if head else "TableStub" if cell.header else "TableText"
        room = max(sum(self.sizes[at : at + cell.columns]) - 2 * MARGIN, 2 * MARGIN)
        frame = Frame(width=room, style=style, small=self.small, align=cell.align)
        return f"<w:tc><w:tcPr>{props}</w:tcPr>", frame

    def _width(self, at: int, columns: int) -> str:
        width = f'<w:tcW w:w="{sum(self.sizes[at : at + columns])}" w:type="dxa"/>'
        return f'{width}<w:gridSpan w:val="{columns}"/>' if columns > 1 else width
