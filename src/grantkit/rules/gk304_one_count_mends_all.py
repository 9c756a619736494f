"""One changed count would make all broken sums of a head count hold.

It is very likely the one that is wrong, but nobody can be sure: a note. Look it up where it was
counted. Source: Beineu's 57 in the report this was read from mends the district and the region.
"""

from __future__ import annotations

from collections.abc import Iterator

from grantkit.measures.sums import repair, sums
from grantkit.model import Axis, Category, Headcount, HeadcountCell
from grantkit.rules.api import Finding, Rule, RuleContext
from grantkit.rules.examples import with_activity

__all__ = ["rule"]


def check(headcount: Headcount, context: RuleContext) -> Iterator[Finding]:
    """Find the one count in which all broken sums meet."""
    every = list(sums(headcount))
    mend = repair(headcount, every)
    if mend is not None:
        yield context.find(
            broken=sum(not one.holds for one in every),
            cell=" ".join(mend.at.values()),
            value=mend.value,
            instead=mend.instead,
        )


def _example(pupils: int) -> Headcount:
    """Two places and two kinds of learners, crossed, with all their margins."""
    counts = {
        ("town", None): 120, ("village", None): 80, (None, "pupil"): 150, (None, "student"): 50,
        ("town", "pupil"): 95, ("town", "student"): 25,
        ("village", "pupil"): pupils, ("village", "student"): 25,
    }  # fmt: skip
    axes = [
        Axis("place", (Category("town"), Category("village"))),
        Axis("learner", (Category("pupil"), Category("student"))),
    ]
    cells = [
        HeadcountCell(
            {a: code for a, code in zip(("place", "learner"), at, strict=True) if code}, n
        )
        for at, n in counts.items()
    ]
    return Headcount(200, axes=axes, cells=cells)


rule = Rule(
    code="GK304",
    severity="note",
    looks_at=Headcount,
    check=check,
    example_good=with_activity(headcount=_example(55)),
    example_bad=with_activity(headcount=_example(57)),
)
