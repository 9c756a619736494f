"""Values refuse what would make them meaningless, and compare by what they mean."""

import datetime as dt
import decimal
import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantkit.errors import InvalidText, InvalidValue
from grantkit.model import (
    NOT_REPORTED,
    UNREAD,
    Axis,
    Category,
    FrozenMap,
    Headcount,
    HeadcountCell,
    Money,
    Part,
    PartialDate,
    Period,
    Quantity,
    Span,
    Text,
    Unit,
    Written,
    check_text,
    clean_text,
    exact,
)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a\x00", "control"),
        ("a\x0b", "control"),
        ("a\x85", "control"),
        ("a\ufffe", "control"),
        ("a\ud800", "surrogate"),
        ("a\r\nb", "newline"),
        ("e\u0301", "not-nfc"),
        ("a" * 100_001, "too-long"),
    ],
)
def test_text_that_no_exporter_could_write_is_refused(text, reason):
    with pytest.raises(InvalidText) as caught:
        check_text(text)
    assert caught.value.reason == reason


@given(st.text())
def test_cleaned_text_can_be_kept_and_cleaning_again_changes_nothing(text):
    cleaned, changes = clean_text(text)
    assert check_text(cleaned) == cleaned
    assert clean_text(cleaned) == (cleaned, ())
    assert bool(changes) == (cleaned != text)


def test_a_text_is_equal_whatever_the_order_of_its_languages():
    assert Text({"kk": "а", "ru": "б"}) == Text({"ru": "б", "kk": "а"})
    assert hash(Text({"kk": "а", "ru": "б"})) == hash(Text({"ru": "б", "kk": "а"}))


@pytest.mark.parametrize("bad", [{}, {"kk": ""}, {"KK!": "а"}, {"": "а"}])
def test_a_text_without_words_or_language_is_refused(bad):
    with pytest.raises(InvalidValue):
        Text(bad)


def test_a_text_cannot_be_changed():
    with pytest.raises(AttributeError):
        Text({"kk": "а"}).anything = 1


@pytest.mark.parametrize("bad", [1.5, True, "1,5", "NaN", "1e400", Decimal("Infinity"), None, ""])
def test_a_number_is_never_a_guess(bad):
    with pytest.raises(InvalidValue):
        exact(bad)


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=6, min_value=-(10**20), max_value=10**20
    )
)
def test_numbers_stay_exact_in_any_ambient_context(number):
    with decimal.localcontext(prec=3):
        assert exact(number) == exact(str(number)) == number


def test_a_number_keeps_no_exponent_no_trailing_zeros_and_no_minus_zero():
    assert [str(exact(n)) for n in ("1E+2", "2.50", "-0")] == ["100", "2.5", "0"]


def test_blank_is_not_reported_and_words_are_not_read_yet():
    assert Written().value == Written(text="  ").value == NOT_REPORTED
    assert Written(text="6").value == UNREAD
    assert Written(Quantity.of(0)) != Written()


@pytest.mark.parametrize(
    "make",
    [
        lambda: Part(5, None, "between"),
        lambda: Part(5, None, upper=6),
        lambda: Part(5, None, "between", upper=5),
        lambda: Part(5, of=0),
        lambda: Part(5, None, "nearly"),
        lambda: Quantity(()),
        Unit,
        lambda: Unit("Post"),
        lambda: Unit.free("5 шт", "kk"),
        lambda: Unit.free("а/б", "kk"),
        lambda: Money(5, "тенге"),
        lambda: Money(5, "KZT", 10),
        lambda: PartialDate(2023, 2, 29),
        lambda: PartialDate(2024, 13),
        lambda: Span(PartialDate(2024, 5), PartialDate(2024, 4)),
        lambda: Span(PartialDate(2024, 5), PartialDate(2024, 5, 1)),
        lambda: Period(()),
        lambda: Axis("sex", (Category("f"), Category("f"))),
        lambda: Axis("age", (Category("young", "all"),)),
        lambda: Headcount(-1),
        lambda: Headcount(True),  # noqa: FBT003
        lambda: Headcount(5, cells=[HeadcountCell({"sex": "f"}, 1)]),
    ],
    ids=str,
)
def test_what_would_mean_nothing_is_refused(make):
    with pytest.raises(InvalidValue):
        make()


def test_thousands_are_worth_thousands():
    assert Money(2345, "KZT", 1000).total == Decimal(2_345_000)


def test_a_period_of_months_covers_their_days():
    period = Period.parse("2024-05,2024-09/2024-11")
    assert (period.first_day, period.last_day) == (dt.date(2024, 5, 1), dt.date(2024, 11, 30))
    assert Period.parse("--07-22/--07-27").first_day is None
    assert str(Period.parse("--07-22/--07-27")) == "--07-22/--07-27"


def test_values_survive_pickling():
    values = (Text({"kk": "а"}), FrozenMap({"a": 1}), Written(text="6"), Quantity.of(6, "post"))
    assert pickle.loads(pickle.dumps(values)) == values
