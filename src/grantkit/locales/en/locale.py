"""The English locale; its words are loaded when the first value is read or written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantkit.locales.babel import BabelLocale

if TYPE_CHECKING:
    from grantkit.locales.lexicon import Lexicon

__all__ = ["EnglishLocale"]


class EnglishLocale(BabelLocale):
    """English.

    >>> EnglishLocale().parse_quantity("from each event at least 5/1").value.per.code
    'event'
    """

    def __init__(self) -> None:
        super().__init__("en")

    def lexicon(self) -> Lexicon:
        """Give the words."""
        from grantkit.locales.en.lexicon import LEXICON

        return LEXICON
