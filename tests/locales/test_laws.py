"""What is written is read back, in each language; nothing depends on the process or the thread."""

import datetime as dt
import decimal
import locale
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grantkit.locales.api import BabelLocale
from grantkit.locales.en.locale import EnglishLocale
from grantkit.model import Comparator, Money, Part, PartialDate, Period, Quantity, Span, Statement
from grantkit_kk.kazakh import KazakhLocale
from grantkit_ru.russian import RussianLocale

LOCALES = [EnglishLocale(), KazakhLocale(), RussianLocale()]
CODES = sorted({noun.code for noun in LOCALES[0].lexicon().nouns})
each_language = pytest.mark.parametrize("language", LOCALES, ids=lambda language: language.tag)

NUMBERS = (
    st.sampled_from([0, 1, 2, 3, 4, 5, 8, 10, 15, 21, 100, 3000]).map(Decimal)
    | st.integers(-50, 10**18).map(Decimal)
    | st.integers(-(10**9), 10**9).flatmap(
        lambda n: st.integers(0, 8).map(lambda places: Decimal(n).scaleb(-places))
    )
)
UNITS = st.none() | st.sampled_from(CODES)


@st.composite
def parts(draw: st.DrawFn) -> Part:
    value, comparator = draw(NUMBERS), draw(st.sampled_from(Comparator))
    between = comparator is Comparator.BETWEEN
    upper = value + abs(draw(NUMBERS)) + 1 if between else None
    of = draw(st.none() | NUMBERS.filter(lambda number: number > 0).map(abs))
    return Part(value, draw(UNITS), comparator, upper=upper, of=of)


ALIKE = st.builds(
    lambda pairs, comparator: tuple(Part(v, u, comparator) for v, u in pairs),
    st.lists(st.tuples(NUMBERS, UNITS), min_size=1, max_size=3),
    st.sampled_from([c for c in Comparator if c is not Comparator.BETWEEN]),
)
QUANTITIES = st.builds(Quantity, ALIKE | st.lists(parts(), min_size=1, max_size=3), UNITS)

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)).map(PartialDate.of)
DATES = [
    DAYS,
    DAYS.map(lambda d: PartialDate(d.year, d.month)),
    DAYS.map(lambda d: PartialDate(None, d.month, d.day)),
    DAYS.map(lambda d: PartialDate(None, d.month)),
    DAYS.map(lambda d: PartialDate(2024, d.month)),
]


def span(ends: tuple[PartialDate, PartialDate]) -> Span:
    return Span(*sorted(ends, key=lambda d: (d.year or 0, d.month, d.day or 0)))


SPANS = [st.tuples(dates, dates).map(span) | dates.map(Span) for dates in DATES]
PERIODS = st.builds(Period, st.lists(st.one_of(SPANS), min_size=1, max_size=3)) | st.builds(
    Period, st.lists(SPANS[-1], min_size=2, max_size=3)
)
MONEY = st.builds(
    Money,
    NUMBERS,
    st.sampled_from(["KZT", "USD", "EUR", "RUB", "CHF"]),
    st.sampled_from([1, 1000, 10**6, 10**9]),
)


def test_every_language_has_words_for_every_unit() -> None:
    for language in LOCALES:
        nouns = language.lexicon().nouns
        assert sorted(noun.code for noun in nouns) == CODES


@each_language
def test_no_word_is_two_units(language: BabelLocale) -> None:
    lexicon = language.lexicon()
    forms: dict[str, str] = {}
    for noun in lexicon.nouns:
        for form, _ in lexicon.readings(noun):
            assert forms.setdefault(form.lower(), noun.code) == noun.code, form


@each_language
@given(quantity=QUANTITIES)
def test_quantities(language: BabelLocale, quantity: Quantity) -> None:
    reading = language.parse_quantity(language.format_quantity(quantity))
    assert (reading.value, reading.notes) == (quantity, ())


@each_language
@given(period=PERIODS)
def test_periods(language: BabelLocale, period: Period) -> None:
    reading = language.parse_period(language.format_period(period))
    assert (reading.value, reading.notes) == (period, ())


@each_language
@given(money=MONEY, words=st.booleans())
def test_money(language: BabelLocale, money: Money, *, words: bool) -> None:
    reading = language.parse_money(language.format_money(money, words=words))
    assert (reading.value, reading.notes) == (money, ())


@each_language
@given(text=st.text(alphabet="0123456789 ,./-()%әқңаеодніckmtnot+", max_size=20))
def test_no_text_raises(language: BabelLocale, text: str) -> None:
    for read in (language.parse_quantity, language.parse_money, language.parse_period):
        value = read(text).value
        assert value is not None


