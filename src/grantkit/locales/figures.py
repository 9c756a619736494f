"""Figures: reading "10 500 000,5" without guessing, and printing numbers."""

from __future__ import annotations

import re
from decimal import Decimal

from grantkit.model import CONTEXT

__all__ = ["Doubt", "Format", "is_whole", "read_figure"]

_PARTS = re.compile(r"([.,])")
_MOST_GROUP, _MONTHS, _DAYS = 3, 12, 31


class Doubt(Exception):
    """What is written can be read in several ways, none of them certain."""


def is_whole(number: Decimal | int) -> bool:
    """Whether a number has no fraction; whatever the ambient decimal context.

    >>> is_whole(Decimal("9" * 30)), is_whole(Decimal("0.5")), is_whole(5)
    (True, False, True)
    """
    return type(number) is int or number == Decimal(number).to_integral_value(context=CONTEXT)


def read_figure(figure: str, decimal: str, group: str) -> tuple[Decimal | None, bool]:
    """Read figures as the tokeniser cut them out; also say whether separators were repaired.

    Raises:
        Doubt: "1,295" where the comma is the decimal separator: 1295 is as likely.

    >>> read_figure("10 500 000,5", ",", " "), read_figure("1,295", ".", ",")
    ((Decimal('10500000.5'), False), (Decimal('1295'), False))
    """
    if figure.isdigit():
        return Decimal(figure), False
    spaced = " " in figure
    whole, *rest = _PARTS.split(figure.replace(" ", ""))
    marks, runs = rest[::2], rest[1::2]
    if not marks:
        return Decimal(whole), False
    if len(marks) > 1:
        return (None, False) if spaced else _many_marks(whole, runs, marks, (decimal, group))
    if spaced:
        return Decimal(f"{whole}.{runs[0]}"), marks[0] != decimal
    return _one_mark(whole, runs[0], (marks[0], decimal, group))


def _many_marks(
    whole: str, runs: list[str], marks: list[str], own: tuple[str, str]
) -> tuple[Decimal | None, bool]:
    """Read groups of three digits, and perhaps a fraction after a mark of its own."""
    *inner, last = marks
    decimal, group = own
    if last != inner[0]:
        *runs, fraction = runs
        number, repaired = f"{whole}{''.join(runs)}.{fraction}", last != decimal
    else:
        number, repaired = whole + "".join(runs), False
    if len(set(inner)) > 1 or not _grouped(whole, runs):
        return None, False
    return Decimal(number), repaired or inner[0] != group


def _grouped(whole: str, groups: list[str]) -> bool:
    fits = len(whole) <= _MOST_GROUP and not (whole[0] == "0" and groups)
    # In India all groups but the last have two digits: 1,23,45,678.
    lengths = {len(run) for run in groups[:-1]} or {_MOST_GROUP}
    inner = lengths == {_MOST_GROUP} or (lengths == {2} and len(whole) < _MOST_GROUP)
    return fits and inner and (not groups or len(groups[-1]) == _MOST_GROUP)


def _one_mark(whole: str, run: str, marks: tuple[str, str, str]) -> tuple[Decimal, bool]:
    """Read figures with one mark, given it, the decimal separator and that of groups."""
    mark, decimal, group = marks
    number = Decimal(f"{whole}.{run}")
    like_group = _grouped(whole, [run])
    if mark == group:
        if like_group:
            return Decimal(whole + run), False
        raise Doubt
    if like_group:
        raise Doubt
    if mark == decimal:
        return number, False
    # A foreign mark: "10.05" where the comma is expected may be the tenth of May.
    looks_a_date = len(run) == len("05") and int(run) <= _MONTHS and 0 < int(whole) <= _DAYS
    if looks_a_date:
        raise Doubt
    return number, True


class Format:
    r"""Prints numbers with one language's separators.

    Args:
        decimal, group: The separators.
        grouping: Digits in the last group and in the others.

    >>> Format(",", "\N{NO-BREAK SPACE}").number(Decimal("10500000.5"))
    '10\xa0500\xa0000,5'
    """

    __slots__ = ("_decimal", "_group", "_grouping")

    def __init__(self, decimal: str, group: str, grouping: tuple[int, int] = (3, 3)) -> None:
        self._decimal = decimal
        self._group = group
        self._grouping = grouping

    def number(self, number: Decimal | int) -> str:
        """Print a number exactly, whatever the ambient decimal context."""
        if type(number) is int and -1000 < number < 1000:  # noqa: PLR2004 - no groups
            return str(number)
        if self._grouping != (3, 3):
            return self._other_groups(number)
        figures = f"{number:,f}" if type(number) is Decimal else f"{number:,}"
        if "." in figures:
            whole, _, fraction = figures.partition(".")
            return whole.replace(",", self._group) + self._decimal + fraction
        return figures.replace(",", self._group)

    def certain(self, number: Decimal) -> str:
        """Print a number so that reading it leaves no doubt: 1,295 gets another zero."""
        printed = self.number(number)
        mark = printed.find(self._decimal)
        if mark < 0 or len(printed) - mark != 1 + _MOST_GROUP or self._group in printed:
            return printed
        return printed + "0" if printed.lstrip("-")[0] != "0" else printed

    def _other_groups(self, number: Decimal | int) -> str:
        last, others = self._grouping
        figures = f"{number:f}" if type(number) is Decimal else str(number)
        sign = "-" if figures.startswith("-") else ""
        whole, _, fraction = figures.lstrip("-").partition(".")
        head, groups = whole[:-last], [whole[-last:]]
        while head:
            groups.insert(0, head[-others:])
            head = head[:-others]
        return sign + self._group.join(groups) + (self._decimal + fraction if fraction else "")
