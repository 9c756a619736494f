"""Rules on plans and facts: where they speak, how gravely, and where they keep silent."""

import pytest
from attrs import evolve

from grantkit.model import (
    NOT_APPLICABLE,
    Direction,
    Part,
    Quantity,
    Statement,
    Task,
    Text,
    Written,
    replace,
)
from grantkit.rules.builtin import BUILTIN
from grantkit.rules.check import check
from grantkit.rules.examples import example, indicator, with_activity, with_indicator


def found(report):
    """Codes and severities of what is found, without the note on missing indicators."""
    findings, crashed = check(report, BUILTIN)
    assert crashed == ()
    return [(f.code, str(f.severity)) for f in findings if f.code not in ("GK103", "GK104")]


def interim(report):
    return evolve(report, kind="interim")


def deviating(report, words):
    return replace(report, "grant.deviation", Text.of(words, "en"))


def cell(text, value):
    return Written(text=text, value=value)


def test_fact_missing():
    bad = with_indicator(6)
    assert found(bad) == [("GK201", "warning")]
    assert found(interim(bad)) == [("GK201", "note")]
    assert found(with_indicator(None, 6)) == []
    assert found(with_indicator(6, 0)) == [("GK205", "warning")], "a true zero is a fact"


@pytest.mark.parametrize("value", [NOT_APPLICABLE, Statement("unread"), Statement("no-locale")])
def test_cells_that_say_nothing_wrong(value):
    row = evolve(indicator(6), actual=cell("…", value))
    assert found(with_activity(indicators=[row])) == []


def test_plan_that_does_not_apply_needs_no_fact():
    row = evolve(indicator(), target=cell("n/a", NOT_APPLICABLE))
    assert found(with_activity(indicators=[row])) == []


@pytest.mark.parametrize("reason", ["words", "ambiguous"])
def test_words_where_a_number_is_due(reason):
    row = evolve(indicator(6), actual=cell("жоқ", Statement(reason)))
    assert found(with_activity(indicators=[row])) == [("GK203", "note")]


def test_words_beside_words_are_all_right():
    words = cell("on time", Statement("words"))
    row = evolve(indicator(), target=words, actual=words)
    assert found(with_activity(indicators=[row])) == []


@pytest.mark.parametrize(
    ("target", "actual", "codes"),
    [
        (Quantity.of(100, None, "at-least"), Quantity.of(100, None, "at-least"), ["GK202"]),
        (Quantity.of(100, None, "at-least"), Quantity.of(104), []),
        (Quantity.of(100), Quantity.of(100), []),
        (
            Quantity.of(3000, None, "at-least"),
            Quantity.of(3000, None, "more-than"),
            [],
        ),
        (Quantity([Part(4), Part(1)]), Quantity.of(4), ["GK204"]),
        (Quantity([Part(4), Part(1)]), Quantity([Part(4), Part(0)]), ["GK205"]),
        (Quantity.of(35, "post"), Quantity.of(40, "page"), ["GK209"]),
        (Quantity.of(5), Quantity.of(11), ["GK206"]),
        (Quantity.of(5), Quantity.of(10), []),
        (Quantity.of(0), Quantity.of(10), []),
    ],
)
def test_plan_against_fact(target, actual, codes):
    assert [code for code, _ in found(with_indicator(target, actual))] == codes


def test_target_not_met():
    bad = with_indicator(35, 30)
    assert found(bad) == [("GK205", "warning")]
    assert found(interim(bad)) == [], "there is still time"
    assert found(deviating(bad, "Of the posts only 30 came out.")) == []
    assert found(deviating(bad, "All went as planned.")) == [("GK205", "warning")]


def test_a_word_of_the_name_in_the_section_on_deviations_needs_a_reader():
    bad = with_indicator(35, 30, name=Text.of("Publications", "en"))
    assert found(deviating(bad, "There were fewer publications.")) == [("GK205", "note")]


def test_less_is_better_where_the_direction_says_so():
    assert found(with_indicator(5, 3, direction=Direction.DECREASE)) == []
    assert found(with_indicator(5, 20, direction=Direction.DECREASE)) == [("GK205", "warning")]


