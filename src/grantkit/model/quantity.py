"""What people write in a plan or fact cell, as a value: "from every event not fewer than 5/1".

A quantity is a list of parts and a scope. It holds no text and compares by value; the words that
were written stay in the `Written` cell around it.
"""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import field, frozen

from grantkit.errors import InvalidValue
from grantkit.model.exact import exact
from grantkit.model.fields import Word, each
from grantkit.model.frozen import as_tuple
from grantkit.model.text import check_language, check_text

__all__ = ["Comparator", "Part", "Quantity", "Unit"]

_CODE = re.compile(r"[a-z][a-z0-9-]{0,39}\Z|[A-Z]{3}\Z")
_NOT_FREE = re.compile(r"[\d/%]")


class Comparator(Word):
    """How a written number bounds the value it stands for."""

    EXACTLY = "exactly"
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    AT_MOST = "at-most"
    LESS_THAN = "less-than"
    ABOUT = "about"
    BETWEEN = "between"


@frozen
class Unit:
    """A unit: a code that every locale has words for, or a free text in one language.

    Args:
        code: Lower-case code (``post``, ``percent``, ``event``) or ISO 4217 currency (``KZT``).
        text: Free unit, printed verbatim; one line without digits, ``/`` and ``%``.
        language: Language of the free text.

    Raises:
        InvalidValue: Neither or both of code and text, or a malformed one.

    >>> Unit("post") == Unit("post"), Unit.free("шелек", "kk").text
    (True, 'шелек')
    """

    code: str | None = None
    text: str | None = None
    language: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.code is not None:
            alone = self.text is None and self.language is None
            if not alone or type(self.code) is not str or not _CODE.match(self.code):
                msg = f"not a unit code: {self.code!r:.60}"
                raise InvalidValue(msg)
            return
        if self.text is None or self.language is None:
            msg = "a unit needs a code, or a text and its language"
            raise InvalidValue(msg)
        check_language(self.language)
        if len(check_text(self.text).splitlines()) > 1:
            msg = f"a free unit is one line, not {self.text!r:.60}"
            raise InvalidValue(msg)
        if not self.text.strip() or _NOT_FREE.search(self.text):
            msg = f"a free unit has no digits, / or %: {self.text!r:.60}"
            raise InvalidValue(msg)

    @classmethod
    def free(cls, text: str, language: str) -> Unit:
        """Make a unit that no locale knows; it is printed as written."""
        return cls(text=text, language=language)

    @property
    def is_currency(self) -> bool:
        """Whether the unit is money."""
        return self.code is not None and self.code.isupper()

    def __str__(self) -> str:
        return self.code or self.text or ""


def as_unit(value: Unit | str | None) -> Unit | None:
    """Take a unit or its code."""
    if value is None or type(value) is Unit:
        return value
    if isinstance(value, str):
        return Unit(value)
    msg = f"a unit or its code is needed, not {type(value).__name__}: {value!r:.60}"
    raise InvalidValue(msg)


def _comparator(word: Comparator | str) -> Comparator:
    return word if type(word) is Comparator else Comparator(word)


def _limit(value: Decimal | int | str | None) -> Decimal | None:
    return None if value is None else exact(value)


@frozen
class Part:
    """One number of a quantity, with its unit and comparator.

    Args:
        value: The number; the lower limit of a range.
        unit: A `Unit`, its code, or None when the cell gives none.
        comparator: How the number bounds the value.
        upper: Upper limit; there if and only if the comparator is ``between``.
        of: Denominator of a score or share ("4 of 5"); above zero.

    Raises:
        InvalidValue: The limits contradict the comparator, or a number is not exact.

    >>> Part(25, "percent", "between", upper=30).upper
    Decimal('30')
    """

    value: Decimal = field(converter=exact)
    unit: Unit | None = field(default=None, converter=as_unit)
    comparator: Comparator = field(default=Comparator.EXACTLY, converter=_comparator)
    upper: Decimal | None = field(default=None, converter=_limit, kw_only=True)
    of: Decimal | None = field(default=None, converter=_limit, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if (self.upper is not None) != (self.comparator is Comparator.BETWEEN):
            msg = "an upper limit goes with 'between', and only with it"
            raise InvalidValue(msg)
        if self.upper is not None and self.upper <= self.value:
            msg = f"a range goes upwards: {self.value} to {self.upper}"
            raise InvalidValue(msg)
        if self.of is not None and not self.of:
            msg = "a denominator is not zero"
            raise InvalidValue(msg)
        if self.of is not None and self.of < 0:
            msg = f"a denominator is above zero, not {self.of}"
            raise InvalidValue(msg)


@frozen
class Quantity:
    """Parts and the scope they hold for.

    Args:
        parts: One part or more, in the order written ("5/1" has two).
        per: What the numbers are counted from (``event``, ``contest``, ``month``); None: the total.

    Raises:
        InvalidValue: There is no part.

    >>> Quantity((Part(5, None, "at-least"), Part(1, None, "at-least")), per="event").per.code
    'event'
    """

    parts: tuple[Part, ...] = field(converter=as_tuple)
    per: Unit | None = field(default=None, converter=as_unit)

    def __attrs_post_init__(self) -> None:
        if not self.parts:
            msg = "a quantity needs at least one part"
            raise InvalidValue(msg)
        for part in self.parts:
            if type(part) is not Part:
                each(self.parts, Part)

    @classmethod
    def of(
        cls,
        value: Decimal | int | str,
        unit: Unit | str | None = None,
        comparator: Comparator | str = Comparator.EXACTLY,
        *,
        per: Unit | str | None = None,
    ) -> Quantity:
        """Make a quantity of one part.

        >>> Quantity.of(35, "post").single.value
        Decimal('35')
        """
        return cls((Part(value, unit, comparator),), per)

    @property
    def single(self) -> Part | None:
        """The part, if there is only one."""
        return self.parts[0] if len(self.parts) == 1 else None
