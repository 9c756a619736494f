"""Fewer events were held than planned, and nothing says why.

Say why in the section on deviations, or correct the numbers. Where there is such a section, only
a reader can tell whether it speaks of this: a note. In an interim report events may still come:
nothing. Source: R6 of the form's rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from grantkit.model import Activity, ReportKind
from grantkit.rules.api import Finding, Rule, RuleContext, Severity, named
from grantkit.rules.examples import with_activity

__all__ = ["rule"]


def check(activity: Activity, context: RuleContext) -> Iterator[Finding]:
    """Find fewer events held than planned."""
    planned, held = activity.planned_events, activity.held_events
    if planned is None or held is None or held >= planned:
        return
    if context.report.kind is not ReportKind.FINAL:
        return
    explained = context.report.grant.deviation is not None
    yield context.find(
        "held_events",
        severity=Severity.NOTE if explained else context.rule.severity,
        name=named(activity.title, activity.id),
        planned=planned,
        held=held,
    )


rule = Rule(
    code="GK404",
    severity="warning",
    looks_at=Activity,
    check=check,
    example_good=with_activity(planned_events=4, held_events=5),
    example_bad=with_activity(planned_events=5, held_events=4),
)