@each_language
@given(quantity=QUANTITIES)
def test_nothing_narrow_is_printed(language: BabelLocale, quantity: Quantity) -> None:
    assert "\N{NARROW NO-BREAK SPACE}" not in language.format_quantity(quantity)


def test_the_process_locale_and_decimal_context_change_nothing() -> None:
    quantity = Quantity.of(Decimal("10500000.125"), "KZT", Comparator.AT_LEAST)
    said = [language.format_quantity(quantity) for language in LOCALES]
    before = locale.setlocale(locale.LC_ALL)
    with decimal.localcontext(decimal.Context(prec=2, traps=[])):
        fresh = [type(language)() for language in LOCALES]
        assert [language.format_quantity(quantity) for language in fresh] == said
        for language, text in zip(fresh, said, strict=True):
            assert language.parse_quantity(text).value == quantity
            money = Money(Decimal("1086.25"), "KZT", 10**6)
            assert language.parse_money(language.format_money(money, words=True)).value == money
    assert locale.setlocale(locale.LC_ALL) == before


def test_sixteen_threads_never_mix_languages() -> None:
    fresh = [EnglishLocale(), KazakhLocale(), RussianLocale()]
    texts = ["at least 100 people", "100 адамнан кем емес", "не менее 100 человек"]

    def work(n: int) -> bool:
        language, text = fresh[n % 3], texts[n % 3]
        quantity = language.parse_quantity(text).value
        return isinstance(quantity, Quantity) and language.format_quantity(quantity) == text

    with ThreadPoolExecutor(16) as pool:
        assert all(pool.map(work, range(960)))


STRICT = decimal.Context(
    prec=3,
    Emax=2,
    Emin=-2,
    traps=[
        decimal.Clamped, decimal.DivisionByZero, decimal.FloatOperation, decimal.Inexact,
        decimal.InvalidOperation, decimal.Overflow, decimal.Rounded, decimal.Subnormal,
        decimal.Underflow,
    ],
)  # fmt: skip
WIDE = NUMBERS | st.sampled_from(
    [Decimal("9" * 30), Decimal("-" + "9" * 30), Decimal("9" * 30 + "." + "9" * 30)]
)
TEMPLATES = [
    "{x}", "{x:words}", "{x:number}", "{x:abl}", "{x:dat}", "{x:пост|поста|постов}", "{x:money}",
]  # fmt: skip


def _said(language: BabelLocale, number: Decimal, code: str) -> list[object]:
    """All that a language says of a number, and what it reads back."""
    unit = None if code == "KZT" else code
    bounds = [c for c in Comparator if c is not Comparator.BETWEEN]
    quantities = [Quantity.of(number, unit, comparator) for comparator in bounds]
    amounts = [Money(number, currency) for currency in ("KZT", "CHF")]
    said = [language.format_quantity(quantity) for quantity in quantities]
    paid = [language.format_money(m, words=words) for m in amounts for words in (True, False)]
    told = [language.format_message(template, {"x": number}) for template in TEMPLATES]
    return [
        said, paid, told, language.format_number(number),
        [language.format_unit(quantity.parts[0].unit, number) for quantity in quantities if unit],
        [language.parse_quantity(text) for text in said],
        [language.parse_money(text) for text in paid],
    ]  # fmt: skip


@each_language
@settings(max_examples=25)
@given(number=WIDE, code=st.sampled_from(CODES))
def test_no_decimal_context_changes_what_is_said(
    language: BabelLocale, number: Decimal, code: str
) -> None:
    usual = _said(language, number, code)
    with decimal.localcontext(STRICT):
        assert _said(type(language)(), number, code) == usual


@each_language
@pytest.mark.parametrize("sign", ["", "-"])
def test_the_widest_amount_is_written_and_read_back(language: BabelLocale, sign: str) -> None:
    for digits in ("9" * 30, "9" * 30 + "." + "9" * 30, "0." + "0" * 29 + "1"):
        money = Money(Decimal(sign + digits))
        for words in (True, False):
            text = language.format_money(money, words=words)
            assert language.parse_money(text).value == money


@each_language
def test_more_digits_than_a_number_has_are_words(language: BabelLocale) -> None:
    scale = {"en": "billion {} million", "kk": "млрд {} млн", "ru": "млрд {} млн"}[language.tag]
    mark = "." if language.tag == "en" else ","
    text = "9" * 85 + " " + scale.format("1" + mark + "1" * 80)
    assert language.parse_quantity(text).value == Statement("words")
    assert language.parse_money(text).value == Statement("words")


@each_language
@pytest.mark.parametrize("value", ["NaN", "Infinity", "sNaN", "9" * 40])
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_message_never_fails(language: BabelLocale, template: str, value: str) -> None:
    assert language.format_message(template, {"x": Decimal(value)})
