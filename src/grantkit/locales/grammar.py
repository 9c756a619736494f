"""One grammar for all languages: a lexicon compiled into readers and writers."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from grantkit.errors import InvalidValue
from grantkit.locales.amounts import AmountReader, is_currency
from grantkit.locales.api import Reading
from grantkit.locales.datepatterns import whole_dates
from grantkit.locales.dates import DateTable, read_iso
from grantkit.locales.datewriting import DateWriter
from grantkit.locales.figures import Doubt
from grantkit.locales.lexicon import Dates, Lexicon
from grantkit.locales.quantity import QuantityReader
from grantkit.locales.tokens import Table, clean
from grantkit.locales.vocabulary import quantity_table
from grantkit.locales.writing import Writer
from grantkit.model import (
    NOT_APPLICABLE,
    NOT_REPORTED,
    Money,
    NotApplicable,
    NotReported,
    Part,
    PartialDate,
    Period,
    Quantity,
    Statement,
    Unit,
)

__all__ = ["Grammar"]

T = TypeVar("T")

_WORDS, _AMBIGUOUS = Statement("words"), Statement("ambiguous")
_PLAIN = re.compile(r"[0-9]{1,15}\Z")
_DASHES = re.compile(r"[-_ ]*\Z")
_LAST_WORD = re.compile(r"[^\W\d_]*\Z")
_CODE = re.compile(r"(?<![^\W\d_])[A-Z]{3}(?![^\W\d_])")
#: A longer text is a narrative, not a value.
_LONGEST = 300
_State = Statement | NotApplicable | NotReported


class Grammar:
    """Reads and writes the values of cells in one language.

    Args:
        lexicon: The language's words.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.writer = Writer(lexicon)
        self._states: dict[str, _State] = {
            **{words.lower(): _AMBIGUOUS for words in lexicon.ambiguous},
            **{words.lower(): NOT_APPLICABLE for words in lexicon.not_applicable},
        }

    @functools.cached_property
    def _table(self) -> Table:
        return quantity_table(self.lexicon)

    @functools.cached_property
    def _words_of_dates(self) -> Dates | None:
        return whole_dates(self.lexicon)

    @functools.cached_property
    def _dates(self) -> DateTable | None:
        dates = self._words_of_dates
        return DateTable(self.lexicon, dates) if dates is not None else None

    @functools.cached_property
    def _date_writer(self) -> DateWriter | None:
        dates = self._words_of_dates
        return DateWriter(dates) if dates is not None else None

    @functools.cached_property
    def _seen(self) -> Callable[[str, str | None], Reading[Quantity]]:
        """The same few cells come in every report."""
        return functools.lru_cache(maxsize=4096)(self._quantity_cell)

    @functools.cached_property
    def write(self) -> Callable[[Quantity], str]:
        """Write a quantity; the same few come in every report."""
        return functools.lru_cache(maxsize=4096)(self.writer.quantity)

    @functools.cached_property
    def _units_of(self) -> Callable[[str], tuple[str, ...]]:
        return functools.lru_cache(maxsize=512)(self._label_units)

    def quantity(self, text: str, label: str | None = None) -> Reading[Quantity]:
        """Read a plan or fact cell whose indicator is called *label*."""
        slashed = label if label and "/" in label else None
        if len(text) > _LONGEST:
            return self._quantity_cell(text, slashed)
        return self._seen(text, slashed)

    def _quantity_cell(self, text: str, label: str | None) -> Reading[Quantity]:
        if _PLAIN.match(text):
            return Reading(Quantity((Part(Decimal(text)),)))
        return self._read(text, lambda plain, notes: self._quantity(plain, notes, label))

    def money(self, text: str) -> Reading[Money]:
        """Read an amount."""
        return self._read(text, lambda plain, notes: self._money(text, plain, notes))

    def period(self, text: str) -> Reading[Period]:
        """Read days or months."""
        dates = self._dates
        if dates is None:
            return self._read(text, lambda plain, _: read_iso(plain), stop=False)
        return self._read(text, dates.period, stop=False)

    def date(self, day: dt.date | PartialDate) -> str:
        """Write one day or month; as ISO 8601 where the months have no names."""
        writer = self._date_writer
        return str(day) if writer is None else writer.date(day)

    def write_period(self, period: Period) -> str:
        """Write days or months; as ISO 8601 where the months have no names."""
        writer = self._date_writer
        return str(period) if writer is None else writer.period(period)

    def unit(self, unit: Unit, count: Decimal | int | None = None) -> str:
        """Write a unit's name."""
        return self.writer.unit(unit, count)

    def _read(
        self,
        text: str,
        read: Callable[[str, list[str]], T | None],
        *,
        stop: bool = True,
    ) -> Reading[T]:
        """Read states and empty cells; leave the rest to *read*, and turn refusals to states."""
        if len(text) > _LONGEST:
            return Reading(_WORDS if text.strip() else NOT_REPORTED)
        notes: list[str] = []
        plain = clean(text, notes)
        if _DASHES.match(plain):
            return Reading(NOT_REPORTED)
        state = self._states.get(plain) or self._states.get(plain.rstrip("."))
        if state is not None:
            return Reading(state)
        if stop and plain.endswith("."):
            plain = plain[:-1].rstrip()
            if _LAST_WORD.search(plain)[0] not in self._table.abbreviated:  # type: ignore[index]
                notes.append("full-stop")
        value: T | Statement | None
        try:
            value = read(plain, notes)
        except Doubt:
            value = _AMBIGUOUS
        except (InvalidValue, ArithmeticError):  # more digits than a number can have
            value = None
        if value is None or isinstance(value, Statement):
            return Reading(value or _WORDS)
        return Reading(value, tuple(dict.fromkeys(notes)))

    def _quantity(self, plain: str, notes: list[str], label: str | None) -> Quantity | None:
        items = self._table.read(plain, notes)
        if items is None:
            return None
        if len(items) == 1 and "W" in items.items[0] and "U" in items.items[0]:
            raise Doubt  # "тоқсан" is ninety, and a quarter
        units = self._units_of(label) if label else ()
        return QuantityReader(items, self._table, notes).quantity(units)

    def _label_units(self, label: str) -> tuple[str, ...]:
        """Units of a name like "Фото/бейнеесеп"; none unless each part names one."""
        named = []
        for part in clean(label, []).split("/"):
            code = self.lexicon.parts.get(part.strip())
            if code is None:
                try:
                    items = self._table.read(part.strip(), [])
                except Doubt:
                    return ()
                if items is None or len(items) != 1 or "U" not in items.items[0]:
                    return ()
                code = items.items[0]["U"][0]
            named.append(code)
        return tuple(named) if len(named) > 1 else ()

    def _money(self, text: str, plain: str, notes: list[str]) -> Money | None:
        items = self._table.read(plain, notes)
        code = None
        if items is None:
            # A currency that the lexicon has no words for, by its code.
            codes = _CODE.findall(text)
            if len(codes) == 1 and is_currency(codes[0]):
                code = codes[0]
                items = self._table.read(plain.replace(code.lower(), " ").strip(), notes)
        if items is None:
            return None
        return AmountReader(items, self._table, notes).money(code)
