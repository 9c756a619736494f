"""There is a plan and no fact.

What was planned and not reported counts as nothing known: it is in no total and cannot be judged.
Fill in the fact, even if it is 0; write "not applicable" where that is so. In an interim report
the fact may still come: a note. Source: R13 of the form's rules; the form compares plan and fact.
"""

from __future__ import annotations

from collections.abc import Iterator

from grantkit.model import Indicator, NotApplicable, Quantity, ReportKind
from grantkit.rules.api import Finding, Rule, RuleContext, Severity, said
from grantkit.rules.examples import with_indicator

__all__ = ["rule"]


def check(indicator: Indicator, context: RuleContext) -> Iterator[Finding]:
    """Find a plan whose fact is blank or a dash."""
    if indicator.actual.reported or not indicator.target.reported:
        return
    if isinstance(indicator.target.value, NotApplicable):
        return
    final = context.report.kind is ReportKind.FINAL
    yield context.find(
        "actual",
        severity=context.rule.severity if final else Severity.NOTE,
        name=indicator.name,
        target=said(indicator.target),
    )


rule = Rule(
    code="GK201",
    severity="warning",
    looks_at=Indicator,
    check=check,
    example_good=with_indicator(35, 0),
    example_bad=with_indicator(Quantity.of(35, "post")),
)
