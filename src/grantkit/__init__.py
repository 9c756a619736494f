"""Grant reports as data: read, check, add up, compare, and hand back in the funder's form.

>>> import grantkit
>>> kit = grantkit.Kit(discover=False)
>>> kit.locale("en").tag
'en'
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from grantkit.errors import (
        ExportFailed,
        GrantkitError,
        ImportFailed,
        InvalidValue,
        PluginConflict,
        PluginError,
        UnknownPlugin,
    )
    from grantkit.exchange.api import Exported, Loaded
    from grantkit.findings import Finding, Findings, Place, Severity
    from grantkit.kit import Kit
    from grantkit.model import Report
    from grantkit.plugins.api import hookimpl

    __version__: str
    _default = Kit()
    aggregate = _default.aggregate
    compare = _default.compare
    compose = _default.compose
    export = _default.export
    load = _default.load
    new = _default.new
    read = _default.read
    render = _default.render
    rows = _default.rows
    validate = _default.validate

__all__ = [
    "ExportFailed",
    "Exported",
    "Finding",
    "Findings",
    "GrantkitError",
    "ImportFailed",
    "InvalidValue",
    "Kit",
    "Loaded",
    "Place",
    "PluginConflict",
    "PluginError",
    "Report",
    "Severity",
    "UnknownPlugin",
    "aggregate",
    "compare",
    "compose",
    "export",
    "hookimpl",
    "load",
    "new",
    "read",
    "render",
    "rows",
    "validate",
]

_HOMES = {
    "Exported": "exchange.api",
    "Finding": "findings",
    "Findings": "findings",
    "Kit": "kit",
    "Loaded": "exchange.api",
    "Place": "findings",
    "Report": "model",
    "Severity": "findings",
    "hookimpl": "plugins.api",
}

_VERBS = frozenset(
    (
        "aggregate",
        "compare",
        "compose",
        "export",
        "load",
        "new",
        "read",
        "render",
        "rows",
        "validate",
    )
)


def __getattr__(name: str) -> Any:
    if name in _VERBS:
        value = getattr(_kit(), name)
    elif name == "__version__":
        value = importlib.import_module("importlib.metadata").version("grantkit-core")
    elif name in __all__:
        value = getattr(importlib.import_module(f"grantkit.{_HOMES.get(name, 'errors')}"), name)
    else:
        msg = f"module 'grantkit' has no attribute {name!r}"
        raise AttributeError(msg)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def _kit() -> Any:
    """Return the Kit of the module's own verbs, made at the first call."""
    kit = globals().get("_default")
    if kit is None:
        from grantkit.kit import Kit

        kit = globals()["_default"] = Kit()
    return kit
