"""The official reports as other programs see them: valid, whole, nothing lost, no empty page."""

import re
from pathlib import Path

import pytest

import grantkit
from grantkit.document import texts
from grantkit.testing.office import (
    convert,
    have_office,
    have_validator,
    pdf_pages,
    pdf_text,
    validate_ooxml,
)

pytestmark = [pytest.mark.office, pytest.mark.slow]

EXAMPLES = Path(__file__).parents[2] / "examples"
REPORTS = ("anticorruption-2024", "minimal")
FORMS = ("kz-grant-final", "generic")
LOCALES = ("kk", "ru", "en")


@pytest.fixture(scope="module")
def kit():
    return grantkit.Kit(strict=True)


def squeezed(text):
    """Leave out what line breaks and hyphens of a page change."""
    return re.sub(r"[\s\u00ad\-–]+", "", text)


@pytest.mark.skipif(not have_validator(), reason="the Open XML validator is not installed")
@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("locale", LOCALES)
def test_the_open_xml_sdk_finds_no_error(kit, tmp_path, report, form, locale):
    loaded = kit.read(EXAMPLES / f"{report}.json")
    for suffix in ("docx", "xlsx"):
        path = tmp_path / f"{report}.{suffix}"
        kit.export(loaded, path, form=form, locale=locale)
        assert validate_ooxml(path) == []


@pytest.mark.skipif(not have_office(), reason="LibreOffice is not installed")
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("form", FORMS)
def test_the_pages_show_every_text_and_none_is_empty(kit, tmp_path, form, locale):
    loaded = kit.read(EXAMPLES / "anticorruption-2024.json")
    path = tmp_path / "report.docx"
    kit.export(loaded, path, form=form, locale=locale)
    seen = squeezed(convert(path, "txt", tmp_path).read_text("utf-8-sig"))
    document = kit.compose(loaded, form=form, locale=locale)
    assert [text for text in texts(document) if squeezed(text) not in seen] == []
    pages = pdf_pages(convert(path, "pdf", tmp_path))
    assert all(len(page.strip()) > 60 for page in pages)


@pytest.mark.skipif(not have_office(), reason="LibreOffice is not installed")
@pytest.mark.parametrize("locale", LOCALES)
def test_the_workbook_opens_with_its_figures(kit, tmp_path, locale):
    loaded = kit.read(EXAMPLES / "anticorruption-2024.json")
    path = tmp_path / "report.xlsx"
    kit.export(loaded, path, form="kz-grant-final", locale=locale)
    seen = squeezed(pdf_text(convert(path, "pdf", tmp_path)))
    for figure in ("1716", "266392", "46"):
        assert figure in seen.replace("\N{NO-BREAK SPACE}", "").replace(",", "")
