"""Rules on head counts and participants."""

import pytest

from grantkit.model import (
    Counts,
    Event,
    Headcount,
    Quantity,
    Text,
    Written,
)
from grantkit.rules.builtin import BUILTIN
from grantkit.rules.check import check
from grantkit.rules.examples import indicator, with_activity


def found(**activity):
    findings, crashed = check(with_activity(**activity), BUILTIN)
    assert crashed == ()
    return [(f.code, str(f.severity)) for f in findings if f.code != "GK104"]


def events(*counts):
    return [
        Event(id=str(i), headcount=None if n is None else Headcount(n))
        for i, n in enumerate(counts)
    ]


@pytest.mark.parametrize(
    ("total", "counts", "at_events", "expected"),
    [
        (117, "unknown", (22, 29, 41, 25), []),
        (107, "contacts", (22, 29, 41, 25), [("GK302", "warning")]),
        (107, "unknown", (22, 29, 41, 25), [("GK302", "note")]),
        (107, "unique", (22, 29, 41, 25), []),
        (127, "unknown", (22, 29, 41, 25), [("GK302", "warning")]),
        (127, "unknown", (22, 29, 41, None), []),
        (20, "unique", (22, None), [("GK302", "warning")]),
        (100, "unknown", (None, None), []),
    ],
)
def test_events_against_the_activity(total, counts, at_events, expected):
    people = Headcount(total, counts=Counts(counts))
    assert found(headcount=people, events=events(*at_events)) == expected


def test_events_that_are_not_all_listed_prove_no_lack():
    assert found(headcount=Headcount(127), events=events(22, 29), held_events=4) == [
        ("GK403", "note")
    ]


def test_a_bound_headcount_is_compared_with_nothing():
    assert found(headcount=Headcount(100, "more-than"), events=events(22, 29)) == []


PARTICIPANTS = {
    "en": "Number of participants",
    "kk": "Шараға қатысушылар саны",
    "ru": "Количество участников",
}


@pytest.mark.parametrize("language", PARTICIPANTS)
def test_participants_by_name(language):
    name = Text.of(PARTICIPANTS[language], language)
    rows = [indicator(52, 67, name=name)]
    assert ("GK303", "warning") in found(headcount=Headcount(52), indicators=rows)
    assert found(headcount=Headcount(67), indicators=rows) == []


@pytest.mark.parametrize(
    ("told", "people", "codes"),
    [
        (Quantity.of(100), Headcount(100, "more-than"), []),
        (Quantity.of(90), Headcount(100, "more-than"), ["GK303"]),
        (Quantity.of(20, None, "at-least"), Headcount(22), []),
        (Quantity.of(30, None, "at-least"), Headcount(22), ["GK303"]),
        (Quantity.of(2, "contest"), Headcount(22), []),
        (Quantity.of(25, None, "at-least", per="event"), Headcount(1006), []),
    ],
)
def test_participants_column(told, people, codes):
    cell = Written(told)
    assert [c for c, _ in found(participants=cell, headcount=people)] == codes


def test_participants_per_event_are_multiplied_by_the_events_held():
    each = Written(Quantity.of(25, None, "at-least", per="event"))
    assert [c for c, _ in found(participants=each, headcount=Headcount(30), held_events=2)] == [
        "GK303"
    ]


def test_participants_against_events_that_are_all_counted():
    assert found(participants=Written(Quantity.of(51)), events=events(22, 29)) == []
    assert found(participants=Written(Quantity.of(30)), events=events(22, 29)) == []
    assert found(participants=Written(Quantity.of(60)), events=events(22, 29)) == [
        ("GK303", "warning")
    ]


def test_more_attendances_than_unique_persons_is_a_note():
    people = Headcount(52, counts=Counts.UNIQUE)
    assert found(participants=Written(Quantity.of(67)), headcount=people) == [("GK303", "note")]


def test_other_indicators_are_not_participants():
    name = Text.of("Қатысушылардың парақшасына арналған қысқа бейне, пост, фото", "kk")
    assert found(headcount=Headcount(52), indicators=[indicator(15, 15, name=name)]) == []
