"""A locale over a lexicon; without one, over CLDR's numbers and dates of the language."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from grantkit.errors import InvalidValue
from grantkit.locales.messages import format_message

if TYPE_CHECKING:
    from babel import Locale as CldrLocale

    from grantkit.locales.api import Reading
    from grantkit.locales.grammar import Grammar
    from grantkit.locales.lexicon import Dates, Lexicon
    from grantkit.model import Money, PartialDate, Period, Quantity, Unit

__all__ = ["BabelLocale"]

_NARROW, _NO_BREAK = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"


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
        return self._lexicon or _from_cldr(self._tag)

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
        """Write a quantity so that `parse_quantity` reads it back, if its units have codes."""
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


def _from_cldr(tag: str) -> Lexicon:
    from babel import Locale as CldrLocale
    from babel import UnknownLocaleError

    from grantkit.locales.lexicon import Lexicon, Scope

    try:
        cldr = CldrLocale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        msg = f"CLDR knows no language {tag!r:.40}"
        raise InvalidValue(msg) from None
    symbols = cldr.number_symbols.get("latn", {})
    group = str(symbols.get("group", ",")).replace(_NARROW, _NO_BREAK)
    return Lexicon(
        tag=tag,
        decimal=str(symbols.get("decimal", ".")),
        group=group,
        grouping=tuple(cldr.decimal_formats[None].grouping),
        scope=Scope(place="after"),
        dates=_dates(cldr),
    )


def _dates(cldr: CldrLocale) -> Dates:
    """Months by name; only the pattern of a whole day is the language's own."""
    from grantkit.locales.lexicon import Dates
    from grantkit.model import FrozenMap

    # Babel keeps what it resolves for one language in data that all languages share: after "ja",
    # the stand-alone months of "fr" are Japanese. Only the months as in dates are its own.
    wide = cldr.months["format"]["wide"]
    months = tuple(str(wide[month]) for month in range(1, 13))
    day = re.sub(r"%\((\w)(\w*)\)s", _field, cldr.date_formats["long"].format)
    day = day.replace("%%", "%").replace(_NARROW, _NO_BREAK)
    later = re.sub(r"\{(\w)", r"{\g<1>2", day)
    patterns = {
        "day": day,
        "day-yearless": "{d} {m}",
        "daysame": f"{day} – {later}",
        "daysame-yearless": "{d} {m} – {d2} {m2}",
        "days": f"{day} – {later}",
        "days-yearless": "{d} {m} – {d2} {m2}",
        "dayyears": f"{day} – {later}",
        "month": "{M} {y}",
        "month-yearless": "{M}",
        "months": "{M} {y} – {M2} {y2}",
        "months-yearless": "{M} – {M2}",
        "monthyears": "{M} {y} – {M2} {y2}",
        "list": "{list} {y}",
    }
    return Dates(months=months, patterns=FrozenMap(patterns))


def _field(match: re.Match[str]) -> str:
    letter, more = match.groups()
    if letter in "ML":
        return "{m}" if len(more) > 1 else "{n:02}" if more else "{n}"
    width = ":02" if letter == "d" and more else ""
    return f"{{{letter}{width}}}"
