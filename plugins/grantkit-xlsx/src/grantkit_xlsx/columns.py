"""Makers of columns: one for each kind of thing that a node of the report holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from grantkit.model import Comparator, Grant, Part, Written
from grantkit_xlsx.layout import Column, Fold, Kind, Row, Value
from grantkit_xlsx.wording import Wording

__all__ = ["TECHNICAL", "choice", "heading", "id_of", "money", "part", "period", "plain"]
__all__ += ["evidence", "quantity", "text", "unit"]


def heading(key: str) -> Callable[[Wording], str]:
    """A heading of the catalogue."""
    return lambda words: words.label(f"column.{key}")


def part(of: Callable[[Wording], str], name: str) -> Callable[[Wording], str]:
    """The heading of a part of another column: "Plan: unit"."""
    return lambda words: words.label(f"part.{name}", name=of(words))


def id_of(cls: type, key: str) -> Column:
    """The id of the node, or of the nearest one above that is a *cls*."""

    def value(row: Row, words: Wording) -> Value:  # noqa: ARG001 - all columns are asked alike
        return getattr(row.within(cls), "id", None)

    return Column(heading=heading(key), value=value, kind=Kind.ID, key=True)


def plain(
    name: str, kind: Kind = Kind.SHORT, fold: Fold = Fold.NEVER, key: str | None = None
) -> Column:
    """What stands in an attribute as it is: a code, a count, a day; several with commas."""

    def value(row: Row, words: Wording) -> Value:  # noqa: ARG001 - all columns are asked alike
        found: Any = getattr(row.node, name)
        return (", ".join(found) or None) if isinstance(found, tuple) else found

    title = heading(key or name.replace("_", "-"))
    return Column(heading=title, value=value, kind=kind, fold=fold, field=name)


def text(
    name: str, kind: Kind = Kind.LONG, fold: Fold = Fold.NEVER, key: str | None = None
) -> Column:
    """A text in the document's language."""

    def value(row: Row, words: Wording) -> Value:
        return words.text(getattr(row.node, name), row.at(name))

    title = heading(key or name.replace("_", "-"))
    return Column(heading=title, value=value, kind=kind, fold=fold, field=name)


def choice(name: str) -> Column:
    """One of a few codes, in words; folded away: it is nearly always the same."""

    def value(row: Row, words: Wording) -> Value:
        return words.code(name, getattr(row.node, name).value)

    return Column(heading=heading(name), value=value, fold=Fold.ALWAYS, field=name)


def unit(name: str) -> Column:
    """A unit's name."""

    def value(row: Row, words: Wording) -> Value:
        return words.unit(getattr(row.node, name))

    return Column(heading=heading(name), value=value, fold=Fold.EMPTY, field=name)


def evidence() -> Column:
    """What shows that something happened."""

    def value(row: Row, words: Wording) -> Value:
        return words.evidence(row.node.evidence, row.at("evidence"))

    return Column(
        heading=heading("evidence"), value=value, kind=Kind.NAME, fold=Fold.EMPTY, field="evidence"
    )


def _written(
    name: str,
    show: Callable[[Row, Wording], Value],
    parts: dict[str, tuple[Kind, Callable[[Row, Wording], Value]]],
    kind: Kind,
    fold: Fold = Fold.NEVER,
) -> list[Column]:
    """What a person wrote, and then its value in columns that can be computed with."""
    title = heading(name.replace("_", "-"))
    return [
        Column(heading=title, value=show, kind=kind, fold=fold, field=name),
        *(
            Column(heading=part(title, key), value=of, kind=kind, fold=Fold.EMPTY, field=name)
            for key, (kind, of) in parts.items()
        ),
    ]


def quantity(name: str, fold: Fold = Fold.NEVER) -> list[Column]:
    """A quantity as written; the number, where it is one, its unit, comparator and scope."""

    def cell(row: Row) -> Written[Any]:
        written: Written[Any] = getattr(row.node, name)
        return written

    def single(row: Row) -> Part | None:
        return known.single if (known := cell(row).known) else None

    def number(row: Row, _: Wording) -> Value:
        one = single(row)
        # A range or "4 of 5" is no one number: only the words and the unit are shown.
        if one is None or one.of is not None or one.comparator is Comparator.BETWEEN:
            return None
        return one.value

    def unit(row: Row, words: Wording) -> Value:
        one = single(row)
        return words.unit(one.unit or getattr(row.node, "unit", None)) if one else None

    def comparator(row: Row, words: Wording) -> Value:
        one = single(row)
        return words.code("comparator", one.comparator.value) if one else None

    def per(row: Row, words: Wording) -> Value:
        known = cell(row).known
        return words.unit(known.per) if known else None

    return _written(
        name,
        lambda row, words: words.quantity(cell(row), row.at(name)),
        {
            "value": (Kind.NUMBER, number),
            "unit": (Kind.SHORT, unit),
            "comparator": (Kind.SHORT, comparator),
            "per": (Kind.SHORT, per),
        },
        Kind.NAME,
        fold,
    )


def money(name: str) -> list[Column]:
    """An amount as written; in single units of the currency, and which currency."""

    def known(row: Row) -> Any:
        return getattr(row.node, name).known

    return _written(
        name,
        lambda row, words: words.money(getattr(row.node, name), row.at(name)),
        {
            "amount": (Kind.NUMBER, lambda row, _: known(row) and known(row).total),
            "currency": (Kind.SHORT, lambda row, _: known(row) and known(row).currency),
        },
        Kind.SHORT,
    )


def period(name: str) -> list[Column]:
    """Days or months as written; the first day and the last."""

    def known(row: Row) -> Any:
        return getattr(row.node, name).known

    return _written(
        name,
        lambda row, words: words.period(getattr(row.node, name), row.at(name)),
        {
            "first": (Kind.DATE, lambda row, _: known(row) and known(row).first_day),
            "last": (Kind.DATE, lambda row, _: known(row) and known(row).last_day),
        },
        Kind.SHORT,
    )


#: The last columns of every sheet: which grant, and where in it; folded away.
TECHNICAL = (
    Column(
        heading=heading("grant"),
        value=lambda row, _: getattr(row.within(Grant), "id", None),
        kind=Kind.ID,
        fold=Fold.ALWAYS,
        key=True,
    ),
    Column(
        heading=heading("path"),
        value=lambda row, _: row.path,
        kind=Kind.NAME,
        fold=Fold.ALWAYS,
        key=True,
    ),
)
