"""Rules on dates, numbers of events and money."""

import pytest

from grantkit.model import Activity, Event, Grant, Money, Period, Quantity, Report, Text, Written
from grantkit.rules.builtin import BUILTIN
from grantkit.rules.check import check
from grantkit.rules.examples import example, indicator, task, with_activity
from grantkit.rules.periods import inside


def found(report):
    findings, crashed = check(report, BUILTIN)
    assert crashed == ()
    return [(f.code, str(f.severity)) for f in findings if f.code not in ("GK103", "GK104")]


def period(text):
    return Written(Period.parse(text)) if text else Written()


@pytest.mark.parametrize(
    ("inner", "outer", "answer"),
    [
        ("2024-11", "2024-04-30/2024-11-29", True),
        ("2024-12", "2024-04-30/2024-11-29", False),
        ("2024-11-30", "2024-04-30/2024-11-29", False),
        ("2024-05,2024-09,2024-11", "2024-04-30/2024-11-29", True),
        ("2024-07-22/2024-07-27", "2024-07/2024-11", True),
        ("2024-06-28/2024-07-02", "2024-07/2024-11", False),
        ("--07-22/--07-27", "2024-07/2024-11", True),
        ("--07-22", "2024-09/2024-11", False),
        ("--07-22", "2024-09/2025-11", None),
        ("2024-07-22", "--07/--11", None),
    ],
)
def test_inside(inner, outer, answer):
    assert inside(Period.parse(inner), Period.parse(outer)) is answer


@pytest.mark.parametrize(
    ("grant", "activity", "event", "codes"),
    [
        ("2024-04-30/2024-11-29", "2024-09/2024-11", "2024-07-02", ["GK402"]),
        ("2024-04-30/2024-11-29", "2024-09/2024-11", "2024-09-30", []),
        ("2024-04-30/2024-11-29", "2024-11/2024-12", "2024-12-09", ["GK401", "GK401"]),
        ("2024-04-30/2024-11-29", "", "2025-01-09", ["GK401"]),
        ("", "", "2025-01-09", []),
    ],
)
def test_dates(grant, activity, event, codes):
    made = Activity(id="1.1", period=period(activity), events=[Event(id="1", date=period(event))])
    report = example(period=period(grant), tasks=[task(made)])
    assert [code for code, _ in found(report)] == codes


@pytest.mark.parametrize(
    ("numbers", "listed", "expected"),
    [
        ({"held_events": 4}, 4, []),
        ({"held_events": 4}, 5, [("GK403", "warning")]),
        ({"held_events": 20}, 7, [("GK403", "note")]),
        ({"held_events": 4}, 0, []),
        ({}, 4, []),
        ({"planned_events": 4, "held_events": 5}, 0, []),
        ({"planned_events": 5, "held_events": 4}, 0, [("GK404", "warning")]),
    ],
)
def test_numbers_of_events(numbers, listed, expected):
    events = [Event(id=str(n)) for n in range(listed)]
    assert found(with_activity(events=events, **numbers)) == expected


def test_fewer_events_than_planned_may_be_explained_or_still_come():
    activity = Activity(id="1.1", planned_events=5, held_events=4)
    explained = example(tasks=[task(activity)], deviation=Text.of("One was put off.", "en"))
    assert found(explained) == [("GK404", "note")]
    interim = Report(
        id="r", language="en", kind="interim", grant=Grant(id="g", tasks=[task(activity)])
    )
    assert found(interim) == []


def spending(amount, **rows):
    made = [
        indicator(
            Quantity.of(n, unit), Quantity.of(n, unit), id=code, code=code, name=Text.of(code, "en")
        )
        for code, (n, unit) in rows.items()
    ]
    return example(amount=Written(amount) if amount else Written(), effects=made)


@pytest.mark.parametrize(
    ("amount", "payroll", "codes"),
    [
        (Money(1000), (600, "KZT"), []),
        (Money(1000), (601, "KZT"), ["GK501", "GK501"]),
        (Money(1, scale=1000), (600, None), []),
        (Money(1000, "EUR"), (900, "KZT"), []),
        (None, (900, "KZT"), []),
    ],
)
def test_spending(amount, payroll, codes):
    report = spending(amount, payroll=payroll, taxes=(400, payroll[1]))
    assert [code for code, _ in found(report)] == codes


def test_spending_shows_every_input():
    report = spending(Money(1000), payroll=(601, "KZT"), purchases=(400, "KZT"))
    finding = check(report, BUILTIN)[0][0]
    assert finding.args["inputs"] == "601 + 400"
    assert (finding.args["sum"].amount, finding.args["difference"].amount) == (1001, 1)
    assert finding.related == ("grant.effects[purchases].target", "grant.amount")


def test_negative_grant():
    assert found(example(amount=Written(Money(-5)))) == [("GK502", "error")]
