r"""What a row is, and how to add one: a module in `benchmarks.rows` with functions like these.

    @way("regular expressions")
    def patterns(size: int) -> Work:
        import re  # all that is imported or built here is not timed
        find, cells = re.compile(r"\d+").search, some_cells(size)
        return lambda: [find(cell) for cell in cells]

    @row("quantities", "cells", sizes=[100, 10_000], peers=[patterns])
    def quantities(size: int) -> Work:
        '''Find the values of cells.'''
        ...

A way is prepared and measured in a process of its own, several times, in turn with the others of
its row. Peers are imported inside their functions: one that is not installed is left out and named.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from attrs import field, frozen

__all__ = ["Command", "Make", "Row", "Way", "Work", "find", "row", "rows", "way"]

Role = Literal["grantkit", "peer", "floor"]
Collector = Literal["on", "off"]


@frozen
class Command:
    """A program to be started afresh each time; its own and its children's time is counted."""

    arguments: tuple[str, ...]


#: What is measured. What it returns is let go of within the time measured.
Work = Callable[[], object] | Command
#: Prepares the work for a size, imports included.
Make = Callable[[int], Work]


@frozen
class Way:
    """One way to do a row's work."""

    name: str
    make: Make
    role: Role = "peer"


@frozen(kw_only=True)
class Row:
    """One comparison: the same work for several sizes, done in several ways."""

    name: str
    unit: str
    about: str
    sizes: tuple[int, ...]
    ways: Mapping[str, Way]
    collector: tuple[Collector, ...] = ("on",)
    memory: bool = False
    notes: str = field(default="")


_known: dict[str, Row] = {}


def way(name: str) -> Callable[[Make], Way]:
    """Name a peer's function; without this its own name is taken."""
    return lambda make: Way(name, make)


def _named(make: Make | Way) -> Way:
    return make if isinstance(make, Way) else Way(make.__name__.replace("_", " "), make)


def row(
    name: str,
    unit: str = "",
    *,
    sizes: Sequence[int] = (1,),
    peers: Iterable[Make | Way] = (),
    floor: Make | Way | None = None,
    collector: Sequence[Collector] = ("on",),
    memory: bool = False,
) -> Callable[[Make], Make]:
    """Register a row; the function is grantkit's own way, the first line of its docstring is shown.

    Args:
        name: What it is chosen by, such as ``json-load``.
        unit: What a size counts.
        sizes: Each is measured; the first must be the smallest.
        peers: Other libraries' ways.
        floor: The least the work can cost.
        collector: With the garbage collector on, off, or first one and then the other.
        memory: Whether memory matters here, so that the table shows it.

    Raises:
        ValueError: The name, or the name of a way, is taken.
    """

    def register(make: Make) -> Make:
        ways = [Way("grantkit", make, "grantkit"), *map(_named, peers)]
        if floor is not None:
            least = _named(floor)
            ways.append(Way(least.name, least.make, "floor"))
        by_name = {each.name: each for each in ways}
        if name in _known or len(by_name) != len(ways):
            msg = f"the row {name!r}, or one of its ways, is there already"
            raise ValueError(msg)
        lines = (make.__doc__ or "").strip().partition("\n")
        _known[name] = Row(
            name=name,
            unit=unit,
            about=lines[0],
            notes=" ".join(lines[2].split()),
            sizes=tuple(sizes),
            ways=by_name,
            collector=tuple(collector),
            memory=memory,
        )
        return make

    return register


def rows() -> Mapping[str, Row]:
    """Return all rows, by name, in the order of their modules."""
    from benchmarks import rows as package

    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)
    return _known


def find(names: Iterable[str]) -> list[Row]:
    """Return the rows whose names start with one of *names*; all for none.

    Raises:
        LookupError: No row's name starts so.
    """
    known, chosen = rows(), {}
    for name in tuple(names) or ("",):
        fits = [row for row in known.values() if row.name.startswith(name)]
        if not fits:
            msg = f"no row's name starts with {name!r}; there are: {', '.join(known)}"
            raise LookupError(msg)
        chosen.update({row.name: row for row in fits})
    return list(chosen.values())
