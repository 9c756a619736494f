"""The patterns of dates: what a language leaves out, and reading back what they print."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable

import attrs

from grantkit.errors import InvalidValue
from grantkit.locales.cldr import cldr_dates
from grantkit.locales.lexicon import Dates, Lexicon
from grantkit.locales.tokens import clean
from grantkit.model import FrozenMap, PartialDate, Period, Span

__all__ = ["PatternReader", "whole_dates"]

_DAY = "{d} {m} {y}"
_FIELD = re.compile(r"(?<!\{)\{(\w+)")
#: Stands for a field, and for the ends of a text, while it is cleaned.
_HELD = "\ue000"


def whole_dates(lexicon: Lexicon) -> Dates | None:
    """Return a language's words of dates with all patterns; None when nobody knows its months.

    What the lexicon leaves out is CLDR's: the months, the pattern of a day. The other patterns
    follow from those that are there: a span is written as its two ends.
    """
    dates = lexicon.dates or cldr_dates(lexicon.tag)
    if dates is None:
        return None
    given = dict(dates.patterns)
    if "day" not in given:
        known = cldr_dates(lexicon.tag)
        given["day"] = known.patterns.get("day", _DAY) if known is not None else _DAY
    day, yearless = given["day"], given.get("day-yearless", "{d} {m}")
    month, alone = given.get("month", "{M} {y}"), given.get("month-yearless", "{M}")
    patterns = {
        "day-yearless": yearless,
        **dict.fromkeys(("daysame", "days", "dayyears"), _both(day)),
        **dict.fromkeys(("daysame-yearless", "days-yearless"), _both(yearless)),
        "month": month,
        "month-yearless": alone,
        **dict.fromkeys(("months", "monthyears"), _both(month)),
        "months-yearless": _both(alone),
        "list": "{list} {y}",
    }
    return attrs.evolve(dates, patterns=FrozenMap({**patterns, **given}))


def _both(template: str) -> str:
    later = _FIELD.sub(r"{\g<1>2", template)
    return f"{template} – {later}"


class PatternReader:
    """Reads what the patterns of a language print, whatever words and signs stand in them.

    Args:
        dates: The language's words, with all patterns.
    """

    def __init__(self, dates: Dates) -> None:
        self._months: dict[str, int] = {}
        for names in (dates.in_dates, dates.months):
            for number, name in enumerate(names, 1):
                self._months.setdefault(_plain(name), number)
        names_of_months = "|".join(map(re.escape, sorted(self._months, key=len, reverse=True)))
        self._shown = {
            "y": "[0-9]{4}",
            **dict.fromkeys("dn", "[0-9]{1,2}"),
            **dict.fromkeys("mM", names_of_months),
        }
        shapes = {shape: self._compiled(text) for shape, text in dates.patterns.items()}
        self._list = shapes.pop("list")
        self._dated = [form for shape, form in shapes.items() if not shape.endswith("yearless")]
        self._yearless = [form for shape, form in shapes.items() if shape.endswith("yearless")]

    def _compiled(self, template: str) -> re.Pattern[str]:
        literals, fields = [], []
        for literal, name, _, _ in string.Formatter().parse(template):
            literals.append(literal + (_HELD if name else ""))
            fields += [name] if name else []
        pieces = _plain("".join(literals)).split(_HELD)
        made = re.escape(pieces[0])
        for name, literal, number in zip(fields, pieces[1:], range(len(fields)), strict=True):
            known = name in fields[:number]
            shown = ".+" if name == "list" else self._shown[name[0]]
            made += (f"(?P={name})" if known else f"(?P<{name}>{shown})") + re.escape(literal)
        return re.compile(made)

    def period(self, plain: str) -> Period | None:
        """Read a cleaned text; None unless it is what the patterns print, of one period alone."""
        spans = self._all(plain, "; ", self._dated) or self._all(plain, ", ", self._yearless)
        if spans is None and (match := self._list.fullmatch(plain)) is not None:
            year = int(match["y"])
            spans = self._all(match["list"], ", ", self._yearless, year)
        return None if spans is None else Period(tuple(spans))

    def _all(
        self, text: str, sign: str, shapes: Iterable[re.Pattern[str]], year: int | None = None
    ) -> list[Span] | None:
        spans: list[Span] = []
        read = ""
        for piece in text.split(sign):
            read = f"{read}{sign}{piece}" if read else piece
            found = {
                span
                for shape in shapes
                if (match := shape.fullmatch(read)) is not None
                and (span := self._span(match.groupdict(), year)) is not None
            }
            if len(found) == 1:
                spans += found
                read = ""  # else the sign may be the pattern's own, or a month's
        return None if read else spans

    def _span(self, held: dict[str, str], year: int | None) -> Span | None:
        month = self._month(held, "")
        last = self._month(held, "2") or month
        if month is None or last is None:
            return None
        years = [int(held["y"]) if "y" in held else year]
        years.append(int(held["y2"]) if "y2" in held else years[0])
        days = [int(held["d"]) if "d" in held else None]
        days.append(int(held["d2"]) if "d2" in held else days[0])
        try:
            return Span(PartialDate(years[0], month, days[0]), PartialDate(years[1], last, days[1]))
        except InvalidValue:
            return None

    def _month(self, held: dict[str, str], end: str) -> int | None:
        for letter in "mM":
            if f"{letter}{end}" in held:
                return self._months[held[f"{letter}{end}"]]
        return int(held[f"n{end}"]) if f"n{end}" in held else None


def _plain(text: str) -> str:
    """Clean a text as what is read is cleaned, but keep the spaces at its ends."""
    return clean(f"{_HELD}{text}{_HELD}", [])[1:-1]
