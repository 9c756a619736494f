"""Kazakh numerals: numbers in words and back, ordinals, case suffixes after digits.

The words follow num2words' ``kz`` ("жүз", but "бір мың"). A suffix is joined to Arabic digits with
a hyphen and agrees with the last spoken word (Kazakh orthography §44). Its consonant follows the
last sound of that word and its vowel the harmony of the word's last vowel: the rule of Arizona's
course (cali.arizona.edu/maxnet/kaz), which agrees with the gold forms of apertium-kaz for 1..100.
"""

import re
from decimal import Decimal
from enum import StrEnum

from grantkit.locales.api import number_from_words


class Case(StrEnum):
    """The six Kazakh cases that take a suffix."""

    ABLATIVE = "abl"
    DATIVE = "dat"
    GENITIVE = "gen"
    LOCATIVE = "loc"
    ACCUSATIVE = "acc"
    INSTRUMENTAL = "ins"


_HUNDRED, _THOUSAND, _DIGITS_LIMIT = 100, 1000, 15  # words are given below 10**15
_WORDS = {
    0: "нөл", 1: "бір", 2: "екі", 3: "үш", 4: "төрт",
    5: "бес", 6: "алты", 7: "жеті", 8: "сегіз", 9: "тоғыз",
    10: "он", 20: "жиырма", 30: "отыз", 40: "қырық", 50: "елу",
    60: "алпыс", 70: "жетпіс", 80: "сексен", 90: "тоқсан",
    100: "жүз", 10**3: "мың", 10**6: "миллион", 10**9: "миллиард", 10**12: "триллион",
}  # fmt: skip
_VALUES = {word: n for n, word in _WORDS.items()}

_IRREGULAR_ORDINALS = {"жиырма": "жиырмасыншы", "қырық": "қырқыншы"}

_BACK_VOWELS = "аоұыяё"
_FRONT_VOWELS = "әеөүіиэю"  # "ю" as in "интервьюден"
_BACK_U = re.compile(f"(?<![{_BACK_VOWELS}{_FRONT_VOWELS}])у(?=.)")
_TO_FRONT = str.maketrans("аығқ", "еігк")
# The last sound of a word: vowel, nasal, liquid ("у" of "елу" counts as one), з or ж, voiceless
# and б в г д.
_LAST_SOUNDS = (_BACK_VOWELS + _FRONT_VOWELS, "мнң", "лйру", "зж", "бвгдкқпстфхһцчшщ")
# One column for each of _LAST_SOUNDS, after a back vowel; _TO_FRONT gives the other half.
_ENDINGS = {
    Case.ABLATIVE: ("дан", "нан", "дан", "дан", "тан"),
    Case.GENITIVE: ("ның", "ның", "дың", "дың", "тың"),
    Case.DATIVE: ("ға", "ға", "ға", "ға", "қа"),
    Case.LOCATIVE: ("да", "да", "да", "да", "та"),
    Case.ACCUSATIVE: ("ны", "ды", "ды", "ды", "ты"),
    Case.INSTRUMENTAL: ("мен", "мен", "мен", "бен", "пен"),
}


def words(n: int) -> str:
    """Spell a number from 0 up to 10**15 in words; ValueError outside.

    >>> words(10_500_000)
    'он миллион бес жүз мың'
    >>> words(100), words(1000)
    ('жүз', 'бір мың')
    """
    if not 0 <= n < 10**_DIGITS_LIMIT:
        raise ValueError(f"number words are given for 0 <= n < 10**{_DIGITS_LIMIT}, not for {n}")
    spoken: list[int] = []
    for scale in (10**12, 10**9, 10**6, 10**3, 1):
        group, n = divmod(n, scale)
        if group:
            hundreds, rest = divmod(group, 100)
            hundred = [hundreds, 100] if hundreds > 1 else [100] * hundreds
            spoken += [*hundred, rest // 10 * 10, rest % 10, scale if scale > 1 else 0]
    return " ".join(_WORDS[part] for part in spoken if part) or _WORDS[0]


def value(text: str) -> int | None:
    """Read number words in any letter case; None if the text is anything but one number.

    "Бір" may stand before "жүз" and be left out before "мың" and the like.

    >>> value("Он миллион бір жүз мың")
    10100000
    >>> value("он бес теңге") is None
    True
    """
    return number_from_words(text, _VALUES, words)


def ordinal(n: int) -> str:
    """Spell an ordinal number: only the last word changes.

    >>> ordinal(1), ordinal(125), ordinal(40)
    ('бірінші', 'жүз жиырма бесінші', 'қырқыншы')
    """
    head, space, last = words(n).rpartition(" ")
    ending = "ншы" if last[-1] in _LAST_SOUNDS[0] else "ыншы"
    return head + space + (_IRREGULAR_ORDINALS.get(last) or last + _in_harmony(last, ending))


def suffix(number: Decimal | int, case: Case) -> str:
    """Give the case suffix of a number shown in digits, without the hyphen.

    Equal numbers take equal suffixes: zeros at the end of a fraction are not read, nor is the sign.
    A fraction is read as its own number: 10,25 is "... жүзден жиырма бес". ValueError from 10**15.

    >>> suffix(3000, Case.ABLATIVE), suffix(Decimal("10.5"), Case.ABLATIVE)
    ('нан', 'тен')
    """
    number = Decimal(number)
    # Checked before the digits are written out: 1E+999999999 would fill the memory.
    if not number.is_finite() or abs(number.adjusted()) >= _DIGITS_LIMIT:
        raise ValueError(f"a number of up to {_DIGITS_LIMIT} digits takes a suffix, not {number}")
    whole, _, fraction = f"{number:f}".lstrip("-").partition(".")
    return ending(words(int(fraction.rstrip("0") or whole)).split()[-1], case)


def with_case(text_number: str, number: Decimal | int, case: Case) -> str:
    """Join a number as shown and its case suffix with a hyphen.

    >>> with_case("100", 100, Case.ABLATIVE)
    '100-ден'
    """
    return f"{text_number}-{suffix(number, case)}"


def percent_suffix(case: Case) -> str:
    """Give the case suffix after a percent sign, which is read "пайыз" whatever the number.

    >>> percent_suffix(Case.ABLATIVE)
    'дан'
    """
    return ending("пайыз", case)


def ending(word: str, case: Case) -> str:
    """Give the case ending of a spoken word, in lower case.

    >>> (
    ...     ending("мақала", Case.ABLATIVE),
    ...     ending("сюжет", Case.DATIVE),
    ...     ending("рубль", Case.LOCATIVE),
    ... )
    ('дан', 'ке', 'де')
    """
    bare = word.rstrip("ьъ")
    column = next(i for i, letters in enumerate(_LAST_SOUNDS) if bare[-1] in letters)
    back_ending = _ENDINGS[case][column]
    return back_ending.translate(_TO_FRONT) if word[-1] == "ь" else _in_harmony(bare, back_ending)


def _in_harmony(word: str, back_ending: str) -> str:
    """Give the ending the harmony of the word's last vowel."""
    # "У" between consonants is the back vowel of "курс"; elsewhere it is no vowel of its own.
    spoken = _BACK_U.sub("а", word)
    last_vowel = next(c for c in reversed(spoken) if c in _BACK_VOWELS + _FRONT_VOWELS)
    return back_ending if last_vowel in _BACK_VOWELS else back_ending.translate(_TO_FRONT)
