"""An event lies outside the months of its activity.

The table says when the activity was, the narrative when each event was: one of the two is wrong.
Source: R14 of the form's rules; two activities of the report it was read from contradict it.
"""

from __future__ import annotations

from collections.abc import Iterator

from grantkit.model import Event, Period, Report, Written
from grantkit.rules.api import Finding, Rule, RuleContext, named, said
from grantkit.rules.examples import with_activity
from grantkit.rules.judging import activity_of
from grantkit.rules.periods import inside

__all__ = ["rule"]


def check(event: Event, context: RuleContext) -> Iterator[Finding]:
    """Find a date that is in none of the activity's spans."""
    activity = activity_of(context)
    if activity is None or event.date.known is None or activity.period.known is None:
        return
    if inside(event.date.known, activity.period.known) is False:
        yield context.find(
            "date",
            related=[f"{context.path.rpartition('.')[0]}.period"],
            name=named(activity.title, activity.id),
            event=event.id,
            when=said(event.date),
            period=said(activity.period),
        )


def _example(date: str) -> Report:
    return with_activity(
        period=Written(Period.parse("2024-09/2024-11")),
        events=[Event(id="1", date=Written(Period.parse(date)))],
    )


rule = Rule(
    code="GK402",
    severity="warning",
    looks_at=Event,
    check=check,
    example_good=_example("2024-09-30"),
    example_bad=_example("2024-07-02"),
)
