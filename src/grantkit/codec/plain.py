"""The verbs on plain data: dicts, lists, strings and numbers, as JSON has them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from grantkit.codec.problems import VERSION as VERSION_UNKNOWN
from grantkit.codec.problems import InvalidData, Problem, clip, wrong
from grantkit.codec.structure import FAILURES, quick, thorough
from grantkit.codec.unstructure import unstructure
from grantkit.errors import InvalidValue
from grantkit.model import Report, check_language

__all__ = ["KEY", "VERSION", "dumps", "from_plain", "from_sound", "to_plain"]

#: The key that says which version of the wire format it is, and the version written.
KEY = "grantkit"
VERSION = 1

#: Stands for the report's language while only the mistakes are of interest.
_UNKNOWN = "und"


def to_plain(report: Report) -> dict[str, Any]:
    """Return a report as plain data, in the canonical form.

    Raises:
        InvalidValue: An attribute holds something of another class than the model says.

    >>> from grantkit.model import Grant
    >>> to_plain(Report(id="r1", language="kk", grant=Grant(id="g1")))
    {'grantkit': 1, 'id': 'r1', 'language': 'kk', 'grant': {'id': 'g1'}}
    """
    return {KEY: VERSION, **unstructure(report, report.language)}


def dumps(report: Report, *, indent: int | None = 2) -> bytes:
    r"""Return a report as canonical JSON in UTF-8: equal reports give the same bytes.

    Args:
        report: What to write.
        indent: Spaces a level, with a line feed at the end; None: all on one line, without one.

    Raises:
        InvalidValue: An attribute holds something of another class than the model says.

    >>> from grantkit.model import Grant
    >>> dumps(Report(id="r1", language="kk", grant=Grant(id="g1")), indent=None)
    b'{"grantkit":1,"id":"r1","language":"kk","grant":{"id":"g1"}}'
    """
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(to_plain(report), ensure_ascii=False, indent=indent, separators=separators)
    return (text if indent is None else f"{text}\n").encode()


def from_plain(data: Mapping[str, Any]) -> Report:
    """Make a report of plain data; nothing is coerced and nothing is passed over.

    Raises:
        InvalidData: It is no report; all that is wrong is in ``problems``.

    >>> from_plain({"grantkit": 1, "id": "r1", "language": "kk", "grant": {"id": "g1"}}).grant.id
    'g1'
    """
    rest, language = _opened(data)
    try:
        return quick(rest, language)
    except FAILURES:
        return thorough(rest, language)


def from_sound(data: Mapping[str, Any]) -> Report:
    """Do the same for data that are likely right; only that they are not is told.

    Raises:
        FAILURES: Any of these.
    """
    return quick(*_opened(data))


def _opened(data: Mapping[str, Any]) -> tuple[dict[str, Any], str]:
    """Check the version; return the rest and the report's language."""
    if not isinstance(data, dict):
        refused = wrong("object", data)
        raise InvalidData([Problem((), refused.code, refused.details)])
    version = data.get(KEY)
    if type(version) is not int or version != VERSION:
        where, found = ((KEY,), clip(version)) if KEY in data else ((), "none")
        raise InvalidData([Problem(where, VERSION_UNKNOWN, {"found": found, "read": VERSION})])
    rest = {name: value for name, value in data.items() if name != KEY}
    language = rest.get("language")
    try:
        return rest, check_language(language)  # type: ignore[arg-type]
    except InvalidValue:
        return rest, _UNKNOWN
