"""Reading days and months as people write them. It never guesses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from grantkit.errors import InvalidValue
from grantkit.locales.datepatterns import PatternReader
from grantkit.locales.lexicon import Dates, Lexicon
from grantkit.locales.spans import SpanReader, Token
from grantkit.locales.tokens import clean
from grantkit.model import Period, Span

__all__ = ["DateTable", "read_iso"]

_TOKEN = re.compile(
    r"(?P<iso>[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?![0-9]))"
    r"|(?P<full>[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4}(?![0-9]))"
    r"|(?P<monthly>[0-9]{1,2}\.[0-9]{4}(?![0-9.]))"
    r"|(?P<day>[0-9]{1,2}\.[0-9]{1,2}(?![0-9.]))"
    r"|(?P<n>[0-9]+)"
    r"|(?P<w>[^\W\d_]+)"
    r"|(?P<s>\S)"
)
_ISO_PERIOD = re.compile(r"(?:[0-9]{4}|-)-[0-9]{2}[-0-9/,]*\Z")


class DateTable:
    """The words of dates of one lexicon, compiled.

    Args:
        lexicon: The words.
        dates: Its words of dates, with all patterns.
    """

    def __init__(self, lexicon: Lexicon, dates: Dates) -> None:
        self._repair = lexicon.look_alikes
        self._month_first = dates.month_first
        self._patterns = PatternReader(dates)
        self._words: dict[str, tuple[str, int]] = {}
        self.abbreviated: set[str] = set()
        for names in (dates.months, dates.in_dates):
            for month, name in enumerate(names, 1):
                self._add(name, "month", month)
        for name, month in dates.also.items():
            self._add(name, "from-month" if name in dates.ablative else "month", month)
        for kind, words in (
            ("year", dates.year),
            ("start", dates.start),
            ("middle", dates.middle),
            ("close", dates.close),
            ("ordinal", dates.ordinal),
            ("and", lexicon.conjunctions),
        ):
            for word in words:
                self._add(word, kind, 0)

    def _add(self, word: str, kind: str, month: int) -> None:
        word = word.lower()
        if word.endswith("."):
            word = word[:-1]
            self.abbreviated.add(word)
        if " " not in word:
            self._words.setdefault(word, (kind, month))

    def period(self, text: str, notes: list[str]) -> Period | None:
        """Read a text as a period.

        Raises:
            Doubt: There are several readings, none certain.
        """
        plain = clean(text, notes)
        found = read_iso(text) or self._patterns.period(plain)
        if found is not None:
            return found
        tokens = self._tokens(plain, notes)
        if not tokens:
            return None
        spans: list[Span] = []
        for part in _split(tokens, ";"):
            read = SpanReader(part, month_first=self._month_first).spans()
            if read is None:
                return None
            spans += read
        return Period(tuple(spans))

    def _tokens(self, plain: str, notes: list[str]) -> list[Token] | None:
        tokens: list[Token] = []
        before = ""
        for match in _TOKEN.finditer(plain):
            kind, figures = match.lastgroup or "", match.group()
            if kind == "w":
                word = self._word(figures, notes)
                if word is None or (word[0] == "ordinal" and not (tokens and tokens[-1][0] == "n")):
                    return None
                if word[0] != "ordinal":
                    tokens.append(word)
            elif figures == ".":
                # After an abbreviation, or at the very end.
                if before not in self.abbreviated:
                    if match.end() < len(plain):
                        return None
                    notes.append("full-stop")
            else:
                tokens.append((figures, 0) if kind == "s" else (kind, figures))
            before = figures
        return tokens

    def _word(self, word: str, notes: list[str]) -> Token | None:
        known = self._words.get(word)
        if known is None:
            known = self._words.get(word.translate(self._repair))
            if known is not None:
                notes.append("look-alike")
        return known


def read_iso(text: str) -> Period | None:
    """Read a period in the form of ISO 8601, which is the same in every language.

    >>> read_iso("2024-05/2024-06") == Period.parse("2024-05/2024-06"), read_iso("2024-13")
    (True, None)
    """
    if _ISO_PERIOD.match(text.strip()):
        with suppress(InvalidValue):
            return Period.parse(text.strip())
    return None


def _split(tokens: list[Token], sign: str) -> Iterator[list[Token]]:
    part: list[Token] = []
    for token in tokens:
        if token[0] == sign:
            yield part
            part = []
        else:
            part.append(token)
    yield part
