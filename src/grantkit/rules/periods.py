"""Whether days and months lie inside a period, as exactly as both are given."""

from __future__ import annotations

from attrs import evolve

from grantkit.model import PartialDate, Period, Span

__all__ = ["inside"]


def inside(inner: Period, outer: Period) -> bool | None:
    """Return whether every span of *inner* starts and ends within *outer*; None: cannot be known.

    A day is compared with a month by its month. A year that is missing in *inner* is taken from
    *outer* where that has only one.

    >>> inside(Period.parse("2024-11"), Period.parse("2024-04-30/2024-11-29"))
    True
    >>> inside(Period.parse("2024-07-02"), Period.parse("2024-09,2024-11"))
    False
    """
    years = {date.year for span in outer.spans for date in (span.start, span.end)}
    year = years.pop() if len(years) == 1 else None
    ends = [date for span in inner.spans for date in (span.start, span.end)]
    if any(span.start.year is None for span in outer.spans):
        return None
    known = [date if date.year else evolve(date, year=year) for date in ends if date.year or year]
    if len(known) != len(ends):
        return None
    return all(any(_within(date, span) for span in outer.spans) for date in known)


def _within(date: PartialDate, span: Span) -> bool:
    days = date.day is not None and span.start.day is not None

    def key(end: PartialDate) -> tuple[int, int, int]:
        return (end.year or 0, end.month, (end.day or 0) if days else 0)

    return key(span.start) <= key(date) <= key(span.end)
