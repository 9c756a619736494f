"""What a form is: data. Sections hold items; items name model paths, label keys and kinds.

The document, the blank workbook, the required-field rule and the readers of hand-filled files all
walk this one description. Only typography is code.

Labels are looked up in the form's distribution, in the context of the form's id, by the ids here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum

from attrs import field, frozen

from grantkit.document import Orientation
from grantkit.forms.values import resolve, rows
from grantkit.model import FrozenMap, Report, ReportKind, Text, Written, as_map

__all__ = [
    "Breakdown",
    "Column",
    "Field",
    "FieldTable",
    "Form",
    "Item",
    "Kind",
    "Layout",
    "Note",
    "Repeat",
    "Required",
    "Section",
    "Signature",
    "Table",
    "Title",
]


class Kind(StrEnum):
    """What kind of value a field or column holds, and so how it is printed and read.

    A numbered title is a title in the template of the label ``task`` or ``activity``: the column's
    own id.
    """

    TEXT = "text"
    TEXTS = "texts"
    PLAIN = "plain"
    QUANTITY = "quantity"
    MONEY = "money"
    MONEY_IN_WORDS = "money-in-words"
    PERIOD = "period"
    DATE = "date"
    COUNT = "count"
    UNIT = "unit"
    EVIDENCE = "evidence"
    NARRATIVE = "narrative"
    ROW_NUMBER = "row-number"
    ROW_LABEL = "row-label"
    NUMBERED_TITLE = "numbered-title"
    PAGES = "pages"


class Layout(StrEnum):
    """Whether the value stands on the line of its label or below it."""

    INLINE = "inline"
    BLOCK = "block"


class Required(StrEnum):
    """When a field must be filled in."""

    NEVER = "never"
    ALWAYS = "always"
    FINAL = "final"
    INTERIM = "interim"

    def holds(self, kind: ReportKind) -> bool:
        """Whether a report of *kind* must have it."""
        return self is Required.ALWAYS or self.value == kind.value


@frozen(kw_only=True)
class Field:
    """A question of the form and where its answer stands in the model.

    Args:
        id: Of the field, unique in the form; also the key of its label.
        path: From the report, or inside a repeat or table row from that; several paths joined by
            ``+`` are printed one after the other.
        number: Printed before the label, as in the form.
        required: When it must be filled in.
        codes: The code list the answer is taken from, if any.
        labelled: Whether its label is printed; a lone field under a heading needs none.
    """

    id: str
    path: str = ""
    kind: Kind = Kind.TEXT
    number: str | None = None
    layout: Layout = Layout.INLINE
    required: Required = Required.NEVER
    codes: tuple[str, ...] = ()
    labelled: bool = True

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths, one by one."""
        return tuple(self.path.split("+")) if self.path else ()


