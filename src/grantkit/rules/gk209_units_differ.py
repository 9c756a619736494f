"""Plan and fact are in different units.

35 posts cannot be compared with 40 articles. Use the plan's unit in the fact, or say in the
section on deviations what was done instead. Source: the form compares plan and fact.
"""

from __future__ import annotations

from collections.abc import Iterator

from grantkit.model import Indicator, Quantity
from grantkit.rules.api import Finding, Rule, RuleContext, said
from grantkit.rules.examples import with_indicator
from grantkit.rules.judging import judged

__all__ = ["rule"]


def check(indicator: Indicator, context: RuleContext) -> Iterator[Finding]:
    """Find a part whose fact is in another unit than its plan."""
    if any(part.reason == "units-differ" for part in judged(indicator, context).parts):
        yield context.find(
            "actual",
            name=indicator.name,
            target=said(indicator.target),
            actual=said(indicator.actual),
        )


rule = Rule(
    code="GK209",
    severity="warning",
    looks_at=Indicator,
    check=check,
    example_good=with_indicator(Quantity.of(35, "post"), 35),
    example_bad=with_indicator(Quantity.of(35, "post"), Quantity.of(40, "page")),
)
