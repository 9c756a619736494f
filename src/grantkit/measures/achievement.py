"""Whether what was planned was reached: pure, exact, and unknown where it cannot be known.

Part by part ("46/4" against "4/1"). A target per event is multiplied by the planned events for the
plan and by the held ones for the judgement. A bound in the fact is judged by what follows from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

from attrs import evolve, frozen

from grantkit.measures.bounds import Bounds, bounds
from grantkit.measures.scopes import is_per_event, same_scope
from grantkit.model import (
    CONTEXT,
    Comparator,
    Direction,
    NotApplicable,
    NotReported,
    Part,
    Quantity,
    Statement,
    Written,
)

__all__ = ["Achievement", "PartAchievement", "Status", "achievement"]

_ONE = Fraction(1)
_EVEN = (_ONE, _ONE)
_HUNDRED = Fraction(100)
_UPWARD = (Comparator.AT_LEAST, Comparator.MORE_THAN)
_DOWNWARD = (Comparator.AT_MOST, Comparator.LESS_THAN)
_NO_POINT = (Comparator.ABOUT, Comparator.BETWEEN)
_SAYS_NOTHING = (NotReported, NotApplicable)


class Status(StrEnum):
    """What can be said; *exceeded* goes beyond a target that named a point, not just a limit."""

    MET = "met"
    NOT_MET = "not-met"
    EXCEEDED = "exceeded"
    UNKNOWN = "unknown"


@frozen
class PartAchievement:
    """What can be said of one part.

    Args:
        planned: The target over the planned events, None while their number is not known.
        due: What the fact is judged by: the target over the held events.
        exact: Whether the fact is a number, not just a bound.
    """

    status: Status
    reason: str | None = None
    ratio: Fraction | None = None
    planned: Decimal | None = None
    due: Decimal | None = None
    exact: bool = False


@frozen
class Achievement:
    """What can be said of an indicator.

    Args:
        status: Of all parts together: one part not met and the whole is not met.
        reason: Why it is unknown: ``no-target``, ``not-reported``, ``not-applicable``, ``words``,
            ``ambiguous``, ``unread``, ``no-locale`` (with ``target-`` before them where the target
            is meant), ``repeats-target``, ``parts-differ``, ``units-differ``, ``scopes-differ``,
            ``no-events``, ``bound-only``, ``approximate``.
        ratio: How far the fact came, where that means something; negative: away from the target.
        parts: The same for each part.
    """

    status: Status
    reason: str | None = None
    ratio: Fraction | None = None
    parts: tuple[PartAchievement, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether every part of the fact is a number."""
        return bool(self.parts) and all(part.exact for part in self.parts)

    def capped(self, limit: Fraction | int = 1) -> Fraction | None:
        """The ratio, but never more than *limit*."""
        return None if self.ratio is None else min(self.ratio, Fraction(limit))


def achievement(
    target: Written[Quantity] | Quantity,
    actual: Written[Quantity] | Quantity,
    *,
    baseline: Written[Quantity] | Quantity | None = None,
    direction: Direction = Direction.INCREASE,
    planned_events: int | None = None,
    held_events: int | None = None,
) -> Achievement:
    """Judge a fact by its target.

    Args:
        target: The plan.
        actual: The fact.
        baseline: Where it started; the ratio is then of the way from there.
        direction: Which way is better. A comparator in the target goes before it.
        planned_events: Number of events planned; a target per event is multiplied by it.
        held_events: Number of events held; what a fact of all events is judged by.

    Returns:
        Met, not met, exceeded or unknown, with the reason.

    >>> achievement(Quantity.of(4), Quantity.of(3)).ratio
    Fraction(3, 4)
    >>> each = Quantity.of(10, None, "at-least", per="contest")
    >>> achievement(each, Quantity.of(67), held_events=5).status
    <Status.MET: 'met'>
    >>> achievement(each, each).reason
    'repeats-target'
    """
    plan, problem = _value(target, "no-target", "target-")
    if plan is None:
        return Achievement(Status.UNKNOWN, problem)
    fact, problem = _value(actual, "not-reported", "")
    if fact is None:
        return Achievement(Status.UNKNOWN, problem)
    if len(plan.parts) != len(fact.parts):
        return Achievement(Status.UNKNOWN, "parts-differ")
    pairs = _pairs(plan, fact, baseline, direction, held_events)
    per_event = is_per_event(plan)
    judged = []
    for pair in pairs:
        part = _judge(pair)
        ratio = None if part.status is Status.UNKNOWN else _ratio(pair)
        planned = _times(pair.want, planned_events if per_event else 1)
        due = _times(pair.want, held_events if per_event else 1)
        judged.append(evolve(part, ratio=ratio, planned=planned, due=due))
    return _together(judged)


@frozen
class _Pair:
    """A part of the plan and its fact, with what makes them comparable."""

    want: Part
    have: Part
    base: Part | None
    start: bool
    direction: Direction
    factors: tuple[Fraction, Fraction]
    problem: str | None
    one_scope: bool
    comparable: bool


def _value(cell: Any, blank: str, prefix: str) -> tuple[Quantity | None, str | None]:
    value = cell.value if isinstance(cell, Written) else cell
    if isinstance(value, NotReported):
        return None, blank
    if isinstance(value, NotApplicable):
        return None, "not-applicable"
    if isinstance(value, Statement):
        return None, prefix + value.reason
    return value, None


