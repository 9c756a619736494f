"""The Word exporter: what it writes, judged by python-docx and by the XML itself."""

import base64
import datetime as dt
import re
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from typing import Any

import docx
import pytest
from docx_parts import W, body, parts, values, visible
from lxml import etree

from grantkit.document import (
    Align,
    Attachment,
    Cell,
    Chart,
    Column,
    Document,
    Emphasis,
    Figure,
    Heading,
    Orientation,
    PageCount,
    PageNumber,
    Paragraph,
    Role,
    Row,
    Run,
    Section,
    Series,
    SignatureBlock,
    Table,
    texts,
)
from grantkit.exchange.api import Exporter
from grantkit_docx.attachments import NAMESPACE
from grantkit_docx.estimate import pages
from grantkit_docx.exporter import DocxExporter, DocxOptions
from grantkit_docx.plugin import grantkit_register_exporters

Make = Callable[..., Document]
HOSTILE = [
    "<w:t>]]></w:t> & &amp; &#0; <!-- --> <?x?>",
    "\"quotes\" 'single' {braces} %d \\ $1 \\g<1>",
    "  two leading, two trailing  ",
    "a\tb\nc\n\nd\t",
    "=1+1",
    "\u200fعربي\u202e mixed \u200b \ufeff \u00ad \u2028",
    "👩‍👩‍👧 𝔘 e\u0301\u0301\u0301 \U0001f1f0\U0001f1ff",
    "қазақша: әіңғүұқөһ",
    "_x000D_ \u0085 \u009f \ufdd0",
    "W" * 5000,
]


