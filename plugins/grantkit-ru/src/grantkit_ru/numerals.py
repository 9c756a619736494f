"""Russian numerals: numbers in words and back, and the form of a noun after a number.

The words follow num2words' ``ru``: a thousand is feminine, a million masculine. The forms of nouns
follow the CLDR plural rules of ``ru``; a fraction takes the genitive singular
(gramota.ru/spravka/vopros/289055: "5,1 миллиона человек").
"""

from decimal import Decimal
from typing import Literal

from grantkit.locales.api import number_from_words

Gender = Literal["m", "f", "n"]

# The nominative, then the other forms value() reads: genders, the genitive; "ё" is read as "е".
_FORMS = {
    0: "ноль ноля нуль нуля",
    1: "один одна одно одного одной одну",
    2: "два две двух",
    3: "три трех",
    4: "четыре четырех",
    5: "пять пяти",
    6: "шесть шести",
    7: "семь семи",
    8: "восемь восьми",
    9: "девять девяти",
    10: "десять десяти",
    11: "одиннадцать одиннадцати",
    12: "двенадцать двенадцати",
    13: "тринадцать тринадцати",
    14: "четырнадцать четырнадцати",
    15: "пятнадцать пятнадцати",
    16: "шестнадцать шестнадцати",
    17: "семнадцать семнадцати",
    18: "восемнадцать восемнадцати",
    19: "девятнадцать девятнадцати",
    20: "двадцать двадцати",
    30: "тридцать тридцати",
    40: "сорок сорока",
    50: "пятьдесят пятидесяти",
    60: "шестьдесят шестидесяти",
    70: "семьдесят семидесяти",
    80: "восемьдесят восьмидесяти",
    90: "девяносто девяноста",
    100: "сто ста",
    200: "двести двухсот",
    300: "триста трехсот",
    400: "четыреста четырехсот",
    500: "пятьсот пятисот",
    600: "шестьсот шестисот",
    700: "семьсот семисот",
    800: "восемьсот восьмисот",
    900: "девятьсот девятисот",
    10**3: "тысяча тысячи тысяч тысячу",
    10**6: "миллион миллиона миллионов",
    10**9: "миллиард миллиарда миллиардов",
    10**12: "триллион триллиона триллионов",
}
_WORDS = {n: forms.split()[0] for n, forms in _FORMS.items()}
_VALUES = {form: n for n, forms in _FORMS.items() for form in forms.split()}
_GENDERED: dict[tuple[int, Gender], str] = {(1, "f"): "одна", (1, "n"): "одно", (2, "f"): "две"}
_THOUSAND, _LIMIT = 10**3, 10**15


def words(n: int, *, gender: Gender = "m") -> str:
    """Spell a number from 0 up to 10**15 in words; ValueError outside.

    A last "один" or "два" takes the gender asked.

    >>> words(10_500_000)
    'десять миллионов пятьсот тысяч'
    >>> words(2021, gender="f")
    'две тысячи двадцать одна'
    """
    if not 0 <= n < _LIMIT:
        raise ValueError(f"number words are given for 0 <= n < 10**15, not for {n}")
    spoken: list[str] = []
    for scale in (10**12, 10**9, 10**6, 10**3):
        group, n = divmod(n, scale)
        if group:
            spoken += _group(group, "f" if scale == 10**3 else "m")
            one, few, many, *_ = _FORMS[scale].split()
            spoken.append(plural(group, one, few, many))
    return " ".join(spoken + _group(n, gender)) or _WORDS[0]


def value(text: str) -> int | None:
    """Read number words in any letter case; None if the text is anything but one number.

    Any gender, the nominative and the genitive are read, and their agreement is not checked.

    >>> value("Двух тысяч пятидесяти"), value("сорок одна тысяча")
    (2050, 41000)
    >>> value("пять тенге") is None
    True
    """
    return number_from_words(
        text.replace("ё", "е").replace("Ё", "Е"), _VALUES, words, unsaid=_THOUSAND
    )


def plural(n: int | Decimal, one: str, few: str, many: str) -> str:
    """Choose the form of a noun after a number.

    A number with a fraction takes ``few``, the genitive singular.

    >>> [plural(n, "ролик", "ролика", "роликов") for n in (21, 3, 11, Decimal("1.5"))]
    ['ролик', 'ролика', 'роликов', 'ролика']
    """
    if int(n) != n:
        return few
    teens, unit = abs(int(n)) // 10 % 10 == 1, abs(int(n)) % 10
    if unit == 1 and not teens:
        return one
    return few if unit in {2, 3, 4} and not teens else many


def _group(n: int, gender: Gender) -> list[str]:
    """Spell a number below 1000; nothing for zero."""
    hundreds, rest = n // 100 * 100, n % 100
    parts = [hundreds, rest] if rest in _WORDS else [hundreds, rest // 10 * 10, rest % 10]
    return [_GENDERED.get((part, gender), _WORDS[part]) for part in parts if part]
