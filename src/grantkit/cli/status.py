"""Exit statuses: the highest one of everything that happened wins."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["Status"]


class Status(IntEnum):
    """What the command tells the shell."""

    WELL = 0
    FOUND = 1
    UNREADABLE = 2
    PLUGIN_FAILED = 3
    INTERRUPTED = 130
