"""Russian words for quantities, money and dates."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from grantkit.locales.api import Bound, Dates, Lexicon, Noun, Scope, Score, nouns
from grantkit.model import Comparator, FrozenMap
from grantkit_ru import numerals
from grantkit_ru.words import GENITIVE_MONTHS, MONTHS, NOUNS, noun, readings

__all__ = ["LEXICON"]

_GENITIVE = "gen"
_EACH = {"m": "каждого", "f": "каждой", "n": "каждого"}


def _scope(noun: Noun) -> str:
    return f"с {_EACH[noun.gender]} {noun.forms[1]}"


def _plural(number: Decimal | int) -> int:
    return int(numerals.plural(number, "0", "1", "2"))


def _months() -> Iterator[tuple[str, int]]:
    for number, name in enumerate(GENITIVE_MONTHS, 1):
        stem = name[:-1]
        for ending in ("е", "ю", "у", "ем", "ём", "ом"):
            yield stem + ending, number
        yield f"{name[:3]}.", number
    yield "сент.", 9
    yield "нояб.", 11
    yield "февр.", 2


_BOUNDS = (
    Bound(
        Comparator.AT_LEAST,
        (
            "не менее", "не менее чем", "не менее, чем", "не меньше", "не меньше чем",
            "не ниже", "минимум",
            "как минимум", "по меньшей мере", "от", "начиная с", "начиная от", "мин.", "не мене",
        ),
        case=_GENITIVE,
    ),
    Bound(
        Comparator.MORE_THAN,
        (
            "более", "более чем", "более, чем", "больше", "больше чем", "свыше", "выше",
            "превышает", "старше",
        ),
        case=_GENITIVE,
    ),
    Bound(
        Comparator.AT_MOST,
        (
            "не более", "не более чем", "не больше", "не больше чем", "не свыше", "не выше",
            "максимум", "до", "не превышает", "не превышающее", "не превышая", "макс.",
        ),
        case=_GENITIVE,
    ),
    Bound(
        Comparator.LESS_THAN, ("менее", "менее чем", "меньше", "меньше чем", "ниже"),
        case=_GENITIVE,
    ),
    Bound(
        Comparator.ABOUT,
        ("около", "порядка", "примерно", "приблизительно", "ориентировочно", "прим."),
        case=_GENITIVE,
    ),
    Bound(
        Comparator.AT_LEAST,
        ("и более", "и больше", "и выше", "или более", "или больше", "минимум", "не менее"),
        place="after",
    ),
    Bound(
        Comparator.AT_MOST, ("и менее", "и меньше", "или менее", "максимум", "не более"),
        place="after",
    ),
)  # fmt: skip

LEXICON = Lexicon(
    tag="ru",
    decimal=",",
    group="\N{NO-BREAK SPACE}",
    nouns=nouns(NOUNS),
    noun=noun,
    readings=readings,
    bounds=_BOUNDS,
    scope=Scope(
        fixed=FrozenMap(
            {
                "day": ("в день", "ежедневно", "в сутки"),
                "week": ("в неделю", "еженедельно"),
                "month": ("в месяц", "ежемесячно", "в мес.", "в мес"),
                "quarter": ("в квартал", "ежеквартально"),
                "half-year": ("в полугодие",),
                "year": ("в год", "ежегодно"),
            }
        ),
        each=(
            "каждого", "каждой", "каждый", "каждая", "каждое", "каждую", "каждому", "каждом",
            "каждым", "на",
        ),
        before=("с", "со", "на", "за", "для", "по", "от", "в", "во", "из", "у", "к", "ко", "о"),
        distributive=("по",),
        write=_scope,
        fixed_place="after",
    ),
    score=Score(words=("из",)),
    conjunctions=("и", "а также", "но", "плюс"),
    range_pairs=(("от", "до"), ("с", "до"), ("с", "по"), ("от", "по")),
    scales=FrozenMap(
        {
            "тыс": 1000, "тыс.": 1000, "тысяч": 1000, "тысяча": 1000, "тысячи": 1000,
            "млн": 10**6, "млн.": 10**6, "миллион": 10**6, "миллиона": 10**6,
            "миллионов": 10**6, "млрд": 10**9, "млрд.": 10**9, "миллиард": 10**9,
            "миллиарда": 10**9, "миллиардов": 10**9,
        }
    ),
    scale_names=FrozenMap({1000: "тыс.", 10**6: "млн", 10**9: "млрд"}),
    value=numerals.value,
    words=numerals.words,
    plural=_plural,
    not_applicable=(
        "неприменимо", "не применимо", "не применяется", "н/п", "н.п", "n/a",
        "не предусмотрено", "не предусмотрен", "не предусмотрена", "не предусмотрены",
    ),
    ambiguous=("нет", "не было", "отсутствует", "отсутствуют", "ничего", "жоқ"),
    parts=FrozenMap(
        {
            "фотоотчет": "photo", "фотоотчёт": "photo", "видеоотчет": "video",
            "видеоотчёт": "video", "фото отчет": "photo", "видео отчет": "video",
            "фото-отчет": "photo", "видео-отчет": "video", "фото отчёт": "photo",
            "видео отчёт": "video", "фото-отчёт": "photo", "видео-отчёт": "video",
            "фотоматериал": "photo", "видеоматериал": "video", "фотоматериалы": "photo",
            "видеоматериалы": "video",
        }
    ),
    look_alikes=str.maketrans("aceopxykmth", "асеорхукмтн"),
    coins=("тиын", "тиынов", "тиына", "тиыны"),
    percent_space="\N{NO-BREAK SPACE}",
    dates=Dates(
        months=MONTHS,
        in_dates=GENITIVE_MONTHS,
        also=FrozenMap(_months()),
        year=("год", "года", "году", "годы", "годов", "годах", "г.", "гг."),
        start=("с", "со", "от", "в"),
        middle=("по", "до"),
        patterns=FrozenMap(
            {
                "day": "{d} {m} {y} года",
                "day-yearless": "{d} {m}",
                "daysame": "{d}–{d2} {m} {y} года",
                "daysame-yearless": "{d}–{d2} {m}",
                "days": "с {d} {m} по {d2} {m2} {y} года",
                "days-yearless": "с {d} {m} по {d2} {m2}",
                "dayyears": "с {d} {m} {y} года по {d2} {m2} {y2} года",
                "month": "{M} {y} года",
                "month-yearless": "{M}",
                "months": "{M}–{M2} {y} года",
                "months-yearless": "{M}–{M2}",
                "monthyears": "{M} {y} года – {M2} {y2} года",
                "list": "{list} {y} года",
            }
        ),
    ),
)  # fmt: skip
