"""The Russian locale; its words are loaded when the first value is read or written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantkit.locales.api import BabelLocale

if TYPE_CHECKING:
    from grantkit.locales.api import Lexicon

__all__ = ["RussianLocale"]


class RussianLocale(BabelLocale):
    """Russian, as it is written in Kazakhstan.

    >>> quantity = RussianLocale().parse_quantity("с каждого мероприятия не менее 5/1").value
    >>> RussianLocale().format_quantity(quantity)
    'с каждого мероприятия не менее 5/1'
    """

    def __init__(self) -> None:
        super().__init__("ru")

    def lexicon(self) -> Lexicon:
        """Give the words."""
        from grantkit_ru.lexicon import LEXICON

        return LEXICON
