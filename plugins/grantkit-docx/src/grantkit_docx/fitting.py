"""How wide the columns of a table are, and how small its text: no word of a heading is broken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from grantkit.document import Heading, Paragraph, Run
from grantkit_docx.page import widths
from grantkit_docx.styles import MANY, MARGIN, SMALL, TINY, points

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grantkit.document import Cell, Row, Table

__all__ = ["fit"]

#: Width of a bold letter, in twips a point of size; wide enough for a font that stands in for
#: one without Kazakh letters.
BOLD = 13.5
PLAIN = 11.0
#: A longer word is a link or the like, and may break anywhere.
LONG = 24
_SMALLER = ["", SMALL, TINY]
_BREAKS = re.compile(r"\s|(?<=[-–])")


def fit(node: Table, room: int, size: int, inside: str = "") -> tuple[list[int], str]:
    """Return the widths of the columns and the suffix of the styles.

    The text is no smaller than it must be for the longest word of each column's heading to have
    room, and those of the other rows; what room is missing then is missing in equal shares.

    Args:
        node: The table.
        room: Its width, in twips.
        size: Of body text, in points.
        inside: Suffix of the table it stands in; its own text is not larger.
    """
    usual = inside or (SMALL if len(node.columns) > MANY else "")
    head, body = _longest(node.head, node), _longest(node.body, node)
    choices = []
    for suffix in _SMALLER[_SMALLER.index(usual) :]:
        letters = points(size, suffix)
        needs = [length * BOLD * letters + 2 * MARGIN for length in head]
        more = [
            max(length * PLAIN * letters + 2 * MARGIN - need, 0.0)
            for need, length in zip(needs, body, strict=True)
        ]
        spare = room - sum(needs)
        if spare >= 0:
            share = min(1.0, spare / (sum(more) or 1.0))
            least = [need + extra * share for need, extra in zip(needs, more, strict=True)]
            choices.append((share, widths(node.columns, room, least), suffix))
    if not choices:
        # Some word must break; then not every word, and nothing too small to read.
        return widths(node.columns, room), usual
    # The largest text in which all words fit, else the one in which most do.
    _, sizes, suffix = max(choices, key=lambda choice: choice[0])
    return sizes, suffix


def _longest(rows: Sequence[Row], node: Table) -> list[int]:
    """Count the letters of the longest word of each column that a person would not break."""
    longest = [0] * len(node.columns)
    below = [0] * len(node.columns)
    for row in rows:
        at = 0
        for cell in row.cells:
            while below[at]:
                at += 1
            if cell.columns == 1:
                longest[at] = max(longest[at], *map(len, _words(cell)), 0)
            below[at : at + cell.columns] = [cell.rows] * cell.columns
            at += cell.columns
        below = [max(left - 1, 0) for left in below]
    return longest


def _words(cell: Cell) -> Iterator[str]:
    for block in cell.blocks:
        if isinstance(block, Paragraph | Heading):
            text = "".join(item.text for item in block.content if isinstance(item, Run))
            yield from (word for word in _BREAKS.split(text) if len(word) <= LONG)
