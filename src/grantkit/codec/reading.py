"""From the bytes of a file to a report, or to findings that say where and why there is none."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol

from attrs import field, frozen

from grantkit.codec import problems as p
from grantkit.codec.gather import MOST
from grantkit.codec.paths import ModelPaths, Placed
from grantkit.codec.plain import from_plain, from_sound
from grantkit.codec.problems import InvalidData, JsonPath, NotFinite, Problem
from grantkit.codec.scan import Lines, marks, too_deep
from grantkit.codec.structure import FAILURES
from grantkit.findings import Finding, Findings, Place, Places, Severity
from grantkit.model import FrozenMap, Report, clean_text

__all__ = ["Decoded", "Limits", "loads"]

#: Levels of brackets in the deepest report there is.
_DEEPEST = 16
#: What stands for a number whose exponent no Decimal has; the model refuses it.
_TOO_WIDE = Decimal("1E+1000")
_LONGEST_WHOLE = 1000


class Limits(Protocol):
    """What may be taken from the world; `grantkit.exchange.api.Limits` is one."""

    @property
    def bytes(self) -> int:
        """The longest file."""
        ...

    @property
    def depth(self) -> int:
        """The most levels of brackets."""
        ...


@frozen(kw_only=True)
class _Usual:
    bytes: int = 64 * 2**20
    depth: int = 60


@frozen(kw_only=True)
class Decoded:
    """A report or None, what was found, and where everything stands in the text."""

    report: Report | None
    findings: Findings = field(factory=Findings, converter=Findings)
    places: Places = field(factory=FrozenMap)


class _Stop(Exception):
    """Nothing more can be said of this file."""

    def __init__(self, code: str, place: Place, **args: Any) -> None:
        super().__init__(code)
        self.finding = Finding(code=code, place=place, args=args)


def _whole(digits: str) -> int | Decimal:
    return int(digits) if len(digits) < _LONGEST_WHOLE else Decimal(digits)


def _broken(digits: str) -> Decimal:
    try:
        return Decimal(digits)
    except InvalidOperation:
        return _TOO_WIDE


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError
    return made


def _refuse(_: str) -> None:
    raise ValueError


_QUICK = json.JSONDecoder(parse_float=Decimal, parse_constant=_refuse, object_pairs_hook=_unique)
_PATIENT = json.JSONDecoder(parse_float=_broken, parse_int=_whole, parse_constant=NotFinite)


def loads(data: bytes, *, name: str | None = None, limits: Limits | None = None) -> Decoded:
    """Read a report from JSON as it came from the world: hostile until it is one.

    Args:
        data: UTF-8, or with a mark UTF-16 or UTF-32.
        name: Name of the file, for the places of findings.
        limits: What may be taken; by default 64 MiB and 60 levels.

    Returns:
        The report with its places; or None and every mistake as a finding with line and column.
        Text that cannot be kept is replaced by the nearest that can, with a warning.

    >>> read = loads(b'{"grantkit": 1, "id": "r", "language": "kk", "grant": {}}', name="r.json")
    >>> print(read.findings[0])
    r.json:1:55: GK004 error (key=id)
    """
    limits = limits or _Usual()
    try:
        text = _decode(data, name, limits)
        return _quick(text, name, limits) or _patient(text, name, limits)
    except _Stop as stop:
        return Decoded(report=None, findings=[stop.finding])


def _decode(data: bytes, name: str | None, limits: Limits) -> str:
    if len(data) > limits.bytes:
        raise _Stop(p.LIMIT, Place(file=name), what="bytes", limit=limits.bytes)
    encoding = json.detect_encoding(data)
    try:
        return data.decode(encoding, "surrogatepass").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            # Cut off in the middle of a letter: the syntax says where, better than the encoding.
            return data[: error.start].decode(encoding).removeprefix("\ufeff") + "\ufffd"
        before = data[: error.start].decode(encoding, "replace").removeprefix("\ufeff")
        place = Lines(before, name).place(len(before))
        raise _Stop(p.UNREADABLE, place, reason=f"no {encoding} text") from None


def _quick(text: str, name: str | None, limits: Limits) -> Decoded | None:
    """Read what is right in every respect, None when anything is not."""
    if limits.depth < _DEEPEST and too_deep(text, limits.depth) is not None:
        return None
    try:
        plain = _QUICK.decode(text)
        report = from_sound(plain)
    except (*FAILURES, RecursionError):
        return None
    return Decoded(report=report, places=Placed(text, plain, name))


def _patient(text: str, name: str | None, limits: Limits) -> Decoded:
    lines = Lines(text, name)
    deep = too_deep(text, limits.depth)
    if deep is not None:
        raise _Stop(p.LIMIT, lines.place(deep), what="levels", limit=limits.depth)
    try:
        plain = _PATIENT.decode(text)
    except json.JSONDecodeError as error:
        at, reason = _syntax(text, error)
        raise _Stop(p.SYNTAX, lines.place(at), reason=reason) from None
    except RecursionError:
        raise _Stop(p.LIMIT, Place(file=name), what="levels", limit=limits.depth) from None
    if not isinstance(plain, dict):
        raise _Stop(p.UNREADABLE, lines.place(0), reason="the top is no object")
    changed: list[Problem] = []
    plain = _clean(plain, (), changed)
    report, found = None, []
    try:
        report = from_plain(plain)
    except InvalidData as error:
        found = list(error.problems)
    findings = list(_located(text, plain, [*found, *changed], lines))
    if any(finding.severity is Severity.ERROR for finding in findings):
        report = None
    return Decoded(report=report, findings=findings, places=Placed(text, plain, name))


_QUOTES = "“”„«»‘’'"  # what typing programs make of the plain one


def _syntax(text: str, error: json.JSONDecodeError) -> tuple[int, str]:
    """Where the text stops being JSON, and what was expected there."""
    end = len(text.rstrip())
    if error.pos >= end or (error.msg.startswith("Unterminated") and "\n" not in text[error.pos :]):
        return end, "the file ends too early"
    before = text[: error.pos].rstrip()
    if text[error.pos] in "}]" and before.endswith(","):
        return len(before) - 1, "a comma too many"
    if text[error.pos] in _QUOTES:
        return error.pos, 'a quotation mark other than "'
    return error.pos, error.msg[0].lower() + error.msg[1:].removesuffix(" starting at").rstrip(": ")


def _clean(value: Any, path: JsonPath, changed: list[Problem]) -> Any:
    """Return the nearest data that can be kept; what is too long stays, and is refused later."""
    if type(value) is str:
        text, kinds = clean_text(value)
        if not kinds or "too-long" in kinds:
            return value
        if len(changed) < MOST:
            changed.append(Problem(path, p.CHANGED, {"changes": ", ".join(kinds)}))
        return text
    if type(value) is list:
        return [_clean(item, (*path, index), changed) for index, item in enumerate(value)]
    if type(value) is dict:
        made: dict[str, Any] = {}
        for key, item in value.items():
            kept = _clean(key, (*path, clean_text(key)[0]), changed)
            made[kept] = _clean(item, (*path, kept), changed)
        return made
    return value


def _located(text: str, plain: Any, found: Iterable[Problem], lines: Lines) -> Iterator[Finding]:
    """Yield findings in the order of the text; keys that stand twice are found on the way."""
    at_path: dict[JsonPath, list[Problem]] = {}
    for problem in found:
        at_path.setdefault(problem.path, []).append(problem)
    paths = ModelPaths(plain)
    count, told = 0, False
    for mark in marks(text):
        here = at_path.pop(mark.path, [])
        if mark.first >= 0:
            args = {"key": p.clip(mark.path[-1]), "line": lines.place(mark.first).line}
            here = [*here, Problem(mark.path, p.DUPLICATE, args)]
        for problem in here:
            count += 1
            if count > MOST:
                if not told:
                    args = {"what": "findings", "limit": MOST}
                    yield _finding(Problem((), p.LIMIT, args), paths, lines.place(mark.at))
                return
            told = told or problem.code == p.LIMIT
            at_key = problem.code in (p.UNKNOWN_KEY, p.DUPLICATE)
            yield _finding(problem, paths, lines.place(mark.key_at if at_key else mark.at))


def _finding(problem: Problem, paths: ModelPaths, place: Place) -> Finding:
    severity = Severity.WARNING if problem.code == p.CHANGED else Severity.ERROR
    return Finding(
        code=problem.code,
        severity=severity,
        path=paths.path(problem.path[:-1] if problem.code == p.UNKNOWN_KEY else problem.path),
        args=problem.args,
        place=place,
    )
