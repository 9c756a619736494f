"""Money: an exact amount, its currency, and the scale it was written in."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import field, frozen

from grantkit.errors import InvalidValue
from grantkit.model.exact import CONTEXT, exact

__all__ = ["Money"]

_CURRENCY = re.compile(r"[A-Z]{3}\Z")


@frozen
class Money:
    """An amount of money.

    Args:
        amount: The number as written, in units of the scale.
        currency: ISO 4217 code.
        scale: What one of the amount is worth: 1 (теңге), 1000 (мың теңге), 1000000 …

    Raises:
        InvalidValue: The currency is no code, the scale no power of a thousand, or the total has
            more digits than are kept.

    >>> Money(2345, "KZT", scale=1000).total
    Decimal('2345000')
    """

    amount: Decimal = field(converter=exact)
    currency: str = "KZT"
    scale: int = 1

    def __attrs_post_init__(self) -> None:
        if type(self.currency) is not str or not _CURRENCY.match(self.currency):
            msg = f"not a currency code: {self.currency!r:.20}"
            raise InvalidValue(msg)
        if type(self.scale) is not int or self.scale not in (1, 1000, 10**6, 10**9):
            msg = f"a scale is 1, 1000, 1000000 or 1000000000, not {self.scale!r:.40}"
            raise InvalidValue(msg)
        if self.scale > 1:
            self.total  # noqa: B018 - raises when it has too many digits

    @property
    def total(self) -> Decimal:
        """The amount in single units of the currency, whatever the scale."""
        return exact(CONTEXT.multiply(self.amount, Decimal(self.scale)))
