"""The commands, named as the verbs of the Kit."""

from __future__ import annotations

import csv
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grantkit.cli.status import Status

# Everything else is imported when a command runs: `grantkit --help` must not wait for it.
if TYPE_CHECKING:
    from grantkit.cli.app import App
    from grantkit.kit import Kit

__all__ = ["run"]

_SEVERITIES = ["error", "warning", "note"]


_inputs = click.argument("given", metavar="INPUT...", nargs=-1, required=True)


def _form_options(command: Callable[..., Any]) -> Callable[..., Any]:
    command = click.option("--edition", help="Edition of the form.")(command)
    return click.option("--form", help="Form to follow; default: the report's own.")(command)


def _fail_on(command: Callable[..., Any]) -> Callable[..., Any]:
    option = click.option(
        "--fail-on",
        type=click.Choice([*_SEVERITIES, "never"]),
        help="Severity from which the exit status is 1; validate: error, export: never.",
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
    from grantkit.cli.app import App
    from grantkit.cli.output import Teller
    from grantkit.cli.settings import Settings, language
    from grantkit.errors import GrantkitError
    from grantkit.kit import Kit

    settings = Settings.found(Path.cwd())
    kit = Kit(block=block, settings=settings.rules)
    tag = language(lang, settings, set(kit.locales))
    try:
        kit.locale(tag)
    except GrantkitError as error:
        context.exit(Teller(kit, "en").failure(error))
    context.obj = App(kit, Teller(kit, tag), settings)


@cli.command()
@_inputs
@_form_options
@_fail_on
@click.option("--format", "as_", type=click.Choice(["text", "json"]), default="text")
@click.pass_obj
def validate(
    app: App,
    *,
    given: tuple[str, ...],
    form: str | None,
    edition: str | None,
    fail_on: str | None,
    as_: str,
) -> None:
    """Find what a careful reviewer would find."""
    from grantkit.cli.output import dump
    from grantkit.findings import Findings

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
            app.judge(findings, fail_on or app.settings.fail_on or "error")
    if as_ == "json":
        dump([app.teller.as_json(finding) for finding in (*everything, *app.unread)])
    app.teller.summary(Findings((*everything, *app.unread)))


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
@click.pass_obj
def export(app: App, /, given: tuple[str, ...], fail_on: str | None, **asked: Any) -> None:
    """Write the report in a form, a language and a format."""
    from grantkit.cli.exporting import Order, export_all
    from grantkit.cli.inputs import inputs

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
                app.fail(outcome.error)
                continue
            app.teller.told(outcome.name, outcome.told)
            if outcome.refused:
                done = app.teller.say("refused", file=outcome.name)
            elif outcome.target == "-":
                done = outcome.name
            else:
                done = app.teller.say("written", file=outcome.target)
            app.teller.note(
                "exported",
                what=done,
                summary=app.teller.counts(outcome.findings),
            )
            if outcome.refused:
                app.worst(Status.FOUND)
            else:
                app.judge(outcome.findings, fail_on)


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
@click.pass_obj
def aggregate(app: App, given: tuple[str, ...], by: str | None, as_: str) -> None:
    """Add up, each grant once, and say what was left out."""
    from grantkit.cli.output import dump
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
@click.pass_obj
def compare(app: App, before: str, after: str, as_: str) -> None:
    """Show what differs between two reports."""
    from grantkit.cli.output import dump, table

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
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@click.pass_obj
def new(app: App, *, form: str, edition: str | None, locale: str, output: str, force: bool) -> None:
    """Write a report to fill in."""
    if output != "-" and Path(output).exists() and not force:
        app.teller.note("exists", file=output)
        app.worst(Status.UNREADABLE)
        return
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
@click.pass_obj
def rows(app: App, given: tuple[str, ...], as_: str) -> None:
    """One flat record an indicator, for tables."""
    import attrs

    from grantkit.cli.output import dump
    from grantkit.measures.rows import RowOfIndicator

    records = (attrs.asdict(row) for row in app.kit.rows(app.reports(given)))
    if as_ == "json":
        dump([{k: v if v is None else str(v) for k, v in record.items()} for record in records])
        return
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
@click.pass_obj
def plugins(app: App, as_: str) -> None:
    """List what is installed, what it offers, and what is broken."""
    from grantkit.cli.listing import listing

    listing(app.kit, app.teller, as_json=as_ == "json")
    if app.kit.problems:
        app.worst(Status.PLUGIN_FAILED)


@cli.command()
@click.argument("code", required=False)
@click.pass_obj
def rules(app: App, code: str | None) -> None:
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
    from grantkit.cli.output import dump
    from grantkit.codec.schema import schema as made

    dump(made())


def _hush() -> None:
    """Let what is still buffered for standard output go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def run() -> int:
    """Run the command line and return its exit status."""
    try:
        with cli.make_context("grantkit", sys.argv[1:]) as context:
            cli.invoke(context)
            sys.stdout.flush()
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
        _hush()
        return Status.WELL
    except OSError as error:
        _hush()
        click.echo(f"grantkit: {error}", err=True)
        return Status.UNREADABLE
    return int(app.status)
