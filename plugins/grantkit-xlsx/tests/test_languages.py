"""What stands in the workbook in another language than its own is told, once a path."""

from collections.abc import Callable
from typing import Any

from attrs import evolve
from hypothesis import HealthCheck, given, settings

from grantkit import Kit
from grantkit.exchange.api import Severity
from grantkit.model import (
    NOT_APPLICABLE,
    Activity,
    Event,
    Evidence,
    Grant,
    Indicator,
    Period,
    Proposal,
    Quantity,
    Report,
    Task,
    Text,
    Written,
    locate,
    walk,
)
from grantkit.testing.strategies import reports

Export = Callable[..., Any]


def told(made: Any) -> dict[str, str]:
    """From the paths to the language that was printed instead."""
    notes = [note for note in made.job.notes if note.code == "GK030"]
    for note in notes:
        assert note.severity is Severity.NOTE
        assert note.origin == "grantkit-core"
        assert note.args["language"] == made.job.locale.tag
    assert len({note.path for note in notes}) == len(notes), "once a path"
    return {note.path: note.args["instead"] for note in notes}


def small(**activity: Any) -> Report:
    made = Activity(id="1.1", title=Text({"kk": "Көрме", "ru": "Выставка"}), **activity)
    task = Task(id="1", title=Text.of("Задача", "ru"), activities=[made])
    return Report(id="r", language="kk", grant=Grant(id="g", tasks=[task]))


def test_nothing_is_told_where_all_is_in_the_document_s_language(
    export: Export, report: Report
) -> None:
    assert told(export(report)) == {}


def test_a_text_without_the_language_is_told(export: Export) -> None:
    assert told(export(small())) == {"grant.tasks[1].title": "ru"}
    assert told(export(small(), "ru")) == {}
    assert told(export(small(), "en")) == {
        "grant.tasks[1].title": "ru",
        "grant.tasks[1].activities[1.1].title": "kk",
    }


def test_a_title_that_stands_in_several_sheets_is_told_at_its_own_path(export: Export) -> None:
    report = small(
        events=[Event(id="1.1.1"), Event(id="1.1.1")],
        indicators=[Indicator(id="posts", name=Text.of("Posts", "en"))],
    )
    found = told(export(report, "en", sheets="events,indicators"))
    assert found == {"grant.tasks[1].activities[1.1].title": "kk"}


def test_what_is_not_in_the_workbook_is_not_told(export: Export) -> None:
    assert told(export(small(), "en", sheets="partners")) == {}


def test_every_text_of_a_full_report_is_told(export: Export, report: Report) -> None:
    found = told(export(report, "en"))
    texts = {visit.path for visit in walk(report) if isinstance(visit.node, Text)}
    assert texts <= set(found)
    assert {path: found[path] for path in texts} == dict.fromkeys(texts, "kk")


def test_words_of_a_cell_in_another_language_are_told_and_values_are_not(export: Export) -> None:
    activity = "grant.tasks[1].activities[1.1]"
    cells = {
        "period": Written(text="осенью", language="ru"),
        "participants": Written(text="2 көрме, 2 байқау"),
        "indicators": [
            Indicator(
                id="posts",
                name=Text({"kk": "Пост", "en": "Posts"}),
                baseline=Written(NOT_APPLICABLE, text="қолданылмайды"),
                target=Written(Quantity.of(35, "person"), text="35 адам"),
                actual=Written(text="-", value=Written().value),
            )
        ],
        "events": [Event(id="1", date=Written(Period.parse("2024-06"), text="маусым"))],
    }
    assert told(export(small(**cells), "kk", sheets="activities")) == {f"{activity}.period": "ru"}
    assert told(export(small(**cells), "en")) == {
        "grant.tasks[1].title": "ru",
        f"{activity}.title": "kk",
        f"{activity}.period": "ru",
        f"{activity}.participants": "kk",
    }


def test_the_first_sheet_and_the_last_ones_tell_too(export: Export) -> None:
    kk = Text.of("мәтін", "kk")
    report = Report(
        id="r",
        language="kk",
        grant=Grant(
            id="g", title=kk, achieved=[kk, kk], amount=Written(text="көп"),
            period=Written(text="жазда"),
        ),
        narrative={"goal-attainment": kk},
        proposals=[Proposal(id="1", funding=Written(text="көп"))],
    )  # fmt: skip
    assert list(told(export(report, "en"))) == [
        "grant.title",
        "grant.period",
        "grant.amount",
        "grant.achieved[1]",
        "grant.achieved[2]",
        "narrative[goal-attainment]",
        "proposals[1].funding",
    ]


def test_evidence_is_told_by_its_number(export: Export) -> None:
    evidence = [Evidence(file="a.jpg"), Evidence(title=Text.of("Сурет", "kk"))]
    path = "grant.tasks[1].activities[1.1].evidence[2].title"
    assert told(export(small(evidence=evidence), "ru")) == {path: "kk"}


def test_the_words_are_the_core_s(export: Export) -> None:
    (note,) = export(small()).job.notes
    assert (
        Kit(discover=False).message(note, "en") == "there is no text in Kazakh; printed in Russian"
    )


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(report=reports())
def test_each_path_leads_to_what_was_printed(export: Export, report: Report) -> None:
    for path, language in told(export(report, "en")).items():
        node = locate(report, path)
        if isinstance(node, Text):
            assert "en" not in node
            assert language in node
        else:
            assert node.text
            assert node.known is None
            assert language == (node.language or report.language) != "en"
    english = evolve(report, language="en")
    for path in told(export(english, "en")):
        assert isinstance(locate(english, path), Text | Written)
