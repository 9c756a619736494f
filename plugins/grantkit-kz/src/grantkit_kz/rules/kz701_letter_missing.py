"""A recommendation has no number or date of the letter that sent it.

The form asks for them, and for copies of the letters with their annexes. Give both.
Source: R10 of the form's rules, the last column of the table of recommendations.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from grantkit.model import Recommendation, Text
from grantkit.rules.api import Finding, Rule, RuleContext, named
from grantkit_kz.rules.common import FORMS, ORIGIN, example

__all__ = ["rule"]


def check(node: Recommendation, context: RuleContext) -> Iterator[Finding]:
    """Find a recommendation without letter number or date."""
    for at in ("letter_number", "letter_date"):
        if getattr(node, at) is None:
            yield context.find(at, addressee=named(node.addressee, node.id))


_TO = Text.of("Department of education", "en")
_SENT = Recommendation(
    id="1", addressee=_TO, letter_number="17-1/204", letter_date=dt.date(2024, 11, 20)
)

rule = Rule(
    code="KZ701",
    severity="warning",
    looks_at=Recommendation,
    check=check,
    applies_to=FORMS,
    origin=ORIGIN,
    example_good=example({"recommendations": [_SENT]}),
    example_bad=example({"recommendations": [Recommendation(id="1", addressee=_TO)]}),
)
