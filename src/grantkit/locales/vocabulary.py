"""The phrases of a lexicon, by kind of item, for the table of the quantity grammar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from grantkit.locales.lexicon import Lexicon
from grantkit.locales.tokens import Table
from grantkit.model import Comparator

__all__ = ["quantity_table"]

#: Scales that are written alike in every language, where it has no word for them.
_SCALES = (1000, 10**6, 10**9)
#: Bounds that are written alike in every language.
_SYMBOLS = (
    (Comparator.AT_LEAST, "B", ("≥", ">=", "=>")),
    (Comparator.MORE_THAN, "B", (">",)),
    (Comparator.AT_MOST, "B", ("≤", "<=", "=<")),
    (Comparator.LESS_THAN, "B", ("<",)),
    (Comparator.ABOUT, "B", ("~",)),
    (Comparator.AT_LEAST, "A", ("+",)),
)


def quantity_table(lexicon: Lexicon) -> Table:
    """Compile what quantities and money are read with."""
    return Table(lexicon, _phrases(lexicon))


def _phrases(lexicon: Lexicon) -> Iterator[tuple[str, str, Any]]:
    for comparator, kind, signs in _SYMBOLS:
        yield from ((sign, kind, (comparator, "", True)) for sign in signs)
    yield "%", "U", ("percent", "", True)
    for bound in lexicon.bounds:
        held = (bound.comparator, bound.case, bound.bare)
        kind = "B" if bound.place == "before" else "A"
        yield from ((words, kind, held) for words in bound.words)
    for noun in lexicon.nouns:
        if noun.sign:
            yield noun.sign, "U", (noun.code, "", True)
        for form, case in lexicon.readings(noun):
            yield form, "U", (noun.code, case, False)
    for ending, case in lexicon.endings.items():
        yield ending, "E", case
    yield from ((f"× {scale}", "S", scale) for scale in _SCALES)
    for word, scale in lexicon.scales.items():
        yield word, "S", scale
    yield from _scopes(lexicon)
    yield from _joints(lexicon)
    yield from ((coin, "coin", True) for coin in lexicon.coins)


def _scopes(lexicon: Lexicon) -> Iterator[tuple[str, str, Any]]:
    scope = lexicon.scope
    for code, phrases in scope.fixed.items():
        yield from ((phrase, "scope", code) for phrase in phrases)
    for kind, words in (
        ("each", scope.each),
        ("prep", scope.before),
        ("post", scope.after),
        ("alone", scope.alone),
        ("by", scope.distributive),
    ):
        yield from ((word, kind, True) for word in words)


def _joints(lexicon: Lexicon) -> Iterator[tuple[str, str, Any]]:
    yield from ((word, "and", True) for word in lexicon.conjunctions)
    yield from ((word, "infix", True) for word in lexicon.ranges)
    yield from ((word, "of", True) for word in lexicon.score.words)
    for first, second in lexicon.range_pairs:
        yield first, "from", True
        yield second, "to", True
    if lexicon.range_cases is not None:
        yield lexicon.range_cases[2], "till", True
