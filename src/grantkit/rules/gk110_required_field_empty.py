"""A field that the form requires is empty.

A report with an empty required field is sent back. Fill it in.
Source: each form says of each field whether it is required; grantkit reads that, it knows no more.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from grantkit.model import Money, Organisation, Period, Report, Text, Written
from grantkit.rules.api import Finding, Rule, RuleContext
from grantkit.rules.examples import example

__all__ = ["rule"]


def check(node: Report, context: RuleContext) -> Iterator[Finding]:
    """Find the required fields of the form that the report leaves empty."""
    if context.form is None:
        return
    for path, label in context.form.missing(node):
        yield context.find(path, label=context.label(label), form=context.form.id)


rule = Rule(
    code="GK110",
    severity="error",
    looks_at=Report,
    check=check,
    example_good=example(
        title=Text.of("Clean water", "en"),
        grantee=Organisation(name=Text.of("Springs", "en")),
        period=Written(Period.days(dt.date(2024, 4, 30), dt.date(2024, 11, 29))),
        amount=Written(Money(10_500_000)),
    ),
    example_bad=example(),
)
