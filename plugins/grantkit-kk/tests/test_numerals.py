"""Kazakh numerals against num2words, the hand-copied suffix table and the inverse law."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantkit_kk.numerals import Case, ordinal, percent_suffix, suffix, value, with_case, words

NUMBERS = st.integers(0, 10**15 - 1) | st.integers(0, 10**4)

# Copied by hand from the table of the study (locale.md §6.3), not made by the rule under test.
CASES = (
    Case.ABLATIVE,
    Case.GENITIVE,
    Case.DATIVE,
    Case.LOCATIVE,
    Case.ACCUSATIVE,
    Case.INSTRUMENTAL,
)
TABLE = """
0 нөл ден дің ге де ді мен нөлінші
1 бір ден дің ге де ді мен бірінші
2 екі ден нің ге де ні мен екінші
3 үш тен тің ке те ті пен үшінші
4 төрт тен тің ке те ті пен төртінші
5 бес тен тің ке те ті пен бесінші
6 алты дан ның ға да ны мен алтыншы
7 жеті ден нің ге де ні мен жетінші
8 сегіз ден дің ге де ді бен сегізінші
9 тоғыз дан дың ға да ды бен тоғызыншы
10 он нан ның ға да ды мен оныншы
20 жиырма дан ның ға да ны мен жиырмасыншы
30 отыз дан дың ға да ды бен отызыншы
40 қырық тан тың қа та ты пен қырқыншы
50 елу ден дің ге де ді мен елуінші
60 алпыс тан тың қа та ты пен алпысыншы
70 жетпіс тен тің ке те ті пен жетпісінші
80 сексен нен нің ге де ді мен сексенінші
90 тоқсан нан ның ға да ды мен тоқсаныншы
100 жүз ден дің ге де ді бен жүзінші
1000 мың нан ның ға да ды мен мыңыншы
1000000 миллион нан ның ға да ды мен миллионыншы
1000000000 миллиард тан тың қа та ты пен миллиардыншы
1000000000000 триллион нан ның ға да ды мен триллионыншы
"""
ROWS = [line.split() for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_table(row: list[str]) -> None:
    n, word, *endings, nth = row
    assert words(int(n)).split()[-1] == word
    assert [suffix(int(n), case) for case in CASES] == endings
    assert ordinal(int(n)).split()[-1] == nth


def test_words_agree_with_num2words() -> None:
    num2words = pytest.importorskip("num2words").num2words
    numbers = [*range(1100), *range(0, 10**6, 997), *range(0, 10**12, 333_222_113), 10**12]
    assert [words(n) for n in numbers] == [num2words(n, lang="kz") for n in numbers]


@given(NUMBERS)
def test_value_inverts_words(n: int) -> None:
    assert value(words(n)) == n
    assert value(words(n).upper().replace(" ", "-")) == n


@given(st.lists(st.sampled_from([row[1] for row in ROWS]), max_size=8).map(" ".join))
def test_what_reads_as_a_number_is_spelled_so(text: str) -> None:
    read = value(text)
    bare = [word for word in text.split() if word != "бір"]
    assert read is None or [word for word in words(read).split() if word != "бір"] == bare


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("бір жүз", 100),
        (" Мың  бір ", 1001),
        ("жүз мың", 100_000),
        ("бір жүз бір мың", 101_000),
        ("Он миллион бес\u00a0жүз мың", 10_500_000),
        ("", None),
        ("бес бес", None),
        ("жиырма он", None),
        ("он жүз", None),
        ("бір бір мың", None),
        ("мың миллион", None),
        ("нөл бес", None),
        ("бес теңге", None),
        ("-бес", None),
        ("жиырма - бес", None),
        ("5", None),
        ("жүз " * 100_000, None),
    ],
)
def test_value(text: str, n: int | None) -> None:
    assert value(text) == n


@pytest.mark.parametrize("n", [-1, 10**15])
def test_words_outside(n: int) -> None:
    with pytest.raises(ValueError, match="number words"):
        words(n)


@pytest.mark.parametrize(
    ("number", "ablative"),
    [
        (117, "ден"),
        (2024, "тен"),
        (3000, "нан"),
        (10_500_000, "нан"),
        (25, "тен"),
        (-25, "тен"),
        (Decimal("10.5"), "тен"),
        (Decimal("10.50"), "тен"),
        (Decimal("10.05"), "тен"),
        (Decimal("10.25"), "тен"),
        (Decimal("0.75"), "тен"),
        (Decimal("1.4"), "тен"),
        (Decimal("1.06"), "дан"),
        (Decimal("100.00"), "ден"),
        (Decimal("1E+3"), "нан"),
        (Decimal("-0.0"), "ден"),
    ],
)
def test_suffix_of_the_last_spoken_word(number: Decimal | int, ablative: str) -> None:
    assert suffix(number, Case.ABLATIVE) == ablative


@pytest.mark.parametrize(
    "number", [10**15, *map(Decimal, ["NaN", "Infinity", "1E+999999999", "1E-999999999"])]
)
def test_suffix_outside(number: Decimal | int) -> None:
    with pytest.raises(ValueError, match="takes a suffix"):
        suffix(number, Case.ABLATIVE)


@given(NUMBERS, st.sampled_from(Case))
def test_equal_numbers_take_equal_suffixes(n: int, case: Case) -> None:
    assert suffix(n, case) == suffix(Decimal(n), case) == suffix(Decimal(f"{n}.00"), case)


def test_with_case() -> None:
    assert with_case("100", 100, Case.ABLATIVE) == "100-ден"
    assert with_case("10\u00a0500\u00a0000", 10_500_000, Case.DATIVE) == "10\u00a0500\u00a0000-ға"


def test_percent_suffix() -> None:
    assert [percent_suffix(case) for case in CASES] == ["дан", "дың", "ға", "да", "ды", "бен"]


@pytest.mark.parametrize(
    ("n", "nth"),
    [
        (21, "жиырма бірінші"),
        (120, "жүз жиырмасыншы"),
        (2040, "екі мың қырқыншы"),
        (46, "қырық алтыншы"),
    ],
)
def test_ordinal_changes_only_the_last_word(n: int, nth: str) -> None:
    assert ordinal(n) == nth
