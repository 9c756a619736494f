"""The Word exporter, judged by LibreOffice and by the validator of the Open XML SDK."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from grantkit.document import (
    Attachment,
    Cell,
    Column,
    Document,
    List,
    Orientation,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    texts,
)
from grantkit.testing.office import (
    convert,
    convert_all,
    have_office,
    have_validator,
    pdf_pages,
    validate_ooxml,
)

office = pytest.mark.skipif(not have_office(), reason="no LibreOffice")
validator = pytest.mark.skipif(not have_validator(), reason="no Open XML validator")
pytestmark = pytest.mark.office
Make = Callable[..., Document]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def row(*cells: str) -> Row:
    return Row([Cell([Paragraph(text)]) for text in cells])


def samples(make: Make) -> dict[str, Document]:
    """Documents in which layout could go wrong."""
    words = " ".join(f"w{n}" for n in range(3000))
    link = Run("see", link='https://a.kz/%zz?[x]=%D0%B0|{}^`\\"<>#a#b')
    merged = [Row([Cell([Paragraph(words)], rows=40), *row("r").cells]), *[row("r")] * 39]
    narrow = [Column()] * 10
    url = "https://example.org/" + "x" * 150
    deep: Any = Paragraph("x")
    for _ in range(12):
        deep = List([[deep, Paragraph("y")]], ordered=True, start=3)
    return {
        "empty": make(sections=[]),
        "bare": make(sections=[Section(()), Section((), Orientation.LANDSCAPE), Section(())]),
        "high-row": make(Table([Column(), Column()], head=[row("a", "b")], body=[row("x", words)])),
        "high-merged": make(Table([Column(), Column()], body=merged)),
        "long-words": make(
            sections=[Section([Table(narrow, body=[row(*[url] * 10)])], Orientation.LANDSCAPE)]
        ),
        "hostile": make(
            Paragraph((link, Run("\u200fعربي\u202e <&>]]>", language="ar"))), deep, title='<&>"'
        ),
        "attached": make(attachments=[Attachment("a", "application/json", b"{}")] * 2),
    }


def saved(folder: Path, job: Any, documents: dict[str, Document]) -> list[Path]:
    paths = []
    for name, document in documents.items():
        paths.append(folder / f"{name}.docx")
        paths[-1].write_bytes(job(document).bytes())
    return paths


@validator
def test_the_sdk_finds_nothing(
    job: Any, document: Make, official: Document, tmp_path: Path
) -> None:
    documents = samples(document) | {"official": official}
    found = {path.stem: validate_ooxml(path) for path in saved(tmp_path, job, documents)}
    assert found == {name: [] for name in documents}


@office
def test_the_official_form_on_paper(job: Any, official: Document, tmp_path: Path) -> None:
    (path,) = saved(tmp_path, job, {"official": official})
    pages = pdf_pages(convert(path, "pdf", tmp_path))
    assert 8 <= len(pages) <= 12
    assert all(len(squeezed(page)) > 50 for page in pages), "an empty page"
    assert [squeezed(page)[-len(str(n)) :] for n, page in enumerate(pages, 1)] == [
        str(n) for n in range(1, len(pages) + 1)
    ]
    heads = [page for page in pages if "Ұзақ мерзімді" in page]
    assert len(heads) >= 4
    assert all("(міндеттерге)" in page and "Индикаторлар" in page for page in heads), "repeated"
    assert f"жалпы саны: {len(pages)} бет" in pages[-1]

    made = convert(path, "txt", tmp_path).read_text(encoding="utf-8-sig")
    for text in texts(official):
        assert squeezed(text).replace("Есепбеттерініңжалпысаны:бет", "") in squeezed(made)


@office
def test_nothing_is_cut_off(job: Any, document: Make, tmp_path: Path) -> None:
    documents = samples(document)
    paths = saved(tmp_path, job, documents)
    made = dict(zip(documents, convert_all(paths, "pdf", tmp_path / "out"), strict=True))
    pages = {name: pdf_pages(path) for name, path in made.items()}
    for name in ("high-row", "high-merged"):
        assert len(set(re.findall(r"\bw\d+\b", "".join(pages[name])))) == 3000, name
    assert "".join(pages["long-words"]).count("x") == 10 * (150 + 1)
    assert (len(pages["empty"]), len(pages["bare"]), len(pages["long-words"])) == (1, 3, 1)


@office
def test_attachments_outlive_another_program(job: Any, official: Document, tmp_path: Path) -> None:
    (path,) = saved(tmp_path, job, {"official": official})
    with ZipFile(convert(path, "docx", tmp_path / "out")) as again:
        kept = [again.read(name).decode() for name in again.namelist() if "customXml/item1" in name]
    assert any("тіл" in text for text in kept)
