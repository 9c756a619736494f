"""A plain form for any grant: cover, activities, the table of indicators, effects, signature."""

from __future__ import annotations

from grantkit.document import Orientation
from grantkit.forms.api import (
    Column,
    Field,
    Form,
    Kind,
    Layout,
    Repeat,
    Required,
    Section,
    Signature,
    Table,
    Title,
)

__all__ = ["FORM"]

FORM = Form(
    id="generic",
    edition="1",
    domain="grantkit-core",
    sections=(
        Section(
            id="cover",
            headed=False,
            items=(
                Title(id="report"),
                Field(id="title", path="grant.title", required=Required.ALWAYS),
                Field(id="grantee", path="grant.grantee.name", required=Required.ALWAYS),
                Field(id="funder", path="grant.funder.name"),
                Field(id="contract", path="grant.contract.number", kind=Kind.PLAIN),
                Field(id="period", path="grant.period", kind=Kind.PERIOD, required=Required.ALWAYS),
                Field(
                    id="amount",
                    path="grant.amount",
                    kind=Kind.MONEY_IN_WORDS,
                    required=Required.ALWAYS,
                ),
                Field(id="goal", path="grant.goal"),
            ),
        ),
        Section(
            id="activities",
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
                                Field(
                                    id="narrative",
                                    path="narrative",
                                    layout=Layout.BLOCK,
                                    labelled=False,
                                ),
                                Field(
                                    id="evidence",
                                    path="evidence",
                                    kind=Kind.EVIDENCE,
                                    layout=Layout.BLOCK,
                                ),
                            ),
                        ),
                        Field(id="long-term-result", path="long_term_result", layout=Layout.BLOCK),
                    ),
                ),
            ),
        ),
        Section(
            id="indicators",
            orientation=Orientation.LANDSCAPE,
            items=(
                Table(
                    id="main",
                    levels=("grant.tasks", "activities", "indicators"),
                    columns=(
                        Column(id="task", path="title", width=14),
                        Column(id="activity", path="title", level=1, width=18),
                        Column(id="period", path="period", kind=Kind.PERIOD, level=1, width=10),
                        Column(id="place", path="place", level=1, width=10),
                        Column(
                            id="participants",
                            path="participants",
                            kind=Kind.QUANTITY,
                            level=1,
                            width=9,
                        ),
                        Column(id="indicator", path="name", level=2, width=20),
                        Column(id="unit", path="unit", kind=Kind.UNIT, level=2, width=8),
                        Column(
                            id="baseline", path="baseline", kind=Kind.QUANTITY, level=2, width=8
                        ),
                        Column(id="target", path="target", kind=Kind.QUANTITY, level=2, width=9),
                        Column(id="actual", path="actual", kind=Kind.QUANTITY, level=2, width=9),
                    ),
                ),
                Field(id="deviation", path="grant.deviation", layout=Layout.BLOCK),
            ),
        ),
        Section(
            id="results",
            items=(
                Field(id="achieved", path="grant.achieved", kind=Kind.TEXTS, layout=Layout.BLOCK),
                Table(
                    id="effects",
                    titled=True,
                    levels=("grant.effects",),
                    columns=(
                        Column(id="indicator", path="name", width=40),
                        Column(id="unit", path="unit", kind=Kind.UNIT, width=15),
                        Column(id="target", path="target", kind=Kind.QUANTITY, width=15),
                        Column(id="actual", path="actual", kind=Kind.QUANTITY, width=15),
                    ),
                ),
                Field(id="sections", path="narrative", kind=Kind.NARRATIVE, layout=Layout.BLOCK),
                Table(
                    id="partners",
                    titled=True,
                    levels=("partners",),
                    columns=(
                        Column(id="name", path="name", width=30),
                        Column(id="role", path="role", width=25),
                        Column(id="contacts", path="contacts", kind=Kind.PLAIN, width=20),
                        Column(id="note", path="note", width=20),
                    ),
                ),
                Signature(
                    id="signature",
                    fields=(
                        Field(id="signatory", path="signature.position+signature.name"),
                        Field(id="sign"),  # a line to sign on
                        Field(id="signed", path="signature.signed", kind=Kind.DATE),
                    ),
                ),
            ),
        ),
    ),
)
