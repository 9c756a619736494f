"""The exporter of one report as a workbook; openpyxl is imported when it is used."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO, Literal

from attrs import field, frozen

from grantkit.errors import InvalidValue

if TYPE_CHECKING:
    from grantkit.exchange.api import ReportJob

__all__ = ["XlsxExporter", "XlsxOptions"]

SHEETS = (
    "report",
    "tasks",
    "activities",
    "events",
    "indicators",
    "people",
    "effects",
    "partners",
    "proposals",
    "recommendations",
)


def _sheets(chosen: str | Iterable[str]) -> tuple[str, ...]:
    names = chosen.split(",") if isinstance(chosen, str) else chosen
    found = tuple(name.strip() for name in names)
    if not found or not set(found) <= set(SHEETS):
        msg = f"the sheets are {', '.join(SHEETS)}; not {', '.join(found) or 'none'}"
        raise InvalidValue(msg)
    return found


@frozen(kw_only=True)
class XlsxOptions:
    """How the workbook is made.

    Args:
        sheets: Which sheets, by id, or in one text with commas; they stand in their usual order.
        fold: Whether columns that are technical or that nobody filled in are folded away. They
            are in the file either way.

    Raises:
        InvalidValue: There is no such sheet.
    """

    sheets: tuple[str, ...] = field(default=SHEETS, converter=_sheets)
    fold: bool = True


@frozen
class XlsxExporter:
    """Writes a report's data as an Excel workbook, one sheet for each kind of row."""

    id: str = "xlsx"
    suffixes: tuple[str, ...] = (".xlsx",)
    media_type: str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    takes: Literal["document", "report", "portfolio"] = "report"
    options: type = XlsxOptions

    def export(self, job: ReportJob, sink: BinaryIO, /) -> None:
        """Write the workbook to *sink*.

        Raises:
            ExportFailed: The report is larger than a worksheet can hold.
        """
        from grantkit_xlsx.workbook import workbook

        sink.write(workbook(job))
