"""Russian cells: quantities, states, dates, money, and how we write them."""

from decimal import Decimal

import pytest

from grantkit.model import (
    NOT_APPLICABLE,
    NOT_REPORTED,
    Comparator,
    Money,
    Part,
    PartialDate,
    Period,
    Quantity,
    Statement,
)
from grantkit_ru.russian import RussianLocale

RU = RussianLocale()
AMBIGUOUS, WORDS = Statement("ambiguous"), Statement("words")
C = Comparator
NBSP = "\N{NO-BREAK SPACE}"


def q(*parts: Part, per: str | None = None) -> Quantity:
    return Quantity(parts, per)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("10 500 000", q(Part(10_500_000))),
        ("14 роликов", q(Part(14, "clip"))),
        ("1 пост", q(Part(1, "post"))),
        ("2 поста", q(Part(2, "post"))),
        ("35 постов", q(Part(35, "post"))),
        ("двадцать один пост", q(Part(21, "post"))),
        ("3 (три) поста", q(Part(3, "post"))),
        ("не менее 100 человек", q(Part(100, "person", C.AT_LEAST))),
        ("минимум 5", q(Part(5, None, C.AT_LEAST))),
        ("от 10", q(Part(10, None, C.AT_LEAST))),
        ("100 и более", q(Part(100, None, C.AT_LEAST))),
        ("свыше 3000 просмотров", q(Part(3000, "view", C.MORE_THAN))),
        ("до 20 чел.", q(Part(20, "person", C.AT_MOST))),
        ("не более 5 дней", q(Part(5, "day", C.AT_MOST))),
        ("менее 5", q(Part(5, None, C.LESS_THAN))),
        ("порядка 500 участников", q(Part(500, "participant", C.ABOUT))),
        ("от 10 до 20", q(Part(10, None, C.BETWEEN, upper=20))),
        ("25-30%", q(Part(25, "percent", C.BETWEEN, upper=30))),
        ("не менее 8 и не более 15", q(Part(8, None, C.BETWEEN, upper=15))),
        ("4 из 5 школ", q(Part(4, "school", of=5))),
        ("80/100", q(Part(80, of=100))),
        ("4/5 баллов", q(Part(4, "point", of=5))),
        ("5 фото/1 видео", q(Part(5, "photo"), Part(1, "video"))),
        ("не менее 5 фото, 1 видео", q(Part(5, "photo", C.AT_LEAST), Part(1, "video"))),
        ("по 2 поста с каждого выезда", q(Part(2, "post"), per="trip")),
        ("на каждом мероприятии по 1 фото", q(Part(1, "photo"), per="event")),
        ("5 на мероприятие", q(Part(5), per="event")),
        ("2 раза в месяц", q(Part(2, "time"), per="month")),
        ("500 тыс. тенге", q(Part(500_000, "KZT"))),
    ],
)
def test_reads(text: str, meaning: Quantity) -> None:
    reading = RU.parse_quantity(text)
    assert (reading.value, reading.notes) == (meaning, ())


def test_per_event_with_a_comparator() -> None:
    least = [Part(n, unit, C.AT_LEAST) for n, unit in ((5, "photo"), (1, "video"))]
    text = "С каждого мероприятия не менее 5/1"
    assert RU.parse_quantity(text, "Фото/видеоотчёт").value == q(*least, per="event")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("нет", AMBIGUOUS),
        ("неприменимо", NOT_APPLICABLE),
        ("—", NOT_REPORTED),
        ("1,295", AMBIGUOUS),
        ("по 2 поста", AMBIGUOUS),
        ("не менее 5 фото и 1 видео", AMBIGUOUS),
        ("5 (шесть)", AMBIGUOUS),
        ("выполнено", WORDS),
        ("5 вёдер", WORDS),
        ("5 и 6", WORDS),
        ("около 10–15", WORDS),
    ],
)
def test_does_not_guess(text: str, state: object) -> None:
    assert RU.parse_quantity(text).value == state


def test_look_alikes() -> None:
    reading = RU.parse_quantity("c каждогo мероприятия не мeнее 5")  # Latin c, o, e
    assert reading.value == Quantity.of(5, None, C.AT_LEAST, per="event")
    assert reading.notes == ("look-alike",)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("с 30 апреля по 29 ноября 2024 года", "2024-04-30/2024-11-29"),
        ("июнь-октябрь 2024 г.", "2024-06/2024-10"),
        ("май, сентябрь, ноябрь 2024 года", "2024-05,2024-09,2024-11"),
        ("22–27 июля", "--07-22/--07-27"),
        ("1 и 2 мая", "--05-01,--05-02"),
        ("в мае 2024 года", "2024-05"),
        ("10.10.2024 г.", "2024-10-10"),
        ("2024-2025 гг.", "2024-01/2025-12"),
        ("декабрь 2024 – январь 2025", "2024-12/2025-01"),
        ("май 2023, июнь", AMBIGUOUS),
        ("10.10.24", WORDS),
    ],
)
def test_periods(text: str, iso: object) -> None:
    expected = Period.parse(iso) if isinstance(iso, str) else iso
    assert RU.parse_period(text).value == expected


def test_writes() -> None:
    assert RU.format_quantity(Quantity.of(5, "post", C.AT_LEAST)) == "не менее 5 постов"
    assert RU.format_quantity(Quantity.of(21, "post", C.AT_LEAST)) == "не менее 21 поста"
    assert RU.format_quantity(Quantity.of(2, "time", per="month")) == "2 раза в месяц"
    assert RU.format_quantity(Quantity.of(3, "settlement")) == "3 населённых пункта"
    assert RU.format_quantity(Quantity.of(3, "post", per="meeting")) == "с каждой встречи 3 поста"
    assert RU.format_money(Money(10_500_000), words=True) == (
        f"10{NBSP}500{NBSP}000 (десять миллионов пятьсот тысяч) тенге"
    )
    assert RU.format_money(Money(Decimal("2.5"), "USD", 10**6)) == "2,5 млн долларов США"
    assert RU.format_period(Period.parse("2024-04-30/2024-11-29")) == (
        "с 30 апреля по 29 ноября 2024 года"
    )
    assert RU.format_period(Period.parse("2024-06/2024-10")) == "июнь–октябрь 2024 года"
    assert RU.format_date(PartialDate(2024, 4, 30)) == "30 апреля 2024 года"


@pytest.mark.parametrize(("n", "said"), [(1, "пост"), (3, "поста"), (5, "постов"), (21, "пост")])
def test_plural_forms_of_messages(n: int, said: str) -> None:
    assert RU.format_message("{n} {n:пост|поста|постов}", {"n": n}) == f"{n} {said}"
