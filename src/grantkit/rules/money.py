"""Amounts of money among the indicators of a grant."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from grantkit.model import Indicator, Money, Report
from grantkit.rules.api import effect, number

__all__ = ["amounts"]


def amounts(
    report: Report, codes: Iterable[str], column: str, grant: Money
) -> dict[str, tuple[str, Decimal]]:
    """Return path and amount of each of the effects that is an exact sum in the grant's money."""
    found = {}
    for code in codes:
        row = effect(report, code)
        if row is None:
            continue
        path, indicator = row
        value = number(getattr(indicator, column))
        if value is not None and _currency(indicator, column) in (None, grant.currency):
            found[code] = (f"{path}.{column}", value)
    return found


def _currency(indicator: Indicator, column: str) -> str | None:
    quantity = getattr(indicator, column).known
    part = quantity.single if quantity else None
    unit = (part.unit if part else None) or indicator.unit
    return str(unit) if unit is not None else None
