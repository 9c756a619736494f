"""The number of events held is not the number of events listed.

More listed than held: one of the two is wrong. Fewer listed: the list may just not be complete,
which is a note. List what is missing, or correct the number. Source: R16 of the form's rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from grantkit.model import Activity, Event
from grantkit.rules.api import Finding, Rule, RuleContext, Severity, named
from grantkit.rules.examples import with_activity

__all__ = ["rule"]


def check(activity: Activity, context: RuleContext) -> Iterator[Finding]:
    """Find a list of events of another length than the number given."""
    held, listed = activity.held_events, len(activity.events)
    if held is None or not listed or listed == held:
        return
    yield context.find(
        "held_events",
        severity=context.rule.severity if listed > held else Severity.NOTE,
        related=[f"{context.path}.events"],
        name=named(activity.title, activity.id),
        held=held,
        listed=listed,
    )


_EVENTS = [Event(id="1"), Event(id="2")]

rule = Rule(
    code="GK403",
    severity="warning",
    looks_at=Activity,
    check=check,
    example_good=with_activity(held_events=2, events=_EVENTS),
    example_bad=with_activity(held_events=1, events=_EVENTS),
)
