"""Reading money: figures, their words in brackets, a scale, a currency."""

from __future__ import annotations

import functools
from decimal import Decimal

from grantkit.locales.figures import Doubt, is_whole
from grantkit.locales.terms import Reader
from grantkit.model import CONTEXT, Money

__all__ = ["AmountReader", "is_currency"]

_HUNDRED = Decimal(100)


@functools.cache
def _currencies() -> frozenset[str]:
    from babel.numbers import list_currencies

    return frozenset(list_currencies())


def is_currency(code: str) -> bool:
    """Whether this is a code of ISO 4217."""
    return len(code) == len("KZT") and code in _currencies()


class AmountReader(Reader):
    """Reads one text as an amount of money."""

    __slots__ = ()

    def money(self, currency: str | None = None) -> Money | None:
        """Read all items; *currency* is that of a code that is not among them.

        Raises:
            Doubt: Words and figures disagree.
        """
        currency = currency or self._currency()
        found = self._amount()
        if found is None:
            return None
        number, scale = found
        self._in_words(number, scale)
        currency = currency or self._currency()
        self._in_words(number, scale)
        if currency in (None, self.lexicon.currency):
            coins = self._coins()
            if coins is not None:
                whole = is_whole(number) and is_whole(coins)
                if scale != 1 or not whole or coins >= _HUNDRED:
                    return None
                hundredth = CONTEXT.divide(coins, _HUNDRED)
                sign = CONTEXT.minus(hundredth) if number < 0 else hundredth
                number = CONTEXT.add(number, sign)
        if self.at != self.end:
            return None
        return Money(number, currency or self.lexicon.currency, scale)

    def _currency(self) -> str | None:
        held = self.take("U")
        if held is None:
            return None
        if str(held[0]).isupper() and not held[1]:
            return str(held[0])
        self.at -= 1
        return None

    def _amount(self) -> tuple[Decimal, int] | None:
        """Read a number as written and the smallest scale word after it."""
        total = self.number()
        if total is None:
            return None
        scale = self.scale
        if scale == 1:
            # The scale may stand after the words in brackets, when those held the currency.
            return total, self.take("S") or 1
        return CONTEXT.divide(total, Decimal(scale)), scale

    def _in_words(self, number: Decimal, scale: int) -> None:
        """Read "(он миллион бес жүз мың теңге)"; raise Doubt when it says something else."""
        if not (self.next_is("(") and self.next_is("W", 1)):
            return
        start = self.at
        self.at += 1
        words = self.number()
        self._currency()
        if words is None or self.take(")") is None:
            self.at = start
        elif words not in (number, CONTEXT.multiply(number, Decimal(scale))):
            raise Doubt

    def _coins(self) -> Decimal | None:
        start = self.at
        coins = self.number()
        if coins is not None and self.take("coin") is not None:
            return coins
        self.at = start
        return None
