"""What a sheet is: rows from the report, and columns that each know their heading and value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

from attrs import frozen

from grantkit.model import Visit
from grantkit_xlsx.wording import Wording

__all__ = ["MAX_CELL", "Column", "Fold", "Kind", "Row", "Sheet", "Value"]

#: What a cell can hold, in the UTF-16 units that Excel counts.
MAX_CELL = 32_767

#: A cell is text, a number, a day or empty; never a formula, never an error.
Value = str | int | Decimal | dt.date | None

N = TypeVar("N")


class Kind(Enum):
    """What a column is for: its least and its greatest width, in digits."""

    ID = (7, 14)
    SHORT = (10, 22)
    NAME = (14, 40)
    LONG = (16, 60)
    NUMBER = (9, 20)
    DATE = (12, 14)
    LABEL = (24, 44)
    FIELD = (40, 96)


class Fold(Enum):
    """When a column is folded away."""

    NEVER = "never"
    EMPTY = "empty"
    ALWAYS = "always"


@frozen
class Row:
    """One row: a node of the report, where it is, and what it stands in (outermost first)."""

    path: str
    node: Any
    above: tuple[Any, ...] = ()

    def at(self, name: str) -> str:
        """The path of an attribute of the node."""
        return f"{self.path}.{name}"

    def within(self, cls: type[N]) -> N | None:
        """The node itself or the nearest above it that is a *cls*."""
        return next((n for n in (self.node, *reversed(self.above)) if isinstance(n, cls)), None)


@frozen(kw_only=True)
class Column:
    """One column.

    Args:
        heading: Its words.
        value: What stands in it.
        field: Name of the attribute it shows, for the paths of findings.
        key: Whether it is repeated where a long text takes several rows.
    """

    heading: Callable[[Wording], str]
    value: Callable[[Row, Wording], Value]
    kind: Kind = Kind.SHORT
    fold: Fold = Fold.NEVER
    field: str = ""
    key: bool = False


@frozen(kw_only=True)
class Sheet:
    """One worksheet.

    Args:
        rows: From the walk over the report, the report first, to the rows.
        columns: From the same walk to the columns: people's depend on the axes that are used.
        frozen: How many columns stay in view.
        always: Whether the sheet is there without rows.
        longest: Texts beyond this many UTF-16 units go on in numbered rows.
        filtered: Whether the headings carry filters.
    """

    id: str
    rows: Callable[[Sequence[Visit], Wording], Iterable[Row]]
    columns: Callable[[Sequence[Visit]], Sequence[Column]]
    frozen: int = 1
    always: bool = True
    longest: int = MAX_CELL
    filtered: bool = True
