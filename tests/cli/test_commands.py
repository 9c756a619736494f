"""The command line as a user meets it: what it prints where, what it writes, what it returns."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from grantkit.cli import main

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "anticorruption-2024.json"
MINIMAL = ROOT / "examples" / "minimal.json"


@pytest.fixture
def grantkit(monkeypatch, capfd, tmp_path):
    """Run the command in this process, in a folder of its own; a traceback fails the test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def call(*args, stdin=None):
        monkeypatch.setattr(sys, "argv", ["grantkit", *map(str, args)])
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as left:
            main()
        said = capfd.readouterr()
        return left.value.code, said.out, said.err

    return call


@pytest.mark.parametrize("locale", ["kk", "ru", "en"])
@pytest.mark.parametrize("suffix", ["docx", "xlsx", "json"])
def test_export_writes_each_format_in_each_language(grantkit, tmp_path, locale, suffix):
    target = tmp_path / f"report.{suffix}"
    status, out, err = grantkit(
        "export", EXAMPLE, "-o", target, "--form", "kz-grant-final", "--locale", locale
    )
    assert (status, out) == (0, "")
    assert "errors" in err
    assert target.stat().st_size > 5000


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "json"])
def test_the_same_call_twice_gives_the_same_bytes(grantkit, tmp_path, suffix):
    files = [tmp_path / f"{name}.{suffix}" for name in ("one", "two")]
    for file in files:
        grantkit("export", EXAMPLE, "-o", file)
    assert files[0].read_bytes() == files[1].read_bytes()


def _deep(path, value):
    data = json.loads(EXAMPLE.read_text("utf-8"))
    node = data
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value
    return json.dumps(data, ensure_ascii=False).encode()


BAD_INPUTS = {
    "truncated": (EXAMPLE.read_bytes()[:4000], "GK002"),
    "empty": (b"", "GK"),
    "another kind": (b"\x89PNG\r\n\x1a\n" + bytes(100), "GK"),
    "wrong type": (
        _deep(["grant", "tasks", 0, "activities", 0, "planned_events"], "five"),
        "GK005",
    ),
    "unknown key": (_deep(["grant", "tasks", 0, "titel"], "x"), "GK003"),
    "wrong version": (_deep(["grantkit"], 99), "GK009"),
}


@pytest.mark.parametrize("name", BAD_INPUTS)
def test_a_bad_input_is_told_with_its_place_and_the_old_output_stays(grantkit, tmp_path, name):
    data, code = BAD_INPUTS[name]
    source, target = tmp_path / "bad.json", tmp_path / "report.docx"
    source.write_bytes(data)
    target.write_bytes(b"old")
    status, out, err = grantkit("export", source, "-o", target)
    assert (status, out) == (2, "")
    assert code in err
    assert "bad.json" in err
    assert target.read_bytes() == b"old"


def test_every_mistake_of_a_file_is_told_with_line_and_column(grantkit, tmp_path):
    source = tmp_path / "bad.json"
    source.write_text(
        '{"grantkit": 1,\n "id": "r", "language": "en",\n "grant": {"id": 5,\n  "titel": "x"}}',
        "utf-8",
    )
    status, _, err = grantkit("validate", source)
    assert status == 2
    assert "bad.json:3:18" in err
    assert "bad.json:4:3" in err
    assert "title" in err


