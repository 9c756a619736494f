"""What a person wrote: checked once, at construction, so that every report can be written.

A text is in Unicode NFC, breaks lines with LF, holds no control character but tab and LF, no lone
surrogate and no U+FFFE or U+FFFF (XML 1.0 §2.2 cannot hold them), and is not longer than
``MAX_TEXT``. Exporters need only escape for their format.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Self

from grantkit.errors import InvalidText, InvalidValue
from grantkit.model.frozen import FrozenMap, in_order

__all__ = ["MAX_TEXT", "Text", "check_id", "check_language", "check_text", "clean_text"]

#: Longest text, in characters. LibreOffice needs more than 90 s for a paragraph of 1,000,000.
MAX_TEXT = 100_000

_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
# Tags that need no look: nearly all are.
_USUAL = frozenset(("en", "kk", "ru"))
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
_ID = re.compile(r"[^\s\[\]~\x00-\x20]{1,80}\Z")


def check_text(text: str) -> str:
    r"""Return *text* as it is, or raise InvalidText saying what no exporter could write.

    >>> check_text("Ақтау")
    'Ақтау'
    >>> check_text("a\x00b")
    Traceback (most recent call last):
    grantkit.errors.InvalidText: text cannot be kept: control at character 1
    """
    if not isinstance(text, str):
        raise InvalidText("type")
    # Nothing printable is in _BAD, and this is several times quicker.
    if (
        len(text) <= MAX_TEXT
        and text.isprintable()
        and (text.isascii() or unicodedata.is_normalized("NFC", text))
    ):
        return text
    if len(text) > MAX_TEXT:
        raise InvalidText("too-long", MAX_TEXT)
    if "\r" in text:
        raise InvalidText("newline", text.index("\r"))
    if bad := _BAD.search(text):
        surrogate = "\ud800" <= bad.group() <= "\udfff"
        raise InvalidText("surrogate" if surrogate else "control", bad.start())
    if not unicodedata.is_normalized("NFC", text):
        raise InvalidText("not-nfc")
    return text


def clean_text(text: str) -> tuple[str, tuple[str, ...]]:
    r"""Return the nearest text that can be kept, and the reasons for each kind of change.

    >>> clean_text("a\r\nb\x00")
    ('a\nb�', ('newline', 'control'))
    """
    changes = []
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        changes.append("newline")
    if _BAD.search(text):
        surrogate = any("\ud800" <= c <= "\udfff" for c in text)
        text = _BAD.sub("\N{REPLACEMENT CHARACTER}", text)
        changes.append("surrogate" if surrogate else "control")
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
        changes.append("not-nfc")
    if len(text) > MAX_TEXT:
        text = text[:MAX_TEXT]
        changes.append("too-long")
    return text, tuple(changes)


def check_language(tag: str) -> str:
    """Return a BCP 47 language tag as it is, or raise InvalidValue."""
    if not isinstance(tag, str) or not _LANGUAGE.match(tag):
        msg = f"not a language tag: {tag!r}"
        raise InvalidValue(msg)
    return tag


def check_id(value: str) -> str:
    """Return an id as it is: 1 to 80 characters, none of them a space, a bracket or a tilde."""
    if not isinstance(value, str) or not _ID.match(check_text(value)):
        msg = f"not an id (1 to 80 characters without spaces, brackets or ~): {value!r:.100}"
        raise InvalidValue(msg)
    return value


class Text(FrozenMap[str, str]):
    """What a person wrote, in one language or several.

    Raises:
        InvalidText: A version is empty or holds what cannot be written.
        InvalidValue: A key is no language tag, there is no version, or it is no mapping.

    >>> title = Text({"kk": "Көрме", "ru": "Выставка"})
    >>> title["ru"], title.best("en", "kk")
    ('Выставка', ('Көрме', 'kk'))
    """

    __slots__ = ()

    def __new__(cls, versions: Mapping[str, str] | Iterable[tuple[str, str]]) -> Self:
        """Check every language and version."""
        try:
            given = dict(versions)
        except (TypeError, ValueError):
            msg = f"a text is words by language, not {versions!r:.60}"
            raise InvalidValue(msg) from None
        if not given:
            msg = "a text needs at least one language"
            raise InvalidValue(msg)
        kept = {}
        for language in in_order(given) if len(given) > 1 else given:
            if language not in _USUAL:
                check_language(language)
            kept[language] = version = given[language]
            if not check_text(version):
                raise InvalidText("empty")
        return cls._of(kept)

    @classmethod
    def of(cls, text: str, language: str) -> Text:
        """Make a text of one language."""
        return cls({language: text})

    def best(self, *languages: str) -> tuple[str, str]:
        """Return the version in the first of *languages* it has, and which language that is.

        Where it has none of them: the first in the alphabetical order of the tags.
        """
        for language in languages:
            if language in self:
                return self[language], language
        language = next(iter(self))
        return self[language], language

    def __str__(self) -> str:
        return next(iter(self.values()))
