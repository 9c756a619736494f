"""One pass reads every cell that waits, in its language; nothing else is touched."""

from collections.abc import Mapping
from typing import Any

import pytest

from grantkit.locales.api import BabelLocale, Locale, Reading
from grantkit.locales.en.locale import EnglishLocale
from grantkit.locales.interpret import Interpreted, interpret
from grantkit.model import (
    NOT_REPORTED,
    UNREAD,
    Activity,
    Comparator,
    Event,
    Grant,
    Indicator,
    Money,
    Part,
    Period,
    Proposal,
    Quantity,
    Report,
    Statement,
    Task,
    Text,
    Written,
)
from grantkit_kk.kazakh import KazakhLocale
from grantkit_ru.russian import RussianLocale

ALL: Mapping[str, Locale] = {
    "en": EnglishLocale(),
    "kk": KazakhLocale(),
    "ru": RussianLocale(),
}
OFFERED = {"kk": "grantkit-kk", "ru": "grantkit-ru"}


def report(activity: Activity, language: str = "kk", **grant: object) -> Report:
    task = Task(id="1", activities=[activity])
    whole: dict[str, object] = {"id": "g", "tasks": [task], **grant}
    return Report(id="r", language=language, grant=Grant(**whole))


def activity_of(done: Interpreted) -> Activity:
    activity: Activity = done.report.grant.tasks[0].activities[0]
    return activity


def codes(done: Interpreted) -> list[str]:
    return [finding.code for finding in done.findings]


def test_each_field_is_read_as_what_it_is() -> None:
    indicator = Indicator(
        id="photo",
        name=Text({"kk": "Фото/бейнеесеп"}),
        target=Written(text="Әр шарадан 5/1-ден кем емес"),
        actual=Written(text="46/4"),
        baseline=Written(text="–"),
    )
    activity = Activity(
        id="1.1",
        period=Written(text="маусым-қазан 2024 жыл"),
        participants=Written(text="100-ден кем емес"),
        events=[Event(id="e1", date=Written(text="10.10.2024"))],
        indicators=[indicator],
    )
    before = report(
        activity,
        period=Written(text="30 сәуір - 29 қараша 2024 жыл"),
        amount=Written(text="10 500 000 (он миллион бес жүз мың) теңге"),
        effects=[Indicator(id="tax", name=Text({"kk": "Салық"}), actual=Written(text="266 392"))],
    )
    done = interpret(before, ALL)
    assert not done.findings
    grant, read = done.report.grant, activity_of(done)
    assert grant.period.value == Period.parse("2024-04-30/2024-11-29")
    assert grant.amount.value == Money(10_500_000)
    assert grant.effects[0].actual.value == Quantity.of(266_392)
    assert read.period.value == Period.parse("2024-06/2024-10")
    assert read.participants.value == Quantity.of(100, None, Comparator.AT_LEAST)
    assert read.events[0].date.value == Period.parse("2024-10-10")
    at_least = [Part(n, u, Comparator.AT_LEAST) for n, u in ((5, "photo"), (1, "video"))]
    assert read.indicators[0].target.value == Quantity(at_least, "event")
    assert read.indicators[0].actual.value == Quantity((Part(46, "photo"), Part(4, "video")))
    assert read.indicators[0].baseline.value == NOT_REPORTED
    assert read.indicators[0].target.text == "Әр шарадан 5/1-ден кем емес"


def test_proposals_have_amounts() -> None:
    before = report(Activity(id="1"))
    proposal = Proposal(id="p", funding=Written(text="5 млн теңге"))
    before = Report(id="r", language="kk", grant=before.grant, proposals=[proposal])
    assert interpret(before, ALL).report.proposals[0].funding.value == Money(5, "KZT", 10**6)


def test_a_cell_has_its_own_language() -> None:
    cell = Written(text="не менее 100 человек", language="ru-KZ")
    done = interpret(report(Activity(id="1", participants=cell)), ALL)
    read = activity_of(done).participants
    assert read.value == Quantity.of(100, "person", Comparator.AT_LEAST)
    assert read.language == "ru-KZ"


def test_a_value_is_taken_as_it_stands() -> None:
    cell = Written(Quantity.of(7), text="сегіз", language="kk")
    before = report(Activity(id="1", participants=cell))
    done = interpret(before, ALL)
    assert done.report is before
    assert not done.findings


def test_a_language_that_is_not_installed_is_named_once_and_read_later() -> None:
    activity = Activity(
        id="1", participants=Written(text="100-ден кем емес"), period=Written(text="22-27 шілде")
    )
    english = {"en": ALL["en"]}
    done = interpret(report(activity), english, offered=OFFERED)
    read = activity_of(done)
    assert read.participants.value == read.period.value == Statement("no-locale")
    (finding,) = done.findings
    assert (finding.code, finding.severity) == ("GK021", "error")
    assert dict(finding.args) == {"language": "kk", "cells": 2, "distribution": "grantkit-kk"}
    assert (finding.path, finding.related) == (
        "grant.tasks[1].activities[1].period",
        ("grant.tasks[1].activities[1].participants",),
    )
    again = interpret(done.report, ALL)
    assert activity_of(again).participants.value == Quantity.of(100, None, Comparator.AT_LEAST)


