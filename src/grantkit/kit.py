"""The Kit: one set of plugins, and the verbs on it. No other state."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, BinaryIO

from attrs import evolve, frozen

from grantkit.document import Document
from grantkit.errors import ImportFailed, InvalidValue
from grantkit.exchange.api import (
    Context,
    Exported,
    Exporter,
    Limits,
    Loaded,
    Read,
)
from grantkit.exchange.files import atomic
from grantkit.exchange.jobs import ReportWork, Wanted, attachment, guarded
from grantkit.exchange.options import make_options
from grantkit.exchange.sources import BytesSource, open_source
from grantkit.findings import Finding, Findings, Severity
from grantkit.forms.api import Form
from grantkit.model import FrozenMap, Report
from grantkit.plugins.choosing import Chooser
from grantkit.plugins.loading import CORE
from grantkit.plugins.registry import Registry, languages_offered
from grantkit.plugins.shelf import FormWords

if TYPE_CHECKING:
    from grantkit.measures.api import Summary
    from grantkit.measures.compare import Difference
    from grantkit.measures.rows import RowOfIndicator

__all__ = ["Kit"]

_ENGLISH = "en"

Readable = str | os.PathLike[str] | bytes | BinaryIO


class Kit(Chooser):
    """One set of plugins and the verbs on it. Make as many as you need; none shares state.

    Args:
        plugins: Plugins to use besides, as modules or objects with hooks.
        discover: Whether to use the plugins installed here.
        block: Distributions to leave out.
        strict: Whether a plugin that fails raises PluginError; else it is listed in ``problems``.
        settings: Of rules, by code and name (``{"GK206": {"limit": 3}}``).
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
        self._recipe = (_several("plugins", plugins), discover, _several("block", block), strict)
        self.settings = FrozenMap(settings or {})
        self.limits = limits or Limits()
        super().__init__(Registry(*self._recipe))
        if strict:
            self._registry.ask_all()

    def __reduce__(self) -> tuple[Any, ...]:
        plugins, *rest = self._recipe
        named = tuple(_Module(p.__name__) if isinstance(p, ModuleType) else p for p in plugins)
        return _rebuild, ((named, *rest), dict(self.settings), self.limits)

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
        reader = self.importer(importer) if importer else self.recognise(opened)
        context = Context(forms=self.forms, locales=self.locales, limits=self.limits)
        with guarded(self.owner("importer", reader.id), f"importer {reader.id}"):
            read = reader.read(opened, context)
            _check_read(read)
        if read.report is None:
            return Loaded(report=None, findings=read.findings, source=opened.name)
        return self._interpreted(read.report, read, opened)

    def load(
        self, source: Readable, *, importer: str | None = None, name: str | None = None
    ) -> Report:
        """Read a report and return it alone.

        Raises:
            ImportFailed: There is no whole report; its ``findings`` say where and why.
        """
        return self._whole(self.read(source, importer=importer, name=name))

    def interpret(self, report: Report) -> Loaded:
        """Find what the cells of a report built in code mean, where they hold text only.

        The other verbs do so by themselves; this one also hands back what reading found.

        Raises:
            InvalidValue: A node holds what is none of its type; the error names the paths.

        >>> from grantkit.model import Grant, Indicator, Text, Written
        >>> posts = Indicator(id="i", name=Text.of("Posts", "en"), actual=Written(text="35 posts"))
        >>> report = Report(id="r", language="en", grant=Grant(id="g", effects=[posts]))
        >>> Kit(discover=False).interpret(report).report.grant.effects[0].actual.value.single.value
        Decimal('35')
        """
        from grantkit.model.soundness import sound

        return self._interpreted(sound(report), Read(report=report), BytesSource("", b""))

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
        loaded = source if isinstance(source, Loaded) else self.interpret(source)
        report = self._whole(loaded)
        chosen, missing = self.choose_form(report, form, edition)
        without = chosen.off | frozenset(_several("off", off))
        grades = {**chosen.regrade, **(regrade or {})}
        found, _ = check(
            report,
            self.owned_rules(),
            form=chosen,
            locales=self.locales,
            settings=self.settings,
            off=without,
            regrade=grades,
            labels=lambda key: self.form_label(chosen, key),
        )
        read = (f for f in (*loaded.findings, *missing) if f.code not in without)
        graded = (
            evolve(f, severity=Severity(grades[f.code])) if f.code in grades else f for f in read
        )
        return Findings((*graded, *found)).placed(loaded.places)

    def aggregate(self, reports: Iterable[Report | Loaded], *, by: Any = None) -> Summary:
        """Return the totals over reports, each grant counted once, grouped *by* an attribute."""
        from grantkit.measures.aggregate import aggregate

        whole = (self._whole(report) for report in reports)
        return aggregate(whole, self.owned_measures(), by=by)

    def compare(self, before: Report | Loaded, after: Report | Loaded) -> tuple[Difference, ...]:
        """Return what differs between two reports, by path, with both values."""
        from grantkit.measures.compare import compare

        return compare(self._whole(before), self._whole(after))

    def rows(self, reports: Iterable[Report | Loaded]) -> Iterator[RowOfIndicator]:
        """Yield one flat record an indicator, for tables."""
        from grantkit.measures.rows import rows

        return rows(self._whole(report) for report in reports)

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
        report = self._whole(source)
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
        """Return a report as the bytes of a file; what the exporter notes, `write` returns.

        >>> from grantkit.model import Grant
        >>> report = Report(id="r", language="en", grant=Grant(id="g"))
        >>> Kit(discover=False).render(report, "json")[:1]
        b'{'
        """
        sink = io.BytesIO()
        self.write(source, sink, exporter, form=form, edition=edition, locale=locale, **options)
        return sink.getvalue()

    def write(
        self,
        source: Report | Loaded,
        sink: BinaryIO,
        exporter: str,
        *,
        form: str | Form | None = None,
        edition: str | None = None,
        locale: str | None = None,
        **options: Any,
    ) -> Findings:
        """Write a report to a seekable binary file, and return what the exporter noted."""
        wanted = Wanted(
            exporter=exporter,
            form=form,
            edition=edition,
            locale=locale,
            options=options,
            folder=source.folder if isinstance(source, Loaded) else None,
        )
        return Findings(self._export(self._whole(source), wanted, sink))

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
        chosen = exporter or self.exporter_for(target.name)
        whole = self._understood(source)
        with atomic(target) as sink:
            noted = self.write(
                whole, sink, chosen, form=form, edition=edition, locale=locale, **options
            )
        return Exported(path=target, findings=noted)

    def _understood(self, source: Report | Loaded) -> Loaded:
        """Return a report with its cells understood; one that cannot be had raises."""
        loaded = self.interpret(source) if isinstance(source, Report) else source
        if loaded.report is None:
            raise ImportFailed(loaded.findings)
        return loaded

    def _whole(self, source: Report | Loaded) -> Report:
        """Return the report itself."""
        report = self._understood(source).report
        if report is None:  # pragma: no cover - what is understood has one
            raise ImportFailed(())
        return report

    def _interpreted(self, report: Report, read: Read, opened: BytesSource) -> Loaded:
        from grantkit.locales.interpret import interpret

        done = interpret(report, self.locales, offered=languages_offered())
        findings = Findings((*read.findings, *done.findings)).placed(read.places)
        return Loaded(
            report=done.report,
            findings=findings,
            places=read.places,
            source=opened.name or None,
            folder=opened.folder,
        )

    def _export(self, report: Report, wanted: Wanted, sink: BinaryIO) -> list[Finding]:
        chosen = self.exporter(wanted.exporter)
        if chosen.takes == "portfolio":
            msg = f"exporter {chosen.id} takes many reports at once, which no verb offers yet"
            raise InvalidValue(msg)
        work = self._work(report, wanted, chosen)
        with guarded(self.owner("exporter", chosen.id), f"exporter {chosen.id}"):
            chosen.export(work, sink)
        return work.noted

    def _work(self, report: Report, wanted: Wanted, exporter: Exporter | None) -> ReportWork:
        form, missing = self.choose_form(report, wanted.form, wanted.edition)
        locale, absent = self.choose_locale(report, wanted.locale)
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
            origin=domain,
        )
        work.noted.extend((*missing, *absent))
        return work

    def _composed(self, work: ReportWork) -> Document:
        from grantkit.forms.compose import compose

        form = work.form
        words = FormWords(self, form, work.locale)
        with guarded(form.domain, f"form {form.id} in locale {work.locale.tag}"):
            return compose(work.report, form, work.locale, words, work.note)


def _several(name: str, values: Iterable[Any]) -> tuple[Any, ...]:
    """Take several; one text alone would be taken letter by letter."""
    if isinstance(values, str | bytes):
        raise TypeError(f"{name} takes several, in a list: [{values!r}]")
    return tuple(values)


def _check_read(read: object) -> None:
    """Refuse what an importer hands back and is nothing to go on with."""
    if not isinstance(read, Read) or not isinstance(read.report, Report | None):
        msg = f"it gave a {type(read).__name__}, not a Read with a report or None"
        raise TypeError(msg)
    if not all(isinstance(finding, Finding) for finding in read.findings):
        msg = "its findings are not all of them findings"
        raise TypeError(msg)


@frozen
class _Module:
    """Stands for a module where a Kit is pickled."""

    name: str


def _rebuild(recipe: tuple[Any, ...], settings: dict[str, Any], limits: Limits) -> Kit:
    named, discover, block, strict = recipe
    plugins = [import_module(p.name) if isinstance(p, _Module) else p for p in named]
    return Kit(
        plugins, discover=discover, block=block, strict=strict, settings=settings, limits=limits
    )
