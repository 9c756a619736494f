"""Reading the pieces of a quantity: a number, its ending, its unit; a range; a score; a scope."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from attrs import define

from grantkit.locales.figures import Doubt
from grantkit.locales.tokens import Item, Items, Table
from grantkit.model import CONTEXT

__all__ = ["Reader", "Term"]


@define
class Term:
    """One number as it was read, before its comparator is known."""

    value: Decimal
    upper: Decimal | None = None
    of: Decimal | None = None
    unit: str | None = None
    #: Case of the unit, empty in the plain form.
    case: str = ""
    #: Case of the ending that is joined to the number or to its sign.
    ending: str = ""
    #: That ending as written, empty when the number is a word; and whether a hyphen joins it.
    suffix: str = ""
    hyphen: bool = True
    #: Whether the unit is a sign, "%".
    sign: bool = False


class Reader:
    """Takes items from the left; what does not fit is put back.

    Args:
        items: The items of one text.
        table: The phrases they come from.
        notes: Where repairs are told.
    """

    __slots__ = ("at", "end", "items", "lexicon", "notes", "scale", "table", "written")

    def __init__(self, items: Items, table: Table, notes: list[str]) -> None:
        self.items: list[Item] = items.items
        self.written = items.written
        self.table = table
        self.lexicon = table.lexicon
        self.notes = notes
        self.at = 0
        self.scale = 1  # the smallest scale word of the last number
        self.end = len(items)

    def take(self, kind: str) -> Any:
        """Take the next item if it may be of this kind, and give what it holds."""
        if self.at < self.end:
            held = self.items[self.at].get(kind)
            if held is not None:
                self.at += 1
                return held
        return None

    def next_is(self, kind: str, ahead: int = 0) -> bool:
        """Whether an item may be of this kind."""
        return self.at + ahead < self.end and kind in self.items[self.at + ahead]

    def number(self) -> Decimal | None:
        """Read figures or words, with a sign, scale words, and the same in brackets."""
        start = self.at
        self.scale = 1
        negative = self.take("-") is not None
        if negative and (not self.next_is("N") or self.written[self.at].startswith(" ")):
            self.at = start
            return None
        number = self.take("N")
        if number is None:
            number = self._words()
            if number is None:
                self.at = start
                return None
            if self.next_is("(") and self.next_is("N", 1) and self.next_is(")", 2):
                if self.items[self.at + 1]["N"] != number:
                    raise Doubt
                self.at += 3
        else:
            number = self._scaled(self._bracketed(number))
        return CONTEXT.minus(number) if negative else Decimal(number)

    def _scaled(self, number: Decimal) -> Decimal:
        """Multiply by scale words: "1 млрд 86 млн"."""
        scale = self.take("S") or self._inflected_scale()
        if scale is None:
            return number
        total = CONTEXT.multiply(number, Decimal(scale))
        self.scale = scale
        while self.next_is("N") and (number := self.items[self.at]["N"]) < self.scale:
            smaller = self.items[self.at + 1].get("S", 1) if self.at + 1 < self.end else 1
            if smaller >= self.scale:
                break
            self.at += 1 if smaller == 1 else 2
            total = CONTEXT.add(total, CONTEXT.multiply(number, Decimal(smaller)))
            self.scale = smaller
        return self._bracketed(total)

    def _inflected_scale(self) -> int | None:
        """Read "мыңнан" of "10 мыңнан астам"; its case is that of the number."""
        word = self.items[self.at].get("W") if self.at < self.end else None
        if word is None or not word[1] or word[0] not in self.lexicon.scales:
            return None
        self.at += 1
        return self.lexicon.scales[word[0]]

    def _bracketed(self, number: Decimal) -> Decimal:
        """Read "(үш)" after 3; the words must agree with the figures."""
        if not self.next_is("(") or not self.next_is("W", 1):
            return number
        start = self.at
        self.at += 1
        spelled = self._words()
        if spelled is None or self.take(")") is None:
            self.at = start
            return number
        if spelled != number:
            raise Doubt
        return number

    def _words(self) -> Decimal | None:
        """Read the longest run of number words that is a number."""
        value = self.lexicon.value
        if value is None or not self.next_is("W"):
            return None
        stop = self.at
        while stop < self.end and any(k in self.items[stop] for k in ("W", "-", "and", ",")):
            stop += 1
        while stop > self.at:
            last = self.items[stop - 1].get("W")
            if last is not None and (number := value(self._spelled(stop, last[0]))) is not None:
                self.at = stop
                return Decimal(number)
            stop -= 1
        return None

    def _spelled(self, stop: int, last: str) -> str:
        """The words up to *stop*; only the last of them may be in a case."""
        space = " " if self.written[stop - 1].startswith(" ") else ""
        return "".join(self.written[self.at : stop - 1]) + space + last

    def ending(self, term: Term) -> bool:
        """Take a case ending after a number or a sign: "-ден", or "ден" whose hyphen is lost."""
        start = self.at
        if self.at > 0 and (word := self.items[self.at - 1].get("W")) is not None and word[1]:
            term.ending = word[1]
            return True
        hyphen = self.take("-") is not None
        ending = self.take("E")
        if ending is None:
            self.at = start
            return False
        written = self.written[self.at - 1]
        term.ending, term.suffix = ending, written.strip()
        term.hyphen = hyphen and written == term.suffix
        return True

    def unit(self, term: Term) -> bool:
        """Take a unit, and the ending that its sign may have."""
        held = self.take("U")
        if held is None:
            return False
        term.unit, term.case, term.sign = held
        if term.sign and self.ending(term):
            term.case = term.ending
        return True

    def scope(self) -> str | None:
        """Take a scope: "әр шарадан", "в месяц", "from each event"."""
        start = self.at
        code: str | None = self.take("scope")
        if code is not None:
            return code
        if (unit := self.take("U")) is not None and self.take("alone") is not None:
            return str(unit[0])
        self.at = start
        if self.next_is("each", 1):
            self.take("prep")
        unit = self.take("U") if self.take("each") is not None else None
        if unit is None:
            self.at = start
            return None
        self.take("post")
        return str(unit[0])
