"""The plan is a number and the fact is words.

Words cannot be compared with a number or added up. Write the number; what is to be said besides
goes into the narrative. "None" may mean 0 or nothing known, so it is not read as 0; a note,
because words may be all there is to say. Source: the form compares plan and fact.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from grantkit.model import Indicator, Quantity, Statement, Written
from grantkit.rules.api import Finding, Rule, RuleContext, said
from grantkit.rules.examples import indicator as _indicator
from grantkit.rules.examples import with_activity, with_indicator

__all__ = ["rule"]


def check(indicator: Indicator, context: RuleContext) -> Iterator[Finding]:
    """Find words beside a plan that is a quantity."""
    fact = indicator.actual.value
    if indicator.target.known is None or not isinstance(fact, Statement) or fact.pending:
        return
    yield context.find(
        "actual",
        name=indicator.name,
        target=said(indicator.target),
        actual=indicator.actual.text,
        reason=fact.reason,
    )


_DONE: Written[Quantity] = Written(text="done in full", value=Statement("words"))

rule = Rule(
    code="GK203",
    severity="note",
    looks_at=Indicator,
    check=check,
    example_good=with_indicator(6, 6),
    example_bad=with_activity(indicators=[evolve(_indicator(6), actual=_DONE)]),
)
