"""Findings: what a rule, a reader or an exporter has to say, as data.

A finding holds a code and arguments; its words come from a catalogue, in the user's language.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, SupportsIndex, TypeVar, overload

import attrs
from attrs import field, frozen

from grantkit.model import FrozenMap, as_map, as_tuple
from grantkit.model.canonical import canonical

__all__ = ["CORE", "Finding", "Findings", "Place", "Places", "Severity"]

T = TypeVar("T")

#: The distribution whose catalogue has the words of findings made by the core.
CORE = "grantkit-core"


class Severity(StrEnum):
    """How sure and how grave; a rule that cannot be sure makes a note."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """2 for an error, 1 for a warning, 0 for a note."""
        return ("note", "warning", "error").index(self.value)


@frozen(kw_only=True)
class Place:
    """Where in a file: whichever of these the format has; lines, rows and tables count from 1."""

    file: str | None = None
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    cell: str | None = None
    table: int | None = None
    row: int | None = None

    def __str__(self) -> str:
        """A short form that compilers have made familiar: ``a.json:3:14``, ``a.xlsx!Sheet!F12``."""
        if self.sheet is not None:
            inner = f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        elif self.table is not None:
            inner = f"table {self.table}" + (f", row {self.row}" if self.row else "")
            inner += f", cell {self.cell}" if self.cell else ""
        elif self.line is not None:
            inner = f"{self.line}:{self.column}" if self.column else str(self.line)
        else:
            return self.file or ""
        return f"{self.file}:{inner}" if self.file else inner


#: From the path of a value to its place in the file it was read from.
Places = Mapping[str, Place]


@frozen(kw_only=True)
class Finding:
    """One thing found.

    Args:
        code: Stable code, never reused.
        severity: Of this finding.
        path: Where in the report; empty for the whole.
        args: What the words are about; JSON-ready values, texts, quantities, dates.
        place: Where in the file, when known.
        related: Paths of other places concerned.
        origin: The distribution whose catalogue has the words.
        accepted: Whether the report accepts it, with a reason.
    """

    code: str
    severity: Severity = field(default=Severity.ERROR, converter=Severity)
    path: str = ""
    args: FrozenMap[str, Any] = field(factory=FrozenMap, converter=as_map)
    place: Place | None = None
    related: tuple[str, ...] = field(default=(), converter=as_tuple)
    origin: str = CORE
    accepted: bool = False

    @property
    def fingerprint(self) -> str:
        """A short digest of what the arguments mean: an acceptance lapses when it changes."""
        data = json.dumps(canonical(self.args))
        return hashlib.sha256(data.encode()).hexdigest()[:16]

    def __str__(self) -> str:
        where = str(self.place) if self.place else self.path
        args = ", ".join(f"{key}={value}" for key, value in self.args.items())
        return f"{where}: {self.code} {self.severity}" + (f" ({args})" if args else "")


class Findings(tuple[Finding, ...]):
    """Findings in order, with the questions one asks of them.

    >>> found = Findings([Finding(code="GK201", severity="warning")])
    >>> found.worst, len(found.errors)
    (<Severity.WARNING: 'warning'>, 0)
    """

    __slots__ = ()

    @overload
    def __getitem__(self, key: SupportsIndex) -> Finding: ...
    @overload
    def __getitem__(self, key: slice) -> Findings: ...
    def __getitem__(self, key: SupportsIndex | slice) -> Finding | Findings:
        picked = super().__getitem__(key)
        return Findings(picked) if isinstance(picked, tuple) else picked

    @overload
    def __add__(self, other: tuple[Finding, ...]) -> Findings: ...
    @overload
    def __add__(self, other: tuple[T, ...]) -> tuple[Finding | T, ...]: ...
    def __add__(self, other: tuple[Any, ...]) -> tuple[Any, ...]:
        return Findings(super().__add__(other))

    def of(self, severity: Severity) -> Findings:
        """Those of one severity that nobody has accepted."""
        return Findings(f for f in self if f.severity is severity and not f.accepted)

    @property
    def errors(self) -> Findings:
        """The errors."""
        return self.of(Severity.ERROR)

    @property
    def warnings(self) -> Findings:
        """The warnings."""
        return self.of(Severity.WARNING)

    @property
    def notes(self) -> Findings:
        """The notes."""
        return self.of(Severity.NOTE)

    @property
    def worst(self) -> Severity | None:
        """The gravest severity not accepted, None when there is nothing."""
        open_ = [f.severity for f in self if not f.accepted]
        return max(open_, key=lambda s: s.rank, default=None)

    def at(self, path: str) -> Findings:
        """Those at *path* or below it."""
        return Findings(
            f for f in self if f.path == path or f.path.startswith((f"{path}.", f"{path}["))
        )

    def placed(self, places: Places) -> Findings:
        """The same, each with its place: its path's own, else that of the nearest node above."""
        return Findings(f if f.place else attrs.evolve(f, place=near(places, f.path)) for f in self)


def near(places: Places, path: str) -> Place | None:
    """Return the place of *path*, else of what it stands in."""
    for step in _upwards(path):
        if (place := places.get(step)) is not None:
            return place
    return None


def _upwards(path: str) -> Iterable[str]:
    yield path
    depth = 0
    for index in range(len(path) - 1, -1, -1):
        char = path[index]
        depth += (char == "]") - (char == "[")
        if depth == 0 and char in ".[":
            yield path[:index]
    if path:
        yield ""
