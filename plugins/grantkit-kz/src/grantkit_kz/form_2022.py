"""Final report on a state grant, edition of 2022.

Source: Order No. 406 of 26 September 2022 (registration 29848), as a report filled in 2024 shows
it. Order No. 144-НҚ of 7 April 2025 restates the rules from 1 July 2025; that form has not been
seen. The Kazakh wording is the report's; Russian and English are translations, not official.
"""

from __future__ import annotations

import datetime as dt

from grantkit.document import Orientation
from grantkit.forms.api import (
    Breakdown,
    Column,
    Field,
    FieldTable,
    Form,
    Kind,
    Layout,
    Note,
    Repeat,
    Required,
    Section,
    Signature,
    Table,
    Title,
)

__all__ = ["FORM"]

_ALWAYS = Required.ALWAYS
_FINAL = Required.FINAL
_BLOCK = Layout.BLOCK

#: Rows of the socio-economic table, in the form's order.
EFFECTS = (
    "direct-beneficiaries",
    "indirect-beneficiaries",
    "staff",
    "specialists",
    "ngos-covered",
    "payroll",
    "taxes",
    "purchases",
    "partners",
)

SEXES = ("male", "female")

CATEGORIES = (
    "children",
    "youth",
    "civil-servants",
    "budget-sector",
    "disabilities",
    "older",
    "unemployed",
    "civil-society",
    "business",
    "other",
)

#: Seven bands, the last one open. Their limits are lost in the only copy seen, so a report's own
#: axis ``age`` gives them; without one the columns stand unnamed, as far as the form can be read.
AGES = ("age-1", "age-2", "age-3", "age-4", "age-5", "age-6", "age-7")

_COVER = Section(
    id="cover",
    headed=False,
    items=(
        Title(id="report"),
        Field(id="grantee", number="1.", path="grant.grantee.name", required=_ALWAYS),
        Field(id="head", number="2.", path="grant.grantee.head.name", required=_ALWAYS),
        Field(
            id="address",
            number="3.",
            path="grant.grantee.address+grant.grantee.phone",
            required=_ALWAYS,
        ),
        Field(id="title", number="4.", path="grant.title", required=_ALWAYS),
        Field(id="period", number="5.", path="grant.period", kind=Kind.PERIOD, required=_ALWAYS),
        Field(
            id="amount",
            number="6.",
            path="grant.amount",
            kind=Kind.MONEY_IN_WORDS,
            required=_ALWAYS,
        ),
    ),
)

_ACTIVITIES = Section(
    id="activities",
    number="1",
    items=(
        Repeat(
            id="task",
            path="grant.tasks",
            items=(
                Repeat(
                    id="activity",
                    path="activities",
                    level=3,
                    items=(
                        Field(id="narrative", path="narrative", layout=_BLOCK, labelled=False),
                        Field(id="evidence", path="evidence", kind=Kind.EVIDENCE, layout=_BLOCK),
                    ),
                ),
            ),
        ),
    ),
)

_COMPARISON = Section(
    id="comparison",
    headed=False,
    orientation=Orientation.LANDSCAPE,
    items=(
        FieldTable(
            id="goal-table",
            titled=True,
            fields=(
                Field(id="goal", path="grant.goal", required=_ALWAYS),
                Field(id="achieved", path="grant.achieved", kind=Kind.TEXTS, required=_FINAL),
            ),
        ),
        Table(
            id="main",
            levels=("grant.tasks", "activities", "indicators"),
            columns=(
                Column(
                    id="task", path="title", kind=Kind.NUMBERED_TITLE, width=13, required=_ALWAYS
                ),
                Column(id="activity", path="title", level=1, width=16, required=_ALWAYS),
                Column(id="period", path="period", kind=Kind.PERIOD, level=1, width=9),
                Column(id="place", path="place", level=1, width=10),
                Column(
                    id="participants", path="participants", kind=Kind.QUANTITY, level=1, width=9
                ),
                Column(id="short-term", path="short_term_result", level=1, width=11),
                Column(id="indicator", path="name", level=2, width=17),
                Column(
                    id="target",
                    path="target",
                    kind=Kind.QUANTITY,
                    level=2,
                    group="indicators",
                    width=10,
                ),
                Column(
                    id="actual",
                    path="actual",
                    kind=Kind.QUANTITY,
                    level=2,
                    group="indicators",
                    width=10,
                ),
                Column(id="long-term", path="long_term_result", width=11),
            ),
        ),
    ),
)

