"""Exact decimal arithmetic in a context of our own: never the ambient one, never float."""

from __future__ import annotations

import decimal
import re
from decimal import Decimal

from grantkit.errors import InvalidValue

__all__ = ["CONTEXT", "MAX_DIGITS", "exact"]

#: Digits a number may have before and after the point, each.
MAX_DIGITS = 30

#: Wide enough to add a million of the widest numbers; anything it cannot hold exactly raises.
CONTEXT = decimal.Context(
    prec=4 * MAX_DIGITS,
    traps=[
        decimal.Inexact,
        decimal.InvalidOperation,
        decimal.DivisionByZero,
        decimal.Overflow,
        decimal.FloatOperation,
    ],
)

_ZERO = Decimal(0)
# Decimal itself also takes digits of any script, underscores and spaces around.
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\Z")


def exact(value: Decimal | int | str) -> Decimal:
    """Return *value* as a normalised Decimal: no exponent, no trailing zeros, no minus zero.

    Raises:
        InvalidValue: Not a finite decimal number of at most ``MAX_DIGITS`` digits on either side,
            or a float or bool (a float is never exact, a bool never a number here).

    >>> exact("10500000.50"), exact(Decimal("1E+2"))
    (Decimal('10500000.5'), Decimal('100'))
    """
    number = _decimal(value)
    if not number.is_finite():
        msg = f"not a finite number: {number}"
        raise InvalidValue(msg)
    if not number:
        return _ZERO
    _, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int):  # pragma: no cover - only of what is not finite
        raise TypeError(exponent)
    if exponent == 0 and len(digits) <= MAX_DIGITS:
        return number
    if (
        len(digits) + exponent > MAX_DIGITS
        or exponent < -MAX_DIGITS
        or len(digits) > 2 * MAX_DIGITS
    ):
        msg = f"a number of more than {MAX_DIGITS} digits: {str(number)[:40]}"
        raise InvalidValue(msg)
    number = number.normalize(CONTEXT)
    if number.as_tuple().exponent > 0:  # type: ignore[operator]
        number = number.quantize(Decimal(1), context=CONTEXT)
    return number


def _decimal(value: object) -> Decimal:
    if type(value) is int:
        return Decimal(value)
    if type(value) is Decimal:
        return value
    if type(value) is not str:
        msg = f"a number is an int, a Decimal or a string of digits, not {type(value).__name__}"
        raise InvalidValue(msg)
    if _NUMBER.match(value) is None:
        msg = f"not a decimal number: {value!r:.60}"
        raise InvalidValue(msg)
    try:
        return CONTEXT.create_decimal(value)
    except decimal.DecimalException:
        msg = f"not a decimal number: {value!r:.60}"
        raise InvalidValue(msg) from None
