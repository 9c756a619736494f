"""Payroll, taxes and purchases together are more than the grant.

What was paid out of the grant cannot be more than the grant; one of the amounts is wrong, or
written in another scale, or holds the grantee's own money. Plans and facts are added up apart.
Source: R13 of the form's rules.

Setting ``codes``: the rows that are added up (payroll, taxes, purchases).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from grantkit.model import CONTEXT, FrozenMap, Grant, Money, Quantity, Report, Text, Written
from grantkit.rules.api import Finding, Rule, RuleContext
from grantkit.rules.examples import example
from grantkit.rules.examples import indicator as _indicator
from grantkit.rules.money import amounts

__all__ = ["rule"]


def check(grant: Grant, context: RuleContext) -> Iterator[Finding]:
    """Find plans or facts that add up to more than the grant."""
    whole = grant.amount.known
    if whole is None:
        return
    for column in ("target", "actual"):
        rows = amounts(context.report, context.settings["codes"], column, whole)
        total = Money(0, whole.currency).amount
        for _, value in rows.values():
            total = CONTEXT.add(total, value)
        if len(rows) > 1 and total > whole.total:
            paths = [path for path, _ in rows.values()]
            yield context.find(
                paths[0].removeprefix(f"{context.path}."),
                related=[*paths[1:], "grant.amount"],
                column=column,
                inputs=" + ".join(_grouped(value) for _, value in rows.values()),
                sum=Money(total, whole.currency),
                amount=whole,
                difference=Money(CONTEXT.subtract(total, whole.total), whole.currency),
            )


def _grouped(value: Decimal) -> str:
    # The spaces of ISO 80000-1: read alike in every language.
    return f"{value:,f}".replace(",", "\N{NO-BREAK SPACE}")


def _example(purchases: int) -> Report:
    rows = {"payroll": 2_345_000, "taxes": 266_392, "purchases": purchases}
    return example(
        amount=Written(Money(10_500_000)),
        effects=[
            _indicator(Quantity.of(n, "KZT"), id=code, code=code, name=Text.of(code, "en"))
            for code, n in rows.items()
        ],
    )


rule = Rule(
    code="GK501",
    severity="warning",
    looks_at=Grant,
    check=check,
    settings=FrozenMap({"codes": ("payroll", "taxes", "purchases")}),
    example_good=_example(7_796_500),
    example_bad=_example(8_796_500),
)
