"""English numerals against num2words and the inverse law."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantkit.locales.en.numerals import ordinal, plural, value, words

NUMBERS = st.integers(0, 10**15 - 1) | st.integers(0, 10**4)
NUMBERS_TO_COMPARE = [*range(1100), *range(0, 10**6, 997), *range(0, 10**12, 333_222_113), 10**12]


def plain(text: str) -> str:
    """Leave out the commas and "and" of num2words."""
    return text.replace(",", "").replace(" and ", " ")


def test_words_and_ordinals_agree_with_num2words() -> None:
    num2words = pytest.importorskip("num2words").num2words
    for n in NUMBERS_TO_COMPARE:
        assert words(n) == plain(num2words(n, lang="en"))
        assert ordinal(n) == plain(num2words(n, lang="en", to="ordinal"))


def test_value_reads_num2words() -> None:
    num2words = pytest.importorskip("num2words").num2words
    for n in NUMBERS_TO_COMPARE:
        assert value(num2words(n, lang="en")) == n


@given(NUMBERS)
def test_value_inverts_words(n: int) -> None:
    assert value(words(n)) == n
    assert value(words(n).upper().replace("-", " ")) == n
    assert value(words(n).replace(" ", "-")) == n


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Ten million five hundred thousand", 10_500_000),
        ("hundred", 100),
        ("million thousand one", 1_001_001),
        ("one hundred and one thousand and one", 101_001),
        ("one thousand,  two hundred", 1200),
        ("", None),
        ("and", None),
        ("and five", None),
        ("five and", None),
        ("twenty and five", None),
        ("hundred and thousand", None),
        ("one thousand, and five", None),
        ("twenty, five", None),
        ("one hundred, five", None),
        ("five five", None),
        ("twenty ten", None),
        ("twenty twelve", None),
        ("twelve hundred", None),
        ("one one thousand", None),
        ("thousand million", None),
        ("zero five", None),
        ("five tenge", None),
        ("-five", None),
        ("twenty - five", None),
        ("5", None),
        ("hundred " * 100_000, None),
    ],
)
def test_value(text: str, n: int | None) -> None:
    assert value(text) == n


@pytest.mark.parametrize("n", [-1, 10**15])
def test_words_outside(n: int) -> None:
    with pytest.raises(ValueError, match="number words"):
        words(n)


@pytest.mark.parametrize(
    ("n", "form"),
    [
        (0, "clips"),
        (1, "clip"),
        (-1, "clip"),
        (21, "clips"),
        (Decimal("1.00"), "clip"),
        (Decimal("1.5"), "clips"),
    ],
)
def test_plural(n: int | Decimal, form: str) -> None:
    assert plural(n, "clip", "clips") == form
