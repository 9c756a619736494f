"""From a form's model paths to the values of a report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from grantkit.errors import UnknownPath
from grantkit.model import children, locate

__all__ = ["resolve", "rows", "under"]


def resolve(node: Any, path: str) -> Any:
    """Return the value at *path* below *node*, None where a step on the way is not there.

    >>> from grantkit.model import Grant, Report
    >>> report = Report(id="r", language="en", grant=Grant(id="g"))
    >>> resolve(report, "grant.grantee.name") is None
    True
    """
    for step in path.split("."):
        if node is None:
            return None
        try:
            node = locate(node, step)
        except UnknownPath:
            if "[" in step:
                return None
            raise
    return node


def rows(node: Any, levels: tuple[str, ...], path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield path and node of the rows that *levels* lead to."""
    first, *rest = levels
    above, _, name = first.rpartition(".")
    owner = resolve(node, above) if above else node
    if owner is None:
        return
    base = ".".join(part for part in (path, above) if part)
    for where, child in children(owner, base):
        tail = where[len(base) + 1 if base else 0 :]
        if tail == name or tail.startswith(f"{name}["):
            if rest:
                yield from rows(child, tuple(rest), where)
            else:
                yield where, child


def under(path: str, step: str) -> str:
    """Return the path of *step* below *path*; an empty path is the report's own."""
    return f"{path}.{step}" if path else step
