"""The taxes are more than the payroll they are taken from.

The row holds only the social tax, social contributions and medical insurance of the staff, a part
of their pay. One of the two amounts is wrong. Where the payroll fits as thousands, KZ501 says so
instead. Source: row 7 of the socio-economic table.
"""

from __future__ import annotations

from collections.abc import Iterator

from grantkit.model import Grant, Money
from grantkit.rules.api import Finding, Rule, RuleContext, effect, number
from grantkit_kz.rules.common import FORMS, ORIGIN, effect_row, example
from grantkit_kz.rules.kz501_scale_wrong import in_thousands

__all__ = ["rule"]


def check(_: Grant, context: RuleContext) -> Iterator[Finding]:
    """Find taxes above the payroll."""
    payroll, taxes = effect(context.report, "payroll"), effect(context.report, "taxes")
    if payroll is None or taxes is None:
        return
    for column in ("target", "actual"):
        paid = number(getattr(payroll[1], column))
        due = number(getattr(taxes[1], column))
        if paid is None or due is None or due <= paid:
            continue
        path = f"{taxes[0]}.{column}"
        if in_thousands(context.report, column) != "payroll":
            yield context.find(
                path.removeprefix(f"{context.path}."),
                related=[f"{payroll[0]}.{column}"],
                taxes=Money(due),
                payroll=Money(paid),
            )


rule = Rule(
    code="KZ502",
    severity="warning",
    looks_at=Grant,
    check=check,
    applies_to=FORMS,
    origin=ORIGIN,
    example_good=example(effects=[effect_row("payroll", 2_345_000), effect_row("taxes", 266_392)]),
    example_bad=example(effects=[effect_row("payroll", 266_392), effect_row("taxes", 2_345_000)]),
)
