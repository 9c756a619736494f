"""What code gives is looked at once; every place that holds what it may not is named."""

import datetime as dt

import pytest
from hypothesis import given

from grantkit.errors import InvalidValue
from grantkit.model import (
    Activity,
    Axis,
    Category,
    Evidence,
    Grant,
    Headcount,
    HeadcountCell,
    Indicator,
    Money,
    Part,
    Quantity,
    Report,
    ReportKind,
    Task,
    Text,
    Unit,
    Written,
    sound,
    unsound,
)
from grantkit.testing.strategies import headcounts, indicators, reports

NAME = Text.of("Posts", "en")
QUANTITY = Quantity.of(5)


def report(**changes):
    return Report(**{"id": "r", "language": "en", "grant": Grant(id="g"), **changes})


def within(**changes):
    return report(grant=Grant(id="g", **changes))


def indicator(**changes):
    activity = Activity(id="1.1", indicators=[Indicator(id="posts", name=NAME, **changes)])
    return within(tasks=[Task(id="1", activities=[activity])])


class Word(str):
    __slots__ = ()


@given(reports())
def test_whatever_the_model_allows_is_sound(made):
    assert sound(made) is made
    assert list(unsound(made)) == []


@given(indicators(), headcounts())
def test_a_node_on_its_own_is_looked_at_too(one, people):
    assert [*unsound(one), *unsound(people), *unsound(NAME), *unsound(Written(Money(5)))] == []


@pytest.mark.parametrize(
    ("made", "path", "needed", "got"),
    [
        (report(grant="x"), "grant", "Grant", "str 'x'"),
        (report(grant=report()), "grant", "Grant", "Report"),
        (report(as_of="2024-01-01"), "as_of", "date or None", "str '2024-01-01'"),
        (report(as_of=dt.datetime(2024, 1, 1, tzinfo=dt.UTC)), "as_of", "date or None", "datetime"),
        (report(narrative={"a": "b"}), "narrative[a]", "Text", "str 'b'"),
        (report(id=Word("r")), "id", "str", "Word 'r'"),
        (report(signature=Grant), "signature", "Signature or None", repr(Grant)),
        (within(title="x"), "grant.title", "Text or None", "str 'x'"),
        (within(achieved=["x"]), "grant.achieved[1]", "Text", "str 'x'"),
        (within(achieved=[NAME, None]), "grant.achieved[2]", "Text", "None"),
        (within(tasks=[Activity(id="a")]), "grant.tasks[a]", "Task", "Activity"),
        (within(tasks=[Task(id="a"), 5]), "grant.tasks[2]", "Task", "int 5"),
        (within(period=5), "grant.period", "Written[Period]", "int 5"),
        (within(amount=Money(5)), "grant.amount", "Written[Money]", "Money"),
        (
            within(amount=Written(QUANTITY)),
            "grant.amount.value",
            "Money or Statement or NotApplicable or NotReported",
            "Quantity",
        ),
        (
            indicator(target=5),
            "grant.tasks[1].activities[1.1].indicators[posts].target",
            "Written[Quantity]",
            "int 5",
        ),
        (
            indicator(target=Written("35 posts")),
            "grant.tasks[1].activities[1.1].indicators[posts].target.value",
            "Quantity or Statement or NotApplicable or NotReported",
            "str '35 posts'",
        ),
        (
            indicator(evidence=[Evidence(title=5)]),
            "grant.tasks[1].activities[1.1].indicators[posts].evidence[1].title",
            "Text or None",
            "int 5",
        ),
        (report(statistics=5), "statistics", "Headcount or None", "int 5"),
    ],
)
def test_each_place_is_named_with_what_it_needs(made, path, needed, got):
    assert list(unsound(made)) == [(path, needed, got)]
    with pytest.raises(InvalidValue, match="is needed, not"):
        sound(made)


def past(node, name, value):
    """Put a value where the constructor would have refused it."""
    object.__setattr__(node, name, value)
    return node


def test_values_that_got_past_their_constructors_are_found():
    part = past(Part(5), "value", 5.0)
    assert list(unsound(Quantity([part]))) == [("parts[1].value", "Decimal", "float 5.0")]
    axis = Axis("sex", [Category("f")])
    people = Headcount(axes=[axis], cells=[HeadcountCell({"sex": "f"}, 1)])
    past(people, "total", value=True)
    past(axis.codes[0], "parent", 5)
    past(people.cells[0].at, "_items", {5: "f"})
    assert list(unsound(people)) == [
        ("total", "int or None", "bool True"),
        ("axes[sex].codes[1].parent", "str or None", "int 5"),
        ("cells[1].at[5]", "str", "int 5"),
    ]


@pytest.mark.parametrize("made", [None, "report.json", Grant(id="g"), Report])
def test_what_is_no_report_is_refused(made):
    with pytest.raises(InvalidValue, match=r"^report: Report is needed, not "):
        sound(made)


def test_what_is_no_node_has_no_types_to_hold():
    assert list(unsound(5, "a")) == [("a", "value of the model", "int 5")]


def test_the_first_twenty_are_named():
    made = within(tasks=list(range(25)))
    with pytest.raises(InvalidValue) as caught:
        sound(made)
    assert "grant.tasks[20]: " in str(caught.value)
    assert "grant.tasks[21]" not in str(caught.value)
    assert str(caught.value).endswith("; and more")


def test_the_kinds_of_a_union_and_of_an_enumeration_are_exact():
    made = past(report(), "kind", "final")
    assert list(unsound(made)) == [("kind", "ReportKind", "str 'final'")]
    assert list(unsound(report(kind=ReportKind.FINAL))) == []
    made = past(report(), "partners", [])
    assert list(unsound(made)) == [("partners", "tuple of Partner", "list")]
    assert list(unsound(Unit("post"))) == []
