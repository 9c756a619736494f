"""A language's words as data: what the shared grammar needs to read and write quantities in it.

A locale plugin fills in one `Lexicon`; the machinery is the same for every language. Phrases are
written as people write them: in lower case, with a hyphen or a full stop where one belongs.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Literal

from attrs import field, frozen

from grantkit.errors import InvalidValue
from grantkit.model import Comparator, FrozenMap, as_tuple

__all__ = [
    "PERCENT",
    "Bound",
    "Dates",
    "Lexicon",
    "Noun",
    "Scope",
    "Score",
    "nouns",
    "nouns_by_code",
    "plain_readings",
]

_MONTHS = 12
#: The shapes of a span that are printed, and the fields that the pattern of each must have.
_SHAPES = {
    "day": "d m y",
    "day-yearless": "d m",
    "daysame": "d d2 m y",
    "daysame-yearless": "d d2 m",
    "days": "d m d2 m2 y",
    "days-yearless": "d m d2 m2",
    "dayyears": "d m y d2 m2 y2",
    "month": "m y",
    "month-yearless": "m",
    "months": "m m2 y",
    "months-yearless": "m m2",
    "monthyears": "m y m2 y2",
    "list": "list y",
}
_FIELDS = frozenset(f"{letter}{end}" for letter in "dmMny" for end in ("", "2"))

#: A number as the words of a language need it.
Number = Decimal | int


@frozen
class Noun:
    """A unit's words.

    Args:
        code: Code of the unit, the same in every language.
        forms: The forms that are printed; which is which is the language's affair.
        also: Other words and forms for it, which are only read.
        sign: Printed instead of the words after a number (``%``).
        gender: ``m``, ``f`` or ``n`` where the language has them.

    Raises:
        InvalidValue: It has no forms.
    """

    code: str
    forms: tuple[str, ...] = field(converter=as_tuple)
    also: tuple[str, ...] = field(default=(), converter=as_tuple)
    sign: str = ""
    gender: str = "m"

    def __attrs_post_init__(self) -> None:
        if not self.forms or not all(self.forms):
            msg = f"a noun without forms: {self.code!r:.40}"
            raise InvalidValue(msg)


@frozen
class Bound:
    """Words that bound a number.

    Args:
        comparator: What they say.
        words: The phrases; the first one is printed.
        place: Whether they stand before the number or after it (and after its unit).
        case: Case that the number or its unit takes with them, empty for none.
        bare: Whether they are still certain when the case ending has been lost.

    The first bound of each comparator in a lexicon is the one that is printed.

    Raises:
        InvalidValue: It has no words.
    """

    comparator: Comparator
    words: tuple[str, ...] = field(converter=as_tuple)
    place: Literal["before", "after"] = "before"
    case: str = ""
    bare: bool = True

    def __attrs_post_init__(self) -> None:
        if not self.words:
            msg = f"a bound without words: {self.comparator}"
            raise InvalidValue(msg)


@frozen
class Scope:
    """How a language says that a number holds for each of something.

    Args:
        fixed: From a unit's code to its own phrases (``в месяц``); the first one is printed.
        each: Words for "each"; a unit in any form follows.
        before: Prepositions that may stand before "each".
        after: Words that may stand after the unit.
        alone: Words after a unit that mean "each" by themselves.
        distributive: Words before a number that show that a scope is meant (``по``).
        write: Prints the scope of a unit's noun.
        place, fixed_place: Where the scope, and where one of its own phrases, is printed.
    """

    fixed: Mapping[str, tuple[str, ...]] = field(factory=FrozenMap)
    each: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    distributive: tuple[str, ...] = ()
    write: Callable[[Noun], str] | None = None
    place: Literal["before", "after"] = "before"
    fixed_place: Literal["before", "after"] = "before"


@frozen
class Score:
    """How a language says "4 of 5": with a word between, or with the whole first, in a case."""

    words: tuple[str, ...] = ()
    case: str = ""


@frozen
class Dates:
    """A language's words for days and months.

    Args:
        months: Twelve names, as in a list of months.
        in_dates: Twelve names, as after a day; left out, the same.
        also: From every other form or abbreviation to the number of the month.
        ablative: Those of them that say "from" by themselves.
        year: Words and abbreviations that stand beside a year.
        start, middle: Words before the first and the second end of a span.
        close: Words after the second end.
        ordinal: What may stand between a day and its month ("30th of April").
        month_first: Whether a day may follow its month ("May 5, 2024").
        patterns: Templates of ``d m M n y`` and, for the second end, ``d2 m2 M2 n2 y2``, by shape
            of the span: ``m`` is the name after a day, ``M`` the name by itself, ``n`` the number.
            What is left out is CLDR's (``day``) or follows from the others.

            * ``day``, ``month``: one; ``days``, ``months``: two of one year; ``daysame``: of one
              month; ``dayyears``, ``monthyears``: of two years; each of these but the last two
              with ``-yearless``, for an unknown year.
            * ``list``: several of one year, from ``list`` and ``y``.

    Raises:
        InvalidValue: There are not twelve months, or a pattern is of no such shape, lacks a field
            that its shape needs, or has one that there is not.

    >>> Dates(months=["M"] * 12, patterns={"day": "{d}. {m}"})
    Traceback (most recent call last):
    grantkit.errors.InvalidValue: the pattern 'day' of dates needs d, m, y: '{d}. {m}'
    """

    months: tuple[str, ...] = field(converter=as_tuple)
    in_dates: tuple[str, ...] = field(default=(), converter=as_tuple)
    also: Mapping[str, int] = field(factory=FrozenMap)
    ablative: frozenset[str] = frozenset()
    year: tuple[str, ...] = ()
    start: tuple[str, ...] = ()
    middle: tuple[str, ...] = ()
    close: tuple[str, ...] = ()
    ordinal: tuple[str, ...] = ()
    month_first: bool = False
    patterns: Mapping[str, str] = field(factory=FrozenMap)

    def __attrs_post_init__(self) -> None:
        if len(self.months) != _MONTHS or len(self.in_dates) not in (0, _MONTHS):
            msg = f"a year has twelve months, not {len(self.months)} and {len(self.in_dates)}"
            raise InvalidValue(msg)
        if not all((*self.months, *self.in_dates)):
            msg = "a month has no name"
            raise InvalidValue(msg)
        if not all(1 <= month <= _MONTHS for month in self.also.values()):
            msg = "a word for a month that there is not"
            raise InvalidValue(msg)
        for shape, template in self.patterns.items():
            _check_pattern(shape, template)


def _check_pattern(shape: str, template: str) -> None:
    if shape not in _SHAPES:
        msg = f"no shape of dates is called {shape!r:.40}; there are: {', '.join(_SHAPES)}"
        raise InvalidValue(msg)
    known = {"list", "y"} if shape == "list" else _FIELDS
    try:
        held = {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}
        if not held <= known:
            msg = f"the pattern {shape!r} of dates has no field {min(held - known)!r:.40}"
            raise InvalidValue(msg)
        template.format(**{name: "" if name[0] in "mMl" else 1 for name in held})
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        if isinstance(error, InvalidValue):
            raise
        msg = f"the pattern {shape!r} of dates cannot be used: {template!r:.80} ({error})"
        raise InvalidValue(msg) from None
    months = str.maketrans("Mn", "mm")
    if not set(_SHAPES[shape].split()) <= {name.translate(months) for name in held}:
        needs = ", ".join(_SHAPES[shape].split())
        msg = f"the pattern {shape!r} of dates needs {needs}: {template!r:.80}"
        raise InvalidValue(msg)


#: The percent of a language that has no word for it.
PERCENT = Noun("percent", ("%",), sign="%")


def plain_readings(noun: Noun) -> Iterable[tuple[str, str]]:
    """All forms of a noun as they stand, each without a case."""
    return [(form, "") for form in (*noun.forms, *noun.also)]


def _first_form(noun: Noun, number: Number | None, case: str) -> str:  # noqa: ARG001 - the shape
    return noun.forms[0]


def _one_form(number: Number) -> int:  # noqa: ARG001 - the shape
    return 0


@frozen(kw_only=True)
class Lexicon:
    """The words of one language, for reading and for writing.

    Args:
        tag: The language's tag.
        decimal, group: Separators of figures.
        grouping: Digits in the last group of figures and in the others.
        nouns: Words of the units.
        noun: Gives the form of a noun that goes with a number (None: the dictionary form) in a
            case.
        readings: Gives all forms of a noun that are read, each with its case.
        bounds: Words of the comparators.
        endings: From the endings that are joined to figures to their case.
        suffix: Gives the ending of a number, or of a word, in a case; None: no endings.
        scope, score: How "from each" and "4 of 5" are said.
        conjunctions: Words between the parts of a list.
        ranges: Words between the two ends of a range that stand by themselves ("10 to 15").
        range_pairs: Words before the first and before the second end ("от", "до").
        range_cases: Cases of the two ends of a range, and the word after them.
        scales: From words to what they multiply a number by.
        scale_names: What is printed for 1000, 1000000 and 1000000000.
        value: Reads number words; None if the text is anything but one number.
        words: Spells a whole number.
        plural: Index of the form of a noun after a number, for messages.
        cases: Cases that messages may ask for: ``{n:abl}``.
        inflected_numbers: From a number word in a case to the plain word and the case.
        not_applicable: What people write when the question does not apply.
        ambiguous: What may mean zero, or that nothing is known.
        parts: Words in an indicator's name that name a part ("бейнеесеп"), with the unit's code.
        look_alikes: Translation of letters of another script that look the same.
        currency: Currency of an amount that names none.
        coins: Words for the hundredth of that currency; the first one is printed.
        percent_space: What stands between a number and the percent sign.
        dates: Words of days and months; left out, CLDR's.
    """

    tag: str
    decimal: str = "."
    group: str = ","
    grouping: tuple[int, int] = (3, 3)
    nouns: tuple[Noun, ...] = ()
    noun: Callable[[Noun, Number | None, str], str] = _first_form
    readings: Callable[[Noun], Iterable[tuple[str, str]]] = plain_readings
    bounds: tuple[Bound, ...] = ()
    endings: Mapping[str, str] = field(factory=FrozenMap)
    suffix: Callable[[Number | str, str], str] | None = None
    scope: Scope = Scope()
    score: Score = Score()
    conjunctions: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    range_pairs: tuple[tuple[str, str], ...] = ()
    range_cases: tuple[str, str, str] | None = None
    scales: Mapping[str, int] = field(factory=FrozenMap)
    scale_names: Mapping[int, str] = field(factory=FrozenMap)
    value: Callable[[str], int | None] | None = None
    words: Callable[[int], str] | None = None
    plural: Callable[[Number], int] = _one_form
    cases: frozenset[str] = frozenset()
    inflected_numbers: Mapping[str, tuple[str, str]] = field(factory=FrozenMap)
    not_applicable: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    parts: Mapping[str, str] = field(factory=FrozenMap)
    look_alikes: Mapping[int, int] = field(factory=FrozenMap)
    currency: str = "KZT"
    coins: tuple[str, ...] = ()
    percent_space: str = ""
    dates: Dates | None = None


def nouns_by_code(lexicon: Lexicon) -> dict[str, Noun]:
    """The nouns of a lexicon by code; percent is one of them in every language."""
    return {PERCENT.code: PERCENT} | {noun.code: noun for noun in lexicon.nouns}


def nouns(table: str) -> tuple[Noun, ...]:
    r"""Make nouns from lines ``code [sign] [gender] | form, form | also, also``; ``#`` comments.

    >>> nouns("percent % | percent | per cent\nstory f | story, stories")[1].forms
    ('story', 'stories')
    """
    made = []
    for line in table.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        head, *cells = (cell.strip() for cell in line.split("|"))
        code, *marks = head.split()
        forms, also = (
            tuple(filter(None, map(str.strip, c.split(",")))) for c in [*cells, "", ""][:2]
        )
        sign = next((m for m in marks if m not in ("m", "f", "n")), "")
        gender = next((m for m in marks if m in ("m", "f", "n")), "m")
        made.append(Noun(code, forms, also, sign, gender))
    return tuple(made)
