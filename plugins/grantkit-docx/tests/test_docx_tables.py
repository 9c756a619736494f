"""Lists and tables of the Word exporter, judged by python-docx and by the XML itself."""

from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from typing import Any

import docx
import pytest
from docx_parts import W, body, parts, values
from lxml import etree

from grantkit.document import (
    Align,
    Cell,
    Column,
    Document,
    Heading,
    List,
    Orientation,
    Paragraph,
    Row,
    Section,
    Table,
)
from grantkit.errors import ExportFailed
from grantkit_docx.fitting import fit
from grantkit_docx.page import LANDSCAPE, PORTRAIT

Make = Callable[..., Document]


def test_lists(job: Any, document: Make) -> None:
    numbered = List([[Paragraph("a")], [Paragraph("b"), Paragraph("more")]], ordered=True)
    inner = List([[Heading("h", 3)], [], [numbered]], ordered=True, start=5)
    outer = List([[inner], [Paragraph("x"), inner]])
    table = Table([Column()], body=[Row([Cell([numbered, List([[Paragraph("dash")]])])])])
    data = job(document(numbered, outer, numbered, table)).bytes()
    numbering = etree.fromstring(parts(data)["word/numbering.xml"])
    counts = list(numbering.iter(f"{W}num"))
    ordered = [num for num in counts if num.find(f"{W}lvlOverride") is not None]
    assert len(ordered) == 7
    assert len(counts) == 9
    assert [
        (num.find(f"{W}lvlOverride").get(f"{W}ilvl"), *values(num, ".//w:startOverride"))
        for num in ordered
    ] == [("0", "1"), ("1", "5"), ("2", "1"), ("1", "5"), ("2", "1"), ("0", "1"), ("0", "1")]
    used = values(body(data), ".//w:numId")
    assert set(used) == {num.get(f"{W}numId") for num in counts}


def test_a_table_of_lists_without_depth_of_its_own(job: Any, document: Make) -> None:
    deep: Any = Paragraph("x")
    for _ in range(14):
        deep = List([[deep]])
    data = job(document(deep)).bytes()
    assert max(map(int, values(body(data), ".//w:ilvl"))) == 8


def spans() -> Table:
    def at(text: str, **more: Any) -> Cell:
        return Cell([Paragraph(text)], **more)

    return Table(
        [Column(1), Column(2), Column(3), Column(2)],
        head=[
            Row([at("A", rows=2, columns=2), at("B", columns=2)]),
            Row([at("C"), at("D", header=True)]),
        ],
        body=[
            Row([at("a", rows=3), at("b", columns=2, rows=2), at("c")]),
            Row([at("d", align=Align.END)]),
            Row([at("e", header=True), at("f"), at("g")]),
            Row([at("h", columns=4)]),
        ],
        title="Spans",
    )


def test_spans(job: Any, document: Make) -> None:
    table = docx.Document(BytesIO(job(document(spans())).bytes())).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["A", "A", "B", "B"],
        ["A", "A", "C", "D"],
        ["a", "b", "b", "c"],
        ["a", "b", "b", "d"],
        ["a", "e", "f", "g"],
        ["h", "h", "h", "h"],
    ]
    xml = table._tbl
    assert [len(row.findall(f".//{W}tblHeader")) for row in xml.tr_lst] == [1, 1, 0, 0, 0, 0]
    assert all(row.find(f".//{W}cantSplit") is not None for row in xml.tr_lst)
    assert [column.w.twips for column in xml.tblGrid.gridCol_lst] == [1169, 2339, 3508, 2339]
    for row in xml.tr_lst:
        assert sum(int(cell.get(f"{W}w")) for cell in row.iter(f"{W}tcW")) == PORTRAIT.text_width
        assert all(cell[-1].tag == f"{W}p" for cell in row.tc_lst)
    assert values(xml, ".//w:tblCaption") == ["Spans"]
    assert values(xml, ".//w:tblLayout") == [None]


def test_widths_of_a_wide_table(job: Any, document: Make) -> None:
    columns = [
        Column(Decimal(hint)) for hint in ("0", "0.5", "100", "1", "1", "1", "1", "1", "1", "1")
    ]
    table = Table(columns, body=[Row([Cell() for _ in columns])])
    section = Section([table], orientation=Orientation.LANDSCAPE)
    xml = docx.Document(BytesIO(job(document(sections=[section])).bytes())).tables[0]._tbl
    found = [column.w.twips for column in xml.tblGrid.gridCol_lst]
    assert sum(found) == LANDSCAPE.text_width
    assert min(found) >= 395
    assert values(xml, ".//w:p//w:pStyle") == ["TableTextSmall"] * 10


def test_tables_that_touch_and_tables_in_cells(job: Any, document: Make) -> None:
    inner = Table([Column()], body=[Row([Cell([Paragraph("in")])])])
    outer = Table(
        [Column(), Column()], body=[Row([Cell([inner, inner]), Cell([Paragraph("x"), inner])])]
    )
    xml = body(job(document(outer, outer, Paragraph("after"), outer)).bytes())
    for table in xml.iter(f"{W}tbl"):
        assert table.getnext().tag == f"{W}p"
    assert all(cell[-1].tag == f"{W}p" for cell in xml.iter(f"{W}tc"))
    assert [node.tag.removeprefix(W) for node in xml] == [
        *("tbl", "p", "tbl", "p", "p", "tbl", "p"),
        "sectPr",
    ]


def test_a_table_without_rows_is_left_out(job: Any, document: Make) -> None:
    xml = body(job(document(Paragraph("a"), Table([Column()]), Paragraph("b"))).bytes())
    assert [node.tag.removeprefix(W) for node in xml] == ["p", "p", "sectPr"]


def test_more_columns_than_word_opens(job: Any, document: Make) -> None:
    def wide(many: int) -> Table:
        return Table([Column()] * many, body=[Row([Cell()] * many)])

    assert job(document(wide(63))).bytes()
    with pytest.raises(ExportFailed) as failed:
        job(document(wide(64))).bytes()
    (finding,) = failed.value.findings
    assert (finding.code, dict(finding.args)) == ("DOCX03", {"columns": 64, "most": 63})


@pytest.mark.parametrize(
    ("room", "suffix"), [(9354, ""), (5200, "Small"), (4600, "Tiny"), (2000, "")]
)
def test_no_word_of_a_heading_is_broken_where_smaller_text_makes_room(
    room: int, suffix: str
) -> None:
    words = ("Қатысушылардың саны", "№", "нәтижелері/әсері", "жоспар")
    head = Row(tuple(Cell((Paragraph(word),), header=True) for word in words))
    widths, chosen = fit(Table(columns=[Column(1)] * 4, head=(head,)), room, 12)
    assert (sum(widths), chosen) == (room, suffix)
    if suffix:
        assert widths[2] > widths[0] > widths[3] > widths[1]
