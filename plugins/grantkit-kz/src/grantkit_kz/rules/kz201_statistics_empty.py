"""The statistics on participants are empty in an interim report.

By the form's own words the tables by sex, category and age are due when the interim report is
handed in; a final report may leave them empty. Fill in what was counted.
Source: section 4 of the form ("бағдарламалық аралық есепті ұсыну кезінде").
"""

from __future__ import annotations

from collections.abc import Iterator

from grantkit.model import Headcount, Report, ReportKind
from grantkit.rules.api import Finding, Rule, RuleContext
from grantkit_kz.rules.common import FORMS, ORIGIN, example

__all__ = ["rule"]


def check(report: Report, context: RuleContext) -> Iterator[Finding]:
    """Find an interim report without any count of participants."""
    counted = report.statistics
    if report.kind is not ReportKind.INTERIM:
        return
    if counted is None or (counted.total is None and not counted.cells):
        yield context.find("statistics")


rule = Rule(
    code="KZ201",
    severity="error",
    looks_at=Report,
    check=check,
    applies_to=FORMS,
    origin=ORIGIN,
    example_good=example({"kind": "interim", "statistics": Headcount(120)}),
    example_bad=example({"kind": "interim"}),
)
