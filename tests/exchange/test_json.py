"""JSON behind the protocols of the exchange."""

import io
from types import SimpleNamespace
from typing import Any

import pytest
from attrs import frozen

from grantkit import codec
from grantkit.exchange.api import Context, Exporter, Importer, Limits
from grantkit.exchange.json import JsonExporter, JsonImporter, JsonOptions
from grantkit.findings import Place, near
from grantkit.model import Grant, Report, Text

REPORT = Report(id="r", language="kk", grant=Grant(id="g", title=Text.of("Көрме", "kk")))
DATA = codec.dumps(REPORT)


@frozen
class Source:
    data: bytes
    name: str = "r.json"


def exported(options: Any) -> bytes:
    sink = io.BytesIO()
    JsonExporter().export(SimpleNamespace(report=REPORT, options=options), sink)  # type: ignore[arg-type]
    return sink.getvalue()


def test_they_are_what_the_protocols_ask_for() -> None:
    assert isinstance(JsonImporter(), Importer)
    assert isinstance(JsonExporter(), Exporter)
    assert JsonExporter().takes == "report"
    assert JsonExporter().options is JsonOptions


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_reads_unicode(encoding: str) -> None:
    read = JsonImporter().read(Source(DATA.decode().encode(encoding)), Context())
    assert read.report == REPORT
    assert not read.findings
    assert read.places["grant.title"] == Place(file="r.json", line=7, column=14)
    assert near(read.places, "grant.tasks[1].title") == Place(file="r.json", line=5, column=12)


def test_what_is_wrong_becomes_findings() -> None:
    read = JsonImporter().read(Source(DATA[:-10]), Context())
    assert read.report is None
    assert str(read.findings[0]).startswith("r.json:7:")
    read = JsonImporter().read(Source(DATA), Context(limits=Limits(bytes=5)))
    assert [finding.code for finding in read.findings] == ["GK011"]


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        (b'{"grantkit": 1', "-", True),
        (b"\xef\xbb\xbf \n{", "-", True),
        ('{"a'.encode("utf-16"), "-", True),
        (b"[1]", "-", False),
        (b"PK\x03\x04", "-", False),
        (b"PK\x03\x04", "a.json", False),
        (b"", "-", False),
        (b"", "A.JSON", True),
        (b"\xff\xfe\x00", "-", False),
        (b"id;name", "r.csv", False),
    ],
)
def test_can_read(head: bytes, name: str, expected: bool) -> None:  # noqa: FBT001
    assert JsonImporter().can_read(head, name) is expected


def test_writes_the_canonical_form() -> None:
    assert exported(JsonOptions()) == DATA
    assert exported(JsonOptions(indent=0)) == codec.dumps(REPORT, indent=None)
    assert exported(JsonOptions(indent=4)).count(b"    ") > 0
