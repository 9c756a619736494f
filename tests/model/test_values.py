"""Values refuse what would make them meaningless, and compare by what they mean."""

import datetime as dt
import decimal
import pickle
from decimal import Decimal

import attrs
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
    Grant,
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


@pytest.mark.parametrize("bad", ["abc", "", None, 5, ["abc"], {5: "а", "kk": "б"}, {"kk": None}])
def test_a_text_is_made_of_words_by_language(bad):
    with pytest.raises(InvalidValue):
        Text(bad)


def test_equal_maps_are_in_one_order():
    turned = {"ru": "б", "kk": "а", "en": "c"}
    assert list(Text(turned)) == list(FrozenMap(turned)) == ["en", "kk", "ru"]
    assert repr(Text(turned)) == repr(Text(dict(sorted(turned.items()))))
    assert list(FrozenMap({1000: "a", 5: "b"})) == [5, 1000]
    assert str(Text(turned)) == "c"


def test_the_best_words_do_not_depend_on_the_order_they_came_in():
    for words in ({"ru": "б", "kk": "а"}, {"kk": "а", "ru": "б"}):
        assert Text(words).best("en") == Text(words).best() == ("а", "kk")
        assert Text(words).best("en", "ru") == ("б", "ru")


@pytest.mark.parametrize("made", [Text({"kk": "а"}), FrozenMap({"kk": "а"})])
def test_a_map_cannot_be_changed(made):
    with pytest.raises(AttributeError):
        made.anything = 1
    with pytest.raises(AttributeError):
        del made._items
    made.__init__({"kk": "б"})
    assert made["kk"] == "а"


@pytest.mark.parametrize("bad", ["", "abc", b"ab", 5, None, [5], {"a": 1, 2: 3}])
def test_what_is_no_mapping_is_refused(bad):
    with pytest.raises(InvalidValue):
        FrozenMap(bad)


@pytest.mark.parametrize("bad", ["abc", "", b"a", 5, None, {}, {"a": 1}, set(), frozenset("a")])
def test_what_has_no_order_or_no_items_is_no_list(bad):
    for make in (
        lambda: Grant(id="g", tasks=bad),
        lambda: Grant(id="g", regions=bad),
        lambda: Period(bad),
        lambda: Quantity(bad),
    ):
        with pytest.raises(InvalidValue):
            make()


def test_any_iterable_in_order_is_a_list():
    assert Grant(id="g", regions=iter(["KZ-47"])).regions == ("KZ-47",)


