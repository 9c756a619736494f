"""What is measured: the example's report, larger ones, and many."""

from __future__ import annotations

import functools
import itertools

import attrs

from benchmarks.running import ROOT
from grantkit import Kit
from grantkit.model import Activity, Report, Task

__all__ = ["EXAMPLE", "kit", "report", "reports"]

EXAMPLE = ROOT / "examples" / "anticorruption-2024.json"


@functools.cache
def kit() -> Kit:
    """The Kit with all that is installed."""
    return Kit(strict=True)


@functools.cache
def report(indicators: int | None = None) -> Report:
    """The example, its cells read, with so many indicators: its activities come again and again."""
    example = kit().load(EXAMPLE)
    if indicators is None:
        return example
    tasks: list[list[Activity]] = [[] for _ in example.grant.tasks]
    left = indicators
    for turn in itertools.count():
        for task, activities in zip(example.grant.tasks, tasks, strict=True):
            for activity in task.activities:
                if left <= 0:
                    return _with(example, tasks)
                kept = activity.indicators[:left]
                left -= len(kept)
                id = f"{activity.id}-{turn}" if turn else activity.id
                activities.append(attrs.evolve(activity, id=id, indicators=kept))
    raise AssertionError


def _with(example: Report, activities: list[list[Activity]]) -> Report:
    tasks: list[Task] = [
        attrs.evolve(task, activities=mine)
        for task, mine in zip(example.grant.tasks, activities, strict=True)
    ]
    return attrs.evolve(example, grant=attrs.evolve(example.grant, tasks=tasks))


def reports(count: int) -> list[Report]:
    """The example so many times, each with ids of its own."""
    one = report()
    grants = (attrs.evolve(one.grant, id=f"{one.grant.id}-{n}") for n in range(count))
    return [attrs.evolve(one, id=f"{one.id}-{n}", grant=g) for n, g in enumerate(grants)]
