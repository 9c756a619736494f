"""From values of the model to runs of the document, in the document's language.

A cell written in the document's language is printed verbatim; in another one its value is
formatted, and where it has none its words are printed as they are, tagged with their language.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, Protocol

from attrs import field, frozen

from grantkit.document import Block, Inline, List, Paragraph, Run
from grantkit.findings import Finding, Severity
from grantkit.forms.api import Kind
from grantkit.locales.api import Locale
from grantkit.model import (
    Evidence,
    FrozenMap,
    Money,
    NotApplicable,
    Period,
    Quantity,
    Report,
    Statement,
    Text,
    Unit,
    Written,
)

__all__ = ["Printer", "Words"]


class Words(Protocol):
    """The labels of a form: words for a key in the document's language, and their language."""

    def __call__(self, key: str, /, **args: object) -> tuple[str, str]:
        """Return the words of a label and the language they are in."""
        ...


@frozen
class Printer:
    """Prints the values of one report in one locale; notes what it could not say in it.

    Args:
        note: Takes a finding: a text that lacks the document's language (GK030).
    """

    report: Report
    locale: Locale
    words: Words
    note: Callable[[Finding], object]
    _noted: set[str] = field(factory=set, init=False)

    def inlines(  # noqa: PLR0911 - one kind of value a line
        self, value: Any, kind: Kind, path: str
    ) -> tuple[Inline, ...]:
        """Print *value* on a line; nothing where there is none."""
        match value:
            case None:
                return ()
            case Written():
                return self._written(value, kind, path)
            case Text():
                return (self._text(value, path),)
            case str():
                return (Run(value, link=value if kind is Kind.EVIDENCE else None),)
            case Unit():
                return (Run(self.locale.format_unit(value), value.language),)
            case tuple() | FrozenMap():
                items = value.values() if isinstance(value, FrozenMap) else value
                printed = [self.inlines(item, kind, path) for item in items]
                return joined(printed, "\n")
            case Evidence():
                return self._evidence(value, path)
        return (Run(self._format(value, kind)),)

    def blocks(self, value: Any, kind: Kind, path: str) -> tuple[Block, ...]:
        """Print *value* as paragraphs of its own; one empty paragraph where there is none."""
        if isinstance(value, tuple) and value:
            ordered = kind is Kind.TEXTS
            items = [
                (Paragraph(self.inlines(item, kind, f"{path}[{number}]")),)
                for number, item in enumerate(value, 1)
            ]
            return (List(items, ordered=ordered or len(items) > 1),)
        runs = self.inlines(value, kind, path)
        return tuple(map(Paragraph, _paragraphs(runs))) or (Paragraph(),)

    def title(self, key: str, node: Any, path: str, number: int) -> tuple[Inline, ...]:
        """Print the numbered title of a task or an activity, in the template of a label."""
        printed = self.inlines(node.title, Kind.TEXT, f"{path}.title")
        words = "".join(run.text for run in printed if isinstance(run, Run))
        label, language = self.words(key, number=number, title=words)
        return (Run(label, language=None if language == self.locale.tag else language),)

    def _text(self, text: Text, path: str) -> Run:
        words, language = text.best(self.locale.tag, self.report.language)
        if language == self.locale.tag:
            return Run(words)
        self._lacking(path, language)
        return Run(words, language=language)

    def _lacking(self, path: str, instead: str) -> None:
        """Note, once a place, that the words stand in another language."""
        if path not in self._noted:
            self._noted.add(path)
            args = FrozenMap({"language": self.locale.tag, "instead": instead})
            self.note(Finding(code="GK030", severity=Severity.NOTE, path=path, args=args))

    def _written(self, cell: Written[Any], kind: Kind, path: str) -> tuple[Inline, ...]:
        language = cell.language or self.report.language
        here = language == self.locale.tag
        if cell.text.strip() and here:
            return (Run(cell.text),)
        value = cell.value
        if isinstance(value, Statement):
            if not cell.text:
                return ()
            self._lacking(path, language)
            return (Run(cell.text, language=language),)
        if isinstance(value, NotApplicable):
            return (Run(*self.words("not-applicable")),)
        if (known := cell.known) is None:
            return (Run(cell.text),) if cell.text else ()
        return (Run(self._format(known, kind)),)

    def _format(self, value: Any, kind: Kind) -> str:
        match value:
            case Quantity():
                return self.locale.format_quantity(value)
            case Money():
                return self.locale.format_money(value, words=kind is Kind.MONEY_IN_WORDS)
            case Period():
                return self.locale.format_period(value)
            case dt.date():
                return self.locale.format_date(value)
            case int() | Decimal():
                return self.locale.format_number(value)
        msg = f"no way to print a {type(value).__name__}"
        raise TypeError(msg)

    def _evidence(self, evidence: Evidence, path: str) -> tuple[Inline, ...]:
        title = self.inlines(evidence.title, Kind.TEXT, f"{path}.title")
        where = evidence.link or evidence.file
        link = (Run(where, link=evidence.link),) if where else ()
        return joined([title, link], " – ")


def joined(pieces: Iterable[tuple[Inline, ...]], between: str) -> tuple[Inline, ...]:
    """Join what is there with *between*."""
    runs: list[Inline] = []
    for piece in pieces:
        if piece and runs:
            runs.append(Run(between))
        runs.extend(piece)
    return tuple(runs)


def _paragraphs(runs: tuple[Inline, ...]) -> list[tuple[Inline, ...]]:
    """Break a single text at its line breaks; anything else stays one paragraph."""
    if len(runs) == 1 and isinstance(runs[0], Run):
        run = runs[0]
        lines = [line for line in run.text.split("\n") if line.strip()]
        return [(Run(line, run.language, run.emphasis, run.link),) for line in lines]
    return [runs] if runs else []
