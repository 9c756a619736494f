"""Language tags: every spelling of a language comes to the one tag its locale has."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

from grantkit.errors import UnknownPlugin
from grantkit.locales.cldr import likely_script

__all__ = ["normalise"]

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|[0-9]{3}))?\Z")
#: The one script that our own locales write.
_SCRIPTS = {"kk": "Cyrl", "ru": "Cyrl", "en": "Latn"}
#: Where Kazakh is written in Arabic letters unless the tag says otherwise (CLDR likely subtags).
_ARABIC_KAZAKH = frozenset({"CN", "AF", "IR", "MN"})
_THREE_LETTERS = {"kaz": "kk", "rus": "ru", "eng": "en"}


@frozen
class _Tag:
    """A tag taken apart, its script filled in where that can be known."""

    language: str
    script: str
    region: str

    @property
    def usual(self) -> bool:
        """Whether the language is most often written in this script."""
        return self.script in ("", _usual_script(self.language))


def normalise(tag: str, installed: Iterable[str] = ()) -> str:
    """Return the tag that a locale of this language is registered under.

    Args:
        tag: ``kk``, ``kk-KZ``, ``kk_KZ``, ``kk-Cyrl-KZ`` …
        installed: Tags there are. Of those of this language and script, the first of these that
            there is: the tag itself, that of the region, that of no region, the only one.

    Returns:
        An installed tag; where there is none, the language, and its script if it is not the usual
        one.

    Raises:
        UnknownPlugin: Not a language tag, or a script that the locale does not write.

    >>> normalise("KK_kz"), normalise("ru-KZ"), normalise("sr-latn-RS"), normalise("ky-Cyrl")
    ('kk', 'ru', 'sr-Latn', 'ky')
    >>> normalise("ky", ["en", "ky-KG"]), normalise("pt-BR", ["pt", "pt-BR", "pt-PT"])
    ('ky-KG', 'pt-BR')
    """
    there = tuple(installed)
    if tag in there:
        return tag
    wanted = _parsed(tag)
    if wanted is None:
        raise UnknownPlugin("locale", tag[:60], there)
    found = _among(wanted, there)
    if found is not None:
        return found
    if wanted.usual:
        return wanted.language
    if wanted.language in _SCRIPTS:
        raise UnknownPlugin("locale", tag, there)
    return f"{wanted.language}-{wanted.script}"


def _among(wanted: _Tag, installed: tuple[str, ...]) -> str | None:
    fits: dict[str, str] = {}
    for offered in installed:
        # Looked into only where the language may be the same: the script costs time.
        if offered[:2].lower() != wanted.language[:2]:
            continue
        found = _parsed(offered)
        if found and (found.language, found.script) == (wanted.language, wanted.script):
            fits.setdefault(found.region, offered)
    for region in (wanted.region, ""):
        if region in fits:
            return fits[region]
    return next(iter(fits.values())) if len(fits) == 1 else None


def _parsed(tag: str) -> _Tag | None:
    match = _TAG.match(tag)
    if match is None:
        return None
    language, script, region = (part or "" for part in match.groups())
    language = _THREE_LETTERS.get(language.lower(), language.lower())
    script, region = script.title(), region.upper()
    return _Tag(language, script or _usual_script(language, region), region)


def _usual_script(language: str, region: str = "") -> str:
    own = _SCRIPTS.get(language)
    if own is None:
        return likely_script(language, region)
    return "Arab" if language == "kk" and region in _ARABIC_KAZAKH else own
