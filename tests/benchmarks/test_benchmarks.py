"""The benchmarks run, and what they compare is the same work. No time is asserted."""

import importlib.util
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).parents[2]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SAID = (f"{W}t", f"{W}br")


@pytest.fixture(autouse=True)
def _root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT))


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "benchmarks", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_smoke_run_writes_both_files(tmp_path: Path) -> None:
    done = run("--quick", "--out", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    data = json.loads((tmp_path / "bench.json").read_text("utf-8"))
    assert data["settings"]["quick"]
    assert data["machine"]["cores"]
    assert data["python"]
    assert data["versions"]["attrs"]
    names = {line["row"] for line in data["rows"]}
    assert {"docx-document", "docx-report", "json-load", "json-dump", "start-import"} <= names
    for line in data["rows"]:
        assert line["error"] is None, line
        assert line["missing"] or line["processor_seconds"] > 0
        if line["role"] == "grantkit":
            assert line["processor_seconds"]
    table = (tmp_path / "bench.md").read_text("utf-8")
    assert table in done.stdout
    assert "smoke run" in table
    assert sum(text.startswith("| ") for text in table.splitlines()) == len(data["rows"]) + 1


def test_rows_are_chosen_by_the_start_of_their_names() -> None:
    from benchmarks.api import find

    assert [row.name for row in find(["json-load", "start-i"])] == ["json-load", "start-import"]
    assert {"docx-document", "json-load"} <= {row.name for row in find([])}
    done = run("nothing-of-this-name")
    assert done.returncode == 2
    assert "json-load" in done.stderr


def test_a_way_that_fails_is_named_and_nothing_else_stops() -> None:
    from benchmarks.api import Row, Way
    from benchmarks.running import Settings, run
    from benchmarks.writing import as_data, as_markdown

    ways = {"grantkit": Way("grantkit", len, "grantkit")}  # no module has this row
    broken = Row(name="no-such-row", unit="", about="", sizes=(1,), ways=ways)
    (line,) = run([broken], Settings(rounds=2, seconds=0), lambda _: None)
    assert "KeyError" in str(line.error)
    header = {
        "date": "",
        "python": "",
        "commit": None,
        "versions": {},
        "machine": dict.fromkeys(("processor", "system"), "") | {"cores": 1, "memory_bytes": 1},
    }
    header["machine"]["load"] = [0]  # type: ignore[index]
    data = as_data([line], header, Settings())
    assert "failed: KeyError" in as_markdown(data, [line])


def test_larger_reports_have_as_many_indicators_and_ids_of_their_own() -> None:
    from benchmarks.material import report, reports

    for count in (84, 300):
        activities = [a for task in report(count).grant.tasks for a in task.activities]
        assert sum(len(activity.indicators) for activity in activities) == count
        assert len({activity.id for activity in activities}) == len(activities)
    assert len({each.id for each in reports(3)}) == 3


def spoken(file: bytes) -> tuple[list[str], list[str], list[str]]:
    """The texts of all paragraphs that say something, merged cells, and addresses."""
    with zipfile.ZipFile(BytesIO(file)) as archive:
        body = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 - just made
        links = ET.fromstring(archive.read("word/_rels/document.xml.rels"))  # noqa: S314
    texts = [
        "".join("\n" if e.tag == f"{W}br" else e.text or "" for e in p.iter() if e.tag in SAID)
        for p in body.iter(f"{W}p")
    ]
    merges = [each.get(f"{W}val") or "continue" for each in body.iter(f"{W}vMerge")]
    outside = [each.get("Target", "") for each in links if each.get("TargetMode")]
    # docxtpl starts a merge in cells of one row too, which Word shows alike
    below = [merge for merge in merges if merge == "continue"]
    return [text for text in texts if text], below, sorted(set(outside))


@pytest.mark.parametrize("way", ["docxtpl", "docxtpl, compiled once", "strings and a ready zip"])
def test_all_ways_write_the_same_document(way: str) -> None:
    if way.startswith("docxtpl"):
        pytest.importorskip("docxtpl")
    from benchmarks.api import rows

    ways = rows()["docx-document"].ways
    ours: Callable[[], bytes] = ways["grantkit"].make(100)  # type: ignore[assignment]
    theirs: Callable[[], bytes] = ways[way].make(100)  # type: ignore[assignment]
    assert spoken(theirs()) == spoken(ours())


MISTAKES = [
    (["unknown"], 1),
    (["id"], "with space"),
    (["language"], "Kazakh"),
    (["as_of"], "2024-02-30"),
    (["grant", "tasks", 0, "id"], 1),
    (["grant", "tasks", 0, "title"], {}),
    (["grant", "tasks", 0, "title"], "a\x00"),
    (["grant", "tasks", 0, "activities", 0, "planned_events"], "4"),
    (["grant", "tasks", 0, "activities", 0, "planned_events"], -1),
    (["grant", "tasks", 0, "activities", 0, "indicators", 0, "direction"], "sideways"),
    (["grant", "tasks", 0, "activities", 0, "indicators", 0, "target"], {"kind": "value"}),
    (["grant", "amount"], {"kind": "value", "value": {"amount": 1, "currency": "tenge"}}),
]


def changed(plain: Any, path: list[Any], value: Any) -> Any:
    copy = json.loads(json.dumps(plain))
    *way, last = path
    node = copy
    for step in way:
        node = node[step]
    node[last] = value
    return copy


def test_the_models_of_pydantic_take_and_give_the_same() -> None:
    pytest.importorskip("pydantic")
    from benchmarks.material import report
    from benchmarks.peers.pydantic_models import Report

    from grantkit.codec import InvalidData, dumps, from_plain, to_plain

    plain = to_plain(report())
    read = Report.model_validate_json(dumps(report()))
    assert json.loads(read.model_dump_json(exclude_defaults=True)) == plain
    for path, value in MISTAKES:
        wrong = changed(plain, path, value)
        with pytest.raises(InvalidData):
            from_plain(wrong)
        with pytest.raises(ValueError, match=r"validation error"):
            Report.model_validate_json(json.dumps(wrong))


@pytest.mark.skipif(not importlib.util.find_spec("msgspec"), reason="no msgspec")
def test_the_structs_of_msgspec_take_and_give_the_same() -> None:
    import msgspec
    from benchmarks.material import report
    from benchmarks.peers.msgspec_models import Report

    from grantkit.codec import dumps, to_plain

    read = msgspec.json.decode(dumps(report()), type=Report)
    assert json.loads(msgspec.json.encode(read)) == to_plain(report())
