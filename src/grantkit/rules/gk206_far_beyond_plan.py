"""The fact is far beyond the plan and nothing says why.

Several times the plan is a mistake in one of the two cells, or a plan that was too low: a reader
will ask. Explain it beside the indicator or in the section on deviations, or correct the cell.
A plan of "not fewer than" is open upwards: a note. Source: R6 of the form's rules.

Setting ``limit``: how many times the plan is too much without a reason (2).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from grantkit.model import Comparator, Direction, FrozenMap, Indicator, Text
from grantkit.rules.api import Finding, Rule, RuleContext, Severity, said
from grantkit.rules.examples import with_indicator
from grantkit.rules.judging import due, judged, unexplained

__all__ = ["rule"]


def check(indicator: Indicator, context: RuleContext) -> Iterator[Finding]:
    """Find a part of the fact that is more than *limit* times its plan."""
    target = indicator.target.known
    if target is None or indicator.direction is not Direction.INCREASE:
        return
    limit = Fraction(str(context.settings["limit"]))
    ratios = [
        (part.ratio, wanted.comparator)
        for part, wanted in zip(judged(indicator, context).parts, target.parts, strict=False)
        if part.ratio is not None and part.ratio > limit
    ]
    severity = unexplained(indicator, context) if ratios else None
    if severity is None:
        return
    if all(comparator is not Comparator.EXACTLY for _, comparator in ratios):
        severity = Severity.NOTE
    yield context.find(
        "actual",
        severity=severity,
        name=indicator.name,
        target=due(indicator, context),
        actual=said(indicator.actual),
        percent=int(max(ratio for ratio, _ in ratios) * 100),
    )


rule = Rule(
    code="GK206",
    severity="warning",
    looks_at=Indicator,
    check=check,
    settings=FrozenMap({"limit": 2}),
    example_good=with_indicator(5, 35, deviation=Text.of("Volunteers joined in.", "en")),
    example_bad=with_indicator(5, 35),
)
