"""Fills one worksheet: headings, rows, and the lines that long texts take."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from attrs import define, field

from grantkit.errors import ExportFailed
from grantkit.exchange.api import Finding
from grantkit_xlsx.cells import put, split
from grantkit_xlsx.columns import heading
from grantkit_xlsx.layout import MAX_CELL, Column, Fold, Kind, Row, Sheet, Value
from grantkit_xlsx.page import set_columns, set_page, set_rows, set_view
from grantkit_xlsx.sizes import shown
from grantkit_xlsx.styles import Look, Styles
from grantkit_xlsx.titles import units
from grantkit_xlsx.wording import Wording

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["Table"]

CONTINUED, TOO_MANY_ROWS = "XL102", "XL104"
MAX_ROWS = 2**20
_ORIGIN = "grantkit-xlsx"
_LOOKS = {Kind.LABEL: Look.LABEL, Kind.NUMBER: Look.NUMBER, Kind.DATE: Look.NUMBER}


#: The last column of each sheet: which line of a row that takes several; `_add` fills it in.
_LINE = Column(heading=heading("line"), value=lambda *_: None, kind=Kind.NUMBER, fold=Fold.EMPTY)


@define
class Table:
    """A worksheet being filled.

    Args:
        sheet: openpyxl's worksheet, empty.
        note: Takes what had to be changed.
    """

    sheet: Worksheet
    layout: Sheet
    columns: Sequence[Column]
    words: Wording
    styles: Styles
    note: Callable[[Finding], None]
    _shown: list[list[str]] = field(factory=list)

    def fill(self, rows: Sequence[Row], *, fold: bool) -> None:
        """Write the headings and *rows*; set widths, heights, view and page."""
        self.columns = (*self.columns, _LINE)
        self._write("", [column.heading(self.words) for column in self.columns], Look.HEADING)
        for row in rows:
            self._add(row)
        widths = set_columns(self.sheet, self.layout, self.columns, self._shown, fold=fold)
        set_rows(self.sheet, self._shown, widths)
        set_view(self.sheet, self.layout, len(self.columns), len(self._shown))
        set_page(self.sheet, self.layout)

    def _add(self, row: Row) -> None:
        """Write a row, on several lines of the sheet where a text is too long for one."""
        values = [column.value(row, self.words) for column in self.columns]
        pieces = [
            list(split(value, self.layout.longest)) if isinstance(value, str) else [value]
            for value in values
        ]
        lines = max(map(len, pieces))
        if any(isinstance(value, str) and units(value) > MAX_CELL for value in values):
            self._tell(CONTINUED, row.path, "note", rows=lines)
        for line in range(lines):
            part: list[Value] = [
                piece[0] if column.key else piece[line] if line < len(piece) else None
                for column, piece in zip(self.columns, pieces, strict=True)
            ]
            if lines > 1:
                part[-1] = line + 1
            self._write(row.path, part)

    def _write(self, path: str, values: Sequence[Value], look: Look | None = None) -> None:
        number = len(self._shown) + 1
        if number > MAX_ROWS:
            raise ExportFailed([Finding(code=TOO_MANY_ROWS, path=path, origin=_ORIGIN)])
        for index, (column, value) in enumerate(zip(self.columns, values, strict=True), 1):
            cell: Any = self.sheet.cell(number, index)
            doubt = put(cell, value, self.styles, look or _LOOKS.get(column.kind, Look.TEXT))
            if doubt:
                where = f"{path}.{column.field}" if column.field else path
                self._tell(doubt, where, "warning", value=str(value))
        self._shown.append([shown(value) for value in values])

    def _tell(self, code: str, path: str, severity: str, **args: object) -> None:
        self.note(Finding(code=code, severity=severity, path=path, args=args, origin=_ORIGIN))
