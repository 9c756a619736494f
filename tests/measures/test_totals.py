"""Totals: exact, the same whatever the order, and each says what it is made of."""

import datetime as dt
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grantkit.measures.achieved import Achieved
from grantkit.measures.aggregate import Portfolio, aggregate
from grantkit.measures.api import LIMIT, Measure, Source, Subject
from grantkit.measures.builtin import BUILTIN
from grantkit.measures.totals import Totals
from grantkit.model import (
    Activity,
    Aggregation,
    Grant,
    Indicator,
    Part,
    Quantity,
    Report,
    Statement,
    Task,
    Text,
    Written,
)
from grantkit.testing.strategies import reports


def fact(value, id="i", name="Posts", code="posts", unit="post", **rest):
    actual = value if isinstance(value, Written) else Written(value)
    return Indicator(id=id, name=Text.of(name, "en"), code=code, unit=unit, actual=actual, **rest)


def report(*indicators, id="r", grant="g", activity=None, **rest):
    grant_rest = rest.pop("grant_rest", {})
    made = Activity(id="1.1", indicators=indicators, **(activity or {}))
    return Report(
        id=id,
        language="en",
        grant=Grant(id=grant, tasks=[Task(id="1", activities=[made])], **grant_rest),
        **rest,
    )


def totals(*of_reports, measure=None):
    measure = measure or Totals()
    counted = measure.zero()
    for one in of_reports:
        counted = measure.combine(counted, measure.lift(Subject(node=one, report=one)))
    return measure.finish(counted)


def n(value, *args, **rest):
    return Quantity.of(value, *args, **rest)


def test_same_code_and_unit_add_up_and_say_where_they_stand():
    (total,) = totals(report(fact(n(35)), fact(n("2.7"), id="j")))
    assert (total.code, total.count, total.sum) == ("posts", 2, Decimal("37.7"))
    path = "grant.tasks[1].activities[1.1].indicators[{}].actual"
    assert total.sources == (Source("r", path.format("i")), Source("r", path.format("j")))


def test_units_do_not_mix():
    found = totals(report(fact(n(35)), fact(n(4, "page"), id="j")))
    assert [(str(total.unit), total.sum) for total in found] == [("page", 4), ("post", 35)]


@pytest.mark.parametrize(
    ("actual", "reason"),
    [
        (Written(), "not-reported"),
        (Written(text="many", value=Statement("words")), "words"),
        (n(100, None, "at-least"), "bound"),
        (n(80, "percent"), "percent"),
        (Quantity([Part(4), Part(1)]), "parts"),
        (n(3, per="month"), "scope"),
        (n(3, per="event"), "no-events"),
    ],
)
def test_what_does_not_add_up_is_left_out_with_the_reason(actual, reason):
    found = totals(report(fact(actual), fact(n(0), id="zero")))
    assert sum(total.excluded.get(reason, 0) for total in found) >= 1
    assert sum(total.count for total in found) == 1, "the true zero counts"
    assert sum(total.sum for total in found) == 0


def test_facts_per_event_are_multiplied_by_the_events_held():
    (total,) = totals(report(fact(n(3, per="event")), activity={"held_events": 2}))
    assert total.sum == 6


def test_ratio_of_sums_is_no_mean_of_percentages():
    """E-4: two of 50/100 are exactly one half."""
    halves = [
        fact(Quantity([Part(50, of=100)]), id=id, over_activity=Aggregation.RATIO_OF_SUMS)
        for id in "ab"
    ]
    (total,) = totals(report(*halves))
    assert (total.sum, total.of, total.value) == (100, 200, Fraction(1, 2))


@pytest.mark.parametrize(
    ("rule", "value"), [("max", 4), ("min", 1), ("mean", Fraction(7, 3)), ("sum", 7)]
)
def test_the_indicator_has_its_own_rule(rule, value):
    """E-5: not everything is a sum."""
    rows = [fact(n(v), id=str(v), over_activity=rule) for v in (1, 4, 2)]
    (total,) = totals(report(*rows))
    assert total.value == value


def test_a_rule_that_adds_nothing():
    (total,) = totals(report(fact(n(1), over_activity="latest")))
    assert (total.value, dict(total.excluded)) == (None, {"not-added": 1})


def test_without_a_code_names_add_within_one_grant_only():
    one = report(fact(n(1), code=None), fact(n(2), id="j", code=None))
    (total,) = totals(one)
    assert (total.name, total.sum) == ("Posts", 3)
    (left,) = totals(one, report(fact(n(5), code=None), id="s", grant="h"))
    assert (left.count, dict(left.excluded)) == (0, {"no-code": 3})


def test_plans_are_another_column():
    row = fact(n(5), target=Written(n(4, per="event")))
    (total,) = totals(
        report(row, activity={"planned_events": 3}), measure=Totals(id="planned", column="target")
    )
    assert total.sum == 12


def test_ambient_decimal_context_changes_nothing():
    rows = [fact(n("0.1"), id=str(i)) for i in range(10)]
    with localcontext() as context:
        context.prec = 1
        (total,) = totals(report(*rows))
    assert str(total.sum) == "1"


