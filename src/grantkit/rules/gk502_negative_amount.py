"""An amount of money or a number of people is negative.

Nothing was paid or counted less than zero times; a sign or a dash has slipped in. Correct it.
Source: what money and people are.
"""

from __future__ import annotations

from collections.abc import Iterator

from grantkit.model import Grant, Indicator, Quantity, Unit, Written
from grantkit.rules.api import Finding, Rule, RuleContext, said
from grantkit.rules.examples import with_indicator

__all__ = ["rule"]


def check(node: Grant | Indicator, context: RuleContext) -> Iterator[Finding]:
    """Find amounts and numbers of people below zero."""
    if isinstance(node, Grant):
        if node.amount.known is not None and node.amount.known.amount < 0:
            yield context.find("amount", name=node.title or node.id, value=said(node.amount))
        return
    for at in ("target", "actual"):
        if _negative(getattr(node, at), node.unit):
            yield context.find(at, name=node.name, value=said(getattr(node, at)))


def _negative(cell: Written[Quantity], unit: Unit | None) -> bool:
    quantity = cell.known
    if quantity is None:
        return False
    for part in quantity.parts:
        of = part.unit or unit
        if part.value < 0 and of is not None and (of.is_currency or of.code == "person"):
            return True
    return False


rule = Rule(
    code="GK502",
    severity="error",
    looks_at=(Grant, Indicator),
    check=check,
    example_good=with_indicator(Quantity.of(5, "person"), 0),
    example_bad=with_indicator(Quantity.of(5, "person"), Quantity.of(-5, "person")),
)
