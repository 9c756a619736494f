"""The examples hold the figures that the report of 2024 gave, mistakes included."""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = ("anticorruption-2024.json", "minimal.json")


def _rows() -> dict[str, list[tuple[str, str, str]]]:
    """Label, plan and fact of every row of the table, as written; blank is a cell left out."""
    rows: dict[str, list[tuple[str, str, str]]] = {}
    table = Path(__file__).with_name("indicators.tsv").read_text("utf-8").splitlines()[1:]
    for line in table:
        activity, label, plan, fact = line.split("\t")
        rows.setdefault(activity, []).append((label, plan, fact))
    return rows


ROWS = _rows()

# period, participants, planned events, held events, people narrated
ACTIVITIES = {
    "1.1": ("маусым-қазан 2024 жыл", "", None, None, None),
    "2.1": ("Мамыр, қыркүйек, қараша 2024 жыл", "", None, None, 300),
    "2.2": ("Мамыр, қыркүйек, қараша 2024 жыл", "", 1, 1, 300),
    "3.1": ("Мамыр-қараша 2024 жыл", "", 2, 2, 104),
    "4.1": ("шілде – қараша 2024 жыл", "100", 5, 5, 100),
    "4.2": ("Қыркүйек, қазан, қараша 2024 жыл", "2 сурет көрмесі, 2 шығарма байқауы", 4, 5, None),
    "5.1": ("Қыркүйек-қараша 2024 жыл", "15", 1, 1, 15),
    "6.1": ("Маусым – қараша 2024 жыл", "", 20, 20, 1006),
    "6.2": ("Мамыр – қараша 2024 жыл", "", None, 4, 117),
    "6.3": ("Мамыр – қараша 2024 жыл", "", 1, 1, 22),
    "7.1": ("", "", 1, None, None),
    "7.2": ("", "", 1, None, None),
    "8.1": ("", "", None, None, None),
}

# date and people of the events that the report tells of
EVENTS = {
    "4.1": [("22-27 шілде", None)] * 5,
    "4.2": [
        ("6-21 шілде 2024 жыл", 10),
        ("6-21 шілде 2024 жыл", 12),
        ("2 шілде 2024 жыл", None),
        ("27 шілде 2024 жыл", None),
        ("8 тамыз 2024 жыл", None),
    ],
    "5.1": [("4 шілде", None)],
    "6.2": [("10.10.2024", 22), ("03.10.2024", 29), ("10.10.2024", 41), ("03.10.2024", 25)],
    "6.3": [("19 қараша 2024 жыл", None)],
}

# people, pupils, students of 6.1 by place
DISTRICTS = {
    "aktau": (122, 122, None),
    "zhanaozen": (192, 136, 56),
    "munaily": (157, 157, None),
    "mangystau": (120, 83, 37),
    "karakiya": (166, 166, None),
    "tupkaragan": (169, 169, None),
    "beineu": (80, 57, 25),
    None: (1006, 888, 118),
}

# code, unit, plan, fact
EFFECTS = [
    ("direct-beneficiaries", "person", "1295", "1716"),
    ("indirect-beneficiaries", "person", "10000", "10000"),
    ("staff", "person", "3", "3"),
    ("specialists", "person", "5", "35"),
    ("ngos-covered", "organisation", "4", "15"),
    ("payroll", "KZT", "2345", ""),
    ("taxes", "KZT", "266392", ""),
    ("purchases", "KZT", "7796500", "-"),
    ("partners", None, "", "15"),
]

PHONE = re.compile(r"(?<!\d)(?:\+?7|8)(?:[\s()/–-]*\d){10}(?!\d)")
MIXED = re.compile(r"[A-Za-z][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-z]")
# any letter but those of official Russian: Kazakh ones, Latin look-alikes, "ё"
NOT_RUSSIAN = re.compile(r"(?![А-Яа-я])[^\W\d_]")

# the fields that hold text for the reader, and no cell
TEXTS = {"title", "name", "place", "goal", "deviation", "narrative", "role", "address", "position"}


def load(name: str) -> dict[str, Any]:
    return json.loads((EXAMPLES / name).read_text(encoding="utf-8"))


def strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, str):
        yield value


def texts(report: dict[str, Any]) -> Iterator[Any]:
    """Yield the value of every field of the report that holds text."""

    def below(value: object) -> Iterator[Any]:
        if isinstance(value, dict):
            for key, item in value.items():
                if key in TEXTS:
                    yield item
                yield from below(item)
        elif isinstance(value, list):
            for item in value:
                yield from below(item)

    grant = report["grant"]
    yield from grant["achieved"]
    yield from report["narrative"].values()
    yield from below([grant, report["partners"], report["signature"]])


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    return load("anticorruption-2024.json")


