"""The canonical form: what stands in the file for each thing of the model."""

import datetime as dt
import json
from decimal import Decimal
from typing import Any

import pytest

from grantkit import codec
from grantkit.errors import InvalidValue
from grantkit.model import (
    NOT_APPLICABLE,
    NOT_REPORTED,
    UNREAD,
    Axis,
    Category,
    Evidence,
    FrozenMap,
    Grant,
    Headcount,
    HeadcountCell,
    Indicator,
    Money,
    Part,
    Period,
    Quantity,
    Report,
    Statement,
    Text,
    Unit,
    Written,
)

INDICATOR = Indicator(id="i", name=Text.of("Пост", "kk"))


def report(**attributes: Any) -> Report:
    grant = attributes.pop("grant", Grant(id="g"))
    return Report(id="r", language="kk", grant=grant, **attributes)


def attrs_free(value: Any, name: str, wrong: object) -> Any:
    """Put in what the class would never let in."""
    object.__setattr__(value, name, wrong)
    return value


def with_target(cell: Written[Any]) -> Report:
    indicator = Indicator(id="i", name=Text.of("Пост", "kk"), target=cell)
    return report(grant=Grant(id="g", effects=(indicator,)))


def target_of(plain: dict[str, Any]) -> Any:
    return plain["grant"]["effects"][0].get("target", "left out")


def test_the_smallest_report_is_four_keys() -> None:
    assert codec.to_plain(report()) == {
        "grantkit": 1,
        "id": "r",
        "language": "kk",
        "grant": {"id": "g"},
    }


def test_keys_come_in_the_order_of_the_attributes() -> None:
    made = report(as_of=dt.date(2024, 12, 31), form="f", kind="interim")
    assert list(codec.to_plain(made)) == [
        "grantkit", "id", "kind", "language", "form", "as_of", "grant",
    ]  # fmt: skip


def test_indented_json_ends_with_a_line_feed_and_keeps_letters() -> None:
    made = report(grant=Grant(id="g", title=Text.of("Көрме", "kk")))
    assert codec.dumps(made).endswith(b"}\n")
    assert codec.dumps(made, indent=None).count(b"\n") == 0
    assert "Көрме".encode() in codec.dumps(made)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (Text({"kk": "Көрме"}), "Көрме"),
        (Text({"ru": "Выставка"}), {"ru": "Выставка"}),
        (Text({"ru": "Выставка", "kk": "Көрме"}), {"kk": "Көрме", "ru": "Выставка"}),
    ],
)
def test_texts(text: Text, plain: object) -> None:
    made = codec.to_plain(report(grant=Grant(id="g", title=text)))
    assert made["grant"]["title"] == plain


@pytest.mark.parametrize(
    ("cell", "plain"),
    [
        (Written(), "left out"),
        (Written(text="35 пост"), "35 пост"),
        (Written(text="35 posts", language="en"), {"text": "35 posts", "language": "en", "kind": "unread"}),
        (Written(UNREAD, text=" "), {"text": " ", "kind": "unread"}),
        (Written(UNREAD), {"kind": "unread"}),
        (Written(text="-", value=NOT_REPORTED), {"text": "-", "kind": "not-reported"}),
        (Written(text=" "), {"text": " ", "kind": "not-reported"}),
        (Written(language="ru"), {"language": "ru", "kind": "not-reported"}),
        (Written(NOT_APPLICABLE, text="n/a"), {"text": "n/a", "kind": "not-applicable"}),
        (Written(Statement("words"), text="көп"), {"text": "көп", "kind": "statement", "reason": "words"}),
        (Written(Quantity.of(0)), {"kind": "value", "value": {"parts": [{"value": 0}]}}),
        (
            Written(Quantity.of(35, "post"), text="35 пост"),
            {"text": "35 пост", "kind": "value", "value": {"parts": [{"value": 35, "unit": "post"}]}},
        ),
    ],
)  # fmt: skip
def test_cells(cell: Written[Any], plain: object) -> None:
    made = with_target(cell)
    assert target_of(codec.to_plain(made)) == plain
    assert codec.from_plain(codec.to_plain(made)) == made


def test_quantities_leave_out_what_is_usual() -> None:
    parts = (
        Part(5, Unit("post"), "at-least"),
        Part(25, "percent", "between", upper=30),
        Part("2.5", Unit.free("шелек", "kk"), of=4),
    )
    made = with_target(Written(Quantity(parts, per="event")))
    assert target_of(codec.to_plain(made))["value"] == {
        "parts": [
            {"value": 5, "unit": "post", "comparator": "at-least"},
            {"value": 25, "unit": "percent", "comparator": "between", "upper": 30},
            {"value": "2.5", "unit": {"text": "шелек", "language": "kk"}, "of": 4},
        ],
        "per": "event",
    }


@pytest.mark.parametrize(
    ("number", "plain"),
    [
        ("0.0000001", "0.0000001"),
        (2**53 - 1, 2**53 - 1),
        (2**53, "9007199254740992"),
        (-(2**53), "-9007199254740992"),
        ("10500000.50", "10500000.5"),
        ("1E+3", 1000),
    ],
)
def test_numbers_are_exact(number: Any, plain: object) -> None:
    made = with_target(Written(Quantity.of(number)))
    assert target_of(codec.to_plain(made))["value"]["parts"][0]["value"] == plain
    assert codec.loads(codec.dumps(made)).report == made


