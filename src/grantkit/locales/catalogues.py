"""The words of each distribution, from its gettext catalogues; one domain each, never merged.

A message is looked up by domain (a distribution's name), context and key: in the domain's own
package first, then in what the locale's distribution supplies for that domain, then in English.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from threading import Lock

__all__ = ["Catalogues"]

_ENGLISH = "en"


class Catalogues:
    """Finds words; reads each catalogue once, when it is first asked for.

    Args:
        packages: From a domain (``grantkit-docx``) to its import package (``grantkit_docx``).
        locales: From a language to the import package of the distribution that brings it.
    """

    def __init__(self, packages: Mapping[str, str], locales: Mapping[str, str]) -> None:
        self._packages = dict(packages)
        self._locales = dict(locales)
        self._read: dict[tuple[str, str, str], gettext.GNUTranslations | None] = {}
        self._lock = Lock()

    def find(self, domain: str, language: str, context: str, key: str) -> str | None:
        """Return the words in exactly *language*, None when nobody has them."""
        for package in self._sources(domain, language):
            catalogue = self._catalogue(package, domain, language)
            if catalogue is None:
                continue
            words = catalogue.pgettext(context, key)
            if words != key:
                return words
        return None

    def message(self, domain: str, language: str, context: str, key: str) -> tuple[str, str]:
        """Return the words and their language: *language*, else English, else the bare key."""
        words = self.find(domain, language, context, key)
        if words is not None:
            return words, language
        return self.find(domain, _ENGLISH, context, key) or key, _ENGLISH

    def _sources(self, domain: str, language: str) -> Iterator[str]:
        if domain in self._packages:
            yield self._packages[domain]
        if language in self._locales:
            yield self._locales[language]

    def _catalogue(
        self, package: str, domain: str, language: str
    ) -> gettext.GNUTranslations | None:
        where = (package, domain, language)
        if where not in self._read:
            catalogue = _open(package, domain, language)
            with self._lock:
                self._read.setdefault(where, catalogue)
        return self._read[where]


def _open(package: str, domain: str, language: str) -> gettext.GNUTranslations | None:
    try:
        folder = resources.files(package) / "locale" / language / "LC_MESSAGES"
    except (TypeError, AttributeError, ModuleNotFoundError):
        return None  # a plugin that is a single module has no files beside it
    compiled, source = folder / f"{domain}.mo", folder / f"{domain}.po"
    # A checkout has both; the .po may have been edited since the .mo was built.
    if source.is_file() and not _newer(compiled, source):
        return gettext.GNUTranslations(_compile(source))
    if compiled.is_file():
        return gettext.GNUTranslations(io.BytesIO(compiled.read_bytes()))
    return None


def _newer(compiled: Traversable, source: Traversable) -> bool:
    with resources.as_file(source) as po, resources.as_file(compiled) as mo:
        return mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime


def _compile(source: Traversable) -> io.BytesIO:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(source.read_bytes())))
    compiled.seek(0)
    return compiled
