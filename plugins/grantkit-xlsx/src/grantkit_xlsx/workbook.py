"""Makes the workbook of a report."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from openpyxl import Workbook

from grantkit.model import walk
from grantkit_xlsx.package import package
from grantkit_xlsx.sheets import SHEETS
from grantkit_xlsx.styles import Styles
from grantkit_xlsx.table import Table
from grantkit_xlsx.titles import cut, sheet_title
from grantkit_xlsx.wording import Wording

if TYPE_CHECKING:
    from grantkit.exchange.api import ReportJob

__all__ = ["workbook"]

#: The longest title that programs accept among a document's properties.
_PROPERTY = 255


def workbook(job: ReportJob) -> bytes:
    """Return the bytes of the workbook.

    Raises:
        ExportFailed: A sheet would need more rows than there can be.
    """
    words = Wording(job)
    book = Workbook()
    blank = book.worksheets[0]
    styles = Styles(blank, words.label("format.date"))
    visits = tuple(walk(job.report))
    taken: set[str] = set()
    for layout in SHEETS:
        rows = tuple(layout.rows(visits, words)) if layout.id in job.options.sheets else ()
        if layout.id not in job.options.sheets or not (rows or layout.always):
            continue
        sheet = book.create_sheet(sheet_title(words.label(f"sheet.{layout.id}"), taken))
        table = Table(sheet, layout, layout.columns(visits), words, styles, job.note)
        table.fill(rows, fold=job.options.fold)
    if len(book.worksheets) > 1:  # only sheets that are there when there are rows were chosen
        book.remove(blank)
    _describe(book, job, words)
    return package(book, job.created_at)


def _describe(book: Workbook, job: ReportJob, words: Wording) -> None:
    """Set the document's properties; a title too long for one ends in an ellipsis."""
    title = words.text(job.report.grant.title, "grant.title") or words.label("title")
    title = " ".join(title.split())
    if (most := cut(title, _PROPERTY)) < len(title):
        title = title[: most - 1] + "…"
    when = job.created_at
    if when.tzinfo is not None:
        when = when.astimezone(dt.UTC).replace(tzinfo=None)
    properties = book.properties
    properties.title, properties.language = title, words.tag
    properties.creator = "grantkit"
    properties.created = properties.modified = when
