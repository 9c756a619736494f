"""An indicator: what was measured, the plan and the fact."""

from __future__ import annotations

from attrs import Factory, field, frozen

from grantkit.model.fields import Word, check_plain
from grantkit.model.frozen import as_tuple
from grantkit.model.quantity import Quantity, Unit, as_unit
from grantkit.model.text import Text, check_id
from grantkit.model.written import Written

__all__ = ["Aggregation", "Cumulation", "Direction", "Evidence", "Indicator"]


class Direction(Word):
    """Which way is better."""

    INCREASE = "increase"
    DECREASE = "decrease"
    MAINTAIN = "maintain"


class Cumulation(Word):
    """How results of successive periods relate."""

    PERIODIC = "periodic"
    CUMULATIVE = "cumulative"
    RUNNING_TOTAL = "running-total"


class Aggregation(Word):
    """How values come together over time, places or activities."""

    SUM = "sum"
    MEAN = "mean"
    MIN = "min"
    MAX = "max"
    LATEST = "latest"
    RATIO_OF_SUMS = "ratio-of-sums"
    NONE = "none"


# Calling an enumeration takes several times longer, and there are five in every indicator.
def _direction(word: Direction | str) -> Direction:
    return word if type(word) is Direction else Direction(word)


def _cumulation(word: Cumulation | str) -> Cumulation:
    return word if type(word) is Cumulation else Cumulation(word)


def _aggregation(word: Aggregation | str) -> Aggregation:
    return word if type(word) is Aggregation else Aggregation(word)


@frozen(kw_only=True)
class Evidence:
    """What shows that something happened: a link, a picture, a document."""

    kind: str | None = field(default=None, converter=check_plain)
    title: Text | None = None
    link: str | None = field(default=None, converter=check_plain)
    file: str | None = field(default=None, converter=check_plain)


@frozen(kw_only=True)
class Indicator:
    """One measured thing, with its baseline, target (plan) and actual (fact) as written.

    Args:
        code: Code from a list of the form; only coded indicators add up across grants.
        unit: Unit of the cells that name none themselves.
        over_time, over_place, over_activity: How its values come together.
        deviation: Why the fact is not the plan.
    """

    id: str = field(converter=check_id)
    name: Text = field()
    code: str | None = field(default=None, converter=check_plain)
    unit: Unit | None = field(default=None, converter=as_unit)
    baseline: Written[Quantity] = Factory(Written)
    target: Written[Quantity] = Factory(Written)
    actual: Written[Quantity] = Factory(Written)
    direction: Direction = field(default=Direction.INCREASE, converter=_direction)
    cumulation: Cumulation = field(default=Cumulation.PERIODIC, converter=_cumulation)
    over_time: Aggregation = field(default=Aggregation.SUM, converter=_aggregation)
    over_place: Aggregation = field(default=Aggregation.SUM, converter=_aggregation)
    over_activity: Aggregation = field(default=Aggregation.SUM, converter=_aggregation)
    evidence: tuple[Evidence, ...] = field(default=(), converter=as_tuple)
    deviation: Text | None = None
