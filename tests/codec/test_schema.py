"""The schema takes every report, and refuses what the codec refuses for its structure."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from grantkit import codec
from grantkit.model import Grant, Indicator, Money, Period, Quantity, Report, Text, Written
from grantkit.testing.strategies import reports

jsonschema = pytest.importorskip("jsonschema")
VALIDATOR = jsonschema.Draft202012Validator(codec.schema())


def plain() -> dict[str, Any]:
    cell = Written(Quantity.of(35, "post"), text="35 пост")
    indicator = Indicator(id="i", name=Text.of("Пост", "kk"), target=cell)
    grant = Grant(
        id="g",
        effects=(indicator,),
        amount=Written(Money(5)),
        period=Written(Period.parse("2024-06")),
    )
    return codec.to_plain(Report(id="r", language="kk", grant=grant))


def test_the_schema_is_a_schema_and_is_json() -> None:
    jsonschema.Draft202012Validator.check_schema(codec.schema())
    assert json.loads(json.dumps(codec.schema())) == codec.schema()


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reports())
def test_every_report_is_valid(report: Report) -> None:
    VALIDATOR.validate(json.loads(codec.dumps(report)))


def at(*path: str | int) -> Callable[[dict[str, Any], Any], None]:
    def put(data: Any, value: Any) -> None:
        for step in path[:-1]:
            data = data[step]
        if value is ...:
            del data[path[-1]]
        else:
            data[path[-1]] = value

    return put


TARGET = ("grant", "effects", 0, "target")
MUTATIONS = [
    (at("grantkit"), 2),
    (at("grantkit"), ...),
    (at("grant"), ...),
    (at("grant"), []),
    (at("foo"), 1),
    (at("id"), "a b"),
    (at("id"), 5),
    (at("kind"), "draft"),
    (at("language"), "Kazakh"),
    (at("as_of"), "2024-W01-1"),
    (at("grant", "titel"), "a"),
    (at("grant", "title"), ""),
    (at("grant", "title"), {}),
    (at("grant", "title"), {"KK": "a"}),
    (at("grant", "regions"), "KZ-47"),
    (at("grant", "amount", "value", "currency"), ...),
    (at("grant", "amount", "value", "currency"), "tenge"),
    (at("grant", "amount", "value", "scale"), 10),
    (at("grant", "amount"), 5),
    (at("grant", "period", "value"), []),
    (at("grant", "period", "value"), ["June"]),
    (at("grant", "effects", 0, "name"), ...),
    (at("grant", "effects", 0, "unit"), "5 posts"),
    (at("grant", "effects", 0, "unit"), {"text": "x"}),
    (at("grant", "effects", 0, "evidence"), {}),
    (at(*TARGET), True),
    (at(*TARGET), []),
    (at(*TARGET, "kind"), ...),
    (at(*TARGET, "kind"), "number"),
    (at(*TARGET, "kind"), "unread"),
    (at(*TARGET, "kind"), "statement"),
    (at(*TARGET, "reason"), "words"),
    (at(*TARGET, "value"), ...),
    (at(*TARGET, "value"), 35),
    (at(*TARGET, "value", "parts"), []),
    (at(*TARGET, "value", "parts", 0, "value"), "1e5"),
    (at(*TARGET, "value", "parts", 0, "comparator"), ">"),
    (at("statistics"), {"axes": [{"id": "a", "codes": ["b"], "exclusive": "false"}]}),
    (at("statistics"), {"total": -1}),
]


@pytest.mark.parametrize(("put", "value"), MUTATIONS, ids=map(str, range(len(MUTATIONS))))
def test_what_the_codec_refuses_the_schema_refuses(put: Any, value: Any) -> None:
    data = plain()
    VALIDATOR.validate(data)
    put(data, value)
    assert not VALIDATOR.is_valid(data)
    with pytest.raises(codec.InvalidData):
        codec.from_plain(data)


READ = [
    (at(*TARGET), 35),
    (at(*TARGET), 2.5),
    (at(*TARGET), None),
    (at(*TARGET), "35 пост"),
    (at("grant", "period", "value"), "2024-06/2024-10"),
    (at("grant", "title"), None),
    (at("statistics"), {"axes": [{"id": "a", "codes": [{"code": "b"}]}]}),
]


@pytest.mark.parametrize(("put", "value"), READ, ids=map(str, range(len(READ))))
def test_what_is_read_though_not_canonical_is_valid(put: Any, value: Any) -> None:
    data = plain()
    put(data, value)
    VALIDATOR.validate(data)
    assert codec.loads(json.dumps(data).encode()).report is not None


def test_every_definition_is_used() -> None:
    schema = codec.schema()
    text = json.dumps(schema)
    assert all(f'"#/$defs/{name}"' in text for name in schema["$defs"])
