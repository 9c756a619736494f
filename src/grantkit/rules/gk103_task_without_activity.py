"""A task has no activity.

A task without activities has nothing that could have reached it. Add them, or take the task out.
Source: the form's narrative is task, activity, text.
"""

from __future__ import annotations

from collections.abc import Iterator

from grantkit.model import Activity, Task
from grantkit.rules.api import Finding, Rule, RuleContext, named
from grantkit.rules.examples import example, task

__all__ = ["rule"]


def check(node: Task, context: RuleContext) -> Iterator[Finding]:
    """Find a task without activities."""
    if not node.activities:
        yield context.find("activities", task=named(node.title, node.id))


rule = Rule(
    code="GK103",
    severity="warning",
    looks_at=Task,
    check=check,
    example_good=example(tasks=[task(Activity(id="1.1"))]),
    example_bad=example(tasks=[task()]),
)