def png(width: int = 40, height: int = 20) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + crc

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_it_is_an_exporter_and_light_to_import() -> None:
    (offered,) = grantkit_register_exporters()
    assert isinstance(offered, Exporter)
    assert offered == DocxExporter()
    code = (
        "import sys, grantkit_docx.plugin as p; p.grantkit_register_exporters();"
        "sys.exit(bool({'docx', 'lxml'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("wrong", [{"size": 4}, {"size": 99}, {"font": ""}, {"font": "x" * 32}])
def test_options_that_word_would_not_take(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"size|font|Length"):
        DocxOptions(**wrong)


def test_equal_documents_are_equal_bytes(job: Any, official: Document) -> None:
    assert job(official).bytes() == job(official).bytes()
    later = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
    assert job(official).bytes() != job(official, created_at=later).bytes()


def test_all_that_is_visible_is_there_once(job: Any, official: Document) -> None:
    written = [visible(p) for p in body(job(official).bytes()).iter(f"{W}p")]
    wanted = [text for text in texts(official) if text]
    # the signature's two sides stand in two cells, the page count has a number
    assert [t for t in written if t in set(wanted)] == [t for t in wanted if t in set(written)]
    assert len(set(wanted) - set(written)) <= 4
    assert any(re.fullmatch(r"Есеп беттерінің жалпы саны: \d+ бет", text) for text in written)


def test_hostile_text_comes_back_as_it_was(job: Any, document: Make) -> None:
    blocks = [Paragraph(text) for text in HOSTILE]
    table = Table([Column()], title=HOSTILE[1], body=[Row([Cell([block])]) for block in blocks])
    data = job(document(*blocks, table, title=HOSTILE[0])).bytes()
    opened = docx.Document(BytesIO(data))
    assert [paragraph.text for paragraph in opened.paragraphs][: len(HOSTILE)] == HOSTILE
    assert [cell.text for cell in opened.tables[0]._cells] == HOSTILE
    assert opened.core_properties.title == HOSTILE[0]


def test_a_character_that_xml_cannot_hold_gives_no_file(job: Any, document: Make) -> None:
    with pytest.raises(Exception, match="not well-formed"):
        job(document(Paragraph("a\x01b"))).bytes()


def test_pages(job: Any, document: Make) -> None:
    sections = [
        Section([Paragraph("a")]),
        Section([Table([Column()], body=[Row([Cell()])])], orientation=Orientation.LANDSCAPE),
        Section([]),
    ]
    opened = docx.Document(BytesIO(job(document(sections=sections)).bytes()))
    assert [(s.page_width.twips, s.page_height.twips) for s in opened.sections] == [
        (11906, 16838),
        (16838, 11906),
        (11906, 16838),
    ]
    assert [round(s.left_margin.mm) for s in opened.sections] == [30, 20, 30]
    assert all(s.footer.paragraphs[0].style.style_id == "Footer" for s in opened.sections)
    # the section ends in the paragraph that was there, an empty one is made only after a table
    assert [p.text for p in opened.paragraphs] == ["a", "", ""]


def test_headings_and_roles(job: Any, document: Make) -> None:
    blocks = [
        *(Heading(str(level), level) for level in range(12)),
        *(Paragraph(role, role=role) for role in Role),
    ]
    opened = docx.Document(BytesIO(job(document(*blocks)).bytes()))
    names = [p.style.name for p in opened.paragraphs]
    assert names[:12] == [f"Heading {min(max(level, 1), 9)}" for level in range(12)]
    assert names[12:] == ["Normal", "Title", "Label", "Note", "Caption"]
    assert values(opened.styles["Heading 3"].element, ".//w:outlineLvl") == ["2"]


def test_roles_and_headings_in_a_cell(job: Any, document: Make) -> None:
    blocks = [Heading("h", 2), *(Paragraph(role, role=role) for role in Role)]
    table = Table([Column()], body=[Row([Cell(blocks)])])
    cell = docx.Document(BytesIO(job(document(table)).bytes())).tables[0]._cells[0]
    assert [p.style.style_id for p in cell.paragraphs] == [
        "TableStub",
        "TableText",
        "TableHeading",
        "TableStub",
        "TableNote",
        "TableNote",
    ]
    assert values(cell._element, ".//w:outlineLvl") == ["1"]


def test_runs(job: Any, document: Make) -> None:
    runs = (
        Run("қ"),
        Run("b", emphasis=Emphasis.STRONG, language="ru"),
        Run("i", emphasis=Emphasis.EMPHASIS, language="kk"),
        Run(""),
        Run("c", language="en-US"),
    )
    xml = body(job(document(Paragraph(runs, align=Align.JUSTIFY))).bytes())
    assert len(list(xml.iter(f"{W}r"))) == 4
    assert values(xml, ".//w:rPr/w:lang") == ["ru-RU", "en-US"]
    opened = docx.Document(BytesIO(job(document(Paragraph(runs))).bytes()))
    assert [(r.bold, r.italic) for r in opened.paragraphs[0].runs] == [
        (None, None),
        (True, None),
        (None, True),
        (None, None),
    ]


@pytest.mark.parametrize(
    ("tag", "word"),
    [
        ("kk", "kk-KZ"),
        ("ru", "ru-RU"),
        ("en", "en-GB"),
        ("ru-KZ", "ru-KZ"),
        ("kk_Cyrl_KZ", "kk-KZ"),
    ],
)
def test_language(job: Any, document: Make, tag: str, word: str) -> None:
    found = parts(job(document(language=tag)).bytes())
    assert values(etree.fromstring(found["word/styles.xml"]), ".//w:rPrDefault//w:lang") == [word]
    assert f"<dc:language>{word}</dc:language>".encode() in found["docProps/core.xml"]


def test_font_and_size(job: Any, document: Make) -> None:
    options = DocxOptions(font='A & "B"', size=11)
    opened = docx.Document(BytesIO(job(document(), options).bytes()))
    styles = opened.styles.element
    assert styles.find(f".//{W}rFonts").get(f"{W}ascii") == 'A & "B"'
    assert values(styles, "w:docDefaults//w:sz") == ["22"]
    assert opened.styles["Table Text"].font.size.pt == 9
    assert opened.styles["Table Text small"].font.size.pt == 8


def test_links(job: Any, document: Make) -> None:
    good = ["https://a.kz/?q=1&r=<2>", "http://қазақ.kz/а б", "mailto:a@b.kz", "HTTP://A.kz"]
    bad = [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//evil/share",
        r"\\evil\share",
        "data:text/html,x",
        "http://[::1",
        "http://",
        "mailto:",
        "https://a.kz/\nb",
        "https://a.kz/" + "я" * 2000,
        f"http://{'қ' * 70}.kz",
    ]
    wanted = job(
        document(*(Paragraph(Run("see", link=link)) for link in [*good, *good, *bad, *bad]))
    )
    data = wanted.bytes()
    relations = etree.fromstring(parts(data)["word/_rels/document.xml.rels"])
    targets = [node.get("Target") for node in relations if node.get("TargetMode") == "External"]
    assert sorted(targets) == [
        "http://A.kz",
        "http://xn--80aau21bd.kz/%D0%B0%20%D0%B1",
        "https://a.kz/?q=1&r=%3C2%3E",
        "mailto:a@b.kz",
    ]
    assert len(list(body(data).iter(f"{W}hyperlink"))) == 2 * len(good)
    assert visible(body(data)) == "see" * 2 * len(good + bad)
    assert [f.args["link"] for f in wanted.notes] == bad
    assert {(f.code, f.severity, f.origin) for f in wanted.notes} == {
        ("DOCX01", "warning", "grantkit-docx")
    }


def test_page_fields(job: Any, document: Make) -> None:
    line = Paragraph((PageNumber(), Run(" / "), PageCount()))
    xml = body(job(document(*[Paragraph("сөз " * 500)] * 9, line)).bytes())
    fields = list(xml.iter(f"{W}fldSimple"))
    assert [field.get(f"{W}instr").strip() for field in fields] == ["PAGE", "NUMPAGES"]
    assert [visible(field) for field in fields] == ["1", "5"]


def test_signature(job: Any, document: Make) -> None:
    block = SignatureBlock([("Грант алушы:", ""), ("Төрайым", "аты-жөні")], seal="Мөрдің орны")
    opened = docx.Document(BytesIO(job(document(block)).bytes()))
    (table,) = opened.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Грант алушы:", ""],
        ["Төрайым", "аты-жөні"],
    ]
    assert [len(cell._tc.findall(f".//{W}tcBorders")) for cell in table._cells] == [0, 1, 0, 0]
    assert opened.paragraphs[-1].text == "Мөрдің орны"
    assert job(document(SignatureBlock([]), SignatureBlock([("a", "b")]))).bytes()


