"""The fact has fewer or more numbers than the plan: "4" against "4/1".

"4/1" plans two things, say photographs and videos; with one number in the fact nobody can tell
what came of the other. Give each its number. Source: the main table's composite cells.
"""

from __future__ import annotations

from collections.abc import Iterator

from grantkit.model import Indicator, Part, Quantity
from grantkit.rules.api import Finding, Rule, RuleContext, said
from grantkit.rules.examples import with_indicator
from grantkit.rules.judging import judged

__all__ = ["rule"]

_BOTH = Quantity((Part(4), Part(1)))


def check(indicator: Indicator, context: RuleContext) -> Iterator[Finding]:
    """Find a fact of another number of parts than the plan's."""
    target, actual = indicator.target.known, indicator.actual.known
    if target is None or actual is None:
        return
    if judged(indicator, context).reason == "parts-differ":
        yield context.find(
            "actual",
            name=indicator.name,
            target=said(indicator.target),
            actual=said(indicator.actual),
            planned=len(target.parts),
            given=len(actual.parts),
        )


rule = Rule(
    code="GK204",
    severity="warning",
    looks_at=Indicator,
    check=check,
    example_good=with_indicator(_BOTH, _BOTH),
    example_bad=with_indicator(_BOTH, 4),
)
