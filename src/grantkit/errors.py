"""Every exception grantkit raises, in one tree.

Each also subclasses the built-in that a caller would guess. What a user can act on travels as
findings (values), not as exceptions; an exception says that no result could be made at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "ExportFailed",
    "GrantkitError",
    "ImportFailed",
    "InvalidText",
    "InvalidValue",
    "PluginConflict",
    "PluginError",
    "UnknownPath",
    "UnknownPlugin",
]


class GrantkitError(Exception):
    """The root: catch this to catch everything grantkit raises on purpose."""


class InvalidValue(GrantkitError, ValueError):
    """A value of the model was given something that would make it meaningless."""


class InvalidText(InvalidValue):
    """A text holds what no exporter could write.

    Attributes:
        reason: One of ``type``, ``control``, ``surrogate``, ``not-nfc``, ``newline``, ``too-long``,
            ``empty``.
        position: Index of the first offending character, or None.
    """

    def __init__(self, reason: str, position: int | None = None) -> None:
        at = "" if position is None else f" at character {position}"
        super().__init__(f"text cannot be kept: {reason}{at}")
        self.reason = reason
        self.position = position

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.reason, self.position)


class UnknownPath(GrantkitError, LookupError):
    """A path names nothing in this report."""


class _WithFindings(GrantkitError):
    """A failure that is explained by findings."""

    def __init__(self, findings: Sequence[Any]) -> None:
        super().__init__("; ".join(str(finding) for finding in findings) or "no reason given")
        self.findings = tuple(findings)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.findings,)


class ImportFailed(_WithFindings, ValueError):
    """No whole report could be read; ``findings`` says where and why, all of it."""


class ExportFailed(_WithFindings, OSError):
    """The document could not be written; the old file, if any, is as it was."""


class PluginError(GrantkitError):
    """Code of a plugin failed.

    Attributes:
        distribution: Name of the distribution the code came from.
        what: The hook or the object (``exporter docx``) that failed.
    """

    def __init__(self, distribution: str, what: str, cause: str) -> None:
        super().__init__(f"{distribution}: {what}: {cause}")
        self.distribution = distribution
        self.what = what
        self.cause = cause

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.distribution, self.what, self.cause)


class PluginConflict(PluginError, ValueError):
    """Two distributions offer the same id, so neither can be used under it."""


class UnknownPlugin(GrantkitError, LookupError):
    """An id that nothing installed here offers.

    Attributes:
        kind: ``exporter``, ``importer``, ``locale``, ``form``, ``rule`` or ``measure``.
        id: What was asked for.
        installed: The ids that are there.
        offered_by: The grantkit distribution known to offer it, or None.
    """

    def __init__(
        self, kind: str, id: str, installed: Iterable[str], offered_by: str | None = None
    ) -> None:
        self.kind = kind
        self.id = id
        self.installed = tuple(sorted(installed))
        self.offered_by = offered_by
        there = ", ".join(self.installed) or "none"
        remedy = f"; try: pip install {offered_by}" if offered_by else ""
        super().__init__(f"no {kind} {id!r}; installed: {there}{remedy}")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.kind, self.id, self.installed, self.offered_by)
