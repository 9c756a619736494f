"""What a measure is, and what measures give back: totals with their provenance, summaries."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from typing import Any, Protocol, TypeVar, runtime_checkable

from attrs import field, frozen

from grantkit.model import Aggregation, FrozenMap, Report, Unit

__all__ = [
    "LIMIT",
    "Group",
    "LeftOut",
    "Measure",
    "Source",
    "Subject",
    "Summary",
    "Total",
    "first_sources",
]

A = TypeVar("A")

#: How many places a total names; it counts all of them.
LIMIT = 20


@frozen(kw_only=True)
class Subject:
    """What a measure looks at: a node of a report, and where it stands."""

    node: Any
    report: Report
    path: str = ""


@runtime_checkable
class Measure(Protocol[A]):
    """Something that can be counted over any part of any number of reports.

    ``combine`` is associative and commutative and ``zero`` is neutral, so that reports may be
    counted in any order, in any number of processes. None of the values is changed in place.

    """

    @property
    def id(self) -> str:
        """Name of the result in a summary."""
        ...

    def zero(self) -> A:
        """What nothing at all counts."""
        ...

    def lift(self, subject: Subject) -> A:
        """Count one node, with everything below it."""
        ...

    def combine(self, one: A, other: A) -> A:
        """Count two together."""
        ...

    def finish(self, counted: A) -> Any:
        """Turn what was counted into the result, an immutable value."""
        ...


@frozen(order=True)
class Source:
    """A value that was counted, or left out: the report it stands in, and where."""

    report: str
    path: str


def first_sources(*places: Iterable[Source]) -> tuple[Source, ...]:
    """Return the first few of all the places given, the same whatever their order was."""
    return tuple(islice(sorted(place for some in places for place in some), LIMIT))


@frozen(kw_only=True)
class Total:
    """What indicators of one meaning and one unit come to, and what that is made of.

    Args:
        code: Of the indicators; None for those without one, which add by name within a grant.
        name: Of those without a code.
        unit: Of the numbers.
        rule: How they come together.
        count: How many numbers are in it.
        sum: Of the numbers, exact.
        of: Sum of the denominators, where the numbers are shares or scores ("45 of 60").
        least, most: The smallest and the largest of them, None where there are none.
        excluded: How many cells are left out, by reason.
        sources: The first of the cells that are in it.
        left_out: The first of those that are not.
    """

    code: str | None = None
    name: str | None = None
    unit: Unit | None = None
    rule: Aggregation = Aggregation.SUM
    count: int = 0
    sum: Decimal = Decimal(0)
    of: Decimal | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    excluded: FrozenMap[str, int] = field(factory=FrozenMap)
    sources: tuple[Source, ...] = ()
    left_out: tuple[Source, ...] = ()

    @property
    def ratio(self) -> Fraction | None:
        """The ratio of the sums, where there are denominators: never a mean of percentages."""
        return Fraction(self.sum) / Fraction(self.of) if self.of else None

    @property
    def value(self) -> Decimal | Fraction | None:
        """The result by the indicators' own rule; None when no number is in it."""
        if not self.count:
            return None
        match self.rule:
            case Aggregation.MEAN:
                return Fraction(self.sum) / self.count
            case Aggregation.MIN:
                return self.least
            case Aggregation.MAX:
                return self.most
            case _:
                return self.sum if self.of is None else self.ratio


@frozen(kw_only=True)
class Group:
    """The results of the measures over one group of reports, or of parts of reports.

    Args:
        key: What they have in common; empty where they have nothing there.
        grants: How many grants are in it.
        results: By the measures' ids.
    """

    key: str
    grants: int
    results: FrozenMap[str, Any] = field(factory=FrozenMap)

    def __getitem__(self, measure: str) -> Any:
        return self.results[measure]


@frozen(kw_only=True)
class LeftOut:
    """A report that is not counted, because its grant already is.

    Args:
        reason: ``final-exists`` (it is an interim one), ``later-exists``, ``copy`` (it counts the
            same) or ``same-day`` (it does not, and nothing says which one holds).
        counted: Id of the report that is counted.
    """

    grant: str
    report: str
    reason: str
    counted: str


@frozen(kw_only=True)
class Summary:
    """What a number of reports come to, whole and by group.

    Args:
        by: What they are grouped by, if they are.
        total: Everything together.
        groups: By key, in its order.
        left_out: The reports that are not counted, with the reason.
    """

    total: Group
    by: str | None = None
    groups: tuple[Group, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    def group(self, key: str) -> Group:
        """The group of this key.

        Raises:
            KeyError: There is none.
        """
        for group in self.groups:
            if group.key == key:
                return group
        raise KeyError(key)
