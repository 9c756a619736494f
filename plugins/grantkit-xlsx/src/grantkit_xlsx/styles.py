"""The looks of cells, each made once: a style object set on every cell is ten times slower."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

if TYPE_CHECKING:
    from openpyxl.styles.cell_style import StyleArray
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["Look", "Styles"]


class Look(Enum):
    """How a cell looks."""

    HEADING = "heading"
    LABEL = "label"
    TEXT = "text"
    NUMBER = "number"


_ALIGNED = {
    Look.HEADING: Alignment(horizontal="center", vertical="center", wrap_text=True),
    Look.LABEL: Alignment(horizontal="left", vertical="top", wrap_text=True, indent=1),
    Look.TEXT: Alignment(horizontal="left", vertical="top", wrap_text=True, indent=1),
    Look.NUMBER: Alignment(horizontal="right", vertical="top", indent=1),
}


_INK, _LINE, _SHADE = "FF1F3864", "FFBFBFBF", "FFDCE6F1"


class Styles:
    """The styles of one workbook."""

    def __init__(self, sheet: Worksheet, date_format: str) -> None:
        self._sheet = sheet
        self.date_format = date_format
        line = Side(style="thin", color=_LINE)
        self._border = Border(left=line, right=line, top=line, bottom=line)
        self._bold = Font(name="Calibri", size=11, bold=True, color=_INK)
        self._shade = PatternFill("solid", start_color=_SHADE, end_color=_SHADE)
        self.of = cache(self._make)

    def _make(
        self, look: Look, number_format: str = "General", *, quoted: bool = False
    ) -> StyleArray:
        """Return the style; *quoted* marks text that a program might take for a formula."""
        cell = Cell(self._sheet, 1, 1)
        cell.border = self._border
        cell.alignment = _ALIGNED[look]
        if look in (Look.HEADING, Look.LABEL):
            cell.font = self._bold
        if look is Look.HEADING:
            cell.fill = self._shade
        cell.number_format = number_format
        cell.quotePrefix = quoted
        style: StyleArray = cell._style  # type: ignore[attr-defined]  # noqa: SLF001 - the only way to share one
        return style
