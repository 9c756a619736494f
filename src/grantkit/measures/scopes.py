"""What numbers are counted from: which scopes are the activity's events."""

from __future__ import annotations

from grantkit.model import Quantity, Unit

__all__ = ["EVENT_SCOPES", "is_event_scope", "is_per_event", "same_scope"]

#: Units that, as a scope, mean each event of the activity ("from every contest …").
EVENT_SCOPES = frozenset(
    {
        "action",
        "briefing",
        "contest",
        "debate",
        "event",
        "exhibition",
        "lecture",
        "meeting",
        "round-table",
        "seminar",
        "survey",
        "training",
        "trip",
    }
)


def is_event_scope(scope: Unit | None) -> bool:
    """Whether *scope* is an event of the activity."""
    return scope is not None and scope.code in EVENT_SCOPES


def is_per_event(quantity: Quantity) -> bool:
    """Whether the numbers hold for each event.

    >>> is_per_event(Quantity.of(5, per="contest")), is_per_event(Quantity.of(5, per="month"))
    (True, False)
    """
    return is_event_scope(quantity.per)


def same_scope(one: Quantity, other: Quantity) -> bool:
    """Whether both hold for the same thing; all names of an event are one."""
    return one.per == other.per or (is_per_event(one) and is_per_event(other))
