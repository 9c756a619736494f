"""The sheets of the workbook as data: which rows, which columns, in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from grantkit.model import (
    Activity,
    Event,
    Grant,
    Indicator,
    Partner,
    Proposal,
    Recommendation,
    Report,
    Task,
    Visit,
)
from grantkit_xlsx import columns as c
from grantkit_xlsx.fields import field_rows, label_column, value_column
from grantkit_xlsx.layout import Column, Fold, Kind, Row, Sheet
from grantkit_xlsx.people import axis_columns, headcount_rows, people_column, total_column
from grantkit_xlsx.wording import Wording

__all__ = ["SHEETS"]

#: A cell on the first sheet is read on paper: what is longer goes on in the next row.
_READABLE = 1_500


def _nodes(cls: type, parent: type) -> Callable[[Sequence[Visit], Wording], Iterator[Row]]:
    def rows(visits: Sequence[Visit], _: Wording) -> Iterator[Row]:
        report = visits[0].node
        for visit in visits:
            if isinstance(visit.node, cls) and isinstance(visit.ancestors[-1], parent):
                # What belongs to the report belongs to its grant: every row names it.
                above = visit.ancestors if parent is not Report else (report, report.grant)
                yield Row(visit.path, visit.node, above)

    return rows


def _activity_title(row: Row, words: Wording) -> str | None:
    activity = row.within(Activity)
    if activity is None:
        return None
    # Ids hold no brackets: the last of them opens the id of what stands in the activity.
    above = row.path.rpartition("[")[0].rpartition(".")[0]
    return words.text(activity.title, f"{above}.title")


def _sheet(
    id: str, cls: type, parent: type, *columns: Column, frozen: int = 1, always: bool = True
) -> Sheet:
    return Sheet(
        id=id,
        rows=_nodes(cls, parent),
        columns=lambda _: (*columns, *c.TECHNICAL),
        frozen=frozen,
        always=always,
    )


_EMPTY = Fold.EMPTY
_TASK, _ACTIVITY, _EVENT = (
    c.id_of(Task, "task"),
    c.id_of(Activity, "activity"),
    c.id_of(Event, "event"),
)
_WHAT = Column(heading=c.heading("activity-title"), value=_activity_title, kind=Kind.NAME)
_MEASURED = (
    *c.quantity("baseline", _EMPTY),
    *c.quantity("target"),
    *c.quantity("actual"),
    c.choice("direction"),
    c.text("deviation", Kind.NAME, _EMPTY),
    c.evidence(),
)

SHEETS = (
    Sheet(
        id="report",
        rows=field_rows,
        columns=lambda _: (label_column, value_column, *c.TECHNICAL),
        longest=_READABLE,
        filtered=False,
    ),
    _sheet("tasks", Task, Grant, _TASK, c.text("title"), c.text("long_term_result")),
    _sheet(
        "activities",
        Activity,
        Task,
        _TASK,
        _ACTIVITY,
        c.text("title", Kind.NAME),
        *c.period("period"),
        c.text("place", Kind.SHORT),
        *c.quantity("participants"),
        total_column,
        c.plain("planned_events", Kind.NUMBER, _EMPTY),
        c.plain("held_events", Kind.NUMBER, _EMPTY),
        c.plain("counted_in", fold=_EMPTY),
        c.plain("disjoint_from", fold=_EMPTY),
        c.text("short_term_result", Kind.NAME),
        c.text("narrative"),
        c.evidence(),
        frozen=2,
    ),
    _sheet(
        "events",
        Event,
        Activity,
        _TASK,
        _ACTIVITY,
        _EVENT,
        _WHAT,
        c.text("title", Kind.NAME, _EMPTY, key="event-title"),
        *c.period("date"),
        c.text("place", Kind.NAME),
        total_column,
        frozen=3,
    ),
    _sheet(
        "indicators",
        Indicator,
        Activity,
        _TASK,
        _ACTIVITY,
        c.id_of(Indicator, "indicator"),
        _WHAT,
        c.plain("code", fold=_EMPTY),
        c.text("name", Kind.NAME),
        c.unit("unit"),
        *_MEASURED,
        frozen=3,
    ),
    Sheet(
        id="people",
        rows=headcount_rows,
        columns=lambda visits: (
            _TASK,
            _ACTIVITY,
            _EVENT,
            *axis_columns(visits),
            people_column,
            *c.TECHNICAL,
        ),
        frozen=3,
    ),
    _sheet(
        "effects",
        Indicator,
        Grant,
        c.id_of(Indicator, "indicator"),
        c.plain("code", fold=_EMPTY),
        c.text("name", Kind.NAME),
        c.unit("unit"),
        *_MEASURED,
    ),
    _sheet(
        "partners",
        Partner,
        Report,
        c.id_of(Partner, "number"),
        c.text("name", Kind.NAME, key="partner"),
        c.text("role", Kind.NAME),
        c.plain("contacts", Kind.NAME),
        c.text("note", Kind.NAME, _EMPTY),
    ),
    _sheet(
        "proposals",
        Proposal,
        Report,
        c.id_of(Proposal, "number"),
        c.text("sphere", Kind.NAME),
        c.text("direction", Kind.NAME, key="priority"),
        c.text("problem", Kind.NAME),
        *c.money("funding"),
        c.text("grant_kind", Kind.SHORT),
        c.text("expected_result", Kind.NAME),
        always=False,
    ),
    _sheet(
        "recommendations",
        Recommendation,
        Report,
        c.id_of(Recommendation, "number"),
        c.text("addressee", Kind.NAME),
        c.text("text"),
        c.plain("letter_number"),
        c.plain("letter_date", Kind.DATE),
        always=False,
    ),
)
