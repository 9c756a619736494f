"""What an exporter is given, and what it may open."""

import datetime as dt

import attrs
import pytest

import grantkit
from grantkit.exchange.jobs import created_at
from grantkit.model import Grant, Report
from grantkit.plugins.api import hookimpl

REPORT = Report(id="r", language="en", as_of=dt.date(2024, 11, 29), grant=Grant(id="g"))


class Probe:
    """An exporter that writes what its job offers."""

    id = "probe"
    suffixes = (".probe",)
    media_type = "text/plain"
    takes = "document"
    options = attrs.make_class("Options", {"word": attrs.field(default="w", type=str)})
    asked = staticmethod(lambda job: job.document.title)

    def export(self, job, sink, /):
        sink.write(str(self.asked(job)).encode())


def asking(question):
    probe = type("Asking", (Probe,), {"asked": staticmethod(question)})()

    class Plugin:
        @hookimpl
        def grantkit_register_exporters(self):
            return [probe]

    return grantkit.Kit([Plugin()], discover=False)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (lambda job: job.document.title, "Grant report"),
        (lambda job: job.document.attachments[0].name, "grantkit.json"),
        (lambda job: job.report.id, "r"),
        (lambda job: job.form.id, "generic"),
        (lambda job: job.locale.tag, "en"),
        (lambda job: job.options.word, "v"),
        (lambda job: job.created_at.isoformat(), "2024-11-29T00:00:00+00:00"),
        (lambda job: job.summary.total.grants, "1"),
        (lambda job: job.findings.errors[0].code, "GK110"),
        (lambda job: job.label("nothing"), "nothing"),
    ],
    ids=[
        "document",
        "attachment",
        "report",
        "form",
        "locale",
        "option",
        "time",
        "summary",
        "findings",
        "label",
    ],
)
def test_a_job_offers(question, answer):
    assert asking(question).render(REPORT, "probe", word="v").decode() == answer


def test_the_time_is_never_the_clock_s(monkeypatch):
    undated = attrs.evolve(REPORT, as_of=None)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert created_at(undated).year == 1980
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert created_at(undated).isoformat() == "2023-11-14T22:13:20+00:00"


def _read(job, name):
    with job.open(name) as file:
        return file.read()


def test_files_are_opened_beside_the_report_and_nowhere_else(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.png").write_bytes(b"picture")
    (tmp_path / "secret").write_bytes(b"secret")
    source = tmp_path / "in" / "r.json"
    source.write_bytes(grantkit.Kit(discover=False).render(REPORT, "json"))
    kit = asking(lambda job: _read(job, "a.png"))
    target = tmp_path / "out.probe"
    kit.export(kit.read(source), target)
    assert target.read_bytes() == b"b'picture'"
    for name in ("../secret", "/etc/hostname", "none.png"):
        kit = asking(lambda job, name=name: _read(job, name))
        with pytest.raises(grantkit.PluginError, match="FileNotFoundError"):
            kit.export(kit.read(source), target)
    with pytest.raises(grantkit.PluginError, match="FileNotFoundError"):
        kit.render(REPORT, "probe")


def test_a_form_that_raises_is_named_not_the_exporter():
    from grantkit.forms.api import Field, Form, Section

    broken = Form(
        id="broken",
        edition="1",
        domain="acme-form",
        sections=(Section(id="s", items=(Field(id="f", path="grant.nothing"),)),),
    )

    class Plugin:
        @hookimpl
        def grantkit_register_forms(self):
            return [broken]

    kit = grantkit.Kit([Plugin(), *asking(lambda job: job.document)._recipe[0]], discover=False)
    with pytest.raises(grantkit.GrantkitError, match="nothing"):
        kit.render(REPORT, "probe", form="broken")
