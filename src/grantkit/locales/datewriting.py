"""Writing days, months and periods by a language's patterns."""

from __future__ import annotations

import datetime as dt

from grantkit.locales.lexicon import Dates
from grantkit.model import PartialDate, Period, Span

__all__ = ["DateWriter"]


class DateWriter:
    """Writes in the words of one language.

    Args:
        dates: Its words, with all patterns.
    """

    def __init__(self, dates: Dates) -> None:
        self._months = dates.months
        self._in_dates = dates.in_dates or dates.months
        self._patterns = dates.patterns

    def date(self, day: dt.date | PartialDate) -> str:
        """Write one day or month."""
        date = day if isinstance(day, PartialDate) else PartialDate.of(day)
        return self._span(Span(date), year=date.year)

    def period(self, period: Period) -> str:
        """Write spans; a year that all of them share once."""
        spans = period.spans
        if len(spans) == 1:
            return self._span(spans[0], year=spans[0].start.year)
        years = {date.year for span in spans for date in (span.start, span.end)}
        if len(years) > 1:
            return "; ".join(self._span(span, year=span.start.year) for span in spans)
        listed = ", ".join(self._span(span, year=None) for span in spans)
        year = years.pop()
        return listed if year is None else self._patterns["list"].format(list=listed, y=year)

    def _span(self, span: Span, *, year: int | None) -> str:
        """Write one span; *year* None leaves out the year."""
        start, end = span.start, span.end
        if year is not None and start.year != end.year:
            shape = "years"
        elif start == end:
            shape = ""
        elif start.day is not None and start.month == end.month:
            shape = "same"
        else:
            shape = "s"
        shape = ("month" if start.day is None else "day") + shape
        if year is None:
            shape += "-yearless"
        return self._patterns[shape].format(
            d=start.day,
            m=self._in_dates[start.month - 1],
            M=self._months[start.month - 1],
            n=start.month,
            y=start.year,
            d2=end.day,
            m2=self._in_dates[end.month - 1],
            M2=self._months[end.month - 1],
            n2=end.month,
            y2=end.year,
        )
