"""The number of participants in the table is not the number of people counted.

The column of participants, the indicator "number of participants" and the people counted at the
activity speak of the same people. Correct the one that is wrong, or say in the narrative who is
counted where. Source: §4 of the form's study: 67 in a table, 10 + 12 + 30 narrated.

Settings: ``codes``, codes or ids of indicators that count participants; ``names``, a pattern for
the names of others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from grantkit.measures.bounds import Bounds, bounds
from grantkit.measures.scopes import is_per_event
from grantkit.model import (
    Activity,
    Counts,
    FrozenMap,
    Headcount,
    Indicator,
    Quantity,
    Text,
    Written,
    children,
)
from grantkit.rules.api import Finding, Rule, RuleContext, Severity, said
from grantkit.rules.examples import indicator as _indicator
from grantkit.rules.examples import with_activity
from grantkit.rules.people import people

__all__ = ["rule"]

_NAMES = (
    r"қатысушылар(дың)?\s+саны\s*$"
    r"|^(общее )?(количество|число)\s+участников"
    r"|^(total )?number of (\w+ )?participants"
)


def check(activity: Activity, context: RuleContext) -> Iterator[Finding]:
    """Find a number of participants that the people counted contradict."""
    counted = people(activity)
    if counted is None:
        return
    low, high = counted
    known = Bounds(Fraction(low), high if high == float("inf") else Fraction(int(high)))
    for at, cell, subject in _cells(activity, context):
        told = _told(cell.known, activity.held_events)
        if told is None or not told.apart(known):
            continue
        unique = activity.headcount is not None and activity.headcount.counts is Counts.UNIQUE
        more = told.above(known)
        yield context.find(
            at,
            severity=Severity.NOTE if unique and more else context.rule.severity,
            related=[f"{context.path}.headcount"],
            name=subject,
            told=said(cell),
            counted=str(low) if low == high else f"{low}–{high}",
        )


def _cells(
    activity: Activity, context: RuleContext
) -> Iterator[tuple[str, Written[Quantity], Text | str]]:
    if activity.participants.known is not None:
        yield "participants", activity.participants, activity.title or activity.id
    for path, node in children(activity):
        if isinstance(node, Indicator) and _counts_participants(node, context):
            yield f"{path}.actual", node.actual, node.name


def _counts_participants(indicator: Indicator, context: RuleContext) -> bool:
    if indicator.code in context.settings["codes"] or indicator.id in context.settings["codes"]:
        return True
    pattern = context.settings["names"]
    return any(re.search(pattern, name.casefold()) for name in indicator.name.values())


def _told(quantity: Quantity | None, held: int | None) -> Bounds | None:
    """What a cell says of the number of people; None where it may speak of something else."""
    part = quantity.single if quantity else None
    if quantity is None or part is None or part.of is not None:
        return None
    if part.unit is not None and part.unit.code not in ("person", "participant"):
        return None
    if quantity.per is None:
        return bounds(part)
    return bounds(part, Fraction(held)) if is_per_event(quantity) and held else None


_TOTAL = Headcount(52)
_PARTICIPANTS = Text.of("Number of participants", "en")

rule = Rule(
    code="GK303",
    severity="warning",
    looks_at=Activity,
    check=check,
    settings=FrozenMap({"codes": ("participants",), "names": _NAMES}),
    example_good=with_activity(
        headcount=_TOTAL, indicators=[_indicator(40, 52, name=_PARTICIPANTS)]
    ),
    example_bad=with_activity(
        headcount=_TOTAL, indicators=[_indicator(40, 67, name=_PARTICIPANTS)]
    ),
)
