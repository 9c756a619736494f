"""What this distribution offers to grantkit; nothing heavy is imported to list it."""

from __future__ import annotations

from grantkit.plugins.api import hookimpl
from grantkit_xlsx.exporter import XlsxExporter


@hookimpl
def grantkit_register_exporters() -> list[XlsxExporter]:
    """Offer the workbook."""
    return [XlsxExporter()]
