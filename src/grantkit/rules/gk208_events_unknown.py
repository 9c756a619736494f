"""The plan is counted from each event, and the number of events is not given.

"From every contest not fewer than 10" plans nothing certain until it is said how many contests.
Give the planned number of events of the activity. Source: R16 of the form's rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from grantkit.measures.scopes import is_per_event
from grantkit.model import Indicator, Quantity
from grantkit.rules.api import Finding, Rule, RuleContext, said
from grantkit.rules.examples import with_indicator
from grantkit.rules.judging import activity_of

__all__ = ["rule"]

_EACH = Quantity.of(10, None, "at-least", per="contest")


def check(indicator: Indicator, context: RuleContext) -> Iterator[Finding]:
    """Find a plan per event where no number of events is planned."""
    target = indicator.target.known
    if target is None or not is_per_event(target):
        return
    activity = activity_of(context)
    if activity is None or activity.planned_events is None:
        yield context.find("target", name=indicator.name, target=said(indicator.target))


rule = Rule(
    code="GK208",
    severity="warning",
    looks_at=Indicator,
    check=check,
    example_good=with_indicator(_EACH, 67, activity={"planned_events": 4}),
    example_bad=with_indicator(_EACH, 67),
)