_EFFECTS = Section(
    id="effects-section",
    headed=False,
    items=(
        Field(id="deviation", path="grant.deviation", layout=_BLOCK),
        Table(
            id="effects",
            titled=True,
            levels=("grant.effects",),
            codes=EFFECTS,
            columns=(
                Column(id="number", kind=Kind.ROW_NUMBER, width=5),
                Column(id="indicator", path="name", kind=Kind.ROW_LABEL, width=50),
                Column(id="unit", path="unit", kind=Kind.UNIT, width=15),
                Column(id="target", path="target", kind=Kind.QUANTITY, width=17),
                Column(id="actual", path="actual", kind=Kind.QUANTITY, width=17),
            ),
        ),
    ),
)

_STATISTICS = Section(
    id="statistics",
    number="4",
    orientation=Orientation.LANDSCAPE,  # eleven columns of long words
    items=(
        Breakdown(
            id="statistics-sex",
            number="1",
            path="statistics",
            axis="sex",
            codes=SEXES,
            required=Required.INTERIM,
        ),
        Breakdown(
            id="statistics-category",
            number="2",
            path="statistics",
            axis="category",
            codes=CATEGORIES,
            required=Required.INTERIM,
        ),
        Breakdown(
            id="statistics-age",
            number="3",
            path="statistics",
            axis="age",
            codes=AGES,
            required=Required.INTERIM,
        ),
    ),
)


def _narrative(key: str, number: str | None = None) -> Field:
    """A section of free text, kept in the report under the same key."""
    return Field(id=key, number=number, path=f"narrative[{key}]", layout=_BLOCK, required=_FINAL)


def _section(key: str, number: str) -> Section:
    """A section that is one free text under its heading."""
    text = Field(
        id=key,
        path=f"narrative[{key}]",
        layout=_BLOCK,
        required=_FINAL,
        labelled=False,
    )
    return Section(id=key, number=number, items=(text,))


_RESULTS = Section(
    id="results",
    number="5",
    items=(
        _narrative("results-groups", "1)"),
        _narrative("results-long-term", "2)"),
        _narrative("results-effect", "3)"),
    ),
)

_PARTNERS = Section(
    id="partners-section",
    number="6",
    items=(
        Field(id="partners-section", path="narrative[partners]", layout=_BLOCK, labelled=False),
        Note(id="partners-note"),
        Table(
            id="partners",
            levels=("partners",),
            columns=(
                Column(id="name", path="name", width=32),
                Column(id="role", path="role", width=25),
                Column(id="contacts", path="contacts", kind=Kind.PLAIN, width=22),
                Column(id="note", path="note", width=15),
            ),
        ),
    ),
)

_CLOSING = Section(
    id="closing",
    headed=False,
    items=(
        Table(
            id="proposals",
            titled=True,
            levels=("proposals",),
            columns=(
                Column(id="number", kind=Kind.ROW_NUMBER, width=5),
                Column(id="sphere", path="sphere", width=15),
                Column(id="direction", path="direction", width=18),
                Column(id="problem", path="problem", width=20),
                Column(id="funding", path="funding", kind=Kind.MONEY, width=15),
                Column(id="grant-kind", path="grant_kind", width=12),
                Column(id="expected-result", path="expected_result", width=15),
            ),
        ),
        Table(
            id="recommendations",
            titled=True,
            levels=("recommendations",),
            columns=(
                Column(id="addressee", path="addressee", width=25),
                Column(id="text", path="text", width=40),
                Column(id="letter", path="letter_number+letter_date", kind=Kind.PLAIN, width=30),
            ),
        ),
        Field(id="pages", kind=Kind.PAGES),
        Signature(
            id="signature",
            seal=True,
            fields=(
                Field(id="signatory", path="signature.position+signature.name"),
                Field(id="sign"),  # a line to sign on
                Field(id="signed", path="signature.signed", kind=Kind.DATE),
            ),
        ),
    ),
)

FORM = Form(
    id="kz-grant-final",
    edition="2022",
    domain="grantkit-kz",
    since=dt.date(2022, 9, 26),
    until=dt.date(2025, 6, 30),
    languages=("kk",),
    sections=(
        _COVER,
        _ACTIVITIES,
        _COMPARISON,
        _EFFECTS,
        _section("goal-attainment", "2"),
        _section("change", "3"),
        _STATISTICS,
        _RESULTS,
        _PARTNERS,
        _CLOSING,
    ),
)
