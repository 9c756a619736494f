"""Kazakh cells beyond the report's own: states, damage, words, dates, money, and how we write."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantkit.model import (
    NOT_APPLICABLE,
    Comparator,
    Money,
    Part,
    PartialDate,
    Period,
    Quantity,
    Statement,
    Unit,
)
from grantkit_kk.kazakh import KazakhLocale
from grantkit_kk.numerals import Case, suffix

KK = KazakhLocale()
AMBIGUOUS, WORDS = Statement("ambiguous"), Statement("words")
C = Comparator
NBSP = "\N{NO-BREAK SPACE}"


def q(*parts: Part, per: str | None = None) -> Quantity:
    return Quantity(parts, per)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("10 000", q(Part(10000))),
        (f"10{NBSP}500{NBSP}000", q(Part(10_500_000))),
        ("10,5", q(Part(Decimal("10.5")))),
        ("3 (үш)", q(Part(3))),
        ("үш (3) пост", q(Part(3, "post"))),
        ("екі", q(Part(2))),
        ("он бес пост", q(Part(15, "post"))),
        ("бестен кем емес", q(Part(5, None, C.AT_LEAST))),
        ("1 млрд 86 млн", q(Part(1_086_000_000))),
        ("10 мыңнан астам", q(Part(10_000, None, C.MORE_THAN))),
        ("5 мың адам", q(Part(5000, "person"))),
        ("500 дана", q(Part(500, "piece"))),
        ("кемінде 100 адам", q(Part(100, "person", C.AT_LEAST))),
        ("100 адамнан кем емес", q(Part(100, "person", C.AT_LEAST))),
        ("100-ден кем емес адам", q(Part(100, "person", C.AT_LEAST))),
        ("100-ден астам адам", q(Part(100, "person", C.MORE_THAN))),
        ("3000-нан аса", q(Part(3000, None, C.MORE_THAN))),
        ("20-дан артық емес", q(Part(20, None, C.AT_MOST))),
        ("20-ға дейін", q(Part(20, None, C.AT_MOST))),
        ("20-дан кем", q(Part(20, None, C.LESS_THAN))),
        ("500-ге жуық", q(Part(500, None, C.ABOUT))),
        ("шамамен 500 адам", q(Part(500, "person", C.ABOUT))),
        ("25%-дан кем емес", q(Part(25, "percent", C.AT_LEAST))),
        ("25–30 %", q(Part(25, "percent", C.BETWEEN, upper=30))),
        ("10-нан 15-ке дейін", q(Part(10, None, C.BETWEEN, upper=15))),
        ("8-ден кем емес және 15-тен артық емес", q(Part(8, None, C.BETWEEN, upper=15))),
        ("5-тен 4", q(Part(4, of=5))),
        ("80/100", q(Part(80, of=100))),
        ("5 сюжет, 3 мақала", q(Part(5, "story"), Part(3, "article"))),
        ("кемінде 5 фото, 1 видео", q(Part(5, "photo", C.AT_LEAST), Part(1, "video"))),
        ("тоқсанына 1 рет", q(Part(1, "time"), per="quarter")),
        ("күніне 2 пост", q(Part(2, "post"), per="day")),
        ("1 тоқсан", q(Part(1, "quarter"))),
        ("әрбір іс-шарадан 2 фото", q(Part(2, "photo"), per="event")),
        ("шара сайын 2 пост", q(Part(2, "post"), per="event")),
        ("150 000 теңге", q(Part(150_000, "KZT"))),
    ],
)
def test_reads(text: str, meaning: Quantity) -> None:
    reading = KK.parse_quantity(text)
    assert (reading.value, reading.notes) == (meaning, ())


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("жоқ", AMBIGUOUS),
        ("Жоқ.", AMBIGUOUS),
        ("қолданылмайды", NOT_APPLICABLE),
        ("тоқсан", AMBIGUOUS),  # ninety, or a quarter
        ("1,295", AMBIGUOUS),
        ("10.500", AMBIGUOUS),
        ("10.05", AMBIGUOUS),
        ("3 (төрт)", AMBIGUOUS),
        ("5 фото, 1 видеодан кем емес", AMBIGUOUS),
        ("5/1 фото", AMBIGUOUS),
        ("орындалды", WORDS),
        ("5 шелек", WORDS),
        ("5 кем", WORDS),
        ("5-ке кем емес", WORDS),
        ("5 посттың", WORDS),
        ("15-10", WORDS),
        ("- 5", WORDS),
        ("2024 жыл ішінде 5 пост", WORDS),
        ("1" * 31, WORDS),
        ("5 " * 200, WORDS),
        ("9" * 5000, WORDS),
    ],
)
def test_does_not_guess(text: str, state: object) -> None:
    assert KK.parse_quantity(text).value == state


def test_two_parts_are_not_a_decimal() -> None:
    assert KK.parse_quantity("5,1", "Фото/бейнеесеп").value == AMBIGUOUS
    assert KK.parse_quantity("5/10", "Фото/бейнеесеп").value == q(
        Part(5, "photo"), Part(10, "video")
    )


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("100ден кем емес", "hyphen"),
        ("100 ден кем емес", "hyphen"),
        ("100 кем емес", "suffix"),
        ("100-дан кем емес", "harmony"),
        ("100-тен кем емес", "harmony"),
        ("100-дeн кeм емес", "look-alike"),  # Latin e, twice
        ("100-ден  кем емес", "spaces"),
        ("100-ден кем емес.", "full-stop"),
        ("100-ден кем\u00adемес".replace("\u00ad", " \u00ad"), "invisible"),
        ("100‑ден кем емес", None),
        ("100-ДЕН КЕМ ЕМЕС", None),
        (f"100-ден{NBSP}кем емес", None),
    ],
)
def test_repairs_damage(text: str, note: str | None) -> None:
    reading = KK.parse_quantity(text)
    assert reading.value == Quantity.of(100, None, C.AT_LEAST)
    assert reading.notes == ((note,) if note else ())


@given(st.integers(0, 10**13))
def test_right_endings_are_no_repair(n: int) -> None:
    text = f"{n}-{suffix(n, Case.ABLATIVE)} кем емес"
    assert KK.parse_quantity(text).notes == ()
    assert KK.parse_quantity(text).value == Quantity.of(n, None, C.AT_LEAST)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("маусым-қазан 2024 жыл", "2024-06/2024-10"),
        ("Мамыр, қыркүйек, қараша 2024 жыл", "2024-05,2024-09,2024-11"),
        ("Қыркүйек -қараша 2024 жыл", "2024-09/2024-11"),
        ("30 сәуір - 29 қараша 2024 жыл", "2024-04-30/2024-11-29"),
        ("22-27 шілде", "--07-22/--07-27"),
        ("10.10.2024", "2024-10-10"),
        ("10.10.2024ж", "2024-10-10"),
        ("10.10.2024 ж.", "2024-10-10"),
        ("2024 жылғы 6-21 шілде", "2024-07-06/2024-07-21"),
        ("2 шілде 2024 жыл", "2024-07-02"),
        ("13 маусым - 3 шілде", "--06-13/--07-03"),
        ("2024 жылғы 30 сәуірден 29 қарашаға дейін", "2024-04-30/2024-11-29"),
        ("2024 жылғы 30 сәуір мен 29 қараша аралығында", "2024-04-30/2024-11-29"),
        ("2, 27 шілде, 8 тамыз", "--07-02,--07-27,--08-08"),
        ("мамыр және маусым", "--05,--06"),
        ("мамыр, 2024 жыл", "2024-05"),
        ("2024 жыл", "2024-01/2024-12"),
        ("2024-06/2024-10", "2024-06/2024-10"),
        ("10-15.10.2024", "2024-10-10/2024-10-15"),
        ("қараша-ақпан", AMBIGUOUS),
        ("желтоқсан-қаңтар 2025 жыл", AMBIGUOUS),
        ("31 маусым 2024 жыл", AMBIGUOUS),
        ("жыл бойы", WORDS),
    ],
)
def test_periods(text: str, iso: object) -> None:
    value = KK.parse_period(text).value
    expected = Period.parse(iso) if isinstance(iso, str) else iso
    assert value == expected


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("10 500 000 (он миллион бес жүз мың) теңге", Money(10_500_000)),
        ("10 500 000 теңге (он миллион бес жүз мың теңге)", Money(10_500_000)),
        ("266392", Money(266_392)),
        ("2 345 мың теңге", Money(2345, "KZT", 1000)),
        ("10,5 млн теңге", Money(Decimal("10.5"), "KZT", 10**6)),
        ("7 796 500,00 тг.", Money(7_796_500)),
        ("500 ₸", Money(500)),
        ("10 500 000 теңге 50 тиын", Money(Decimal("10500000.5"))),
        ("100 CHF", Money(100, "CHF")),
        ("10 500 000 (он миллион) теңге", AMBIGUOUS),
        ("100 PDF", WORDS),
        ("5 пост", WORDS),
        ("жоқ", AMBIGUOUS),
    ],
)
def test_money(text: str, money: object) -> None:
    assert KK.parse_money(text).value == money


def test_writes_kazakh_that_a_kazakh_would_sign() -> None:
    least = Part(5, None, C.AT_LEAST)
    assert KK.format_quantity(q(least, Part(1, None, C.AT_LEAST), per="event")) == (
        "әр шарадан 5/1-ден кем емес"
    )
    assert KK.format_quantity(Quantity.of(3000, None, C.AT_LEAST)) == f"3{NBSP}000-нан кем емес"
    assert KK.format_quantity(Quantity.of(100, "person", C.MORE_THAN)) == "100 адамнан астам"
    assert KK.format_quantity(Quantity.of(25, "percent", C.AT_LEAST)) == (f"25{NBSP}%-дан кем емес")
    assert KK.format_quantity(Quantity.of(10, per="contest")) == "әр байқаудан 10"
    free = Quantity.of(5, Unit.free("шелек", "kk"), C.AT_LEAST)
    assert KK.format_quantity(free) == "5-тен кем емес шелек"
    assert KK.format_money(Money(10_500_000), words=True) == (
        f"10{NBSP}500{NBSP}000 (он миллион бес жүз мың) теңге"
    )
    assert KK.format_money(Money(2345, "KZT", 1000)) == f"2{NBSP}345 мың теңге"
    assert KK.format_date(PartialDate(2024, 4, 30)) == "2024 жылғы 30 сәуір"
    for iso, said in [
        ("2024-04-30/2024-11-29", "30 сәуір – 29 қараша 2024 жыл"),
        ("2024-06/2024-10", "маусым–қазан 2024 жыл"),
        ("2024-05,2024-09,2024-11", "мамыр, қыркүйек, қараша 2024 жыл"),
        ("2023-11-01/2024-02-01", "2023 жылғы 1 қараша – 2024 жылғы 1 ақпан"),
        ("2024-07-06/2024-07-21", "2024 жылғы 6–21 шілде"),
    ]:
        assert KK.format_period(Period.parse(iso)) == said


def test_messages_take_cases() -> None:
    args = {"n": 3000, "when": PartialDate(2024, 4, 30), "sum": Money(5)}
    message = "{n:abl} {n:dat} {n:gen} {n:loc} {n:acc} {n:ins}; {when:date}; {sum:money}"
    assert KK.format_message(message, args) == (
        f"3{NBSP}000-нан 3{NBSP}000-ға 3{NBSP}000-ның 3{NBSP}000-да 3{NBSP}000-ды "
        f"3{NBSP}000-мен; 2024 жылғы 30 сәуір; 5 теңге"
    )


@pytest.mark.parametrize(
    ("word", "ablative"),
    [
        ("курс", "курстан"),
        ("форум", "форумнан"),
        ("минут", "минуттан"),
        ("интервью", "интервьюден"),
        ("рубль", "рубльден"),
        ("байқау", "байқаудан"),
        ("жұмыс орны", "жұмыс орнынан"),
    ],
)
def test_nouns_in_the_ablative(word: str, ablative: str) -> None:
    from grantkit_kk.words import in_case

    assert in_case(word, Case.ABLATIVE) == ablative
