"""The words of the workbook: labels of the catalogue, and the report's texts in its language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from grantkit.model import (
    Evidence,
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

_KEY = re.compile(r"[a-z0-9._-]+\Z")


class Wording:
    """Says things in the document's language."""

    def __init__(self, job: ReportJob) -> None:
        self._label = job.label
        self._locale = job.locale
        self.tag = job.locale.tag
        self._written_in = job.report.language

    def label(self, key: str, **args: object) -> str:
        """A word of the catalogue."""
        return self._label(key, **args)

    def code(self, kind: str, code: str) -> str:
        """The word for a code (``sex.female``), the code itself where nobody has one."""
        key = f"{kind}.{code}"
        # Ids that people chose may hold anything, braces too, which a message would fill in.
        words = self._label(key) if _KEY.match(key) else key
        return code if words == key else words

    def text(self, text: Text | None) -> str | None:
        """A text in the document's language, else in the report's, else in what there is."""
        return None if text is None else text.best(self.tag, self._written_in)[0]

    def unit(self, unit: Unit | None) -> str | None:
        """A unit's name."""
        return None if unit is None else self._locale.format_unit(unit)

    def quantity(self, cell: Written[Quantity]) -> str | None:
        """A quantity as it was written."""
        return self._cell(cell, self._locale.format_quantity)

    def money(self, cell: Written[Money]) -> str | None:
        """An amount as it was written."""
        return self._cell(cell, self._locale.format_money)

    def period(self, cell: Written[Period]) -> str | None:
        """Days or months as they were written."""
        return self._cell(cell, self._locale.format_period)

    def evidence(self, evidence: Iterable[Evidence]) -> str | None:
        """What shows that something happened, one a line."""
        lines = (
            " — ".join(filter(None, (self.text(one.title) or one.kind, one.link, one.file)))
            for one in evidence
        )
        return "\n".join(filter(None, lines)) or None

    def _cell(self, cell: Written[T], show: Callable[[T], str]) -> str | None:
        """What a person wrote, in the document's language as far as a value says the same."""
        if isinstance(cell.value, NotReported):
            return None
        if cell.text.strip() and (cell.language or self._written_in) == self.tag:
            return cell.text
        if isinstance(cell.value, NotApplicable):
            return self.label("state.not-applicable")
        return cell.text or None if cell.known is None else show(cell.known)
