"""From a form's tables to tables of the document: headings of one or two rows, merged cells."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from attrs import frozen

from grantkit.document import Align, Block, Cell, Emphasis, Paragraph, Row, Run
from grantkit.document import Column as Width
from grantkit.document import Table as Grid
from grantkit.forms.api import Breakdown, Column, FieldTable, Kind, Table
from grantkit.forms.printing import Printer, joined
from grantkit.forms.values import resolve, rows, under
from grantkit.model import Headcount

__all__ = ["breakdown", "field_table", "table"]

_CENTERED = frozenset((Kind.QUANTITY, Kind.COUNT, Kind.MONEY, Kind.UNIT, Kind.ROW_NUMBER))


@frozen
class _Node:
    """A node of a row tree: its path, itself, and the rows inside it."""

    path: str
    value: Any
    below: tuple[_Node, ...]

    @property
    def height(self) -> int:
        return sum(node.height for node in self.below) or 1


def table(form_table: Table, printer: Printer, node: object, path: str) -> Grid:
    """Print a table of what *node* holds; with nothing it keeps one blank row, as on paper."""
    tree = _tree(node, form_table.levels, path)
    if form_table.codes:
        tree = _with_codes(tree, form_table.codes)
    body = list(_body(form_table, tree, printer))
    if not body:
        body = [Row(tuple(Cell((Paragraph(),)) for _ in form_table.columns))]
    return Grid(
        columns=tuple(Width(column.width) for column in form_table.columns),
        head=_head(form_table, printer) if form_table.headed else (),
        body=tuple(body),
        title=printer.words(form_table.id)[0],
    )


def _tree(node: Any, levels: tuple[str, ...], path: str) -> tuple[_Node, ...]:
    if not levels:
        return ()
    return tuple(
        _Node(where, child, _tree(child, levels[1:], where))
        for where, child in rows(node, levels[:1], path)
    )


def _with_codes(tree: tuple[_Node, ...], codes: tuple[str, ...]) -> tuple[_Node, ...]:
    """Put the rows of the code list first, in its order, blank where nobody reported."""
    listed: list[_Node] = []
    for code in codes:
        reported = [node for node in tree if node.value.code == code]
        listed += reported or [_Node(code, None, ())]
    return (*listed, *(node for node in tree if node.value.code not in codes))


def _head(form_table: Table, printer: Printer) -> tuple[Row, ...]:
    columns = form_table.columns
    grouped = any(column.group for column in columns)
    upper, lower = [], []
    for index, column in enumerate(columns):
        label = _heading(printer, f"{form_table.id}.{column.id}")
        if column.group is None:
            upper.append(Cell(label, rows=2 if grouped else 1, header=True, align=Align.CENTER))
            continue
        lower.append(Cell(label, header=True, align=Align.CENTER))
        if index == 0 or columns[index - 1].group != column.group:
            width = sum(1 for other in columns if other.group == column.group)
            over = _heading(printer, f"{form_table.id}.{column.group}")
            upper.append(Cell(over, columns=width, header=True, align=Align.CENTER))
    return (Row(tuple(upper)), Row(tuple(lower))) if grouped else (Row(tuple(upper)),)


def _heading(printer: Printer, key: str) -> tuple[Block, ...]:
    words, language = printer.words(key)
    other = None if language == printer.locale.tag else language
    return (Paragraph((Run(words, language=other),)),)


def _category(printer: Printer, axis: str, code: str) -> tuple[Block, ...]:
    """Name a category as the form does; one the form does not know is named by its code."""
    key = f"{axis}.{code}"
    return (Paragraph(code),) if printer.words(key)[0] == key else _heading(printer, key)


def _body(form_table: Table, tree: tuple[_Node, ...], printer: Printer) -> Iterator[Row]:
    depth = len(form_table.levels)
    for number, node in enumerate(tree, 1):
        yield from _rows(form_table, ((number, node),), depth, printer)


def _rows(
    form_table: Table,
    line: tuple[tuple[int, _Node], ...],
    depth: int,
    printer: Printer,
    *,
    fresh: int = 0,
) -> Iterator[Row]:
    """Yield the rows of the last node of *line*; levels before *fresh* are already on the page."""
    _, node = line[-1]
    if len(line) < depth and node.below:
        for number, below in enumerate(node.below, 1):
            start = fresh if number == 1 else len(line)
            deeper = (*line, (number, below))
            yield from _rows(form_table, deeper, depth, printer, fresh=start)
        return
    cells = []
    for column in form_table.columns:
        if column.level < fresh:
            continue
        if column.level >= len(line):
            cells.append(Cell((Paragraph(),)))
            continue
        number, owner = line[column.level]
        blocks = _cell(form_table, column, owner, number, printer)
        align = Align.CENTER if column.kind in _CENTERED else None
        cells.append(Cell(blocks, rows=owner.height, align=align))
    yield Row(tuple(cells))


def _cell(
    form_table: Table, column: Column, node: _Node, number: int, printer: Printer
) -> tuple[Block, ...]:
    if column.kind is Kind.ROW_NUMBER:
        return (Paragraph(f"{number}."),)
    if column.kind is Kind.NUMBERED_TITLE:
        return (Paragraph(printer.title(column.id, node.value, node.path, number)),)
    code = getattr(node.value, "code", None) or (node.path if node.value is None else None)
    listed = code if code in form_table.codes else None
    if column.kind in (Kind.ROW_LABEL, Kind.UNIT) and listed:
        suffix = "" if column.kind is Kind.ROW_LABEL else ".unit"
        return _heading(printer, f"{form_table.id}.{listed}{suffix}")
    if node.value is None:
        return (Paragraph(),)
    if len(column.paths) == 1:
        value = resolve(node.value, column.path)
        return printer.blocks(value, column.kind, f"{node.path}.{column.path}")
    pieces = [
        printer.inlines(resolve(node.value, path), column.kind, f"{node.path}.{path}")
        for path in column.paths
    ]
    return (Paragraph(joined(pieces, ", ")),)


def field_table(item: FieldTable, printer: Printer, node: object, path: str) -> Grid:
    """Print fields as rows of a label and a value."""
    body = []
    for question in item.fields:
        label = printer.words(question.id)[0]
        value = resolve(node, question.path)
        body.append(
            Row(
                (
                    Cell((Paragraph((Run(label, emphasis=Emphasis.STRONG),)),), header=True),
                    Cell(printer.blocks(value, question.kind, under(path, question.path))),
                )
            )
        )
    return Grid((Width(25), Width(75)), (), tuple(body), printer.words(item.id)[0])


def breakdown(item: Breakdown, printer: Printer, node: object, path: str) -> Grid:
    """Print the total and the categories of one axis in one row."""
    count = resolve(node, item.path)
    axis = count.axis(item.axis) if isinstance(count, Headcount) else None
    codes = tuple(category.code for category in axis.codes) if axis else item.codes
    labels = [_heading(printer, f"{item.id}.total")]
    labels += [_category(printer, item.axis, code) for code in codes]
    values: list[int | Decimal | None] = [None] * len(labels)
    if isinstance(count, Headcount) and axis is not None:
        values = [count.total, *(count.cell(**{item.axis: code}) for code in codes)]
    body = tuple(
        Cell(printer.blocks(value, Kind.COUNT, under(path, item.path)), align=Align.CENTER)
        for value in values
    )
    return Grid(
        columns=(Width(14), *(Width(10) for _ in codes)),
        head=(Row(tuple(Cell(label, header=True, align=Align.CENTER) for label in labels)),),
        body=(Row(body),),
        title=printer.words(item.id)[0],
    )
