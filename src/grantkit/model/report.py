"""The report: one grant, told at one moment, in one form."""

from __future__ import annotations

import datetime as dt

from attrs import Factory, field, frozen

from grantkit.model.fields import Word, check_plain
from grantkit.model.frozen import FrozenMap, as_tuple
from grantkit.model.grant import Grant
from grantkit.model.money import Money
from grantkit.model.parties import Partner, Signature
from grantkit.model.people import Headcount
from grantkit.model.text import Text, check_id, check_language, check_text
from grantkit.model.written import Written

__all__ = ["Acceptance", "Proposal", "Recommendation", "Report", "ReportKind"]


class ReportKind(Word):
    """Whether the grant is over."""

    FINAL = "final"
    INTERIM = "interim"


@frozen(kw_only=True)
class Proposal:
    """A priority direction that the grantee proposes for the list of state grants."""

    id: str = field(converter=check_id)
    sphere: Text | None = None
    direction: Text | None = None
    problem: Text | None = None
    funding: Written[Money] = Factory(Written)
    grant_kind: Text | None = None
    expected_result: Text | None = None


@frozen(kw_only=True)
class Recommendation:
    """A recommendation for state bodies, and the letter that sent it."""

    id: str = field(converter=check_id)
    addressee: Text | None = None
    text: Text | None = None
    letter_number: str | None = field(default=None, converter=check_plain)
    letter_date: dt.date | None = None


@frozen(kw_only=True)
class Acceptance:
    """Somebody accepts a finding; it lapses when what was accepted has changed.

    Args:
        code: Code of the finding.
        path: Where it was found.
        fingerprint: Of the finding's arguments at that time.
    """

    code: str = field(converter=check_id)
    path: str = field(converter=check_text)
    fingerprint: str = field(converter=check_text)
    reason: Text | None = None
    by: str | None = field(default=None, converter=check_plain)
    on: dt.date | None = None


def _narrative(value: object) -> FrozenMap[str, Text]:
    sections: FrozenMap[str, Text] = FrozenMap(value)  # type: ignore[arg-type]
    for key in sections:
        check_id(key)
    return sections


@frozen(kw_only=True)
class Report:
    """A report on one grant. It knows no file, no place, no finding, no locale, no clock.

    Args:
        id: Id of the report; the grant has its own.
        language: The language it is written in; cells and texts without one are in it.
        form, edition: The official form it follows, when one was chosen.
        as_of: The day the report speaks of.
        narrative: Free texts by the form's section id (``goal-attainment``).
        statistics: The participants of the whole project, by sex, category and age.

    >>> from grantkit.model import Grant
    >>> Report(id="r1", language="kk", grant=Grant(id="g1")).kind
    <ReportKind.FINAL: 'final'>
    """

    id: str = field(converter=check_id)
    kind: ReportKind = field(default=ReportKind.FINAL, converter=ReportKind)
    language: str = field(converter=check_language)
    form: str | None = field(default=None, converter=check_plain)
    edition: str | None = field(default=None, converter=check_plain)
    as_of: dt.date | None = None
    grant: Grant = field()
    narrative: FrozenMap[str, Text] = field(factory=FrozenMap, converter=_narrative)
    statistics: Headcount | None = None
    partners: tuple[Partner, ...] = field(default=(), converter=as_tuple)
    proposals: tuple[Proposal, ...] = field(default=(), converter=as_tuple)
    recommendations: tuple[Recommendation, ...] = field(default=(), converter=as_tuple)
    acceptances: tuple[Acceptance, ...] = field(default=(), converter=as_tuple)
    signature: Signature | None = None
