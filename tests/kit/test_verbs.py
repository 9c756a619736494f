"""The verbs of the Kit on real input."""

import decimal
import io
import locale
import logging
import pickle
import warnings
from pathlib import Path

import pytest

import grantkit
from grantkit.errors import ImportFailed, InvalidValue, PluginError, UnknownPlugin
from grantkit.exchange.json import JsonExporter
from grantkit.model import Grant, Quantity, Report, Statement, Text, locate
from grantkit.plugins.api import hookimpl

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "anticorruption-2024.json"


@pytest.fixture(scope="module")
def kit():
    return grantkit.Kit(strict=True)


@pytest.fixture(scope="module")
def loaded(kit):
    return kit.read(EXAMPLE)


def test_paths_bytes_and_files_read_the_same(kit, loaded):
    data = EXAMPLE.read_bytes()
    assert kit.load(str(EXAMPLE)) == kit.load(data) == kit.load(io.BytesIO(data)) == loaded.report


def test_reading_finds_what_cells_mean(loaded):
    photo = locate(loaded.report, "grant.tasks[3].activities[3.1].indicators[photo]")
    assert photo.target.text == "Әр шарадан 5/1-ден кем емес"
    assert photo.target.value.per.code == "event"
    assert [part.comparator.value for part in photo.target.value.parts] == ["at-least"] * 2


def test_findings_know_their_line(kit, loaded):
    findings = kit.validate(loaded, form="kz-grant-final")
    lines = EXAMPLE.read_text("utf-8").splitlines()
    repeated = next(f for f in findings if f.code == "GK202")
    assert repeated.place.file == str(EXAMPLE)
    assert '"actual": "1-ден кем емес"' in lines[repeated.place.line - 1]


def test_without_a_language_its_cells_wait_and_the_remedy_is_named():
    bare = grantkit.Kit(discover=False)
    loaded = bare.read(EXAMPLE)
    photo = locate(loaded.report, "grant.tasks[3].activities[3.1].indicators[photo]")
    assert photo.target.value == Statement("no-locale")
    finding = next(f for f in loaded.findings if f.code == "GK021")
    assert "grantkit-kk" in bare.message(finding, "en")
    again = grantkit.Kit().load(bare.render(loaded, "json"))
    photo = locate(again, "grant.tasks[3].activities[3.1].indicators[photo]")
    assert isinstance(photo.target.value, Quantity)


def test_what_cannot_be_loaded_raises_with_findings(kit):
    assert kit.read(b'{"grantkit": 1}', name="x.json").report is None
    with pytest.raises(ImportFailed) as caught:
        kit.load(b'{"grantkit": 1}', name="x.json")
    assert {finding.code for finding in caught.value.findings} == {"GK004"}


def test_a_form_is_chosen_by_the_report_then_by_its_day(kit, loaded):
    assert kit.form("kz-grant-final").edition == "2022"
    with pytest.raises(UnknownPlugin, match="kz-grant-final 1899"):
        kit.form("kz-grant-final", edition="1899")
    document = kit.compose(loaded)
    assert document.title.startswith("Әлеуметтік жобаны іске асыру")
    assert document.language == "kk"


@pytest.mark.parametrize("tag", ["kk", "kk-KZ", "kk_KZ", "kk-Cyrl-KZ"])
def test_a_locale_is_found_by_any_spelling(kit, tag):
    assert kit.locale(tag).tag == "kk"


@pytest.mark.parametrize("tag", ["kk-Latn", "xx", "", "../etc"])
def test_a_locale_that_is_not_there_is_refused_by_name(kit, tag):
    with pytest.raises((UnknownPlugin, InvalidValue)):
        kit.locale(tag)


def test_an_exporter_that_raises_is_named_and_the_old_file_stays(tmp_path):
    class Broken(JsonExporter):
        id = "broken"
        suffixes = (".broken",)

        def export(self, _, sink, /):
            sink.write(b"half")
            raise KeyError("year")

    class Plugin:
        @hookimpl
        def grantkit_register_exporters(self):
            return [Broken()]

    target = tmp_path / "a.broken"
    target.write_bytes(b"old")
    report = Report(id="r", language="en", grant=Grant(id="g"))
    with pytest.raises(PluginError, match="exporter broken: KeyError: 'year'"):
        grantkit.Kit([Plugin()]).export(report, target)
    assert target.read_bytes() == b"old"


def test_a_kit_pickles_as_its_recipe():
    kit = grantkit.Kit(block=["grantkit-docx"])
    again = pickle.loads(pickle.dumps(kit))
    assert list(again.exporters) == list(kit.exporters)
    assert "docx" not in again.exporters


def test_nothing_global_is_touched(kit, tmp_path):
    def state():
        return (
            locale.setlocale(locale.LC_ALL),
            decimal.getcontext().prec,
            decimal.getcontext().flags[decimal.Inexact],
            warnings.filters[:],
            logging.root.level,
            logging.root.handlers[:],
            Path.cwd(),
        )

    kit.locale("kk")  # third parties may set themselves up at their first import
    before = state()
    loaded = kit.read(EXAMPLE)
    kit.validate(loaded)
    kit.aggregate([loaded])
    for suffix in ("json", "docx", "xlsx"):
        kit.export(loaded, tmp_path / f"report.{suffix}", locale="ru")
    assert state() == before


def test_a_text_that_lacks_the_language_is_noted_and_tagged(kit):
    grant = Grant(id="g", title=Text({"kk": "Байқау"}))
    report = Report(id="r", language="kk", grant=grant)
    noted = []
    from grantkit.forms.compose import compose
    from grantkit.plugins.shelf import FormWords

    form, russian = kit.form("generic"), kit.locale("ru")
    compose(report, form, russian, FormWords(kit, form, russian), noted.append)
    assert [(f.code, f.path) for f in noted] == [("GK030", "grant.title")]


def test_a_report_to_fill_in_has_the_rows_of_the_form(kit):
    blank = kit.new("kz-grant-final", locale="kk")
    assert [row.code for row in blank.grant.effects][:2] == [
        "direct-beneficiaries",
        "indirect-beneficiaries",
    ]
    assert blank.grant.effects[0].name["kk"] == "Тікелей бенефициарлардың саны"
    assert kit.load(kit.render(blank, "json")) == blank


def test_rows_are_flat_and_keep_words_apart_from_numbers(kit, loaded):
    rows = list(kit.rows([loaded]))
    assert len(rows) == 84 + 9
    staff = next(row for row in rows if row.code == "specialists")
    assert (staff.target, staff.actual, staff.status) == (5, 35, "exceeded")
    photo = next(row for row in rows if row.indicator == "photo" and row.activity == "3.1")
    assert photo.actual is None
    assert photo.actual_text == "Әр шарадан 5/1-ден кем емес"
