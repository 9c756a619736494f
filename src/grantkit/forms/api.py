"""What a form is: data. Sections hold items; items name model paths, label keys and kinds.

The composer, the report to fill in and the rule on required fields all walk this one description.
Only typography is code.

Labels are looked up in the form's distribution, in the context of the form's id, by the ids here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum

from attrs import field, frozen

from grantkit.document import Orientation
from grantkit.errors import InvalidValue
from grantkit.forms.values import resolve, rows, under
from grantkit.model import FrozenMap, Report, ReportKind, Text, Written, as_map, as_tuple

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
    kind: Kind = field(default=Kind.TEXT, converter=Kind)
    number: str | None = None
    layout: Layout = field(default=Layout.INLINE, converter=Layout)
    required: Required = field(default=Required.NEVER, converter=Required)
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
    kind: Kind = field(default=Kind.TEXT, converter=Kind)
    level: int = 0
    group: str | None = None
    width: int = 10
    required: Required = field(default=Required.NEVER, converter=Required)

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
    levels: tuple[str, ...] = field(converter=as_tuple)
    columns: tuple[Column, ...] = field(converter=as_tuple)
    codes: tuple[str, ...] = field(default=(), converter=as_tuple)
    titled: bool = False
    headed: bool = True

    def __attrs_post_init__(self) -> None:
        if not self.columns or not self.levels:
            msg = f"table {self.id} needs a column and a level"
            raise InvalidValue(msg)


@frozen(kw_only=True)
class FieldTable:
    """Fields as rows of two cells, label and value."""

    id: str
    fields: tuple[Field, ...] = field(converter=as_tuple)
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
    required: Required = field(default=Required.NEVER, converter=Required)


@frozen(kw_only=True)
class Repeat:
    """Items repeated for each node at *path*, under a heading made from its label's template.

    The template may use ``{number}`` and ``{title}``.
    """

    id: str
    path: str
    items: tuple[Item, ...] = field(converter=as_tuple)
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
    fields: tuple[Field, ...] = field(converter=as_tuple)
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
    items: tuple[Item, ...] = field(converter=as_tuple)
    number: str | None = None
    headed: bool = True
    orientation: Orientation = field(default=Orientation.PORTRAIT, converter=Orientation)


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
        languages: Languages the form was seen in; labels in others are our translations, and a
            test holds that the catalogues mark them so.
    """

    id: str
    edition: str
    domain: str
    sections: tuple[Section, ...] = field(converter=as_tuple)
    since: dt.date | None = None
    until: dt.date | None = None
    off: frozenset[str] = field(default=frozenset(), converter=frozenset)
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

    def codes(self) -> tuple[str, ...]:
        """The codes of the rows that its tables always have."""
        return tuple(c for item in self.items() if isinstance(item, Table) for c in item.codes)

    def missing(self, report: Report) -> Iterator[tuple[str, str]]:
        """Yield path and label key of each required field that *report* leaves empty.

        >>> from grantkit.forms.generic import FORM
        >>> from grantkit.model import Grant
        >>> next(FORM.missing(Report(id="r", language="en", grant=Grant(id="g"))))
        ('grant.title', 'title')
        """
        for section in self.sections:
            yield from _missing(section.items, report.kind, report, "")


def _missing(
    items: tuple[Item, ...], kind: ReportKind, node: object, path: str
) -> Iterator[tuple[str, str]]:
    """Walk the items as the composer does; those of a repeat start from each of its nodes."""
    for item in items:
        if isinstance(item, Field | FieldTable | Signature):
            for question in (item,) if isinstance(item, Field) else item.fields:
                yield from _unanswered(question, kind, node, path)
        elif isinstance(item, Table):
            yield from _empty_cells(item, kind, node, path)
        elif isinstance(item, Breakdown):
            if item.required.holds(kind) and _blank(resolve(node, item.path)):
                yield under(path, item.path), item.id
        elif isinstance(item, Repeat):
            for where, child in rows(node, (item.path,), path):
                yield from _missing(item.items, kind, child, where)


def _blank(value: object) -> bool:
    if isinstance(value, Written):
        return not value.reported
    return value is None or (isinstance(value, tuple | FrozenMap | Text) and not value)


def _unanswered(
    question: Field, kind: ReportKind, node: object, path: str
) -> Iterator[tuple[str, str]]:
    if question.required.holds(kind) and all(
        _blank(resolve(node, step)) for step in question.paths
    ):
        yield under(path, question.paths[0]), question.id


def _empty_cells(
    table: Table, kind: ReportKind, node: object, path: str
) -> Iterator[tuple[str, str]]:
    needed = [c for c in table.columns if c.required.holds(kind)]
    for level in {column.level for column in needed}:
        for where, row in rows(node, table.levels[: level + 1], path):
            for column in needed:
                if column.level == level and _blank(resolve(row, column.paths[0])):
                    yield f"{where}.{column.paths[0]}", f"{table.id}.{column.id}"
