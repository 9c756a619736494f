"""From the words of a date to spans: ends that share a year or a month are filled in."""

from __future__ import annotations

import itertools
import re

from attrs import define

from grantkit.errors import InvalidValue
from grantkit.locales.figures import Doubt
from grantkit.model import PartialDate, Span

__all__ = ["SpanReader", "Token"]

#: Its kind, and what it holds: figures, or the number of a month.
Token = tuple[str, str | int]

_PARTS = re.compile(r"[./-]")
_YEAR_DIGITS, _DAY_DIGITS, _MOST_DAY, _MONTHS = 4, 2, 31, 12


@define
class _End:
    """One end of a span, as far as it is written; *leads* when the year stands before it."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    leads: bool = False
    ablative: bool = False

    @property
    def bare(self) -> bool:
        """Whether it is a year and nothing else."""
        return self.day is None and self.month is None


class SpanReader:
    """Reads the spans of a list whose members share their year and month.

    Args:
        tokens: Of the list.
        month_first: Whether a day may follow its month.
    """

    def __init__(self, tokens: list[Token], *, month_first: bool) -> None:
        self.tokens = tokens
        self.month_first = month_first
        self.at = 0

    def take(self, *kinds: str) -> Token | None:
        """Take the next token if it is of one of these kinds."""
        if self.at < len(self.tokens) and self.tokens[self.at][0] in kinds:
            self.at += 1
            return self.tokens[self.at - 1]
        return None

    def spans(self) -> list[Span] | None:
        """Read all tokens.

        Raises:
            Doubt: There are several readings, none certain.
        """
        read: list[tuple[_End, _End]] = []
        while True:
            pair = self._pair()
            if pair is None:
                return None
            if read and pair[0].bare and self.at == len(self.tokens):
                self._late_year(read[-1], pair)
                break
            read.append(pair)
            comma = self.take(",")
            if not (self.take("and") or comma):
                break
        if self.at < len(self.tokens) or not _filled(read):
            return None
        return _spans(read)

    def _late_year(self, before: tuple[_End, _End], pair: tuple[_End, _End]) -> None:
        """Read the year of "мамыр, 2024 жыл"."""
        if pair[0] is not pair[1] or before[1].bare or before[1].year is not None:
            raise Doubt
        before[1].year = pair[0].year

    def _pair(self) -> tuple[_End, _End] | None:
        self.take("start")
        start = self._end()
        if start is None:
            return None
        here = self.at
        if self.take("-", "middle", "and") or start.ablative:
            joined = self.tokens[self.at - 1][0]
            end = self._end()
            closed = self.take("close") is not None
            if end is not None and (joined != "and" or closed):
                return start, end
            if start.ablative or joined != "and":
                return None
            self.at = here
        return start, start

    def _end(self) -> _End | None:
        token = self.take("iso", "full", "monthly", "day")
        if token is not None:
            return self._figures(token[0], str(token[1]))
        end = _End()
        year = self._year()
        if year is not None:
            end.year, end.leads = year, True
        return self._day_and_month(end)

    def _day_and_month(self, end: _End) -> _End | None:
        number = self.take("n")
        if number is not None:
            if not 1 <= int(str(number[1])) <= _MOST_DAY or len(str(number[1])) > _DAY_DIGITS:
                return None
            end.day = int(str(number[1]))
        month = self.take("month", "from-month")
        if month is not None:
            end.month = int(str(month[1]))
            end.ablative = month[0] == "from-month"
            if end.day is None and self.month_first:
                self._late_day(end)
        if end.year is None and (year := self._year()) is not None:
            end.year = year
        if end.bare:
            end.leads = False
            return end if end.year is not None else None
        return end

    def _late_day(self, end: _End) -> None:
        """Read the day of "May 5, 2024"."""
        here = self.at
        number = self.take("n")
        if number is None or len(str(number[1])) > _DAY_DIGITS:
            self.at = here
            return
        end.day = int(str(number[1]))
        here = self.at
        if self.take(",") and (year := self._year()) is not None:
            end.year = year
        else:
            self.at = here

    def _year(self) -> int | None:
        here = self.at
        number = self.take("n")
        if number is None or len(str(number[1])) != _YEAR_DIGITS:
            self.at = here
            return None
        self.take("year")
        return int(str(number[1]))

    def _figures(self, kind: str, token: str) -> _End:
        parts = [int(part) for part in _PARTS.split(token)]
        if kind == "iso":
            year, month, *day = parts
        elif kind == "monthly":
            (month, year), day = parts, []
        else:
            first, month, *rest = parts
            year, day = (rest[0] if rest else 0), [first]
            if "/" in token and first <= _MONTHS and first != month:
                raise Doubt  # 10/11/2024
        self.take("year")
        end = _End(day[0] if day else None, month, year or None)
        if not year and (later := self._year()) is not None:
            end.year = later
        return end


def _filled(read: list[tuple[_End, _End]]) -> bool:
    """Give each end the month and year that another one says for it; False when none does."""
    ends: list[_End] = []
    for pair in read:
        ends += pair if pair[0] is not pair[1] else pair[:1]
    for after, end in itertools.pairwise(reversed(ends)):
        if end.day is not None and end.month is None:
            end.month = after.month if after.day is not None else None
    if any(end.day is not None and end.month is None for end in ends):
        return False
    for after, end in itertools.pairwise(reversed(ends)):
        if end.year is None and after.year is not None and not after.leads:
            end.year = after.year
    for before, end in itertools.pairwise(ends):
        if end.year is None and before.year is not None and before.leads:
            end.year, end.leads = before.year, True
    if len({end.year is None for end in ends}) > 1 or len({end.bare for end in ends}) > 1:
        raise Doubt  # "май 2023, июнь"
    return True


def _spans(read: list[tuple[_End, _End]]) -> list[Span]:
    spans = []
    for start, end in read:
        try:
            first = PartialDate(start.year, start.month or 1, start.day)
            last = PartialDate(end.year, end.month or _MONTHS, end.day)
        except InvalidValue:
            raise Doubt from None
        same_kind = (start.day is None) == (end.day is None) and start.bare == end.bare
        key = [(d.year or 0, d.month, d.day or 0) for d in (first, last)]
        if not same_kind or key[0] > key[1]:
            raise Doubt  # "декабрь-январь 2025 года"
        spans.append(Span(first, last))
    return spans