@pytest.fixture(scope="module")
def activities(report: dict[str, Any]) -> dict[str, Any]:
    return {a["id"]: a for task in report["grant"]["tasks"] for a in task["activities"]}


def people(node: dict[str, Any], **at: str) -> int | None:
    headcount = node.get("headcount", {})
    if not at:
        return headcount.get("total")
    return next((c["value"] for c in headcount["cells"] if c["at"] == at), None)


def test_the_table_has_84_rows() -> None:
    assert sum(map(len, ROWS.values())) == 84


def test_every_row_of_the_table_stands_as_written_and_in_order(activities: dict[str, Any]) -> None:
    found = {
        key: [(i["name"]["kk"], i.get("target", ""), i.get("actual", "")) for i in a["indicators"]]
        for key, a in activities.items()
        if "indicators" in a
    }

    assert found == ROWS


def test_activities_stand_as_in_the_table(activities: dict[str, Any]) -> None:
    found = {
        key: (
            a.get("period", ""),
            a.get("participants", ""),
            a.get("planned_events"),
            a.get("held_events"),
            people(a),
        )
        for key, a in activities.items()
    }

    assert found == ACTIVITIES
    assert list(found) == list(ACTIVITIES)


def test_activities_stand_in_their_tasks(report: dict[str, Any]) -> None:
    ids = {t["id"]: [a["id"] for a in t["activities"]] for t in report["grant"]["tasks"]}

    assert list(ids) == list("12345678")
    assert all(activity.split(".")[0] == task for task in ids for activity in ids[task])


def test_events_stand_as_narrated(activities: dict[str, Any]) -> None:
    found = {
        key: [(e.get("date", ""), people(e)) for e in a["events"]]
        for key, a in activities.items()
        if "events" in a
    }

    assert found == EVENTS


def test_more_than_100_saw_the_exhibitions(activities: dict[str, Any]) -> None:
    assert activities["4.1"]["headcount"] == {"total": 100, "comparator": "more-than"}


def test_the_contests_people_are_narrated_in_parts(activities: dict[str, Any]) -> None:
    parts = {c["at"]["contest"]: c["value"] for c in activities["4.2"]["headcount"]["cells"]}

    assert parts == {"essay-teachers": 10, "essay-pupils": 12, "drawing-children": 30}


@pytest.mark.parametrize("district", DISTRICTS)
def test_the_meetings_people_stand_by_place_and_learner(
    activities: dict[str, Any], district: str | None
) -> None:
    where = {"district": district} if district else {}
    meetings = activities["6.1"]

    assert DISTRICTS[district] == (
        people(meetings, **where),
        people(meetings, **where, learner="pupil"),
        people(meetings, **where, learner="student"),
    )


def test_the_meetings_have_no_other_cell(activities: dict[str, Any]) -> None:
    given = sum(count is not None for row in DISTRICTS.values() for count in row)

    assert len(activities["6.1"]["headcount"]["cells"]) == given - 1  # the grand total is no cell


def test_the_debates_people_are_pupils_and_students(activities: dict[str, Any]) -> None:
    debates = activities["6.2"]
    by_event = [
        (people(e, learner="pupil"), people(e, learner="student")) for e in debates["events"]
    ]

    assert (people(debates, learner="pupil"), people(debates, learner="student")) == (70, 47)
    assert by_event == [(None, 22), (29, None), (41, None), (None, 25)]


def test_effects_stand_as_written(report: dict[str, Any]) -> None:
    effects = report["grant"]["effects"]

    found = [(e["code"], e.get("unit"), e.get("target", ""), e.get("actual", "")) for e in effects]

    assert found == EFFECTS
    assert [e["id"] for e in effects] == [e["code"] for e in effects]


def test_cover_stands_as_written(report: dict[str, Any]) -> None:
    grant = report["grant"]

    assert grant["period"] == "30 сәуір - 29 қараша 2024 жыл"
    assert grant["amount"] == "10 500 000 (он миллион бес жүз мың) теңге"
    assert grant["regions"] == ["KZ-47"]
    assert (report["as_of"], report["signature"]["signed"]) == ("2024-11-29", "2024-11-29")


def test_ten_partners_are_listed_without_contacts(report: dict[str, Any]) -> None:
    assert len(report["partners"]) == 10
    assert not any("contacts" in partner for partner in report["partners"])


def test_the_summary_contradicts_the_rest_as_the_report_did(report: dict[str, Any]) -> None:
    achieved = report["grant"]["achieved"]

    assert len(achieved) == 6
    assert "4 аудиоролик" in achieved[0]["kk"]
    assert "100 адам" in achieved[2]["kk"]
    assert "17 БАҚ өкілі" in achieved[4]["kk"]
    assert "2 аудиоролик" in report["narrative"]["goal-attainment"]["kk"]
    assert "15 БАҚ өкілі" in report["narrative"]["results-groups"]["kk"]


