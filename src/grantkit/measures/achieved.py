"""How many indicators were met, exceeded, not met, or cannot be judged and why."""

from __future__ import annotations

from collections import Counter

from attrs import field, frozen

from grantkit.measures.achievement import Status
from grantkit.measures.api import Subject
from grantkit.measures.indicators import indicators, judge
from grantkit.model import FrozenMap

__all__ = ["Achieved", "AchievedCounts"]

Counted = Counter[tuple[str, str | None]]


@frozen(kw_only=True)
class AchievedCounts:
    """Numbers of indicators by status; ``reasons`` says why the unknown ones are unknown."""

    met: int = 0
    exceeded: int = 0
    not_met: int = 0
    unknown: int = 0
    reasons: FrozenMap[str, int] = field(factory=FrozenMap)

    @property
    def count(self) -> int:
        """All of them."""
        return self.met + self.exceeded + self.not_met + self.unknown


@frozen
class Achieved:
    """Counts the indicators by what can be said of their achievement."""

    id: str = "achieved"

    def zero(self) -> Counted:
        """No indicator."""
        return Counter()

    def lift(self, subject: Subject) -> Counted:
        """Judge every indicator below the node."""
        found: Counted = Counter()
        for placed in indicators(subject.node, subject.path):
            judged = judge(placed.indicator, placed.activity)
            found[judged.status.value, judged.reason] += 1
        return found

    def combine(self, one: Counted, other: Counted) -> Counted:
        """Add the numbers."""
        return one + other

    def finish(self, counted: Counted) -> AchievedCounts:
        """Put them in order."""
        statuses: Counter[str] = Counter()
        for (status, _), number in counted.items():
            statuses[status] += number
        reasons = {reason: n for (_, reason), n in sorted(counted.items(), key=str) if reason}
        return AchievedCounts(
            met=statuses[Status.MET],
            exceeded=statuses[Status.EXCEEDED],
            not_met=statuses[Status.NOT_MET],
            unknown=statuses[Status.UNKNOWN],
            reasons=FrozenMap(reasons),
        )
