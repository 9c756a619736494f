"""The canonical form of a value: equal values, equal forms, in every process and every version."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs

from grantkit.model.text import Text

__all__ = ["canonical"]


def canonical(value: Any) -> Any:
    """Return JSON-ready data that says what *value* means and of which kind it is.

    A number is the same as an int and as a Decimal, but not as a text; a map has no order, a set
    neither; a tuple is a list. What is at its default in a value of the model is left out, so that
    an attribute added later changes nothing.

    >>> canonical(5) == canonical(Decimal("5.0")), canonical(5) == canonical("5")
    (True, False)
    >>> canonical({"b": True, "a": None})
    ['map', [['text', 'a'], None], [['text', 'b'], True]]
    """
    if value is None or isinstance(value, bool):
        return value
    if attrs.has(type(value)):
        return [type(value).__name__, *_told(value)]
    for classes, form in _FORMS:
        if isinstance(value, classes):
            return form(value)
    # Of an object that says nothing of itself, the address would differ each time.
    cls: Any = type(value)
    silent = cls.__str__ is object.__str__ and cls.__repr__ is object.__repr__
    return [cls.__name__, None if silent else str(value)]


def _number(number: int | Decimal) -> list[str]:
    """Give the digits that count and the exponent: 5, 5.0 and 0.5E1 are one."""
    sign, digits, exponent = Decimal(number).as_tuple()
    if not isinstance(exponent, int):
        return ["number", str(number)]
    whole = "".join(map(str, digits)).lstrip("0")
    kept = whole.rstrip("0")
    power = exponent + len(whole) - len(kept)
    return ["number", f"{'-' * sign}{kept}e{power}" if kept else "0"]


def _map(items: Mapping[Any, Any]) -> list[Any]:
    kind = "Text" if isinstance(items, Text) else "map"
    return [kind, *_ordered([canonical(k), canonical(v)] for k, v in items.items())]


def _told(value: Any) -> Iterable[tuple[str, Any]]:
    for attribute in attrs.fields(type(value)):
        held = getattr(value, attribute.name)
        if attribute.default is attrs.NOTHING or held != attribute.default:
            yield attribute.name, canonical(held)


def _ordered(items: Iterable[Any]) -> list[Any]:
    return sorted(items, key=json.dumps)


_FORMS: tuple[tuple[type | tuple[type, ...], Callable[[Any], Any]], ...] = (
    (str, lambda text: ["text", str.__str__(text)]),  # a member of a StrEnum too
    ((int, Decimal), _number),
    (dt.date, lambda day: [type(day).__name__, day.isoformat()]),  # a datetime too
    (Enum, lambda member: [type(member).__name__, member.name]),
    (Mapping, _map),
    (AbstractSet, lambda items: ["set", *_ordered(map(canonical, items))]),
    ((tuple, list), lambda items: ["list", *map(canonical, items)]),
)
