"""The words of the workbook: labels of the catalogue, and the report's texts in its language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from grantkit.exchange.api import Finding, Severity
from grantkit.model import (
    Evidence,
    FrozenMap,
    NotApplicable,
    NotReported,
    Period,
    Quantity,
    Text,
    Unit,
    Written,
)

if TYPE_CHECKING:
    from grantkit.exchange.api import ReportJob
    from grantkit.model import Money

__all__ = ["Wording"]

T = TypeVar("T")

#: The core's finding: there is no text in the document's language; forms tell of the same.
OTHER_LANGUAGE = "GK030"

_KEY = re.compile(r"[a-z0-9._-]+\Z")


class Wording:
    """Says things in the document's language."""

    def __init__(self, job: ReportJob) -> None:
        self._label = job.label
        self._locale = job.locale
        self.tag = job.locale.tag
        self._written_in = job.report.language
        self._note = job.note
        self._told: set[str] = set()

    def label(self, key: str, **args: object) -> str:
        """A word of the catalogue."""
        return self._label(key, **args)

    def code(self, kind: str, code: str) -> str:
        """The word for a code (``sex.female``), the code itself where nobody has one."""
        key = f"{kind}.{code}"
        # Ids that people chose may hold anything, braces too, which a message would fill in.
        words = self._label(key) if _KEY.match(key) else key
        return code if words == key else words

    def text(self, text: Text | None, path: str) -> str | None:
        """A text in the document's language, else in the report's, else in what there is."""
        if text is None:
            return None
        words, language = text.best(self.tag, self._written_in)
        self._tell(path, language)
        return words

    def unit(self, unit: Unit | None) -> str | None:
        """A unit's name."""
        return None if unit is None else self._locale.format_unit(unit)

    def quantity(self, cell: Written[Quantity], path: str) -> str | None:
        """A quantity as it was written."""
        return self._cell(cell, path, self._locale.format_quantity)

    def money(self, cell: Written[Money], path: str) -> str | None:
        """An amount as it was written."""
        return self._cell(cell, path, self._locale.format_money)

    def period(self, cell: Written[Period], path: str) -> str | None:
        """Days or months as they were written."""
        return self._cell(cell, path, self._locale.format_period)

    def evidence(self, evidence: Iterable[Evidence], path: str) -> str | None:
        """What shows that something happened, one a line."""
        titled = (
            (self.text(one.title, f"{path}[{number}].title") or one.kind, one)
            for number, one in enumerate(evidence, 1)
        )
        lines = (" — ".join(filter(None, (title, one.link, one.file))) for title, one in titled)
        return "\n".join(filter(None, lines)) or None

    def _cell(self, cell: Written[T], path: str, show: Callable[[T], str]) -> str | None:
        """What a person wrote, in the document's language as far as a value says the same."""
        if isinstance(cell.value, NotReported):
            return cell.text.strip() or None  # a dash stays a dash, in any language
        language = cell.language or self._written_in
        if cell.text.strip() and language == self.tag:
            return cell.text
        if isinstance(cell.value, NotApplicable):
            return self.label("state.not-applicable")
        if cell.known is not None:
            return show(cell.known)
        if cell.text.strip():
            self._tell(path, language)
        return cell.text or None

    def _tell(self, path: str, language: str) -> None:
        """Note, once a path, that what a person wrote is not in the document's language."""
        if language == self.tag or path in self._told:
            return
        self._told.add(path)
        args = FrozenMap({"language": self.tag, "instead": language})
        self._note(Finding(code=OTHER_LANGUAGE, severity=Severity.NOTE, path=path, args=args))
