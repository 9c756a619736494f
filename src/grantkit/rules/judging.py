"""What several rules ask about an indicator: how it was achieved, whether that is explained."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import Any

from attrs import evolve

from grantkit.measures.achievement import Achievement
from grantkit.measures.indicators import indicators, judge
from grantkit.measures.scopes import is_per_event
from grantkit.model import CONTEXT, Activity, Grant, Indicator, Part, Quantity
from grantkit.rules.api import RuleContext, Severity, said

__all__ = ["activity_of", "due", "judged", "unexplained"]

_WORD = re.compile(r"[^\W\d_]{6,}")
_STEM = 5  # letters; what is left of a word of six when Kazakh or Russian endings are off
_FEW = 2


def activity_of(context: RuleContext) -> Activity | None:
    """Return the activity in which the node stands, if it stands in one."""
    above = context.ancestors[-1] if context.ancestors else None
    return above if isinstance(above, Activity) else None


def judged(indicator: Indicator, context: RuleContext) -> Achievement:
    """Return how *indicator* was achieved, judged once for all rules."""
    activity = activity_of(context)
    return context.once(("achievement", context.path), lambda: judge(indicator, activity))


def due(indicator: Indicator, context: RuleContext) -> Any:
    """Return what the fact is judged by, for a message: a plan per event over all events held."""
    plan, fact, activity = indicator.target.known, indicator.actual.known, activity_of(context)
    events = activity.held_events if activity else None
    if plan is None or fact is None or not events or not is_per_event(plan) or fact.per:
        return said(indicator.target)
    return Quantity([_times(part, Decimal(events)) for part in plan.parts])


def _times(part: Part, events: Decimal) -> Part:
    upper = None if part.upper is None else CONTEXT.multiply(part.upper, events)
    return evolve(part, value=CONTEXT.multiply(part.value, events), upper=upper)


def unexplained(indicator: Indicator, context: RuleContext) -> Severity | None:
    """Return how grave a deviation is, by what the report says of it: None when it explains it.

    The grant's own section on deviations explains it if it names the fact's number; if it only
    has a word of the indicator's name, nobody but a reader can tell: a note.
    """
    if indicator.deviation is not None:
        return None
    section = context.report.grant.deviation
    if section is None:
        return Severity.WARNING
    told = " ".join(section.values()).casefold()
    fact = indicator.actual.known
    numbers = {str(part.value) for part in fact.parts} if fact else set()
    if numbers & set(re.findall(r"\d+(?:\.\d+)?", told.replace(",", "."))):
        return None
    common = context.once("common stems", lambda: _common_stems(context.report.grant))
    if _stems(told) & _stems(*indicator.name.values()) - common:
        return Severity.NOTE
    return Severity.WARNING


def _stems(*texts: str) -> set[str]:
    return {word[:_STEM] for text in texts for word in _WORD.findall(text.casefold())}


def _common_stems(grant: Grant) -> set[str]:
    """Stems of so many indicators' names ("number of …") that they tell of none."""
    counted = Counter(
        stem for placed in indicators(grant) for stem in _stems(*placed.indicator.name.values())
    )
    return {stem for stem, times in counted.items() if times > _FEW}
