"""Every mistake is told, each once, with its path, its line and its column."""

from typing import Any

import pytest
from attrs import frozen

from grantkit import codec
from grantkit.findings import Finding, Place
from grantkit.model import Text, walk

GOOD = """\
{
  "grantkit": 1,
  "id": "r",
  "language": "kk",
  "grant": {
    "id": "g",
    "tasks": [
      {
        "id": "4",
        "activities": [
          {
            "id": "4.2",
            "title": "Көрме",
            "planned_events": 5,
            "indicators": [
              {"id": "a", "name": "А", "target": "6"},
              {"id": "a", "name": "Ә", "evidence": [{"link": "x"}, {"title": "y"}]}
            ]
          }
        ]
      }
    ]
  },
  "narrative": {"goal": {"kk": "Мақсат", "ru": "Цель"}},
  "statistics": {"axes": [{"id": "sex", "codes": ["male"]}], "cells": [{"at": {"sex": "male"}, "value": 1}]}
}
"""


@frozen
class Limits:
    bytes: int = 10_000
    depth: int = 20


def found(text: str, **limits: int) -> list[tuple[str, str, Any, Any]]:
    read = codec.loads(text.encode(), name="r.json", limits=Limits(**limits))
    assert read.report is None or not read.findings.errors
    return [brief(finding) for finding in read.findings]


def brief(finding: Finding) -> tuple[str, str, Any, Any]:
    assert finding.place is not None
    assert finding.place.file == "r.json"
    return finding.code, finding.path, finding.place.line, finding.place.column


def args(text: str) -> dict[str, Any]:
    (finding,) = codec.loads(text.encode()).findings
    return dict(finding.args)


def test_the_good_one_is_good() -> None:
    assert found(GOOD) == []


