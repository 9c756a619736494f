"""The command: measures rows, prints the table and writes both files."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from benchmarks.api import find, rows
from benchmarks.machine import header
from benchmarks.running import ROOT, Settings, run
from benchmarks.writing import as_data, as_markdown

__all__ = ["main"]


def main(arguments: list[str] | None = None) -> int:
    """Run; 1 when a way failed, 2 when there is no such row."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="rows whose names start so")
    parser.add_argument("--list", action="store_true", help="only list the rows")
    parser.add_argument("--quick", action="store_true", help="one sample of the smallest sizes")
    parser.add_argument("--rounds", type=int, default=5, help="fresh processes a way (5)")
    parser.add_argument("--out", type=Path, default=ROOT / "out", help="folder of both files")
    asked = parser.parse_args(arguments)
    if asked.list:
        for row in rows().values():
            print(f"{row.name:20} {', '.join(row.ways)}")
        return 0
    try:
        chosen = find(asked.names)
    except LookupError as error:
        parser.error(str(error))
    quick = Settings(rounds=1, seconds=0, quick=True)
    settings = quick if asked.quick else Settings(rounds=max(1, asked.rounds))
    about = header()
    lines = run(chosen, settings, lambda text: print(text, file=sys.stderr, flush=True))
    data = as_data(lines, about, settings)
    table = as_markdown(data, lines)
    asked.out.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, ensure_ascii=False, indent=1)
    (asked.out / "bench.json").write_text(f"{text}\n", "utf-8")
    (asked.out / "bench.md").write_text(table, "utf-8")
    print(table)
    return int(any(line.error for line in lines))


if __name__ == "__main__":
    sys.exit(main())