def test_figures(job: Any, document: Make) -> None:
    figure = Figure("a.png", 'Сурет "1"\n<2>', "Бір")
    wide = Figure("wide.png", "wide")
    files = {"a.png": png(), "same.png": png(), "wide.png": png(4000, 100)}
    made = job(document(figure, Figure("same.png", "same"), wide), files=files)
    data = made.bytes()
    assert not made.notes
    assert sorted(n for n in parts(data) if "media" in n) == [
        "word/media/image1.png",
        "word/media/image2.png",
    ]
    opened = docx.Document(BytesIO(data))
    shapes = opened.inline_shapes
    assert [shape._inline.docPr.get("descr") for shape in shapes] == [
        figure.alternative,
        "same",
        "wide",
    ]
    assert len({shape._inline.docPr.id for shape in shapes}) == 3
    assert round(shapes[2].width.mm) == 165
    assert opened.paragraphs[1].style.name == "Caption"


@pytest.mark.parametrize(
    "data",
    [
        None,
        b"",
        b"GIF89a",
        b"<svg/>",
        png()[:20],
        png(0, 0),
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"BM",
    ],
)
def test_pictures_that_cannot_be_shown(job: Any, document: Make, data: bytes | None) -> None:
    files = {} if data is None else {"x": data}
    made = job(document(Figure("x", "What it shows", "Caption")), files=files)
    xml = body(made.bytes())
    assert visible(xml) == "What it showsCaption"
    assert [(f.code, dict(f.args)) for f in made.notes] == [("DOCX02", {"name": "x"})]


