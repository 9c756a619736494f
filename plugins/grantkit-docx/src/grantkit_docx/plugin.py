"""What this distribution offers to grantkit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantkit.plugins.api import hookimpl
from grantkit_docx.exporter import DocxExporter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantkit.exchange.api import Exporter

__all__ = ["grantkit_register_exporters"]


@hookimpl
def grantkit_register_exporters() -> Sequence[Exporter]:
    """Offer the exporter of Word documents."""
    return [DocxExporter()]
