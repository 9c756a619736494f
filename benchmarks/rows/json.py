"""Reports from JSON and to JSON.

All ways read the same bytes, as `grantkit.codec.dumps` writes them, and write data equal to them.
grantkit and pydantic check texts, ids, numbers, enumerations, quantities and headcounts alike;
grantkit also keeps where each value stood. msgspec checks types only: it is the floor.
"""

from __future__ import annotations

from benchmarks.api import Work, row, way

_REPORTS = (1, 100)


def _files(count: int) -> list[bytes]:
    from benchmarks.material import reports
    from grantkit.codec import dumps

    return [dumps(report) for report in reports(count)]


@way("pydantic")
def pydantic_load(count: int) -> Work:
    """Validate JSON with strict models."""
    from benchmarks.peers.pydantic_models import Report

    files = _files(count)
    return lambda: [Report.model_validate_json(data) for data in files]


@way("msgspec")
def msgspec_load(count: int) -> Work:
    """Decode JSON into structs."""
    from msgspec.json import Decoder

    from benchmarks.peers.msgspec_models import Report

    files, decode = _files(count), Decoder(Report).decode
    return lambda: [decode(data) for data in files]


@row(
    "json-load",
    "reports",
    sizes=_REPORTS,
    peers=[pydantic_load],
    floor=msgspec_load,
    collector=["on", "off"],
    memory=True,
)
def json_load(count: int) -> Work:
    """Read reports of 84 indicators from indented JSON, strictly, and keep them all."""
    from grantkit.codec import loads

    files = _files(count)
    return lambda: [loads(data).report for data in files]


@way("pydantic")
def pydantic_dump(count: int) -> Work:
    """Dump models, indented."""
    from benchmarks.peers.pydantic_models import Report

    kept = [Report.model_validate_json(data) for data in _files(count)]
    return lambda: [report.model_dump_json(indent=2, exclude_defaults=True) for report in kept]


@way("msgspec")
def msgspec_dump(count: int) -> Work:
    """Encode structs and indent."""
    from msgspec import json

    from benchmarks.peers.msgspec_models import Report

    kept = [json.decode(data, type=Report) for data in _files(count)]
    return lambda: [json.format(json.encode(report), indent=2) for report in kept]


@row(
    "json-dump-indented",
    "reports",
    sizes=_REPORTS,
    peers=[pydantic_dump],
    floor=msgspec_dump,
)
def json_dump(count: int) -> Work:
    """Write reports as indented JSON, as an export does."""
    from benchmarks.material import reports
    from grantkit.codec import dumps

    kept = reports(count)
    return lambda: [dumps(report) for report in kept]


@way("pydantic")
def pydantic_line(count: int) -> Work:
    """Dump models on one line."""
    from benchmarks.peers.pydantic_models import Report

    kept = [Report.model_validate_json(data) for data in _files(count)]
    return lambda: [report.model_dump_json(exclude_defaults=True) for report in kept]


@way("msgspec")
def msgspec_line(count: int) -> Work:
    """Encode structs on one line."""
    from msgspec.json import decode, encode

    from benchmarks.peers.msgspec_models import Report

    kept = [decode(data, type=Report) for data in _files(count)]
    return lambda: [encode(report) for report in kept]


@row("json-dump", "reports", sizes=_REPORTS, peers=[pydantic_line], floor=msgspec_line)
def json_line(count: int) -> Work:
    """Write reports as JSON on one line, as it travels inside other files."""
    from benchmarks.material import reports
    from grantkit.codec import dumps

    kept = reports(count)
    return lambda: [dumps(report, indent=None) for report in kept]
