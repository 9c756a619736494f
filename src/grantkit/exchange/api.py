"""What an exporter and an importer are, and the jobs and sources the Kit hands to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, Protocol, runtime_checkable

from attrs import field, frozen

from grantkit.document import Document
from grantkit.exchange.archives import BadArchive, preflight
from grantkit.exchange.ooxml import repack
from grantkit.findings import Finding, Findings, Place, Places, Severity
from grantkit.locales.api import Locale
from grantkit.model import FrozenMap, Report

if TYPE_CHECKING:
    from grantkit.forms.api import Form

__all__ = [
    "BadArchive",
    "Context",
    "DocumentJob",
    "Exported",
    "Exporter",
    "Finding",
    "Findings",
    "Importer",
    "Job",
    "Limits",
    "Loaded",
    "Place",
    "Places",
    "PortfolioJob",
    "Read",
    "ReportJob",
    "Severity",
    "Source",
    "Takes",
    "preflight",
    "repack",
]

Takes = Literal["document", "report", "portfolio"]


@frozen(kw_only=True)
class Limits:
    """What an importer may take from the world; an embedder may change it."""

    bytes: int = 64 * 2**20
    entries: int = 2_000
    unpacked: int = 200 * 2**20
    ratio: int = 200
    depth: int = 60


class Job(Protocol):
    """What any exporter is given."""

    @property
    def locale(self) -> Locale:
        """The document's language."""
        ...

    @property
    def options(self) -> Any:
        """An instance of the exporter's options class."""
        ...

    @property
    def created_at(self) -> dt.datetime:
        """The time to write into the file: never the clock's."""
        ...

    def label(self, key: str, /, **args: object) -> str:
        """A word of the exporter's own catalogue, in the document's language."""
        ...

    def note(self, finding: Finding) -> None:
        """Tell of something that had to be changed or left out."""
        ...

    def open(self, name: str) -> BinaryIO:
        """Open a picture or another file that the report names."""
        ...


class DocumentJob(Job, Protocol):
    """For exporters that write a document tree."""

    @property
    def document(self) -> Document:
        """The document to write."""
        ...


class ReportJob(Job, Protocol):
    """For exporters that write a report's data."""

    @property
    def report(self) -> Report:
        """The report to write."""
        ...

    @property
    def form(self) -> Form:
        """The form, for code lists and official labels."""
        ...

    @property
    def findings(self) -> Findings:
        """What validation says of the report."""
        ...

    @property
    def summary(self) -> Any:
        """The totals of the report (`grantkit.measures.api.Summary`)."""
        ...


class PortfolioJob(Job, Protocol):
    """For exporters that write many reports at once."""

    def reports(self) -> Iterator[Report]:
        """Yield the reports, one at a time."""
        ...

    def rows(self) -> Iterator[Any]:
        """Yield one record an indicator."""
        ...

    @property
    def summary(self) -> Any:
        """The totals of all."""
        ...


@runtime_checkable
class Exporter(Protocol):
    """Writes one format.

    Attributes:
        id: What ``kit.exporter(id)`` looks up (``docx``).
        suffixes: File suffixes with the dot, lower case; the first is the usual one.
        media_type: As in a Content-Type header.
        takes: ``document``, ``report`` or ``portfolio``.
        options: An attrs class whose defaults make the usual output.
    """

    @property
    def id(self) -> str:
        """What it is looked up by."""
        ...

    @property
    def suffixes(self) -> Sequence[str]:
        """File suffixes; the first is the usual one."""
        ...

    @property
    def media_type(self) -> str:
        """As in a Content-Type header."""
        ...

    @property
    def takes(self) -> Takes:
        """What it is given."""
        ...

    @property
    def options(self) -> type:
        """An attrs class."""
        ...

    def export(self, job: Any, sink: BinaryIO, /) -> None:
        """Write to *sink*, a seekable binary file that the Kit names, renames and closes."""
        ...


class Source(Protocol):
    """What an importer reads: bytes with a name."""

    @property
    def name(self) -> str:
        """For people: a path, or ``-``."""
        ...

    @property
    def data(self) -> bytes:
        """All of it, within the limits."""
        ...


@frozen(kw_only=True)
class Context:
    """What an importer may ask for."""

    forms: Mapping[str, Any] = field(factory=FrozenMap)
    locales: Mapping[str, Locale] = field(factory=FrozenMap)
    limits: Limits = Limits()


@frozen(kw_only=True)
class Read:
    """What an importer hands back: a report whose cells are text, or None, and what it found."""

    report: Report | None
    findings: Findings = field(factory=Findings, converter=Findings)
    places: Places = field(factory=FrozenMap)


@runtime_checkable
class Importer(Protocol):
    """Reads one format; it never parses words, it delivers ``Written(text=…)``.

    Attributes:
        id: What it reads (``json``).
        suffixes: File suffixes with the dot, lower case.
    """

    @property
    def id(self) -> str:
        """What it is looked up by."""
        ...

    @property
    def suffixes(self) -> Sequence[str]:
        """File suffixes; the first is the usual one."""
        ...

    def can_read(self, head: bytes, name: str) -> bool:
        """Whether the first bytes and the name look like this format."""
        ...

    def read(self, source: Source, context: Context, /) -> Read:
        """Read it all; what is wrong becomes findings with places, never an exception."""
        ...


@frozen(kw_only=True)
class Loaded:
    """A report as it was read, with what reading found and where each value stood.

    ``report`` is None when there is no whole one; then the findings say why.
    """

    report: Report | None
    findings: Findings = field(factory=Findings, converter=Findings)
    places: Places = field(factory=FrozenMap)
    source: str | None = None
    folder: Path | None = None


@frozen(kw_only=True)
class Exported:
    """A file that was written, and what the exporter had to say."""

    path: Path
    findings: Findings = field(factory=Findings, converter=Findings)


def suffix_of(name: str, known: Iterable[str]) -> str | None:
    """Return the longest of *known* suffixes that *name* ends with, whatever its case."""
    fits = [suffix for suffix in known if name.lower().endswith(suffix)]
    return max(fits, key=len, default=None)
