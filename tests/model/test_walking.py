"""Paths name every node, and lead back to it."""

import datetime as dt

import attrs
import pytest
from hypothesis import given

from grantkit.errors import InvalidValue, UnknownPath
from grantkit.model import (
    Activity,
    FrozenMap,
    Grant,
    Indicator,
    Quantity,
    Report,
    ReportKind,
    Task,
    Text,
    Written,
    locate,
    replace,
    transform,
    walk,
)
from grantkit.testing.strategies import reports


@given(reports())
def test_every_path_of_a_walk_leads_to_its_node(report):
    paths = set()
    for visit in walk(report):
        assert visit.path not in paths
        paths.add(visit.path)
        assert locate(report, visit.path) is visit.node if visit.path else visit.node is report


def _report() -> Report:
    twice = [
        Indicator(id="photo", name=Text.of(name, "en"), target=Written(text="4"))
        for name in ("one", "other")
    ]
    activities = [Activity(id="4.2", indicators=twice)]
    return Report(
        id="r", language="en", grant=Grant(id="g", tasks=[Task(id="4", activities=activities)])
    )


def test_the_second_child_of_one_id_is_told_apart():
    report = _report()
    path = "grant.tasks[4].activities[4.2].indicators[photo~2]"
    assert locate(report, path).name["en"] == "other"


@pytest.mark.parametrize("path", ["grant.nothing", "grant.tasks[5]", "grant..tasks", "a b", "["])
def test_a_path_that_leads_nowhere_says_so(path):
    with pytest.raises(UnknownPath):
        locate(_report(), path)


def test_replacing_one_value_shares_the_rest():
    report = _report()
    changed = replace(report, "grant.tasks[4].activities[4.2].planned_events", 3)
    assert locate(changed, "grant.tasks[4].activities[4.2].planned_events") == 3
    assert (
        changed.grant.tasks[0].activities[0].indicators
        is report.grant.tasks[0].activities[0].indicators
    )


def test_replacing_one_language_leaves_a_text():
    report = replace(_report(), "grant.title", Text({"kk": "Көрме", "ru": "Показ"}))
    changed = replace(report, "grant.title[ru]", "Выставка")
    assert changed.grant.title == Text({"kk": "Көрме", "ru": "Выставка"})
    assert type(changed.grant.title) is Text
    told = attrs.evolve(report, narrative={"goal": Text.of("Goal", "en")})
    swapped = replace(told, "narrative[goal]", Text.of("Aim", "en"))
    assert swapped.narrative == FrozenMap({"goal": Text.of("Aim", "en")})


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("", "x"),
        ("grant", "x"),
        ("grant.title", "x"),
        ("grant.title[en]", ""),
        ("grant.title[en]", 5),
        ("grant.regions[1]", 5),
        ("grant.tasks", "abc"),
        ("grant.tasks", ["x"]),
        ("grant.tasks[4]", Activity(id="4")),
        ("grant.tasks[4]", None),
        ("grant.amount", 5),
        ("grant.amount", Written(Quantity.of(5))),
        ("grant.amount.value", Quantity.of(5)),
        ("grant.amount.text", 5),
        ("narrative[goal]", "x"),
        ("kind", "nearly"),
        ("as_of", dt.datetime(2024, 1, 1, tzinfo=dt.UTC)),
        ("grant.tasks[4].activities[4.2].planned_events", "3"),
        ("grant.tasks[4].activities[4.2].indicators[photo~2].target.value", 5),
    ],
)
def test_what_may_not_stand_there_is_refused(path, value):
    grant = attrs.evolve(_report().grant, title=Text.of("Fair", "en"), regions=["KZ-47"])
    report = attrs.evolve(_report(), grant=grant, narrative={"goal": Text.of("Goal", "en")})
    with pytest.raises(InvalidValue):
        replace(report, path, value)


def test_what_a_constructor_would_take_may_be_replaced_by_it():
    assert replace(_report(), "kind", "interim").kind is ReportKind.INTERIM
    assert replace(_report(), "grant.tasks", [Task(id="5")]).grant.tasks == (Task(id="5"),)
    path = "grant.tasks[4].activities[4.2].indicators[photo].target"
    done = replace(_report(), f"{path}.value", Quantity.of(4))
    assert locate(done, path) == Written(Quantity.of(4), text="4")
    assert replace(_report(), "", done) is done


def test_transforming_visits_every_cell_and_shares_what_did_not_change():
    report = _report()
    assert transform(report, lambda path, cell, owner: cell) is report

    def read(path: str, cell: Written[Quantity], owner: object) -> Written[Quantity]:
        del owner
        return (
            Written(Quantity.of(4), text=cell.text) if path.endswith("[photo~2].target") else cell
        )

    changed = transform(report, read)
    one, other = changed.grant.tasks[0].activities[0].indicators
    assert one.target.known is None
    assert other.target.known == Quantity.of(4)
