"""The number of partners reported is not the number of partners listed.

Row 9 of the socio-economic table and the table of section 6 speak of the same partners. List all
who took a direct part, or correct the number; suppliers are no partners.
Source: R9 of the form's rules; the report they were read from has 15 and lists 10.
"""

from __future__ import annotations

from collections.abc import Iterator

from grantkit.model import Partner, Report
from grantkit.rules.api import Finding, Rule, RuleContext, effect, number
from grantkit_kz.rules.common import FORMS, ORIGIN, effect_row, example

__all__ = ["rule"]


def check(report: Report, context: RuleContext) -> Iterator[Finding]:
    """Find a number of partners that the list does not have."""
    row = effect(report, "partners")
    reported = number(row[1].actual) if row else None
    if row is None or reported is None or reported == len(report.partners):
        return
    listed = len(report.partners)
    yield context.find(
        f"{row[0]}.actual",
        related=["partners"],
        reported=reported,
        listed=listed,
    )


_LISTED = {"partners": (Partner(id="school"), Partner(id="library"))}

rule = Rule(
    code="KZ601",
    severity="warning",
    looks_at=Report,
    check=check,
    applies_to=FORMS,
    origin=ORIGIN,
    example_good=example(_LISTED, effects=[effect_row("partners", None, 2)]),
    example_bad=example(_LISTED, effects=[effect_row("partners", None, 5)]),
)
