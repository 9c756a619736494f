"""People counted: a total, axes of breakdown, and cells by coordinates.

Every sum constraint ("of which", the margins of a crossed table) follows from the coordinates.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from grantkit.errors import InvalidValue
from grantkit.model.fields import Word, each
from grantkit.model.frozen import FrozenMap, as_map, as_tuple
from grantkit.model.quantity import Comparator
from grantkit.model.text import check_id

__all__ = ["Axis", "Category", "Counts", "Headcount", "HeadcountCell"]


class Counts(Word):
    """What one of the count is."""

    UNIQUE = "unique"
    CONTACTS = "contacts"
    UNKNOWN = "unknown"


def _parent(code: str | None) -> str | None:
    return code if code is None else check_id(code)


@frozen
class Category:
    """One value of an axis; with a parent it is counted inside it ("of which")."""

    code: str = field(converter=check_id)
    parent: str | None = field(default=None, converter=_parent)


@frozen
class Axis:
    """A way to break people down.

    Args:
        id: ``sex``, ``age``, ``category``, ``district`` …
        exclusive: Whether each person stands in one category only, so that the cells add up.
        codes: The categories; a parent stands before its children.

    Raises:
        InvalidValue: A code stands twice, or a parent is not there before its child.
    """

    id: str = field(converter=check_id)
    codes: tuple[Category, ...] = field(converter=as_tuple)
    exclusive: bool = True

    def __attrs_post_init__(self) -> None:
        if type(self.exclusive) is not bool:
            msg = f"axis {self.id}: exclusive is True or False, not {self.exclusive!r:.40}"
            raise InvalidValue(msg)
        seen: set[str] = set()
        for category in each(self.codes, Category):
            if category.code in seen or (category.parent and category.parent not in seen):
                msg = f"axis {self.id}: {category.code!r} stands twice or before its parent"
                raise InvalidValue(msg)
            seen.add(category.code)


def _count(value: int) -> int:
    if type(value) is not int or not 0 <= value < 10**12:
        msg = f"a count of people is a whole number from 0, not {value!r:.40}"
        raise InvalidValue(msg)
    return value


def _at(places: Mapping[str, str] | Iterable[tuple[str, str]]) -> FrozenMap[str, str]:
    at = as_map(places)
    for axis, code in at.items():
        if type(axis) is not str or type(code) is not str:
            msg = f"coordinates are codes by axis, not {axis!r:.40}: {code!r:.40}"
            raise InvalidValue(msg)
    return at


@frozen
class HeadcountCell:
    """How many people stand at some coordinates; a subset of the axes makes it a margin."""

    at: FrozenMap[str, str] = field(converter=_at)
    value: int = field(converter=_count)


@frozen
class Headcount:
    """People counted once, with whatever breakdown is known.

    Args:
        total: Whole number of people, or None when only cells are known.
        comparator: How the total bounds the true number ("more than 100 came").
        counts: Persons once each, attendances, or not known which.
        axes: The axes the cells use.
        cells: Sparse; what is not there is unknown, not zero.

    Raises:
        InvalidValue: A cell uses an axis or code that is not declared, or stands twice.

    >>> sexes = Axis("sex", (Category("male"), Category("female")))
    >>> Headcount(20, axes=[sexes], cells=[HeadcountCell({"sex": "male"}, 8)]).cell(sex="male")
    8
    """

    total: int | None = field(default=None)
    comparator: Comparator = field(default=Comparator.EXACTLY, converter=Comparator)
    counts: Counts = field(default=Counts.UNKNOWN, converter=Counts)
    axes: tuple[Axis, ...] = field(default=(), converter=as_tuple)
    cells: tuple[HeadcountCell, ...] = field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        if self.total is not None:
            _count(self.total)
        if self.comparator is Comparator.BETWEEN:
            msg = "a headcount has one total, not a range"
            raise InvalidValue(msg)
        axes = each(self.axes, Axis)
        known = {axis.id: {category.code for category in axis.codes} for axis in axes}
        if len(known) != len(self.axes):
            msg = "an axis stands twice"
            raise InvalidValue(msg)
        seen = set()
        for cell in each(self.cells, HeadcountCell):
            where = dict(cell.at)
            if not where or cell.at in seen:
                msg = f"a cell stands twice or nowhere: {where}"
                raise InvalidValue(msg)
            seen.add(cell.at)
            for axis, code in where.items():
                if code not in known.get(axis, ()):
                    msg = f"a cell stands at {axis}:{code}, which is not declared"
                    raise InvalidValue(msg)

    def cell(self, **at: str) -> int | None:
        """The count at exactly these coordinates, None where nobody gave one."""
        where = FrozenMap(at)
        return next((cell.value for cell in self.cells if cell.at == where), None)

    def axis(self, id: str) -> Axis | None:
        """The axis of this id, if there is one."""
        return next((axis for axis in self.axes if axis.id == id), None)
