"""How wide a column and how high a row has to be: no program measures that when a file is opened.

Widths count digits of the usual font. Letters take more than a digit, bold ones more still; the
estimate is on the large side, so that a font with wider letters loses nothing either.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from decimal import Decimal

from grantkit_xlsx.layout import Kind, Value

__all__ = ["LINE_HEIGHT", "column_width", "row_height", "shown"]

#: Points; a row is at most as high as programs allow.
LINE_HEIGHT, _HIGHEST = 15, 405
_LETTER, _BOLD, _PADDING, _ARROW = 1.05, 1.2, 3, 2
#: A column of long texts is widened until they are not higher than this many lines, or this wide.
_LINES, _WIDEST = 24, 100


def shown(value: Value) -> str:
    """A value about as wide as a program shows it."""
    if isinstance(value, str):
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else format(Decimal(value), ",f")


def column_width(kind: Kind, heading: str, cells: Sequence[str], *, filtered: bool) -> int:
    """Return the width for a column's heading and its longest cells."""
    least, most = kind.value
    word = max(map(len, heading.split()), default=0)
    line = max((len(line) for cell in cells for line in cell.split("\n")), default=0)
    needed = max(
        math.ceil(word * _BOLD) + _PADDING + _ARROW * filtered,
        math.ceil(line * _LETTER) + _PADDING,
    )
    width = min(max(needed, least), most)
    if kind is Kind.LONG:
        longest = max(map(len, cells), default=0)
        width = max(width, min(math.ceil(longest * _LETTER / _LINES), _WIDEST))
    return width


def row_height(cells: Sequence[str], widths: Sequence[int], *, bold: bool = False) -> int | None:
    """Return the height in points, None where one line is enough; a width of 0 is hidden."""
    letter = _BOLD if bold else _LETTER
    lines = 1
    for cell, width in zip(cells, widths, strict=True):
        if width and (len(cell) * letter + _PADDING > width or "\n" in cell):
            room = max(width - _PADDING, 1)
            needed = sum(math.ceil(len(line) * letter / room) or 1 for line in cell.split("\n"))
            # Lines end at words: about one in ten is lost to the ragged edge.
            lines = max(lines, needed + (needed - 1) // 10)
    return None if lines == 1 else min(lines * LINE_HEIGHT, _HIGHEST)
