"""The fact repeats the plan's "not fewer than …" and so measures nothing.

A fact is a number that was counted. "Not fewer than 100" in the fact says only that the plan was
kept, not what came of it, and no total can use it. Write how many there were.
Source: R15 of the form's rules; eighteen cells of the report it was read from do it.
"""

from __future__ import annotations

from collections.abc import Iterator

from grantkit.model import Indicator, Quantity
from grantkit.rules.api import Finding, Rule, RuleContext, said
from grantkit.rules.examples import with_indicator
from grantkit.rules.judging import judged

__all__ = ["rule"]

_HUNDRED = Quantity.of(100, None, "at-least")


def check(indicator: Indicator, context: RuleContext) -> Iterator[Finding]:
    """Find a fact that has the plan's bound, in the same words or not."""
    parts = judged(indicator, context).parts
    if any(part.reason == "repeats-target" for part in parts):
        yield context.find(
            "actual",
            name=indicator.name,
            target=said(indicator.target),
            actual=said(indicator.actual),
        )


rule = Rule(
    code="GK202",
    severity="warning",
    looks_at=Indicator,
    check=check,
    example_good=with_indicator(_HUNDRED, 104),
    example_bad=with_indicator(_HUNDRED, _HUNDRED),
)
