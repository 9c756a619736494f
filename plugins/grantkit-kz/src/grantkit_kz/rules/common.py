"""What the rules of this distribution share."""

from __future__ import annotations

from typing import Any

from grantkit.model import Grant, Indicator, Quantity, Report, Text, Written

__all__ = ["FORMS", "ORIGIN", "effect_row", "example"]

#: The forms these rules are made for.
FORMS = ("kz-grant-final", "kz-grant-interim")

#: The distribution whose catalogue has their words.
ORIGIN = "grantkit-kz"


def example(report: dict[str, Any] | None = None, **grant: Any) -> Report:
    """Make a report in the form, on a grant of these attributes."""
    attributes = {"id": "example", "language": "en", "form": FORMS[0], **(report or {})}
    return Report(grant=Grant(id="grant", **grant), **attributes)


def effect_row(code: str, target: int | None = None, actual: int | None = None) -> Indicator:
    """Make a row of the socio-economic table."""
    plan, fact = (Written() if n is None else Written(Quantity.of(n)) for n in (target, actual))
    return Indicator(id=code, code=code, name=Text.of(code, "en"), target=plan, actual=fact)