ACTIVITY = "grant.tasks[4].activities[4.2]"
CASES = [
    # unknown keys
    ('"title": "Көрме"', '"titel": "Көрме"', [("GK003", ACTIVITY, 13, 13)]),
    ('"id": "r"', '"id": "r", "Grant": 1', [("GK003", "", 3, 14)]),
    # missing keys
    ('"language": "kk",', "", [("GK004", "", 1, 1)]),
    ('"id": "a", "name": "А", ', '"id": "a", ', [("GK004", f"{ACTIVITY}.indicators[a]", 16, 15)]),
    # wrong types
    ('"planned_events": 5', '"planned_events": 3.9', [("GK005", f"{ACTIVITY}.planned_events", 14, 31)]),
    ('"planned_events": 5', '"planned_events": 5.0', [("GK005", f"{ACTIVITY}.planned_events", 14, 31)]),
    ('"planned_events": 5', '"planned_events": "5"', [("GK005", f"{ACTIVITY}.planned_events", 14, 31)]),
    ('"planned_events": 5', '"planned_events": true', [("GK005", f"{ACTIVITY}.planned_events", 14, 31)]),
    ('"title": "Көрме"', '"title": 5', [("GK005", f"{ACTIVITY}.title", 13, 22)]),
    ('"title": "Көрме"', '"title": ["Көрме"]', [("GK005", f"{ACTIVITY}.title", 13, 22)]),
    ('"title": "Көрме"', '"title": {"kk": 1, "ru": 2}', [
        ("GK005", f"{ACTIVITY}.title", 13, 29), ("GK005", f"{ACTIVITY}.title", 13, 38)]),
    ('"target": "6"', '"target": false', [("GK005", f"{ACTIVITY}.indicators[a].target", 16, 50)]),
    ('"evidence": [', '"evidence": {}, "x": [', [
        ("GK005", f"{ACTIVITY}.indicators[a~2].evidence", 17, 52),
        ("GK003", f"{ACTIVITY}.indicators[a~2]", 17, 56)]),
    ('{"title": "y"}', "5", [("GK005", f"{ACTIVITY}.indicators[a~2].evidence[2]", 17, 68)]),
    ('"codes": ["male"]', '"codes": ["male"], "exclusive": "false"', [("GK005", "statistics.axes[sex].exclusive", 25, 73)]),
    ('"grantkit": 1', '"grantkit": 1, "grant": 5', [("GK007", "grant", 5, 3)]),
    ('"id": "r"', '"id": "r", "as_of": 5', [("GK005", "as_of", 3, 23)]),
    ('"id": "r"', '"id": "r", "kind": 5', [("GK005", "kind", 3, 22)]),
    ('{"goal": {"kk": "Мақсат", "ru": "Цель"}}', "[[]]", [("GK005", "narrative", 24, 16)]),
    ('"id": "g"', '"id": "g", "period": {"kind": "value", "value": 5}', [("GK005", "grant.period.value", 6, 53)]),
    ('"target": "6"', '"unit": {"language": "kk"}', [("GK004", f"{ACTIVITY}.indicators[a].unit", 16, 48)]),
    ('"target": "6"', '"unit": 5', [("GK005", f"{ACTIVITY}.indicators[a].unit", 16, 48)]),
    ('"target": "6"', '"target": {"kind": 5}', [("GK005", f"{ACTIVITY}.indicators[a].target", 16, 59)]),
    ('"target": "6"', '"target": {"kind": "value", "value": {"parts": [{"value": true}]}}', [
        ("GK005", f"{ACTIVITY}.indicators[a].target.value.parts[1].value", 16, 98)]),
    # bad values
    ('"planned_events": 5', '"planned_events": -5', [("GK006", f"{ACTIVITY}.planned_events", 14, 31)]),
    ('"id": "4.2"', '"id": "4 2"', [("GK006", "grant.tasks[4].activities[4 2].id", 12, 19)]),
    ('"id": "r"', '"id": "r", "as_of": "2024-02-30"', [("GK006", "as_of", 3, 23)]),
    ('"id": "r"', '"id": "r", "as_of": "2024-W01-1"', [("GK006", "as_of", 3, 23)]),
    ('"id": "r"', '"id": "r", "kind": "finale"', [("GK014", "kind", 3, 22)]),
    ('"language": "kk"', '"language": "Kazakh"', [("GK006", "language", 4, 15)]),
    ('"title": "Көрме"', '"title": ""', [("GK006", f"{ACTIVITY}.title", 13, 22)]),
    ('"ru": "Цель"', '"RU": "Цель"', [("GK006", "narrative[goal]", 24, 48)]),
    ('"goal": {', '"go al": {', [("GK006", "narrative", 24, 16)]),
    ('"sex": "male"', '"sex": "female"', [("GK006", "statistics", 25, 17)]),
    ('"target": "6"', '"target": {"kind": "value", "value": {"parts": []}}', [
        ("GK006", f"{ACTIVITY}.indicators[a].target.value", 16, 77)]),
    ('"target": "6"', '"target": {"kind": "value", "value": {"parts": [{"value": "2,5"}]}}', [
        ("GK006", f"{ACTIVITY}.indicators[a].target.value.parts[1].value", 16, 98)]),
    ('"target": "6"', '"target": 1e400', [("GK006", f"{ACTIVITY}.indicators[a].target", 16, 50)]),
    ('"target": "6"', f'"target": {"9" * 5000}', [("GK006", f"{ACTIVITY}.indicators[a].target", 16, 50)]),
    ('"target": "6"', '"target": 1e99999999999999999999', [("GK006", f"{ACTIVITY}.indicators[a].target", 16, 50)]),
    # cells
    ('"target": "6"', '"target": {"text": "6", "reason": "words"}', [("GK004", f"{ACTIVITY}.indicators[a].target", 16, 50)]),
    ('"target": "6"', '"target": {"kind": "number"}', [("GK014", f"{ACTIVITY}.indicators[a].target", 16, 59)]),
    ('"target": "6"', '"target": {"kind": "unread", "value": 6}', [("GK003", f"{ACTIVITY}.indicators[a].target", 16, 69)]),
    ('"target": "6"', '"target": {"kind": "value"}', [("GK004", f"{ACTIVITY}.indicators[a].target", 16, 50)]),
    ('"target": "6"', '"target": {"kind": "statement", "reason": "?", "language": 1, "text": 2}', [
        ("GK006", f"{ACTIVITY}.indicators[a].target", 16, 82),
        ("GK005", f"{ACTIVITY}.indicators[a].target.language", 16, 99),
        ("GK005", f"{ACTIVITY}.indicators[a].target.text", 16, 110)]),
    # not finite, twice
    ('"target": "6"', '"target": NaN', [("GK008", f"{ACTIVITY}.indicators[a].target", 16, 50)]),
    ('"planned_events": 5', '"planned_events": -Infinity', [("GK008", f"{ACTIVITY}.planned_events", 14, 31)]),
    ('"planned_events": 5', '"planned_events": 5, "planned_events": 5', [("GK007", f"{ACTIVITY}.planned_events", 14, 34)]),
    # versions
    ('"grantkit": 1,', "", [("GK009", "", 1, 1)]),
    ('"grantkit": 1', '"grantkit": 2', [("GK009", "", 2, 15)]),
    ('"grantkit": 1', '"grantkit": true', [("GK009", "", 2, 15)]),
    ('"grantkit": 1', '"grantkit": 1.0', [("GK009", "", 2, 15)]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_one_mistake(old: str, new: str, expected: list[tuple[str, str, int, int]]) -> None:
    assert old in GOOD
    assert found(GOOD.replace(old, new, 1)) == expected


def test_all_mistakes_are_told_in_the_order_of_the_text() -> None:
    text = GOOD
    for old, new in (
        ('"id": "r"', '"id": "r", "kind": "draft", "foo": 1'),
        ('"planned_events": 5', '"planned_events": 5.5'),
        ('"name": "А", ', ""),
        ('{"link": "x"}', '{"link": 5}'),
        ('"sex": "male"', '"sex": NaN'),
    ):
        text = text.replace(old, new, 1)
    assert [(code, line) for code, _, line, _ in found(text)] == [
        ("GK014", 3), ("GK003", 3), ("GK005", 14), ("GK004", 16), ("GK005", 17), ("GK008", 25),
    ]  # fmt: skip


def test_suggestions() -> None:
    assert args(GOOD.replace('"title": "К', '"titel": "К')) == {
        "key": "titel",
        "suggestion": "title",
    }
    assert args(GOOD.replace('"link"', '"colour"'))["suggestion"] == "kind, title, link, file"
    kind = GOOD.replace('"id": "r"', '"id": "r", "kind": "Final"')
    assert args(kind) == {"value": "Final", "suggestion": "final"}


def test_args_tell_what_was_found() -> None:
    assert args(GOOD.replace(": 5,", ": 3.9,")) == {
        "expected": "whole number", "found": "number", "value": "3.9",
    }  # fmt: skip
    assert args(GOOD.replace('"grantkit": 1', '"grantkit": 2')) == {"found": "2", "read": 1}
    assert args(GOOD.replace('"grantkit": 1,', "")) == {"found": "none", "read": 1}
    twice = GOOD.replace('"id": "g",', '"id": "g", "id": "g",')
    assert args(twice) == {"key": "id", "line": 6}


def test_values_in_args_are_short_and_safe_to_print() -> None:
    text = GOOD.replace(": 5,", f': "\\u001b[31m\\n{"x" * 99}",')
    shown = codec.loads(text.encode()).findings.errors[0].args["value"]
    assert shown == "\N{REPLACEMENT CHARACTER}[31m " + "x" * 54 + "…"


SYNTAX = [
    ("", 1, 1, "the file ends too early"),
    ("  \n ", 1, 1, "the file ends too early"),
    ('{"grantkit": 1,', 1, 16, "the file ends too early"),
    ('{\n  "grantkit": 1,\n  "id": "r', 3, 11, "the file ends too early"),
    ('{"a" 1}', 1, 6, "expecting ':' delimiter"),
    ('{"a": 1 "b": 2}', 1, 9, "expecting ',' delimiter"),
    ('{"a": 1,}', 1, 8, "a comma too many"),
    ("[1,\n]", 1, 3, "a comma too many"),
    ("{a: 1}", 1, 2, "expecting property name enclosed in double quotes"),
    ('{"a": “6”}', 1, 7, 'a quotation mark other than "'),
    ('{"a": tru}', 1, 7, "expecting value"),
    ('{"a": "\\x"}', 1, 8, "invalid \\escape"),
    ('{"a": "\t"}', 1, 8, "invalid control character at"),
    ('{"a": 1} {', 1, 10, "extra data"),
    ("'", 1, 1, 'a quotation mark other than "'),
]


@pytest.mark.parametrize(("text", "line", "column", "reason"), SYNTAX)
def test_syntax(text: str, line: int, column: int, reason: str) -> None:
    assert found(text) == [("GK002", "", line, column)]
    assert args(text) == {"reason": reason}


@pytest.mark.parametrize("cut", range(1, len(GOOD.rstrip()) - 1, 7))
def test_a_file_cut_short_anywhere_is_one_finding_at_its_end(cut: int) -> None:
    ((code, _, line, column),) = found(GOOD[:cut])
    text = GOOD[:cut].rstrip()
    assert code == "GK002"
    assert line in (text.count("\n") + 1, text.count("\n"))
    assert column >= 1


@pytest.mark.parametrize("top", ["[]", "5", '"a"', "null", "NaN"])
def test_the_top_is_an_object(top: str) -> None:
    assert found(f"\n {top}") == [("GK001", "", 1, 1)]


def test_text_in_another_encoding_is_unreadable() -> None:
    (finding,) = codec.loads(GOOD.encode("cp1251", "replace"), name="r.json").findings
    assert finding.code == "GK001"
    assert finding.place == Place(file="r.json", line=13, column=23)
    assert dict(finding.args) == {"reason": "no utf-8 text"}


def test_limits() -> None:
    assert found(GOOD, bytes=len(GOOD.encode())) == []
    (finding,) = codec.loads(GOOD.encode(), limits=Limits(bytes=100)).findings
    assert (finding.code, dict(finding.args)) == ("GK011", {"what": "bytes", "limit": 100})
    assert found(GOOD, depth=10) == []
    assert found(GOOD, depth=9) == [("GK011", "", 17, 53)]
    assert found("[" * 5_000) == [("GK011", "", 1, 21)]
    assert found('{"a":' * 1_500) == [("GK011", "", 1, 101)]
    deep = codec.loads(b"[" * 100_000, limits=Limits(bytes=10**6, depth=10**6)).findings
    assert [f.code for f in deep] == ["GK011"]


MANY = [
    ('"tasks": [', '"tasks": [' + '{"id": 5, "activities": [0, 0, 0]}, ' * 2000),
    ('"tasks": [', '"x": 1, ' * 2000 + '"tasks": ['),
    ('"narrative": {', '"narrative": {' + '"a": "\\u0000", ' * 2000),
    ('"narrative": {', '"narrative": {' + "".join(f'"{i}": {i}, ' for i in range(2000))),
    ('{"kk": "Мақсат", ', '{"kk": "Мақсат", ' + "".join(f'"K{i}": {i}, ' for i in range(2000))),
    ('"tasks": [', f'"period": {{"kind": "value", "value": {[0] * 2000}}}, "tasks": ['),
]


@pytest.mark.parametrize("number", range(len(MANY)))
def test_about_a_thousand_findings_and_that_there_are_more(number: int) -> None:
    text = GOOD.replace(*MANY[number], 1)
    codes = [finding.code for finding in codec.loads(text.encode()).findings]
    assert 250 < len(codes) <= 1001
    assert codes.count("GK011") == 1


CHANGED = [
    ("a\\u0000b", "a\N{REPLACEMENT CHARACTER}b", "control"),
    ("a\\r\\nb\\rc", "a\nb\nc", "newline"),
    ("e\\u0301", "é", "not-nfc"),
    ("\\ud800", "\N{REPLACEMENT CHARACTER}", "surrogate"),
    ("\\ufffe\\re\\u0301", "\N{REPLACEMENT CHARACTER}\né", "newline, control, not-nfc"),
]


@pytest.mark.parametrize(("written", "kept", "changes"), CHANGED)
def test_text_that_cannot_be_kept_is_changed_with_a_warning(
    written: str, kept: str, changes: str
) -> None:
    text = GOOD.replace("Көрме", written).replace('"target": "6"', f'"target": "{written}"')
    read = codec.loads(text.encode(), name="r.json")
    assert read.report is not None
    activity = read.report.grant.tasks[0].activities[0]
    assert activity.title == Text({"kk": kept})
    assert activity.indicators[0].target.text == kept
    assert [brief(f) for f in read.findings] == [
        ("GK010", f"{ACTIVITY}.title", 13, 22),
        ("GK010", f"{ACTIVITY}.indicators[a].target", 16, 50),
    ]
    assert {f.severity for f in read.findings} == {"warning"}
    assert read.findings[0].args["changes"] == changes


def test_keys_are_cleaned_as_values_are() -> None:
    text = GOOD.replace('"sex"', '"se\\u0301x"')
    read = codec.loads(text.encode())
    assert read.report is not None
    assert read.report.statistics is not None
    assert read.report.statistics.cell(séx="male") == 1
    assert [f.path for f in read.findings] == [
        "statistics.axes[séx].id",
        "statistics.cells[1].at[séx]",
    ]


def test_keys_that_cleaning_makes_equal_stand_twice() -> None:
    text = GOOD.replace('"ru": "Цель"', '"ru": "Цель"}, "go\\u00e9": "a", "goe\\u0301": {"kk": "b"')
    codes = [f.code for f in codec.loads(text.encode()).findings]
    assert codes == ["GK010", "GK007"]


def test_a_text_that_is_too_long_is_refused() -> None:
    text = GOOD.replace("Көрме", "ә" * 100_001)
    (finding,) = codec.loads(text.encode()).findings
    assert finding.code == "GK006"
    assert "too-long" in finding.args["reason"]


def test_places_know_every_path_of_the_report() -> None:
    read = codec.loads(GOOD.encode(), name="r.json")
    assert read.report is not None
    lines = GOOD.splitlines()
    paths = [visit.path for visit in walk(read.report)]
    present = [path for path in paths if path in read.places]
    absent = {path for path in paths if path not in read.places}
    assert all(
        path.endswith((".target", ".actual", ".baseline", ".period", ".participants", ".amount"))
        for path in absent
    )
    assert len(present) > len(absent)
    for path in read.places:
        place = read.places[path]
        assert place.line
        assert place.column
        assert lines[place.line - 1][place.column - 1] not in " :,]}"
    assert read.places["grant.tasks[4].activities[4.2].indicators[a~2].name"].line == 17
    assert read.places["narrative[goal]"] == Place(file="r.json", line=24, column=25)
    assert len(read.places) == len(list(read.places))
