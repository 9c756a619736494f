"""People counted, one row a cell: where, at which coordinates, how many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from grantkit.model import Comparator, FrozenMap, Headcount, Visit
from grantkit_xlsx.columns import heading
from grantkit_xlsx.layout import Column, Fold, Kind, Row, Value
from grantkit_xlsx.wording import Wording

__all__ = ["axis_columns", "headcount_rows", "people_column", "total_column"]


@frozen
class Counted:
    """One number of a headcount; at no coordinates it is the total."""

    headcount: Headcount
    at: FrozenMap[str, str]
    value: int
    comparator: Comparator = Comparator.EXACTLY


def headcount_rows(visits: Sequence[Visit], _: Wording) -> Iterator[Row]:
    """Yield the totals and cells of the whole project, then of each activity and event."""
    grant = visits[0].node.grant
    found = [visit for visit in visits if isinstance(visit.node, Headcount)]
    found.sort(key=lambda visit: len(visit.ancestors) != 1)
    for visit in found:
        head = visit.node
        above = (*visit.ancestors, grant) if len(visit.ancestors) == 1 else visit.ancestors
        if head.total is not None:
            total = Counted(head, FrozenMap(), head.total, head.comparator)
            yield Row(visit.path, total, above)
        for cell in head.cells:
            yield Row(visit.path, Counted(head, cell.at, cell.value), above)


def _total(row: Row, words: Wording) -> Value:  # noqa: ARG001 - all columns are asked alike
    head: Headcount | None = row.node.headcount
    # "More than 100" is no number to add: the sheet of people says it in full.
    return None if head is None or head.comparator is not Comparator.EXACTLY else head.total


#: On the sheets of activities and events: the people, where their number is known.
total_column = Column(
    heading=heading("people"), value=_total, kind=Kind.NUMBER, fold=Fold.EMPTY, field="headcount"
)

people_column = Column(
    heading=heading("people"), value=lambda row, _: row.node.value, kind=Kind.NUMBER
)


def _axis(id: str) -> Column:
    def value(row: Row, words: Wording) -> Value:
        code = row.node.at.get(id)
        return code and words.code(f"axis.{id}", code)

    return Column(heading=lambda words: words.code("axis", id), value=value)


def axis_columns(visits: Sequence[Visit]) -> Sequence[Column]:
    """How the number is counted, and a column for each axis that some headcount uses."""
    axes: dict[str, None] = {}
    for visit in visits:
        if isinstance(visit.node, Headcount):
            axes.update(dict.fromkeys(axis.id for axis in visit.node.axes))
    return (
        Column(
            heading=heading("counts"),
            value=lambda row, words: words.code("counts", row.node.headcount.counts.value),
        ),
        *map(_axis, axes),
        Column(
            heading=heading("comparator"),
            value=lambda row, words: words.code("comparator", row.node.comparator.value),
        ),
    )
