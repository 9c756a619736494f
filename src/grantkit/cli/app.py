"""What one run of the command holds: its Kit, its voice, and the worst that happened."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import attrs

from grantkit.cli.inputs import inputs
from grantkit.cli.output import Teller
from grantkit.cli.settings import Settings
from grantkit.cli.status import Status
from grantkit.errors import GrantkitError, ImportFailed
from grantkit.exchange.api import Loaded
from grantkit.findings import Finding, Findings, Severity
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
    unread: list[Finding] = attrs.field(factory=list)

    def worst(self, status: Status) -> None:
        """Remember a status if it is worse."""
        self.status = max(self.status, status)

    def fail(self, error: GrantkitError) -> None:
        """Tell of a failure; what it found counts in the summary."""
        self.unread.extend(getattr(error, "findings", ()))
        self.worst(self.teller.failure(error))

    @contextlib.contextmanager
    def telling(self) -> Iterator[None]:
        """Print a failure instead of a traceback, and go on."""
        try:
            yield
        except GrantkitError as error:
            self.fail(error)

    def reports(self, given: tuple[str, ...]) -> Iterator[Loaded]:
        """Yield the whole reports among the inputs; what cannot be read is told."""
        for item in inputs(given, self.kit):
            with self.telling():
                loaded = item.read(self.kit)
                if loaded.report is not None:
                    yield loaded
                    continue
                self.fail(ImportFailed(loaded.findings))

    def judge(self, findings: Findings, fail_on: str | None) -> None:
        """Make the status 1 when something is at or above *fail_on*; 3 when a rule crashed."""
        worst = findings.worst
        limit = Severity(fail_on) if fail_on and fail_on != "never" else None
        if limit is not None and worst is not None and worst.rank >= limit.rank:
            self.worst(Status.FOUND)
        if any(finding.code == CRASHED for finding in findings):
            self.worst(Status.PLUGIN_FAILED)