@pytest.mark.parametrize("language", ["sv", "kk-Latn"])
def test_a_language_that_nobody_offers(language: str) -> None:
    cell = Written(text="fem", language=language)
    done = interpret(report(Activity(id="1", participants=cell)), ALL, offered=OFFERED)
    assert codes(done) == ["GK020"]
    assert activity_of(done).participants.value == Statement("no-locale")


def test_repairs_doubts_and_words_are_told() -> None:
    def read(text: str) -> tuple[Interpreted, list[str]]:
        done = interpret(report(Activity(id="1", participants=Written(text=text))), ALL)
        return done, codes(done)

    done, found = read("100-дан  кем емес")
    assert found == ["GK022", "GK022"]
    assert {f.args["repair"] for f in done.findings} == {"harmony", "spaces"}
    assert all(f.severity == "note" for f in done.findings)
    done, found = read("жоқ")
    assert found == ["GK024"]
    assert done.findings[0].args["text"] == "жоқ"
    assert done.findings[0].severity == "warning"
    assert read("2 сурет көрмесі, 2 шығарма байқауы")[1] == ["GK025"]
    assert read("қолданылмайды")[1] == []


@pytest.mark.parametrize(
    ("grant", "text", "iso"),
    [
        ("2024-04-30/2024-11-29", "22-27 шілде", "2024-07-22/2024-07-27"),
        ("2024-04-30/2024-11-29", "сәуір-қараша", "2024-04/2024-11"),
        ("2024-04-30/2024-11-29", "желтоқсан", "--12"),
        ("2023-11-01/2024-12-31", "қараша", "--11"),
        ("2023-11-01/2024-10-31", "қараша, ақпан", "2023-11,2024-02"),
        ("2023-05-01/2024-04-30", "29 ақпан", "2024-02-29"),
        ("--04-30/--11-29", "шілде", "--07"),
    ],
)
def test_the_year_is_filled_in_when_only_one_can_be_meant(grant: str, text: str, iso: str) -> None:
    before = report(
        Activity(id="1", period=Written(text=text)), period=Written(Period.parse(grant))
    )
    done = interpret(before, ALL)
    assert activity_of(done).period.value == Period.parse(iso)
    assert codes(done) == ([] if iso.startswith("--") else ["GK023"])


def test_an_unread_cell_stays_when_nothing_is_installed() -> None:
    done = interpret(report(Activity(id="1", participants=Written(text="5"))), {})
    assert activity_of(done).participants.value == Statement("no-locale") != UNREAD


class _Broken(BabelLocale):
    """A locale whose parser of quantities does what it is told; the rest of it is English."""

    def __init__(self, answer: Any) -> None:
        super().__init__("en")
        self.answer = answer

    def parse_quantity(self, text: str, label: str | None = None) -> Any:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.mark.parametrize(
    ("answer", "cause"),
    [
        (KeyError("day"), "KeyError: 'day'"),
        (RuntimeError(), "RuntimeError"),
        (ValueError("x" * 1000), "ValueError: " + "x" * 288),
        (None, "TypeError: a parser returns a Reading, not None"),
        (Quantity.of(5), "TypeError: a parser returns a Reading, not Quantity(parts=(Part("),
        (Reading(5), "TypeError: a reading of Quantity holds one or a state, not 5"),
        (Reading(Money(5)), "TypeError: a reading of Quantity holds one or a state, not Money("),
        (Reading(Quantity.of(5), notes=(7,)), "TypeError: the notes of a reading are codes"),
    ],
)
def test_a_locale_that_fails_is_told_once_and_the_rest_goes_on(answer: Any, cause: str) -> None:
    broken = Written(text="5 posts", language="en")
    activity = Activity(
        id="1.1",
        period=Written(text="May 2024", language="en-GB"),
        participants=broken,
        indicators=[
            Indicator(id="a", name=Text({"kk": "А"}), target=Written(text="5"), actual=broken)
        ],
    )
    done = interpret(report(activity), {**ALL, "en": _Broken(answer)})
    read = activity_of(done)
    assert read.participants.value == read.indicators[0].actual.value == UNREAD
    assert read.indicators[0].target.value == Quantity.of(5)
    assert read.period.value == Period.parse("2024-05")
    (finding,) = done.findings
    assert (finding.code, finding.severity) == ("GK092", "error")
    assert set(finding.args) == {"locale", "cause"}
    assert finding.args["locale"] == "en"
    assert finding.args["cause"].startswith(cause)
    assert len(finding.args["cause"]) <= 300
    assert (finding.path, finding.related) == (
        "grant.tasks[1].activities[1.1].participants",
        ("grant.tasks[1].activities[1.1].indicators[a].actual",),
    )
    again = interpret(done.report, ALL)
    assert activity_of(again).participants.value == Quantity.of(5, "post")


def test_each_locale_that_fails_is_told() -> None:
    cells = [Written(text="5", language=tag) for tag in ("kk", "ru", "ru-KZ")]
    activities = [Activity(id=str(n), participants=cell) for n, cell in enumerate(cells, 1)]
    grant = Grant(id="g", tasks=[Task(id="1", activities=activities)])
    failing = {**ALL, "kk": _Broken(OSError()), "ru": _Broken(KeyError(1))}
    done = interpret(Report(id="r", language="en", grant=grant), failing)
    told = [(f.args["locale"], f.args["cause"], len(f.related)) for f in done.findings]
    assert told == [("kk", "OSError", 0), ("ru", "KeyError: 1", 1)]
