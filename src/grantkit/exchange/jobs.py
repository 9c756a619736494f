"""The job an exporter is given: everything it may ask for, each made when first asked."""

from __future__ import annotations

import datetime as dt
import errno
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO

from attrs import evolve, field, frozen

from grantkit.document import Attachment, Document
from grantkit.errors import ExportFailed, ImportFailed, PluginError, UnknownPlugin
from grantkit.exchange.api import Finding, Findings
from grantkit.findings import CORE
from grantkit.forms.api import Form
from grantkit.locales.api import Locale
from grantkit.model import Report

__all__ = ["Attributed", "ReportWork", "Wanted", "attachment", "created_at", "guarded"]

_DISK = frozenset((errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EIO))
_DOS_EPOCH = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)  # the earliest time a zip can hold


@contextmanager
def guarded(distribution: str, what: str) -> Iterator[None]:
    """Turn whatever a plugin raises into PluginError naming it.

    Errors that already say who failed, or what the user can do, pass; so does a full disk.
    """
    try:
        yield
    except (PluginError, ExportFailed, ImportFailed, UnknownPlugin, MemoryError):
        raise
    except OSError as error:
        if error.errno in _DISK:
            raise
        raise PluginError(distribution, what, f"{type(error).__name__}: {error}") from error
    except Exception as error:
        raise PluginError(distribution, what, f"{type(error).__name__}: {error}") from error


def created_at(report: Report) -> dt.datetime:
    """Return the time to write into files: the report's day, SOURCE_DATE_EPOCH, or 1980-01-01."""
    if report.as_of is not None:
        return dt.datetime.combine(report.as_of, dt.time(), dt.UTC)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC)
    return _DOS_EPOCH


@frozen(kw_only=True)
class Wanted:
    """What an export is asked for, in one value."""

    exporter: str = ""
    form: str | Form | None = None
    edition: str | None = None
    locale: str | None = None
    options: Mapping[str, Any] = field(factory=dict)
    folder: Path | None = None


@frozen
class Attributed:
    """A measure whose failures name it and its distribution."""

    measure: Any
    distribution: str

    @property
    def id(self) -> str:
        """The measure's own."""
        name: str = self.measure.id
        return name

    def zero(self) -> Any:
        """As the measure's."""
        return self._ask("zero")

    def lift(self, subject: Any) -> Any:
        """As the measure's."""
        return self._ask("lift", subject)

    def combine(self, one: Any, other: Any) -> Any:
        """As the measure's."""
        return self._ask("combine", one, other)

    def finish(self, counted: Any) -> Any:
        """As the measure's."""
        return self._ask("finish", counted)

    def _ask(self, verb: str, *args: Any) -> Any:
        with guarded(self.distribution, f"measure {self.id}"):
            return getattr(self.measure, verb)(*args)


class ReportWork:
    """A job on one report, for exporters that take a document or a report.

    Args:
        report: What is exported.
        form: In which form.
        locale: In which language.
        options: Of the exporter.
        label: Words of the exporter's own catalogue.
        compose: Makes the document.
        validate: Makes the findings.
        summarise: Makes the totals.
        attach: Makes the canonical JSON that travels inside the document.
        folder: Where names of pictures start from; None: pictures cannot be opened.
        origin: The exporter's distribution.
    """

    def __init__(
        self,
        *,
        report: Report,
        form: Form,
        locale: Locale,
        options: Any,
        label: Callable[..., str],
        compose: Callable[[ReportWork], Document],
        validate: Callable[[], Findings],
        summarise: Callable[[], Any],
        attach: Callable[[], Attachment],
        folder: Path | None = None,
        origin: str = CORE,
    ) -> None:
        self.report = report
        self.form = form
        self.locale = locale
        self.options = options
        self.label = label
        self.noted: list[Finding] = []
        self._compose = compose
        self._validate = validate
        self._summarise = summarise
        self._attach = attach
        self._folder = folder
        self._origin = origin

    @cached_property
    def document(self) -> Document:
        """The report in the form and the language, with its data attached."""
        return evolve(self._compose(self), attachments=(self._attach(),))

    @cached_property
    def findings(self) -> Findings:
        """What the rules say."""
        return self._validate()

    @cached_property
    def summary(self) -> Any:
        """The totals."""
        return self._summarise()

    @cached_property
    def created_at(self) -> dt.datetime:
        """Never the clock's."""
        return created_at(self.report)

    def note(self, finding: Finding) -> None:
        """Keep a finding for the caller of the export; an exporter's own have its words."""
        if not isinstance(finding, Finding):
            msg = f"a note is a finding, not {type(finding).__name__}"
            raise TypeError(msg)
        own = finding.origin == CORE and not finding.code.startswith("GK")
        self.noted.append(evolve(finding, origin=self._origin) if own else finding)

    def open(self, name: str) -> BinaryIO:
        """Open a file beside the report; names that lead out of its folder are refused.

        Raises:
            FileNotFoundError: There is none, or the report did not come from a folder.
        """
        if self._folder is None:
            raise FileNotFoundError(name)
        base = self._folder.resolve()
        path = (base / name).resolve()
        if not path.is_relative_to(base):
            raise FileNotFoundError(name)
        return path.open("rb")


def attachment(report: Report) -> Attachment:
    """Return the canonical JSON of a report, to travel inside a document."""
    from grantkit.codec import dumps

    return Attachment("grantkit.json", "application/json", dumps(report, indent=None))
