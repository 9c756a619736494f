"""Runs the programs that judge an office file from outside: LibreOffice, the Open XML SDK, Poppler.

None of them is needed to use grantkit; tests that need one ask `have_office` or `have_validator`.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from grantkit.errors import GrantkitError

__all__ = [
    "OfficeFailed",
    "convert",
    "convert_all",
    "have_office",
    "have_validator",
    "pdf_pages",
    "pdf_text",
    "validate_ooxml",
]

#: Names the validator; without it ``node_modules/.bin`` here and above, and PATH are searched.
VALIDATOR = "GRANTKIT_OOXML_VALIDATOR"
SECONDS = 120
FILTERS = {
    "csv": "csv:Text - txt - csv (StarCalc):44,34,76",  # by itself it writes ? for Cyrillic
    "txt": "txt:Text (encoded):UTF8",
}


class OfficeFailed(GrantkitError, RuntimeError):
    """A program did not do what it was asked, or is not there."""


def have_office() -> bool:
    """Tell whether LibreOffice and Poppler's ``pdftotext`` are there."""
    return _office() is not None and shutil.which("pdftotext") is not None


def have_validator() -> bool:
    """Tell whether the validator of the Open XML SDK is there."""
    return _validator() is not None


def _office() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def _validator() -> str | None:
    if named := os.environ.get(VALIDATOR):
        return shutil.which(named)
    here = Path.cwd()
    for folder in (here, *here.parents):
        if found := shutil.which("ooxml-validator", path=folder / "node_modules" / ".bin"):
            return found
    return shutil.which("ooxml-validator")


def validate_ooxml(path: Path) -> list[str]:
    """Return what the Open XML SDK finds wrong, one line each; nothing for a valid file."""
    if (program := _validator()) is None:
        raise OfficeFailed(f"no ooxml-validator; name it in {VALIDATOR}")
    answer = json.loads(_run([program, str(path)], accept=(0, 1)))
    errors = [
        " ".join(str(value) for value in error.values() if value)
        if isinstance(error, dict)
        else error
        for error in answer["errors"]
    ]
    return errors if errors or answer["ok"] else ["invalid, no reason given"]


def convert(path: Path, to: str, outdir: Path, *, timeout: float = SECONDS) -> Path:
    """Convert one file with LibreOffice to the format *to* (``pdf``, ``txt``, ``docx``)."""
    (made,) = convert_all([path], to, outdir, timeout=timeout)
    return made


def convert_all(
    paths: Sequence[Path], to: str, outdir: Path, *, timeout: float = SECONDS
) -> list[Path]:
    """Convert files of different names in one run, which costs a fraction of single ones.

    A profile of its own keeps it apart from an office that is open, and from other runs.
    """
    if (program := _office()) is None:
        raise OfficeFailed("no LibreOffice")
    made = [outdir / f"{path.stem}.{to}" for path in paths]
    if len(set(made)) != len(made):
        raise OfficeFailed("two files of the same name would be one file")
    outdir.mkdir(parents=True, exist_ok=True)
    for path in made:
        path.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="grantkit-office-", ignore_cleanup_errors=True) as own:
        profile = f"-env:UserInstallation={Path(own, 'profile').as_uri()}"
        options = ["--headless", "--norestore", "--convert-to", FILTERS.get(to, to)]
        said = _run(
            [program, profile, *options, "--outdir", str(outdir), *map(str, paths)], timeout=timeout
        )
    if missing := [path.name for path in made if not path.is_file()]:
        raise OfficeFailed(f"LibreOffice did not make {', '.join(missing)}: {said.strip()}")
    return made


def pdf_text(path: Path) -> str:
    """Return the text of a PDF file, laid out as on the page; a form feed ends each page."""
    return _run(["pdftotext", "-layout", "-enc", "UTF-8", str(path), "-"])


def pdf_pages(path: Path) -> list[str]:
    """Return the text of each page of a PDF file; there are as many as it has pages."""
    return pdf_text(path).split("\f")[:-1]


def _run(command: list[str], *, timeout: float = SECONDS, accept: Sequence[int] = (0,)) -> str:
    """Run a program in a group of its own, and leave nothing of the group behind."""
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            out, err = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            raise OfficeFailed(f"{Path(command[0]).name}: not done in {timeout} s") from None
        finally:
            _end(process)
    if process.returncode not in accept:
        raise OfficeFailed(f"{Path(command[0]).name}: status {process.returncode}: {err or out}")
    return out


def _end(process: subprocess.Popen[str]) -> None:
    # LibreOffice's starter leaves soffice.bin running when only it is killed.
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
