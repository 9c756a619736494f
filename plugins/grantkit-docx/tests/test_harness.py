"""The harness that runs office programs: it waits for none for ever and leaves none behind."""

import os
import time
from pathlib import Path

import pytest

from grantkit.testing.office import (
    VALIDATOR,
    OfficeFailed,
    convert,
    convert_all,
    have_office,
    have_validator,
    validate_ooxml,
)

posix = pytest.mark.skipif(os.name != "posix", reason="the programs are shell scripts")


def program(folder: Path, name: str, script: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH with only what a test puts there, and the shell's own."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}")
    monkeypatch.delenv(VALIDATOR, raising=False)
    monkeypatch.chdir(tmp_path)
    return folder


def test_without_the_programs(bare: Path) -> None:
    assert not have_office()
    assert not have_validator()
    with pytest.raises(OfficeFailed, match="no LibreOffice"):
        convert(bare / "a.docx", "pdf", bare)
    with pytest.raises(OfficeFailed, match=VALIDATOR):
        validate_ooxml(bare / "a.docx")


@posix
def test_a_program_that_hangs_is_ended_with_its_children(bare: Path, tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    program(bare, "soffice", f"/bin/sleep 600 & echo $! > {pid}; wait")
    start = time.monotonic()
    with pytest.raises(OfficeFailed, match=r"not done in 0\.5 s"):
        convert(tmp_path / "a.docx", "pdf", tmp_path / "out", timeout=0.5)
    assert time.monotonic() - start < 10
    for _ in range(50):  # the system takes its time to bury it
        if not alive(int(pid.read_text())):
            break
        time.sleep(0.1)
    else:
        pytest.fail("the child lives on")


def alive(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return status != "Z"


@posix
def test_what_was_not_made_is_told(bare: Path, tmp_path: Path) -> None:
    program(bare, "soffice", "echo cannot be loaded")
    (tmp_path / "a.pdf").write_text("of yesterday")
    with pytest.raises(OfficeFailed, match=r"did not make a\.pdf: cannot be loaded"):
        convert(tmp_path / "a.docx", "pdf", tmp_path)
    program(bare, "soffice", "echo broken >&2; exit 7")
    with pytest.raises(OfficeFailed, match="soffice: status 7: broken"):
        convert(tmp_path / "a.docx", "pdf", tmp_path)
    with pytest.raises(OfficeFailed, match="same name"):
        convert_all([tmp_path / "a.docx", tmp_path / "a.xlsx"], "pdf", tmp_path)


@posix
def test_the_validator_is_found_and_its_answer_read(
    bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modules = tmp_path / "node_modules" / ".bin"
    modules.mkdir(parents=True)
    program(modules, "ooxml-validator", """echo '{"ok": true, "errors": []}'""")
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    assert validate_ooxml(tmp_path / "a.docx") == []
    said = (
        """{"ok": false, "errors": [{"path": "/w", "part": null, "description": "bad"}, "worse"]}"""
    )
    named = program(bare, "mine", f"echo '{said}'; exit 1")
    monkeypatch.setenv(VALIDATOR, str(named))
    assert validate_ooxml(tmp_path / "a.docx") == ["/w bad", "worse"]
    program(bare, "mine", """echo '{"ok": false, "errors": []}'; exit 1""")
    assert validate_ooxml(tmp_path / "a.docx") == ["invalid, no reason given"]
