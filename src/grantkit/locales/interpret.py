"""One pass over a report: every cell that is not read yet is read in its language.

Importers and the codec deliver text; this finds the values. What has a value keeps it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs
from attrs import define, field, frozen

from grantkit.errors import InvalidValue, UnknownPlugin
from grantkit.findings import Finding, Findings, Severity
from grantkit.locales.api import Locale, Reading
from grantkit.locales.tags import normalise
from grantkit.model import (
    UNREAD,
    FrozenMap,
    Indicator,
    Money,
    NotApplicable,
    NotReported,
    PartialDate,
    Period,
    Quantity,
    Report,
    Span,
    Statement,
    Written,
    transform,
)

__all__ = ["Interpreted", "interpret"]

_NO_LOCALE = Statement("no-locale")
_QUANTITIES = frozenset({"baseline", "target", "actual", "participants"})
_PERIODS = frozenset({"period", "date"})
_GRANT_PERIOD = "grant.period"
_LONGEST_CAUSE = 300


@frozen(kw_only=True)
class Interpreted:
    """A report whose cells have been read, and what reading them found."""

    report: Report
    findings: Findings = field(factory=Findings, converter=Findings)


def interpret(
    report: Report, locales: Mapping[str, Locale], *, offered: Mapping[str, str] = FrozenMap()
) -> Interpreted:
    """Read every cell that is pending; the rest of the report is shared with the old one.

    Args:
        report: What an importer delivered.
        locales: The locales installed here, by tag.
        offered: From languages that are not installed to the distribution that offers them.

    Returns:
        The report and findings: languages not installed (GK020, GK021), repairs (GK022), years
        filled in (GK023), texts with several readings (GK024) or none (GK025), locales that failed
        (GK092): what they could not read stays pending.

    >>> from grantkit.locales.en.locale import EnglishLocale
    >>> from grantkit.model import Activity, Grant, Task
    >>> cell = Written(text="at least 100 people")
    >>> task = Task(id="1", activities=[Activity(id="1.1", participants=cell)])
    >>> report = Report(id="r", language="en", grant=Grant(id="g", tasks=[task]))
    >>> done = interpret(report, {"en": EnglishLocale()}).report
    >>> done.grant.tasks[0].activities[0].participants.value.single.value
    Decimal('100')
    """
    work = _Pass(report, locales)
    read = transform(report, work.cell)
    return Interpreted(report=read, findings=work.told(offered))


@define(eq=False)
class _Pass:
    report: Report
    locales: Mapping[str, Locale]
    findings: list[Finding] = field(factory=list)
    grant_period: Period | None = None
    _tags: dict[str, str | None] = field(factory=dict)
    _unread: dict[str, list[str]] = field(factory=dict)
    _failed: dict[str, tuple[str, list[str]]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self.grant_period = self.report.grant.period.known

    def cell(self, path: str, cell: Written[Any], owner: object) -> Written[Any]:
        """Read one cell, if it waits to be read."""
        if not isinstance(cell.value, Statement) or not cell.value.pending:
            return cell
        language = cell.language or self.report.language
        locale = self._locale(language)
        if locale is None:
            self._unread.setdefault(language, []).append(path)
            return _with(cell, _NO_LOCALE)
        try:
            reading = _read(locale, language, path.rpartition(".")[2], cell.text, owner)
        except Exception as error:  # noqa: BLE001 - whatever a locale of a plugin raises
            cause = f"{type(error).__name__}: {error}".rstrip(": ")[:_LONGEST_CAUSE]
            tag = self._tags[language] or language
            self._failed.setdefault(tag, (cause, []))[1].append(path)
            return _with(cell, UNREAD)
        self._tell(path, cell.text, reading)
        value = reading.value
        if isinstance(value, Period):
            if path == _GRANT_PERIOD:
                self.grant_period = value
            else:
                value = self._dated(path, cell.text, value)
        return _with(cell, value)

    def _locale(self, language: str) -> Locale | None:
        if language not in self._tags:
            try:
                self._tags[language] = normalise(language, self.locales)
            except UnknownPlugin:
                self._tags[language] = None
        return self.locales.get(self._tags[language] or language)

    def _tell(self, path: str, text: str, reading: Reading[Any]) -> None:
        for note in reading.notes:
            self._add("GK022", Severity.NOTE, path, text=text, repair=note)
        if isinstance(reading.value, Statement):
            if reading.value.reason == "ambiguous":
                self._add("GK024", Severity.WARNING, path, text=text)
            else:
                self._add("GK025", Severity.NOTE, path, text=text)

    def _dated(self, path: str, text: str, period: Period) -> Period:
        """Fill in the year that the grant's period leaves no choice about."""
        if period.first_day is not None or self.grant_period is None:
            return period
        spans = [_only_year(span, self.grant_period) for span in period.spans]
        if None in spans:
            return period
        filled = Period(tuple(span for span in spans if span is not None))
        years = sorted({span.start.year for span in filled.spans if span.start.year})
        told = ", ".join(map(str, years))
        self._add("GK023", Severity.NOTE, path, text=text, year=told)
        return filled

    def _add(self, code: str, severity: Severity, path: str, **args: object) -> None:
        self.findings.append(Finding(code=code, severity=severity, path=path, args=FrozenMap(args)))

    def told(self, offered: Mapping[str, str]) -> list[Finding]:
        """All findings: first one a language that is not installed, one a locale that failed."""
        return [*self._missing(offered), *self._failures(), *self.findings]

    def _failures(self) -> list[Finding]:
        return [
            Finding(
                code="GK092",
                path=paths[0],
                args=FrozenMap({"locale": tag, "cause": cause}),
                related=paths[1:],
            )
            for tag, (cause, paths) in self._failed.items()
        ]

    def _missing(self, offered: Mapping[str, str]) -> list[Finding]:
        found = []
        for language, paths in self._unread.items():
            tag = self._tags[language] or language
            args: dict[str, object] = {"language": language, "cells": len(paths)}
            if tag in offered:
                args["distribution"] = offered[tag]
            finding = Finding(
                code="GK021" if tag in offered else "GK020",
                path=paths[0],
                args=FrozenMap(args),
                related=paths[1:],
            )
            found.append(finding)
        return found


