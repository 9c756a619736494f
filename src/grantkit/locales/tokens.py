"""From a text to items: figures, phrases of the lexicon, signs. Compiled once a lexicon."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from attrs import frozen

from grantkit.locales.figures import Doubt, read_figure
from grantkit.locales.lexicon import Lexicon, nouns_by_code

__all__ = ["Item", "Items", "Table", "clean"]

#: What a token may be, by kind; several kinds where a word has several uses.
Item = dict[str, Any]

_SPACES = "\t\n\x0b\x0c\r\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_INVISIBLE = "\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_CLEANING = {
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, _INVISIBLE), ""),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
    **dict.fromkeys(map(ord, "∕⁄"), "/"),
    **dict.fromkeys(map(ord, "≈∼"), "~"),
    **dict.fromkeys(map(ord, "’ʼ`"), "'"),
    ord("⩾"): "≥",
    ord("⩽"): "≤",
}
_HIDDEN = re.compile(f"[{_INVISIBLE}]")
_RUN = re.compile("  +")
_TOKEN = re.compile(
    r"([0-9]{1,3}(?: [0-9]{3})+(?![0-9])(?:[.,][0-9]+)*|[0-9]+(?:[.,][0-9]+)*)"
    r"|([^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|([<>]=|=[<>]|\S)"
)
#: More than a number of the model can hold, with its separators.
_MOST_FIGURES = 90
_SIGNS: dict[str, Item] = {sign: {sign: True} for sign in "/-,;:().\n"}


def clean(text: str, notes: list[str]) -> str:
    r"""Return *text* in lower case, with one kind of space, dash and apostrophe.

    >>> clean("Әр\N{NO-BREAK SPACE}шарадан 10–15", [])
    'әр шарадан 10-15'
    """
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    plain = text.translate(_CLEANING).lower().strip()
    if not text.isascii() and _HIDDEN.search(text):
        notes.append("invisible")
    if "  " in plain:
        plain = _RUN.sub(" ", plain)
        notes.append("spaces")
    return plain


@frozen
class Items:
    """The items of a text, and what each was written as (with a space before it, or none)."""

    items: list[Item]
    written: list[str]

    def __len__(self) -> int:
        return len(self.items)


class Table:
    """All phrases of a lexicon, by their first word.

    Args:
        lexicon: The words.
        phrases: Each with the kind of item it may be, and what that item holds.

    A phrase may be of several kinds; of one kind, the first one given stays.
    """

    __slots__ = ("_phrases", "_repair", "_value", "_words", "abbreviated", "lexicon", "nouns")

    def __init__(self, lexicon: Lexicon, phrases: Iterable[tuple[str, str, Any]]) -> None:
        self.lexicon = lexicon
        self.nouns = nouns_by_code(lexicon)
        self._value = lexicon.value
        self._repair = lexicon.look_alikes
        self._phrases: dict[str, list[tuple[tuple[str, ...], Item]]] = {}
        self._words: set[str] = set()
        self.abbreviated: set[str] = set()
        for phrase, kind, payload in phrases:
            self._add(phrase, kind, payload)
        for word, (plain, case) in lexicon.inflected_numbers.items():
            self._add(word, "W", (plain, case))
        for word in [w for w, entries in self._phrases.items() if () in dict(entries)]:
            if self._value is not None and self._value(word) is not None:
                self._add(word, "W", (word, ""))
        for entries in self._phrases.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def _add(self, phrase: str, kind: str, payload: Any) -> None:
        first, *rest = (match.group() for match in _TOKEN.finditer(phrase.lower()))
        if rest and rest[-1] == ".":
            self.abbreviated.add(rest[-2] if len(rest) > 1 else first)
            self._add(phrase.rstrip(". "), kind, payload)
        self._words.update((first, *rest))
        entries = self._phrases.setdefault(first, [])
        for known, item in entries:
            if known == tuple(rest):
                item.setdefault(kind, payload)
                return
        entries.append((tuple(rest), {kind: payload}))

    def read(self, plain: str, notes: list[str]) -> Items | None:
        """Cut a cleaned text into items; None when some word is not known.

        Raises:
            Doubt: A figure has several readings.
        """
        cut = self._cut(plain, notes)
        if cut is None:
            return None
        kinds, tokens, written = cut
        items: list[Item] = []
        shown: list[str] = []
        at, doubt = 0, False
        while at < len(tokens):
            length = 1
            if kinds[at] == 1 and len(tokens[at]) > _MOST_FIGURES:
                return None
            if kinds[at] == 1:
                try:
                    number, repaired = read_figure(
                        tokens[at], self.lexicon.decimal, self.lexicon.group
                    )
                except Doubt:
                    number, repaired, doubt = None, False, True
                if number is None and not doubt:
                    return None
                if repaired:
                    notes.append("separator")
                item: Item | None = {"N": number}
            else:
                item, length = self._phrase(tokens, at)
            if item is None:
                return None
            items.append(item)
            shown.append("".join(written[at : at + length]))
            at += length
        if doubt:
            raise Doubt
        return Items(items, shown)

    def _cut(self, plain: str, notes: list[str]) -> tuple[list[int], list[str], list[str]] | None:
        kinds: list[int] = []
        tokens: list[str] = []
        written: list[str] = []
        end = 0
        for match in _TOKEN.finditer(plain):
            token, kind = match.group(), match.lastindex or 0
            if kind == 2 and token not in self._words:  # noqa: PLR2004 - a word
                known = self._known(token)
                if known is None:
                    return None
                if known != token:
                    notes.append("look-alike")
                    token = known
            kinds.append(kind)
            tokens.append(token)
            written.append(token if match.start() == end else f" {token}")
            end = match.end()
        return kinds, tokens, written

    def _known(self, word: str) -> str | None:
        if self._value is not None and self._value(word) is not None:
            return word
        if not self._repair:
            return None
        repaired = word.translate(self._repair)
        if repaired in self._words:
            return repaired
        if repaired != word and self._value is not None and self._value(repaired) is not None:
            return repaired
        return None

    def _phrase(self, tokens: list[str], at: int) -> tuple[Item | None, int]:
        token = tokens[at]
        for rest, item in self._phrases.get(token, ()):
            if not rest:
                return item, 1
            if tuple(tokens[at + 1 : at + 1 + len(rest)]) == rest:
                return item, 1 + len(rest)
        if token in _SIGNS:
            return _SIGNS[token], 1
        if self._value is not None and self._value(token) is not None:
            return {"W": (token, "")}, 1
        return None, 1
