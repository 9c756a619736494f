"""Any language of CLDR works for numbers and dates; listing locales loads nothing heavy."""

import datetime as dt
import pickle
import subprocess
import sys
from decimal import Decimal

import pytest
from babel.localedata import locale_identifiers

from grantkit.errors import InvalidValue
from grantkit.locales.api import BabelLocale, Locale
from grantkit.locales.en.locale import EnglishLocale
from grantkit.model import Comparator, Money, Period, Quantity
from grantkit_kk.kazakh import KazakhLocale


@pytest.mark.parametrize(
    ("tag", "number", "day", "months"),
    [
        ("ja", "12,345,678.5", "2024年4月30日", "5月 2024 – 7月 2024"),
        ("fr", "12\xa0345\xa0678,5", "30 avril 2024", "mai 2024 – juillet 2024"),
        ("sv", "12\xa0345\xa0678,5", "30 april 2024", "maj 2024 – juli 2024"),
        ("hi", "1,23,45,678.5", "30 अप्रैल 2024", "मई 2024 – जुलाई 2024"),
        ("de", "12.345.678,5", "30. April 2024", "Mai 2024 – Juli 2024"),
        ("hu", "12\xa0345\xa0678,5", "2024. április 30.", "május 2024 – július 2024"),
    ],
)
def test_numbers_and_dates_of_any_language(tag: str, number: str, day: str, months: str) -> None:
    language = BabelLocale(tag)
    assert language.format_number(Decimal("12345678.5")) == number
    assert language.format_date(dt.date(2024, 4, 30)) == day
    assert language.format_period(Period.parse("2024-05/2024-07")) == months


def test_a_language_without_words_uses_signs() -> None:
    language = BabelLocale("sv")
    quantity = Quantity.of(5, "round-table", Comparator.AT_LEAST, per="event")
    assert language.format_quantity(quantity) == "≥5 round table / event"
    assert language.parse_quantity("≥ 5").value == Quantity.of(5, None, Comparator.AT_LEAST)
    assert language.format_money(Money(5, "KZT", 1000), words=True) == "5 × 1000 KZT"
    assert language.parse_period("30 april 2024").value == Period.parse("2024-04-30")


EVERY = sorted({name for name in locale_identifiers() if "_" not in name})
PERIODS = [
    "2024-05-01", "--04-30", "2024-05-01/2024-05-04", "--05-01/--05-04", "2024-04-30/2024-11-29",
    "--04-30/--11-29", "2023-04-30/2024-11-29", "2024-05", "--05", "2024-05/2024-07", "--05/--07",
    "2023-05/2024-07", "2024-05,2024-09", "--05,--09", "2024-05-01,2024-06-03/2024-06-05",
    "2023-05,2024-06",
]  # fmt: skip


@pytest.mark.parametrize("tag", EVERY)
def test_any_language_reads_what_it_prints(tag: str) -> None:
    language = BabelLocale(tag)
    for iso in [*PERIODS, *(f"2024-{n:02}-11" for n in range(1, 13))]:
        period = Period.parse(iso)
        assert language.parse_period(language.format_period(period)).value == period
    for number in map(Decimal, ("0", "999", "1000", "1295", "-12345", "1234567.5", "1.125")):
        for quantity in (
            Quantity.of(number),
            Quantity.of(number, "percent", Comparator.AT_LEAST),
        ):
            assert language.parse_quantity(language.format_quantity(quantity)).value == quantity
        for money in (Money(number), Money(number, "USD", 10**6)):
            assert language.parse_money(language.format_money(money)).value == money


def test_a_day_in_uzbek() -> None:
    language = BabelLocale("uz")
    assert language.format_period(Period.parse("2024-05-01")) == "1-may, 2024"
    assert language.parse_period("1-may, 2024").value == Period.parse("2024-05-01")


ORDERS = """
import datetime, sys
from babel import Locale
from grantkit.locales.api import BabelLocale
from grantkit.model import Period
tags = sys.argv[2:]
if sys.argv[1] == "standing-alone":  # what another library may ask Babel for
    for tag in tags:
        Locale.parse(tag).months["stand-alone"]["wide"][5]
        Locale.parse(tag).eras
said = {}
for tag in tags:
    language = BabelLocale(tag)
    said[tag] = [language.format_period(Period.parse(f"2024-{n:02}/2024-12")) for n in range(1, 12)]
    said[tag] += [language.format_date(datetime.date(2024, n, 3)) for n in range(1, 13)]
    said[tag] += [language.format_number(n) for n in (1234567, -5)]
print(ascii(sorted(said.items())))
"""


def test_no_language_depends_on_those_used_before() -> None:
    tags = ["ja", "fr", "zh", "ru", "kk", "ar", "hi", "uz", "ky", "de", "th", "sv", "fi"]

    def said(how: str, order: list[str]) -> str:
        command = [sys.executable, "-c", ORDERS, how, *order]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    usual = said("", tags)
    assert "avril" in usual
    assert said("", tags[::-1]) == usual
    assert said("standing-alone", tags) == usual
    assert said("", ["fr"])[1:-2] in usual


def test_a_language_that_nobody_knows() -> None:
    with pytest.raises(InvalidValue, match="zz"):
        BabelLocale("zz").format_number(5)


@pytest.mark.parametrize("language", [BabelLocale("sv"), EnglishLocale(), KazakhLocale()])
def test_is_a_locale_and_pickles(language: BabelLocale) -> None:
    assert isinstance(language, Locale)
    language.format_number(5)
    assert pickle.loads(pickle.dumps(language)).tag == language.tag


def test_listing_locales_is_cheap() -> None:
    code = (
        "import sys\n"
        "from grantkit_kk.plugin import grantkit_register_locales as kk\n"
        "from grantkit_ru.plugin import grantkit_register_locales as ru\n"
        "tags = [locale.tag for locale in (*kk(), *ru())]\n"
        "heavy = ('babel', 'grantkit.locales.grammar', 'grantkit_kk.lexicon')\n"
        "print(tags, [name for name in heavy if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['kk', 'ru'] []"
