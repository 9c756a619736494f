"""The commands, named as the verbs of the Kit."""

from __future__ import annotations

import contextlib
import csv
import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import click

from grantkit.cli.exporting import Order, export_all
from grantkit.cli.inputs import inputs
from grantkit.cli.output import Teller, dump, table
from grantkit.cli.settings import Settings, language
from grantkit.cli.status import Status
from grantkit.errors import GrantkitError
from grantkit.exchange.api import Loaded
from grantkit.findings import Findings, Severity
from grantkit.kit import Kit

__all__ = ["run"]

_SEVERITIES = [str(severity) for severity in Severity]


@attrs.define
class _App:
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
        if any(finding.code == "GK090" for finding in findings):
            self.worst(Status.PLUGIN_FAILED)


def _pass(command: Callable[..., Any]) -> Callable[..., Any]:
    """Hand the running _App to a command, as its first argument."""
    return click.make_pass_decorator(_App)(command)


_inputs = click.argument("given", metavar="INPUT...", nargs=-1, required=True)


def _form_options(command: Callable[..., Any]) -> Callable[..., Any]:
    command = click.option("--edition", help="Edition of the form.")(command)
    return click.option("--form", help="Form to follow; default: the report's own.")(command)


def _fail_on(command: Callable[..., Any]) -> Callable[..., Any]:
    option = click.option(
        "--fail-on",
        type=click.Choice([*_SEVERITIES, "never"]),
        help="Severity from which the exit status is 1; default: error.",
    )
    return option(command)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="grantkit-core", prog_name="grantkit")
@click.option("--lang", envvar="GRANTKIT_LANG", help="Language of the messages.")
@click.option("--block", multiple=True, metavar="DISTRIBUTION", help="Leave a plugin out.")
@click.pass_context
def cli(context: click.Context, lang: str | None, block: tuple[str, ...]) -> None:
    """Check grant reports and write them in the funder's form.

    An INPUT is a file, a folder, a *.jsonl, @FILE with one input a line, or - for standard input.
    """
    settings = Settings.found(Path.cwd())
    kit = Kit(block=block, settings=settings.rules)
    tag = language(lang, settings, set(kit.locales))
    try:
        kit.locale(tag)
    except GrantkitError as error:
        context.exit(Teller(kit, "en").failure(error))
    context.obj = _App(kit, Teller(kit, tag), settings)


@cli.command()
@_inputs
@_form_options
@_fail_on
@click.option("--format", "as_", type=click.Choice(["text", "json"]), default="text")
@_pass
def validate(
    app: _App,
    *,
    given: tuple[str, ...],
    form: str | None,
    edition: str | None,
    fail_on: str | None,
    as_: str,
) -> None:
    """Find what a careful reviewer would find."""
    everything: list[Any] = []
    for loaded in app.reports(given):
        with app.telling():
            findings = app.kit.validate(
                loaded,
                form=form or app.settings.form,
                edition=edition or app.settings.edition,
                off=app.settings.off,
                regrade=app.settings.regrade,
            )
            everything += findings
            if as_ == "text":
                app.teller.findings(findings)
            _judge(app, findings, fail_on)
    if as_ == "json":
        dump([app.teller.as_json(finding) for finding in everything])
    app.teller.summary(Findings(everything))


def _judge(app: _App, findings: Findings, fail_on: str | None) -> None:
    level = fail_on or app.settings.fail_on or "error"
    if level != "never":
        app.judge(findings, level)


@cli.command()
@_inputs
@click.option("-o", "--output", required=True, metavar="PATH", help="File, folder or -.")
@click.option("--to", "exporter", help="Exporter; default: by the suffix of the output.")
@_form_options
@click.option("--locale", help="Language of the document; default: the report's.")
@click.option("--option", "options", multiple=True, metavar="NAME=VALUE", help="Of the exporter.")
@click.option("--check", is_flag=True, help="Write nothing when there are errors.")
@_fail_on
@click.option("--jobs", type=click.IntRange(1), default=1, help="Processes for many inputs.")
@_pass
def export(app: _App, given: tuple[str, ...], fail_on: str | None, **asked: Any) -> None:
    """Write the report in a form, a language and a format."""
    settings = app.settings
    order = Order(
        output=asked["output"],
        exporter=asked["exporter"],
        form=asked["form"] or settings.form,
        edition=asked["edition"] or settings.edition,
        locale=asked["locale"] or settings.locale,
        options=_named(asked["options"]),
        check=asked["check"],
        off=settings.off,
        regrade=settings.regrade,
    )
    with app.telling():
        for outcome in export_all(app.kit, list(inputs(given, app.kit)), order, asked["jobs"]):
            if outcome.error is not None:
                app.worst(app.teller.failure(outcome.error))
            if outcome.unreadable:
                app.teller.findings(outcome.findings, err=True)
                app.worst(Status.UNREADABLE)
                continue
            app.teller.findings(outcome.told, err=True)
            app.teller.summary(outcome.findings)
            if outcome.refused:
                app.teller.note("refused", file=outcome.name)
                app.worst(Status.FOUND)
            elif fail_on:
                _judge(app, outcome.findings, fail_on)


