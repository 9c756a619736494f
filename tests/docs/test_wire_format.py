"""Every piece of JSON in docs/wire-format.md is what it says it is."""

import json
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from grantkit import Kit, codec
from grantkit.codec import dumps, to_plain
from grantkit.codec.types import fields
from grantkit.model import Activity, Event, Grant, Indicator, Quantity, Report, Written

TEXT = (Path(__file__).parents[2] / "docs" / "wire-format.md").read_text(encoding="utf-8")
#: The line above a block, its language, and what stands in it.
BLOCK = re.compile(r"(?:^\*([^\n*]+):\*\n\n)?^```(\w+)\n(.*?)^```$", flags=re.DOTALL | re.MULTILINE)
BLOCKS = [match.groups() for match in BLOCK.finditer(TEXT)]
SAME, WRONG = "The same, as grantkit writes it", "Wrong"
#: Around each kind of piece, what makes a whole report of it; the piece goes where ... stands.
WHOLE: dict[str, Any] = {
    "In the report": ...,
    "In the grant": {"grant": ...},
    "In an activity": {"grant": {"tasks": [{"id": "1", "activities": [...]}]}},
    "In an event": {"grant": {"tasks": [{"id": "1", "activities": [{"id": "1.1", "events": [...]}]}]}},
    "In an indicator": {"grant": {"effects": [...]}},
}  # fmt: skip
LEAST = {"grantkit": 1, "id": "r", "language": "en"}
NEEDED = {"In the grant": {"id": "g"}, "In an indicator": {"id": "i", "name": "Readers"}}


def pieces() -> list[tuple[str, str, bool]]:
    """Where each piece belongs, its text, and whether it is in the canonical form."""
    found, last = [], ""
    for label, language, text in BLOCKS:
        if language != "json" or label == WRONG:
            continue
        last = last if label == SAME else label or ""
        found.append((last, text, label == SAME))
    return found


def whole(label: str, text: str) -> dict[str, Any]:
    """The piece as a whole report."""
    piece = json.loads(text)
    if not label:
        return piece
    piece = {**NEEDED.get(label, {"id": "1"} if label.startswith("In an") else {}), **piece}
    made = {**LEAST, **_put(WHOLE[label], piece)}
    made.setdefault("grant", {}).setdefault("id", "g")
    return made


def _put(around: Any, piece: Any) -> Any:
    if around is ...:
        return piece
    if isinstance(around, dict):
        return {key: _put(value, piece) for key, value in around.items()}
    return [_put(value, piece) for value in around] if isinstance(around, list) else around


def encoded(data: dict[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode()


def test_there_are_blocks_and_each_is_of_a_known_kind() -> None:
    labels = {label for label, language, _ in BLOCKS if language == "json"}
    assert labels == {None, SAME, WRONG, *WHOLE}


@pytest.mark.parametrize(("label", "text", "canonical"), pieces())
def test_a_piece_is_read_without_a_finding(label: str, text: str, *, canonical: bool) -> None:
    found = codec.loads(encoded(whole(label, text)), name="report.json")
    assert found.findings == ()
    assert found.report is not None
    if canonical:
        assert to_plain(found.report) == whole(label, text)


def pairs() -> list[tuple[str, str, str]]:
    found = pieces()
    return [(before[0], before[1], after[1]) for before, after in pairwise(found) if after[2]]


@pytest.mark.parametrize(("label", "written", "meant"), pairs())
def test_words_mean_what_it_says(label: str, written: str, meant: str) -> None:
    kit = Kit(discover=False)
    report = kit.load(encoded(whole(label, written)))
    assert to_plain(report) == whole(label, meant)
    assert kit.load(dumps(report)) == report, "what has a meaning keeps it"


def test_the_mistakes_are_told_as_it_says(tmp_path: Path) -> None:
    (wrong,) = (text for label, _, text in BLOCKS if label == WRONG)
    (told,) = (text for _, language, text in BLOCKS if language == "text")
    (tmp_path / "report.json").write_text(wrong, encoding="utf-8")
    main = "from grantkit.cli import main; main()"
    command = [sys.executable, "-c", main, "--lang", "en", "validate", "report.json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.stderr.decode().replace("\r\n", "\n") == told
    assert done.returncode == 2


def test_all_cells_are_named() -> None:
    (sentence,) = re.findall(r"The keys that are cells: (.*)\n", TEXT)
    named = set(re.findall(r"`(\w+)`", sentence))
    kinds = {
        name: tp for cls in (Grant, Activity, Event, Indicator) for name, tp in fields(cls).items()
    }
    cells = {name for name, tp in kinds.items() if "Written" in str(tp)}
    assert named == {*cells, "funding"}


@pytest.mark.parametrize(
    ("words", "kind"), [("n/a", "not-applicable"), ("–", "not-reported"), ("none", "statement")]
)
def test_a_bare_string_is_unread_until_it_is_read(words: str, kind: str) -> None:
    data = encoded(whole("In an indicator", json.dumps({"target": words})))
    bare = codec.loads(data).report
    assert isinstance(bare, Report)
    assert bare.grant.effects[0].target == Written(text=words)
    read = to_plain(Kit(discover=False).load(data))
    assert read["grant"]["effects"][0]["target"]["kind"] == kind


def test_words_without_a_currency_mean_tenge_and_an_amount_does_not() -> None:
    read = Kit(discover=False).load(encoded(whole("In the grant", '{"amount": "5000"}')))
    assert read.grant.amount.known is not None
    assert read.grant.amount.known.currency == "KZT"
    bare = {"amount": {"kind": "value", "value": {"amount": 5000}}}
    (finding,) = codec.loads(encoded(whole("In the grant", json.dumps(bare)))).findings
    assert (finding.code, finding.args["key"]) == ("GK004", "currency")


@pytest.mark.parametrize(
    ("plain", "cell"),
    [
        ("null", Written()),
        ("34", Written(Quantity.of(34))),
        ("2.5", Written(Quantity.of("2.5"))),
        ('"34"', Written(text="34")),
    ],
)
def test_other_ways_to_write_a_cell(plain: str, cell: Written[Any]) -> None:
    data = encoded(whole("In an indicator", '{"name": "Readers"}'))
    data = data.replace(b'"name"', f'"actual": {plain}, "name"'.encode())
    found = codec.loads(data).report
    assert found is not None
    assert found.grant.effects[0].actual == cell
