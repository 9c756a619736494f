"""The people counted at the events do not fit the people counted for the activity.

At all events together there were at least as many attendances as persons, and at no event more
persons than in all. Attendances add up exactly; persons who came twice make the events' sum
larger, so where it is not said what was counted, a larger sum is only a note. Correct the count
that is wrong, or say whether persons or attendances were counted. Source: R18 of the form's rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from grantkit.measures.sums import whole
from grantkit.model import Activity, Counts, Event, Headcount
from grantkit.rules.api import Finding, Rule, RuleContext, Severity
from grantkit.rules.examples import with_activity
from grantkit.rules.people import EventPeople, event_people

__all__ = ["rule"]


def check(activity: Activity, context: RuleContext) -> Iterator[Finding]:
    """Find events' counts that contradict the activity's."""
    total = None if activity.headcount is None else whole(activity.headcount)
    at_events = event_people(activity)
    if activity.headcount is None or total is None or at_events is None:
        return
    severity = _contradiction(total, activity.headcount.counts, at_events, context.rule.severity)
    if severity is not None:
        yield context.find(
            "headcount",
            severity=severity,
            related=[f"{context.path}.events"],
            total=total,
            events=at_events.counted,
            sum=at_events.attendances,
            difference=abs(at_events.attendances - total),
        )


def _contradiction(
    total: int, counts: Counts, at_events: EventPeople, sure: Severity
) -> Severity | None:
    if at_events.largest > total or (at_events.complete and at_events.attendances < total):
        return sure
    if at_events.attendances > total and counts is not Counts.UNIQUE:
        return sure if counts is Counts.CONTACTS else Severity.NOTE
    return None


_EVENTS = [Event(id="1", headcount=Headcount(22)), Event(id="2", headcount=Headcount(29))]

rule = Rule(
    code="GK302",
    severity="warning",
    looks_at=Activity,
    check=check,
    example_good=with_activity(headcount=Headcount(51), events=_EVENTS),
    example_bad=with_activity(headcount=Headcount(57), events=_EVENTS),
)
