"""English numerals: numbers in words and back, ordinals, the form of a noun after a number.

The words follow num2words' ``en`` (short scale: a billion is 10**9) without its commas and "and".
"""

import re
from decimal import Decimal

from grantkit.locales.spoken import number_from_words

_WORDS = {
    0: "zero", 1: "one", 2: "two", 3: "three", 4: "four",
    5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine",
    10: "ten", 11: "eleven", 12: "twelve", 13: "thirteen", 14: "fourteen",
    15: "fifteen", 16: "sixteen", 17: "seventeen", 18: "eighteen", 19: "nineteen",
    20: "twenty", 30: "thirty", 40: "forty", 50: "fifty",
    60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety",
    100: "hundred", 10**3: "thousand", 10**6: "million", 10**9: "billion", 10**12: "trillion",
}  # fmt: skip
_VALUES = {word: n for n, word in _WORDS.items()}
_HUNDRED, _THOUSAND, _LIMIT = 10**2, 10**3, 10**15
# Every separator counts: a leading hyphen leaves an empty word, and "-five" is not read as five.
# A comma stands only after thousand or -illion, "and" only after these or hundred, and before a
# small number.
_SEPARATOR = re.compile(
    r"(?<=sand|lion),\s+(?!and\b)"
    r"|(?<=dred|sand|lion)\s+and\s+(?!hundred|thousand|[mbtr]+illion)"
    r"|\s+|[-\u2010\u2011]"
)

_IRREGULAR_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth",
    "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip


def words(n: int) -> str:
    """Spell a number from 0 up to 10**15 in words; ValueError outside.

    >>> words(10_500_000)
    'ten million five hundred thousand'
    >>> words(121)
    'one hundred twenty-one'
    """
    if not 0 <= n < _LIMIT:
        raise ValueError(f"number words are given for 0 <= n < 10**15, not for {n}")
    spoken: list[str] = []
    for scale in (10**12, 10**9, 10**6, 10**3):
        group, n = divmod(n, scale)
        if group:
            spoken += [*_group(group), _WORDS[scale]]
    return " ".join(spoken + _group(n)) or _WORDS[0]


def value(text: str) -> int | None:
    """Read number words in any letter case; None if the text is anything but one number.

    Commas after "thousand" and the like and "and" after "hundred" are allowed; "one" before them
    may be left out.

    >>> value("Ten million, five hundred and one thousand")
    10501000
    >>> value("five tenge") is None
    True
    """
    return number_from_words(text, _VALUES, words, _SEPARATOR)


def ordinal(n: int) -> str:
    """Spell an ordinal number: only the last word changes.

    >>> ordinal(1), ordinal(120), ordinal(24)
    ('first', 'one hundred twentieth', 'twenty-fourth')
    """
    cardinal = words(n)
    last = re.split("[ -]", cardinal)[-1]
    regular = last[:-1] + "ieth" if last.endswith("y") else last + "th"
    return cardinal.removesuffix(last) + _IRREGULAR_ORDINALS.get(last, regular)


def plural(n: int | Decimal, one: str, other: str) -> str:
    """Choose the form of a noun after a number: ``one`` for 1 and -1 alone.

    >>> [plural(n, "clip", "clips") for n in (1, 21, Decimal("1.5"))]
    ['clip', 'clips', 'clips']
    """
    return one if n in (1, -1) else other


def _group(n: int) -> list[str]:
    """Spell a number below 1000; nothing for zero."""
    hundreds, rest = divmod(n, 100)
    parts = [rest] if rest in _WORDS else [rest // 10 * 10, rest % 10]
    small = "-".join(_WORDS[part] for part in parts if part)
    return ([_WORDS[hundreds], _WORDS[100]] if hundreds else []) + ([small] if small else [])
