"""What must add up in a head count, and the one cell that mends all."""

from hypothesis import given
from hypothesis import strategies as st

from grantkit.measures.sums import repair, sums, whole
from grantkit.model import Axis, Category, Headcount, HeadcountCell

PLACES = {
    "aktau": (122, 122, None), "zhanaozen": (192, 136, 56), "munaily": (157, 157, None),
    "mangystau": (120, 83, 37), "karakiya": (166, 166, None), "tupkaragan": (169, 169, None),
    "beineu": (80, 57, 25),
}  # fmt: skip
DISTRICT = Axis("district", tuple(Category(code) for code in PLACES))
LEARNER = Axis("learner", (Category("pupil"), Category("student")))


def meetings(beineu_pupils=57):
    """The meetings in seven places, pupils and students, with the totals as reported."""
    cells = [HeadcountCell({"learner": "pupil"}, 888), HeadcountCell({"learner": "student"}, 118)]
    for place, (total, pupils, students) in PLACES.items():
        at = {"district": place}
        if place == "beineu":
            pupils = beineu_pupils  # noqa: PLW2901 - the one that is wrong
        cells.append(HeadcountCell(at, total))
        cells.append(HeadcountCell({**at, "learner": "pupil"}, pupils))
        if students is not None:
            cells.append(HeadcountCell({**at, "learner": "student"}, students))
    return Headcount(1006, axes=[DISTRICT, LEARNER], cells=cells)


def test_beineu_and_the_pupils_of_all_districts_do_not_add_up():
    broken = [s for s in sums(meetings()) if not s.holds]
    assert {(dict(s.at).popitem(), s.sum, s.margin) for s in broken} == {
        (("district", "beineu"), 82, 80),
        (("learner", "pupil"), 890, 888),
    }


def test_the_one_cell_is_named():
    mend = repair(meetings())
    assert (dict(mend.at), mend.value, mend.instead) == (
        {"district": "beineu", "learner": "pupil"},
        57,
        55,
    )


def test_nothing_to_mend_where_all_adds_up():
    assert {s.holds for s in sums(meetings(55))} == {True}
    assert repair(meetings(55)) is None


def test_a_single_broken_sum_accuses_nobody():
    sexes = Axis("sex", (Category("female"), Category("male")))
    cells = [HeadcountCell({"sex": "female"}, 12), HeadcountCell({"sex": "male"}, 9)]
    assert repair(Headcount(20, axes=[sexes], cells=cells)) is None


def test_what_is_not_given_is_unknown_not_zero():
    cells = [HeadcountCell({"learner": "pupil"}, 15)]
    assert {s.holds for s in sums(Headcount(20, axes=[LEARNER], cells=cells))} == {True}
    assert not all(s.holds for s in sums(Headcount(14, axes=[LEARNER], cells=cells)))


def test_overlapping_categories_need_not_add_up_but_none_is_larger():
    axis = Axis("category", (Category("youth"), Category("officials")), exclusive=False)
    cells = [HeadcountCell({"category": "youth"}, 15), HeadcountCell({"category": "officials"}, 12)]
    assert {s.holds for s in sums(Headcount(20, axes=[axis], cells=cells))} == {True}
    assert [s.difference for s in sums(Headcount(14, axes=[axis], cells=cells))] == [1]


def test_of_which_is_at_most_its_parent():
    axis = Axis("category", (Category("children"), Category("disabled", parent="children")))
    cells = [
        HeadcountCell({"category": "children"}, 10),
        HeadcountCell({"category": "disabled"}, 4),
    ]
    assert {s.holds for s in sums(Headcount(10, axes=[axis], cells=cells))} == {True}
    cells = [HeadcountCell({"category": "children"}, 3), HeadcountCell({"category": "disabled"}, 4)]
    assert [s.holds for s in sums(Headcount(None, axes=[axis], cells=cells))] == [False]


def test_a_bound_total_is_no_sum():
    cells = [HeadcountCell({"learner": "pupil"}, 99), HeadcountCell({"learner": "student"}, 9)]
    assert not list(sums(Headcount(100, "more-than", axes=[LEARNER], cells=cells)))


def test_whole_from_a_complete_axis():
    contests = Axis("contest", (Category("a"), Category("b"), Category("c")))
    cells = [HeadcountCell({"contest": c}, n) for c, n in zip("abc", (10, 12, 30), strict=True)]
    assert whole(Headcount(axes=[contests], cells=cells)) == 52
    assert whole(Headcount(axes=[contests], cells=cells[:2])) is None
    assert whole(Headcount(100, "more-than")) is None


@given(st.integers(0, 500), st.sampled_from(sorted(PLACES)), st.integers(1, 50))
def test_a_planted_mistake_in_a_crossed_cell_is_named(pupils, place, slip):
    """Whatever cell one adds to, its two margins break and it is the one that is named."""
    cells, total = [], 0
    for number, code in enumerate(PLACES):
        cells.append(((code, "pupil"), pupils + number))
        cells.append(((code, "student"), number))
    right = dict(cells)
    total = sum(right.values())
    given_ = {(code, None): right[code, "pupil"] + right[code, "student"] for code in PLACES}
    for kind in ("pupil", "student"):
        given_[None, kind] = sum(right[code, kind] for code in PLACES)
    right[place, "pupil"] += slip
    at = [
        HeadcountCell({a: c for a, c in zip(("district", "learner"), key, strict=True) if c}, n)
        for key, n in {**right, **given_}.items()
    ]
    mend = repair(Headcount(total, axes=[DISTRICT, LEARNER], cells=at))
    assert mend is not None
    assert (dict(mend.at), mend.value - mend.instead) == (
        {"district": place, "learner": "pupil"},
        slip,
    )