@frozen(kw_only=True)
class Column:
    """A column of a table.

    Args:
        id: Unique in the table; its label's key is ``<table>.<column>``.
        path: From the node of the row, at the column's level.
        level: Which of the table's levels it belongs to; cells of an outer level are merged down.
        group: Columns side by side with one group share a heading over theirs.
        width: Share of the width, as a hint.
    """

    id: str
    path: str = ""
    kind: Kind = Kind.TEXT
    level: int = 0
    group: str | None = None
    width: int = 10
    required: Required = Required.NEVER

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths, one by one."""
        return tuple(self.path.split("+")) if self.path else ()


@frozen(kw_only=True)
class Table:
    """Rows of nodes. With several levels (tasks, activities, indicators) each has its own path.

    Args:
        levels: Paths, each from the node of the level before it.
        codes: Codes that have a row even when the report says nothing of them.
        titled: Whether the form prints a line before it (key: its id).
    """

    id: str
    levels: tuple[str, ...]
    columns: tuple[Column, ...]
    codes: tuple[str, ...] = ()
    titled: bool = False
    headed: bool = True


@frozen(kw_only=True)
class FieldTable:
    """Fields as rows of two cells, label and value."""

    id: str
    fields: tuple[Field, ...]
    titled: bool = False


@frozen(kw_only=True)
class Breakdown:
    """One row of head counts: the total and the categories of one axis.

    Args:
        path: Of a `Headcount`.
        axis: Id of the axis; its categories in the report, else ``codes``, make the columns.
    """

    id: str
    path: str
    axis: str
    codes: tuple[str, ...]
    number: str | None = None
    required: Required = Required.NEVER


@frozen(kw_only=True)
class Repeat:
    """Items repeated for each node at *path*, under a heading made from its label's template.

    The template may use ``{number}`` and ``{title}``.
    """

    id: str
    path: str
    items: tuple[Item, ...]
    level: int = 2


@frozen(kw_only=True)
class Title:
    """The title of the document."""

    id: str


@frozen(kw_only=True)
class Note:
    """Words of the form itself that ask nothing."""

    id: str


@frozen(kw_only=True)
class Signature:
    """Who signs, when, and where the seal goes."""

    id: str
    fields: tuple[Field, ...]
    seal: bool = False


Item = Field | FieldTable | Table | Breakdown | Repeat | Title | Note | Signature


@frozen(kw_only=True)
class Section:
    """A part of the form; with a heading unless ``headed`` is false.

    Args:
        number: Printed before the heading, as in the form.
        orientation: How its pages lie; a change starts a new page.
    """

    id: str
    items: tuple[Item, ...]
    number: str | None = None
    headed: bool = True
    orientation: Orientation = Orientation.PORTRAIT


@frozen(kw_only=True)
class Form:
    """An official form in one edition.

    Args:
        id: ``kz-grant-final``.
        edition: ``2022``.
        domain: The distribution whose catalogues have its labels.
        sections: In the form's order.
        since, until: First and last day in force; None: open.
        off: Codes of rules that do not apply to it.
        regrade: Severities that differ in it, by rule code.
        languages: Languages whose wording is official; labels in others are translations.
    """

    id: str
    edition: str
    domain: str
    sections: tuple[Section, ...]
    since: dt.date | None = None
    until: dt.date | None = None
    off: frozenset[str] = frozenset()
    regrade: FrozenMap[str, str] = field(factory=FrozenMap, converter=as_map)
    languages: tuple[str, ...] = ()

    def in_force(self, day: dt.date) -> bool:
        """Whether the edition was in force on *day*."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )

    def items(self) -> Iterator[Item]:
        """Yield every item, those inside repeats too."""
        stack: list[Item] = [item for section in self.sections for item in section.items]
        while stack:
            item = stack.pop(0)
            yield item
            if isinstance(item, Repeat):
                stack[:0] = item.items

    def missing(self, report: Report) -> Iterator[tuple[str, str]]:
        """Yield path and label key of each required field that *report* leaves empty.

        >>> from grantkit.forms.generic import FORM
        >>> from grantkit.model import Grant
        >>> next(FORM.missing(Report(id="r", language="en", grant=Grant(id="g"))))
        ('grant.title', 'title')
        """
        for item in self.items():
            if isinstance(item, Field | FieldTable | Signature):
                fields = (item,) if isinstance(item, Field) else item.fields
                for question in fields:
                    yield from _unanswered(question, report)
            elif isinstance(item, Table):
                yield from _empty_cells(item, report)


def _blank(value: object) -> bool:
    if isinstance(value, Written):
        return not value.reported
    return value is None or (isinstance(value, tuple | FrozenMap | Text) and not value)


def _unanswered(question: Field, report: Report) -> Iterator[tuple[str, str]]:
    if question.required.holds(report.kind) and all(
        _blank(resolve(report, path)) for path in question.paths
    ):
        yield question.paths[0], question.id


def _empty_cells(table: Table, report: Report) -> Iterator[tuple[str, str]]:
    needed = [c for c in table.columns if c.required.holds(report.kind)]
    for level in {column.level for column in needed}:
        for path, node in rows(report, table.levels[: level + 1]):
            for column in needed:
                if column.level == level and _blank(resolve(node, column.paths[0])):
                    yield f"{path}.{column.paths[0]}", f"{table.id}.{column.id}"
