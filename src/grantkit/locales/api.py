"""What a locale is: it reads what people write in a language, and prints values in it.

A plugin offers an object that satisfies `Locale`; the simplest way is to subclass `BabelLocale`
and give it a `Lexicon`, which is made of `Noun`, `Bound`, `Scope`, `Score` and `Dates`. A locale of
another kind may still use a `Grammar` over a lexicon, and `format_message`. `interpret` reads all
cells of a report; `normalise` finds the tag that a language is installed under.
"""

from __future__ import annotations

import datetime as dt
import importlib
from decimal import Decimal
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, runtime_checkable

from attrs import field, frozen

from grantkit.model import (
    Money,
    NotApplicable,
    NotReported,
    PartialDate,
    Period,
    Quantity,
    Statement,
    Unit,
    as_tuple,
)

if TYPE_CHECKING:
    from grantkit.locales.babel import BabelLocale
    from grantkit.locales.grammar import Grammar
    from grantkit.locales.interpret import Interpreted, interpret
    from grantkit.locales.lexicon import (
        Bound,
        Dates,
        Lexicon,
        Noun,
        Scope,
        Score,
        nouns,
        plain_readings,
    )
    from grantkit.locales.messages import format_message
    from grantkit.locales.spoken import number_from_words
    from grantkit.locales.tags import normalise

__all__ = [
    "BabelLocale",
    "Bound",
    "Dates",
    "Grammar",
    "Interpreted",
    "Lexicon",
    "Locale",
    "Noun",
    "Reading",
    "Scope",
    "Score",
    "format_message",
    "interpret",
    "normalise",
    "nouns",
    "number_from_words",
    "plain_readings",
]

#: What a locale plugin needs, by module; loaded when asked for, as listing locales must stay cheap.
_LAZY = {
    "number_from_words": "spoken",
    "BabelLocale": "babel",
    "Grammar": "grammar",
    "Interpreted": "interpret",
    "format_message": "messages",
    "interpret": "interpret",
    "normalise": "tags",
    **dict.fromkeys(
        ("Bound", "Dates", "Lexicon", "Noun", "Scope", "Score", "nouns", "plain_readings"),
        "lexicon",
    ),
}

T = TypeVar("T")


@frozen
class Reading(Generic[T]):
    """What a text turned out to mean.

    Args:
        value: The value, or the state of a cell that has none.
        notes: Codes of repairs made while reading (``suffix``, ``look-alike``); no repair changes
            a digit, a unit or a comparator.
    """

    value: T | Statement | NotApplicable | NotReported
    notes: tuple[str, ...] = field(default=(), converter=as_tuple)


@runtime_checkable
class Locale(Protocol):
    """A language, and how numbers, dates and money are read and written in it.

    Attributes:
        tag: BCP 47 tag, ``kk`` or ``ru``.
    """

    @property
    def tag(self) -> str:
        """BCP 47 tag."""
        ...

    def parse_quantity(self, text: str, label: str | None = None) -> Reading[Quantity]:
        """Read a plan or fact cell; *label* is the indicator's name, which may name the parts."""
        ...

    def parse_money(self, text: str) -> Reading[Money]:
        """Read an amount of money."""
        ...

    def parse_period(self, text: str) -> Reading[Period]:
        """Read days or months as people write them."""
        ...

    def format_quantity(self, quantity: Quantity) -> str:
        """Write a quantity so that `parse_quantity` reads it back."""
        ...

    def format_unit(self, unit: Unit, count: Decimal | int | None = None) -> str:
        """Write a unit's name, in the form that goes with *count*."""
        ...

    def format_money(self, money: Money, *, words: bool = False) -> str:
        """Write an amount; with *words* in figures and words, as contracts do."""
        ...

    def format_period(self, period: Period) -> str:
        """Write a period so that `parse_period` reads it back."""
        ...

    def format_date(self, day: dt.date | PartialDate) -> str:
        """Write one day or month."""
        ...

    def format_number(self, number: Decimal | int) -> str:
        """Write a number with the language's separators."""
        ...

    def format_message(self, template: str, args: dict[str, object]) -> str:
        """Fill a message of the catalogue; specifiers like ``{n:abl}`` are the locale's."""
        ...


def __getattr__(name: str) -> object:
    if name not in _LAZY:
        raise AttributeError(name)
    return getattr(importlib.import_module(f"grantkit.locales.{_LAZY[name]}"), name)