def _named(options: tuple[str, ...]) -> dict[str, str]:
    named = {}
    for option in options:
        name, equals, value = option.partition("=")
        if not equals:
            raise click.BadParameter(f"{option!r} is not NAME=VALUE", param_hint="--option")
        named[name] = value
    return named


@cli.command()
@_inputs
@click.option("--by", help="Attribute of the grant to group by (theme).")
@click.option("--format", "as_", type=click.Choice(["text", "json"]), default="text")
@_pass
def aggregate(app: _App, given: tuple[str, ...], by: str | None, as_: str) -> None:
    """Add up, each grant once, and say what was left out."""
    from grantkit.cli.totals import plain, print_summary

    reports = list(app.reports(given))
    with app.telling():
        summary = app.kit.aggregate(reports, by=by)
        if as_ == "json":
            dump(plain(summary))
        else:
            print_summary(app.teller, summary)


@cli.command()
@click.argument("before")
@click.argument("after")
@click.option("--format", "as_", type=click.Choice(["text", "json"]), default="text")
@_pass
def compare(app: _App, before: str, after: str, as_: str) -> None:
    """Show what differs between two reports."""
    both = list(app.reports((before, after)))
    if app.status or len(both) != 2:  # noqa: PLR2004
        return
    found = app.kit.compare(*both)
    rows = [
        {
            "path": d.path,
            "change": str(d.change),
            "before": _shown(d.before),
            "after": _shown(d.after),
        }
        for d in found
    ]
    if as_ == "json":
        dump(rows)
    else:
        table(
            (row["path"], app.teller.say(f"change.{row['change']}"), row["before"], row["after"])
            for row in rows
        )


def _shown(value: Any) -> str | None:
    if value is None:
        return None
    return str(getattr(value, "text", None) or getattr(value, "value", None) or value)


@cli.command()
@click.option("--form", default="generic", help="Form to fill in.")
@click.option("--edition", help="Edition of the form.")
@click.option("--locale", default="en", help="Language of the report.")
@click.option("-o", "--output", required=True, metavar="PATH")
@_pass
def new(app: _App, form: str, edition: str | None, locale: str, output: str) -> None:
    """Write a report to fill in."""
    with app.telling():
        report = app.kit.new(form, locale=locale, edition=edition)
        _write(app.kit, report, output)


def _write(kit: Kit, report: Any, output: str) -> None:
    if output == "-":
        sys.stdout.buffer.write(kit.render(report, "json"))
    else:
        kit.export(report, output)


@cli.command()
@_inputs
@click.option("--format", "as_", type=click.Choice(["csv", "json"]), default="csv")
@_pass
def rows(app: _App, given: tuple[str, ...], as_: str) -> None:
    """One flat record an indicator, for tables."""
    records = (attrs.asdict(row) for row in app.kit.rows(app.reports(given)))
    if as_ == "json":
        dump([{k: v if v is None else str(v) for k, v in record.items()} for record in records])
        return
    from grantkit.measures.rows import RowOfIndicator

    names = [field.name for field in attrs.fields(RowOfIndicator)]
    _csv(names)
    for record in records:
        _csv([record[name] for name in names])


def _csv(cells: list[Any]) -> None:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(["" if c is None else c for c in cells])
    click.echo(line.getvalue())


@cli.command()
@click.option("--format", "as_", type=click.Choice(["text", "json"]), default="text")
@_pass
def plugins(app: _App, as_: str) -> None:
    """List what is installed, what it offers, and what is broken."""
    from grantkit.cli.listing import listing

    listing(app.kit, app.teller, as_json=as_ == "json")
    if app.kit.problems:
        app.worst(Status.PLUGIN_FAILED)


@cli.command()
@click.argument("code", required=False)
@_pass
def rules(app: _App, code: str | None) -> None:
    """List the rules, or tell what one checks, why, and what to do."""
    from grantkit.cli.listing import one_rule, rule_list

    with app.telling():
        if code is None:
            rule_list(app.kit, app.teller)
        else:
            one_rule(app.kit, app.teller, app.kit.rule(code.upper()))


@cli.command()
def schema() -> None:
    """Print the JSON Schema of the wire format."""
    from grantkit.codec.schema import schema as made

    dump(made())


def run() -> int:
    """Run the command line and return its exit status."""
    try:
        with cli.make_context("grantkit", sys.argv[1:]) as context:
            cli.invoke(context)
            app = context.obj
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        error.show()
        return Status.UNREADABLE
    except (click.Abort, KeyboardInterrupt):
        return Status.INTERRUPTED
    except BrokenPipeError:
        # The reader has gone (| head); nothing is left to say, and Python must not say it either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Status.WELL
    return int(app.status)
