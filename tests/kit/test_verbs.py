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
from grantkit.model import Grant, Indicator, Quantity, Report, Statement, Text, Written, locate
from grantkit.plugins.api import hookimpl
from grantkit.rules.api import Rule

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


def offering(hook, *things):
    class Plugin:
        pass

    setattr(Plugin, hook, hookimpl(lambda self: things))
    return grantkit.Kit([Plugin()], discover=False)


def posts(target, actual):
    made = Indicator(
        id="posts",
        name=Text.of("Posts", "en"),
        target=Written(text=target),
        actual=Written(text=actual),
    )
    return Report(id="r", language="en", grant=Grant(id="g", effects=[made]))


def test_a_report_built_in_code_is_understood_by_every_verb(kit):
    report = posts("at least 100 posts", "3 posts")
    assert "GK205" in {finding.code for finding in kit.validate(report)}
    assert next(kit.rows([report])).actual == 3
    total = kit.aggregate([report]).total["totals"][0]
    assert (total.sum, total.unit.code) == (3, "post")
    assert b'"value": 100' in kit.render(report, "json")
    assert kit.interpret(report).report.grant.effects[0].actual.value == Quantity.of(3, "post")


def test_a_node_of_another_type_is_refused_with_its_path(kit):
    report = Report(id="r", language="en", grant=Grant(id="g", title="not a Text"))
    with pytest.raises(InvalidValue, match=r"grant\.title"):
        kit.validate(report)


def test_a_kit_with_modules_pickles():
    import grantkit_docx.plugin

    kit = grantkit.Kit([grantkit_docx.plugin], discover=False)
    assert list(pickle.loads(pickle.dumps(kit)).exporters) == ["docx", "json"]


def test_an_importer_that_cannot_look_does_not_stop_the_others():
    class Blind:
        id = "blind"
        suffixes = (".blind",)

        def can_read(self, head, name):
            raise RuntimeError("cannot look")

        def read(self, source, context):
            raise AssertionError

    kit = offering("grantkit_register_importers", Blind())
    assert kit.read(EXAMPLE).report is not None
    with pytest.raises(PluginError, match="importer blind: RuntimeError: cannot look"):
        kit.read(b"??", name="x.blind")


@pytest.mark.parametrize("junk", [None, "text", 5], ids=repr)
def test_what_an_importer_gives_is_checked(junk):
    class Junk:
        id = "junk"
        suffixes = (".junk",)

        def can_read(self, head, name):
            return name.endswith(".junk")

        def read(self, source, context):
            return junk

    with pytest.raises(PluginError, match="importer junk: TypeError"):
        offering("grantkit_register_importers", Junk()).read(b"x", name="a.junk")


def test_a_measure_that_raises_is_named():
    class Bad:
        id = "bad"

        def zero(self):
            return 0

        def lift(self, subject):
            raise ValueError("boom")

        def combine(self, one, other):
            return one + other

        def finish(self, counted):
            return counted

    with pytest.raises(PluginError, match="measure bad: ValueError: boom"):
        offering("grantkit_register_measures", Bad()).aggregate([posts("1", "1")])


def test_a_rule_knows_whose_it_is_whatever_it_says():
    def check(node, context):
        yield context.find()

    rule = Rule(code="XX101", severity="note", looks_at=Report, check=check)
    kit = offering("grantkit_register_rules", rule)
    (finding,) = [f for f in kit.validate(posts("1", "1")) if f.code == "XX101"]
    assert finding.origin == kit.owner("rule", "XX101") != "grantkit-core"


def test_off_and_regrade_hold_for_what_reading_found_too(kit, loaded):
    codes = {finding.code for finding in kit.validate(loaded)}
    assert {"GK022", "GK023"} <= codes
    found = kit.validate(loaded, off=["GK022"], regrade={"GK023": "warning"})
    assert "GK022" not in {finding.code for finding in found}
    assert {str(f.severity) for f in found if f.code == "GK023"} == {"warning"}


def test_one_code_is_not_taken_letter_by_letter(kit, loaded):
    with pytest.raises(TypeError, match="GK022"):
        kit.validate(loaded, off="GK022")
    with pytest.raises(TypeError, match="grantkit-docx"):
        grantkit.Kit(block="grantkit-docx")


@pytest.mark.parametrize("by", ["them", "grantee", "grant.x"])
def test_grouping_by_what_is_not_there_is_refused(kit, loaded, by):
    with pytest.raises(InvalidValue, match=by):
        kit.aggregate([loaded], by=by)


def test_exports_survive_any_ambient_decimal_context(kit, loaded, tmp_path):
    with decimal.localcontext(prec=3):
        for suffix in ("docx", "xlsx", "json"):
            kit.export(loaded, tmp_path / f"a.{suffix}", locale="ru")


def test_equal_reports_give_equal_bytes(kit):
    both = [
        Report(id="r", language="en", grant=Grant(id="g", title=Text(versions)))
        for versions in ({"kk": "а", "ru": "б"}, {"ru": "б", "kk": "а"})
    ]
    assert both[0] == both[1]
    for exporter in ("json", "docx", "xlsx"):
        assert kit.render(both[0], exporter) == kit.render(both[1], exporter)


def test_a_form_that_is_not_installed_is_a_finding_not_the_end():
    bare = grantkit.Kit(discover=False)
    found = bare.validate(bare.read(EXAMPLE))
    (missing,) = [finding for finding in found if finding.code == "GK031"]
    assert missing.args["remedy"] == "grantkit-kz"
    with pytest.raises(UnknownPlugin):
        bare.validate(bare.read(EXAMPLE), form="kz-grant-final")


def test_a_setting_or_a_severity_that_is_none_is_refused(loaded):
    with pytest.raises(InvalidValue, match="GK206 has no setting 'limt'"):
        grantkit.Kit(settings={"GK206": {"limt": 3}}).validate(loaded)
    with pytest.raises(InvalidValue, match="'fatal' is no severity"):
        grantkit.Kit().validate(loaded, regrade={"GK202": "fatal"})


def test_writing_to_a_sink_tells_what_export_tells(kit, loaded, tmp_path):
    sink = io.BytesIO()
    noted = kit.write(loaded, sink, "docx", locale="en")
    done = kit.export(loaded, tmp_path / "a.docx", locale="en")
    assert noted == done.findings != ()
    assert sink.getvalue() == done.path.read_bytes() == kit.render(loaded, "docx", locale="en")
