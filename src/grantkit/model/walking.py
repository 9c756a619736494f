"""One walk over a report, and the paths it gives: ``grant.tasks[4].activities[4.2].title``.

A step in brackets is the id of a child; the second child of one id is ``[id~2]``. Children without
ids (evidence, texts) are numbered from 1. Paths are part of the wire format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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

__all__ = ["NODES", "Visit", "children", "keyed", "locate", "names", "steps", "walk"]

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


def names(cls: type) -> tuple[str, ...]:
    """Return the names of a class's fields, none where it is no class of ours."""
    known = _NAMES.get(cls)
    if known is None:
        known = tuple(a.name for a in attrs.fields(cls)) if attrs.has(cls) else ()
        _NAMES[cls] = known
    return known


def children(node: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the paths and nodes right below *node*."""
    if type(node) in (Text, Written, Headcount):
        return
    head = f"{path}." if path else ""
    for name in names(type(node)):
        value = getattr(node, name)
        if type(value) in _NODES:
            yield f"{head}{name}", value
        elif type(value) is tuple and value and type(value[0]) in _NODES:
            for key, item in keyed(value):
                yield f"{head}{name}[{key}]", item
        elif type(value) is FrozenMap:
            for key, item in value.items():
                yield f"{head}{name}[{key}]", item


def keyed(items: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    """Yield each item with its key: its id, the second of one id ``id~2``, else its number."""
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


def steps(path: str) -> list[tuple[str, str | None]]:
    """Return the names in a path, each with its key or None."""
    found, position = [], 0
    while position < len(path):
        match = _STEP.match(path, position)
        if match is None:
            msg = f"not a path: {path!r:.200}"
            raise UnknownPath(msg)
        found.append((match[1], match[2][1:-1] if match[2] else None))
        position = match.end()
    return found


def _pick(value: Any, key: str, path: str) -> Any:
    found = value.get(key) if isinstance(value, FrozenMap) else dict(keyed(value)).get(key)
    if found is None:
        msg = f"no {key!r} at {path}"
        raise UnknownPath(msg)
    return found


def locate(node: Any, path: str) -> Any:
    """Return what stands at *path* below *node*.

    Raises:
        UnknownPath: Nothing stands there.
    """
    for name, key in steps(path):
        if name not in names(type(node)):
            msg = f"no {name!r} in {type(node).__name__}: {path}"
            raise UnknownPath(msg)
        node = getattr(node, name)
        if key is not None:
            node = _pick(node, key, path)
    return node
