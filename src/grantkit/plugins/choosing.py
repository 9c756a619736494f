"""Choosing among what the plugins offer: by a report's own words, a file's name, its bytes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve

from grantkit.errors import ImportFailed, InvalidValue, PluginError, UnknownPlugin
from grantkit.exchange.api import Importer, suffix_of
from grantkit.exchange.jobs import Attributed, guarded
from grantkit.exchange.sources import BytesSource
from grantkit.findings import Finding, Severity
from grantkit.forms.api import Form
from grantkit.locales.api import Locale
from grantkit.model import FrozenMap, Report, Text
from grantkit.plugins.registry import offered_by
from grantkit.plugins.shelf import Shelf

if TYPE_CHECKING:
    from grantkit.measures.api import Measure
    from grantkit.rules.api import Rule

__all__ = ["Chooser"]

_ENGLISH = "en"
_GENERIC = "generic"
_HEAD = 4096  # first bytes an importer is shown to recognise its format


class Chooser(Shelf):
    """A shelf that knows what a report, a name or some bytes ask for."""

    def recognise(self, source: BytesSource) -> Importer:
        """Return the importer that knows a source, by its first bytes and its name."""
        head = source.data[:_HEAD]
        fits, failed = [], []
        for importer in self.importers.values():
            try:
                with guarded(self.owner("importer", importer.id), f"importer {importer.id}"):
                    if importer.can_read(head, source.name):
                        fits.append(importer)
            except PluginError as error:
                failed.append(error)
        if failed and not fits:
            raise failed[0]
        if len(fits) > 1:
            named = [i for i in fits if suffix_of(source.name, i.suffixes)]
            fits = named or fits
        if not fits:
            suffix = Path(source.name).suffix.lower()
            args = {
                "file": source.name,
                "installed": ", ".join(self.importers),
                "suffix": suffix or "–",
                "remedy": self.remedy("importer", suffix[1:]),
            }
            raise ImportFailed([Finding(code="GK013", args=FrozenMap(args))])
        return fits[0]

    def remedy(self, kind: str, id: str) -> str:
        """Name our distribution that offers an id and is not here."""
        offered = offered_by(kind, id)
        here = {plugin.distribution for plugin in self.plugins}
        return offered if offered and offered not in here else "–"

    def owned_rules(self) -> tuple[Rule, ...]:
        """Return the rules, each knowing whose it is."""
        owned = ((rule, self.owner("rule", code)) for code, rule in self.rules.items())
        return tuple(
            rule if rule.origin == own else evolve(rule, origin=own) for rule, own in owned
        )

    def owned_measures(self) -> tuple[Measure[Any], ...]:
        """Return the measures, each wrapped so that a failure names it."""
        return tuple(
            Attributed(measure, self.owner("measure", id)) for id, measure in self.measures.items()
        )

    def choose_form(
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
                "remedy": self.remedy("form", report.form),
            }
            missing = Finding(
                code="GK031", severity=Severity.WARNING, path="form", args=FrozenMap(args)
            )
            return self.forms.get(report.form) or self.form(_GENERIC), (missing,)

    def choose_locale(
        self, report: Report, asked: str | None
    ) -> tuple[Locale, tuple[Finding, ...]]:
        """Choose the locale; a report in a language that is not here is written in English."""
        try:
            return self.locale(asked or report.language), ()
        except UnknownPlugin:
            if asked:
                raise
            args = {"language": report.language, "remedy": self.remedy("locale", report.language)}
            absent = Finding(code="GK032", severity=Severity.WARNING, args=FrozenMap(args))
            return self.locale(_ENGLISH), (absent,)

    def form_label(self, form: Form, key: str) -> Text:
        """Return a label of a form in the languages that have it, for arguments of findings."""
        said = (self.say(form.domain, form.id, key, locale, {}) for locale in self.locales.values())
        return Text({language: words for words, language in said})

    def exporter_for(self, name: str) -> str:
        """Return the id of the exporter that a file's name asks for."""
        suffixes = {s: e.id for e in self.exporters.values() for s in e.suffixes}
        suffix = suffix_of(name, suffixes)
        if suffix is None:
            wanted = Path(name).suffix[1:].lower()
            if not wanted:
                msg = f"the name {name!r} has no suffix that says the format; name an exporter"
                raise InvalidValue(msg)
            raise UnknownPlugin("exporter", wanted, self.exporters, offered_by("exporter", wanted))
        return suffixes[suffix]
