"""Writing quantities and money in a language's words, so that the same grammar reads them back."""

from __future__ import annotations

from decimal import Decimal

from grantkit.locales.assembly import SCORE_SCALES
from grantkit.locales.figures import Format, is_whole
from grantkit.locales.lexicon import PERCENT, Bound, Lexicon, nouns_by_code
from grantkit.model import CONTEXT, Comparator, Money, Part, Quantity, Unit

__all__ = ["Writer"]

_EXACTLY, _BETWEEN = Comparator.EXACTLY, Comparator.BETWEEN
#: What stands for the comparators of a language without words.
_SIGNS = {
    Comparator.AT_LEAST: "≥",
    Comparator.MORE_THAN: ">",
    Comparator.AT_MOST: "≤",
    Comparator.LESS_THAN: "<",
    Comparator.ABOUT: "~",
}
_HUNDRED, _MOST_WORDS = 100, Decimal(10**15)


class Writer:
    """Writes in the words of one lexicon.

    Args:
        lexicon: The words.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._format = Format(lexicon.decimal, lexicon.group, lexicon.grouping)
        self._nouns = nouns_by_code(lexicon)
        self._bounds: dict[Comparator, Bound] = {
            comparator: Bound(comparator, (sign,)) for comparator, sign in _SIGNS.items()
        }
        self._bounds.update((bound.comparator, bound) for bound in reversed(lexicon.bounds))

    def number(self, number: Decimal | int) -> str:
        """Write a number."""
        return self._format.number(number)

    def unit(self, unit: Unit, count: Decimal | int | None = None, case: str = "") -> str:
        """Write a unit in the form that goes with *count*; a free one as it is."""
        noun = self._nouns.get(unit.code or "")
        if noun is None:
            return unit.text or (unit.code or "").replace("-", " ")
        if noun is PERCENT:
            return noun.sign
        return self._lexicon.noun(noun, count, case)

    def quantity(self, quantity: Quantity) -> str:
        """Write parts, comparators and scope."""
        body = self._body(quantity.parts)
        if quantity.per is None:
            return body
        scope, words = self._scope(quantity.per), self._lexicon.scope
        fixed = quantity.per.code in words.fixed
        place = words.fixed_place if fixed else words.place
        return f"{scope} {body}" if place == "before" else f"{body} {scope}"

    def _body(self, parts: tuple[Part, ...]) -> str:
        if len(parts) == 1:
            return self._together(parts)
        comparators = {part.comparator for part in parts}
        plain = not any(part.of or part.comparator is _BETWEEN for part in parts)
        coded = [part.unit is not None for part in parts]
        if not plain or len(comparators) > 1 or any(coded) != all(coded):
            return "; ".join(self._together((part,)) for part in parts)
        if all(coded) and comparators == {_EXACTLY}:
            return ", ".join(self._together((part,)) for part in parts)
        if _like_a_score(parts):
            return "; ".join(self._together((part,)) for part in parts)
        return self._together(parts)

    def _together(self, parts: tuple[Part, ...]) -> str:
        """Write parts of one comparator, joined by slashes."""
        comparator = parts[0].comparator
        bound = self._bounds.get(comparator)
        if bound is None:
            return "/".join(self._part(part, "", None) for part in parts)
        if bound.place == "before":
            said = "/".join(self._part(part, bound.case, None) for part in parts)
            glue = "" if bound.words[0] in _SIGNS.values() else " "
            return f"{bound.words[0]}{glue}{said}"
        *others, last = parts
        said = "/".join([*(self._part(p, "", None) for p in others), self._part(last, "", bound)])
        tail = last.unit is not None and last.unit.code not in self._nouns
        # A free unit cannot take the case: the number does, and the unit stands behind.
        return f"{said} {self.unit(last.unit)}" if tail and last.unit is not None else said

    def _part(self, part: Part, case: str, bound: Bound | None) -> str:
        """Write one part; with *bound*, the words after it and the case they need."""
        figures = self._figures(part)
        counted = part.value if part.upper is None else part.upper
        noun = self._nouns.get(part.unit.code or "") if part.unit is not None else None
        if bound is None:
            if part.unit is None:
                return figures
            if noun is not None and noun.sign:
                return f"{figures}{self._lexicon.percent_space}{noun.sign}"
            # After "4 of 5" the noun goes with the whole, in the case of "of".
            whole = part.of is not None and self._lexicon.score.words
            form_of = part.of if whole else counted
            return f"{figures} {self.unit(part.unit, form_of, 'of' if whole else case)}"
        if noun is None:
            said = self._with_ending(figures, counted, bound.case)
        elif noun.sign:
            sign = f"{figures}{self._lexicon.percent_space}{noun.sign}"
            word = noun.forms[0]
            said = sign if noun is PERCENT else self._with_ending(sign, word, bound.case)
        else:
            said = f"{figures} {self._lexicon.noun(noun, counted, bound.case)}"
        return f"{said} {bound.words[0]}"

    def _with_ending(self, figures: str, said: Decimal | str, case: str) -> str:
        suffix = self._lexicon.suffix
        return f"{figures}-{suffix(said, case)}" if suffix and case else figures

    def _figures(self, part: Part) -> str:
        figures = self._format.certain(part.value)
        if part.upper is not None:
            figures += f"–{self._format.certain(part.upper)}"
        if part.of is None:
            return figures
        whole = self._format.certain(part.of)
        score = self._lexicon.score
        if score.case:
            return f"{self._with_ending(whole, part.of, score.case)} {figures}"
        return f"{figures} {score.words[0]} {whole}" if score.words else f"{figures}/{whole}"

    def _scope(self, per: Unit) -> str:
        scope = self._lexicon.scope
        fixed = scope.fixed.get(per.code or "")
        if fixed:
            return fixed[0]
        noun = self._nouns.get(per.code or "")
        if noun is not None and scope.write is not None:
            return scope.write(noun)
        return f"{scope.each[0]} {self.unit(per)}" if scope.each else f"/ {self.unit(per)}"

    def money(self, money: Money, *, words: bool = False) -> str:
        """Write an amount; with *words* as contracts do: figures (words) currency."""
        amount, coins = money.amount, ""
        if words and money.scale == 1 and money.currency == self._lexicon.currency:
            amount, coins = self._coins(amount)
        said = self._format.certain(amount)
        if words and self._lexicon.words and is_whole(amount) and 0 <= amount < _MOST_WORDS:
            said += f" ({self._lexicon.words(int(amount))})"
        if money.scale != 1:
            said += f" {self._lexicon.scale_names.get(money.scale, f'× {money.scale}')}"
        noun = self._nouns.get(money.currency)
        counted = amount if money.scale == 1 else Decimal(money.scale)
        currency = self._lexicon.noun(noun, counted, "") if noun else money.currency
        return f"{said} {currency}{coins}"

    def _coins(self, amount: Decimal) -> tuple[Decimal, str]:
        """Split the hundredths off, where the currency has a word for them."""
        hundredths = CONTEXT.multiply(CONTEXT.remainder(amount, Decimal(1)), Decimal(_HUNDRED))
        if not self._lexicon.coins or amount < 0 or not hundredths or not is_whole(hundredths):
            return amount, ""
        return Decimal(int(amount)), f" {int(hundredths):02} {self._lexicon.coins[0]}"


def _like_a_score(parts: tuple[Part, ...]) -> bool:
    """Whether "5/10" or "4/5 балл" would be read as a score."""
    return (
        len(parts) == 2  # noqa: PLR2004 - a pair
        and parts[0].unit is parts[1].unit is None
        and parts[1].value in SCORE_SCALES
        and 0 <= parts[0].value <= parts[1].value
    )
