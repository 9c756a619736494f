"""Short ways to build the examples of rules: a report of one activity or one indicator."""

from __future__ import annotations

from typing import Any

from grantkit.model import Activity, Grant, Indicator, Quantity, Report, Task, Text, Written

__all__ = ["example", "indicator", "task", "with_activity", "with_indicator"]


def example(**grant: Any) -> Report:
    """Make a report on a grant of these attributes."""
    return Report(id="example", language="en", grant=Grant(id="grant", **grant))


def with_activity(**activity: Any) -> Report:
    """Make a report of one activity."""
    made = Activity(id="1.1", title=Text.of("Contests", "en"), **activity)
    return example(tasks=[Task(id="1", title=Text.of("Schools", "en"), activities=[made])])


def indicator(
    target: Quantity | int | None = None,
    actual: Quantity | int | None = None,
    *,
    id: str = "posts",
    **rest: Any,
) -> Indicator:
    """Make an indicator of a plan and a fact."""
    rest.setdefault("name", Text.of("Posts", "en"))
    return Indicator(id=id, target=_cell(target), actual=_cell(actual), **rest)


def with_indicator(
    target: Quantity | int | None = None,
    actual: Quantity | int | None = None,
    *,
    activity: dict[str, Any] | None = None,
    **rest: Any,
) -> Report:
    """Make a report of one indicator."""
    return with_activity(indicators=[indicator(target, actual, **rest)], **(activity or {}))


def _cell(value: Quantity | int | None) -> Written[Quantity]:
    if value is None:
        return Written()
    return Written(Quantity.of(value) if isinstance(value, int) else value)


def task(*activities: Activity, id: str = "1") -> Task:
    """Make a task of these activities."""
    return Task(id=id, title=Text.of("Schools", "en"), activities=activities)
