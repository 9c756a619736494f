"""The values of the wire format as pydantic types: strict, with the checks of grantkit's model.

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
    Comparator,
    Span,
    check_text,
)

__all__ = [
    "FIRST",
    "Count",
    "Day",
    "Filled",
    "Id",
    "Many",
    "MoneyCell",
    "Node",
    "PeriodCell",
    "QuantityCell",
    "Tag",
    "Text",
    "Unit",
    "Words",
]

_SAFE = 2**53
FIRST = Field(union_mode="left_to_right")


def _plain(number: Decimal) -> int | str:
    whole = int(number)
    return whole if whole == number and -_SAFE < whole < _SAFE else format(number, "f")


Words = Annotated[str, AfterValidator(check_text)]
Filled = Annotated[str, StringConstraints(min_length=1), AfterValidator(check_text)]
Id = Annotated[str, StringConstraints(pattern=r"^[^\s\[\]~]{1,80}$"), AfterValidator(check_text)]
Tag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Text = Annotated[Filled | Annotated[dict[Tag, Filled], Field(min_length=1)], FIRST]
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
Period = Annotated[Annotated[list[OneSpan], Field(min_length=1)] | OneSpan, FIRST]


class Node(BaseModel):
    """What all of them are: strict, closed, immutable."""

    model_config = ConfigDict(
        strict=True, extra="forbid", frozen=True, arbitrary_types_allowed=True
    )


class FreeUnit(Node):
    """A unit in words."""

    text: Annotated[
        str, StringConstraints(pattern=r"^[^\d/%]*[^\d/%\s][^\d/%]*$"), AfterValidator(check_text)
    ]
    language: Tag


Code = Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9-]{0,39}|[A-Z]{3})$")]
Unit = Annotated[Code | FreeUnit, FIRST]


class Part(Node):
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


class Quantity(Node):
    """Parts and their scope."""

    parts: Annotated[list[Part], Field(min_length=1)]
    per: Unit | None = None


class Money(Node):
    """An amount."""

    amount: Number
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    scale: Literal[1, 1000, 1000000, 1000000000] = 1


class _Cell(Node):
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
    Words | Annotated[Value[Quantity] | _Without, _BY_KIND] | Number | None, FIRST
]
MoneyCell = Annotated[Words | Annotated[Value[Money] | _Without, _BY_KIND] | None, FIRST]
PeriodCell = Annotated[Words | Annotated[Value[Period] | _Without, _BY_KIND] | None, FIRST]
