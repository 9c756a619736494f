"""A finding's fingerprint says what its arguments mean; findings stay findings."""

import datetime as dt
import enum
import subprocess
import sys
from decimal import Decimal
from itertools import combinations

import attrs
import pytest
from hypothesis import given

import grantkit
from grantkit import codec
from grantkit.findings import Finding, Findings, Severity
from grantkit.model import (
    Acceptance,
    Activity,
    FrozenMap,
    Grant,
    Indicator,
    Money,
    PartialDate,
    Period,
    Quantity,
    Report,
    Task,
    Text,
    Unit,
    Written,
)
from grantkit.model.canonical import canonical
from grantkit.testing.strategies import reports

NAME = Text({"kk": "Жазба", "ru": "Посты", "en": "Posts"})


def print_of(value):
    return Finding(code="XX1", args={"x": value}).fingerprint


class Colour(enum.Enum):
    RED = 1


class Silent:
    pass


class Telling:
    def __str__(self):
        return "told"


DIFFERENT = [
    None,
    True,
    1,
    "1",
    5,
    "5",
    Decimal("5.5"),
    5.0,
    -5,
    Decimal("NaN"),
    "2024-01-01",
    dt.date(2024, 1, 1),
    dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
    PartialDate(2024, 1, 1),
    PartialDate(2024, 1),
    Period.parse("2024-01-01"),
    Quantity.of(5),
    Quantity.of(5, "post"),
    Quantity.of(5, "post", per="event"),
    Quantity.of(5, Unit.free("post", "en")),
    Money(5),
    Money(5, "USD"),
    Money(5, scale=1000),
    Written(Quantity.of(5)),
    Written(Quantity.of(5), text="5"),
    Written(),
    Written(text="5"),
    NAME,
    Text.of("Посты", "ru"),
    "Посты",
    {"ru": "Посты"},
    ["Посты"],
    {"Посты"},
    (),
    {},
    set(),
    "",
    Colour.RED,
    Silent(),
    Telling(),
]


def test_what_means_different_things_has_different_prints():
    alike = [(a, b) for a, b in combinations(DIFFERENT, 2) if print_of(a) == print_of(b)]
    assert alike == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (5, Decimal(5)),
        (Decimal("500.0"), 500),
        (Decimal("5E+2"), 500),
        (0, Decimal("-0.00")),
        (Severity.ERROR, "error"),
        (NAME, Text([*NAME.items()][::-1])),
        ({"a": 1, "b": 2}, FrozenMap({"b": 2, "a": 1})),
        ([1, "a"], (1, "a")),
        ({"a", "b", "c"}, frozenset("cba")),
        (Money(5), Money("5.0", "KZT", 1)),
        (Silent(), Silent()),
    ],
    ids=repr,
)
def test_what_means_the_same_has_the_same_print(one, other):
    assert print_of(one) == print_of(other)


def test_a_print_is_the_same_in_every_process():
    code = (
        "from grantkit.findings import Finding; from grantkit.model import Text\n"
        "args = {'s': {'a', 'b', 'c', ('d', 5)}, 't': Text({'kk': 'а', 'ru': 'б'}), 'o': object()}\n"
        "print(Finding(code='XX1', args=args).fingerprint)"
    )
    prints = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(prints) == 1


def test_an_attribute_added_later_with_a_default_changes_nothing():
    old = attrs.make_class("Told", {"a": attrs.field()}, frozen=True)
    new = attrs.make_class("Told", {"a": attrs.field(), "b": attrs.field(default=None)})
    assert canonical(old(1)) == canonical(new(1)) != canonical(new(1, 2))


@given(reports())
def test_saving_and_loading_changes_no_print(report):
    again = codec.loads(codec.dumps(report)).report
    assert print_of(again) == print_of(report)


def test_what_is_accepted_stays_accepted_when_the_report_is_saved_and_loaded():
    kit = grantkit.Kit()
    twice = [
        Indicator(id=id, name=NAME, target=Written(Quantity.of(4, "post")), actual=Written(done))
        for id, done in (("one", Quantity.of(4)), ("other", Quantity.of(Decimal("5.50"), "post")))
    ]
    task = Task(id="1", activities=[Activity(id="1.1", indicators=twice)])
    report = Report(id="r", language="ru", grant=Grant(id="g", tasks=[task]))
    told = [f for f in kit.validate(report) if any(isinstance(v, Text) for v in f.args.values())]
    assert told
    accepted = [
        Acceptance(code=finding.code, path=finding.path, fingerprint=finding.fingerprint)
        for finding in told
    ]
    report = attrs.evolve(report, acceptances=accepted)
    for made in (report, kit.load(kit.render(report, "json"))):
        found = kit.validate(made)
        assert {f.code for f in found if f.accepted} == {f.code for f in told}
        assert not [f for f in found if f.code == "GK091"]


ONE, OTHER = Finding(code="XX1"), Finding(code="XX2", severity="note")


def test_a_slice_and_a_sum_of_findings_are_findings():
    found = Findings([ONE, OTHER])
    assert isinstance(found[:1], Findings)
    assert found[:1] == (ONE,)
    assert found[1] is OTHER
    assert isinstance(found + (OTHER,), Findings)  # noqa: RUF005 - the sum is what is tested
    assert (found[1:] + found[:1]).worst is Severity.ERROR
    assert isinstance(sum([found, found], Findings()), Findings)
    with pytest.raises(TypeError):
        found + [ONE]  # noqa: RUF005


def test_arguments_are_told_in_one_order():
    given = Finding(code="XX1", args={"b": 2, "a": 1})
    assert str(given) == str(Finding(code="XX1", args={"a": 1, "b": 2})) == ": XX1 error (a=1, b=2)"
