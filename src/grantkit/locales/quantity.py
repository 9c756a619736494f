"""Reading a plan or fact cell: parts, comparators, scope. It never guesses.

A text is read as a whole or not at all. A comparator before or after parts joined by a slash holds
for all of them ("5/1-ден кем емес"); in a list it holds for its own part.
"""

from __future__ import annotations

from decimal import Decimal

from grantkit.locales.assembly import Group, assemble, share
from grantkit.locales.figures import Doubt
from grantkit.locales.lexicon import PERCENT
from grantkit.locales.terms import Reader, Term
from grantkit.model import Comparator, Quantity

__all__ = ["QuantityReader"]

#: A bound as the table holds it: comparator, case, whether it stands without its ending.
Bounded = tuple[Comparator, str, bool]


class QuantityReader(Reader):
    """Reads one text as a quantity."""

    __slots__ = ()

    def quantity(self, units: tuple[str, ...]) -> Quantity | None:
        """Read all items; *units* are those of the parts that the indicator's name gives.

        Raises:
            Doubt: There are several readings, none certain.
        """
        per = self.scope()
        if per is not None:
            self.take(":")
        groups: list[Group] = []
        signs: list[str] = []
        while (group := self._group()) is not None:
            groups.append(group)
            sign = self._separator(group)
            if sign is None:
                break
            signs.append(sign)
        if len(groups) != len(signs) + 1:
            return None
        if per is None:
            per = self.scope()
        if self.at != self.end:
            return None
        if per is None and any("by" in item for item in self.items):
            raise Doubt  # "по 2 поста": for each of what?
        return assemble(groups, signs, per, units)

    def _separator(self, group: Group) -> str | None:
        if self.take(";") is not None:
            return ";"
        start = self.at
        comma = self.take(",") is not None
        word = self.take("and") is not None
        if (comma or word) and (group.ends_in_word or self.next_is("B")):
            return "and" if word else ","
        self.at = start
        return None

    def _group(self) -> Group | None:
        self.take("by")
        before: Bounded | None = None if self._range_ahead() else self.take("B")
        self.take("by")
        first = self._term()
        if first is None:
            return None
        group = Group([first])
        while self.take("/") is not None:
            term = self._term()
            if term is not None:
                group.terms.append(term)
            elif self._units_after(group):
                break
            else:
                return None
        after: Bounded | None = self.take("A")
        if after is not None and (before is not None or not self._units_behind(group)):
            return None
        if bound := before or after:
            group.comparator = bound[0]
        group.bound_first = before is not None
        last = self.items[self.at - 1]
        group.ends_in_word = "N" not in last and ")" not in last
        return group if self._cases_fit(group, after) else None

    def _range_ahead(self) -> bool:
        """Whether "от" here begins "от 10 до 20"."""
        if not self.next_is("from"):
            return False
        start, told = self.at, len(self.notes)
        found = self._range_of_words() is not None
        self.at = start
        del self.notes[told:]
        return found

    def _term(self) -> Term | None:
        term = self._range_of_words()
        if term is not None:
            return term
        value = self.number()
        if value is None:
            return None
        term = Term(value)
        if not self._second(term):
            return None
        if not self.ending(term):
            self.unit(term)
        return term

    def _second(self, term: Term) -> bool:
        """Read what follows a first number: the end of a range, or a score's other number."""
        if self._upper(term):
            return self._of(term)
        if not self.next_is("U"):
            return self._cased_pair(term) and self._of(term)
        start = self.at
        unit = self.take("U")
        if self._upper(term):  # "25%-30%"
            return self.next_is("U") and self.items[self.at]["U"] == unit
        self.at = start
        return True

    def _of(self, term: Term) -> bool:
        """Read "of 5", where it is said."""
        if self.take("of") is None:
            return True
        if term.of is not None:
            return False
        term.of = self.number()
        return bool(term.of)

    def _upper(self, term: Term) -> bool:
        """Read the second number of "10-15" or "10 to 15"."""
        start = self.at
        if self.take("-") is not None or self.take("infix") is not None:
            term.upper = self.number()
            if term.upper is not None:
                return True
        self.at = start
        return False

    def _cased_pair(self, term: Term) -> bool:
        """Read "5-тен 4" (4 of 5) or "10-нан 15-ке дейін" (10 to 15)."""
        start = self.at
        first = Term(term.value)
        value = self.number() if self.ending(first) else None
        if value is None:
            self.at = start
            return True
        second, here = Term(value), self.at
        cases = (self.lexicon.range_cases or ("", "", ""))[:2]
        if self.ending(second) and self.take("till") is not None:
            self.check(first)
            self.check(second)
            term.upper = value
            return (first.ending, second.ending) == cases
        self.at = here
        if first.ending != self.lexicon.score.case or not first.value:
            return False
        self.check(first)
        term.value, term.of = value, first.value
        self._upper(term)
        return True

    def _range_of_words(self) -> Term | None:
        """Read "от 10 до 20", "between 10 and 20"."""
        start = self.at
        if self.take("from") is not None and (value := self.number()) is not None:
            first = self.take("U")
            if self.take("to") is not None and (upper := self.number()) is not None:
                term = Term(value, upper)
                self.unit(term)
                if first is None or first[0] == term.unit:
                    return term
        self.at = start
        return None

    def _units_after(self, group: Group) -> bool:
        """Read the units of "5/1 фото/видео"."""
        *others, last = group.terms
        if last.unit is None or any(term.unit for term in others):
            return False
        units = [last.unit]
        while (unit := self.take("U")) is not None:
            units.append(unit[0])
            if self.take("/") is None:
                return share(group, units)
        return False

    def _units_behind(self, group: Group) -> bool:
        """Read the units after the comparator: "100-ден кем емес пост"."""
        held = self.take("U")
        if held is None:
            return True
        units = [held[0]]
        while self.next_is("U", 1) and self.take("/") is not None:
            units.append(self.take("U")[0])
        return not held[1] and not any(t.unit for t in group.terms) and share(group, units)

    def _cases_fit(self, group: Group, after: tuple[Comparator, str, bool] | None) -> bool:
        """Whether endings and cases are those of the comparator; tells what had to be repaired."""
        case = after[1] if after else ""
        for term in group.terms:
            if {term.ending, term.case} - {"", case}:
                return False
        *others, last = group.terms
        if not case:
            return True
        if not last.ending and not last.case:
            if after is None or not after[2]:
                return False
            self.notes.append("suffix")
        for term in (*others, last):
            self.check(term)
        return True

    def check(self, term: Term) -> None:
        """Tell of an ending that is not the right one, or has lost its hyphen."""
        suffix = self.lexicon.suffix
        if not term.suffix or suffix is None:
            return
        if not term.hyphen:
            self.notes.append("hyphen")
        said: Decimal | str = term.value if term.upper is None else term.upper
        if term.sign and term.unit is not None:
            noun = self.table.nouns[term.unit]
            if noun is PERCENT:
                return  # a language without the word
            said = noun.forms[0]
        if term.suffix != suffix(said, term.ending):
            self.notes.append("harmony")
