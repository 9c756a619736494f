"""One amount of the socio-economic table is a thousand times too small for its neighbours.

The form asks for tenge; payroll is often written in thousands of tenge, as it stands in the
budget. A payroll below the taxes on it, or an amount that fills the grant exactly when it is taken
as thousands, is such a slip. Write all amounts in tenge. Source: R11 and R13 of the form's rules;
the report they were read from has a payroll of 2345 beside taxes of 266 392.

Setting ``filled``: which share of the grant the amounts must come to, taken as thousands, where
the payroll itself does not show it (0.9).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from grantkit.model import FrozenMap, Grant, Money, Report, Written
from grantkit.rules.api import Finding, Rule, RuleContext, effect, number
from grantkit_kz.rules.common import FORMS, ORIGIN, effect_row, example

__all__ = ["in_thousands", "rule"]

_CODES = ("payroll", "taxes", "purchases")
_THOUSAND = 1000
_FILLED = "0.9"


def check(grant: Grant, context: RuleContext) -> Iterator[Finding]:
    """Find an amount that only fits as thousands."""
    for column in ("target", "actual"):
        rows = _rows(context.report, column)
        slipped = in_thousands(context.report, column, context.settings["filled"])
        if slipped is None:
            continue
        path, value = rows[slipped]
        yield context.find(
            path.removeprefix(f"{context.path}."),
            related=[where for where, _ in rows.values() if where != path],
            row=slipped,
            value=Money(value),
            instead=Money(value, scale=_THOUSAND),
            amount=grant.amount.known,
        )


def in_thousands(report: Report, column: str, filled: str = _FILLED) -> str | None:
    """Return the code of the row that is surely in thousands, None where there is none."""
    whole = report.grant.amount.known
    if whole is None or whole.currency != "KZT":
        return None
    values = {code: value for code, (_, value) in _rows(report, column).items()}
    return _slipped(values, whole.total, Fraction(str(filled)))


def _rows(report: Report, column: str) -> dict[str, tuple[str, Decimal]]:
    rows = {}
    for code in _CODES:
        row = effect(report, code)
        value = number(getattr(row[1], column)) if row else None
        if row and value is not None:
            rows[code] = (f"{row[0]}.{column}", value)
    return rows


def _slipped(values: Mapping[str, Decimal], grant: Decimal, filled: Fraction) -> str | None:
    """Which amount is surely in thousands, if one is."""
    if len(values) < 2:  # noqa: PLR2004 - neighbours are needed
        return None
    total = sum(map(Fraction, values.values()))
    for code, value in values.items():
        meant = {**{c: Fraction(v) for c, v in values.items()}, code: _THOUSAND * Fraction(value)}
        scaled = sum(meant.values())
        if value <= 0 or scaled > grant or _taxes_above(meant):
            continue
        if code == "payroll" and _taxes_above(values):
            return code
        if total < filled * Fraction(grant) <= scaled:
            return code
    return None


def _taxes_above(values: Mapping[str, Decimal] | Mapping[str, Fraction]) -> bool:
    taxes, payroll = values.get("taxes"), values.get("payroll")
    return taxes is not None and payroll is not None and taxes > payroll


def _example(payroll: int) -> dict[str, Any]:
    return {
        "amount": Written(Money(Decimal(10_500_000))),
        "effects": [
            effect_row("payroll", payroll),
            effect_row("taxes", 266_392),
            effect_row("purchases", 7_796_500),
        ],
    }


rule = Rule(
    code="KZ501",
    severity="warning",
    looks_at=Grant,
    check=check,
    applies_to=FORMS,
    origin=ORIGIN,
    settings=FrozenMap({"filled": _FILLED}),
    example_good=example(**_example(2_345_000)),
    example_bad=example(**_example(2345)),
)
