"""What must add up in a head count: every constraint follows from the coordinates of its cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from attrs import frozen

from grantkit.model import Comparator, FrozenMap, Headcount

__all__ = ["Repair", "Sum", "repair", "sums", "whole"]

Where = FrozenMap[str, str]
_NOWHERE: Where = FrozenMap()


@frozen
class Sum:
    """Cells along one axis, and the margin they are parts of.

    Args:
        axis: The axis along which they lie.
        at: Coordinates of the margin; empty for the total.
        margin: The count given there.
        parts: Code and count of each part that is known.
        complete: Whether the parts are all there is, so that they must equal the margin;
            otherwise they can only not exceed it.
        overlapping: Whether a person may stand in several parts, so that only the largest counts.
    """

    axis: str
    at: Where
    margin: int
    parts: tuple[tuple[str, int], ...]
    complete: bool
    overlapping: bool

    @property
    def sum(self) -> int:
        """What the parts come to: added up, or, where they overlap, the largest."""
        values = [value for _, value in self.parts]
        return max(values) if self.overlapping else sum(values)

    @property
    def difference(self) -> int:
        """How much the parts come to more than the margin."""
        return self.sum - self.margin

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong with it."""
        return self.difference == 0 or (not self.complete and self.difference < 0)

    @property
    def cells(self) -> Iterator[tuple[Where, int]]:
        """Each place whose count takes part, and by how much a wrong one would be too high."""
        yield self.at, -self.difference
        if not self.overlapping:
            for code, _ in self.parts:
                yield FrozenMap({**self.at, self.axis: code}), self.difference


def sums(headcount: Headcount) -> Iterator[Sum]:
    """Yield everything that must add up in *headcount*, whether it does or not.

    >>> from grantkit.model import Axis, Category, HeadcountCell
    >>> sexes = Axis("sex", (Category("male"), Category("female")))
    >>> cells = [HeadcountCell({"sex": "male"}, 8), HeadcountCell({"sex": "female"}, 11)]
    >>> [s.difference for s in sums(Headcount(20, axes=[sexes], cells=cells))]
    [-1]
    """
    known: dict[Where, int] = {cell.at: cell.value for cell in headcount.cells}
    if headcount.total is not None and headcount.comparator is Comparator.EXACTLY:
        known[_NOWHERE] = headcount.total
    axes = {axis.id: axis for axis in headcount.axes}
    parents = {a.id: {c.code: c.parent for c in a.codes} for a in headcount.axes}
    groups: dict[tuple[str, Where], list[tuple[str, int]]] = defaultdict(list)
    for cell in headcount.cells:
        for axis, code in cell.at.items():
            rest = {k: v for k, v in cell.at.items() if k != axis}
            parent = parents[axis][code]
            above = FrozenMap(rest if parent is None else {**rest, axis: parent})
            groups[axis, above].append((code, cell.value))
    for (axis, above), parts in groups.items():
        if above in known:
            top = [code for code, parent in parents[axis].items() if parent is None]
            exclusive = axes[axis].exclusive
            whole_axis = exclusive and axis not in above and len(parts) == len(top)
            yield Sum(axis, above, known[above], tuple(parts), whole_axis, not exclusive)


def whole(headcount: Headcount) -> int | None:
    """Return the number of people: the exact total, else what a complete axis adds up to.

    >>> whole(Headcount(20))
    20
    """
    if headcount.total is not None:
        return headcount.total if headcount.comparator is Comparator.EXACTLY else None
    for axis in headcount.axes:
        top = [category.code for category in axis.codes if category.parent is None]
        values = [headcount.cell(**{axis.id: code}) for code in top]
        if axis.exclusive and values and None not in values:
            return sum(value for value in values if value is not None)
    return None


@frozen
class Repair:
    """The one count whose change would make every sum hold."""

    at: Where
    value: int
    instead: int


def repair(headcount: Headcount, found: Iterable[Sum] | None = None) -> Repair | None:
    """Return the one cell that would repair all broken sums at once, if there is just one.

    It needs two broken sums at least: in a single one every part could be the wrong one.
    """
    every = list(sums(headcount) if found is None else found)
    broken = [s for s in every if not s.holds]
    if len(broken) < 2:  # noqa: PLR2004 - the least at which cells can meet
        return None
    first, *others = (dict(s.cells) for s in broken)
    values = {cell.at: cell.value for cell in headcount.cells}
    if headcount.total is not None:
        values[_NOWHERE] = headcount.total
    candidates = [
        Repair(_in_order(at, headcount), values[at], values[at] - excess)
        for at, excess in first.items()
        if all(other.get(at) == excess for other in others) and values[at] >= excess
    ]
    candidates = [c for c in candidates if _harmless(c, every, broken)]
    return candidates[0] if len(candidates) == 1 else None


def _in_order(at: Where, headcount: Headcount) -> Where:
    return FrozenMap({axis.id: at[axis.id] for axis in headcount.axes if axis.id in at})


def _harmless(change: Repair, every: list[Sum], broken: list[Sum]) -> bool:
    """Whether the sums that hold would still hold."""
    return not any(change.at in dict(s.cells) and s.complete for s in every if s not in broken)
