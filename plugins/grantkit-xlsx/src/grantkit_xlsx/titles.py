"""Names of sheets that every spreadsheet program takes."""

from __future__ import annotations

import re
from itertools import accumulate

__all__ = ["MAX_TITLE", "sheet_title", "units"]

#: In UTF-16 units, as Excel counts.
MAX_TITLE = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\s]+")
#: Excel keeps this name for itself.
_RESERVED = frozenset({"history"})


def units(text: str) -> int:
    """The length of *text* in UTF-16 units.

    >>> units("Есеп"), units("📄")
    (4, 2)
    """
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, most: int) -> int:
    """How many characters of *text* fit into *most* UTF-16 units."""
    if len(text) * 2 <= most or units(text) <= most:
        return len(text)
    ends = accumulate(1 + (char > "\uffff") for char in text)
    return next(index for index, end in enumerate(ends) if end > most)


def sheet_title(words: str, taken: set[str]) -> str:
    """Return *words* as the name of a sheet, and add it to *taken*, case-folded.

    >>> taken = set()
    >>> sheet_title("Plan/fact", taken), sheet_title("plan fact", taken)
    ('Plan fact', 'plan fact 2')
    """
    base = _FORBIDDEN.sub(" ", words).strip(" '") or "Sheet"
    number, tail = 1, ""
    while True:
        title = base[: cut(base, MAX_TITLE - len(tail))].rstrip(" '") + tail
        if title.casefold() not in taken | _RESERVED:
            taken.add(title.casefold())
            return title
        number += 1
        tail = f" {number}"
