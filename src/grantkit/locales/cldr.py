"""What CLDR knows of a language: its separators, its months, its way to write a day, its script."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from grantkit.errors import InvalidValue

if TYPE_CHECKING:
    from babel import Locale as CldrLocale

    from grantkit.locales.lexicon import Dates, Lexicon

__all__ = ["cldr_dates", "cldr_lexicon", "likely_script"]

_NARROW, _NO_BREAK = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"
_ERA = re.compile(r"\s*%\(G+\)s")
_FIELD = re.compile(r"%\((\w)(\w*)\)s")


def cldr_lexicon(tag: str) -> Lexicon:
    """Make a lexicon without words: numbers and months as CLDR has them.

    Raises:
        InvalidValue: CLDR does not know the language.
    """
    from grantkit.locales.lexicon import Lexicon, Scope

    cldr = _parsed(tag)
    if cldr is None:
        msg = f"CLDR knows no language {tag!r:.40}"
        raise InvalidValue(msg)
    symbols = cldr.number_symbols.get("latn", {})
    group, grouping = str(symbols.get("group", ",")), tuple(cldr.decimal_formats[None].grouping)
    decimal = str(symbols.get("decimal", "."))
    if decimal not in (",", "."):
        decimal = "."
    if group not in (",", ".") or group == decimal:
        group = _NO_BREAK  # narrow ones, and signs that are not read between figures
    if grouping != (3, 2) or group == _NO_BREAK:
        grouping = (3, 3)
    return Lexicon(
        tag=tag,
        decimal=decimal,
        group=group,
        grouping=grouping,
        scope=Scope(place="after"),
        dates=cldr_dates(tag),
    )


def cldr_dates(tag: str) -> Dates | None:
    """Return the months of a language and its pattern of a whole day; None if CLDR has none."""
    from grantkit.locales.lexicon import Dates
    from grantkit.model import FrozenMap

    cldr = _parsed(tag)
    if cldr is None:
        return None
    # Babel keeps what it resolves for one language in data that all languages share: after "ja",
    # the stand-alone months of "fr" are Japanese. Only the months as in dates are its own.
    wide = cldr.months["format"]["wide"]
    months = tuple(str(wide[month]) for month in range(1, 13))
    day = _ERA.sub("", cldr.date_formats["long"].format)
    day = _FIELD.sub(_field, day).replace("%%", "%").replace(_NARROW, _NO_BREAK)
    try:
        return Dates(months=months, patterns=FrozenMap({"day": day}))
    except InvalidValue:  # a field that is neither day nor month nor year
        return Dates(months=months)


@functools.cache
def likely_script(language: str, region: str = "") -> str:
    """Return the script a language is most likely written in, empty when CLDR does not say.

    >>> likely_script("ky"), likely_script("zh", "TW"), likely_script("zz")
    ('Cyrl', 'Hant', '')
    """
    from babel.core import get_global

    likely = get_global("likely_subtags")
    found = likely.get(f"{language}_{region}") or likely.get(language) or ""
    return next((part for part in found.split("_")[1:] if part.isalpha() and len(part) == 4), "")  # noqa: PLR2004 - a script


def _parsed(tag: str) -> CldrLocale | None:
    from babel import Locale as CldrLocale
    from babel import UnknownLocaleError

    try:
        return CldrLocale.parse(tag.replace("_", "-"), sep="-")
    except (ValueError, UnknownLocaleError):
        return None


def _field(match: re.Match[str]) -> str:
    letter, more = match.groups()
    if letter in "ML":
        return "{m}" if len(more) > 1 else "{n:02}" if more else "{n}"
    width = ":02" if letter == "d" and more else ""
    return f"{{{letter}{width}}}"
