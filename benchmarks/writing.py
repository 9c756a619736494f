"""The one JSON file and the one Markdown table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from benchmarks.machine import named
from benchmarks.running import Line, Settings

__all__ = ["as_data", "as_markdown"]

VERSION = 1
_MEGA = 2**20
_HEADS = (
    "row",
    "size",
    "collector",
    "way",
    "ms",
    "× floor",
    "grantkit ÷ it",
    "peak MB",
    "of it the work's",
)


def as_data(lines: Sequence[Line], header: dict[str, Any], settings: Settings) -> dict[str, Any]:
    """Return all that is known: the header, and one object a way and size."""
    return {
        "grantkit-benchmarks": VERSION,
        **header,
        "settings": {
            "rounds": settings.rounds,
            "seconds": settings.seconds,
            "quick": settings.quick,
        },
        "rows": [
            {
                "row": line.row.name,
                "about": line.row.about,
                "size": line.size,
                "unit": line.row.unit,
                "collector": line.collector,
                "way": line.way.name,
                "role": line.way.role,
                "processor_seconds": line.seconds,
                "runs": line.runs,
                "to_floor": _ratio(line, _of(lines, line, "floor")),
                "grantkit_to_it": _ratio(_of(lines, line, "grantkit"), line),
                "peak_bytes": line.peak,
                "added_bytes": line.extra,
                "result_bytes": line.result_bytes,
                "missing": line.missing,
                "error": line.error,
            }
            for line in lines
        ],
    }


def as_markdown(data: dict[str, Any], lines: Sequence[Line]) -> str:
    """Return the table, with what one must know to read it above."""
    machine, settings = data["machine"], data["settings"]
    memory = f"{machine['memory_bytes'] / 2**30:.0f} GB"
    about = {line.row.name: line.row for line in lines}
    how = (
        f"Processor time (user and system): medians of {settings['rounds']} fresh processes a way,"
        " the ways of a row in turn. What is imported and prepared beforehand is not counted,"
        " except by the rows named start; what the garbage collector does is, where it is on."
        " Peak memory is the whole process's. All ratios are of this run."
    )
    where = (
        f"{data['date']}, {machine['processor']}, {machine['cores']} cores, {memory},"
        f" {machine['system']}, load {machine['load'][0]} at the start,"
        f" {data['python']}, commit {data['commit'] or 'unknown'}."
    )
    parts = [
        how,
        where,
        ", ".join(f"{name} {version}" for name, version in named(data["versions"]).items()) + ".",
        "\n".join(f"* `{row.name}`: {row.about} {row.notes}".rstrip() for row in about.values()),
        "\n".join(_table(data["rows"], lines)),
    ]
    if settings["quick"]:
        parts.insert(0, "**A smoke run: its figures mean nothing.**")
    return "\n\n".join(parts) + "\n"


def _table(data: Sequence[dict[str, Any]], lines: Sequence[Line]) -> Iterator[str]:
    yield "| " + " | ".join(_HEADS) + " |"
    yield "|---|" + "---:|---|---|" + "---:|" * (len(_HEADS) - 4)
    for entry, line in zip(data, lines, strict=True):
        size = f"{entry['size']:,} {entry['unit']}" if entry["unit"] else ""
        if line.seconds is None:
            said = f"not installed: {line.missing}" if line.missing else f"failed: {line.error}"
            cells = [said.replace("|", "\\|"), *[""] * 4]
        else:
            own = line.way.role == "grantkit"
            shown = line.row.memory
            cells = [
                _figures(line.seconds * 1000),
                _figures(entry["to_floor"]),
                "" if own else _figures(entry["grantkit_to_it"]),
                _figures(_mega(line.peak)) if shown else "",
                _figures(_mega(line.extra)) if shown else "",
            ]
        name = f"**{line.way.name}**" if line.way.role == "grantkit" else line.way.name
        if line.way.role == "floor":
            name += " (floor)"
        head = [line.row.name, size, line.collector, name]
        yield "| " + " | ".join((*head, *cells)) + " |"


def _of(lines: Sequence[Line], line: Line, role: str) -> Line | None:
    key = (line.row.name, line.size, line.collector)
    for other in lines:
        if (other.row.name, other.size, other.collector) == key and other.way.role == role:
            return other
    return None


def _ratio(one: Line | None, other: Line | None) -> float | None:
    if one is None or other is None or one.seconds is None or not other.seconds:
        return None
    return one.seconds / other.seconds


def _mega(size: float | None) -> float | None:
    return None if size is None else size / _MEGA


def _figures(value: float | None) -> str:
    """Three digits, as far as they go."""
    if value is None:
        return ""
    for least, digits in ((100, 0), (10, 1), (1, 2)):
        if value >= least:
            return f"{value:,.{digits}f}"
    return f"{value:.3f}"
