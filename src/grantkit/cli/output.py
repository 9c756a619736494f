"""Telling: findings, failures and tables, in the language of the messages."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from typing import Any

import attrs
import click

from grantkit.cli.status import Status
from grantkit.errors import ExportFailed, GrantkitError, ImportFailed, PluginError, UnknownPlugin
from grantkit.findings import Finding, Findings, Severity
from grantkit.kit import Kit
from grantkit.model import Text

__all__ = ["Teller", "dump", "table"]

_LACKING = "GK030"

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


@attrs.frozen
class Teller:
    """Speaks to the user in one language: data to standard output, the rest to standard error."""

    kit: Kit
    lang: str

    def say(self, key: str, /, **args: object) -> str:
        """Return a message of the command line."""
        return self.kit.words("grantkit-core", "cli", key, self.lang, **args)

    def note(self, key: str, /, **args: object) -> None:
        """Print a message of the command line to standard error."""
        click.echo(self.say(key, **args), err=True)

    def failure(self, error: GrantkitError) -> Status:
        """Print why something could not be done; return the status it means."""
        if isinstance(error, ImportFailed | ExportFailed):
            self.findings(Findings(error.findings), err=True)
            return Status.UNREADABLE
        if isinstance(error, PluginError):
            self.note(
                "plugin-failed",
                distribution=error.distribution,
                what=error.what,
                cause=error.cause,
            )
            return Status.PLUGIN_FAILED
        if isinstance(error, UnknownPlugin):
            key = "unknown-plugin-remedy" if error.offered_by else "unknown-plugin"
            self.note(
                key,
                kind=self.say(f"kind.{error.kind}"),
                id=error.id,
                installed=", ".join(error.installed) or "–",
                remedy=error.offered_by or "",
            )
            return Status.UNREADABLE
        self.note("failure", cause=str(error))
        return Status.UNREADABLE

    def findings(self, findings: Findings, *, err: bool = False) -> None:
        """Print findings, a line each, as compilers do."""
        for finding in findings:
            click.echo(self._line(finding), err=err, color=_colour())

    def _line(self, finding: Finding) -> str:
        place = str(finding.place) if finding.place else ""
        severity = self.say(f"severity.{finding.severity}")
        if finding.accepted:
            severity = self.say("severity.accepted", severity=severity)
        head = click.style(f"{severity} {finding.code}", fg=_COLOURS[finding.severity], bold=True)
        words = self.kit.message(finding, self.lang)
        path = click.style(f"  [{finding.path}]", dim=True) if finding.path else ""
        return f"{place + ': ' if place else ''}{head} {words}{path}"

    def counts(self, findings: Findings) -> str:
        """Say how many errors, warnings and notes there are."""
        return self.say(
            "summary",
            errors=len(findings.errors),
            warnings=len(findings.warnings),
            notes=len(findings.notes),
        )

    def summary(self, findings: Findings) -> None:
        """Print how many errors, warnings and notes there are to standard error."""
        click.echo(self.counts(findings), err=True)

    def told(self, name: str, findings: Findings) -> None:
        """Print what an exporter noted; texts that lack the language take one line in all."""
        lacking = [f for f in findings if f.code == _LACKING]
        self.findings(Findings(f for f in findings if f.code != _LACKING), err=True)
        if lacking:
            words = self.say("lacking", count=len(lacking), language=lacking[0].args["language"])
            click.echo(f"{name}: {words}", err=True)

    def as_json(self, finding: Finding) -> dict[str, Any]:
        """Return a finding as JSON-ready values, with its words."""
        place = attrs.asdict(finding.place) if finding.place else {}
        return {
            "code": finding.code,
            "severity": str(finding.severity),
            "path": finding.path,
            "place": {k: v for k, v in place.items() if v is not None},
            "message": self.kit.message(finding, self.lang),
            "args": {key: _plain(value) for key, value in finding.args.items()},
            "related": list(finding.related),
            "origin": finding.origin,
            "accepted": finding.accepted,
            "fingerprint": finding.fingerprint,
        }


def dump(value: object) -> None:
    """Print JSON to standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def table(rows: Iterable[Sequence[object]]) -> None:
    """Print rows in columns that line up."""
    texts = [["" if cell is None else str(cell) for cell in row] for row in rows]
    if not texts:
        return
    widths = [max(len(row[i]) for row in texts) for i in range(len(texts[0]))]
    for row in texts:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


def _plain(value: object) -> object:
    if isinstance(value, str | int | bool) or value is None:
        return value
    if isinstance(value, Text):
        return dict(value)
    if isinstance(value, list | tuple | frozenset | set):
        return [_plain(item) for item in value]
    return str(value)


def _colour() -> bool | None:
    return False if os.environ.get("NO_COLOR") else None
