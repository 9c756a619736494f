"""English cells: quantities, states, dates, money, and how we write them."""

from decimal import Decimal

import pytest

from grantkit.locales.en.locale import EnglishLocale
from grantkit.model import (
    NOT_APPLICABLE,
    Comparator,
    Money,
    Part,
    PartialDate,
    Period,
    Quantity,
    Statement,
)

EN = EnglishLocale()
AMBIGUOUS, WORDS = Statement("ambiguous"), Statement("words")
C = Comparator


def q(*parts: Part, per: str | None = None) -> Quantity:
    return Quantity(parts, per)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("1,295", q(Part(1295))),
        ("10 500 000", q(Part(10_500_000))),
        ("1.5", q(Part(Decimal("1.5")))),
        ("-5", q(Part(-5))),
        ("35 posts", q(Part(35, "post"))),
        ("one hundred and five posts", q(Part(105, "post"))),
        ("three (3) posts", q(Part(3, "post"))),
        ("not fewer than 100 people", q(Part(100, "person", C.AT_LEAST))),
        ("100+", q(Part(100, None, C.AT_LEAST))),
        ("≥ 100", q(Part(100, None, C.AT_LEAST))),
        ("5 or more", q(Part(5, None, C.AT_LEAST))),
        ("up to 20", q(Part(20, None, C.AT_MOST))),
        ("over 3000 views", q(Part(3000, "view", C.MORE_THAN))),
        ("under 5", q(Part(5, None, C.LESS_THAN))),
        ("~500", q(Part(500, None, C.ABOUT))),
        ("10 to 15", q(Part(10, None, C.BETWEEN, upper=15))),
        ("between 10 and 15 posts", q(Part(10, "post", C.BETWEEN, upper=15))),
        ("not less than 8 and not more than 15", q(Part(8, None, C.BETWEEN, upper=15))),
        ("25%-30%", q(Part(25, "percent", C.BETWEEN, upper=30))),
        ("4 out of 5", q(Part(4, of=5))),
        ("5/1 photos/videos", q(Part(5, "photo"), Part(1, "video"))),
        ("5 stories, 3 articles", q(Part(5, "story"), Part(3, "article"))),
        (
            "from each event at least 5/1",
            q(*(Part(n, None, C.AT_LEAST) for n in (5, 1)), per="event"),
        ),
        ("10 photos per contest", q(Part(10, "photo"), per="contest")),
        ("2 times a month", q(Part(2, "time"), per="month")),
        ("1.5 million tenge", q(Part(1_500_000, "KZT"))),
    ],
)
def test_reads(text: str, meaning: Quantity) -> None:
    reading = EN.parse_quantity(text)
    assert (reading.value, reading.notes) == (meaning, ())


def test_the_name_may_name_the_parts() -> None:
    named = q(Part(5, "photo"), Part(1, "video"))
    assert EN.parse_quantity("5/1", "Photo/video report").value == named
    assert EN.parse_quantity("5/1", "Photos/sketches").value == q(Part(5), Part(1))
    assert EN.parse_quantity("5/1", "Photo/1,5/video").value == q(Part(5), Part(1))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("none", AMBIGUOUS),
        ("N/A", NOT_APPLICABLE),
        ("1.295", AMBIGUOUS),
        ("5,1", AMBIGUOUS),
        ("3 (four)", AMBIGUOUS),
        ("done", WORDS),
        ("10.10.2024", WORDS),
        ("1 2", WORDS),
        ("5 buckets", WORDS),
    ],
)
def test_does_not_guess(text: str, state: object) -> None:
    assert EN.parse_quantity(text).value == state


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("June–October 2024", "2024-06/2024-10"),
        ("30 April – 29 November 2024", "2024-04-30/2024-11-29"),
        ("from 30 April to 29 November 2024", "2024-04-30/2024-11-29"),
        ("May, September, November 2024", "2024-05,2024-09,2024-11"),
        ("May 5, 2024", "2024-05-05"),
        ("30th of April 2024", "2024-04-30"),
        ("Nov 2023 – Feb 2024", "2023-11/2024-02"),
        ("22-27 July", "--07-22/--07-27"),
        ("2024-04-30", "2024-04-30"),
        ("--07", "--07"),
        ("25/12/2024", "2024-12-25"),
        ("06.2024", "2024-06"),
        ("10/11/2024", AMBIGUOUS),
        ("soon", WORDS),
    ],
)
def test_periods(text: str, iso: object) -> None:
    expected = Period.parse(iso) if isinstance(iso, str) else iso
    assert EN.parse_period(text).value == expected


def test_writes() -> None:
    at_least = [Part(n, None, C.AT_LEAST) for n in (5, 1)]
    assert EN.format_quantity(q(*at_least, per="event")) == "at least 5/1 per event"
    assert EN.format_quantity(Quantity.of(1, "story")) == "1 story"
    assert EN.format_quantity(q(Part(5), Part(10))) == "5; 10"
    assert EN.format_money(Money(10_500_000), words=True) == (
        "10,500,000 (ten million five hundred thousand) tenge"
    )
    assert EN.format_date(PartialDate(2024, 4)) == "April 2024"
    assert EN.format_number(Decimal("-10500000.50")) == "-10,500,000.50"
