"""One flat record an indicator, for tables: codes, not labels; stable columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from attrs import frozen

from grantkit.measures.achievement import achievement
from grantkit.model import Activity, Indicator, Quantity, Report, Task, Written, walk

__all__ = ["RowOfIndicator", "rows"]


@frozen(kw_only=True)
class RowOfIndicator:
    """An indicator with everything it stands in; numbers only where a cell is one exact number."""

    report: str
    grant: str
    theme: str | None
    task: str | None
    activity: str | None
    indicator: str
    path: str
    code: str | None
    name: str
    unit: str | None
    target_text: str
    target: Decimal | None
    actual_text: str
    actual: Decimal | None
    status: str
    reason: str | None


def rows(reports: Iterable[Report]) -> Iterator[RowOfIndicator]:
    """Yield one record for each indicator of each report, in the reports' order.

    >>> from grantkit.model import Grant, Text
    >>> grant = Grant(id="g", effects=[Indicator(id="i", name=Text.of("Staff", "en"))])
    >>> [row.path for row in rows([Report(id="r", language="en", grant=grant)])]
    ['grant.effects[i]']
    """
    for report in reports:
        for visit in walk(report.grant, "grant"):
            if isinstance(visit.node, Indicator):
                yield _row(report, visit.path, visit.node, visit.ancestors)


def _row(
    report: Report, path: str, indicator: Indicator, ancestors: tuple[object, ...]
) -> RowOfIndicator:
    task = next((a for a in ancestors if isinstance(a, Task)), None)
    activity = next((a for a in ancestors if isinstance(a, Activity)), None)
    judged = achievement(
        indicator.target,
        indicator.actual,
        baseline=indicator.baseline,
        direction=indicator.direction,
        planned_events=activity.planned_events if activity else None,
        held_events=activity.held_events if activity else None,
    )
    return RowOfIndicator(
        report=report.id,
        grant=report.grant.id,
        theme=report.grant.theme,
        task=task.id if task else None,
        activity=activity.id if activity else None,
        indicator=indicator.id,
        path=path,
        code=indicator.code,
        name=indicator.name.best(report.language)[0],
        unit=_unit(indicator),
        target_text=indicator.target.text,
        target=_number(indicator.target),
        actual_text=indicator.actual.text,
        actual=_number(indicator.actual),
        status=str(judged.status),
        reason=judged.reason,
    )


def _number(cell: Written[Quantity]) -> Decimal | None:
    quantity = cell.known
    part = quantity.single if quantity else None
    exact = part is not None and part.comparator == "exactly" and part.of is None
    return part.value if part and exact and quantity and quantity.per is None else None


def _unit(indicator: Indicator) -> str | None:
    for cell in (indicator.actual, indicator.target):
        part = cell.known.single if cell.known else None
        if part and part.unit:
            return str(part.unit)
    return str(indicator.unit) if indicator.unit else None