def _with(cell: Written[Any], value: object) -> Written[Any]:
    return cell if cell.value == value else attrs.evolve(cell, value=value)


def _read(
    locale: Locale, language: str, name: str, text: str, owner: object
) -> Reading[Quantity] | Reading[Period] | Reading[Money]:
    """Ask the parser of a field, known by its name; what is no reading of one is refused."""
    reading: Reading[Quantity] | Reading[Period] | Reading[Money]
    if name in _QUANTITIES:
        names = owner.name if isinstance(owner, Indicator) else {}
        kind: type = Quantity
        reading = locale.parse_quantity(text, names.get(locale.tag) or names.get(language))
    elif name in _PERIODS:
        kind = Period
        reading = locale.parse_period(text)
    else:
        kind = Money
        reading = locale.parse_money(text)
    if not isinstance(reading, Reading):
        msg = f"a parser returns a Reading, not {reading!r:.80}"
        raise TypeError(msg)
    if not isinstance(reading.value, kind | Statement | NotApplicable | NotReported):
        msg = f"a reading of {kind.__name__} holds one or a state, not {reading.value!r:.80}"
        raise TypeError(msg)
    if not all(isinstance(note, str) for note in reading.notes):
        msg = f"the notes of a reading are codes, not {reading.notes!r:.80}"
        raise TypeError(msg)
    return reading


def _only_year(span: Span, within: Period) -> Span | None:
    """The span in the one year in which it touches the grant's period; None if in several."""
    first, last = within.first_day, within.last_day
    if span.start.year is not None:
        return span
    if first is None or last is None:
        return None
    fits = []
    for year in range(first.year, last.year + 1):
        try:
            dated = Span(_in(span.start, year), _in(span.end, year))
        except InvalidValue:
            continue
        start, end = dated.start.first(), dated.end.last()
        if start is not None and end is not None and start <= last and end >= first:
            fits.append(dated)
    return fits[0] if len(fits) == 1 else None


def _in(date: PartialDate, year: int) -> PartialDate:
    return PartialDate(year, date.month, date.day)
