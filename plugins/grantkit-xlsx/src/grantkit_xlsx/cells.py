"""One value into one cell: typed where that is exact, and text that stays text."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from grantkit_xlsx.styles import Look, Styles
from grantkit_xlsx.titles import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.cell import Cell

    from grantkit_xlsx.layout import Value

__all__ = ["NOT_EXACT", "TOO_EARLY", "put", "split"]

#: Codes of findings: a number of too many digits, a day too early, both written as text.
NOT_EXACT, TOO_EARLY = "XL101", "XL103"

#: Spreadsheet programs keep 15 significant digits.
DIGITS = 15
#: Before this day programs disagree: Lotus 1-2-3 believed in 29 February 1900.
FIRST_DAY = dt.date(1900, 3, 1)
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_BREAKS = ("\n", ". ", " ")
#: What a program may take for a formula when the text is typed again or goes through CSV.
_FORMULA = ("=", "+", "-", "@", "\t")


def put(cell: Cell, value: Value, styles: Styles, look: Look) -> str | None:
    """Write *value*; return the code of a finding when it had to become text."""
    doubt = None
    if isinstance(value, dt.date):
        if value >= FIRST_DAY:
            cell.value = value
            _dress(cell, styles, look, styles.date_format)
            return None
        value, doubt = value.isoformat(), TOO_EARLY
    if isinstance(value, int | Decimal):
        digits = format(Decimal(value), "f")
        if len(digits.lstrip("-0.").replace(".", "").rstrip("0")) <= DIGITS:
            # As text of a number: the library would go through a float and print 16 digits.
            cell.value = digits
            cell.data_type = "n"
            _dress(cell, styles, look, number_format(digits))
            return None
        value, doubt = digits, NOT_EXACT
    if value is None:
        _dress(cell, styles, look)
        return None
    cell.value = _ESCAPED.sub("_x005F_", value)
    cell.data_type = "s"  # else "=1+1" is a formula and "#N/A" an error
    _dress(cell, styles, look, quoted=value.startswith(_FORMULA))
    return doubt


def number_format(digits: str) -> str:
    """A format that shows every digit of the number.

    >>> number_format("10500000"), number_format("2.75")
    ('#,##0', '#,##0.00')
    """
    decimals = len(digits.partition(".")[2])
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def split(text: str, most: int) -> Iterator[str]:
    """Yield *text* in pieces of at most *most* UTF-16 units, cut where a reader would pause.

    >>> list(split("One. Two three", 8))
    ['One. ', 'Two ', 'three']
    """
    while (fits := cut(text, most)) < len(text):
        half = fits // 2
        ends = (
            text.rfind(mark, half, fits) + len(mark) for mark in _BREAKS if mark in text[half:fits]
        )
        at = next(ends, 0) or text.rfind(" ", 0, fits) + 1 or fits
        yield text[:at]
        text = text[at:]
    yield text


def _dress(
    cell: Cell, styles: Styles, look: Look, shape: str = "General", *, quoted: bool = False
) -> None:
    style = styles.of(look, shape, quoted=quoted)
    cell._style = style  # type: ignore[attr-defined]  # noqa: SLF001 - shared, never changed: see Styles
