"""Runs rows: every way in fresh processes, in turn, so that a slow minute is everybody's."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from attrs import define, field, frozen

from benchmarks.api import Collector, Row, Way

__all__ = ["ROOT", "Line", "Settings", "run"]

ROOT = Path(__file__).parents[1]

#: Seconds a process may take altogether.
_PATIENCE = 600


@frozen(kw_only=True)
class Settings:
    """How thoroughly to measure.

    Args:
        rounds: Fresh processes a way.
        seconds: How long a process goes on taking samples; 0: one sample.
        quick: Only the smallest size, and the collector as the row names it first.
    """

    rounds: int = 5
    seconds: float = 0.4
    quick: bool = False


@define
class Line:
    """What came of one way for one size."""

    row: Row
    size: int
    collector: Collector
    way: Way
    runs: list[float] = field(factory=list)
    peaks: list[int] = field(factory=list)
    added: list[int] = field(factory=list)
    result_bytes: int | None = None
    missing: str | None = None
    error: str | None = None

    @property
    def seconds(self) -> float | None:
        """Processor seconds, the median of the fresh runs."""
        return statistics.median(self.runs) if self.runs else None

    @property
    def peak(self) -> float | None:
        """Most memory the process held, the median of the fresh runs."""
        return statistics.median(self.peaks) if self.peaks else None

    @property
    def extra(self) -> float | None:
        """How much of it the work itself took."""
        return statistics.median(self.added) if self.added else None

    def measure(self, seconds: float) -> None:
        """Run once more, in a process of its own, unless it cannot be run."""
        if self.missing or self.error:
            return
        what = (self.row.name, self.way.name, str(self.size), self.collector, str(seconds))
        command = [sys.executable, "-m", "benchmarks.single", *what]
        try:
            done = subprocess.run(
                command, cwd=ROOT, capture_output=True, text=True, timeout=_PATIENCE, check=True
            )
        except subprocess.SubprocessError as error:
            said = (getattr(error, "stderr", None) or "").strip().splitlines()
            self.error = said[-1] if said else str(error)
            return
        self._take(json.loads(done.stdout.splitlines()[-1]))

    def _take(self, found: dict[str, Any]) -> None:
        if missing := found.get("missing"):
            if self.way.role == "grantkit":
                self.error = f"No module named {missing!r}"
            else:
                self.missing = missing
            return
        self.runs.append(found["seconds"])
        self.result_bytes = found.get("result_bytes")
        for key, kept in (("peak_bytes", self.peaks), ("added_bytes", self.added)):
            if found.get(key) is not None:
                kept.append(found[key])


def run(rows: Iterable[Row], settings: Settings, tell: Callable[[str], None]) -> list[Line]:
    """Measure rows; *tell* hears what is being measured."""
    lines: list[Line] = []
    for row in rows:
        sizes = row.sizes[:1] if settings.quick else row.sizes
        states = row.collector[:1] if settings.quick else row.collector
        for size in sizes:
            for state in states:
                tell(f"{row.name} {size} {row.unit}".rstrip() + f", collector {state}")
                group = [
                    Line(row=row, size=size, collector=state, way=way) for way in row.ways.values()
                ]
                for _ in range(settings.rounds):
                    for line in group:
                        line.measure(settings.seconds)
                lines += group
    return lines
