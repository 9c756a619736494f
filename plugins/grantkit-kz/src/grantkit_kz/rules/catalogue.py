"""The rules of this distribution, as its plugin offers them."""

from __future__ import annotations

from grantkit.rules.api import Rule
from grantkit_kz.rules import (
    kz201_statistics_empty,
    kz501_scale_wrong,
    kz502_taxes_above_payroll,
    kz601_partners_listed,
    kz701_letter_missing,
)

__all__ = ["RULES"]

#: In the order of their codes.
RULES: tuple[Rule, ...] = (
    kz201_statistics_empty.rule,
    kz501_scale_wrong.rule,
    kz502_taxes_above_payroll.rule,
    kz601_partners_listed.rule,
    kz701_letter_missing.rule,
)
