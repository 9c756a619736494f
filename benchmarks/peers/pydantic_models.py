"""The nodes of the wire format as pydantic models, over the values of `pydantic_values`."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import (
    model_validator,
)

from benchmarks.peers.pydantic_values import (
    FIRST,
    Count,
    Day,
    Filled,
    Id,
    Many,
    MoneyCell,
    Node,
    PeriodCell,
    QuantityCell,
    Tag,
    Text,
    Unit,
    Words,
)
from grantkit.model import (
    Aggregation,
    Comparator,
    Counts,
    Cumulation,
    Direction,
    ReportKind,
)

__all__ = ["Report"]


class Category(Node):
    """A value of an axis."""

    code: Id
    parent: str | None = None


class Axis(Node):
    """A way to break people down."""

    id: Id
    codes: list[Annotated[Id | Category, FIRST]]
    exclusive: bool = True

    @model_validator(mode="after")
    def _declared(self) -> Self:
        seen: set[str] = set()
        for each in self.codes:
            code, parent = (each, None) if isinstance(each, str) else (each.code, each.parent)
            if code in seen or (parent and parent not in seen):
                raise ValueError("a code stands twice or before its parent")
            seen.add(code)
        return self


class HeadcountCell(Node):
    """People at some coordinates."""

    at: dict[str, str]
    value: Many


class Headcount(Node):
    """People counted."""

    total: Many | None = None
    comparator: Comparator = Comparator.EXACTLY
    counts: Counts = Counts.UNKNOWN
    axes: list[Axis] = []
    cells: list[HeadcountCell] = []

    @model_validator(mode="after")
    def _coordinates(self) -> Self:
        if self.comparator is Comparator.BETWEEN:
            raise ValueError("a headcount has one total, not a range")
        known = {
            axis.id: {code if isinstance(code, str) else code.code for code in axis.codes}
            for axis in self.axes
        }
        if len(known) != len(self.axes):
            raise ValueError("an axis stands twice")
        seen = set()
        for cell in self.cells:
            where = frozenset(cell.at.items())
            if not where or where in seen:
                raise ValueError("a cell stands twice or nowhere")
            seen.add(where)
            for axis, code in cell.at.items():
                if code not in known.get(axis, ()):
                    raise ValueError("a cell stands at coordinates that are not declared")
        return self


class Evidence(Node):
    """What shows that something happened."""

    kind: Filled | None = None
    title: Text | None = None
    link: Filled | None = None
    file: Filled | None = None


class Indicator(Node):
    """What was measured."""

    id: Id
    name: Text
    code: Filled | None = None
    unit: Unit | None = None
    baseline: QuantityCell = ""
    target: QuantityCell = ""
    actual: QuantityCell = ""
    direction: Direction = Direction.INCREASE
    cumulation: Cumulation = Cumulation.PERIODIC
    over_time: Aggregation = Aggregation.SUM
    over_place: Aggregation = Aggregation.SUM
    over_activity: Aggregation = Aggregation.SUM
    evidence: list[Evidence] = []
    deviation: Text | None = None


class Event(Node):
    """One occurrence."""

    id: Id
    title: Text | None = None
    date: PeriodCell = ""
    place: Text | None = None
    headcount: Headcount | None = None


class Activity(Node):
    """What was done."""

    id: Id
    title: Text | None = None
    period: PeriodCell = ""
    place: Text | None = None
    participants: QuantityCell = ""
    headcount: Headcount | None = None
    planned_events: Count | None = None
    held_events: Count | None = None
    counted_in: list[Filled] = []
    disjoint_from: list[Filled] = []
    events: list[Event] = []
    indicators: list[Indicator] = []
    short_term_result: Text | None = None
    narrative: Text | None = None
    evidence: list[Evidence] = []


class Task(Node):
    """An objective."""

    id: Id
    title: Text | None = None
    activities: list[Activity] = []
    long_term_result: Text | None = None


class Contract(Node):
    """The contract."""

    number: Filled | None = None
    signed: Day | None = None


class Person(Node):
    """A person."""

    name: Text | None = None
    role: Text | None = None


class Organisation(Node):
    """An organisation."""

    name: Text | None = None
    head: Person | None = None
    address: Text | None = None
    phone: Filled | None = None
    email: Filled | None = None
    link: Filled | None = None


class Grant(Node):
    """The grant."""

    id: Id
    contract: Contract | None = None
    funder: Organisation | None = None
    grantee: Organisation | None = None
    regions: list[Filled] = []
    title: Text | None = None
    theme: Filled | None = None
    period: PeriodCell = ""
    amount: MoneyCell = ""
    goal: Text | None = None
    achieved: list[Text] = []
    deviation: Text | None = None
    tasks: list[Task] = []
    effects: list[Indicator] = []


class Partner(Node):
    """Somebody who took part."""

    id: Id
    name: Text | None = None
    role: Text | None = None
    contacts: Filled | None = None
    note: Text | None = None


class Proposal(Node):
    """A direction proposed."""

    id: Id
    sphere: Text | None = None
    direction: Text | None = None
    problem: Text | None = None
    funding: MoneyCell = ""
    grant_kind: Text | None = None
    expected_result: Text | None = None


class Recommendation(Node):
    """A recommendation."""

    id: Id
    addressee: Text | None = None
    text: Text | None = None
    letter_number: Filled | None = None
    letter_date: Day | None = None


class Acceptance(Node):
    """A finding accepted."""

    code: Id
    path: Words
    fingerprint: Words
    reason: Text | None = None
    by: Filled | None = None
    on: Day | None = None


class Signature(Node):
    """Who signs."""

    position: Text | None = None
    name: Text | None = None
    signed: Day | None = None


class Report(Node):
    """The report."""

    grantkit: Literal[1]
    id: Id
    kind: ReportKind = ReportKind.FINAL
    language: Tag
    form: Filled | None = None
    edition: Filled | None = None
    as_of: Day | None = None
    grant: Grant
    narrative: dict[Id, Text] = {}
    statistics: Headcount | None = None
    partners: list[Partner] = []
    proposals: list[Proposal] = []
    recommendations: list[Recommendation] = []
    acceptances: list[Acceptance] = []
    signature: Signature | None = None
