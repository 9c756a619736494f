"""A locale over a lexicon; without one, over CLDR's numbers and dates of the language."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from grantkit.locales.messages import format_message

if TYPE_CHECKING:
    from grantkit.locales.api import Reading
    from grantkit.locales.grammar import Grammar
    from grantkit.locales.lexicon import Lexicon
    from grantkit.model import Money, PartialDate, Period, Quantity, Unit

__all__ = ["BabelLocale"]


class BabelLocale:
    r"""Satisfies `grantkit.locales.api.Locale` for any language of CLDR.

    A language's own plugin subclasses it and overrides `lexicon`; nothing is loaded before the
    first value is read or written.

    Args:
        tag: The language's tag.
        lexicon: Its words. Left out: numbers and months as CLDR has them, units by their codes,
            comparators as signs.

    Raises:
        InvalidValue: CLDR does not know the language (when it is first used).

    >>> BabelLocale("sv").format_number(10500)
    '10\xa0500'
    """

    def __init__(self, tag: str, lexicon: Lexicon | None = None) -> None:
        self._tag = tag
        self._lexicon = lexicon

    @property
    def tag(self) -> str:
        """The language's tag."""
        return self._tag

    def lexicon(self) -> Lexicon:
        """Give the words; called once."""
        if self._lexicon is not None:
            return self._lexicon
        from grantkit.locales.cldr import cldr_lexicon

        return cldr_lexicon(self._tag)

    @functools.cached_property
    def grammar(self) -> Grammar:
        """The grammar over these words."""
        from grantkit.locales.grammar import Grammar

        return Grammar(self.lexicon())

    def __reduce__(self) -> tuple[object, ...]:
        args = (self._tag, self._lexicon) if type(self) is BabelLocale else ()
        return type(self), args

    def parse_quantity(self, text: str, label: str | None = None) -> Reading[Quantity]:
        """Read a plan or fact cell; *label* is the indicator's name, which may name the parts."""
        return self.grammar.quantity(text, label)

    def parse_money(self, text: str) -> Reading[Money]:
        """Read an amount of money."""
        return self.grammar.money(text)

    def parse_period(self, text: str) -> Reading[Period]:
        """Read days or months as people write them."""
        return self.grammar.period(text)

    def format_quantity(self, quantity: Quantity) -> str:
        """Write a quantity so that `parse_quantity` reads it back, if the lexicon has its units."""
        return self.grammar.write(quantity)

    def format_unit(self, unit: Unit, count: Decimal | int | None = None) -> str:
        """Write a unit's name, in the form that goes with *count*."""
        return self.grammar.unit(unit, count)

    def format_money(self, money: Money, *, words: bool = False) -> str:
        """Write an amount; with *words* in figures and words, as contracts do."""
        return self.grammar.writer.money(money, words=words)

    def format_period(self, period: Period) -> str:
        """Write a period so that `parse_period` reads it back."""
        return self.grammar.write_period(period)

    def format_date(self, day: dt.date | PartialDate) -> str:
        """Write one day or month."""
        return self.grammar.date(day)

    def format_number(self, number: Decimal | int) -> str:
        """Write a number with the language's separators."""
        return self.grammar.writer.number(number)

    def format_message(self, template: str, args: Mapping[str, object]) -> str:
        """Fill a message of the catalogue; see `grantkit.locales.messages`."""
        return format_message(self, self.grammar.lexicon, template, args)
