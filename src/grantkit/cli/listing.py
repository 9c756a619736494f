"""What is installed and which rules there are, for people and for programs."""

from __future__ import annotations

from typing import Any

import attrs
import click

from grantkit.cli.output import Teller, dump, table
from grantkit.kit import Kit

__all__ = ["listing", "one_rule", "rule_list"]


def listing(kit: Kit, teller: Teller, *, as_json: bool) -> None:
    """Print the plugins, what they offer, the exporters' options, and the problems."""
    offered: dict[str, list[str]] = {
        "exporter": list(kit.exporters),
        "importer": list(kit.importers),
        "locale": list(kit.locales),
        "form": [f"{form.id} {form.edition}" for form in kit.forms.values()],
        "rule": list(kit.rules),
        "measure": list(kit.measures),
    }
    installed = [(plugin.distribution, plugin.version) for plugin in kit.plugins]
    options = {exporter.id: _options(exporter.options) for exporter in kit.exporters.values()}
    if as_json:
        dump(
            {
                "plugins": [{"distribution": name, "version": v} for name, v in installed],
                "offers": offered,
                "options": options,
                "problems": [attrs.asdict(problem) for problem in kit.problems],
            }
        )
        return
    table(installed)
    click.echo()
    table((teller.say(f"kind.{kind}"), ", ".join(ids)) for kind, ids in offered.items())
    for exporter, fields in options.items():
        for name, default in fields.items():
            click.echo(f"  --option {name}={default}  ({exporter})")
    for problem in kit.problems:
        teller.note(
            "plugin-failed",
            distribution=problem.distribution,
            what=problem.what,
            cause=problem.cause,
        )


def _options(cls: type) -> dict[str, str]:
    return {field.name: _typed(field.default) for field in attrs.fields(cls)}


def _typed(default: object) -> str:
    """Write a default as it would be typed on the command line."""
    if default is None or default is attrs.NOTHING:
        return ""
    if isinstance(default, bool):
        return "yes" if default else "no"
    return ",".join(map(str, default)) if isinstance(default, tuple) else str(default)


def rule_list(kit: Kit, teller: Teller) -> None:
    """Print a line for each rule."""
    table(
        (code, teller.say(f"severity.{rule.severity}"), _words(kit, teller, rule, "title"))
        for code, rule in kit.rules.items()
    )


def one_rule(kit: Kit, teller: Teller, rule: Any) -> None:
    """Print what a rule checks, why it matters and what to do."""
    severity = teller.say(f"severity.{rule.severity}")
    click.echo(f"{rule.code}  {severity}  {_words(kit, teller, rule, 'title')}\n")
    click.echo(_words(kit, teller, rule, "why") + "\n")
    click.echo(_words(kit, teller, rule, "remedy"))


def _words(kit: Kit, teller: Teller, rule: Any, part: str) -> str:
    return kit.words(kit.owner("rule", rule.code), "rule", f"{rule.code}.{part}", teller.lang)
