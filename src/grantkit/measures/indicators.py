"""The indicators below a node, each with its path and the activity it belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from grantkit.measures.achievement import Achievement, achievement
from grantkit.model import Activity, Grant, Indicator, Report, Task, children

__all__ = ["Placed", "indicators", "judge"]

_ABOVE = (Report, Grant, Task, Activity)


@frozen
class Placed:
    """An indicator, where it stands and in which activity; effects stand in none."""

    path: str
    indicator: Indicator
    activity: Activity | None = None


def indicators(node: object, path: str = "", activity: Activity | None = None) -> Iterator[Placed]:
    """Yield every indicator at or below *node*, in the report's order.

    >>> from grantkit.model import Text
    >>> staff = Indicator(id="staff", name=Text.of("Staff", "en"))
    >>> [placed.path for placed in indicators(Grant(id="g", effects=[staff]), "grant")]
    ['grant.effects[staff]']
    """
    if isinstance(node, Indicator):
        yield Placed(path, node, activity)
        return
    if isinstance(node, Activity):
        activity = node
    for where, child in children(node, path):
        if isinstance(child, (Indicator, *_ABOVE)):
            yield from indicators(child, where, activity)


def judge(indicator: Indicator, activity: Activity | None = None) -> Achievement:
    """Judge the fact of *indicator*, with the numbers of events of its activity."""
    return achievement(
        indicator.target,
        indicator.actual,
        baseline=indicator.baseline,
        direction=indicator.direction,
        planned_events=activity.planned_events if activity else None,
        held_events=activity.held_events if activity else None,
    )
