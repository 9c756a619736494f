"""Exporting one report or many: validate, write whatever can be read, tell what was found."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import field, frozen

from grantkit.cli.inputs import Input
from grantkit.errors import GrantkitError, ImportFailed, InvalidValue
from grantkit.exchange.api import Loaded
from grantkit.exchange.files import not_written
from grantkit.findings import Findings
from grantkit.kit import Kit
from grantkit.model import FrozenMap, as_map

__all__ = ["Order", "Outcome", "export_all"]


@frozen(kw_only=True)
class Order:
    """What is asked for."""

    output: str
    exporter: str | None
    form: str | None
    edition: str | None
    locale: str | None
    options: FrozenMap[str, str] = field(converter=as_map)
    check: bool
    off: tuple[str, ...]
    regrade: FrozenMap[str, str]


@frozen(kw_only=True)
class Outcome:
    """What became of one input.

    Args:
        findings: Of reading and of the rules.
        told: What the exporter had to say.
        target: Where it was written.
        error: Why it was not.
        refused: Whether errors kept it from being written.
    """

    name: str
    findings: Findings = field(factory=Findings)
    told: Findings = field(factory=Findings)
    error: GrantkitError | None = None
    target: str = ""
    refused: bool = False


def export_all(kit: Kit, given: Sequence[Input], order: Order, jobs: int) -> Iterator[Outcome]:
    """Export each input; several go into a folder.

    Raises:
        InvalidValue: Several inputs and one file, or a folder and no exporter named.
    """
    folder = Path(order.output).is_dir() or order.output.endswith(("/", "\\"))
    if folder and order.exporter is None:
        msg = f"{order.output} is a folder: name the exporter with --to"
        raise InvalidValue(msg)
    if len(given) > 1 and not folder:
        msg = "several inputs need a folder as the output (end it with /)"
        raise InvalidValue(msg)
    if folder:
        _make(Path(order.output))
        suffix = kit.exporter(order.exporter or "").suffixes[0]
        targets = _names(given, Path(order.output), suffix)
    else:
        targets = [order.output] * len(given)
    for item, target in zip(given, targets, strict=True):
        there = item.data is None and Path(item.name).exists() and Path(target).exists()
        if there and Path(target).samefile(item.name):
            raise not_written(Path(target), OSError(None, "it is the input itself"))
    work = list(zip(given, targets, strict=True))
    if jobs == 1 or len(work) == 1:
        yield from (_export(kit, item, target, order) for item, target in work)
        return
    from concurrent.futures import ProcessPoolExecutor  # costs more than one report

    with ProcessPoolExecutor(jobs) as pool:
        items, places = zip(*work, strict=True)
        yield from pool.map(_export, [kit] * len(work), items, places, [order] * len(work))


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_written(folder, error) from error


def _names(given: Sequence[Input], folder: Path, suffix: str) -> list[str]:
    """Name the files after their inputs; a name that is taken gets a number."""
    names: list[str] = []
    for item in given:
        stem = re.sub(r"[^\w.-]+", "-", Path(item.name).stem).strip(".-") or "report"
        name, number = stem, 1
        while str(folder / f"{name}{suffix}") in names:
            number += 1
            name = f"{stem}-{number}"
        names.append(str(folder / f"{name}{suffix}"))
    return names


def _export(kit: Kit, item: Input, target: str, order: Order) -> Outcome:
    try:
        loaded = item.read(kit)
        if loaded.report is None:
            return Outcome(name=item.name, error=ImportFailed(loaded.findings))
        findings = kit.validate(
            loaded,
            form=order.form,
            edition=order.edition,
            off=order.off,
            regrade=order.regrade,
        )
        if order.check and findings.errors:
            return Outcome(name=item.name, findings=findings, told=findings.errors, refused=True)
        told = _write(kit, loaded, target, order)
    except GrantkitError as error:
        return Outcome(name=item.name, error=error)
    return Outcome(name=item.name, target=target, findings=findings, told=told)


def _write(kit: Kit, loaded: Loaded, target: str, order: Order) -> Findings:
    if target == "-":
        whole = io.BytesIO()
        told = kit.write(
            loaded,
            whole,
            order.exporter or "json",
            form=order.form,
            edition=order.edition,
            locale=order.locale,
            **order.options,
        )
        sys.stdout.buffer.write(whole.getvalue())
        return told
    done = kit.export(
        loaded,
        target,
        exporter=order.exporter,
        form=order.form,
        edition=order.edition,
        locale=order.locale,
        **order.options,
    )
    return done.findings
