"""Checks that fields of several nodes share."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NoReturn, TypeVar

from grantkit.errors import InvalidValue
from grantkit.model.frozen import as_tuple
from grantkit.model.text import check_text

__all__ = ["Word", "check_count", "check_plain", "check_strings", "each"]

T = TypeVar("T")


class Word(StrEnum):
    """A closed list of words; anything else raises InvalidValue naming them."""

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        msg = f"{value!r:.40} is none of: {', '.join(cls)}"
        raise InvalidValue(msg)


def check_plain(value: str | None) -> str | None:
    """Return a text that has no language (a letter's number, a link), or None; never empty."""
    if value is not None and not check_text(value):
        msg = "leave out what is empty (None)"
        raise InvalidValue(msg)
    return value


def check_count(value: int | None) -> int | None:
    """Return a whole number from 0, or None when unknown."""
    if value is not None and (type(value) is not int or not 0 <= value < 10**9):
        msg = f"a whole number from 0, or None: {value!r:.40}"
        raise InvalidValue(msg)
    return value


def check_strings(values: Iterable[str]) -> tuple[str, ...]:
    """Return texts that have no language (ids, codes) as a tuple; none of them empty."""
    if isinstance(values, str):
        msg = f"a list of texts, not one text: {values!r:.40}"
        raise InvalidValue(msg)
    kept = as_tuple(values)
    for value in kept:
        check_plain(value)
    return kept


def each(items: tuple[T, ...], cls: type[T]) -> tuple[T, ...]:
    """Return *items*, each of them of the class and no other."""
    for item in items:
        if type(item) is not cls:
            msg = f"a {cls.__name__} is needed, not {type(item).__name__}: {item!r:.60}"
            raise InvalidValue(msg)
    return items
