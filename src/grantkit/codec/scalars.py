"""Reading what is not an object: exact types only, nothing is coerced."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any

from grantkit.codec.problems import BAD_VALUE, Refused, clip, not_one_of, wrong

__all__ = ["NUMBER", "SCALARS", "Hook", "word"]

#: Makes a value of the model from plain data; the second argument is the type, which it knows.
Hook = Callable[[Any, Any], Any]

#: How a number is written in a string.
NUMBER = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"

_NUMBER = re.compile(NUMBER)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _string(value: Any, _: Any) -> str:
    if type(value) is str:
        return value
    raise wrong("string", value)


def _whole(value: Any, _: Any) -> int:
    if type(value) is int:
        return value
    raise wrong("whole number", value)


def _truth(value: Any, _: Any) -> bool:
    if type(value) is bool:
        return value
    raise wrong("true or false", value)


def _number(value: Any, _: Any) -> Any:
    """Check the type only: the constructors make an exact Decimal of it."""
    if type(value) is int or type(value) is Decimal:
        return value
    if type(value) is not str:
        raise wrong("number", value)
    if _NUMBER.fullmatch(value) is None:
        raise Refused(BAD_VALUE, reason='a number is written 25 or "2.5"', value=clip(value))
    return value


def _day(value: Any, _: Any) -> dt.date:
    if type(value) is not str:
        raise wrong("string", value)
    if _DAY.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise Refused(BAD_VALUE, reason="a day is written 2024-12-31", value=clip(value))


#: The scalar types of the model.
SCALARS: Mapping[Any, Hook] = {
    str: _string,
    int: _whole,
    bool: _truth,
    Decimal: _number,
    dt.date: _day,
}


def word(enum: type[StrEnum]) -> Hook:
    """Make the hook of an enumeration."""
    members = {member.value: member for member in enum}

    def structure(value: Any, _: Any) -> StrEnum:
        if type(value) is not str:
            raise wrong("string", value)
        member = members.get(value)
        if member is None:
            raise not_one_of(value, members)
        return member

    return structure
