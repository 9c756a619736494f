"""The Kit: one set of plugins, and the verbs on it. No other state."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from grantkit.document import Document
from grantkit.errors import ImportFailed, InvalidValue, UnknownPlugin
from grantkit.exchange.api import (
    Context,
    Exported,
    Exporter,
    Importer,
    Limits,
    Loaded,
    Read,
    suffix_of,
)
from grantkit.exchange.files import atomic
from grantkit.exchange.jobs import ReportWork, Wanted, attachment, guarded
from grantkit.exchange.options import make_options
from grantkit.exchange.sources import BytesSource, open_source
from grantkit.findings import Finding, Findings, Severity
from grantkit.forms.api import Form
from grantkit.locales.api import Locale
from grantkit.model import FrozenMap, Report, Text
from grantkit.plugins.loading import CORE
from grantkit.plugins.registry import Registry, offered_by
from grantkit.plugins.shelf import FormWords, Shelf

if TYPE_CHECKING:
    from grantkit.measures.api import Summary
    from grantkit.measures.compare import Difference
    from grantkit.measures.rows import RowOfIndicator

__all__ = ["Kit"]

_GENERIC = "generic"
_ENGLISH = "en"
_HEAD = 4096  # first bytes an importer is shown to recognise its format

Readable = str | os.PathLike[str] | bytes | BinaryIO


class Kit(Shelf):
    """One set of plugins and the verbs on it. Make as many as you need; none shares state.

    Args:
        plugins: Plugins to use besides, as modules or objects with hooks.
        discover: Whether to use the plugins installed here.
        block: Distributions to leave out.
        strict: Whether a plugin that fails raises PluginError; else it is listed in ``problems``.
        settings: Of rules, by name.
        limits: What importers may take.

    >>> kit = Kit(discover=False)
    >>> list(kit.exporters), list(kit.locales)
    (['json'], ['en'])
    """

    def __init__(
        self,
        plugins: Iterable[object] = (),
        *,
        discover: bool = True,
        block: Iterable[str] = (),
        strict: bool = False,
        settings: Mapping[str, Any] | None = None,
        limits: Limits | None = None,
    ) -> None:
        self._recipe = (tuple(plugins), discover, tuple(block), strict)
        self.settings = FrozenMap(settings or {})
        self.limits = limits or Limits()
        super().__init__(Registry(*self._recipe))

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (self._recipe, dict(self.settings), self.limits)

    def __repr__(self) -> str:
        names = ", ".join(plugin.distribution for plugin in self.plugins)
        return f"<Kit: {names}>"

    def read(
        self, source: Readable, *, importer: str | None = None, name: str | None = None
    ) -> Loaded:
        """Read a report with whichever importer knows its format, and what its cells mean.

        Args:
            source: A path, bytes, or a binary file.
            importer: Id of the importer, when the format must not be recognised.
            name: What to call the source in findings.

        Raises:
            ImportFailed: There is no such file, or nothing here reads its format.
        """
        opened = open_source(source, self.limits, name)
        reader = self.importer(importer) if importer else self._recognise(opened)
        context = Context(forms=self.forms, locales=self.locales, limits=self.limits)
        with guarded(self.owner("importer", reader.id), f"importer {reader.id}"):
            read: Read = reader.read(opened, context)
        if read.report is None:
            return Loaded(report=None, findings=read.findings, source=opened.name)
        return self._interpreted(read.report, read, opened.name)

    def load(
        self, source: Readable, *, importer: str | None = None, name: str | None = None
    ) -> Report:
        """Read a report and return it alone.

        Raises:
            ImportFailed: There is no whole report; its ``findings`` say where and why.
        """
        return _whole(self.read(source, importer=importer, name=name))

    def validate(
        self,
        source: Report | Loaded,
        *,
        form: str | Form | None = None,
        edition: str | None = None,
        off: Iterable[str] = (),
        regrade: Mapping[str, str] | None = None,
    ) -> Findings:
        """Return everything the rules find, after what reading found; all of it.

        Args:
            source: A report, or what `read` returned (then findings know their place).
            form: The form it must satisfy; left out, the report's own.
            off: Codes of rules to leave out, besides those the form leaves out.
            regrade: Severities by code.
        """
        from grantkit.rules.check import check

        if isinstance(source, Loaded) and source.report is None:
            return source.findings
        report = _whole(source)
        chosen, missing = self._form(report, form, edition)
        found, _ = check(
            report,
            tuple(self.rules.values()),
            form=chosen,
            locales=self.locales,
            settings=self.settings,
            off=chosen.off | frozenset(off),
            regrade={**chosen.regrade, **(regrade or {})},
            labels=lambda key: self._label(chosen, key),
        )
        if isinstance(source, Loaded):
            return Findings((*source.findings, *missing, *found)).placed(source.places)
        return Findings((*missing, *found))

    def aggregate(self, reports: Iterable[Report | Loaded], *, by: Any = None) -> Summary:
        """Return the totals over reports, each grant counted once, grouped *by* an attribute."""
        from grantkit.measures.aggregate import aggregate

        whole = (_whole(report) for report in reports)
        return aggregate(whole, tuple(self.measures.values()), by=by)

    def compare(self, before: Report | Loaded, after: Report | Loaded) -> tuple[Difference, ...]:
        """Return what differs between two reports, by path, with both values."""
        from grantkit.measures.compare import compare

        return compare(_whole(before), _whole(after))

    def rows(self, reports: Iterable[Report | Loaded]) -> Iterator[RowOfIndicator]:
        """Yield one flat record an indicator, for tables."""
        from grantkit.measures.rows import rows

        return rows(_whole(report) for report in reports)

    def new(self, form: str, *, locale: str = _ENGLISH, edition: str | None = None) -> Report:
        """Return a report to fill in, with the rows the form always has."""
        from grantkit.forms.blank import blank

        chosen = self.form(form, edition=edition)
        language = self.locale(locale)
        return blank(chosen, language.tag, FormWords(self, chosen, language))

    def compose(
        self,
        source: Report | Loaded,
        *,
        form: str | Form | None = None,
        edition: str | None = None,
        locale: str | None = None,
    ) -> Document:
        """Return the neutral document of a report, without exporting it."""
        report = _whole(source)
        wanted = Wanted(form=form, edition=edition, locale=locale)
        return self._composed(self._work(report, wanted, None))

    def render(
        self,
        source: Report | Loaded,
        exporter: str,
        *,
        form: str | Form | None = None,
        edition: str | None = None,
        locale: str | None = None,
        **options: Any,
    ) -> bytes:
        """Return a report as the bytes of a file.

        >>> from grantkit.model import Grant
        >>> report = Report(id="r", language="en", grant=Grant(id="g"))
        >>> Kit(discover=False).render(report, "json")[:1]
        b'{'
        """
        sink = io.BytesIO()
        wanted = Wanted(
            exporter=exporter, form=form, edition=edition, locale=locale, options=options
        )
        self._export(_whole(source), wanted, sink)
        return sink.getvalue()

    def export(
        self,
        source: Report | Loaded,
        path: str | os.PathLike[str],
        *,
        exporter: str | None = None,
        form: str | Form | None = None,
        edition: str | None = None,
        locale: str | None = None,
        **options: Any,
    ) -> Exported:
        """Write a report to a file, whole or not at all.

        Args:
            source: A report, or what `read` returned.
            path: Where to; its suffix chooses the exporter unless one is named.
            form: The form to follow; left out, the report's own.
            locale: The document's language; left out, the report's.
            options: Of the exporter (`grantkit plugins` lists them).

        Raises:
            ExportFailed: The file cannot be written; the old one is as it was.
            UnknownPlugin: No exporter, form or locale of this name is installed.
            PluginError: One of them failed; the error names it.
        """
        target = Path(path)
        origin = source.source if isinstance(source, Loaded) else None
        wanted = Wanted(
            exporter=exporter or self._by_suffix(target.name),
            form=form,
            edition=edition,
            locale=locale,
            options=options,
            folder=Path(origin).parent if origin else None,
        )
        report = _whole(source)
        with atomic(target) as sink:
            noted = self._export(report, wanted, sink)
        return Exported(path=target, findings=Findings(noted))

    def _recognise(self, source: BytesSource) -> Importer:
        head = source.data[:_HEAD]
        fits = []
        for importer in self.importers.values():
            with guarded(self.owner("importer", importer.id), f"importer {importer.id}"):
                if importer.can_read(head, source.name):
                    fits.append(importer)
        if len(fits) > 1:
            named = [i for i in fits if suffix_of(source.name, i.suffixes)]
            fits = named or fits
        if not fits:
            suffix = Path(source.name).suffix.lower()
            args = {
                "file": source.name,
                "installed": ", ".join(self.importers),
                "suffix": suffix or "–",
                "remedy": offered_by("importer", suffix[1:]) or "–",
            }
            raise ImportFailed([Finding(code="GK013", args=FrozenMap(args))])
        return fits[0]

    def _interpreted(self, report: Report, read: Read, name: str) -> Loaded:
        from grantkit.locales.interpret import interpret

        offered = {tag: owner for tag in ("kk", "ru") if (owner := offered_by("locale", tag))}
        done = interpret(report, self.locales, offered=offered)
        findings = Findings((*read.findings, *done.findings)).placed(read.places)
        return Loaded(report=done.report, findings=findings, places=read.places, source=name)

    def _form(
        self, report: Report, form: str | Form | None, edition: str | None
    ) -> tuple[Form, tuple[Finding, ...]]:
        """Choose the form; one that only the report names may be missing, which is a finding."""
        if isinstance(form, Form):
            return form, ()
        if form is not None or edition is not None or report.form is None:
            id = form or report.form or _GENERIC
            own = report.edition if id == report.form else None
            return self.form(id, edition=edition or own, on=report.as_of), ()
        try:
            return self.form(report.form, edition=report.edition, on=report.as_of), ()
        except UnknownPlugin as unknown:
            args = {
                "form": unknown.id,
                "installed": ", ".join(self.forms),
                "remedy": unknown.offered_by or "–",
            }
            missing = Finding(
                code="GK031", severity=Severity.WARNING, path="form", args=FrozenMap(args)
            )
            return self.forms.get(report.form) or self.form(_GENERIC), (missing,)

    def _language(self, report: Report, asked: str | None) -> tuple[Locale, tuple[Finding, ...]]:
        """Choose the locale; a report in a language that is not here is written in English."""
        try:
            return self.locale(asked or report.language), ()
        except UnknownPlugin as unknown:
            if asked:
                raise
            args = {"language": report.language, "remedy": unknown.offered_by or "–"}
            absent = Finding(code="GK032", severity=Severity.WARNING, args=FrozenMap(args))
            return self.locale(_ENGLISH), (absent,)

    def _label(self, form: Form, key: str) -> Text:
        """Return a label of a form in the languages that have it, for arguments of findings."""
        said = (self.say(form.domain, form.id, key, locale, {}) for locale in self.locales.values())
        return Text({language: words for words, language in said})

    def _by_suffix(self, name: str) -> str:
        suffixes = {s: e.id for e in self.exporters.values() for s in e.suffixes}
        suffix = suffix_of(name, suffixes)
        if suffix is None:
            wanted = Path(name).suffix[1:].lower()
            if not wanted:
                msg = f"the name {name!r} has no suffix that says the format; name an exporter"
                raise InvalidValue(msg)
            raise UnknownPlugin("exporter", wanted, self.exporters, offered_by("exporter", wanted))
        return suffixes[suffix]

    def _export(self, report: Report, wanted: Wanted, sink: BinaryIO) -> list[Finding]:
        chosen = self.exporter(wanted.exporter)
        work = self._work(report, wanted, chosen)
        with guarded(self.owner("exporter", chosen.id), f"exporter {chosen.id}"):
            chosen.export(work, sink)
        return work.noted

    def _work(self, report: Report, wanted: Wanted, exporter: Exporter | None) -> ReportWork:
        form, missing = self._form(report, wanted.form, wanted.edition)
        locale, absent = self._language(report, wanted.locale)
        domain = self.owner("exporter", exporter.id) if exporter else CORE

        def label(key: str, /, **args: object) -> str:
            return self.say(domain, "label", key, locale, args)[0]

        work = ReportWork(
            report=report,
            form=form,
            locale=locale,
            options=make_options(exporter.options, wanted.options) if exporter else None,
            label=label,
            compose=self._composed,
            validate=lambda: self.validate(report, form=form),
            summarise=lambda: self.aggregate([report]),
            attach=lambda: attachment(report),
            folder=wanted.folder,
        )
        work.noted.extend((*missing, *absent))
        return work

    def _composed(self, work: ReportWork) -> Document:
        from grantkit.forms.compose import compose

        form = work.form
        words = FormWords(self, form, work.locale)
        with guarded(form.domain, f"form {form.id} in locale {work.locale.tag}"):
            return compose(work.report, form, work.locale, words, work.note)


def _whole(source: Report | Loaded) -> Report:
    if isinstance(source, Report):
        return source
    if source.report is None:
        raise ImportFailed(source.findings)
    return source.report


def _rebuild(recipe: tuple[Any, ...], settings: dict[str, Any], limits: Limits) -> Kit:
    plugins, discover, block, strict = recipe
    return Kit(
        plugins, discover=discover, block=block, strict=strict, settings=settings, limits=limits
    )
