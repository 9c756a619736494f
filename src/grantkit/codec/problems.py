"""What can be wrong with data that should be a report, as data: a path, a code, arguments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from attrs import Factory, frozen

from grantkit.errors import GrantkitError
from grantkit.model import clean_text

__all__ = [
    "BAD_VALUE",
    "CHANGED",
    "DUPLICATE",
    "LIMIT",
    "MISSING",
    "NOT_FINITE",
    "NOT_ONE_OF",
    "SYNTAX",
    "UNKNOWN_KEY",
    "UNREADABLE",
    "VERSION",
    "WRONG_TYPE",
    "InvalidData",
    "JsonPath",
    "NotFinite",
    "Problem",
    "Refused",
    "clip",
    "missing",
    "not_one_of",
    "unknown",
    "wrong",
]

UNREADABLE = "GK001"
SYNTAX = "GK002"
UNKNOWN_KEY = "GK003"
MISSING = "GK004"
WRONG_TYPE = "GK005"
BAD_VALUE = "GK006"
DUPLICATE = "GK007"
NOT_FINITE = "GK008"
VERSION = "GK009"
CHANGED = "GK010"
LIMIT = "GK011"
NOT_ONE_OF = "GK014"

#: Keys of objects and indices of arrays (from 0), from the top.
JsonPath = tuple[str | int, ...]

_LONGEST = 60


class NotFinite(str):
    """Stands for ``NaN`` or ``Infinity``, which are no JSON."""

    __slots__ = ()


@frozen
class Problem:
    """One thing wrong.

    Args:
        path: Where, as keys and indices of the JSON data.
        code: ``GK001`` to ``GK019``.
        args: What the words of the catalogue are about.
    """

    path: JsonPath
    code: str
    args: Mapping[str, Any] = Factory(dict)


class InvalidData(GrantkitError, ValueError):
    """Plain data is no report; ``problems`` says where and why, all of it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        shown = [
            f"{'.'.join(map(str, p.path)) or 'top'}: {p.code} "
            + ", ".join(f"{name}={value}" for name, value in p.args.items())
            for p in self.problems[:3]
        ]
        more = len(self.problems) - len(shown)
        super().__init__("; ".join(shown) + (f"; and {more} more" if more else ""))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.problems,)


class Refused(ValueError):
    """One value is not taken; where it stands is known further up."""

    def __init__(self, code: str, **args: Any) -> None:
        super().__init__(code, args)
        self.code = code
        self.details = args


_KINDS: Mapping[type, str] = {
    dict: "object",
    list: "array",
    str: "string",
    bool: "true or false",
    int: "whole number",
    NotFinite: "number",
    type(None): "null",
}


def clip(value: object, longest: int = _LONGEST) -> str:
    """A value in one short line that is safe to print."""
    if isinstance(value, dict):
        return "{…}" if value else "{}"
    if isinstance(value, list):
        return "[…]" if value else "[]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    text = value if isinstance(value, str) else format(value)
    shown = " ".join(clean_text(text[: longest + 1])[0].split())
    return shown if len(text) <= longest else f"{shown[:longest]}…"


def wrong(expected: str, value: object) -> Refused:
    """The value is of another type."""
    if type(value) is NotFinite or (isinstance(value, float) and value - value != 0):
        return Refused(NOT_FINITE, value=clip(value))
    found = _KINDS.get(type(value), "number")
    return Refused(WRONG_TYPE, expected=expected, found=found, value=clip(value))


def missing(key: str) -> Refused:
    """A key is not there; the path is that of the object."""
    return Refused(MISSING, key=key)


def _near(word: str, known: Iterable[str]) -> str:
    known = list(known)
    near = get_close_matches(word[:_LONGEST].lower(), known, n=1, cutoff=0.6)
    return ", ".join(near or known)


def unknown(key: str, known: Iterable[str]) -> Refused:
    """A key that means nothing here; the suggestion is the nearest, else all there are."""
    return Refused(UNKNOWN_KEY, key=clip(key), suggestion=_near(key, known))


def not_one_of(value: str, known: Iterable[str]) -> Refused:
    """A word that is none of a closed list; the suggestion is the nearest, else all there are."""
    return Refused(NOT_ONE_OF, value=clip(value), suggestion=_near(value, known))
