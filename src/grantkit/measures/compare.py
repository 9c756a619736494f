"""What differs between two reports: plan and outcome, interim and final, file and file."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import attrs
from attrs import frozen

from grantkit.model import FrozenMap, Report, Written, children

__all__ = ["Change", "Difference", "compare"]


class Change(StrEnum):
    """What happened to a value between the first report and the second."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@frozen
class Difference:
    """A value that is not the same in both, with both sides; None where one has none."""

    path: str
    change: Change
    before: Any
    after: Any


def compare(before: Report, after: Report) -> tuple[Difference, ...]:
    """Return what differs, by path, in the order of *after* and then of what it lacks.

    A written cell counts as changed when its value is, or, where it has none, its words.

    >>> from grantkit.model import Grant
    >>> one = Report(id="r", language="en", grant=Grant(id="g", theme="health"))
    >>> two = Report(id="r", language="en", grant=Grant(id="g", theme="school"))
    >>> [(d.path, str(d.change), d.before, d.after) for d in compare(one, two)]
    [('grant.theme', 'changed', 'health', 'school')]
    """
    first, second = dict(_leaves(before)), dict(_leaves(after))
    found = []
    for path, value in second.items():
        if path not in first:
            found.append(Difference(path, Change.ADDED, None, value))
        elif not _same(first[path], value):
            found.append(Difference(path, Change.CHANGED, first[path], value))
    found += [
        Difference(path, Change.REMOVED, value, None)
        for path, value in first.items()
        if path not in second
    ]
    return tuple(found)


def _same(before: Any, after: Any) -> bool:
    if isinstance(before, Written) and isinstance(after, Written):
        if before.known is not None or after.known is not None:
            return bool(before.known == after.known)
        return before.value == after.value and before.text == after.text
    return bool(before == after)


def _leaves(node: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the values of a node that are no nodes themselves and not the default."""
    head = f"{path}." if path else ""
    below = dict(children(node, path))
    if not below and not attrs.has(type(node)):
        yield path, node
        return
    if isinstance(node, Written):
        if node != Written():
            yield path, node
        return
    names = {where[len(head) :].partition("[")[0].partition(".")[0] for where in below}
    for field in attrs.fields(type(node)) if attrs.has(type(node)) else ():
        value = getattr(node, field.name)
        if field.name not in names and value not in (None, (), FrozenMap()):
            yield f"{head}{field.name}", value
    for where, child in below.items():
        yield from _leaves(child, where)
