"""What a plugin imports to offer its objects: the hook marker."""

from __future__ import annotations

import pluggy

__all__ = ["hookimpl"]

#: Marks a function of a plugin as one of the six hooks of `grantkit.plugins.hookspecs`.
hookimpl = pluggy.HookimplMarker("grantkit")
