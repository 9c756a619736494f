"""One walk over a report, and the paths it gives: ``grant.tasks[4].activities[4.2].title``.

A step in brackets is the id of a child; the second child of one id is ``[id~2]``. Children without
ids (evidence, texts) are numbered from 1. Paths are part of the wire format.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import attrs
from attrs import frozen

from grantkit.errors import UnknownPath
from grantkit.model.frozen import FrozenMap
from grantkit.model.grant import Activity, Contract, Event, Grant, Task
from grantkit.model.indicator import Evidence, Indicator
from grantkit.model.parties import Organisation, Partner, Person, Signature
from grantkit.model.people import Headcount
from grantkit.model.report import Acceptance, Proposal, Recommendation, Report
from grantkit.model.text import Text
from grantkit.model.written import Written

__all__ = ["NODES", "Visit", "children", "locate", "replace", "transform", "walk"]

#: The classes a walk stops at; everything below them is a value.
NODES = (
    Report, Grant, Contract, Organisation, Person, Task, Activity, Event, Indicator, Evidence,
    Headcount, Partner, Proposal, Recommendation, Acceptance, Signature, Written, Text,
)  # fmt: skip

_NODES = frozenset(NODES)
_NAMES: dict[type, tuple[str, ...]] = {}
_STEP = re.compile(r"([a-z_]+)((?:\[[^\[\]]*\])?)(?:\.|\Z)")


@frozen
class Visit:
    """A node met on a walk: where, what, and what it stands in (outermost first)."""

    path: str
    node: Any
    ancestors: tuple[Any, ...]


def _fields(cls: type) -> tuple[str, ...]:
    names = _NAMES.get(cls)
    if names is None:
        names = tuple(a.name for a in attrs.fields(cls)) if attrs.has(cls) else ()
        _NAMES[cls] = names
    return names


def children(node: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the paths and nodes right below *node*."""
    if type(node) in (Text, Written, Headcount):
        return
    head = f"{path}." if path else ""
    for name in _fields(type(node)):
        value = getattr(node, name)
        if type(value) in _NODES:
            yield f"{head}{name}", value
        elif type(value) is tuple and value and type(value[0]) in _NODES:
            for key, item in _keyed(value):
                yield f"{head}{name}[{key}]", item
        elif type(value) is FrozenMap:
            for key, item in value.items():
                yield f"{head}{name}[{key}]", item


def _keyed(items: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    seen: dict[str, int] = {}
    for number, item in enumerate(items, 1):
        key = getattr(item, "id", None) or str(number)
        seen[key] = seen.get(key, 0) + 1
        yield (key if seen[key] == 1 else f"{key}~{seen[key]}"), item


def walk(node: Any, path: str = "") -> Iterator[Visit]:
    """Yield *node* and everything below it, parents first, each with its path.

    >>> from grantkit.model import Grant, Report, Task
    >>> report = Report(id="r", language="en", grant=Grant(id="g", tasks=[Task(id="4")]))
    >>> [visit.path for visit in walk(report) if isinstance(visit.node, Task)]
    ['grant.tasks[4]']
    """
    stack: list[Visit] = [Visit(path, node, ())]
    while stack:
        visit = stack.pop()
        yield visit
        above = (*visit.ancestors, visit.node)
        below = [Visit(where, child, above) for where, child in children(visit.node, visit.path)]
        stack.extend(reversed(below))


def _steps(path: str) -> list[tuple[str, str | None]]:
    steps, position = [], 0
    while position < len(path):
        match = _STEP.match(path, position)
        if match is None:
            msg = f"not a path: {path!r:.200}"
            raise UnknownPath(msg)
        steps.append((match[1], match[2][1:-1] if match[2] else None))
        position = match.end()
    return steps


def _pick(value: Any, key: str, path: str) -> Any:
    found = value.get(key) if isinstance(value, FrozenMap) else dict(_keyed(value)).get(key)
    if found is None:
        msg = f"no {key!r} at {path}"
        raise UnknownPath(msg)
    return found


def locate(node: Any, path: str) -> Any:
    """Return what stands at *path* below *node*.

    Raises:
        UnknownPath: Nothing stands there.
    """
    for name, key in _steps(path):
        if name not in _fields(type(node)):
            msg = f"no {name!r} in {type(node).__name__}: {path}"
            raise UnknownPath(msg)
        node = getattr(node, name)
        if key is not None:
            node = _pick(node, key, path)
    return node


def replace(node: Any, path: str, value: Any) -> Any:
    """Return *node* with *value* at *path*; everything else is shared.

    Raises:
        UnknownPath: The path leads nowhere.
    """
    locate(node, path)
    return _replace(node, _steps(path), value)


def _replace(node: Any, steps: list[tuple[str, str | None]], value: Any) -> Any:
    if not steps:
        return value
    (name, key), rest = steps[0], steps[1:]
    old = getattr(node, name)
    if key is None:
        new = _replace(old, rest, value)
    elif isinstance(old, FrozenMap):
        new = FrozenMap({k: _replace(v, rest, value) if k == key else v for k, v in old.items()})
    else:
        new = tuple(_replace(v, rest, value) if k == key else v for k, v in _keyed(old))
    return attrs.evolve(node, **{name: new})


def transform(node: Any, change: Callable[[str, Any, Any], Any], path: str = "") -> Any:
    """Rebuild a tree bottom up: each `Written` becomes ``change(path, cell, owner)``.

    What does not change is shared with the old tree.
    """
    changed = {}
    head = f"{path}." if path else ""
    for name in _fields(type(node)):
        value = getattr(node, name)
        if type(value) is Written:
            new = change(f"{head}{name}", value, node)
        elif type(value) is tuple and value and type(value[0]) in _WITH_CELLS:
            new = tuple(transform(v, change, f"{head}{name}[{k}]") for k, v in _keyed(value))
            if all(a is b for a, b in zip(new, value, strict=True)):
                new = value
        elif type(value) in _WITH_CELLS:
            new = transform(value, change, f"{head}{name}")
        else:
            continue
        if new is not value:
            changed[name] = new
    return attrs.evolve(node, **changed) if changed else node


_WITH_CELLS = frozenset((Report, Grant, Task, Activity, Event, Indicator, Proposal))