def test_money_always_names_its_currency() -> None:
    made = report(grant=Grant(id="g", amount=Written(Money(2345, scale=1000))))
    assert codec.to_plain(made)["grant"]["amount"] == {
        "kind": "value",
        "value": {"amount": 2345, "currency": "KZT", "scale": 1000},
    }


def test_periods_and_headcounts() -> None:
    axis = Axis("age", (Category("young"), Category("teen", "young")), exclusive=False)
    people = Headcount(3, axes=(axis,), cells=(HeadcountCell({"age": "teen"}, 2),))
    period = Written(Period.parse("2024-06/2024-10,--12-31"))
    made = codec.to_plain(report(statistics=people, grant=Grant(id="g", period=period)))
    assert made["grant"]["period"]["value"] == ["2024-06/2024-10", "--12-31"]
    assert made["statistics"] == {
        "total": 3,
        "axes": [
            {
                "id": "age",
                "codes": ["young", {"code": "teen", "parent": "young"}],
                "exclusive": False,
            }
        ],
        "cells": [{"at": {"age": "teen"}, "value": 2}],
    }


def test_equal_reports_give_the_same_bytes() -> None:
    one, other = Text({"ru": "а", "en": "a"}), Text({"en": "a", "ru": "а"})
    first = report(narrative=FrozenMap({"a": one, "b": other}))
    second = report(narrative=FrozenMap({"b": one, "a": other}))
    assert first == second
    assert codec.dumps(first) == codec.dumps(second)


def test_what_is_of_another_class_is_not_written() -> None:
    with pytest.raises(InvalidValue, match="Quantity is needed, not int") as caught:
        codec.dumps(with_target(Written(6)))
    assert caught.value.__notes__ == [
        "in target of Indicator", "in effects of Grant", "in grant of Report",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "grant",
    [
        Grant(id="g", title="Көрме"),  # type: ignore[arg-type]
        Grant(id="g", period="2024"),  # type: ignore[arg-type]
        Grant(id="g", amount=Written(Quantity.of(1))),  # type: ignore[arg-type]
        Grant(id="g", period=Written(Money(1))),  # type: ignore[arg-type]
        Grant(id="g", effects=(Evidence(link="a"),)),  # type: ignore[arg-type]
        Grant(id="g", amount=Written(attrs_free(Money(1), "amount", 1))),
        Grant(id="g", theme=None, effects=(attrs_free(INDICATOR, "unit", "post"),)),
        attrs_free(Grant(id="g"), "tasks", []),
        attrs_free(Grant(id="g"), "id", 5),
    ],
)
def test_no_misfit_is_written(grant: Grant) -> None:
    with pytest.raises(InvalidValue, match="is needed, not"):
        codec.to_plain(report(grant=grant))


def test_a_moment_is_no_day() -> None:
    with pytest.raises(InvalidValue, match="a date is needed, not datetime"):
        codec.to_plain(report(as_of=dt.datetime(2024, 1, 1, tzinfo=dt.UTC)))


READ_TOO = [
    ("target", 35, Written(Quantity.of(35))),
    ("target", Decimal("2.50"), Written(Quantity.of("2.5"))),
    ("target", None, Written()),
    ("target", "", Written()),
    ("target", {"kind": "value", "language": None, "value": {"parts": [{"value": "7", "unit": None}]}}, Written(Quantity.of(7))),
    ("unit", "post", Unit("post")),
    ("unit", None, None),
    ("evidence", [], ()),
    ("direction", "increase", "increase"),
    ("deviation", {"kk": "ә"}, Text.of("ә", "kk")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "plain", "value"), READ_TOO)
def test_what_is_not_canonical_is_read_too(name: str, plain: object, value: object) -> None:
    data = codec.to_plain(with_target(Written()))
    data["grant"]["effects"][0][name] = plain
    assert getattr(codec.from_plain(data).grant.effects[0], name) == value


def test_one_span_may_stand_alone() -> None:
    data = codec.to_plain(report())
    data["grant"]["period"] = {"kind": "value", "value": "2024-06/2024-10"}
    assert codec.from_plain(data).grant.period.value == Period.parse("2024-06/2024-10")


def test_category_may_be_an_object_without_parent() -> None:
    data = codec.to_plain(report())
    data["statistics"] = {"axes": [{"id": "sex", "codes": [{"code": "male"}, "female"]}]}
    statistics = codec.from_plain(data).statistics
    assert statistics is not None
    assert [c.code for c in statistics.axes[0].codes] == ["male", "female"]
    assert codec.to_plain(codec.from_plain(data))["statistics"]["axes"][0]["codes"] == [
        "male", "female",
    ]  # fmt: skip


def test_decimals_of_json_are_read_exactly() -> None:
    text = json.dumps(codec.to_plain(with_target(Written(Quantity.of(7)))))
    read = codec.loads(text.replace('"value": 7', '"value": 10500000.10').encode()).report
    assert read is not None
    assert read.grant.effects[0].target.value == Quantity.of("10500000.1")


def test_words_in_another_language_need_no_kind():
    cell = {"text": "не менее 5", "language": "ru"}
    report = codec.from_plain(
        {
            "grantkit": 1,
            "id": "r",
            "language": "kk",
            "grant": {"id": "g", "effects": [{"id": "i", "name": "Пост", "target": cell}]},
        }
    )
    target = report.grant.effects[0].target
    assert (target.text, target.language, target.value) == ("не менее 5", "ru", UNREAD)
