"""An activity or event lies outside the period of the grant.

The grant pays for what happens in its period. Correct the date, or explain why the activity began
earlier or ended later. Months are compared as months: an activity "in November" is inside a grant
that ends on the 29th. Source: R14 of the form's rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from grantkit.model import Activity, Event, Period, Report, Written
from grantkit.rules.api import Finding, Rule, RuleContext, named, said
from grantkit.rules.examples import example, task
from grantkit.rules.periods import inside

__all__ = ["rule"]


def check(node: Activity | Event, context: RuleContext) -> Iterator[Finding]:
    """Find a period or date that is not inside the grant's."""
    at = "period" if isinstance(node, Activity) else "date"
    cell: Written[Period] = getattr(node, at)
    grant = context.report.grant.period
    if cell.known is None or grant.known is None:
        return
    if inside(cell.known, grant.known) is False:
        yield context.find(
            at,
            related=["grant.period"],
            name=named(node.title, node.id),
            when=said(cell),
            period=said(grant),
        )


def _example(period: str) -> Report:
    return example(
        period=Written(Period.parse("2024-04-30/2024-11-29")),
        tasks=[task(Activity(id="1.1", period=Written(Period.parse(period))))],
    )


rule = Rule(
    code="GK401",
    severity="warning",
    looks_at=(Activity, Event),
    check=check,
    example_good=_example("2024-06/2024-11"),
    example_bad=_example("2024-11/2024-12"),
)
