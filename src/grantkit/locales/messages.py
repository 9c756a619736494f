"""Messages of the catalogues: brace formats whose specifiers speak the locale's language.

``{n}`` prints a value by its type. After a colon: ``number``, ``words`` (spelled out), ``date``,
``period``, ``money``, ``quantity``, ``list``; a case the language has (``{total:abl}``); or the
forms of a noun after a number, ``{n:пост|поста|постов}``. ``{repair:word}`` is a code, told in the
words that the message's own catalogue has for it in the context ``word``. A message never fails:
what it cannot print stands as it is written.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
import string
from collections.abc import Callable, Mapping
from contextlib import suppress
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

from grantkit.errors import InvalidValue
from grantkit.locales.figures import is_whole
from grantkit.model import (
    Money,
    PartialDate,
    Period,
    Quantity,
    Text,
    Unit,
    Written,
)

if TYPE_CHECKING:
    from grantkit.locales.api import Locale
    from grantkit.locales.lexicon import Lexicon

__all__ = ["fields", "format_message", "with_words"]

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_MOST_DEPTH = 5
#: How values of the model are printed.
_PRINTED: tuple[tuple[type, str], ...] = (
    (Quantity, "format_quantity"),
    (Money, "format_money"),
    (Period, "format_period"),
    (PartialDate, "format_date"),
    (dt.date, "format_date"),
    (Unit, "format_unit"),
)


class _Names(string.Formatter):
    """Finds the fields of a template; attributes and indexes are none: they stay as written."""

    def split(self, template: str) -> list[tuple[str, str | None, str, str]]:
        """Cut into (literal, name, specifier, field as written)."""
        pieces: list[tuple[str, str | None, str, str]] = []
        for literal, name, specifier, conversion in self.parse(template):
            if name is None:
                pieces.append((literal, None, "", ""))
                continue
            written = name + (f"!{conversion}" if conversion else "")
            written += f":{specifier}" if specifier else ""
            good = _NAME.match(name) and not conversion and "{" not in (specifier or "")
            pieces.append((literal, name if good else None, specifier or "", f"{{{written}}}"))
        return pieces


@functools.lru_cache(maxsize=4096)
def _pieces(template: str) -> tuple[tuple[str, str | None, str, str], ...]:
    try:
        return tuple(_Names().split(template))
    except ValueError:  # a lone brace
        return ((template, None, "", ""),)


def fields(template: str) -> frozenset[str]:
    """Names of the arguments that a message takes, for the lint of the catalogues.

    >>> sorted(fields("{n:number} of {total}, not {x.y}"))
    ['n', 'total']
    """
    return frozenset(name for _, name, _, _ in _pieces(template) if name is not None)


def with_words(
    template: str, args: Mapping[str, object], look: Callable[[str], str | None]
) -> dict[str, object]:
    """Return the arguments, those that the message wants as words looked up.

    A text is looked up as a whole, else before and after its first colon, else item by item of a
    list with commas; what has no words stays as it is.

    >>> words = {"number": "число", "no such date": "нет такой даты"}
    >>> with_words(
    ...     "{a:word} {b:word} {c}", {"a": "number", "b": "no such date: 30", "c": 1}, words.get
    ... )
    {'a': 'число', 'b': 'нет такой даты: 30', 'c': 1}
    """
    told = dict(args)
    for _, name, specifier, _ in _pieces(template):
        if specifier == "word" and name is not None and isinstance(code := args.get(name), str):
            told[name] = _word(code, look)
    return told


def _word(code: str, look: Callable[[str], str | None]) -> str:
    if (whole := look(code)) is not None:
        return whole
    head, colon, tail = code.partition(": ")
    if colon:
        return f"{look(head) or head}: {look(tail) or tail}"
    return ", ".join(look(item) or item for item in code.split(", "))


def format_message(
    locale: Locale, lexicon: Lexicon, template: str, args: Mapping[str, object]
) -> str:
    """Fill a message.

    Args:
        locale: Prints the values.
        lexicon: The words of its plural forms and cases.
        template: The message.
        args: Values by name; a missing one leaves its field as written.
    """
    out = []
    for literal, name, specifier, written in _pieces(template):
        out.append(literal)
        if name is None or name not in args:
            out.append(written)
        else:
            out.append(_said(locale, lexicon, args[name], specifier))
    return "".join(out)


def _said(locale: Locale, lexicon: Lexicon, value: object, specifier: str) -> str:
    number = _is_number(value)
    if specifier and number is not None:
        if "|" in specifier:
            forms = specifier.split("|")
            return forms[min(lexicon.plural(number), len(forms) - 1)]
        if specifier in lexicon.cases and lexicon.suffix is not None:
            return f"{locale.format_number(number)}-{lexicon.suffix(number, specifier)}"
        if specifier == "words" and lexicon.words and is_whole(number) and 0 <= number < 10**15:
            return lexicon.words(int(number))
    if specifier == "money" and number is not None:
        with suppress(InvalidValue):  # more digits than an amount may have
            return locale.format_money(Money(number))
    return _plain(locale, value)


def _is_number(value: object) -> Decimal | int | None:
    if isinstance(value, bool) or (isinstance(value, Decimal) and not value.is_finite()):
        return None
    return value if isinstance(value, int | Decimal) else None


def _plain(locale: Locale, value: object, depth: int = 0) -> str:
    """Print a value by its type."""
    number = _is_number(value)
    if number is not None and not isinstance(value, Enum):
        return locale.format_number(number)
    if isinstance(value, Text):
        return value.best(locale.tag)[0]
    if isinstance(value, Written):
        return value.text if value.known is None else _plain(locale, value.known)
    if isinstance(value, tuple | list | frozenset) and depth < _MOST_DEPTH:
        return ", ".join(_plain(locale, item, depth + 1) for item in value)
    for kind, method in _PRINTED:
        if isinstance(value, kind):
            return str(getattr(locale, method)(value))
    return "" if value is None else str(value)
