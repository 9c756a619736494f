"""Language tags: every spelling of a language comes to the one tag its locale has."""

from __future__ import annotations

import re
from collections.abc import Iterable

from grantkit.errors import UnknownPlugin

__all__ = ["normalise"]

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|[0-9]{3}))?\Z")
#: The one script that our own locales write.
_SCRIPTS = {"kk": "Cyrl", "ru": "Cyrl", "en": "Latn"}
#: Where Kazakh is written in Arabic letters unless the tag says otherwise (CLDR likely subtags).
_ARABIC_KAZAKH = frozenset({"CN", "AF", "IR", "MN"})
_THREE_LETTERS = {"kaz": "kk", "rus": "ru", "eng": "en"}


def normalise(tag: str, installed: Iterable[str] = ()) -> str:
    """Return the tag that a locale of this language is registered under.

    Args:
        tag: ``kk``, ``kk-KZ``, ``kk_KZ``, ``kk-Cyrl-KZ`` … A region is left out.
        installed: Tags to name when this one is refused.

    Raises:
        UnknownPlugin: Not a language tag, or a script that the locale does not write.

    >>> normalise("KK_kz"), normalise("ru-KZ"), normalise("sr-latn-RS")
    ('kk', 'ru', 'sr-Latn')
    """
    match = _TAG.match(tag)
    if match is None:
        raise UnknownPlugin("locale", tag[:60], installed)
    language, script, region = (part or "" for part in match.groups())
    language = _THREE_LETTERS.get(language.lower(), language.lower())
    script = script.title()
    if language == "kk" and not script and region.upper() in _ARABIC_KAZAKH:
        script = "Arab"
    own = _SCRIPTS.get(language)
    if own is None:
        return f"{language}-{script}" if script else language
    if script not in ("", own):
        raise UnknownPlugin("locale", tag, installed)
    return language
