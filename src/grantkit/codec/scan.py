"""Where everything stands in a JSON text; run only when somebody asks."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator

from attrs import define, frozen

from grantkit.codec.problems import JsonPath
from grantkit.findings import Place
from grantkit.model import clean_text

__all__ = ["Lines", "Mark", "marks", "too_deep"]

# A string that never ends goes to the end of the text, so that no text takes more than one pass.
_TOKEN = re.compile(
    r'[ \t\n\r]*+(?:("[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z))|([\[\]{}:,])|([^\s"\[\]{}:,]++))',
    re.DOTALL,
)
_STRING, _SIGN = 1, 2


@frozen
class Mark:
    """A value met in the text.

    Args:
        path: Keys and indices that lead to it.
        at: Offset of the value.
        key_at: Offset of its key, -1 in an array.
        first: Offset of the first key of this name in the same object, -1 when this is it.
    """

    path: JsonPath
    at: int
    key_at: int = -1
    first: int = -1


def _key(written: str) -> str:
    if written.isascii() and written.isprintable() and "\\" not in written:
        return written[1:-1]
    return clean_text(json.loads(written, strict=False))[0]


@define
class _Frame:
    """An array or an object that is still open."""

    path: JsonPath
    # In an object: its keys so far, and the one whose value is due (None: a key is due).
    keys: dict[str, int] | None
    step: str | int | None
    key_at: int = -1
    first: int = -1

    def take_key(self, written: str, at: int) -> bool:
        """Take a string as a key, if one is due."""
        if self.keys is None or self.step is not None:
            return False
        self.step = _key(written)
        self.key_at, self.first = at, self.keys.setdefault(self.step, at)
        return True

    def mark(self, at: int) -> Mark:
        """The value that starts here."""
        path = self.path if self.step is None else (*self.path, self.step)
        if self.keys is None:
            return Mark(path, at)
        self.step = None
        return Mark(path, at, self.key_at, -1 if self.first == self.key_at else self.first)

    def comma(self) -> None:
        """Go on to the next value of an array."""
        if isinstance(self.step, int):
            self.step += 1


def marks(text: str) -> Iterator[Mark]:
    """Yield every value of a well-formed JSON text, in order; keys are cleaned as texts are."""
    stack = [_Frame((), None, None)]
    for match in _TOKEN.finditer(text):
        kind = match.lastindex or 0
        piece, at = match[kind], match.start(kind)
        if kind == _SIGN and piece in ":,]}":
            if piece in "]}":
                stack.pop()
            elif piece == ",":
                stack[-1].comma()
        elif kind != _STRING or not stack[-1].take_key(piece, at):
            mark = stack[-1].mark(at)
            yield mark
            if kind == _SIGN:
                stack.append(
                    _Frame(mark.path, {}, None) if piece == "{" else _Frame(mark.path, None, 0)
                )


def too_deep(text: str, depth: int) -> int | None:
    """Return the offset of the first bracket below *depth* levels, None when there is none.

    >>> too_deep('{"a": [1]}', 2), too_deep('{"a": [1]}', 1)
    (None, 6)
    """
    level = 0
    for match in _TOKEN.finditer(text):
        if match.lastindex == _SIGN:
            sign = match[_SIGN]
            level += (sign in "[{") - (sign in "]}")
            if level > depth:
                return match.start(_SIGN)
    return None


class Lines:
    """Lines and columns of a text, both from 1, columns in characters."""

    def __init__(self, text: str, file: str | None) -> None:
        self._file = file
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, at: int) -> Place:
        """The place of an offset."""
        line = bisect_right(self._starts, at)
        return Place(file=self._file, line=line, column=at - self._starts[line - 1] + 1)
