"""Russian numerals against num2words, Babel's plural rule and the inverse law."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantkit_ru.numerals import Gender, plural, value, words

NUMBERS = st.integers(0, 10**15 - 1) | st.integers(0, 10**4)
GENDERS: tuple[Gender, ...] = ("m", "f", "n")


@pytest.mark.parametrize("gender", GENDERS)
def test_words_agree_with_num2words(gender: Gender) -> None:
    num2words = pytest.importorskip("num2words").num2words
    # Asked for another gender, num2words gives it to millions too: "две миллиона".
    millions = range(0, 10**12, 333_222_113) if gender == "m" else ()
    numbers = [*range(1100), *range(0, 10**6, 499), *millions]
    assert [words(n, gender=gender) for n in numbers] == [
        num2words(n, lang="ru", gender=gender) for n in numbers
    ]


def test_only_the_last_group_takes_the_gender() -> None:
    assert words(2_002_002, gender="f") == "два миллиона две тысячи две"
    assert words(1_001_001, gender="n") == "один миллион одна тысяча одно"


@pytest.mark.parametrize(
    "n", [0, *range(1, 21), *range(30, 100, 10), *range(100, 1000, 100), 2000, 5_000_000, 2 * 10**9]
)
def test_the_genitive_is_read(n: int) -> None:
    num2words = pytest.importorskip("num2words").num2words
    assert value(num2words(n, lang="ru", case="g")) == n


@given(NUMBERS, st.sampled_from(GENDERS))
def test_value_inverts_words(n: int, gender: Gender) -> None:
    assert value(words(n, gender=gender)) == n
    assert value(words(n, gender=gender).upper().replace(" ", "-")) == n


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Десять миллионов пятьсот тысяч", 10_500_000),
        ("тысяча", 1000),
        ("миллион тысяча один", 1_001_001),
        ("сто одну тысячу", 101_000),
        ("двух", 2),
        ("пяти", 5),
        ("ста пятидесяти трёх", 153),
        ("четырехсот", 400),
        ("двадцать одной", 21),
        ("одно", 1),
        ("", None),
        ("пять пять", None),
        ("двадцать десять", None),
        ("двадцать двенадцать", None),
        ("один сто", None),
        ("один одна тысяча", None),
        ("тысяча миллионов", None),
        ("ноль пять", None),
        ("пять тенге", None),
        ("-пять", None),
        ("двадцать - пять", None),
        ("двадцать-пять", 25),
        ("5", None),
        ("тысяча " * 100_000, None),
    ],
)
def test_value(text: str, n: int | None) -> None:
    assert value(text) == n


@pytest.mark.parametrize("n", [-1, 10**15])
def test_words_outside(n: int) -> None:
    with pytest.raises(ValueError, match="number words"):
        words(n)


@given(NUMBERS)
def test_plural_agrees_with_cldr(n: int) -> None:
    babel = pytest.importorskip("babel")
    form = babel.Locale("ru").plural_form(n)
    assert plural(n, "one", "few", "many") == plural(-n, "one", "few", "many") == form
    assert plural(Decimal(f"{n}.00"), "one", "few", "many") == form


@pytest.mark.parametrize(
    ("n", "form"),
    [
        (0, "роликов"),
        (1, "ролик"),
        (111, "роликов"),
        (121, "ролик"),
        (Decimal("1.5"), "ролика"),
        (Decimal("11.1"), "ролика"),
        (Decimal("-0.5"), "ролика"),
    ],
)
def test_plural(n: int | Decimal, form: str) -> None:
    assert plural(n, "ролик", "ролика", "роликов") == form
