"""Totals of indicators: what adds up, what does not and why, and where every number stands.

Indicators of one code and unit add up everywhere. Those without a code add up by name and unit
within one grant only; over several grants they are just counted as left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Literal

from attrs import evolve, field, frozen

from grantkit.measures.api import Source, Subject, Total, first_sources
from grantkit.measures.indicators import Placed, indicators
from grantkit.measures.scopes import is_per_event
from grantkit.model import (
    CONTEXT,
    Aggregation,
    Comparator,
    FrozenMap,
    Indicator,
    NotApplicable,
    NotReported,
    Part,
    Quantity,
    Statement,
    Unit,
    Written,
)

__all__ = ["Totals"]

#: Code, name where there is no code, unit, rule, and whether there are denominators.
Key = tuple[str | None, str | None, Unit | None, Aggregation, bool]

_NEVER_ADDED = (Aggregation.LATEST, Aggregation.NONE)


@frozen
class _Counted:
    """Totals of coded indicators, and of the others while they are of one grant."""

    coded: Mapping[Key, Total] = field(factory=dict)
    grants: frozenset[str] = frozenset()
    uncoded: Mapping[Key, Total] = field(factory=dict)
    uncoded_cells: int = 0


@frozen
class Totals:
    """Adds up one column of the indicators: the facts, or the plans.

    The reasons for leaving a cell out: ``not-reported``, ``not-applicable``, ``words``,
    ``ambiguous``, ``unread``, ``no-locale``, ``bound`` (at least, about, a range), ``percent``
    (without a denominator), ``parts`` (several numbers without units), ``scope``, ``no-events``,
    ``not-added`` (the indicator's own rule), ``no-denominator``, and over grants ``no-code``.
    """

    id: str = "totals"
    column: Literal["actual", "target"] = "actual"

    def zero(self) -> _Counted:
        """No number."""
        return _Counted()

    def lift(self, subject: Subject) -> _Counted:
        """Add up what stands below the node."""
        coded: dict[Key, Total] = {}
        uncoded: dict[Key, Total] = {}
        cells = 0
        for placed in indicators(subject.node, subject.path):
            into = uncoded if placed.indicator.code is None else coded
            cells += placed.indicator.code is None
            source = Source(subject.report.id, f"{placed.path}.{self.column}")
            for key, total in self._numbers(placed, subject.report.language, source):
                into[key] = _add(into[key], total) if key in into else total
        return _Counted(coded, frozenset({subject.report.grant.id}), uncoded, cells)

    def combine(self, one: _Counted, other: _Counted) -> _Counted:
        """Add equal totals; drop those without a code when they are of several grants."""
        grants = one.grants | other.grants
        uncoded = _merge(one.uncoded, other.uncoded) if len(grants) <= 1 else {}
        cells = one.uncoded_cells + other.uncoded_cells
        if len(grants) > 2:  # noqa: PLR2004 - two are enough to know that there are several
            grants = frozenset(sorted(grants)[:2])
        return _Counted(_merge(one.coded, other.coded), grants, uncoded, cells)

    def finish(self, counted: _Counted) -> tuple[Total, ...]:
        """Put the totals in order: by code, then by name, then by unit."""
        totals = [*counted.coded.values(), *counted.uncoded.values()]
        if len(counted.grants) > 1 and counted.uncoded_cells:
            totals.append(Total(excluded=FrozenMap({"no-code": counted.uncoded_cells})))
        return tuple(_plain(total) for total in sorted(totals, key=_order))

    def _numbers(
        self, placed: Placed, language: str, source: Source
    ) -> Iterator[tuple[Key, Total]]:
        """What each number of the cell adds to which total."""
        indicator = placed.indicator
        cell = indicator.target if self.column == "target" else indicator.actual
        code, rule = indicator.code, indicator.over_activity
        name = None if code else indicator.name.best(language)[0]
        reason = _unusable(cell.value, rule)
        quantity = cell.known
        if reason is not None or quantity is None:
            unit = indicator.unit or _unit(indicator.target)
            total = Total(
                code=code,
                name=name,
                unit=unit,
                rule=rule,
                excluded=FrozenMap({reason or "words": 1}),
                left_out=(source,),
            )
            yield (code, name, unit, rule, False), total
            return
        for part in quantity.parts:
            unit = part.unit or indicator.unit
            factor, reason = self._factor(quantity, part, placed, rule)
            total = Total(code=code, name=name, unit=unit, rule=rule)
            if factor is None:
                total = evolve(total, excluded=FrozenMap({reason or "": 1}), left_out=(source,))
            else:
                value = CONTEXT.multiply(part.value, factor)
                of = None if part.of is None else CONTEXT.multiply(part.of, factor)
                total = evolve(
                    total, count=1, sum=value, of=of, least=value, most=value, sources=(source,)
                )
            yield (code, name, unit, rule, total.of is not None), total

    def _factor(
        self, quantity: Quantity, part: Part, placed: Placed, rule: Aggregation
    ) -> tuple[Decimal | None, str | None]:
        """How often *part* counts, or why it does not."""
        problem = _not_a_number(quantity, part, placed.indicator, rule)
        if problem is not None:
            return None, problem
        if quantity.per is None:
            return Decimal(1), None
        if not is_per_event(quantity):
            return None, "scope"
        activity = placed.activity
        planned = self.column == "target"
        events = None
        if activity is not None:
            events = activity.planned_events if planned else activity.held_events
        return (None, "no-events") if events is None else (Decimal(events), None)


def _unusable(value: object, rule: Aggregation) -> str | None:
    if isinstance(value, NotReported):
        return "not-reported"
    if isinstance(value, NotApplicable):
        return "not-applicable"
    if isinstance(value, Statement):
        return value.reason
    return "not-added" if rule in _NEVER_ADDED else None


def _not_a_number(
    quantity: Quantity, part: Part, indicator: Indicator, rule: Aggregation
) -> str | None:
    if part.comparator is not Comparator.EXACTLY:
        return "bound"
    if part.of is None:
        unit = part.unit or indicator.unit
        if unit is not None and unit.code == "percent":
            return "percent"
        if rule is Aggregation.RATIO_OF_SUMS:
            return "no-denominator"
    return "parts" if part.unit is None and len(quantity.parts) > 1 else None


def _unit(cell: Written[Quantity]) -> Unit | None:
    part = cell.known.single if cell.known else None
    return part.unit if part else None


def _merge(one: Mapping[Key, Total], other: Mapping[Key, Total]) -> Mapping[Key, Total]:
    if not one or not other:
        return one or other
    merged = dict(one)
    for key, total in other.items():
        merged[key] = _add(merged[key], total) if key in merged else total
    return merged


def _add(one: Total, other: Total) -> Total:
    excluded = Counter(one.excluded)
    excluded.update(other.excluded)
    return evolve(
        one,
        count=one.count + other.count,
        sum=CONTEXT.add(one.sum, other.sum),
        of=_either(CONTEXT.add, one.of, other.of),
        least=_either(min, one.least, other.least),
        most=_either(max, one.most, other.most),
        excluded=FrozenMap(excluded),
        sources=first_sources(one.sources, other.sources),
        left_out=first_sources(one.left_out, other.left_out),
    )


def _either(
    join: Callable[[Decimal, Decimal], Decimal], one: Decimal | None, other: Decimal | None
) -> Decimal | None:
    if one is None or other is None:
        return other if one is None else one
    return join(one, other)


def _plain(total: Total) -> Total:
    return evolve(total, sum=_digits(total.sum), of=None if total.of is None else _digits(total.of))


def _digits(number: Decimal) -> Decimal:
    """Without trailing zeros and without an exponent: the same digits whatever was added first."""
    number = number.normalize(CONTEXT)
    tuple_ = number.as_tuple()
    whole = isinstance(tuple_.exponent, int) and tuple_.exponent > 0
    return number.quantize(Decimal(1), context=CONTEXT) if whole else number


def _order(total: Total) -> tuple[str, ...]:
    unit = total.unit
    return (total.code or "~", total.name or "~", str(unit or ""), total.rule, str(total.of))
