"""What the model's annotations say, for every part of the codec."""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Mapping
from typing import Any

import attrs

from grantkit.model import FrozenMap, Money, Written

__all__ = ["fields", "held", "is_optional", "needed", "strip"]


@functools.cache
def fields(cls: type) -> Mapping[str, Any]:
    """The types of a class's attributes, by name, in order."""
    hints = typing.get_type_hints(cls)
    return {a.name: hints[a.name] for a in attrs.fields(cls)}


@functools.cache
def needed(cls: type) -> tuple[str, ...]:
    """The attributes that must be there; the wire format asks for the currency too."""
    always = ("currency",) if cls is Money else ()
    return tuple(
        a.name for a in attrs.fields(cls) if a.default is attrs.NOTHING or a.name in always
    )


def is_optional(tp: Any) -> bool:
    """Whether None is a value of the type."""
    return isinstance(tp, types.UnionType) and type(None) in tp.__args__


@functools.cache
def strip(tp: Any) -> Any:
    """The type without its None."""
    if not is_optional(tp):
        return tp
    (rest,) = (t for t in tp.__args__ if t is not type(None))
    return rest


@functools.cache
def held(tp: Any) -> tuple[Any, Any]:
    """The container and what it holds: ``(tuple, Task)``, ``(Written, Money)``, else None twice."""
    origin = typing.get_origin(tp)
    if origin is tuple or origin is Written:
        return origin, typing.get_args(tp)[0]
    if origin is FrozenMap:
        return origin, typing.get_args(tp)[1]
    return None, None
