"""Any language of CLDR works for numbers and dates; listing locales loads nothing heavy."""

import datetime as dt
import pickle
import subprocess
import sys
from decimal import Decimal

import pytest

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
