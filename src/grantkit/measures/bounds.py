"""What a written number says about the true value: the interval the value lies in."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from grantkit.model import Comparator, Part

__all__ = ["INFINITY", "Bounds", "Number", "bounds"]

#: Comparing a fraction with an infinite float is exact; no other float comes near.
INFINITY = math.inf
Number = Fraction | float


@frozen
class Bounds:
    """An interval; an open end does not belong to it.

    >>> Bounds(Fraction(3000), INFINITY, low_open=True).inside(Bounds(Fraction(3000), INFINITY))
    True
    """

    low: Number = -INFINITY
    high: Number = INFINITY
    low_open: bool = False
    high_open: bool = False

    @property
    def exact(self) -> bool:
        """Whether it is one point."""
        return self.low == self.high

    def inside(self, other: Bounds) -> bool:
        """Whether every value in it is in *other* too."""
        low = self.low > other.low or (
            self.low == other.low and (self.low_open or not other.low_open)
        )
        high = self.high < other.high or (
            self.high == other.high and (self.high_open or not other.high_open)
        )
        return low and high

    def above(self, other: Bounds) -> bool:
        """Whether every value in it is more than every one in *other*."""
        return self.low > other.high or (
            self.low == other.high and (self.low_open or other.high_open)
        )

    def apart(self, other: Bounds) -> bool:
        """Whether no value is in both."""
        return self.above(other) or other.above(self)


def bounds(part: Part, factor: Fraction = Fraction(1)) -> Bounds:
    """Return the interval in which *part*, times a positive *factor*, leaves the value.

    ``about`` leaves it between the half and the double: wider than anybody means, so that what
    follows from it is certain.
    """
    value = _times(part.value, factor)
    match part.comparator:
        case Comparator.AT_LEAST:
            return Bounds(low=value)
        case Comparator.MORE_THAN:
            return Bounds(low=value, low_open=True)
        case Comparator.AT_MOST:
            return Bounds(high=value)
        case Comparator.LESS_THAN:
            return Bounds(high=value, high_open=True)
        case Comparator.ABOUT:
            low, high = sorted((value / 2, value * 2))
            return Bounds(low, high)
        case _:
            upper = part.value if part.upper is None else part.upper
            return Bounds(value, value if upper is part.value else _times(upper, factor))


def _times(number: Decimal, factor: Fraction) -> Fraction:
    # Nearly every factor is 1, and multiplying fractions is slow.
    return Fraction(number) if factor == 1 else Fraction(number) * factor
