"""Measures one way of one row, in the process that was started for it, and prints JSON.

python -m benchmarks.single ROW WAY SIZE on|off SECONDS
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.api import Command, Work, rows

__all__ = ["measure"]

#: A sample shorter than this says little: the work is then done several times.
SHORTEST = 0.005
#: So many samples at least, unless they take longer than `LONGEST` together.
FEWEST = 3
LONGEST = 4.0

_STATUS = Path("/proc/self/status")
_PEAK = "VmHWM"
_NOW = "VmRSS"


def measure(work: Work, seconds: float, *, collector: bool) -> dict[str, Any]:
    """Return processor seconds (user and system) of the work, and what else was seen.

    The collector starts from a clean heap: what was prepared is frozen, so it is never walked.
    """
    if isinstance(work, Command):
        _started(work)  # whatever has to be compiled or read from the disk is so now
        return {"seconds": _median(lambda: _started(work), seconds)}
    gc.collect()
    gc.freeze()
    if not collector:
        gc.disable()
    before = _from_here()
    result = work()  # what is imported or cached at the first call is so now
    size = len(result) if isinstance(result, bytes) else None
    del result
    peak = _memory(_PEAK)
    added = peak - before if peak is not None and before is not None else None
    start = time.process_time()
    work()
    times = max(1, round(SHORTEST / max(time.process_time() - start, 1e-9)))
    return {
        "seconds": _median(lambda: _repeated(work, times), seconds),
        "peak_bytes": peak,
        "added_bytes": added,
        "result_bytes": size,
    }


def _median(sample: Callable[[], float], seconds: float) -> float:
    samples: list[float] = []
    start = time.perf_counter()
    while True:
        samples.append(sample())
        spent = time.perf_counter() - start
        if spent >= (seconds if len(samples) >= FEWEST else LONGEST) or not seconds:
            return statistics.median(samples)


def _repeated(work: Callable[[], object], times: int) -> float:
    again = range(times)
    start = time.process_time()
    for _ in again:
        work()
    return (time.process_time() - start) / times


def _started(command: Command) -> float:
    """Start the program; return its processor time.

    Raises:
        RuntimeError: It failed.
    """
    arguments = command.arguments
    silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    process = os.posix_spawn(arguments[0], arguments, os.environ, file_actions=silent)
    _, status, used = os.wait4(process, 0)
    if code := os.waitstatus_to_exitcode(status):
        msg = f"exit status {code}: {' '.join(arguments)}"
        raise RuntimeError(msg)
    return used.ru_utime + used.ru_stime


def _from_here() -> int | None:
    """Let the peak start from what is held now, and return it; None where /proc is not."""
    try:
        Path("/proc/self/clear_refs").write_text("5", "ascii")
    except OSError:
        return None
    return _memory(_NOW)


def _memory(key: str) -> int | None:
    try:
        lines = _STATUS.read_text("ascii").splitlines()
    except OSError:
        return None
    held = next(line for line in lines if line.startswith(f"{key}:"))
    return int(held.split()[1]) * 1024


def main(name: str, way: str, size: str, collector: str, seconds: str) -> None:
    """Measure and print."""
    try:
        work = rows()[name].ways[way].make(int(size))
        found = measure(work, float(seconds), collector=collector == "on")
    except ModuleNotFoundError as error:
        found = {"missing": error.name}
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
