"""Totals on the command line: as JSON-ready values, and as tables."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

import attrs
import click

from grantkit.cli.output import Teller, table
from grantkit.measures.achieved import AchievedCounts
from grantkit.measures.api import Group, Summary, Total
from grantkit.model import FrozenMap

__all__ = ["plain", "print_summary"]


def plain(value: Any) -> Any:
    """Return values of measures as JSON-ready ones; numbers as exact strings."""
    if attrs.has(type(value)):
        fields = {a.name: plain(getattr(value, a.name)) for a in attrs.fields(type(value))}
        return {name: inner for name, inner in fields.items() if inner not in (None, [], {})}
    if isinstance(value, FrozenMap | dict):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [plain(inner) for inner in value]
    if isinstance(value, Decimal | Fraction | StrEnum):
        return str(value)
    return value


def print_summary(teller: Teller, summary: Summary) -> None:
    """Print the totals of all and of each group, and the reports left out."""
    _group(teller, summary.total, teller.say("totals.all"))
    for group in summary.groups:
        _group(teller, group, group.key or "–")
    for left in summary.left_out:
        reason = teller.say(f"left-out.{left.reason}")
        teller.note("left-out", report=left.report, grant=left.grant, reason=reason)


def _group(teller: Teller, group: Group, title: str) -> None:
    click.echo(teller.say("totals.group", title=title, grants=group.grants))
    for measure, result in group.results.items():
        if isinstance(result, AchievedCounts):
            click.echo("  " + teller.say("totals.achieved", **_counts(result)))
        elif isinstance(result, tuple):
            click.echo(f"  {teller.say(f'result.{measure}')}")
            table(_lines(teller, result))
        else:
            click.echo(f"  {measure}: {json.dumps(plain(result), ensure_ascii=False)}")
    click.echo()


def _counts(result: AchievedCounts) -> dict[str, int]:
    names = ("met", "exceeded", "not_met", "unknown")
    return {name: getattr(result, name) for name in names}


def _lines(teller: Teller, totals: tuple[Any, ...]) -> Iterator[tuple[object, ...]]:
    for total in totals:
        if isinstance(total, Total):
            unit = str(total.unit) if total.unit else ""
            excluded = ", ".join(
                f"{teller.say(f'reason.{reason}')}: {n}" for reason, n in total.excluded.items()
            )
            value = "–" if total.value is None else str(total.value)
            yield ("    " + (total.code or total.name or "–"), value, unit, total.count, excluded)