@pytest.mark.parametrize(
    "bad",
    [
        1.5,
        True,
        "1,5",
        "NaN",
        "1e400",
        Decimal("Infinity"),
        None,
        "",
        "١٢",
        "１２",
        "1_000",
        " 5",
        "5\n",
        ".",
        "e5",
        "1e9999999999999999999",
        "--5",
        "Infinity",
    ],
)
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
        lambda: Part(5, of=-5),
        lambda: Part(5, of=1.5),
        lambda: Part("١٢"),
        lambda: Part(5, 5),
        lambda: Quantity([1]),
        lambda: Quantity.of(5, per=5),
        lambda: Part(5, None, "nearly"),
        lambda: Quantity(()),
        Unit,
        lambda: Unit("Post"),
        lambda: Unit(5),
        lambda: Unit(["post"]),
        lambda: Unit("post", language="en"),
        lambda: Unit(text=5, language="en"),
        lambda: Unit.free("а\nб", "kk"),
        lambda: Unit.free("а\u2028б", "kk"),
        lambda: Unit.free("5 шт", "kk"),
        lambda: Unit.free("а/б", "kk"),
        lambda: Money(5, "тенге"),
        lambda: Money(5, "KZT", 10),
        lambda: Money(5, 5),
        lambda: Money(5, None),
        lambda: Money(5, "KZT", 1000.0),
        lambda: Money(5, "KZT", True),  # noqa: FBT003
        lambda: Money(5, "KZT", [1]),
        lambda: Money(10**27, "KZT", 1000),
        lambda: PartialDate(2023, 2, 29),
        lambda: PartialDate(2024, 13),
        lambda: PartialDate("2024", 1),
        lambda: PartialDate(2024.0, 1),
        lambda: PartialDate(2024, True),  # noqa: FBT003
        lambda: PartialDate(2024, 1, 1.0),
        lambda: PartialDate(2024, None),
        lambda: PartialDate.parse(2024),
        lambda: PartialDate.of("2024-01-01"),
        lambda: Span.parse(5),
        lambda: Span("2024-01", "2024-02"),
        lambda: Span(PartialDate(2024, 1), None),
        lambda: Period.parse(None),
        lambda: Period("abc"),
        lambda: Period([PartialDate(2024, 1)]),
        lambda: Period.days("2024-01-01"),
        lambda: Span(PartialDate(2024, 5), PartialDate(2024, 4)),
        lambda: Span(PartialDate(2024, 5), PartialDate(2024, 5, 1)),
        lambda: Period(()),
        lambda: Axis("sex", (Category("f"), Category("f"))),
        lambda: Axis("age", (Category("young", "all"),)),
        lambda: Axis("sex", ("f", "m")),
        lambda: Axis("sex", (Category("f"),), 1),
        lambda: Category("f", ""),
        lambda: Category("f", 5),
        lambda: HeadcountCell("abc", 1),
        lambda: HeadcountCell({"sex": 5}, 1),
        lambda: HeadcountCell({5: "f"}, 1),
        lambda: HeadcountCell({"sex": "f"}, 1.0),
        lambda: Headcount(axes=["sex"]),
        lambda: Headcount(5, "between"),
        lambda: Headcount(axes=[Axis("sex", (Category("f"),))] * 2),
        lambda: Headcount(axes=[Axis("sex", (Category("f"),))], cells=[HeadcountCell({}, 1)]),
        lambda: Headcount(5, cells=[{"sex": "f"}]),
        lambda: Written(NOT_REPORTED, text="35"),
        lambda: Written(NOT_REPORTED, text="- 5 -"),
        lambda: Headcount(-1),
        lambda: Headcount(True),  # noqa: FBT003
        lambda: Headcount(5, cells=[HeadcountCell({"sex": "f"}, 1)]),
    ],
    ids=str,
)
def test_what_would_mean_nothing_is_refused(make):
    with pytest.raises(InvalidValue):
        make()


@pytest.mark.parametrize("text", ["", " ", "-", "—", " – ", "...", "_"])
def test_nothing_but_a_dash_is_not_reported(text):
    assert not Written(NOT_REPORTED, text=text).reported


def test_a_pattern_of_numbers_takes_what_decimal_writes():
    for number in ("5", "-5", "+5.5", "5.", ".5", "5E3", "5e-3"):
        assert exact(number) == Decimal(number)


def test_limits_are_numbers_of_any_exact_kind():
    assert Part(1, None, "between", upper="2.50").upper == Decimal("2.5")
    assert Part(5, "post", of=6).of == 6
    assert attrs.evolve(Part(5), unit="post").unit == Unit("post")


def test_thousands_are_worth_thousands():
    assert Money(10**27 - 1, "KZT", 1000).total == Decimal(10**30 - 1000)
    assert Money(2345, "KZT", 1000).total == Decimal(2_345_000)


def test_a_period_of_months_covers_their_days():
    period = Period.parse("2024-05,2024-09/2024-11")
    assert (period.first_day, period.last_day) == (dt.date(2024, 5, 1), dt.date(2024, 11, 30))
    assert Period.parse("--07-22/--07-27").first_day is None
    assert str(Period.parse("--07-22/--07-27")) == "--07-22/--07-27"


def test_values_survive_pickling():
    values = (Text({"kk": "а"}), FrozenMap({"a": 1}), Written(text="6"), Quantity.of(6, "post"))
    assert pickle.loads(pickle.dumps(values)) == values
