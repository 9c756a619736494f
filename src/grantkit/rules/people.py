"""How many people an activity's own counts speak of, as the interval they leave."""

from __future__ import annotations

from attrs import frozen

from grantkit.measures.bounds import INFINITY
from grantkit.measures.sums import whole
from grantkit.model import Activity, Comparator, Event

__all__ = ["EventPeople", "event_people", "people"]

_FROM_BELOW = (Comparator.AT_LEAST, Comparator.MORE_THAN)


@frozen
class EventPeople:
    """The people counted at events: at how many events, the largest, and all attendances.

    ``complete`` is whether every event of the activity is counted.
    """

    counted: int
    largest: int
    attendances: int
    complete: bool


def event_people(activity: Activity) -> EventPeople | None:
    """Return the people at the activity's events, None where no event is counted."""
    counts = [n for event in activity.events if (n := _of(event)) is not None]
    if not counts:
        return None
    listed = len(activity.events)
    complete = len(counts) == listed and (activity.held_events or listed) == listed
    return EventPeople(len(counts), max(counts), sum(counts), complete)


def _of(event: Event) -> int | None:
    return None if event.headcount is None else whole(event.headcount)


def people(activity: Activity) -> tuple[int, float] | None:
    """Return the least and the greatest number of people the activity's counts allow."""
    headcount = activity.headcount
    if headcount is not None:
        exact = whole(headcount)
        if exact is not None:
            return exact, exact
        if headcount.total is not None and headcount.comparator in _FROM_BELOW:
            return headcount.total, INFINITY
        return None
    at_events = event_people(activity)
    if at_events is None or not at_events.complete:
        return None
    return at_events.largest, at_events.attendances