def test_a_chart_is_a_table_of_its_figures(job: Any, document: Make) -> None:
    chart = Chart(
        "bar",
        "Қатысушылар",
        ["Ақтау", "Бейнеу"],
        [Series("жоспар", [Decimal(1000), None]), Series("факт", [Decimal("2.5")])],
    )
    opened = docx.Document(BytesIO(job(document(chart)).bytes()))
    assert opened.paragraphs[0].text == "Қатысушылар"
    assert [[cell.text for cell in row.cells] for row in opened.tables[0].rows] == [
        ["", "жоспар", "факт"],
        ["Ақтау", "1\u00a0000", "2,5"],
        ["Бейнеу", "", ""],
    ]


def test_attachments(job: Any, document: Make) -> None:
    attachments = [
        Attachment("a.json", "application/json", '{"t": "<қ>&]]>"}\n'.encode()),
        Attachment("b.json", "application/json", b"crlf\r\nis kept"),
        Attachment("c.json", "application/json", b"\xff\xfe\x00"),
        Attachment('"d".bin', "application/octet-stream", b"x"),
    ]
    made = job(document(attachments=attachments))
    found = parts(made.bytes())
    items = [etree.fromstring(found[f"customXml/item{n}.xml"]) for n in (1, 2, 3)]
    assert [i.get("encoding") for i in items] == ["text", "base64", "base64"]
    assert [(i.tag, i.get("name")) for i in items] == [
        (f"{{{NAMESPACE}}}attachment", a.name) for a in attachments[:3]
    ]
    assert items[0].text.encode() == attachments[0].data
    assert [base64.b64decode(i.text) for i in items[1:]] == [a.data for a in attachments[1:3]]
    ids = {etree.fromstring(found[f"customXml/itemProps{n}.xml"]).values()[0] for n in (1, 2, 3)}
    assert len(ids) == 3
    assert [(f.code, dict(f.args)) for f in made.notes] == [("DOCX05", {"name": '"d".bin'})]
    bare = job(document(attachments=attachments), DocxOptions(embed=False))
    assert not [name for name in parts(bare.bytes()) if name.startswith("customXml")]
    assert not bare.notes


def test_properties(job: Any, document: Make) -> None:
    made = job(document(title="т" * 300))
    properties = docx.Document(BytesIO(made.bytes())).core_properties
    assert properties.title == "т" * 254 + "…"
    assert properties.language == "kk-KZ"
    assert properties.created == properties.modified == made.created_at
    assert [f.code for f in made.notes] == ["DOCX04"]


def test_a_guess_at_the_pages(document: Make) -> None:
    chart = Chart("bar", "t", ["a"] * 40, [Series("s", [Decimal(1)] * 40)])
    signature = SignatureBlock([("a", "b")], seal="s")
    assert pages(document(Figure("a.png", "a")), 12) == 1
    assert pages(document(chart, signature), 12) == 1
    assert pages(document(chart, chart, signature, Figure("a.png", "a")), 12) == 3
    assert pages(document(sections=[Section(())] * 4), 12) == 4
    text = Paragraph("сөз " * 6000)
    assert pages(document(text), 10) < pages(document(text), 14)


def test_three_hundred_merged_rows_cost_little(job: Any, document: Make) -> None:
    rows = [Row([Cell([Paragraph("a")], rows=300), *(Cell([Paragraph(str(n))]) for n in range(9))])]
    rows += [Row([Cell([Paragraph(f"{n}")]) for n in range(9)]) for _ in range(299)]
    made = job(document(Table([Column()] * 10, body=rows)))
    xml = body(made.bytes())
    assert values(xml, ".//w:vMerge") == ["restart", *[None] * 299]
