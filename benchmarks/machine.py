"""Where and with what it was measured."""

from __future__ import annotations

import datetime as dt
import importlib.metadata
import os
import platform
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

from benchmarks.running import ROOT

__all__ = ["header", "named"]

_NAME = re.compile(r"[A-Za-z0-9._-]+")


def header() -> dict[str, Any]:
    """Return machine, date and versions."""
    return {
        "date": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "machine": {
            "processor": _processor(),
            "cores": os.cpu_count(),
            "memory_bytes": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
            "system": platform.platform(),
            "load": [round(load, 2) for load in os.getloadavg()],
        },
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "commit": _commit(),
        "versions": {
            found.name: found.version
            for found in sorted(importlib.metadata.distributions(), key=lambda d: d.name.lower())
        },
    }


def named(versions: dict[str, str]) -> dict[str, str]:
    """Keep the versions of what the projects and the group ``bench`` ask for by name."""
    wanted = set()
    for path in (ROOT / "pyproject.toml", *ROOT.glob("plugins/*/pyproject.toml")):
        project = tomllib.loads(path.read_text("utf-8"))
        asked = [
            *project["project"].get("dependencies", ()),
            *project["project"].get("optional-dependencies", {}).get("cli", ()),
            *project.get("dependency-groups", {}).get("bench", ()),
        ]
        for requirement in asked:
            name = _NAME.match(requirement)
            wanted.add(_normal(name.group() if name else requirement))
    return {name: version for name, version in versions.items() if _normal(name) in wanted}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(models, platform.machine())


def _commit() -> str | None:
    """The commit, with a plus sign when files differ from it."""
    git = shutil.which("git")
    if git is None:
        return None

    def ask(*arguments: str) -> str:
        done = subprocess.run(
            [git, "-C", str(ROOT), *arguments], capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    commit = ask("rev-parse", "--short=12", "HEAD")
    return f"{commit}{'+' if ask('status', '--porcelain') else ''}" if commit else None
