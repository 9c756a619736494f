"""One report as a Word file, beside docxtpl.

All ways write the same document: the same tables, texts, styles and links. docxtpl and the floor
get their texts ready, so in the row that starts from a report they do less than grantkit, which
looks up its form, prints its values and puts the report's data into the file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO

from attrs import field, frozen

from benchmarks.api import Work, row, way

if TYPE_CHECKING:
    from benchmarks.peers.docx_content import Content

_ROWS = (84, 300, 1000)
_LOCALE = "kk"


@frozen
class _Job:
    """As much of a job as a document exporter asks for."""

    document: Any
    locale: Any
    options: Any
    created_at: dt.datetime = dt.datetime(2024, 11, 29, tzinfo=dt.UTC)
    label: Any = str
    notes: list[Any] = field(factory=list)

    def note(self, finding: Any) -> None:
        """Keep a finding."""
        self.notes.append(finding)

    def open(self, name: str) -> BinaryIO:
        """There are no files."""
        raise FileNotFoundError(name)


def _exporting(indicators: int) -> Callable[[], bytes]:
    """Return what writes the ready document of a report, without the report's data."""
    from benchmarks.material import kit, report

    plugins = kit()
    exporter = plugins.exporter("docx")
    document = plugins.compose(report(indicators), locale=_LOCALE)
    job = _Job(document, plugins.locale(_LOCALE), exporter.options())

    def write() -> bytes:
        sink = BytesIO()
        exporter.export(job, sink)
        return sink.getvalue()

    _import()
    return write


def _import() -> None:
    """Let grantkit import what it imports late, so that no memory of the work's is that."""
    from benchmarks.material import kit, report

    kit().render(report(1), "docx", locale=_LOCALE)


def _content(indicators: int) -> Content:
    from benchmarks.peers.docx_content import content

    return content(_exporting(indicators)())


@way("docxtpl")
def docxtpl(indicators: int) -> Work:
    """Open the template, fill it in, save."""
    from benchmarks.peers.docx_template import as_users_do

    return as_users_do(_content(indicators))


@way("docxtpl, compiled once")
def compiled(indicators: int) -> Work:
    """Only fill in a template that was compiled beforehand."""
    from benchmarks.peers.docx_template import compiled_once

    return compiled_once(_content(indicators))


@way("strings and a ready zip")
def strings(indicators: int) -> Work:
    """Put strings together."""
    from benchmarks.peers.docx_floor import writer

    return writer(_content(indicators))


@row(
    "docx-document",
    "indicators",
    sizes=_ROWS,
    peers=[docxtpl, compiled],
    floor=strings,
    memory=True,
)
def docx_document(indicators: int) -> Work:
    """Write a Word file from a ready document."""
    return _exporting(indicators)


@way("grantkit, embed=False")
def bare(indicators: int) -> Work:
    """Write it without the data that programs read back."""
    from benchmarks.material import kit, report

    plugins, ready = kit(), report(indicators)
    _import()
    return lambda: plugins.render(ready, "docx", locale=_LOCALE, embed=False)


@row(
    "docx-report",
    "indicators",
    sizes=_ROWS,
    peers=[bare, docxtpl],
    floor=strings,
    memory=True,
)
def docx_report(indicators: int) -> Work:
    """Write a Word file from a report, as `kit.render` does, its data inside."""
    from benchmarks.material import kit, report

    plugins, ready = kit(), report(indicators)
    _import()
    return lambda: plugins.render(ready, "docx", locale=_LOCALE)
