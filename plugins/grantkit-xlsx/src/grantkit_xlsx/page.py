"""How a filled worksheet is shown and printed: widths, heights, what is folded, the page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from grantkit_xlsx.layout import Column, Fold, Sheet
from grantkit_xlsx.sizes import column_width, row_height

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["set_columns", "set_page", "set_rows", "set_view"]

_A4 = 9
#: Width that a page holds at about two thirds of the size, which is still read with ease.
_PAGE = 230


def set_columns(
    sheet: Worksheet,
    layout: Sheet,
    columns: Sequence[Column],
    shown: Sequence[Sequence[str]],
    *,
    fold: bool,
) -> list[int]:
    """Set the widths and return them, 0 for what is folded: the technical and the empty."""
    widths = []
    by_column = list(zip(*shown, strict=True))
    for index, (column, (heading, *cells)) in enumerate(zip(columns, by_column, strict=True), 1):
        width = column_width(column.kind, heading, cells, filtered=layout.filtered)
        empty = bool(cells) and not any(cells)
        hidden = fold and (column.fold is Fold.ALWAYS or (column.fold is Fold.EMPTY and empty))
        dimension = sheet.column_dimensions[get_column_letter(index)]
        dimension.width, dimension.hidden, dimension.outlineLevel = width, hidden, int(hidden)
        widths.append(0 if hidden else width)
    return widths


def set_rows(sheet: Worksheet, shown: Sequence[Sequence[str]], widths: Sequence[int]) -> None:
    """Set the heights of rows whose text takes several lines."""
    for number, cells in enumerate(shown, 1):
        if height := row_height(cells, widths, bold=number == 1):
            sheet.row_dimensions[number].height = height


def set_view(sheet: Worksheet, layout: Sheet, columns: int, rows: int) -> None:
    """Keep the headings and the first columns in view; give the headings filters."""
    sheet.freeze_panes = sheet.cell(2, layout.frozen + 1).coordinate
    if layout.filtered:
        sheet.auto_filter.ref = f"A1:{get_column_letter(columns)}{rows}"


def set_page(sheet: Worksheet, layout: Sheet) -> None:
    """Print on A4 across, on as many pages side by side as stay readable, headings on each."""
    visible = sum(d.width for d in sheet.column_dimensions.values() if not d.hidden)
    sheet.print_title_rows = "1:1"
    sheet.print_title_cols = f"A:{get_column_letter(layout.frozen)}"
    setup = sheet.page_setup
    setup.orientation, setup.paperSize = "landscape", _A4
    setup.fitToWidth, setup.fitToHeight = math.ceil(visible / _PAGE), 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top = margins.bottom = 0.6
    margins.header = margins.footer = 0.3
    footer: Any = sheet.oddFooter
    footer.left.text, footer.right.text = "&A", "&P / &N"
