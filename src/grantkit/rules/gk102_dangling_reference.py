"""An activity names another one, and there is none of that id.

``counted_in`` and ``disjoint_from`` tell which people are the same; a name that leads nowhere
makes totals of people wrong. Name an activity of this grant. Source: the model of this library.
"""

from __future__ import annotations

from collections.abc import Iterator

from grantkit.model import Activity
from grantkit.rules.api import Finding, Rule, RuleContext
from grantkit.rules.examples import example, task

__all__ = ["rule"]


def check(activity: Activity, context: RuleContext) -> Iterator[Finding]:
    """Find names of activities that are not there, and of the activity itself."""
    if not (activity.counted_in or activity.disjoint_from):
        return
    tasks = context.report.grant.tasks
    ids = context.once("activity ids", lambda: {a.id for t in tasks for a in t.activities})
    for at in ("counted_in", "disjoint_from"):
        for id in getattr(activity, at):
            if id not in ids or id == activity.id:
                yield context.find(at, activity=activity.id, id=id)


rule = Rule(
    code="GK102",
    severity="error",
    looks_at=Activity,
    check=check,
    example_good=example(
        tasks=[task(Activity(id="1.1", counted_in=["1.2"]), Activity(id="1.2"))],
    ),
    example_bad=example(tasks=[task(Activity(id="1.1", counted_in=["7.7"]))]),
)
