"""The wire format as msgspec structs: shape and types only, as the least that reading can cost."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from msgspec import Meta, Struct

from grantkit.model import Aggregation, Comparator, Counts, Cumulation, Direction, ReportKind

__all__ = ["Report"]

Text = str | dict[str, str]
Number = int | str


class _Node(Struct, forbid_unknown_fields=True, omit_defaults=True):
    pass


class FreeUnit(_Node):
    """A unit in words."""

    text: str
    language: str


Unit = str | FreeUnit
Period = str | Annotated[list[str], Meta(min_length=1)]


class Part(_Node):
    """One number."""

    value: Number
    unit: Unit | None = None
    comparator: Comparator = Comparator.EXACTLY
    upper: Number | None = None
    of: Number | None = None


class Quantity(_Node):
    """Parts and their scope."""

    parts: Annotated[list[Part], Meta(min_length=1)]
    per: Unit | None = None


class Money(_Node):
    """An amount."""

    amount: Number
    currency: str
    scale: Literal[1, 1000, 1000000, 1000000000] = 1


class _Cell(_Node, tag_field="kind"):
    text: str = ""
    language: str | None = None


class Unread(_Cell, tag="unread"):
    """Not read yet."""


class NotReported(_Cell, tag="not-reported"):
    """Nobody said anything."""


class NotApplicable(_Cell, tag="not-applicable"):
    """The question does not apply."""


class Statement(_Cell, tag="statement", kw_only=True):
    """Words."""

    reason: str


class QuantityValue(_Cell, tag="value", kw_only=True):
    """A quantity as written."""

    value: Quantity


class MoneyValue(_Cell, tag="value", kw_only=True):
    """Money as written."""

    value: Money


class PeriodValue(_Cell, tag="value", kw_only=True):
    """A period as written."""

    value: Period


QuantityCell = (
    str | int | float | Unread | NotReported | NotApplicable | Statement | QuantityValue | None
)
MoneyCell = str | Unread | NotReported | NotApplicable | Statement | MoneyValue | None
PeriodCell = str | Unread | NotReported | NotApplicable | Statement | PeriodValue | None


class Category(_Node):
    """A value of an axis."""

    code: str
    parent: str | None = None


class Axis(_Node):
    """A way to break people down."""

    id: str
    codes: list[str | Category]
    exclusive: bool = True


class HeadcountCell(_Node):
    """People at some coordinates."""

    at: dict[str, str]
    value: int


class Headcount(_Node):
    """People counted."""

    total: int | None = None
    comparator: Comparator = Comparator.EXACTLY
    counts: Counts = Counts.UNKNOWN
    axes: list[Axis] = []
    cells: list[HeadcountCell] = []


class Evidence(_Node):
    """What shows that something happened."""

    kind: str | None = None
    title: Text | None = None
    link: str | None = None
    file: str | None = None


class Indicator(_Node):
    """What was measured."""

    id: str
    name: Text
    code: str | None = None
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


class Event(_Node):
    """One occurrence."""

    id: str
    title: Text | None = None
    date: PeriodCell = ""
    place: Text | None = None
    headcount: Headcount | None = None


class Activity(_Node):
    """What was done."""

    id: str
    title: Text | None = None
    period: PeriodCell = ""
    place: Text | None = None
    participants: QuantityCell = ""
    headcount: Headcount | None = None
    planned_events: int | None = None
    held_events: int | None = None
    counted_in: list[str] = []
    disjoint_from: list[str] = []
    events: list[Event] = []
    indicators: list[Indicator] = []
    short_term_result: Text | None = None
    narrative: Text | None = None
    evidence: list[Evidence] = []


class Task(_Node):
    """An objective."""

    id: str
    title: Text | None = None
    activities: list[Activity] = []
    long_term_result: Text | None = None


class Contract(_Node):
    """The contract."""

    number: str | None = None
    signed: dt.date | None = None


class Person(_Node):
    """A person."""

    name: Text | None = None
    role: Text | None = None


class Organisation(_Node):
    """An organisation."""

    name: Text | None = None
    head: Person | None = None
    address: Text | None = None
    phone: str | None = None
    email: str | None = None
    link: str | None = None


class Grant(_Node):
    """The grant."""

    id: str
    contract: Contract | None = None
    funder: Organisation | None = None
    grantee: Organisation | None = None
    regions: list[str] = []
    title: Text | None = None
    theme: str | None = None
    period: PeriodCell = ""
    amount: MoneyCell = ""
    goal: Text | None = None
    achieved: list[Text] = []
    deviation: Text | None = None
    tasks: list[Task] = []
    effects: list[Indicator] = []


class Partner(_Node):
    """Somebody who took part."""

    id: str
    name: Text | None = None
    role: Text | None = None
    contacts: str | None = None
    note: Text | None = None


class Proposal(_Node):
    """A direction proposed."""

    id: str
    sphere: Text | None = None
    direction: Text | None = None
    problem: Text | None = None
    funding: MoneyCell = ""
    grant_kind: Text | None = None
    expected_result: Text | None = None


class Recommendation(_Node):
    """A recommendation."""

    id: str
    addressee: Text | None = None
    text: Text | None = None
    letter_number: str | None = None
    letter_date: dt.date | None = None


class Acceptance(_Node):
    """A finding accepted."""

    code: str
    path: str
    fingerprint: str
    reason: Text | None = None
    by: str | None = None
    on: dt.date | None = None


class Signature(_Node):
    """Who signs."""

    position: Text | None = None
    name: Text | None = None
    signed: dt.date | None = None


class Report(_Node, kw_only=True):
    """The report."""

    grantkit: Literal[1]
    id: str
    kind: ReportKind = ReportKind.FINAL
    language: str
    form: str | None = None
    edition: str | None = None
    as_of: dt.date | None = None
    grant: Grant
    narrative: dict[str, Text] = {}
    statistics: Headcount | None = None
    partners: list[Partner] = []
    proposals: list[Proposal] = []
    recommendations: list[Recommendation] = []
    acceptances: list[Acceptance] = []
    signature: Signature | None = None
