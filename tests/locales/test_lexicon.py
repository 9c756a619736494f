"""What an author of a locale may leave out, and what is refused when it is written down."""

import datetime as dt
from collections.abc import Callable

import pytest

from grantkit.errors import InvalidValue
from grantkit.locales import api
from grantkit.locales.api import BabelLocale, Bound, Dates, Lexicon, Noun
from grantkit.model import Comparator, Period, Quantity

MONTHS = tuple(f"{letter}month" for letter in "abcdefghijkl")
PERIODS = [
    "2024-05-01", "--04-30", "2024-05-01/2024-05-04", "--05-01/--05-04", "2024-04-30/2024-11-29",
    "--04-30/--11-29", "2023-04-30/2024-11-29", "2024-05", "--05", "2024-05/2024-07", "--05/--07",
    "2023-05/2024-07", "2024-05,2024-09", "--05,--09", "2023-05,2024-06",
]  # fmt: skip
OWN = {"day": "{m} {d}-ni {y}", "month": "{y}: {M}", "list": "{y} | {list}"}


@pytest.mark.parametrize(
    ("lexicon", "day"),
    [
        (Lexicon(tag="ky", dates=Dates(MONTHS)), "2024-ж., 1-emonth"),
        (Lexicon(tag="ky"), "2024-ж., 1-май"),
        (Lexicon(tag="qq", dates=Dates(MONTHS)), "1 emonth 2024"),
        (Lexicon(tag="qq"), "2024-05-01"),
        (Lexicon(tag="qq", dates=Dates(MONTHS, patterns=OWN)), "emonth 1-ni 2024"),
        (Lexicon(tag="qq", dates=Dates(MONTHS, patterns={"day": "{n}.{d}.{y}"})), "5.1.2024"),
        (
            Lexicon(tag="qq", dates=Dates(MONTHS, [f"of {name}" for name in MONTHS])),
            "1 of emonth 2024",
        ),
    ],
)
def test_patterns_that_are_left_out_follow_from_the_others(lexicon: Lexicon, day: str) -> None:
    language = BabelLocale(lexicon.tag, lexicon)
    assert language.format_date(dt.date(2024, 5, 1)) == day
    for iso in PERIODS:
        text = language.format_period(Period.parse(iso))
        assert language.parse_period(text).value == Period.parse(iso)
        assert language.parse_period(iso).value == Period.parse(iso)


REFUSED: list[tuple[Callable[[], object], str]] = [
    (lambda: Dates(MONTHS[:11]), "twelve months, not 11 and 0"),
    (lambda: Dates(MONTHS, MONTHS[:3]), "twelve months, not 12 and 3"),
    (lambda: Dates((*MONTHS[:11], "")), "a month has no name"),
    (lambda: Dates("abcdefghijkl"), "not str"),
    (lambda: Dates(MONTHS, also={"x": 13}), "a month that there is not"),
    (lambda: Dates(MONTHS, patterns={"dayz": "{d}"}), "no shape of dates is called 'dayz'"),
    (lambda: Dates(MONTHS, patterns={"day": "{d} {m}"}), "'day' of dates needs d, m, y"),
    (lambda: Dates(MONTHS, patterns={"list": "{list}"}), "'list' of dates needs list, y"),
    (lambda: Dates(MONTHS, patterns={"day": "{d} {m} {year}"}), "no field 'year'"),
    (lambda: Dates(MONTHS, patterns={"day": "{d.a} {m} {y}"}), "no field 'd.a'"),
    (lambda: Dates(MONTHS, patterns={"day": "{d} {m} {y} {}"}), "no field ''"),
    (lambda: Dates(MONTHS, patterns={"day": "{d:x2z} {m} {y}"}), "cannot be used"),
    (lambda: Dates(MONTHS, patterns={"day": "{d:{q}} {m} {y}"}), "cannot be used"),
    (lambda: Dates(MONTHS, patterns={"day": "{d} {m:d} {y}"}), "cannot be used"),
    (lambda: Dates(MONTHS, patterns={"day": "{d {m} {y}"}), "'day' of dates"),
    (lambda: Noun("post", ()), "a noun without forms: 'post'"),
    (lambda: Noun("post", "пост"), "not str"),
    (lambda: Bound(Comparator.ABOUT, ()), "a bound without words: about"),
    (lambda: api.nouns("post"), "a noun without forms: 'post'"),
]


@pytest.mark.parametrize("case", range(len(REFUSED)))
def test_what_cannot_be_printed_is_refused_at_once(case: int) -> None:
    make, why = REFUSED[case]
    with pytest.raises(InvalidValue) as refused:
        make()
    assert why in str(refused.value)


def test_percent_needs_no_word() -> None:
    def suffix(said: object, case: str) -> str:
        assert not isinstance(said, str)
        return case

    bound = Bound(Comparator.AT_LEAST, ("least",), place="after", case="abl")
    lexicon = Lexicon(tag="qq", bounds=(bound,), endings={"abl": "abl"}, suffix=suffix)
    language = BabelLocale("qq", lexicon)
    quantity = Quantity.of(5, "percent", Comparator.AT_LEAST)
    assert language.format_quantity(quantity) == "5% least"
    assert language.parse_quantity("5% least").value == quantity
    assert language.parse_quantity("5%-abl least").value == quantity


def test_an_author_needs_one_module() -> None:
    for name in api.__all__:
        assert getattr(api, name) is not None
    assert {"Grammar", "Interpreted", "format_message", "interpret", "normalise"} <= set(
        api.__all__
    )
    with pytest.raises(AttributeError):
        _ = api.nothing
