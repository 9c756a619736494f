"""One look at a whole tree built in code: whether every attribute holds what its type says.

Constructors check what is cheap and what means nothing; that a task is a `Task` and a title a
`Text` is checked once, here, where a report comes in. What the codec has read is sound already.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import islice
from operator import attrgetter
from typing import Any, TypeVar, Union

import attrs

from grantkit.errors import InvalidValue
from grantkit.model.frozen import FrozenMap
from grantkit.model.money import Money
from grantkit.model.period import Period
from grantkit.model.quantity import Quantity
from grantkit.model.report import Report
from grantkit.model.text import Text
from grantkit.model.walking import keyed

__all__ = ["field_type", "item_type", "sound", "unsound", "wrong"]

_MOST = 20  # paths named in one message

#: Whether a value of the right class is right inside too.
_Check = Callable[[Any], bool]
#: The classes that a type allows, exactly; None: nothing inside needs a look.
_Table = Mapping[type, _Check | None]


def sound(report: Report) -> Report:
    """Return *report* as it is.

    Raises:
        InvalidValue: Something in it is not of its type; the first twenty paths are named.

    >>> from grantkit.model import Grant
    >>> sound(Report(id="r", language="en", grant=Grant(id="g", title="Fair")))
    Traceback (most recent call last):
    grantkit.errors.InvalidValue: grant.title: Text or None is needed, not str 'Fair'
    """
    problems = islice(wrong(report, Report), _MOST + 1)
    found = [f"{path or 'report'}: {tp} is needed, not {got}" for path, tp, got in problems]
    if found:
        more = "; and more" if len(found) > _MOST else ""
        raise InvalidValue("; ".join(found[:_MOST]) + more)
    return report


def unsound(node: Any, path: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield path, type needed and what is there, for all that is not of its type in *node*.

    A cell on its own may have a value of any kind; in a report, only of the kind of its place.
    """
    if attrs.has(type(node)) or type(node) is Text:
        yield from wrong(node, type(node), path)
    else:
        yield path, "value of the model", _shown(node)


def wrong(value: Any, tp: Any, path: str = "") -> Iterator[tuple[str, str, str]]:
    """Do the same for a value of which its place says the type."""
    check = _table(tp).get(type(value), _no)
    if check is None or check(value):
        return
    member = _member(tp, type(value))
    if member is None:
        yield path, _words(tp), _shown(value)
    elif type(value) is tuple:
        for key, item in keyed(value):
            yield from wrong(item, item_type(member), f"{path}[{key}]")
    elif type(value) is FrozenMap:
        for key, item in value.items():
            yield from wrong(key, typing.get_args(member)[0], f"{path}[{key}]")
            yield from wrong(item, item_type(member), f"{path}[{key}]")
    else:
        head = f"{path}." if path else ""
        for name, inner in _hints(member).items():
            yield from wrong(getattr(value, name), inner, f"{head}{name}")


def field_type(tp: Any, cls: type, name: str) -> Any:
    """Return the type of a field of *cls*, where the place of the node allows *tp*."""
    return _hints(_member(tp, cls) or cls)[name]


def item_type(tp: Any) -> Any:
    """Return the type of what a tuple or mapping holds; of a `Text`, its versions."""
    container = _member(tp, tuple) or _member(tp, FrozenMap)
    if container is None:
        return str
    return typing.get_args(container)[0 if typing.get_origin(container) is tuple else 1]


def _no(_: Any) -> bool:
    return False


def _members(tp: Any) -> tuple[Any, ...]:
    """The types that a union joins; a cell whose kind is not known may hold a value of any."""
    if isinstance(tp, TypeVar):
        return Quantity, Money, Period
    if typing.get_origin(tp) in (Union, types.UnionType):
        return tuple(m for part in typing.get_args(tp) for m in _members(part))
    return (tp,)


def _member(tp: Any, cls: type) -> Any:
    return next((m for m in _members(tp) if (typing.get_origin(m) or m) is cls), None)


@cache
def _hints(tp: Any) -> dict[str, Any]:
    """The types of a class's fields, those of ``Written[Money]`` with its type filled in."""
    cls = typing.get_origin(tp) or tp
    hints = typing.get_type_hints(cls)
    given = typing.get_args(tp)
    return {
        a.name: hints[a.name][given]
        if given and getattr(hints[a.name], "__parameters__", ())
        else hints[a.name]
        for a in attrs.fields(cls)
    }


@cache
def _table(tp: Any) -> _Table:
    return {typing.get_origin(member) or member: _inside(member) for member in _members(tp)}


def _inside(tp: Any) -> _Check | None:
    cls = typing.get_origin(tp) or tp
    if cls is tuple:
        return _items(_table(typing.get_args(tp)[0]))
    if cls is FrozenMap:
        keys, values = (_items(_table(arg)) for arg in typing.get_args(tp))
        return lambda mapping: keys(mapping) and values(mapping.values())
    if attrs.has(cls):
        return _node(tp)
    return None


def _items(table: _Table) -> _Check:
    def check(items: Any) -> bool:
        for item in items:
            inner = table.get(type(item), _no)
            if inner is not None and not inner(item):
                return False
        return True

    return check


def _node(tp: Any) -> _Check | None:
    hints = _hints(tp)
    if not hints:
        return None
    # One more name, so that the getter gives a tuple for a single one too.
    get = attrgetter(*hints, "__class__")
    tables = tuple(_table(hint) for hint in hints.values())

    def check(node: Any) -> bool:
        for table, value in zip(tables, get(node), strict=False):
            inner = table.get(type(value), _no)
            if inner is not None and not inner(value):
                return False
        return True

    return check


def _words(tp: Any) -> str:
    names = []
    for member in _members(tp):
        origin, args = typing.get_origin(member), typing.get_args(member)
        if member is type(None):
            names.append("None")
        elif origin is None:
            names.append(member.__name__)
        elif origin is tuple:
            names.append(f"tuple of {_words(args[0])}")
        else:
            names.append(f"{origin.__name__}[{', '.join(map(_words, args))}]")
    return " or ".join(names)


def _shown(value: Any) -> str:
    if value is None or isinstance(value, type):
        return repr(value)
    plain = isinstance(value, str | bytes | int | float)
    return f"{type(value).__name__} {value!r:.60}" if plain else type(value).__name__