def _pairs(
    plan: Quantity,
    fact: Quantity,
    baseline: Written[Quantity] | Quantity | None,
    direction: Direction,
    held: int | None,
) -> Iterator[_Pair]:
    start = None if baseline is None else _value(baseline, "", "")[0]
    started = not (
        baseline is None
        or (isinstance(baseline, Written) and isinstance(baseline.value, _SAYS_NOTHING))
    )
    fits = start and len(start.parts) == len(plan.parts) and same_scope(start, plan)
    bases = start.parts if start and fits else (None,) * len(plan.parts)
    scopes, problem = _scopes(plan, fact, held)
    one_scope = same_scope(plan, fact)
    for want, have, base in zip(plan.parts, fact.parts, bases, strict=True):
        scales = _scales(want, have)
        factors = scopes
        if scales is not None and scales != _EVEN:
            factors = scopes[0] * scales[0], scopes[1] * scales[1]
        comparable = scales is not None
        yield _Pair(want, have, base, started, direction, factors, problem, one_scope, comparable)


def _scopes(
    plan: Quantity, fact: Quantity, held: int | None
) -> tuple[tuple[Fraction, Fraction], str | None]:
    """By how many events to multiply each, and why that is not known."""
    if same_scope(plan, fact):
        return _EVEN, None
    if any(q.per is not None and not is_per_event(q) for q in (plan, fact)):
        return _EVEN, "scopes-differ"
    if not held:
        return _EVEN, "no-events"
    return ((Fraction(held), _ONE) if plan.per else (_ONE, Fraction(held))), None


def _times(part: Part, events: int | None) -> Decimal | None:
    return None if events is None else CONTEXT.multiply(part.value, Decimal(events))


def _judge(pair: _Pair) -> PartAchievement:
    want, have = pair.want, pair.have
    exact = have.comparator is Comparator.EXACTLY
    if not pair.comparable:
        return PartAchievement(Status.UNKNOWN, "units-differ", exact=exact)
    if pair.one_scope and not exact and _numbers(want) == _numbers(have):
        return PartAchievement(Status.UNKNOWN, "repeats-target")
    if pair.problem is not None:
        return PartAchievement(Status.UNKNOWN, pair.problem, exact=exact)
    sure, tolerated, point = _wanted(want, pair.direction, pair.factors[0])
    found = bounds(have, pair.factors[1])
    if found.inside(sure):
        beyond = point is not None and (
            point.above(found) if pair.direction is Direction.DECREASE else found.above(point)
        )
        return PartAchievement(Status.EXCEEDED if beyond else Status.MET, exact=exact)
    if found.apart(tolerated):
        return PartAchievement(Status.NOT_MET, exact=exact)
    vague = Comparator.ABOUT in (want.comparator, have.comparator)
    return PartAchievement(Status.UNKNOWN, "approximate" if vague else "bound-only", exact=exact)


def _numbers(part: Part) -> tuple[Any, ...]:
    return part.comparator, part.value, part.upper, part.of


def _scales(want: Part, have: Part) -> tuple[Fraction, Fraction] | None:
    """What to multiply the two by so that they can be compared; None: they cannot be."""
    shares = [part.unit is not None and part.unit.code == "percent" for part in (want, have)]
    if want.of and have.of:
        return _EVEN if want.of == have.of else (1 / Fraction(want.of), 1 / Fraction(have.of))
    if want.of and shares[1]:
        return _HUNDRED / Fraction(want.of), _ONE
    if have.of and shares[0]:
        return _ONE, _HUNDRED / Fraction(have.of)
    if want.of and have.value > want.of:
        return None
    if want.unit is not None and have.unit is not None and want.unit != have.unit:
        return None
    return _EVEN


def _wanted(
    want: Part, direction: Direction, factor: Fraction
) -> tuple[Bounds, Bounds, Bounds | None]:
    """What surely satisfies the target, what may, and the point beyond which it is exceeded."""
    point = bounds(want, factor)
    if want.comparator in (*_UPWARD, *_DOWNWARD):
        return point, point, None
    named = point
    if want.comparator is Comparator.ABOUT:
        value = Fraction(want.value) * factor
        named = Bounds(value, value)
    if direction is Direction.INCREASE:
        return Bounds(low=named.low), Bounds(low=point.low), point
    if direction is Direction.DECREASE:
        return Bounds(high=named.high), Bounds(high=point.high), point
    return named, point, None


def _ratio(pair: _Pair) -> Fraction | None:
    """How far the fact came; None where a ratio would mislead."""
    want, have, base = pair.want, pair.have, pair.base
    if have.comparator is not Comparator.EXACTLY or want.comparator in _NO_POINT:
        return None
    direction = pair.direction
    if want.comparator in _UPWARD:
        direction = Direction.INCREASE
    elif want.comparator in _DOWNWARD:
        direction = Direction.DECREASE
    goal = Fraction(want.value) * pair.factors[0]
    reached = Fraction(have.value) * pair.factors[1]
    if not pair.start:
        meaningful = direction is Direction.INCREASE and goal > 0 and reached >= 0
        return reached / goal if meaningful else None
    if base is None or base.comparator is not Comparator.EXACTLY:
        return None
    if _scales(want, base) != _EVEN:
        return None
    start = Fraction(base.value) * pair.factors[0]
    way = goal - start
    better = way > 0 if direction is Direction.INCREASE else way < 0
    return (reached - start) / way if better and direction is not Direction.MAINTAIN else None


def _together(parts: list[PartAchievement]) -> Achievement:
    ratio = parts[0].ratio if len(parts) == 1 else None
    for status in (Status.NOT_MET, Status.UNKNOWN, Status.EXCEEDED):
        first = next((part for part in parts if part.status is status), None)
        if first is not None:
            return Achievement(status, first.reason, ratio, tuple(parts))
    return Achievement(Status.MET, None, ratio, tuple(parts))
