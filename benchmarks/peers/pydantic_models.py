"""The wire format as pydantic models: strict, nothing unknown, and the checks of grantkit's model.

Patterns, limits and unions are pydantic's own, as they are quickest so; what it has no word for
(Unicode NFC, spans of days, coordinates that are declared) is checked by functions.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Annotated, Generic, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    model_validator,
)

from grantkit.model import (
    Aggregation,
    Comparator,
    Counts,
    Cumulation,
    Direction,
    ReportKind,
    Span,
    check_text,
)

__all__ = ["Report"]

_SAFE = 2**53
_FIRST = Field(union_mode="left_to_right")


def _plain(number: Decimal) -> int | str:
    whole = int(number)
    return whole if whole == number and -_SAFE < whole < _SAFE else format(number, "f")


Words = Annotated[str, AfterValidator(check_text)]
Filled = Annotated[str, StringConstraints(min_length=1), AfterValidator(check_text)]
Id = Annotated[str, StringConstraints(pattern=r"^[^\s\[\]~]{1,80}$"), AfterValidator(check_text)]
Tag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Text = Annotated[Filled | Annotated[dict[Tag, Filled], Field(min_length=1)], _FIRST]
Count = Annotated[int, Field(ge=0, lt=10**9)]
Many = Annotated[int, Field(ge=0, lt=10**12)]
Number = Annotated[
    Decimal,
    Field(max_digits=60, decimal_places=30, allow_inf_nan=False),
    PlainSerializer(_plain, when_used="always"),
]
Day = dt.date
OneSpan = Annotated[
    Span,
    BeforeValidator(lambda v: Span.parse(v) if type(v) is str else v),
    PlainSerializer(str, return_type=str),
]
Period = Annotated[Annotated[list[OneSpan], Field(min_length=1)] | OneSpan, _FIRST]


class _Node(BaseModel):
    model_config = ConfigDict(
        strict=True, extra="forbid", frozen=True, arbitrary_types_allowed=True
    )


class FreeUnit(_Node):
    """A unit in words."""

    text: Annotated[
        str, StringConstraints(pattern=r"^[^\d/%]*[^\d/%\s][^\d/%]*$"), AfterValidator(check_text)
    ]
    language: Tag


Code = Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9-]{0,39}|[A-Z]{3})$")]
Unit = Annotated[Code | FreeUnit, _FIRST]


class Part(_Node):
    """One number."""

    value: Number
    unit: Unit | None = None
    comparator: Comparator = Comparator.EXACTLY
    upper: Number | None = None
    of: Number | None = None

    @model_validator(mode="after")
    def _limits(self) -> Self:
        if (self.upper is not None) != (self.comparator is Comparator.BETWEEN):
            raise ValueError("an upper limit goes with 'between', and only with it")
        if self.upper is not None and self.upper <= self.value:
            raise ValueError("a range goes upwards")
        if self.of is not None and not self.of:
            raise ValueError("a denominator is not zero")
        return self


class Quantity(_Node):
    """Parts and their scope."""

    parts: Annotated[list[Part], Field(min_length=1)]
    per: Unit | None = None


class Money(_Node):
    """An amount."""

    amount: Number
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    scale: Literal[1, 1000, 1000000, 1000000000] = 1


class _Cell(_Node):
    text: Words = ""
    language: Tag | None = None


class Unread(_Cell):
    """Not read yet."""

    kind: Literal["unread"]


class NotReported(_Cell):
    """Nobody said anything."""

    kind: Literal["not-reported"]


class NotApplicable(_Cell):
    """The question does not apply."""

    kind: Literal["not-applicable"]


class Statement(_Cell):
    """Words."""

    kind: Literal["statement"]
    reason: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z-]{0,39}$")]


T = TypeVar("T")


class Value(_Cell, Generic[T]):
    """A value as written."""

    kind: Literal["value"]
    value: T


_BY_KIND = Field(discriminator="kind")
_Without = Statement | Unread | NotReported | NotApplicable
QuantityCell = Annotated[
    Words | Annotated[Value[Quantity] | _Without, _BY_KIND] | Number | None, _FIRST
]
MoneyCell = Annotated[Words | Annotated[Value[Money] | _Without, _BY_KIND] | None, _FIRST]
PeriodCell = Annotated[Words | Annotated[Value[Period] | _Without, _BY_KIND] | None, _FIRST]


class Category(_Node):
    """A value of an axis."""

    code: Id
    parent: str | None = None


class Axis(_Node):
    """A way to break people down."""

    id: Id
    codes: list[Annotated[Id | Category, _FIRST]]
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


class HeadcountCell(_Node):
    """People at some coordinates."""

    at: dict[str, str]
    value: Many


class Headcount(_Node):
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


class Evidence(_Node):
    """What shows that something happened."""

    kind: Filled | None = None
    title: Text | None = None
    link: Filled | None = None
    file: Filled | None = None


class Indicator(_Node):
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


class Event(_Node):
    """One occurrence."""

    id: Id
    title: Text | None = None
    date: PeriodCell = ""
    place: Text | None = None
    headcount: Headcount | None = None


class Activity(_Node):
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


class Task(_Node):
    """An objective."""

    id: Id
    title: Text | None = None
    activities: list[Activity] = []
    long_term_result: Text | None = None


class Contract(_Node):
    """The contract."""

    number: Filled | None = None
    signed: Day | None = None


class Person(_Node):
    """A person."""

    name: Text | None = None
    role: Text | None = None


class Organisation(_Node):
    """An organisation."""

    name: Text | None = None
    head: Person | None = None
    address: Text | None = None
    phone: Filled | None = None
    email: Filled | None = None
    link: Filled | None = None


class Grant(_Node):
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


class Partner(_Node):
    """Somebody who took part."""

    id: Id
    name: Text | None = None
    role: Text | None = None
    contacts: Filled | None = None
    note: Text | None = None


class Proposal(_Node):
    """A direction proposed."""

    id: Id
    sphere: Text | None = None
    direction: Text | None = None
    problem: Text | None = None
    funding: MoneyCell = ""
    grant_kind: Text | None = None
    expected_result: Text | None = None


class Recommendation(_Node):
    """A recommendation."""

    id: Id
    addressee: Text | None = None
    text: Text | None = None
    letter_number: Filled | None = None
    letter_date: Day | None = None


class Acceptance(_Node):
    """A finding accepted."""

    code: Id
    path: Words
    fingerprint: Words
    reason: Text | None = None
    by: Filled | None = None
    on: Day | None = None


class Signature(_Node):
    """Who signs."""

    position: Text | None = None
    name: Text | None = None
    signed: Day | None = None


class Report(_Node):
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
