"""A guess at the number of pages, shown until the reader's program has counted them.

Word counts the pages of a field in the body only when it prints or is told to; asking it to do so
when it opens the file makes it show a warning, so what stands there until then should be near.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from grantkit.document import (
    Chart,
    Heading,
    Inline,
    List,
    Paragraph,
    Row,
    Run,
    SignatureBlock,
    Table,
)
from grantkit_docx.fitting import fit
from grantkit_docx.page import page
from grantkit_docx.styles import MARGIN, points

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from grantkit.document import Block, Document

__all__ = ["heights", "pages"]

LINE = 23.0  # height of a line and
LETTER = 10.5  # mean width of a letter, in twips a point of size
FIGURE = 6000.0
PADDING = 50.0  # above and below the text of a row


def pages(document: Document, size: int) -> int:
    """Guess how many pages the document has with body text of *size* points."""
    total = 0
    for section in document.sections:
        sheet = page(section.orientation)
        height = _blocks(section.blocks, sheet.text_width, size, after=120)
        total += max(ceil(height / sheet.text_height), 1)
    return max(total, 1)


def _blocks(blocks: Iterable[Block], width: float, size: int, after: float) -> float:
    return sum(_block(block, width, size, after) for block in blocks)


def _block(block: Block, width: float, size: int, after: float) -> float:
    match block:
        case Heading() | Paragraph():
            return _lines(block.content, width, size) * LINE * size + after
        case List():
            inner = max(width - 300, width / 2)
            return sum(_blocks(item, inner, size, after / 2) for item in block.items)
        case Table():
            sizes, suffix = fit(block, round(width), size)
            small = points(size, suffix)
            rows = (heights(part, sizes, small) for part in (block.head, block.body))
            return sum(sum(part) for part in rows) + after
        case SignatureBlock():
            return (len(block.lines) + bool(block.seal)) * (LINE * size + after)
        case Chart():
            return (len(block.categories) + 2) * LINE * size
    return FIGURE


def _lines(content: Iterable[Inline], width: float, size: int) -> int:
    text = "".join(item.text for item in content if isinstance(item, Run))
    room = max(int(width / (LETTER * size)), 1)
    if len(text) <= room and "\n" not in text:
        return 1
    return sum(_wrapped(line, room) for line in text.split("\n"))


def _wrapped(line: str, room: int) -> int:
    """Count the lines that words make, a word too long being broken."""
    lines, left = 1, room
    for word in map(len, line.split(" ")):
        if word > left and left < room:
            lines, left = lines + 1, room
        lines += max(word - 1, 0) // room
        left -= word % room + 1
    return lines


def heights(rows: Sequence[Row], sizes: Sequence[int], size: int) -> list[float]:
    """Guess the heights of rows; a merged cell stretches the last of its rows if it needs more."""
    out: list[float] = []
    top = 0.0
    ends: dict[int, float] = {}  # row after which a merged cell ends, and how far it reaches
    below = [0] * len(sizes)
    for number, row in enumerate(rows):
        at = 0
        ends[number] = max(ends.get(number, 0.0), top + LINE * size)
        for cell in row.cells:
            while at < len(sizes) and below[at]:
                at += 1
            span = slice(at, at + cell.columns)
            needs = _blocks(cell.blocks, max(sum(sizes[span]) - 2 * MARGIN, 1), size, 0)
            last = number + cell.rows - 1
            ends[last] = max(ends.get(last, 0.0), top + needs)
            below[span] = [cell.rows] * cell.columns
            at += cell.columns
        below = [max(left - 1, 0) for left in below]
        out.append(ends.pop(number) - top + PADDING)
        top += out[-1]
    return out