def test_a_missing_file_is_named(grantkit):
    status, _, err = grantkit("validate", "none.json")
    assert status == 2
    assert "none.json" in err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--form", "nothing"], "nothing"),
        (["--locale", "xx"], "xx"),
        (["--edition", "1899", "--form", "kz-grant-final"], "1899"),
        (["--option", "colour=red"], "colour"),
        (["--to", "nothing"], "nothing"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_what_is_not_installed_is_named_and_the_old_output_stays(
    grantkit, tmp_path, options, words
):
    target = tmp_path / "report.docx"
    target.write_bytes(b"old")
    status, _, err = grantkit("export", EXAMPLE, "-o", target, *options)
    assert status == 2
    assert words in err
    assert target.read_bytes() == b"old"


def test_an_unknown_suffix_names_what_there_is(grantkit, tmp_path):
    status, _, err = grantkit("export", EXAMPLE, "-o", "report.pdf")
    assert status == 2
    assert "docx" in err
    assert not (tmp_path / "report.pdf").exists()


def test_a_blocked_plugin_is_as_if_it_were_not_installed(grantkit):
    status, _, err = grantkit("--block", "grantkit-docx", "export", EXAMPLE, "-o", "report.docx")
    assert status == 2
    assert "pip install grantkit-docx" in err


def test_check_writes_nothing_when_there_are_errors(grantkit, tmp_path):
    target = tmp_path / "report.docx"
    status, _, err = grantkit("export", EXAMPLE, "-o", target, "--check")
    assert status == 1
    assert "GK301" in err
    assert not target.exists()


def test_validate_returns_1_for_errors_and_tells_where(grantkit):
    status, out, err = grantkit("validate", EXAMPLE, "--form", "kz-grant-final")
    assert status == 1
    assert "anticorruption-2024.json:" in out
    assert "GK202" in out
    assert "errors" in err


def test_validate_as_json_is_json(grantkit):
    _, out, _ = grantkit("validate", EXAMPLE, "--format", "json")
    found = json.loads(out)
    assert {"code", "severity", "path", "place", "message", "args"} <= set(found[0])


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_messages_are_in_the_language_asked_for(grantkit, lang):
    _, _, err = grantkit("--lang", lang, "validate", EXAMPLE)
    words = {"kk": "ескерту", "ru": "примечаний", "en": "warnings"}
    assert words[lang] in err


def test_fail_on_decides_what_is_grave(grantkit):
    assert grantkit("validate", MINIMAL)[0] == 0
    assert grantkit("validate", EXAMPLE, "--fail-on", "never")[0] == 0


def test_several_inputs_go_into_a_folder_one_file_each(grantkit, tmp_path):
    broken = tmp_path / "broken.json"
    broken.write_bytes(b"{")
    status, _, err = grantkit(
        "export", EXAMPLE, broken, MINIMAL, "--to", "docx", "-o", "out/", "--jobs", "2"
    )
    assert status == 2
    assert "broken.json" in err
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert written == ["anticorruption-2024.docx", "minimal.docx"]


def test_standard_input_and_output(grantkit):
    status, out, _ = grantkit("export", "-", "-o", "-", "--to", "json", stdin=MINIMAL.read_bytes())
    assert status == 0
    assert json.loads(out)["grantkit"] == 1


def test_json_lines_are_as_many_reports(grantkit, tmp_path):
    line = json.dumps(json.loads(MINIMAL.read_text("utf-8")))
    source = tmp_path / "many.jsonl"
    source.write_text(f"{line}\n\n{line}\nnot json\n", "utf-8")
    status, out, err = grantkit("rows", source)
    assert status == 2
    assert "many.jsonl:4" in err
    assert len(out.splitlines()) == 1 + 2 * 3


def test_new_makes_a_report_that_can_be_read_again(grantkit):
    status, _, _ = grantkit("new", "--form", "kz-grant-final", "--locale", "kk", "-o", "blank.json")
    assert status == 0
    status, out, _ = grantkit("validate", "blank.json")
    assert status == 1
    assert "GK110" in out


def test_compare_shows_both_values(grantkit, tmp_path):
    data = json.loads(MINIMAL.read_text("utf-8"))
    data["grant"]["title"] = "Another title"
    (tmp_path / "other.json").write_text(json.dumps(data), "utf-8")
    status, out, _ = grantkit("compare", MINIMAL, "other.json")
    assert status == 0
    assert "grant.title" in out
    assert "Another title" in out


def test_aggregate_prints_totals(grantkit):
    status, out, _ = grantkit("aggregate", EXAMPLE, "--format", "json")
    assert status == 0
    totals = json.loads(out)["total"]["results"]["totals"]
    direct = next(t for t in totals if t.get("code") == "direct-beneficiaries")
    assert direct["sum"] == "1716"


def test_plugins_lists_what_each_kind_offers(grantkit):
    status, out, _ = grantkit("plugins", "--format", "json")
    assert status == 0
    listed = json.loads(out)
    assert listed["problems"] == []
    assert set(listed["offers"]["locale"]) >= {"en", "kk", "ru"}


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_a_rule_says_what_it_checks_why_and_what_to_do(grantkit, lang):
    status, out, _ = grantkit("--lang", lang, "rules", "gk202")
    assert status == 0
    assert len(out.strip().split("\n\n")) == 3
    assert ".title" not in out
    assert ".why" not in out


def test_schema_is_json(grantkit):
    status, out, _ = grantkit("schema")
    assert status == 0
    assert "$schema" in json.loads(out)


def test_settings_come_from_a_file_and_a_broken_one_is_told(grantkit, tmp_path):
    (tmp_path / "grantkit.toml").write_text('lang = "ru"\noff = ["GK202"]\n', "utf-8")
    _, out, err = grantkit("validate", EXAMPLE)
    assert "GK202" not in out
    assert "ошибки" in err
    (tmp_path / "grantkit.toml").write_text("lang = [", "utf-8")
    status, _, err = grantkit("validate", EXAMPLE)
    assert status == 2
    assert "grantkit.toml" in err


def test_a_reader_that_goes_away_hears_nothing(tmp_path):
    command = (
        f'"{sys.executable}" -c "from grantkit.cli import main; main()" rows "{EXAMPLE}" | head -1'
    )
    done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, check=False)  # noqa: S602
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr
    assert done.stdout.startswith(b"report,")


def test_no_argument_shows_the_help(grantkit):
    status, out, err = grantkit()
    assert status in (0, 2)
    assert "validate" in out + err
