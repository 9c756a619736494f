"""Hypothesis strategies for every value of the model, hostile but valid characters included.

Reports are small unless asked for otherwise, so that properties stay quick to test.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from grantkit import model as m

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import DrawFn, SearchStrategy

__all__ = [
    "cells",
    "grants",
    "headcounts",
    "identifiers",
    "indicators",
    "languages",
    "moneys",
    "numbers",
    "periods",
    "quantities",
    "reports",
    "texts",
    "units",
    "words",
]

# What breaks careless writers: markup, formulas, quotes, directions, joiners, astral characters,
# the line separators of JavaScript, Kazakh letters, look-alikes, a BOM inside, an accent alone.
_HOSTILE = "<>&\"'\\/=+@%{}[]~#|;,:`\t\n \u00a0\u200b\u200d\u202e\u2028\u2029\ufeff\u0301әҚңі😀𝕏"
_PIECES = (
    "]]>", "</w:t>", "=1+1", "&amp;", "null", "\\u0000", "${x}", "{0}", "'; --", "..", "e\u0301",
    "Әлеуметтік желі", "не менее", "5/1", "1E5", "😀👩\u200d👧",
)  # fmt: skip
_LANGUAGES = ("kk", "ru", "en", "kk-Latn", "zh-Hant-TW")


def _kept(text: str) -> str:
    return m.clean_text(unicodedata.normalize("NFC", text))[0]


def words(*, min_size: int = 1, max_size: int = 20) -> SearchStrategy[str]:
    """Strings that a text may hold, at least *min_size* characters long."""
    free = st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\r\ufffe\uffff")
        | st.sampled_from(_HOSTILE),
        max_size=max_size,
    )
    return st.one_of(st.sampled_from(_PIECES), free).map(_kept).filter(lambda s: len(s) >= min_size)


def identifiers() -> SearchStrategy[str]:
    """Ids of nodes."""
    odd = st.text(st.sampled_from("aZ09.-_/:'\"<&ә✓😀"), min_size=1, max_size=5)
    return st.sampled_from(("1", "4.2", "a", "b")) | odd


def languages() -> SearchStrategy[str]:
    """Language tags."""
    return st.sampled_from(_LANGUAGES)


def texts() -> SearchStrategy[m.Text]:
    """Texts in one language or several."""
    return st.dictionaries(languages(), words(), min_size=1, max_size=2).map(m.Text)


def numbers(
    *, min_value: int = -(10**30) + 1, max_value: int = 10**30 - 1
) -> SearchStrategy[Decimal]:
    """Exact numbers of up to 30 digits on either side."""
    whole = st.integers(min_value, max_value)
    usual = st.integers(max(min_value, -100), 1000)
    small = st.builds(
        lambda n, places: m.exact(Decimal(n).scaleb(-places, m.CONTEXT)),
        st.integers(max(min_value, -(10**12)), 10**12),
        st.integers(0, 30),
    )
    return st.one_of(usual.map(m.exact), whole.map(m.exact), small)


def units() -> SearchStrategy[m.Unit]:
    """Codes, currencies and free units."""
    coded = st.sampled_from(("post", "percent", "event", "KZT", "x-1")).map(m.Unit)
    free = words().filter(
        lambda s: bool(s.strip()) and not any(c.isdigit() or c in "/%" for c in s)
    )
    return coded | st.builds(m.Unit.free, free.filter(_is_free_unit), languages())


def _is_free_unit(text: str) -> bool:
    try:
        m.Unit.free(text, "kk")
    except ValueError:
        return False
    return True


@st.composite
def _parts(draw: DrawFn) -> m.Part:
    value = draw(numbers())
    comparator = draw(st.sampled_from(m.Comparator))
    upper = None
    if comparator is m.Comparator.BETWEEN:
        bounds = sorted({value, draw(numbers()), m.exact(0), m.exact(1)})
        value, upper = bounds[0], bounds[-1]
    of = draw(st.none() | numbers(min_value=1))
    return m.Part(value, draw(st.none() | units()), comparator, upper=upper, of=of)


def quantities() -> SearchStrategy[m.Quantity]:
    """Quantities of one part to three."""
    return st.builds(
        m.Quantity, st.lists(_parts(), min_size=1, max_size=3).map(tuple), st.none() | units()
    )


def moneys() -> SearchStrategy[m.Money]:
    """Amounts in several currencies and scales."""
    currencies = st.sampled_from(("KZT", "USD", "XXX"))
    whole = st.builds(m.Money, numbers(), currencies)
    scales = st.sampled_from((1000, 10**6, 10**9))
    scaled = st.builds(
        m.Money, numbers(min_value=1 - 10**21, max_value=10**21 - 1), currencies, scale=scales
    )
    return whole | scaled


@st.composite
def _spans(draw: DrawFn) -> m.Span:
    days = sorted(
        draw(st.lists(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)), min_size=2, max_size=2))
    )
    yearless, monthly = draw(st.booleans()), draw(st.booleans())
    ends = [
        m.PartialDate(None if yearless else d.year, d.month, None if monthly else d.day)
        for d in days
    ]
    if yearless:
        ends.sort(key=lambda d: (d.month, d.day or 0))
    return m.Span(*ends)


def periods() -> SearchStrategy[m.Period]:
    """Periods of one span to three, of days or months, some without a year."""
    return st.lists(_spans(), min_size=1, max_size=3).map(lambda spans: m.Period(tuple(spans)))


def cells(values: SearchStrategy[Any]) -> SearchStrategy[m.Written[Any]]:
    """Cells of *values*: of each kind, with and without words and a language of their own."""
    meanings = st.one_of(
        values,
        st.sampled_from(("words", "ambiguous", "no-locale", "unread")).map(m.Statement),
        st.just(m.NOT_APPLICABLE),
    )
    nothing = st.sampled_from(("", " ", "-", "–", "…\n—"))
    text = st.sampled_from(("", " ", "-", "35 пост")) | words(min_size=0)
    own = st.none() | languages()
    whole = st.builds(m.Written, meanings, text=text, language=own)
    blank = st.builds(m.Written, st.just(m.NOT_REPORTED), text=nothing, language=own)
    unread = st.builds(m.Written, text=text, language=own)
    return st.just(m.Written()) | unread | whole | blank


@st.composite
def headcounts(draw: DrawFn) -> m.Headcount:
    """Headcounts with up to two axes and sparse cells."""
    count = st.integers(0, 10**12 - 1) | st.integers(0, 100)
    axes = []
    for name in draw(st.lists(identifiers(), max_size=2, unique=True)):
        codes = draw(st.lists(identifiers(), min_size=1, max_size=3, unique=True))
        parents = [None, *(draw(st.sampled_from((None, codes[0]))) for _ in codes[1:])]
        categories = tuple(map(m.Category, codes, parents))
        axes.append(m.Axis(name, categories, draw(st.booleans())))
    at: SearchStrategy[Any] = st.nothing()
    if axes:
        choices = {axis.id: st.sampled_from([c.code for c in axis.codes]) for axis in axes}
        at = st.fixed_dictionaries({}, optional=choices).filter(bool).map(m.FrozenMap)
    places = draw(st.lists(at, max_size=3, unique=True)) if axes else []
    comparators = [c for c in m.Comparator if c is not m.Comparator.BETWEEN]
    return m.Headcount(
        draw(st.none() | count),
        draw(st.sampled_from(comparators)),
        draw(st.sampled_from(m.Counts)),
        tuple(axes),
        tuple(m.HeadcountCell(where, draw(count)) for where in places),
    )


def _maybe(strategy: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return st.none() | strategy


def _few(strategy: SearchStrategy[Any], most: int = 2) -> SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


def _some(cls: Callable[..., Any], /, **optional: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """Objects of *cls* with a few of the optional attributes each, so that trees stay small."""
    required = {name[1:]: optional.pop(name) for name in list(optional) if name.startswith("_")}

    @st.composite
    def build(draw: DrawFn) -> Any:
        names = draw(st.lists(st.sampled_from(list(optional)), max_size=4, unique=True))
        given = {name: draw(strategy) for name, strategy in required.items()}
        return cls(**given, **{name: draw(optional[name]) for name in names})

    return build()


def _evidence() -> SearchStrategy[m.Evidence]:
    plain = _maybe(words())
    return _some(m.Evidence, kind=plain, title=_maybe(texts()), link=plain, file=plain)


def indicators() -> SearchStrategy[m.Indicator]:
    """Indicators with any cells."""
    cell, together = cells(quantities()), st.sampled_from(m.Aggregation)
    return _some(
        m.Indicator,
        _id=identifiers(),
        _name=texts(),
        code=_maybe(words()),
        unit=_maybe(units()),
        baseline=cell,
        target=cell,
        actual=cell,
        direction=st.sampled_from(m.Direction),
        cumulation=st.sampled_from(m.Cumulation),
        over_time=together,
        over_place=together,
        over_activity=together,
        evidence=_few(_evidence()),
        deviation=texts(),
    )


def _events() -> SearchStrategy[m.Event]:
    return _some(
        m.Event,
        _id=identifiers(),
        title=texts(),
        date=cells(periods()),
        place=texts(),
        headcount=headcounts(),
    )


def _activities() -> SearchStrategy[m.Activity]:
    count = _maybe(st.integers(0, 10**9 - 1))
    return _some(
        m.Activity,
        _id=identifiers(),
        title=texts(),
        period=cells(periods()),
        place=texts(),
        participants=cells(quantities()),
        headcount=headcounts(),
        planned_events=count,
        held_events=count,
        counted_in=_few(identifiers()),
        disjoint_from=_few(identifiers()),
        events=_few(_events()),
        indicators=_few(indicators()),
        short_term_result=texts(),
        narrative=texts(),
        evidence=_few(_evidence()),
    )


def _organisations() -> SearchStrategy[m.Organisation]:
    plain = _maybe(words())
    person = _some(m.Person, name=_maybe(texts()), role=_maybe(texts()))
    return _some(
        m.Organisation,
        name=texts(),
        head=person,
        address=texts(),
        phone=plain,
        email=plain,
        link=plain,
    )


def grants() -> SearchStrategy[m.Grant]:
    """Grants with up to two tasks."""
    task = _some(
        m.Task,
        _id=identifiers(),
        title=texts(),
        activities=_few(_activities()),
        long_term_result=texts(),
    )
    return _some(
        m.Grant,
        _id=identifiers(),
        contract=_some(m.Contract, number=_maybe(words()), signed=_maybe(st.dates())),
        funder=_organisations(),
        grantee=_organisations(),
        regions=_few(words()),
        title=texts(),
        theme=_maybe(words()),
        period=cells(periods()),
        amount=cells(moneys()),
        goal=texts(),
        achieved=_few(texts()),
        deviation=texts(),
        tasks=_few(task),
        effects=_few(indicators()),
    )


def _back_matter() -> dict[str, SearchStrategy[Any]]:
    plain, day = _maybe(words()), _maybe(st.dates())
    partner = _some(
        m.Partner, _id=identifiers(), name=texts(), role=texts(), contacts=plain, note=texts()
    )
    proposal = _some(
        m.Proposal,
        _id=identifiers(),
        sphere=texts(),
        direction=texts(),
        problem=texts(),
        funding=cells(moneys()),
        grant_kind=texts(),
        expected_result=texts(),
    )
    recommendation = _some(
        m.Recommendation,
        _id=identifiers(),
        addressee=texts(),
        text=texts(),
        letter_number=plain,
        letter_date=day,
    )
    acceptance = _some(
        m.Acceptance,
        _code=identifiers(),
        _path=words(min_size=0),
        _fingerprint=words(min_size=0),
        reason=texts(),
        by=plain,
        on=day,
    )
    return {
        "partners": _few(partner),
        "proposals": _few(proposal),
        "recommendations": _few(recommendation),
        "acceptances": _few(acceptance),
        "signature": _some(m.Signature, position=texts(), name=texts(), signed=day),
    }


def reports() -> SearchStrategy[m.Report]:
    """Whole reports: anything that the model allows may be in one.

    >>> from hypothesis import find
    >>> find(reports(), lambda report: len(report.grant.tasks) == 1).grant.tasks[0].activities
    ()
    """
    return _some(
        m.Report,
        _id=identifiers(),
        _language=languages(),
        _grant=grants(),
        kind=st.sampled_from(m.ReportKind),
        form=_maybe(words()),
        edition=_maybe(words()),
        as_of=_maybe(st.dates()),
        narrative=st.dictionaries(identifiers(), texts(), max_size=2).map(m.FrozenMap),
        statistics=headcounts(),
        **_back_matter(),
    )
