"""One set of plugins, looked up by id, and the words of their catalogues."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from grantkit.exchange.api import Exporter, Importer
from grantkit.exchange.jobs import guarded
from grantkit.findings import Finding
from grantkit.forms.api import Form
from grantkit.locales.api import Locale
from grantkit.locales.catalogues import Catalogues
from grantkit.locales.messages import with_words
from grantkit.plugins.loading import LoadedPlugin, Problem
from grantkit.plugins.registry import Registry

if TYPE_CHECKING:
    from grantkit.measures.api import Measure
    from grantkit.rules.api import Rule

__all__ = ["FormWords", "Shelf"]

_ENGLISH = "en"


class Shelf:
    """What the plugins offer, and how it is called; the Kit adds the verbs."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._catalogues: Catalogues | None = None

    @property
    def plugins(self) -> tuple[LoadedPlugin, ...]:
        """The plugins in use."""
        return tuple(self._registry.plugins)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What plugins did wrong; each is left out, the others go on."""
        self._registry.ask_all()
        return tuple(self._registry.problems)

    @property
    def exporters(self) -> dict[str, Exporter]:
        """Exporters by id."""
        return self._registry.of("exporter")

    @property
    def importers(self) -> dict[str, Importer]:
        """Importers by id."""
        return self._registry.of("importer")

    @property
    def locales(self) -> dict[str, Locale]:
        """Locales by tag."""
        return self._registry.of("locale")

    @property
    def forms(self) -> dict[str, Form]:
        """The newest edition of each form, by id."""
        return {form.id: form for form in sorted(self._registry.of("form").values(), key=_newness)}

    @property
    def rules(self) -> dict[str, Rule]:
        """Rules by code."""
        return self._registry.of("rule")

    @property
    def measures(self) -> dict[str, Measure[Any]]:
        """Measures by id."""
        return self._registry.of("measure")

    def exporter(self, id: str) -> Exporter:
        """Return an exporter, or raise UnknownPlugin naming who offers it."""
        found: Exporter = self._registry.get("exporter", id)
        return found

    def importer(self, id: str) -> Importer:
        """Return an importer, or raise UnknownPlugin naming who offers it."""
        found: Importer = self._registry.get("importer", id)
        return found

    def locale(self, tag: str) -> Locale:
        """Return a locale by any spelling of its tag (``kk``, ``kk-KZ``, ``kk_KZ``)."""
        from grantkit.locales.tags import normalise

        found: Locale = self._registry.get("locale", normalise(tag, tuple(self.locales)), tag)
        return found

    def rule(self, code: str) -> Rule:
        """Return a rule, or raise UnknownPlugin naming who offers it."""
        found: Rule = self._registry.get("rule", code)
        return found

    def measure(self, id: str) -> Measure[Any]:
        """Return a measure, or raise UnknownPlugin."""
        found: Measure[Any] = self._registry.get("measure", id)
        return found

    def form(self, id: str, *, edition: str | None = None, on: dt.date | None = None) -> Form:
        """Return a form: the edition asked for, else that in force *on* a day, else the newest."""
        keys = [key for key in self._registry.keys("form") if key[0] == id]
        if edition is not None or not keys:
            name = f"{id} {edition}" if keys else id
            found: Form = self._registry.get("form", (id, edition), name)
            return found
        editions = sorted((self._registry.get("form", key) for key in keys), key=_newness)
        if on is not None:
            editions = [form for form in editions if form.in_force(on)] or editions
        newest: Form = editions[-1]
        return newest

    def owner(self, kind: str, key: object) -> str:
        """Return the distribution that offers an object (``owner("exporter", "docx")``)."""
        return self._registry.owner(kind, key)

    def message(self, finding: Finding, language: str) -> str:
        """Return the words of a finding in a language, English where there are none."""
        return self.words(
            finding.origin, "finding", finding.code, language, **dict(finding.args.items())
        )

    def words(self, domain: str, context: str, key: str, language: str, /, **args: object) -> str:
        """Return a message of a distribution's catalogue, filled in."""
        return self.say(domain, context, key, self.locale(language), args)[0]

    def say(
        self, domain: str, context: str, key: str, locale: Locale, args: Mapping[str, object]
    ) -> tuple[str, str]:
        """Return a message in a locale, filled in, and the language it turned out to be in."""
        if self._catalogues is None:
            packages = {
                tag: self._registry.package("locale", tag) for tag in self._registry.of("locale")
            }
            self._catalogues = Catalogues(self._registry.packages(), packages)
        catalogues = self._catalogues
        template, language = catalogues.message(domain, locale.tag, context, key)
        speaker = locale if language == locale.tag else self.locale(_ENGLISH)
        told = with_words(
            template, args, lambda code: catalogues.find(domain, language, "word", code)
        )
        with guarded(self._registry.owner("locale", speaker.tag), f"locale {speaker.tag}"):
            return speaker.format_message(template, told), language


def _newness(form: Form) -> tuple[str, list[tuple[int, int | str]]]:
    """Order editions by the day they came into force, then by their names as people count."""
    pieces = re.split(r"(\d+)", form.edition)
    return str(form.since or ""), [(0, int(p)) if p.isdecimal() else (1, p) for p in pieces if p]


@frozen
class FormWords:
    """The labels of one form in one language."""

    shelf: Shelf
    form: Form
    locale: Locale = field()

    def __call__(self, key: str, /, **args: object) -> tuple[str, str]:
        """Return the words of a label and the language they are in."""
        return self.shelf.say(self.form.domain, self.form.id, key, self.locale, args)
