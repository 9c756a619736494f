"""The Kazakh locale; its words are loaded when the first value is read or written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantkit.locales.api import BabelLocale

if TYPE_CHECKING:
    from grantkit.locales.api import Lexicon

__all__ = ["KazakhLocale"]


class KazakhLocale(BabelLocale):
    """Kazakh, in Cyrillic letters, as official documents have it.

    >>> quantity = KazakhLocale().parse_quantity("Әр шарадан 5/1-ден кем емес").value
    >>> KazakhLocale().format_quantity(quantity)
    'әр шарадан 5/1-ден кем емес'
    """

    def __init__(self) -> None:
        super().__init__("kk")

    def lexicon(self) -> Lexicon:
        """Give the words."""
        from grantkit_kk.lexicon import LEXICON

        return LEXICON
