"""Measures over many reports, whole and by group; each grant counts once."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Self

from attrs import field, frozen, mutable

from grantkit.errors import InvalidValue
from grantkit.measures.api import Group, LeftOut, Measure, Subject, Summary
from grantkit.model import (
    Activity,
    FrozenMap,
    Grant,
    Report,
    ReportKind,
    Task,
    Text,
    children,
    replace,
)

__all__ = ["By", "Portfolio", "aggregate"]

#: Attribute of the grant or report (``theme``), a part (``grant``, ``task``, ``activity``), or a
#: function that names the group of a report.
By = str | Callable[[Report], str | None] | None

_PARTS = ("task", "activity")
Rank = tuple[bool, dt.date, str]


def aggregate(
    reports: Iterable[Report], measures: Sequence[Measure[Any]], by: By = None
) -> Summary:
    """Count *reports* by every one of *measures*.

    Of the reports on one grant only the latest final one counts, else the latest interim one; the
    others are listed in the summary with the reason.

    Args:
        reports: In any order; read once.
        measures: Whose ids are all different.
        by: What to group by. With ``task`` or ``activity`` the key is the grant's id and that of
            the part, ``g1/4``; what stands in none, the effects, is under ``g1/``.

    Returns:
        The whole, the groups, and what is left out.

    >>> from grantkit.measures.achieved import Achieved
    >>> from grantkit.model import Grant
    >>> reports = [Report(id=f"r{n}", language="en", grant=Grant(id="g")) for n in range(3)]
    >>> summary = aggregate(reports, [Achieved()])
    >>> summary.total.grants, [left.report for left in summary.left_out]
    (1, ['r0', 'r1'])
    """
    portfolio = Portfolio(tuple(measures), by)
    for report in reports:
        portfolio.add(report)
    return portfolio.finish()


@frozen
class _Candidate:
    """What one report counts, by group; the best one of each grant goes into the summary."""

    rank: Rank
    counted: Mapping[str, tuple[Any, ...]]

    @property
    def digest(self) -> str:
        """Of what it counts: settles which of two otherwise equal reports is taken."""
        return hashlib.sha256(repr(self.counted).encode()).hexdigest()


@mutable
class Portfolio:
    """Reports counted so far; two of them merge, whatever reports each has seen.

    Args:
        measures: What is counted; the same in all that are merged.
        by: What is grouped by.
    """

    measures: tuple[Measure[Any], ...]
    by: By = None
    _candidates: dict[str, list[_Candidate]] = field(factory=dict, init=False)

    def add(self, report: Report) -> None:
        """Count one more report."""
        rank = report.kind is ReportKind.FINAL, report.as_of or dt.date.min, report.id
        counted = {
            key: tuple(measure.lift(subject) for measure in self.measures)
            for key, subject in _subjects(report, self.by)
        }
        self._candidates.setdefault(report.grant.id, []).append(_Candidate(rank, counted))

    def merge(self, other: Self) -> None:
        """Count what *other* has counted, too."""
        for grant, candidates in other._candidates.items():
            self._candidates.setdefault(grant, []).extend(candidates)

    def finish(self) -> Summary:
        """Return what has been counted."""
        groups: dict[str, tuple[Any, ...]] = {}
        sizes: dict[str, int] = {}
        whole = self._zero()
        left_out: list[LeftOut] = []
        for grant in sorted(self._candidates):
            best, *others = _ranked(self._candidates[grant])
            left_out += (_left_out(grant, other, best) for other in reversed(others))
            for key, counted in best.counted.items():
                groups[key] = self._combine(groups.get(key) or self._zero(), counted)
                sizes[key] = sizes.get(key, 0) + 1
                whole = self._combine(whole, counted)
        return Summary(
            total=self._group("", len(self._candidates), whole),
            by=self.by if isinstance(self.by, str) else getattr(self.by, "__name__", None),
            groups=tuple(self._group(k, sizes[k], groups[k]) for k in sorted(groups) if self.by),
            left_out=tuple(left_out),
        )

    def _zero(self) -> tuple[Any, ...]:
        return tuple(measure.zero() for measure in self.measures)

    def _combine(self, one: tuple[Any, ...], other: tuple[Any, ...]) -> tuple[Any, ...]:
        together = zip(self.measures, one, other, strict=True)
        return tuple(measure.combine(a, b) for measure, a, b in together)

    def _group(self, key: str, grants: int, counted: tuple[Any, ...]) -> Group:
        finished = zip(self.measures, counted, strict=True)
        results = FrozenMap({measure.id: measure.finish(c) for measure, c in finished})
        return Group(key=key, grants=grants, results=results)


def _ranked(candidates: list[_Candidate]) -> list[_Candidate]:
    """The best first, in whatever order they were read."""
    if len(candidates) == 1:
        return candidates
    return sorted(candidates, key=lambda c: (c.rank, c.digest), reverse=True)


def _left_out(grant: str, other: _Candidate, best: _Candidate) -> LeftOut:
    if best.rank[0] > other.rank[0]:
        reason = "final-exists"
    elif best.rank[1] > other.rank[1]:
        reason = "later-exists"
    else:
        reason = "copy" if best.digest == other.digest else "same-day"
    return LeftOut(grant=grant, report=other.rank[2], reason=reason, counted=best.rank[2])


def _subjects(report: Report, by: By) -> Iterator[tuple[str, Subject]]:
    """The parts of the report that fall into each group; together they are the whole."""
    if not isinstance(by, str) or by not in _PARTS:
        yield _key(report, by), Subject(node=report, report=report)
        return
    grant = report.grant
    effects: Grant = replace(grant, "tasks", ())
    yield f"{grant.id}/", Subject(node=effects, report=report, path="grant")
    for path, task in children(grant, "grant"):
        if not isinstance(task, Task):
            continue
        if by == "task":
            yield f"{grant.id}/{_step(path)}", Subject(node=task, report=report, path=path)
            continue
        for where, activity in children(task, path):
            if isinstance(activity, Activity):
                key = f"{grant.id}/{_step(path)}/{_step(where)}"
                yield key, Subject(node=activity, report=report, path=where)


def _step(path: str) -> str:
    return path[path.rindex("[") + 1 : -1]


def _key(report: Report, by: By) -> str:
    if by is None:
        return ""
    if callable(by):
        return by(report) or ""
    if by == "grant":
        return report.grant.id
    value: Any = report.grant if hasattr(report.grant, by.partition(".")[0]) else report
    for name in by.split("."):
        if value is not None and not hasattr(value, name):
            msg = f"nothing to group by called {by!r}; try theme, regions, kind, task or activity"
            raise InvalidValue(msg)
        value = getattr(value, name, None)
    if isinstance(value, tuple) and all(isinstance(one, str) for one in value):
        return ", ".join(sorted(value))
    if value is None or isinstance(value, str | int | dt.date):
        return "" if value is None else str(value)
    if isinstance(value, Text):
        return value.best(report.language)[0]
    msg = f"{by!r} is no plain value to group by, but a {type(value).__name__}"
    raise InvalidValue(msg)
