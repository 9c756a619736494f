"""Achievement: pure, exact, and unknown where it cannot be known; traps of other systems."""

from decimal import ROUND_DOWN, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantkit.measures.achievement import Status, achievement
from grantkit.model import (
    NOT_APPLICABLE,
    Direction,
    Part,
    Quantity,
    Statement,
    Written,
)

MET, NOT_MET, EXCEEDED, UNKNOWN = Status.MET, Status.NOT_MET, Status.EXCEEDED, Status.UNKNOWN
DOWN = Direction.DECREASE


def q(*parts, per=None):
    """Make a quantity: numbers, or (number, comparator[, unit]) for each part."""
    made = [
        Part(p) if not isinstance(p, tuple) else Part(p[0], p[2] if len(p) > 2 else None, p[1])
        for p in parts
    ]
    return Quantity(made, per)


AT_LEAST_100 = q((100, "at-least"))


@pytest.mark.parametrize(
    ("target", "actual", "status"),
    [
        (q(6), q(6), MET),
        (q(6), q(5), NOT_MET),
        (q(2), q(6), EXCEEDED),
        (AT_LEAST_100, q(104), MET),
        (AT_LEAST_100, q(99), NOT_MET),
        (AT_LEAST_100, q((3000, "more-than")), MET),
        (q((100, "more-than")), q(100), NOT_MET),
        (q((5, "at-most")), q(3), MET),
        (q((5, "at-most")), q(6), NOT_MET),
        (q((5, "less-than")), q(5), NOT_MET),
        (q((500, "about")), q(500), MET),
        (q((500, "about")), q(200), NOT_MET),
        (q((500, "about")), q(1200), EXCEEDED),
        (q(0), q(0), MET),
        (q(0), q(3), EXCEEDED),
        (q(4, 1), q(46, 4), EXCEEDED),
        (q(4, 2), q(46, 1), NOT_MET),
        (Quantity([Part(25, "percent", "between", upper=30)]), q(27), MET),
        (Quantity([Part(25, "percent", "between", upper=30)]), q(31), EXCEEDED),
        (q((100, "exactly", "post")), q((100, "at-least")), MET),
    ],
)
def test_status(target, actual, status):
    assert achievement(target, actual).status is status


@pytest.mark.parametrize(
    ("target", "actual", "reason"),
    [
        (Written(), q(6), "no-target"),
        (q(6), Written(text="-"), "unread"),
        (q(6), Written(), "not-reported"),
        (q(6), Written(NOT_APPLICABLE), "not-applicable"),
        (q(6), Written(text="done", value=Statement("words")), "words"),
        (q(6), Written(text="жоқ", value=Statement("ambiguous")), "ambiguous"),
        (Written(text="as agreed", value=Statement("words")), q(6), "target-words"),
        (AT_LEAST_100, AT_LEAST_100, "repeats-target"),
        (AT_LEAST_100, q((100, "at-least", "person")), "repeats-target"),
        (
            q((5, "at-least"), (1, "at-least")),
            q((5, "at-least"), (1, "at-least")),
            "repeats-target",
        ),
        (AT_LEAST_100, q((50, "at-least")), "bound-only"),
        (AT_LEAST_100, q((100, "about")), "approximate"),
        (q((500, "about")), q(480), "approximate"),
        (q(4, 1), q(4), "parts-differ"),
        (q((35, "exactly", "post")), q((40, "exactly", "page")), "units-differ"),
        (q(3, per="month"), q(12), "scopes-differ"),
        (q(3, per="event"), q(12), "no-events"),
        (q(3), q(12, per="event"), "no-events"),
    ],
)
def test_unknown_has_its_reason(target, actual, reason):
    found = achievement(target, actual)
    assert (found.status, found.reason, found.ratio) == (UNKNOWN, reason, None)


class TestEvents:
    each = q((10, "at-least"), per="contest")

    def test_target_is_multiplied_by_planned_for_the_plan_and_by_held_for_the_judgement(self):
        found = achievement(self.each, q(45), planned_events=4, held_events=5)
        (part,) = found.parts
        assert (part.planned, part.due) == (40, 50)
        assert found.status is NOT_MET
        assert found.ratio == Fraction(9, 10)

    def test_composite_of_each_contest(self):
        each = q((4, "at-least"), (1, "at-least"), per="contest")
        assert achievement(each, q(46, 4), held_events=4).status is MET
        five = achievement(each, q(46, 4), held_events=5)
        assert [part.status for part in five.parts] == [MET, NOT_MET]
        assert five.ratio is None

    def test_fact_of_each_event_against_a_total(self):
        assert achievement(q(3), q(3, per="event"), held_events=2).status is EXCEEDED

    def test_all_names_of_an_event_are_one(self):
        assert achievement(self.each, q(12, per="event")).status is MET

    def test_no_event_held_judges_nothing(self):
        assert achievement(self.each, q(0), held_events=0).reason == "no-events"

    def test_exact_rate_repeated_is_a_measurement(self):
        assert achievement(q(3, 1, per="event"), q(3, 1, per="event")).status is MET