def test_the_russian_summary_contradicts_the_rest_as_the_kazakh_does(
    report: dict[str, Any],
) -> None:
    achieved = report["grant"]["achieved"]

    assert "4 аудиоролика" in achieved[0]["ru"]
    assert "100 человек" in achieved[2]["ru"]
    assert "17 представителей СМИ" in achieved[4]["ru"]
    assert "2 аудиоролика" in report["narrative"]["goal-attainment"]["ru"]
    assert "15 представителей СМИ" in report["narrative"]["results-groups"]["ru"]


def test_sections_are_all_told(report: dict[str, Any]) -> None:
    assert list(report["narrative"]) == [
        "goal-attainment",
        "change",
        "results-groups",
        "results-long-term",
        "results-effect",
        "partners",
    ]


def test_every_text_is_in_kazakh_and_russian(report: dict[str, Any]) -> None:
    found = list(texts(report))

    assert len(found) == 198
    assert all(isinstance(text, dict) and list(text) == ["kk", "ru"] for text in found)


def test_every_indicator_is_named_in_kazakh_and_russian(activities: dict[str, Any]) -> None:
    names = [i["name"] for a in activities.values() for i in a.get("indicators", [])]

    assert len(names) == 84
    assert all(list(name) == ["kk", "ru"] for name in names)


def test_one_kazakh_text_has_one_russian_text(report: dict[str, Any]) -> None:
    russian: dict[str, set[str]] = {}
    for text in texts(report):
        russian.setdefault(text["kk"], set()).add(text["ru"])

    assert not [versions for versions in russian.values() if len(versions) > 1]


def test_the_translation_keeps_every_figure(report: dict[str, Any]) -> None:
    for text in texts(report):
        kazakh, russian = (sorted(re.findall(r"\d+", text[tag])) for tag in ("kk", "ru"))
        assert kazakh == russian, text


@pytest.mark.parametrize("text", ["Көрме", "МЕЙІРБИКЕ", "отчёт", "Aктау", "СMИ"])
def test_the_pattern_knows_letters_foreign_to_official_russian(text: str) -> None:
    assert NOT_RUSSIAN.search(text)


def test_russian_texts_are_in_russian_letters(report: dict[str, Any]) -> None:
    assert not [text["ru"] for text in texts(report) if NOT_RUSSIAN.search(text["ru"])]


def test_kazakh_texts_have_no_latin_letter(report: dict[str, Any]) -> None:
    assert not [text["kk"] for text in texts(report) if re.search("[A-Za-z]", text["kk"])]


def test_ids_are_unique_among_their_siblings(
    report: dict[str, Any], activities: dict[str, Any]
) -> None:
    families = [report["partners"], report["grant"]["effects"], report["grant"]["tasks"]]
    families += [
        a[many] for a in activities.values() for many in ("events", "indicators") if many in a
    ]

    for family in families:
        ids = [node["id"] for node in family]
        assert len(set(ids)) == len(ids)
        assert all(re.fullmatch(r"[a-z0-9.-]{1,40}", key) for key in ids)


def test_links_lead_to_nobody(report: dict[str, Any]) -> None:
    links = [s for s in strings(report) if "://" in s]

    assert len(links) == 4
    assert all(link.startswith("https://example.org/") for link in links)


@pytest.mark.parametrize(
    "text", ["8/701/000 00 00", "+7 (7292) 00-00-00", "8/7292/000000", "87010000000"]
)
def test_the_pattern_knows_telephones(text: str) -> None:
    assert PHONE.search(text)


@pytest.mark.parametrize("name", FILES)
def test_no_telephone_is_given(name: str) -> None:
    assert not [s for s in strings(load(name)) if PHONE.search(s)]


@pytest.mark.parametrize("name", FILES)
def test_no_word_mixes_alphabets(name: str) -> None:
    assert not [s for s in strings(load(name)) if MIXED.search(s)]


@pytest.mark.parametrize("name", FILES)
def test_text_is_composed_and_trimmed(name: str) -> None:
    for text in strings(load(name)):
        assert unicodedata.is_normalized("NFC", text)
        assert text == " ".join(text.split())


@pytest.mark.parametrize("name", FILES)
def test_nothing_blank_is_kept(name: str) -> None:
    def blanks(value: Any) -> bool:
        items = value.values() if isinstance(value, dict) else value
        return any(
            v in ("", None, [], {}) or (isinstance(v, dict | list) and blanks(v)) for v in items
        )

    assert not blanks(load(name))


def test_the_minimal_report_is_minimal() -> None:
    (task,) = load("minimal.json")["grant"]["tasks"]

    assert [len(a["indicators"]) for a in task["activities"]] == [2, 1]
    assert len((EXAMPLES / "minimal.json").read_text(encoding="utf-8").splitlines()) <= 50
