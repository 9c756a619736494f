"""Small pieces of WordprocessingML, as text."""

from __future__ import annotations

__all__ = ["NAMESPACES", "attribute", "escape", "language", "twips"]

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
NAMESPACES = f'xmlns:w="{MAIN}" xmlns:r="{RELATIONSHIPS}" xmlns:wp="{DRAWING}"'

#: Word names a language with a region; these are the usual ones.
REGIONS = {
    "kk": "KZ",
    "ru": "RU",
    "en": "GB",
    "ky": "KG",
    "uz": "UZ",
    "de": "DE",
    "fr": "FR",
    "tr": "TR",
}


def escape(text: str) -> str:
    """Return *text* as content of an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Return *text* as an attribute's value between double quotes."""
    text = escape(text).replace('"', "&quot;")
    return text.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")


def language(tag: str) -> str:
    """Return a BCP 47 tag the way Word has it: ``kk`` becomes ``kk-KZ``.

    >>> language("kk"), language("ru_KZ"), language("kk-Cyrl-KZ"), language("sr-Latn-RS")
    ('kk-KZ', 'ru-KZ', 'kk-KZ', 'sr-Latn-RS')
    """
    first, *rest = tag.replace("_", "-").split("-")
    first = first.lower()
    if (
        first in REGIONS
        and rest[:1] in (["Cyrl"], ["Latn"])
        and (first, rest[0]) in DEFAULT_SCRIPTS
    ):
        rest = rest[1:]
    if not rest and first in REGIONS:
        rest = [REGIONS[first]]
    return "-".join((first, *rest))


DEFAULT_SCRIPTS = {("kk", "Cyrl"), ("ru", "Cyrl"), ("ky", "Cyrl"), ("en", "Latn"), ("de", "Latn")}


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)
