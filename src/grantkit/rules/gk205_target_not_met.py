"""The target is not met and nothing says why.

The form asks for the grounds wherever the outcome is not the plan. Give them beside the indicator
or in the section on deviations; if the grant is still going on, there is nothing to explain yet.
Of money, spending up to a tenth less than planned is a saving (setting ``saving``, per cent).
Source: R6 of the form's rules ("при наличии – обоснование отклонения от плана").
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from grantkit.measures.achievement import Status
from grantkit.model import CONTEXT, Indicator, ReportKind, Text
from grantkit.rules.api import Finding, Rule, RuleContext, said
from grantkit.rules.examples import with_indicator
from grantkit.rules.judging import activity_of, due, judged, unexplained

__all__ = ["rule"]


def check(indicator: Indicator, context: RuleContext) -> Iterator[Finding]:
    """Find a target that is certainly not met and not explained."""
    if context.report.kind is not ReportKind.FINAL:
        return
    if judged(indicator, context).status is not Status.NOT_MET:
        return
    severity = unexplained(indicator, context)
    if severity is not None and not _saved(indicator, context):
        activity = activity_of(context)
        yield context.find(
            "actual",
            severity=severity,
            name=indicator.name,
            target=due(indicator, context),
            actual=said(indicator.actual),
            events=activity.held_events if activity else None,
        )


def _saved(indicator: Indicator, context: RuleContext) -> bool:
    """Whether it is money, of which a little less was spent than planned: no failure."""
    plan, fact = indicator.target.known, indicator.actual.known
    if plan is None or fact is None or plan.single is None or fact.single is None:
        return False
    unit = indicator.unit or plan.single.unit
    if unit is None or not unit.is_currency:
        return False
    least = CONTEXT.multiply(plan.single.value, Decimal(100 - context.settings["saving"]))
    return CONTEXT.multiply(fact.single.value, Decimal(100)) >= least


rule = Rule(
    code="GK205",
    severity="warning",
    looks_at=Indicator,
    check=check,
    settings={"saving": 10},
    example_good=with_indicator(35, 30, deviation=Text.of("Five were put off.", "en")),
    example_bad=with_indicator(35, 30),
)
