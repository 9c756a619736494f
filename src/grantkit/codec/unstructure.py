"""From values to plain data, in the canonical form: what is a default is left out."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from typing import Any

import attrs

from grantkit.codec.types import fields, held, is_optional, needed, strip
from grantkit.errors import InvalidValue
from grantkit.model import (
    UNREAD,
    Category,
    FrozenMap,
    NotApplicable,
    NotReported,
    Period,
    Statement,
    Text,
    Unit,
    Written,
)

__all__ = ["unstructure"]

#: Makes plain data of a value in a report of one language.
Dump = Callable[[Any, str], Any]

# Larger whole numbers are not exact in every reader of JSON.
_SAFE = 2**53
_LEFT_OUT = object()


def _exactly(tp: type) -> Dump:
    def dump(value: Any, _: str) -> Any:
        if type(value) is not tp:
            raise _misfit(tp, value)
        return value

    return dump


def _misfit(tp: type, value: object) -> InvalidValue:
    return InvalidValue(f"a {tp.__name__} is needed, not {type(value).__name__}: {value!r:.60}")


def _number(value: Any, _: str) -> int | str:
    if type(value) is not Decimal:
        raise _misfit(Decimal, value)
    whole = int(value)
    return whole if whole == value and -_SAFE < whole < _SAFE else format(value, "f")


def _day(value: Any, _: str) -> str:
    if type(value) is not dt.date:
        raise _misfit(dt.date, value)
    return value.isoformat()


def _text(value: Any, language: str) -> str | dict[str, str]:
    if type(value) is not Text:
        raise _misfit(Text, value)
    if language in value:
        if len(value) == 1:
            return value[language]
        rest = sorted(value.keys() - {language})
        return {tag: value[tag] for tag in (language, *rest)}
    return {tag: value[tag] for tag in sorted(value)}


def _unit(value: Any, _: str) -> str | dict[str, str]:
    if type(value) is not Unit:
        raise _misfit(Unit, value)
    return value.code or {"text": value.text, "language": value.language}  # type: ignore[dict-item]


def _period(value: Any, _: str) -> list[str]:
    if type(value) is not Period:
        raise _misfit(Period, value)
    return [str(span) for span in value.spans]


def _kind(meaning: Any) -> str:
    if isinstance(meaning, NotReported):
        return "not-reported"
    if isinstance(meaning, NotApplicable):
        return "not-applicable"
    if isinstance(meaning, Statement):
        return "unread" if meaning == UNREAD else "statement"
    return "value"


def _cell(inner: Dump) -> Dump:
    def dump(cell: Any, language: str) -> Any:
        if type(cell) is not Written:
            raise _misfit(Written, cell)
        kind = _kind(cell.value)
        if cell.language is None:
            if kind == "not-reported" and not cell.text:
                return _LEFT_OUT
            if kind == "unread" and cell.text.strip():
                return cell.text
        plain: dict[str, Any] = {"text": cell.text} if cell.text else {}
        if cell.language is not None:
            plain["language"] = cell.language
        plain["kind"] = kind
        if kind == "value":
            plain["value"] = inner(cell.value, language)
        elif isinstance(cell.value, Statement) and kind == "statement":
            plain["reason"] = cell.value.reason
        return plain

    return dump


def _array(inner: Dump) -> Dump:
    def dump(values: Any, language: str) -> list[Any]:
        if type(values) is not tuple:
            raise _misfit(tuple, values)
        return [inner(value, language) for value in values]

    return dump


def _map(inner: Dump) -> Dump:
    def dump(value: Any, language: str) -> dict[str, Any]:
        if type(value) is not FrozenMap:
            raise _misfit(FrozenMap, value)
        return {key: inner(value[key], language) for key in sorted(value)}

    return dump


def _category(inner: Dump) -> Dump:
    def dump(value: Any, language: str) -> Any:
        plain = inner(value, language)
        return plain["code"] if plain.keys() == {"code"} else plain

    return dump


def _node(cls: type) -> Dump:
    plan = []
    for attribute in attrs.fields(cls):
        name = attribute.name
        default = () if name in needed(cls) else (_default(attribute),)
        plan.append((name, default, _dump(fields(cls)[name])))

    def dump(value: Any, language: str) -> dict[str, Any]:
        if type(value) is not cls:
            raise _misfit(cls, value)
        plain = {}
        for name, default, inner in plan:
            item = getattr(value, name)
            if item in default:
                continue
            try:
                item = inner(item, language)
            except InvalidValue as error:
                error.add_note(f"in {name} of {cls.__name__}")
                raise
            if item is not _LEFT_OUT:
                plain[name] = item
        return plain

    return dump


def _default(attribute: attrs.Attribute[Any]) -> Any:
    default: Any = attribute.default
    return default.factory() if hasattr(default, "factory") else default


@functools.cache
def _dump(tp: Any) -> Dump:
    tp = strip(tp) if is_optional(tp) else tp
    if tp in _DUMPS:
        return _DUMPS[tp]
    container, item = held(tp)
    if container is not None:
        return {Written: _cell, tuple: _array, FrozenMap: _map}[container](_dump(item))
    if issubclass(tp, StrEnum):
        return lambda value, _: value.value
    return _category(_node(tp)) if tp is Category else _node(tp)


_DUMPS: dict[Any, Dump] = {
    str: _exactly(str),
    int: _exactly(int),
    bool: _exactly(bool),
    Decimal: _number,
    dt.date: _day,
    Text: _text,
    Unit: _unit,
    Period: _period,
}


def unstructure(value: Any, language: str) -> Any:
    """Return the plain data of a value of the model, in a report of *language*."""
    cls: Any = type(value)
    return _dump(cls)(value, language)
