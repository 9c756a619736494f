"""Exporting from the command line: what is written, what is refused, what stays as it was."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "anticorruption-2024.json"
MINIMAL = ROOT / "examples" / "minimal.json"


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


def test_a_folder_as_output_needs_a_format_and_several_inputs_a_folder(grantkit):
    assert grantkit("export", MINIMAL, "-o", "out/")[0] == 2
    assert grantkit("export", MINIMAL, EXAMPLE, "-o", "out.docx")[0] == 2
    assert grantkit("export", MINIMAL, "-o", "out.docx", "--option", "embed")[0] == 2


def test_an_input_is_never_its_own_output(grantkit, tmp_path):
    source = tmp_path / "own.json"
    source.write_bytes(MINIMAL.read_bytes())
    assert grantkit("export", source, "-o", "own.json")[0] == 2
    assert source.read_bytes() == MINIMAL.read_bytes()


def test_export_says_what_it_wrote_and_gathers_what_lacks_the_language(grantkit):
    _, _, err = grantkit(
        "export", MINIMAL, "-o", "report.docx", "--locale", "kk", "--form", "generic"
    )
    lines = err.splitlines()
    assert lines[-1].startswith("report.docx is written: ")
    assert len([line for line in lines if "kk" in line or "Kazakh" in line]) == 1


def test_a_wrong_option_is_told_with_its_name(grantkit):
    status, _, err = grantkit("export", MINIMAL, "-o", "a.docx", "--option", "size=400")
    assert status == 2
    assert "size" in err
