"""The parts of a head count do not add up to what is given as their sum.

Where each person stands in one category only (men and women, districts), the parts are the whole;
where categories overlap (youth, civil servants), none can be larger than the whole. What is not
given is unknown, not zero. Correct the count that is wrong; GK304 tells where one change would
mend several sums. Source: R8 and R17 of the form's rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from grantkit.measures.sums import sums
from grantkit.model import Axis, Category, FrozenMap, Headcount, HeadcountCell
from grantkit.rules.api import Finding, Rule, RuleContext
from grantkit.rules.examples import with_activity

__all__ = ["rule"]


def check(headcount: Headcount, context: RuleContext) -> Iterator[Finding]:
    """Find each sum that does not hold, with its inputs and the difference."""
    for broken in sums(headcount):
        if broken.holds:
            continue
        # Overlapping categories are not added up: the largest one alone is too large.
        parts = [max(broken.parts, key=_count)] if broken.overlapping else broken.parts
        yield context.find(
            axis=broken.axis,
            at=FrozenMap(broken.at),
            inputs=" + ".join(f"{code} {value}" for code, value in parts),
            sum=broken.sum,
            given=" ".join([*broken.at.values(), str(broken.margin)]),
            difference=abs(broken.difference),
        )


def _count(part: tuple[str, int]) -> int:
    return part[1]


_SEXES = Axis("sex", (Category("female"), Category("male")))
_GOOD = Headcount(
    20,
    axes=[_SEXES],
    cells=[HeadcountCell({"sex": "female"}, 12), HeadcountCell({"sex": "male"}, 8)],
)

rule = Rule(
    code="GK301",
    severity="error",
    looks_at=Headcount,
    check=check,
    example_good=with_activity(headcount=_GOOD),
    example_bad=with_activity(headcount=evolve(_GOOD, total=21)),
)
