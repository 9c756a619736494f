"""The command line as a user meets it: what it prints where, what it writes, what it returns."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from grantkit.cli import main

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "anticorruption-2024.json"
MINIMAL = ROOT / "examples" / "minimal.json"


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


def test_a_file_that_nothing_reads_names_what_does(grantkit, tmp_path):
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7")
    status, out, err = grantkit("validate", "scan.pdf")
    assert (status, out) == (2, "")
    assert "GK013" in err
    assert "json" in err


def test_the_kit_is_listed_for_people(grantkit):
    status, out, _ = grantkit("plugins")
    assert status == 0
    assert "grantkit-docx" in out
    assert "--option embed=yes  (docx)" in out


def test_totals_for_people_say_what_was_left_out_and_why(grantkit, tmp_path):
    data = json.loads(EXAMPLE.read_text("utf-8"))
    (tmp_path / "a.json").write_text(json.dumps(data), "utf-8")
    data.update(id="earlier", as_of="2024-06-01", kind="interim")
    (tmp_path / "b.json").write_text(json.dumps(data), "utf-8")
    status, out, err = grantkit("aggregate", ".", "--by", "theme")
    assert status == 0
    assert re.search(r"direct-beneficiaries +1716 +person", out)
    assert "anti-corruption: 1" in out
    assert "there is a final one" in err


def test_a_list_of_inputs_and_a_folder_are_read(grantkit, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.json").write_bytes(MINIMAL.read_bytes())
    (tmp_path / "in" / "notes.txt").write_bytes(b"-")
    (tmp_path / "list").write_text("in\n\nin/a.json\n", "utf-8")
    status, out, _ = grantkit("rows", "@list")
    assert status == 0
    assert len(out.splitlines()) == 1 + 2 * 3
    assert grantkit("rows", "@none")[0] == 2


def test_compare_and_rows_give_json_too(grantkit):
    assert json.loads(grantkit("compare", MINIMAL, MINIMAL, "--format", "json")[1]) == []
    assert len(json.loads(grantkit("rows", MINIMAL, "--format", "json")[1])) == 3
    assert grantkit("compare", MINIMAL, "none.json")[0] == 2


def test_the_rules_are_listed(grantkit):
    status, out, _ = grantkit("rules")
    assert status == 0
    assert "GK202" in out
    assert grantkit("rules", "GK999")[0] == 2


def test_an_unknown_language_of_messages_is_refused(grantkit):
    status, _, err = grantkit("--lang", "xx", "rules")
    assert status == 2
    assert "xx" in err


def test_without_click_the_remedy_is_printed(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "grantkit.cli.commands", None)
    real = __import__

    def no_click(name, *args, **more):
        if name == "grantkit.cli.commands":
            raise ModuleNotFoundError(name="click")
        return real(name, *args, **more)

    monkeypatch.setattr("builtins.__import__", no_click)
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    assert "pip install 'grantkit-core[cli]'" in capsys.readouterr().err


def test_new_does_not_replace_a_report_that_is_there(grantkit, tmp_path):
    target = tmp_path / "mine.json"
    target.write_bytes(MINIMAL.read_bytes())
    assert grantkit("new", "-o", target)[0] == 2
    assert target.read_bytes() == MINIMAL.read_bytes()
    assert grantkit("new", "-o", target, "--force")[0] == 0
    assert target.read_bytes() != MINIMAL.read_bytes()


def test_a_folder_without_reports_is_told(grantkit, tmp_path):
    (tmp_path / "empty").mkdir()
    status, _, err = grantkit("validate", "empty")
    assert status == 2
    assert "no report in this folder" in err


def test_what_cannot_be_read_counts_as_an_error(grantkit):
    _, _, err = grantkit("validate", "none.json")
    assert "1 error" in err


def test_a_full_disk_is_told(tmp_path):
    command = f'"{sys.executable}" -c "from grantkit.cli import main; main()" rows "{EXAMPLE}" > /dev/full'
    done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, check=False)  # noqa: S602
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"No space left" in done.stderr


def test_an_input_that_is_not_there_does_not_keep_the_others_from_being_read(grantkit, tmp_path):
    (tmp_path / "empty").mkdir()
    status, out, err = grantkit("rows", "empty", "@none", MINIMAL)
    assert status == 2
    assert len(out.splitlines()) == 1 + 3
    assert "empty" in err
    assert "none" in err
    status, _, err = grantkit("export", "empty", MINIMAL, "--to", "json", "-o", "out/")
    assert status == 2
    assert (tmp_path / "out" / "minimal.json").exists()
