"""Two things of one list have the same id.

Ids are how totals, comparisons and acceptances find a thing again; with two of one id, nobody can
say which is meant. Give each its own. Source: the model of this library.
"""

from __future__ import annotations

from collections.abc import Iterator

from grantkit.model import Activity, Grant, Report, Task, children
from grantkit.rules.api import Finding, Rule, RuleContext

__all__ = ["rule"]

_LISTS = ("tasks", "activities", "events", "indicators", "effects", "partners", "proposals",
          "recommendations")  # fmt: skip


def check(node: Report | Grant | Task | Activity, context: RuleContext) -> Iterator[Finding]:
    """Find the second and every further one of an id."""
    if all(len(items) == len({item.id for item in items}) for items in _lists(node)):
        return
    first: dict[str, str] = {}
    for path, child in children(node):
        name = path.partition("[")[0]
        if name not in _LISTS:
            continue
        key = f"{name}[{child.id}]"
        if path == first.setdefault(key, path):
            continue
        where = f"{context.path}.{first[key]}" if context.path else first[key]
        yield context.find(path, related=[where], id=child.id, first=where)


def _lists(node: object) -> Iterator[tuple[Report | Grant | Task | Activity, ...]]:
    for name in _LISTS:
        yield getattr(node, name, ())


rule = Rule(
    code="GK101",
    severity="error",
    looks_at=(Report, Grant, Task, Activity),
    check=check,
    example_good=Report(
        id="good", language="en", grant=Grant(id="g", tasks=[Task(id="1"), Task(id="2")])
    ),
    example_bad=Report(
        id="bad", language="en", grant=Grant(id="g", tasks=[Task(id="1"), Task(id="1")])
    ),
)
