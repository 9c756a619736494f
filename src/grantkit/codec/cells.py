"""Reading the values that have a form of their own: texts, cells, units, periods, categories."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal
from functools import lru_cache
from typing import Any

from cattrs.errors import BaseValidationError

from grantkit.codec.gather import Gathered
from grantkit.codec.problems import missing, not_one_of, wrong
from grantkit.codec.scalars import Hook
from grantkit.model import (
    NOT_APPLICABLE,
    NOT_REPORTED,
    UNREAD,
    Category,
    Comparator,
    Part,
    Period,
    Quantity,
    Span,
    Statement,
    Text,
    Unit,
    Written,
    check_language,
    check_text,
)

__all__ = ["KINDS", "category", "cell", "period", "text", "unit"]

_MINIMUM = ("text", "language", "kind")

#: The kinds of a written cell, and the keys each may have.
KINDS = {
    "value": (*_MINIMUM, "value"),
    "statement": (*_MINIMUM, "reason"),
    "not-reported": _MINIMUM,
    "not-applicable": _MINIMUM,
    "unread": _MINIMUM,
}
_WORDS = {"text", "language"}
_ALL = ("kind", "text", "language", "value", "reason")
_COMPARATORS = {comparator.value: comparator for comparator in Comparator}
_FIXED = {"not-reported": NOT_REPORTED, "not-applicable": NOT_APPLICABLE, "unread": UNREAD}


def _string(value: Any) -> str:
    if type(value) is str:
        return value
    raise wrong("string", value)


def _checked(value: Any) -> str:
    return check_text(_string(value))


def _tag(value: Any) -> str:
    return check_language(_string(value))


def text(language: str) -> Hook:
    """Make the hook of texts in a report of one language."""

    def structure(value: Any, _: Any) -> Text:
        if type(value) is str:
            return Text({language: value})
        if type(value) is not dict:
            raise wrong("string or object", value)
        try:
            return Text(value)
        except ValueError:
            gathered = Gathered(Text)
            for tag, version in value.items():
                gathered.take(tag, _tag, tag)
                gathered.take(tag, lambda v: Text({"und": _string(v)}), version)
                if gathered.full:
                    break
            gathered.done()
            raise

    return structure


# Reports repeat a handful of units thousands of times.
@lru_cache(maxsize=512)
def _coded(code: str) -> Unit:
    return Unit(code)


def unit(value: Any, _: Any) -> Unit:
    """Read a code, or an object of a free text and its language."""
    if type(value) is str:
        return _coded(value)
    if type(value) is not dict:
        raise wrong("string or object", value)
    if value.keys() == {"text", "language"} and set(map(type, value.values())) == {str}:
        return Unit(**value)
    gathered = Gathered(Unit)
    for key, check in (("text", _checked), ("language", _tag)):
        if key in value:
            gathered.take(key, check, value[key])
        else:
            gathered.add(missing(key))
    gathered.unknown(value, ("text", "language"))
    gathered.done()
    raise AssertionError(value)  # pragma: no cover


def part(inner: Hook) -> Hook:
    """Make the quick hook of parts: the usual ones go a shorter way."""

    def structure(value: Any, tp: Any) -> Part:
        if type(value) is dict and type(number := value.get("value")) is int:
            code, bound = value.get("unit"), value.get("comparator", "exactly")
            usual = 1 + (type(code) is str) + ("comparator" in value)
            if len(value) == usual and type(bound) is str:
                comparator = _COMPARATORS.get(bound)
                if comparator is not None:
                    return Part(number, None if code is None else _coded(code), comparator)
        return inner(value, tp)  # type: ignore[no-any-return]

    return structure


def quantity(inner: Hook, parts: Hook) -> Hook:
    """Make the quick hook of quantities: those without a scope go a shorter way."""

    def structure(value: Any, tp: Any) -> Quantity:
        if type(value) is dict and len(value) == 1 and type(value.get("parts")) is list:
            return Quantity(tuple([parts(item, Part) for item in value["parts"]]))
        return inner(value, tp)  # type: ignore[no-any-return]

    return structure


def period(value: Any, _: Any) -> Period:
    """Read an array of spans, or one span."""
    if type(value) is str:
        return Period((Span.parse(value),))
    if type(value) is not list:
        raise wrong("array", value)
    gathered = Gathered(Period)
    spans = []
    for index, item in enumerate(value):
        spans.append(gathered.take(index, lambda v: Span.parse(_string(v)), item))
        if gathered.full:
            break
    gathered.done()
    return Period(tuple(spans))


def category(inner: Hook) -> Hook:
    """Make the hook of categories: a code, or an object."""

    def structure(value: Any, tp: Any) -> Category:
        return Category(value) if type(value) is str else inner(value, tp)

    return structure


def _meaning(value: dict[str, Any], inner: Hook, tp: Any, gathered: Gathered) -> Any:
    """What a cell of a known kind means."""
    kind = value.get("kind", "unread")
    if kind in _FIXED:
        return _FIXED[kind]
    key = "value" if kind == "value" else "reason"
    if key not in value:
        gathered.add(missing(key))
        return None
    if kind == "value":
        return gathered.take(key, inner, value[key], tp)
    return gathered.take(key, lambda v: Statement(_string(v)), value[key])


def _kind(value: dict[str, Any], gathered: Gathered) -> str | None:
    """The kind of a cell, None when it is not known."""
    kind = value.get("kind")
    if "kind" not in value and value.keys() <= _WORDS:
        return "unread"  # words in another language, as a person would write them
    if "kind" not in value:
        gathered.add(missing("kind"))
    elif type(kind) is not str:
        gathered.add(wrong("string", kind), "kind")
    elif kind not in KINDS:
        gathered.add(not_one_of(kind, KINDS), "kind")
    else:
        return kind
    return None


def _any_cell(value: dict[str, Any], inner: Hook, tp: Any) -> Written[Any]:
    """Read a cell of any kind, looking at each of its keys."""
    gathered = Gathered(Written)
    kind = _kind(value, gathered)
    words = gathered.take("text", _checked, value.get("text", ""))
    language = value.get("language")
    if language is not None:
        gathered.take("language", _tag, language)
    gathered.unknown(value, KINDS[kind] if kind else _ALL)
    meaning = _meaning(value, inner, tp, gathered) if kind else None
    gathered.done()
    return Written(meaning, text=words, language=language)


def cell(inner: Hook, tp: Any) -> Hook:
    """Make the hook of cells whose values are of type *tp*, which *inner* reads."""
    bare = (int, Decimal) if tp is Quantity else ()

    def structure(value: Any, _: Any) -> Written[Any]:
        if type(value) is str:
            return Written(text=value)
        if type(value) is dict:
            # The usual cell has a text and a value, nothing else.
            if len(value) == 3 and value.get("kind") == "value":  # noqa: PLR2004
                words = value.get("text")
                if type(words) is str and "value" in value:
                    with suppress(ValueError, BaseValidationError):
                        return Written(inner(value["value"], tp), text=words)
            return _any_cell(value, inner, tp)
        if value is None:
            return Written()
        if type(value) in bare:
            return Written(Quantity((Part(value),)))
        raise wrong("string or object", value)

    return structure
