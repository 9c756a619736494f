"""Spans of days or of months, with gaps; the year may be unknown until `interpret` fills it."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Self

import attrs
from attrs import field, frozen

from grantkit.errors import InvalidValue
from grantkit.model.fields import each
from grantkit.model.frozen import as_tuple

__all__ = ["PartialDate", "Period", "Span"]

_ISO = re.compile(r"(\d{4}|-)-(\d{2})(?:-(\d{2}))?\Z", re.ASCII)
_LEAP = 2024
_YEARS = range(1900, 2200)
_MONTHS = range(1, 13)


@frozen(order=False)
class PartialDate:
    """A day or a month, whose year may be unknown.

    Args:
        year: 1900 to 2199, or None.
        month: 1 to 12.
        day: 1 to 31, or None for the whole month.

    Raises:
        InvalidValue: There is no such day or month.

    >>> str(PartialDate(2024, 4, 30)), str(PartialDate(None, 7))
    ('2024-04-30', '--07')
    """

    year: int | None
    month: int
    day: int | None = None

    def __attrs_post_init__(self) -> None:
        year = _LEAP if self.year is None else self.year
        ok = type(year) is type(self.month) is int and year in _YEARS and self.month in _MONTHS
        if ok and self.day is not None:
            ok = type(self.day) is int and 1 <= self.day <= calendar.monthrange(year, self.month)[1]
        if not ok:
            given = ", ".join(f"{n} {v!r:.20}" for n, v in attrs.asdict(self).items())
            msg = f"no such date: {given}"
            raise InvalidValue(msg)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the ISO form that ``str`` writes.

        >>> PartialDate.parse("--07-22")
        PartialDate(year=None, month=7, day=22)
        """
        match = _ISO.match(text) if isinstance(text, str) else None
        if match is None:
            msg = f"not a date like 2024-04-30, 2024-04, --04-30 or --04: {text!r:.40}"
            raise InvalidValue(msg)
        year, month, day = match.groups()
        return cls(None if year == "-" else int(year), int(month), int(day) if day else None)

    @classmethod
    def of(cls, day: dt.date) -> Self:
        """Make it from a calendar date."""
        if not isinstance(day, dt.date):
            msg = f"a date is needed, not {type(day).__name__}: {day!r:.40}"
            raise InvalidValue(msg)
        return cls(day.year, day.month, day.day)

    def first(self) -> dt.date | None:
        """The first day it covers, None while the year is unknown."""
        return None if self.year is None else dt.date(self.year, self.month, self.day or 1)

    def last(self) -> dt.date | None:
        """The last day it covers, None while the year is unknown."""
        if self.year is None:
            return None
        day = self.day or calendar.monthrange(self.year, self.month)[1]
        return dt.date(self.year, self.month, day)

    def __str__(self) -> str:
        head = "-" if self.year is None else f"{self.year:04}"
        tail = "" if self.day is None else f"-{self.day:02}"
        return f"{head}-{self.month:02}{tail}"


@frozen
class Span:
    """From one day to another, or from one month to another, both included.

    Args:
        start: First day or month.
        end: Last one; left out, the same.

    Raises:
        InvalidValue: One is a day and the other a month, one has a year and the other none, or the
            end comes before the start.
    """

    start: PartialDate
    end: PartialDate = field(default=attrs.Factory(lambda self: self.start, takes_self=True))

    def __attrs_post_init__(self) -> None:
        a, b = each((self.start, self.end), PartialDate)
        if (a.day is None) != (b.day is None) or (a.year is None) != (b.year is None):
            msg = f"a span joins dates of the same kind: {a} and {b}"
            raise InvalidValue(msg)
        if (a.year or 0, a.month, a.day or 0) > (b.year or 0, b.month, b.day or 0):
            msg = f"a span ends after it starts: {a} to {b}"
            raise InvalidValue(msg)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the ISO form that ``str`` writes.

        >>> str(Span.parse("2024-06/2024-10"))
        '2024-06/2024-10'
        """
        start, slash, end = text.partition("/") if isinstance(text, str) else (text, "", "")
        return cls(*map(PartialDate.parse, (start, end) if slash else (start,)))

    def __str__(self) -> str:
        return str(self.start) if self.start == self.end else f"{self.start}/{self.end}"


@frozen
class Period:
    """When something was, as one span or several.

    Args:
        spans: In the order written; at least one.

    Raises:
        InvalidValue: There is no span.

    >>> Period.parse("2024-05,2024-09,2024-11").last_day
    datetime.date(2024, 11, 30)
    """

    spans: tuple[Span, ...] = field(converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        if not self.spans:
            msg = "a period needs at least one span"
            raise InvalidValue(msg)
        each(self.spans, Span)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the ISO form that ``str`` writes: spans by commas, ends by a slash."""
        spans = text.split(",") if isinstance(text, str) else (text,)
        return cls(tuple(map(Span.parse, spans)))

    @classmethod
    def days(cls, start: dt.date, end: dt.date | None = None) -> Self:
        """Make a period of one span of days."""
        return cls((Span(PartialDate.of(start), PartialDate.of(end or start)),))

    @property
    def first_day(self) -> dt.date | None:
        """The earliest day it covers, None while a year is unknown."""
        days = [span.start.first() for span in self.spans]
        return None if None in days else min(d for d in days if d)

    @property
    def last_day(self) -> dt.date | None:
        """The latest day it covers, None while a year is unknown."""
        days = [span.end.last() for span in self.spans]
        return None if None in days else max(d for d in days if d)

    def __str__(self) -> str:
        return ",".join(map(str, self.spans))
