import datetime as dt
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import attrs
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grantkit.errors import InvalidValue
from grantkit.exchange.api import Exporter, Limits
from grantkit.exchange.archives import preflight
from grantkit.locales.catalogues import Catalogues
from grantkit.model import Grant, Report, Text
from grantkit.testing.strategies import reports
from grantkit_xlsx.exporter import SHEETS as IDS
from grantkit_xlsx.exporter import XlsxExporter, XlsxOptions
from grantkit_xlsx.plugin import grantkit_register_exporters
from grantkit_xlsx.sheets import SHEETS

Export = Callable[..., Any]
EMPTY = Report(id="r", language="kk", grant=Grant(id="g"))
LANGUAGES = ("en", "ru", "kk")


def test_it_is_an_exporter() -> None:
    exporter = XlsxExporter()
    assert isinstance(exporter, Exporter)
    assert (exporter.id, exporter.suffixes, exporter.takes) == ("xlsx", (".xlsx",), "report")


def test_the_plugin_offers_it() -> None:
    assert grantkit_register_exporters() == [XlsxExporter()]


def test_listing_the_exporter_imports_no_library() -> None:
    code = (
        "import sys, grantkit_xlsx.plugin as p; p.grantkit_register_exporters();"
        "print(*[m for m in ('openpyxl', 'lxml') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_sheets_stand_in_order_in_each_language(export: Export, report: Report) -> None:
    for language in LANGUAGES:
        book = export(report, language).book
        assert len(book.sheetnames) == len(IDS) == len(SHEETS)
    assert book.sheetnames[0] == "Есеп"
    assert tuple(sheet.id for sheet in SHEETS) == IDS
    assert export(report, "ru").book.sheetnames[:3] == ["Отчет", "Задачи", "Мероприятия"]


def test_an_empty_report_still_has_its_sheets_and_headings(export: Export) -> None:
    made = export(EMPTY)
    names = [id for id in IDS if id not in ("proposals", "recommendations")]
    assert made.book.sheetnames == [made.job.label(f"sheet.{id}") for id in names]
    for sheet in made.book.worksheets[1:]:
        assert sheet.max_row == 1
        assert not any(d.hidden for k, d in sheet.column_dimensions.items() if k in "ABC")
    assert not made.job.notes


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_are_words_and_none_stands_twice(
    export: Export, report: Report, language: str
) -> None:
    for sheet in export(report, language).book.worksheets:
        headings = [cell.value for cell in sheet[1]]
        assert len(set(headings)) == len(headings), sheet.title
        assert not [words for words in headings if re.match(r"[a-z]+\.[a-z-]+\Z", words)]


def test_the_catalogues_have_the_same_keys_and_placeholders() -> None:
    from babel.messages.pofile import read_po

    folder = Path(sys.modules["grantkit_xlsx"].__file__ or "").parent / "locale"
    found = {}
    for language in LANGUAGES:
        with (folder / language / "LC_MESSAGES" / "grantkit-xlsx.po").open("rb") as file:
            catalogue = read_po(file)
        found[language] = {
            (m.context, m.id): sorted(re.findall(r"{\w+}", str(m.string)))
            for m in catalogue
            if m.id
        }
        assert all(m.string for m in catalogue if m.id)
    assert found["en"] == found["ru"] == found["kk"]


def test_plan_and_fact_are_words_and_numbers(export: Export, report: Report) -> None:
    people, photo, level, digest, grade, none = export(report, "kk").table("indicators")
    assert people["Жоспар"] == "100 адамнан кем емес"
    assert (people["Жоспар: мәні"], people["Жоспар: өлшем бірлігі"]) == (100, "адам")
    assert people["Жоспар: шарты"] == "кем емес"
    assert (people["Факт"], people["Факт: мәні"], people["Факт: шарты"]) == ("104", 104, "дәл")
    assert (photo["Жоспар"], photo["Жоспар: мәні"]) == ("әр шарадан 5/1", None)
    assert photo["Жоспар: неге шаққанда"] == "event"
    assert (level["Жоспар: мәні"], level["Жоспар: шарты"]) == (None, "аралығында")
    assert (level["Факт"], level["Факт: мәні"]) == ("82,5 %", 82.5)
    assert (digest["Жоспар"], digest["Жоспар: мәні"], digest["Факт"]) == ("дайындау", None, None)
    assert (grade["Жоспар"], grade["Жоспар: мәні"], grade["Факт"]) == ("5-тен 4", None, "-")
    assert (none["Жоспар"], none["Жоспар: мәні"]) == ("0", 0)
    assert (none["Факт"], none["Факт: мәні"]) == ("қолданылмайды", None)
    assert people["Көрсеткіш №"] == "people"
    assert people["Деректердегі жолы"].endswith(".activities[3.1].indicators[people]")


def test_another_language_than_the_report_s_prints_values_and_keeps_words(
    export: Export, report: Report
) -> None:
    people, _, _, digest, _, none = export(report, "ru").table("indicators")
    assert people["План"] == "<ru: at-least 100 person>"
    assert digest["План"] == "дайындау"
    assert none["Факт"] == "неприменимо"
    assert people["Мероприятие"].startswith("Провести")
    assert people["Показатель"] == "Қатысушылар саны"
    assert people["План: единица измерения"] == "человек"


def test_dates_and_money_are_typed(export: Export, report: Report) -> None:
    made = export(report, "en")
    (seminar,) = [row for row in made.table("activities") if row["Activity no."] == "3.1"]
    assert seminar["Date held: first day"] == dt.datetime(2024, 6, 1)  # noqa: DTZ001 - as openpyxl reads
    assert seminar["Date held: last day"] == dt.datetime(2024, 10, 31)  # noqa: DTZ001
    assert (seminar["Events planned"], seminar["Events held"], seminar["People"]) == (2, 2, 82)
    (proposal,) = made.table("proposals")
    assert proposal["Funding: in units of the currency"] == 12_000_000
    assert proposal["Funding: currency"] == "KZT"
    fields = {row["Field"]: row["Value"] for row in made.table("report")}
    assert fields["Total funds allocated: in units of the currency"] == 10_500_000
    assert fields["Period of implementation: last day"] == dt.datetime(2024, 11, 29)  # noqa: DTZ001
    assert fields["Result achieved, 2"] == "Екі семинар өтті."
    sheet = made.book["Report"]
    formats = {sheet.cell(r, 1).value: sheet.cell(r, 2).number_format for r in range(2, 20)}
    assert formats["Total funds allocated: in units of the currency"] == "#,##0"
    assert formats["Period of implementation: first day"] == "yyyy-mm-dd"


def test_people_are_rows_by_coordinates(export: Export, report: Report) -> None:
    rows = export(report, "en").table("people")
    assert [row["People"] for row in rows] == [1006, 480, 82, 40, 42, 20, 52, 30]
    assert (rows[5]["Sex"], rows[5]["District"]) == ("women", "Бейнеу")
    assert (rows[2]["What is counted"], rows[2]["Sex"]) == ("unique persons", None)
    assert (rows[7]["Event no."], rows[7]["Condition"]) == ("2", "more than")
    # A bound is no number to add up: the events' own sheet leaves it out.
    assert [row["People"] for row in export(report, "en").table("events")] == [52, None]
    assert {row["Grant"] for row in rows} == {"g-47"}


def test_a_row_names_its_grant_and_its_path(export: Export, report: Report) -> None:
    made = export(report, "en")
    for id in IDS:
        assert {row["Grant"] for row in made.table(id)} == {"g-47"}, id
        assert all(row["Path in the data"] for row in made.table(id))


def test_what_nobody_filled_in_is_folded_away_but_there(export: Export, report: Report) -> None:
    made = export(report, "en")
    sheet = made.book["Indicators"]
    hidden = {cell.value: sheet.column_dimensions[cell.column_letter].hidden for cell in sheet[1]}
    assert hidden["Baseline"]
    assert hidden["Path in the data"]
    assert not hidden["Plan"]
    assert not hidden["Fact: value"]
    unfolded = export(report, "en", fold=False).book["Indicators"]
    assert not any(d.hidden for d in unfolded.column_dimensions.values())


def test_sheets_can_be_chosen(export: Export, report: Report) -> None:
    made = export(report, "en", sheets="indicators, report")
    assert made.book.sheetnames == ["Report", "Indicators"]
    assert len(export(EMPTY, "en", sheets=["proposals"]).book.sheetnames) == 1
    with pytest.raises(InvalidValue, match="not budget"):
        XlsxOptions(sheets="budget")
    with pytest.raises(InvalidValue, match="not none"):
        XlsxOptions(sheets=())


def test_it_prints_across_with_headings_on_each_page(export: Export, report: Report) -> None:
    for sheet in export(report).book.worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth in (1, 2)
        assert sheet.freeze_panes
        assert all(d.width <= 100 for d in sheet.column_dimensions.values())
        assert all(d.height is None or d.height <= 409 for d in sheet.row_dimensions.values())


def test_properties_tell_what_it_is(export: Export, report: Report) -> None:
    made = export(report, "kk")
    properties = made.book.properties
    assert properties.title.startswith("Сыбайлас")
    assert properties.language == "kk"
    assert properties.created == properties.modified == dt.datetime(2024, 12, 2, 9, 30)  # noqa: DTZ001
    assert export(EMPTY, "ru").book.properties.title == "Отчет по гранту"
    long = attrs.evolve(report.grant, title=Text.of("Ұзақ атау\n" * 40, "kk"))
    title = export(attrs.evolve(report, grant=long)).book.properties.title
    assert len(title) == 255
    assert title.startswith("Ұзақ атау Ұзақ")
    assert title.endswith("…")


def test_equal_reports_make_equal_bytes(export: Export, report: Report) -> None:
    assert export(report).data == export(report).data
    made = export(report)
    made.job.created_at = made.job.created_at.replace(tzinfo=None)
    sink = BytesIO()
    XlsxExporter().export(made.job, sink)  # without a zone it is UTC
    assert sink.getvalue() == made.data
    with zipfile.ZipFile(BytesIO(made.data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2024, 12, 2, 9, 30, 0)}


def test_no_temporary_file_is_made(
    export: Export, report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        pytest.fail("a temporary file")

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr("openpyxl.worksheet._writer.create_temporary_file", refuse)
    export(report)
    assert not list(tmp_path.iterdir())


def test_the_package_passes_our_own_preflight(export: Export, report: Report) -> None:
    preflight(export(report).data, Limits())


def test_fonts_are_in_the_schema_s_order(export: Export, report: Report) -> None:
    with zipfile.ZipFile(BytesIO(export(report).data)) as archive:
        styles = archive.read("xl/styles.xml").decode()
    for font in re.findall(r"<font>.*?</font>", styles):
        order = [name for name in re.findall(r"<(\w+)", font) if name != "font"]
        assert order == sorted(order, key=["b", "sz", "color", "name", "family", "scheme"].index)


def test_an_analyst_can_add_a_column_up(export: Export, report: Report) -> None:
    book = openpyxl.load_workbook(BytesIO(export(report, "en").data), read_only=True)
    rows = list(book["Socio-economic effect"].values)
    column = rows[0].index("Fact: value")
    assert sum(row[column] or 0 for row in rows[1:]) == 1716


def test_every_word_the_workbook_asks_for_is_there(export: Export, report: Report) -> None:
    catalogues = Catalogues({"grantkit-xlsx": "grantkit_xlsx"}, {})
    made = export(report, "kk")
    asked: list[str] = []
    label = type(made.job).label

    def listen(job: Any, key: str, /, **args: object) -> str:
        asked.append(key)
        return label(job, key, **args)

    monkeypatch = pytest.MonkeyPatch()
    with monkeypatch.context() as patch:
        patch.setattr(type(made.job), "label", listen)
        export(report, "kk")
    people = re.compile(r"axis\.(district)\.")  # codes that people chose have no words
    missing = {
        key
        for key in asked
        if not people.match(key) and not catalogues.find("grantkit-xlsx", "kk", "label", key)
    }
    assert not missing


@pytest.mark.slow
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(reports(), st.sampled_from(LANGUAGES))
def test_any_report_can_be_written_without_a_formula_or_an_error(
    export: Export, report: Report, language: str
) -> None:
    made = export(report, language)
    assert made.data == export(report, language).data
    for sheet in made.book.worksheets:
        for row in sheet.iter_rows():
            assert not {cell.data_type for cell in row} & {"f", "e", "b"}