class TestTraps:
    """E-1 to E-8 of the study of the field: what other systems got wrong."""

    def test_e1_true_zero_is_a_fact(self):
        assert achievement(q(5), q(0)).ratio == 0
        assert achievement(q(5), q(0)).status is NOT_MET

    def test_e2_missing_is_not_zero(self):
        assert achievement(q(5), Written()).reason == "not-reported"

    def test_e3_cap_at_100_caps(self):
        assert achievement(q(5), q(35)).capped() == 1
        assert achievement(q(5), q(35)).ratio == 7
        assert achievement(q(5), Written()).capped() is None

    def test_e6_decreasing_and_getting_worse_is_negative(self):
        found = achievement(q("2"), q("3.79"), baseline=q("3.1"), direction=DOWN)
        assert found.status is NOT_MET
        assert found.ratio == Fraction("3.79") / Fraction("-1.1") - Fraction("3.1") / Fraction(
            "-1.1"
        )
        assert found.ratio < 0

    def test_e6_target_zero_is_defined(self):
        found = achievement(q(0), q(4), baseline=q(10), direction=DOWN)
        assert (found.status, found.ratio) == (NOT_MET, Fraction(3, 5))

    def test_e7_fractions_stay_exact(self):
        assert achievement(q("2.7"), q("2.7")).status is MET
        assert achievement(q(3), q("2.7")).ratio == Fraction(9, 10)

    def test_e8_zero_under_a_decreasing_target_divides_nothing(self):
        found = achievement(q(5), q(0), direction=DOWN)
        assert (found.status, found.ratio) == (EXCEEDED, None)
        assert achievement(q(0), q(0), baseline=q(0), direction=DOWN).ratio is None


class TestBaseline:
    def test_way_from_the_baseline(self):
        assert achievement(q(80), q(60), baseline=q(40)).ratio == Fraction(1, 2)

    def test_baseline_above_a_growing_target_gives_no_ratio(self):
        found = achievement(q(100), q(110), baseline=q(120))
        assert (found.status, found.ratio) == (EXCEEDED, None)

    def test_blank_baseline_is_none(self):
        assert achievement(q(80), q(60), baseline=Written()).ratio == Fraction(3, 4)

    def test_baseline_in_words_gives_no_ratio(self):
        words = Written(text="few", value=Statement("words"))
        assert achievement(q(80), q(60), baseline=words).ratio is None

    def test_baseline_in_another_unit_gives_no_ratio(self):
        other = Quantity.of(40, "page")
        assert achievement(Quantity.of(80, "post"), q(60), baseline=other).ratio is None


class TestMaintain:
    keep = Direction.MAINTAIN

    @pytest.mark.parametrize(("actual", "status"), [(10, MET), (9, NOT_MET), (11, NOT_MET)])
    def test_must_be_the_same(self, actual, status):
        found = achievement(q(10), q(actual), direction=self.keep)
        assert (found.status, found.ratio) == (status, None)

    def test_range_is_kept(self):
        target = Quantity([Part(25, None, "between", upper=30)])
        assert achievement(target, q(28), direction=self.keep).status is MET


class TestShares:
    def test_share_with_denominator_against_percent(self):
        target = Quantity.of(80, "percent", "at-least")
        assert achievement(target, Quantity([Part(45, of=50)])).status is MET
        assert achievement(target, Quantity([Part(39, of=50)])).ratio == Fraction(39, 40)

    def test_scores_out_of_different_maxima(self):
        assert achievement(Quantity([Part(4, of=5)]), Quantity([Part(7, of=10)])).status is NOT_MET

    def test_number_above_the_maximum_is_no_score(self):
        assert achievement(Quantity([Part(4, of=5)]), q(80)).reason == "units-differ"


def test_lower_bound_fact_is_met_and_not_exact():
    found = achievement(q((3000, "at-least")), q((3000, "more-than")))
    assert (found.status, found.exact, found.ratio) == (MET, False, None)


@given(st.decimals(-1000, 1000, places=3), st.decimals(-1000, 1000, places=3))
def test_ambient_decimal_context_changes_nothing(target, actual):
    usual = achievement(q(str(target)), q(str(actual)), planned_events=3)
    with localcontext() as context:
        context.prec, context.rounding = 2, ROUND_DOWN
        assert achievement(q(str(target)), q(str(actual)), planned_events=3) == usual


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_more_is_never_worse(target, actual):
    order = [NOT_MET, MET, EXCEEDED]
    less = achievement(q(target), q(actual)).status
    more = achievement(q(target), q(actual + 1)).status
    assert order.index(more) >= order.index(less)
    assert Decimal(0) <= achievement(q(target), q(actual)).parts[0].due
