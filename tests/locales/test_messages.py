"""Messages: types, specifiers, and that nothing in a template reaches into a value."""

import datetime as dt
from decimal import Decimal

import pytest

from grantkit.locales.en.locale import EnglishLocale
from grantkit.locales.messages import fields
from grantkit.model import Money, Part, Period, Quantity, Text, Unit, Written

EN = EnglishLocale()


@pytest.mark.parametrize(
    ("template", "value", "said"),
    [
        ("{x}", 10500, "10,500"),
        ("{x}", Decimal("1.50"), "1.50"),
        ("{x}", "10500", "10500"),
        ("{x}", True, "True"),
        ("{x}", None, ""),
        ("{x}", dt.date(2024, 4, 30), "30 April 2024"),
        ("{x:date}", Period.parse("2024-05/2024-06"), "May–June 2024"),
        ("{x:quantity}", Quantity((Part(5), Part(1))), "5/1"),
        ("{x:money}", Money(5), "5 tenge"),
        ("{x:money}", 5, "5 tenge"),
        ("{x:words}", 21, "twenty-one"),
        ("{x:words}", Decimal("0.5"), "0.5"),
        ("{x:post|posts}", 1, "post"),
        ("{x:post|posts}", 2, "posts"),
        ("{x:abl}", 5, "5"),
        ("{x:list}", ("a", 1000, ["b"]), "a, 1,000, b"),
        ("{x}", Text({"ru": "Выставка", "en": "Exhibition"}), "Exhibition"),
        ("{x}", Text({"kk": "Көрме"}), "Көрме"),
        ("{x}", Unit("post"), "post"),
        ("{x}", Written(6), "6"),
        ("{x}", Written(text="six"), "six"),
        ("{{x}} {x}", 1, "{x} 1"),
        ("{y} {x}", 1, "{y} 1"),
        ("{x.__class__}", 1, "{x.__class__}"),
        ("{x[0]}", "ab", "{x[0]}"),
        ("{x!r}", "ab", "{x!r}"),
        ("{x:{x}}", "ab", "{x:{x}}"),
        ("{", 1, "{"),
        ("{0}", 1, "{0}"),
    ],
)
def test_message(template: str, value: object, said: str) -> None:
    assert EN.format_message(template, {"x": value}) == said


def test_fields() -> None:
    assert fields("{a} {b:abl} {{c}} {d.e}") == {"a", "b"}
