"""Starting cold: what a user waits for before anything is done."""

from __future__ import annotations

import atexit
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.api import Command, Work, row, way
from benchmarks.running import ROOT

_SCRIPT = str(Path(sys.executable).with_name("grantkit"))


def _python(code: str) -> Command:
    return Command((sys.executable, "-c", code))


@way("bare interpreter")
def bare(_: int) -> Work:
    """Start Python, with what site imports."""
    return _python("pass")


@way("import attrs, cattrs, babel, pluggy, click")
def libraries(_: int) -> Work:
    """Import what grantkit is made with."""
    return _python("import attrs, cattrs, babel, pluggy, click")


@row("start-import", peers=[libraries], floor=bare)
def start_import(_: int) -> Work:
    """Start Python and `import grantkit`."""
    return _python("import grantkit")


@row("start-help", peers=[libraries], floor=bare)
def start_help(_: int) -> Work:
    """Run `grantkit --help`."""
    return Command((_SCRIPT, "--help"))


@row("start-export", peers=[libraries], floor=bare)
def start_export(_: int) -> Work:
    """Run `grantkit export examples/anticorruption-2024.json -o x.docx`."""
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    example = ROOT / "examples" / "anticorruption-2024.json"
    return Command((_SCRIPT, "export", str(example), "-o", str(Path(folder.name, "x.docx"))))