def test_far_beyond_an_open_plan_is_a_note():
    report = with_indicator(Quantity.of(15, None, "at-least"), 40)
    assert found(report) == [("GK206", "note")]


def test_how_far_is_too_far_can_be_set():
    report = with_indicator(5, 11)
    rule = next(rule for rule in BUILTIN if rule.code == "GK206")
    assert check(report, [rule], settings={"GK206": {"limit": 2.5}})[0] == ()


def test_per_event_plans_need_the_number_of_events():
    each = Quantity.of(10, None, "at-least", per="contest")
    assert found(with_indicator(each, 67)) == [("GK208", "warning")]
    assert found(with_indicator(each, 67, activity={"planned_events": 4})) == []
    few = {"planned_events": 4, "held_events": 5}
    assert found(with_indicator(each, 45, activity=few)) == [("GK205", "warning")]
    monthly = Quantity.of(10, per="month")
    assert found(with_indicator(monthly, monthly)) == []


def twice(second, **rest):
    rows = [indicator(2, 2), indicator(2, second, id="posts-2", **rest)]
    return with_activity(indicators=rows)


def test_the_same_indicator_twice():
    assert found(twice(3)) == [("GK207", "warning")]
    assert found(twice(2)) == []
    assert found(twice(None)) == [("GK201", "warning")], "a blank contradicts nothing"
    assert found(twice(3, name=Text.of(" POSTS  ", "en"))) == [("GK207", "warning")]
    assert found(twice(3, name=Text.of("Pages", "en"))) == []
    assert found(twice(3, unit="page")) == []
    other_plan = [indicator(2, 2), indicator(3, 3, id="posts-2")]
    assert found(with_activity(indicators=other_plan)) == [("GK207", "note")]


def test_the_same_code_twice_in_the_effects():
    rows = [indicator(2, 2, code="staff"), indicator(2, 3, id="again", code="staff")]
    report = example(effects=rows)
    assert found(report) == [("GK207", "warning")]
    (finding,), _ = check(report, BUILTIN)
    assert (finding.path, finding.related) == (
        "grant.effects[again].actual",
        ("grant.effects[posts].actual",),
    )


def test_several_of_one_id_are_found_one_by_one():
    report = example(tasks=[Task(id="1"), Task(id="2"), Task(id="1"), Task(id="1")])
    findings, _ = check(report, [rule for rule in BUILTIN if rule.code == "GK101"])
    assert [f.path for f in findings] == ["grant.tasks[1~2]", "grant.tasks[1~3]"]


def test_negative_numbers():
    money = with_indicator(Quantity.of(-5, "KZT"), Quantity.of(-5, "KZT"))
    assert [code for code, _ in found(money)] == ["GK502", "GK502"]
    assert found(with_indicator(-5, -5)) == [], "degrees, percentage points: may well be"


def test_a_plan_per_event_is_told_over_all_events_held():
    each = Quantity.of(10, None, "at-least", per="contest")
    report = with_indicator(each, 45, activity={"planned_events": 4, "held_events": 5})
    (finding,), _ = check(report, BUILTIN)
    assert finding.args["target"] == Quantity.of(50, None, "at-least")
    assert finding.args["events"] == 5


def test_words_of_many_names_explain_nothing():
    rows = [
        indicator(35, fact, id=str(i), name=Text.of(f"Number of {what}", "en"))
        for i, (what, fact) in enumerate((("clips", 35), ("leaflets", 30), ("visits", 35)))
    ]
    report = deviating(with_activity(indicators=rows), "The number planned was reached.")
    assert found(report) == [("GK205", "warning")]


def test_a_little_less_money_spent_than_planned_is_no_failure():
    assert found(with_indicator(600_000, 598_211, unit="KZT")) == []
    assert found(with_indicator(600_000, 540_000, unit="KZT")) == []
    assert found(with_indicator(600_000, 500_000, unit="KZT")) == [("GK205", "warning")]
    assert found(with_indicator(600_000, 598_211)) == [("GK205", "warning")]