def test_sources_are_limited_and_the_count_is_not():
    (total,) = totals(report(*(fact(n(1), id=str(i)) for i in range(LIMIT + 5))))
    assert (total.count, len(total.sources)) == (LIMIT + 5, LIMIT)


def test_measures_satisfy_the_protocol():
    assert all(isinstance(measure, Measure) for measure in BUILTIN)
    assert len({measure.id for measure in BUILTIN}) == len(BUILTIN)


def test_achieved_counts_statuses_and_reasons():
    rows = [
        fact(n(actual) if actual is not None else Written(), id=str(i), target=Written(n(4)))
        for i, actual in enumerate((4, 5, 3, None))
    ]
    counted = aggregate([report(*rows)], [Achieved()]).total["achieved"]
    assert (counted.met, counted.exceeded, counted.not_met, counted.unknown) == (1, 1, 1, 1)
    assert dict(counted.reasons) == {"not-reported": 1}
    assert counted.count == 4


class TestEachGrantOnce:
    def counted(self, *of_reports, by=None):
        return aggregate(of_reports, [Totals()], by)

    def test_final_before_interim_and_latest_before_earlier(self):
        day = dt.date(2024, 11, 29)
        final = report(fact(n(7)), id="final", as_of=day)
        interim = report(fact(n(3)), id="interim", kind="interim", as_of=dt.date(2025, 1, 1))
        early = report(fact(n(5)), id="early", as_of=dt.date(2024, 6, 1))
        summary = self.counted(interim, final, early)
        assert summary.total["totals"][0].sum == 7
        assert {(left.report, left.reason) for left in summary.left_out} == {
            ("interim", "final-exists"),
            ("early", "later-exists"),
        }

    def test_copies_and_undecided_ones_are_told_apart(self):
        one = report(fact(n(7)), id="a")
        assert self.counted(one, one).left_out[0].reason == "copy"
        other = report(fact(n(8)), id="b")
        assert self.counted(one, other).left_out[0].reason == "same-day"

    def test_groups_by_attribute_function_and_part(self):
        one = report(fact(n(7)), grant_rest={"theme": "health", "regions": ["KZ-47", "KZ-10"]})
        two = report(fact(n(5)), id="s", grant="h", grant_rest={"effects": [fact(n(1), id="e")]})
        by_theme = self.counted(one, two, by="theme")
        assert [(g.key, g.grants, g["totals"][0].sum) for g in by_theme.groups] == [
            ("", 1, 6),
            ("health", 1, 7),
        ]
        assert by_theme.total["totals"][0].sum == 13
        assert [g.key for g in self.counted(one, by="regions").groups] == ["KZ-10, KZ-47"]
        assert [g.key for g in self.counted(one, by=lambda r: r.id).groups] == ["r"]
        assert [g.key for g in self.counted(one, two, by="grant").groups] == ["g", "h"]
        by_task = self.counted(two, by="task")
        assert [(g.key, [t.sum for t in g["totals"]]) for g in by_task.groups] == [
            ("h/", [1]),
            ("h/1", [5]),
        ]
        assert self.counted(two, by="activity").group("h/1/1.1")["totals"][0].sum == 5
        with pytest.raises(KeyError):
            by_task.group("nothing")


some_reports = st.lists(reports(), max_size=4)


@settings(max_examples=30, deadline=None)
@given(some_reports, st.data())
def test_laws_of_every_measure(of_reports, data):
    for measure in BUILTIN:
        lifted = [measure.lift(Subject(node=one, report=one)) for one in of_reports]
        zero = measure.zero()

        def fold(values, measure=measure, zero=zero):
            total = zero
            for value in values:
                total = measure.combine(total, value)
            return total

        cut = data.draw(st.integers(0, len(lifted)))
        shuffled = data.draw(st.permutations(lifted))
        whole = measure.finish(fold(lifted))
        halves = measure.combine(fold(lifted[:cut]), fold(lifted[cut:]))
        assert measure.finish(halves) == whole
        assert measure.finish(fold(shuffled)) == whole
        assert measure.finish(measure.combine(zero, fold(lifted))) == whole


@settings(max_examples=30, deadline=None)
@given(some_reports, st.sampled_from([None, "grant", "task", "theme"]), st.data())
def test_any_partition_gives_the_same_summary(of_reports, by, data):
    whole = aggregate(of_reports, BUILTIN, by)
    shuffled = data.draw(st.permutations(of_reports))
    cut = data.draw(st.integers(0, len(shuffled)))
    parts = []
    for some in (shuffled[:cut], shuffled[cut:]):
        portfolio = Portfolio(BUILTIN, by)
        for one in some:
            portfolio.add(one)
        parts.append(portfolio)
    parts[1].merge(parts[0])
    assert parts[1].finish() == whole


def test_a_zero_stays_the_least_when_cells_without_a_number_come_together_with_it():
    (total,) = totals(report(fact(n(0)), fact(Written(), id="blank")))
    assert (total.least, total.most, dict(total.excluded)) == (0, 0, {"not-reported": 1})
