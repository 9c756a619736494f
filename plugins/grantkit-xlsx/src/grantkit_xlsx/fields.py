"""The first sheet: the cover, the narrative and the signature, one field a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any

from attrs import frozen

from grantkit.model import FrozenMap, Money, Period, Report, Text, Visit, Written
from grantkit_xlsx.columns import heading
from grantkit_xlsx.layout import Column, Kind, Row, Value
from grantkit_xlsx.wording import Wording

__all__ = ["field_rows", "label_column", "value_column"]

#: Paths in the order of the form: the cover, the grant, the narrative, who signs, what it is.
FIELDS = (
    "grant.grantee.name",
    "grant.grantee.head.name",
    "grant.grantee.head.role",
    "grant.grantee.address",
    "grant.grantee.phone",
    "grant.grantee.email",
    "grant.grantee.link",
    "grant.title",
    "grant.period",
    "grant.amount",
    "grant.funder.name",
    "grant.contract.number",
    "grant.contract.signed",
    "grant.regions",
    "grant.theme",
    "grant.goal",
    "grant.achieved",
    "grant.deviation",
    "narrative",
    "signature.position",
    "signature.name",
    "signature.signed",
    "kind",
    "as_of",
    "language",
    "form",
    "edition",
    "id",
    "grant.id",
)


@frozen
class Line:
    """A label and a value."""

    label: str
    value: Value


label_column = Column(
    heading=heading("field"), value=lambda row, _: row.node.label, kind=Kind.LABEL, key=True
)
value_column = Column(
    heading=heading("answer"), value=lambda row, _: row.node.value, kind=Kind.FIELD
)


def field_rows(visits: Sequence[Visit], words: Wording) -> Iterator[Row]:
    """Yield every field, filled in or not; what is written also as values to compute with."""
    report: Report = visits[0].node
    above = (report, report.grant)
    for path in FIELDS:
        node: Any = report
        for step in path.split("."):
            node = getattr(node, step, None)
        name = path if path == "narrative" else words.label(f"field.{path}")
        for where, label, value in _lines(path, name, node, words):
            yield Row(where, Line(label, value), above)


def _lines(path: str, name: str, node: Any, words: Wording) -> Iterator[tuple[str, str, Value]]:
    if isinstance(node, Written) and path == "grant.period":
        period: Period | None = node.known
        yield path, name, words.period(node, path)
        yield path, words.label("part.first", name=name), period.first_day if period else None
        yield path, words.label("part.last", name=name), period.last_day if period else None
    elif isinstance(node, Written):
        money: Money | None = node.known
        yield path, name, words.money(node, path)
        yield path, words.label("part.amount", name=name), money.total if money else None
        yield path, words.label("part.currency", name=name), money.currency if money else None
    elif path == "grant.achieved":
        for number, text in enumerate(node, 1):
            label = words.label("part.numbered", name=name, number=number)
            where = f"{path}[{number}]"
            yield where, label, words.text(text, where)
    elif isinstance(node, FrozenMap) and not isinstance(node, Text):
        for key, text in node.items():
            where = f"{path}[{key}]"
            yield where, words.code("narrative", key), words.text(text, where)
    else:
        yield path, name, _value(path, node, words)


def _value(path: str, node: Any, words: Wording) -> Value:
    if isinstance(node, Text):
        return words.text(node, path)
    if isinstance(node, StrEnum):
        return words.code(path, node.value)
    if isinstance(node, tuple):
        return ", ".join(node) or None
    value: Value = node
    return value
