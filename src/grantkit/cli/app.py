"""What one run of the command holds: its Kit, its voice, and the worst that happened."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import attrs

from grantkit.cli.inputs import inputs
from grantkit.cli.output import Teller
from grantkit.cli.settings import Settings
from grantkit.cli.status import Status
from grantkit.errors import GrantkitError
from grantkit.exchange.api import Loaded
from grantkit.findings import Findings, Severity
from grantkit.kit import Kit
from grantkit.rules.check import CRASHED

__all__ = ["App"]


@attrs.define
class App:
    """What one run of the command holds: its Kit, its voice, and the worst that happened."""

    kit: Kit
    teller: Teller
    settings: Settings
    status: Status = Status.WELL

    def worst(self, status: Status) -> None:
        """Remember a status if it is worse."""
        self.status = max(self.status, status)

    @contextlib.contextmanager
    def telling(self) -> Iterator[None]:
        """Print a failure instead of a traceback, and go on."""
        try:
            yield
        except GrantkitError as error:
            self.worst(self.teller.failure(error))

    def reports(self, given: tuple[str, ...]) -> Iterator[Loaded]:
        """Yield the whole reports among the inputs; what cannot be read is told."""
        try:
            for item in inputs(given, self.kit):
                with self.telling():
                    loaded = item.read(self.kit)
                    if loaded.report is not None:
                        yield loaded
                        continue
                    self.teller.findings(loaded.findings, err=True)
                    self.worst(Status.UNREADABLE)
        except OSError as error:
            self.teller.note("failure", cause=str(error))
            self.worst(Status.UNREADABLE)

    def judge(self, findings: Findings, fail_on: str) -> None:
        """Make the status 1 when something is at or above *fail_on*; 3 when a rule crashed."""
        worst = findings.worst
        if worst is not None and worst.rank >= Severity(fail_on).rank:
            self.worst(Status.FOUND)
        if any(finding.code == CRASHED for finding in findings):
            self.worst(Status.PLUGIN_FAILED)
