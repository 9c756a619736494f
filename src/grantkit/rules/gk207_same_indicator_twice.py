"""One indicator stands twice in an activity, with different facts.

One of the two is wrong, or they are not the same and need names that tell them apart. Where their
plans differ too, they may well be two things: a note. Source: the main table.
"""

from __future__ import annotations

from collections.abc import Iterator

from grantkit.model import Activity, Grant, Indicator, children
from grantkit.rules.api import Finding, Rule, RuleContext, Severity, said
from grantkit.rules.examples import indicator as _indicator
from grantkit.rules.examples import with_activity

__all__ = ["rule"]


def check(node: Activity | Grant, context: RuleContext) -> Iterator[Finding]:
    """Find indicators of one code, or else of one name and unit, whose facts differ."""
    first: dict[tuple[object, ...], tuple[str, Indicator]] = {}
    for path, indicator in children(node):
        if not isinstance(indicator, Indicator):
            continue
        where, earlier = first.setdefault(
            _meaning(indicator, context.report.language), (path, indicator)
        )
        if earlier is indicator or _same_fact(earlier, indicator):
            continue
        same_plan = earlier.target.value == indicator.target.value
        yield context.find(
            f"{path}.actual",
            severity=context.rule.severity if same_plan else Severity.NOTE,
            related=[f"{context.path}.{where}.actual"],
            name=indicator.name,
            first=said(earlier.actual),
            second=said(indicator.actual),
        )


def _meaning(indicator: Indicator, language: str) -> tuple[object, ...]:
    if indicator.code is not None:
        return (indicator.code,)
    name = indicator.name.best(language)[0]
    plan = indicator.target.known or indicator.actual.known
    unit = (plan.parts[0].unit if plan else None) or indicator.unit
    return " ".join(name.casefold().split()), unit


def _same_fact(one: Indicator, other: Indicator) -> bool:
    if not (one.actual.reported and other.actual.reported):
        return True
    return one.actual.value == other.actual.value and (
        one.actual.known is not None or one.actual.text == other.actual.text
    )


rule = Rule(
    code="GK207",
    severity="warning",
    looks_at=(Activity, Grant),
    check=check,
    example_good=with_activity(indicators=[_indicator(2, 2), _indicator(2, 2, id="posts-2")]),
    example_bad=with_activity(indicators=[_indicator(2, 2), _indicator(2, 6, id="posts-2")]),
)
