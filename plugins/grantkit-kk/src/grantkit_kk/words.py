"""Kazakh words of units: the stem; the case endings follow from it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from grantkit.locales.api import Noun
from grantkit_kk.numerals import Case, ending

__all__ = ["MONTHS", "NOUNS", "in_case", "noun", "readings"]

# code [sign] | stem | other words
NOUNS = """
post | пост
publication | жарияланым | басылым
person | адам | кісі, жан
participant | қатысушы
pupil | оқушы
student | студент
teacher | мұғалім | педагог, ұстаз
expert | сарапшы
specialist | маман
speaker | спикер | баяндамашы
volunteer | ерікті | волонтер, волонтёр
journalist | журналист | тілші
child | бала
family | отбасы
woman | әйел
resident | тұрғын
winner | жеңімпаз
beneficiary | бенефициар
material | материал
page | парақша | бет
clip | бейнеролик | ролик, видеоролик
audio-clip | аудиоролик
story | сюжет | бейнесюжет, видеосюжет, телесюжет
article | мақала
photo | фото | фотосурет, фотография
video | видео | бейне, бейнежазба, бейнематериал
piece | дана | бірлік
copy | көшірме | экземпляр
percent % | пайыз | процент
KZT | теңге | тг, тг., тенге, kzt, ₸
USD | АҚШ доллары | доллар, usd, $
EUR | еуро | евро, eur, €
RUB | рубль | ресей рублі, rub, ₽
event | іс-шара | шара
action | іс-әрекет | акция
contest | байқау | конкурс
exhibition | көрме
seminar | семинар
training | тренинг | оқыту, оқыту шарасы
meeting | кездесу | жиын, отырыс
debate | дебат | пікірсайыс
briefing | брифинг
webinar | вебинар
lecture | дәріс | лекция
round-table | дөңгелек үстел
workshop | шеберлік сабағы | мастер-класс
survey | сауалнама
questionnaire | сауалнама парағы | анкета
conference | конференция
session | сессия
lesson | сабақ
forum | форум
course | курс
settlement | елді мекен
city | қала
district | аудан
region | облыс | өңір
village | ауыл
school | мектеп
college | колледж
university | университет
organisation | ұйым | мекеме
ngo | ҮЕҰ
book | кітап
booklet | буклет
brochure | брошюра | кітапша
leaflet | үнпарақ
flyer | флаер
poster | плакат | постер
banner | баннер
document | құжат
report | есеп
list | тізім
programme | бағдарлама
diploma | диплом
certificate | сертификат | куәлік
gift | сыйлық
review | пікір
comment | комментарий | түсініктеме
view | қаралым
like | лайк
subscriber | жазылушы
link | сілтеме
screenshot | скриншот | скрин
application | өтінім
consultation | кеңес | консультация
trip | сапар
broadcast | эфир
interview | сұхбат | интервью
podcast | подкаст
digest | дайджест
letter | хат
project | жоба
method | әдіс | тәсіл
question | сұрақ
work | жұмыс
drawing | сурет
job | жұмыс орны
set | жиынтық | жинақ
point | балл | ұпай
time | рет
minute | минут | мин, мин.
hour | сағат
day | күн
week | апта
month | ай
quarter | тоқсан
half-year | жартыжылдық
year | жыл
"""

MONTHS = (
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
    "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
)  # fmt: skip

_PLURALS = {"л": ("лар", "лер"), "д": ("дар", "дер"), "т": ("тар", "тер")}
_VOWELS, _VOICED = "аоұыяәеөүіиэюёу", "мнңлзж"
_VOWEL = re.compile(f"[{_VOWELS}]", re.IGNORECASE)
#: A word that is a possessive, as the second of a compound, takes other endings.
_POSSESSIVE = frozenset(
    {
        "жұмыс орны", "шеберлік сабағы", "сауалнама парағы", "оқыту шарасы",
        "АҚШ доллары", "ресей рублі",
    }
)  # fmt: skip
_POSSESSED = {
    Case.ABLATIVE: ("нан", "нен"),
    Case.DATIVE: ("на", "не"),
    Case.GENITIVE: ("ның", "нің"),
    Case.LOCATIVE: ("нда", "нде"),
    Case.ACCUSATIVE: ("н", "н"),
    Case.INSTRUMENTAL: ("мен", "мен"),
}


def in_case(word: str, case: Case) -> str:
    """Put a noun, or the last word of a compound, into a case.

    >>> in_case("іс-шара", Case.ABLATIVE), in_case("жұмыс орны", Case.ABLATIVE)
    ('іс-шарадан', 'жұмыс орнынан')
    """
    if word in _POSSESSIVE:
        back, front = _POSSESSED[case]
        return word + (back if word[-1] == "ы" else front)
    if word == "ҮЕҰ":
        return f"{word}-{_POSSESSED[case][0]}"
    return word + ending(word.lower(), case)


def _plural(word: str) -> str:
    last = word.rstrip("ьъ")[-1]
    kind = "л" if last in _VOWELS + "рй" else "д" if last in _VOICED else "т"
    back, front = _PLURALS[kind]
    return word + (back if ending(word.lower(), Case.LOCATIVE)[-1] == "а" else front)


def noun(noun: Noun, number: Decimal | int | None, case: str) -> str:  # noqa: ARG001 - one form
    """Give the form of a noun after a number: the singular, in the case asked."""
    stem = noun.forms[0]
    return in_case(stem, Case(case)) if case in _CASES else stem


def readings(noun: Noun) -> Iterable[tuple[str, str]]:
    """All forms of a noun that are read: singular and plural, plain and in each case."""
    for stem in (*noun.forms, *noun.also):
        yield stem, ""
        if stem.endswith(".") or not _VOWEL.search(stem):
            continue  # an abbreviation or a sign
        for case in Case:
            yield in_case(stem, case), case.value
        if stem not in _POSSESSIVE and stem != "ҮЕҰ":
            yield _plural(stem), ""


_CASES = frozenset(case.value for case in Case)
