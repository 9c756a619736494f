"""Kazakh words for quantities, money and dates."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from grantkit.locales.api import Bound, Dates, Lexicon, Noun, Scope, Score, nouns
from grantkit.model import Comparator, FrozenMap
from grantkit_kk import numerals
from grantkit_kk.numerals import Case
from grantkit_kk.words import MONTHS, NOUNS, in_case, noun, readings

__all__ = ["LEXICON"]

_ABLATIVE, _DATIVE = Case.ABLATIVE.value, Case.DATIVE.value
_SPOKEN_DIGITS = 15


def _suffix(said: Decimal | int | str, case: str) -> str:
    """Give the ending after figures, or after a sign that is read as a word."""
    if isinstance(said, str):
        return numerals.ending(said.lower(), Case(case))
    try:
        return numerals.suffix(said, Case(case))
    except ValueError:  # beyond the words we have: by its last digits
        return numerals.ending(_last_word(said), Case(case))


def _last_word(number: Decimal | int) -> str:
    figures = f"{Decimal(number):f}".lstrip("-").replace(".", "")
    last = int(figures[-_SPOKEN_DIGITS:])
    return numerals.words(last).split()[-1] if last else "квадриллион"


def _scope(noun: Noun) -> str:
    return f"әр {in_case(noun.forms[0], Case.ABLATIVE)}"


def _inflected_numbers() -> Iterator[tuple[str, tuple[str, str]]]:
    values = (*range(10), *range(10, 100, 10), 100, 1000, 10**6, 10**9, 10**12)
    for word in (numerals.words(n).split()[-1] for n in values):
        for case in Case:
            yield word + numerals.ending(word, case), (word, case.value)


def _months() -> Iterator[tuple[str, int]]:
    for number, name in enumerate(MONTHS, 1):
        for case in Case:
            yield in_case(name, case), number
        for ending in ("ғы", "гі"):
            yield in_case(name, Case.LOCATIVE) + ending, number
        # "сәуір айы", "шілдесі"; abbreviations as CLDR has them
        yield f"{name[:3]}.", number


_BOUNDS = (
    Bound(
        Comparator.AT_LEAST,
        (
            "кем емес", "кемемес", "кем болмауы керек", "кем болмауы тиіс", "кем болмауы",
            "кем болмайды", "аз емес", "төмен емес", "кем болмайтын",
        ),
        place="after", case=_ABLATIVE,
    ),
    Bound(Comparator.AT_LEAST, ("бастап",), place="after", case=_ABLATIVE, bare=False),
    Bound(
        Comparator.AT_LEAST,
        (
            "кемінде", "кем дегенде", "ең кемінде", "ең аз дегенде", "аз дегенде", "минимум",
            "ең кемі", "ең азы",
        ),
    ),
    Bound(Comparator.MORE_THAN, ("астам",), place="after", case=_ABLATIVE),
    Bound(
        Comparator.MORE_THAN, ("аса", "артық", "көп", "жоғары", "асады"),
        place="after", case=_ABLATIVE, bare=False,
    ),
    Bound(
        Comparator.AT_MOST,
        (
            "артық емес", "аспайды", "аспайтын", "аспауы керек", "аспауы тиіс", "аспауы",
            "көп емес", "жоғары емес", "асырмай",
        ),
        place="after", case=_ABLATIVE,
    ),
    Bound(Comparator.AT_MOST, ("дейін", "дейінгі"), place="after", case=_DATIVE),
    Bound(Comparator.AT_MOST, ("ең көбі", "көп дегенде", "ең көп дегенде", "максимум")),
    Bound(
        Comparator.LESS_THAN, ("кем", "аз", "төмен"), place="after", case=_ABLATIVE, bare=False
    ),
    Bound(Comparator.ABOUT, ("шамамен", "жуықтап", "болжаммен", "жуық шамамен")),
    Bound(Comparator.ABOUT, ("жуық", "тарта", "жақын"), place="after", case=_DATIVE),
    Bound(Comparator.ABOUT, ("шамасында", "шақты"), place="after"),
)  # fmt: skip

LEXICON = Lexicon(
    tag="kk",
    decimal=",",
    group="\N{NO-BREAK SPACE}",
    nouns=nouns(NOUNS),
    noun=noun,
    readings=readings,
    bounds=_BOUNDS,
    endings=FrozenMap(
        {
            **dict.fromkeys(("дан", "ден", "тан", "тен", "нан", "нен"), _ABLATIVE),
            **dict.fromkeys(("ға", "ге", "қа", "ке"), _DATIVE),
        }
    ),
    suffix=_suffix,
    scope=Scope(
        fixed=FrozenMap(
            {
                "event": ("әр шарадан",),
                "day": ("күніне", "күн сайын", "тәулігіне"),
                "week": ("аптасына", "апта сайын"),
                "month": ("айына", "ай сайын"),
                "quarter": ("тоқсанына", "тоқсан сайын"),
                "half-year": ("жартыжылдығына", "жартыжылдықта"),
                "year": ("жылына", "жыл сайын"),
            }
        ),
        each=("әр", "әрбір", "әр бір"),
        after=("бойынша", "үшін", "сайын", "басына"),
        alone=("сайын", "басына"),
        write=_scope,
    ),
    score=Score(case=_ABLATIVE),
    conjunctions=("және", "әрі", "мен", "бен", "пен"),
    range_cases=(_ABLATIVE, _DATIVE, "дейін"),
    scales=FrozenMap(
        {
            "мың": 1000, "тыс": 1000, "тыс.": 1000, "млн": 10**6, "млн.": 10**6,
            "миллион": 10**6, "млрд": 10**9, "млрд.": 10**9, "миллиард": 10**9,
        }
    ),
    scale_names=FrozenMap({1000: "мың", 10**6: "млн", 10**9: "млрд"}),
    value=numerals.value,
    words=numerals.words,
    cases=frozenset(case.value for case in Case),
    inflected_numbers=FrozenMap(_inflected_numbers()),
    not_applicable=(
        "қолданылмайды", "қолдануға болмайды", "қатысы жоқ", "н/қ", "n/a", "қарастырылмаған",
    ),
    ambiguous=("жоқ", "болған жоқ", "болмады", "ештеңе", "нет", "жок"),
    parts=FrozenMap(
        {
            "фотоесеп": "photo", "бейнеесеп": "video", "видеоесеп": "video",
            "фото есеп": "photo", "бейне есеп": "video", "видео есеп": "video",
            "фотоматериал": "photo", "бейнематериал": "video", "видеоматериал": "video",
        }
    ),
    look_alikes=str.maketrans("aceopxyihkmtəө", "асеорхуіһкмтәө"),
    coins=("тиын",),
    percent_space="\N{NO-BREAK SPACE}",
    dates=Dates(
        months=MONTHS,
        also=FrozenMap(_months()),
        ablative=frozenset(in_case(name, Case.ABLATIVE) for name in MONTHS),
        year=(
            "жыл", "жылы", "жылғы", "жылдың", "жылдар", "жылдары", "ж.", "жж.", "жылдан",
            "жылға", "жылда", "г.", "жылдардағы",
        ),
        middle=("мен", "бен", "пен"),
        close=("дейін", "дейінгі", "аралығында", "аралығы", "арасында"),
        patterns=FrozenMap(
            {
                "day": "{y} жылғы {d} {m}",
                "day-yearless": "{d} {m}",
                "daysame": "{y} жылғы {d}–{d2} {m}",
                "daysame-yearless": "{d}–{d2} {m}",
                "days": "{d} {m} – {d2} {m2} {y} жыл",
                "days-yearless": "{d} {m} – {d2} {m2}",
                "dayyears": "{y} жылғы {d} {m} – {y2} жылғы {d2} {m2}",
                "month": "{y} жылғы {M}",
                "month-yearless": "{M}",
                "months": "{M}–{M2} {y} жыл",
                "months-yearless": "{M}–{M2}",
                "monthyears": "{y} жылғы {M} – {y2} жылғы {M2}",
                "list": "{list} {y} жыл",
            }
        ),
    ),
)  # fmt: skip
