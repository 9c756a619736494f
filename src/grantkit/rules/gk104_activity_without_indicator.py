"""An activity has no indicator.

Without an indicator nothing tells whether the activity came to what was planned. It may share
those of the activity beside it, so this is only a note. Source: the form's main table.
"""

from __future__ import annotations

from collections.abc import Iterator

from grantkit.model import Activity
from grantkit.rules.api import Finding, Rule, RuleContext, named
from grantkit.rules.examples import with_activity, with_indicator

__all__ = ["rule"]


def check(activity: Activity, context: RuleContext) -> Iterator[Finding]:
    """Find an activity without indicators."""
    if not activity.indicators:
        yield context.find("indicators", activity=named(activity.title, activity.id))


rule = Rule(
    code="GK104",
    severity="note",
    looks_at=Activity,
    check=check,
    example_good=with_indicator(6, 6),
    example_bad=with_activity(),
)
