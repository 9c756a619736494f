"""Numbers in words, read by adding up what the words are worth: the same in every language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

__all__ = ["SEPARATOR", "number_from_words"]

#: Between words. Every one counts: a leading hyphen leaves an empty word, so that "-five" is none.
SEPARATOR = re.compile(r"\s+|[-\u2010\u2011]")

_HUNDRED, _THOUSAND, _LIMIT = 10**2, 10**3, 10**15
_MOST_WORDS = 25  # five groups of five: "two hundred twenty five thousand"


def number_from_words(
    text: str,
    values: Mapping[str, int],
    words: Callable[[int], str],
    separator: re.Pattern[str] = SEPARATOR,
    *,
    unsaid: int = _HUNDRED,
) -> int | None:
    """Read number words in any letter case; None if the text is anything but one number.

    Args:
        text: What was written.
        values: What each word of the language is worth, in every form it takes.
        words: Spells a number; only what it would say is read.
        separator: Between the words.
        unsaid: The least number before which a one may go unsaid ("hundred" for "one hundred").

    >>> spell = {7: "seven", 100: "one hundred", 107: "one hundred seven", 0: "zero"}
    >>> worth = {"seven": 7, "one": 1, "hundred": 100, "zero": 0}
    >>> number_from_words("Hundred seven", worth, spell.__getitem__)
    107
    >>> number_from_words("seven goats", worth, spell.__getitem__) is None
    True
    """
    tokens = separator.split(text.strip().lower())
    numbers = [values[token] for token in tokens if token in values]
    if len(numbers) < len(tokens) or len(numbers) > _MOST_WORDS:
        return None
    total = group = 0
    for number in numbers:
        if number >= _THOUSAND:
            total, group = total + (group or 1) * number, 0
        else:
            group = (group or 1) * _HUNDRED if number == _HUNDRED else group + number
    n = total + group
    if n >= _LIMIT:
        return None
    # Adding up accepts any order of words ("five five"): only what we would say is a number.
    said = [values[word] for word in SEPARATOR.split(words(n))]
    return n if _without_ones(said, unsaid) == _without_ones(numbers, unsaid) else None


def _without_ones(numbers: list[int], unsaid: int) -> list[int]:
    """Leave out every one that may go unsaid."""
    following = [*numbers[1:], 0]
    return [
        number
        for number, after in zip(numbers, following, strict=True)
        if number != 1 or after < unsaid
    ]
