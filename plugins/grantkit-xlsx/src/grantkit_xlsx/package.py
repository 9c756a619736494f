"""From openpyxl's workbook to the bytes of a file: valid, and equal for equal workbooks."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_STORED, ZipFile

from lxml import etree
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

from grantkit.exchange.api import repack

if TYPE_CHECKING:
    import datetime as dt

    from openpyxl import Workbook

__all__ = ["package"]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#: The order the Open XML SDK asks for; openpyxl writes another (CT_Font, ISO/IEC 29500-1 §18.8.22).
_FONT = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign",
    "sz", "color", "name", "family", "charset", "scheme",
)  # fmt: skip


def package(workbook: Workbook, when: dt.datetime) -> bytes:
    """Return the file's bytes, with *when* as every time in it."""
    out = BytesIO()
    with _Parts(out, "w", ZIP_STORED) as parts:
        _Writer(workbook, parts).write_data()
    return repack(out.getvalue(), when)


class _Parts(ZipFile):
    """The package as openpyxl fills it; mends the part that openpyxl gets wrong."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *args: Any, **options: Any) -> None:
        if zinfo_or_arcname == "xl/styles.xml":
            data = ordered_fonts(data)
        super().writestr(zinfo_or_arcname, data, *args, **options)


class _Writer(ExcelWriter):
    """Writes worksheets in memory: openpyxl's own temporary files outlive a killed process."""

    _archive: ZipFile

    def write_worksheet(self, ws: Any) -> None:
        out = BytesIO()
        writer: Any = _SheetWriter(ws, out)
        writer.write()
        # As the method that this one replaces does, for sheets without pictures.
        ws._rels, ws._drawing = writer._rels, None  # noqa: SLF001
        self._archive.writestr(ws.path[1:], out.getvalue())
        self.manifest.append(ws)


class _SheetWriter(WorksheetWriter):
    """Tells Excel not to mark "35" in a column of text as a mistake."""

    ws: Any

    def write_breaks(self) -> None:
        super().write_breaks()
        errors = etree.Element(f"{{{_MAIN}}}ignoredErrors")
        area = self.ws.calculate_dimension()
        etree.SubElement(errors, f"{{{_MAIN}}}ignoredError", sqref=area, numberStoredAsText="1")
        self.xf.send(errors)


def ordered_fonts(styles: bytes | str) -> bytes:
    """Return the style sheet with the children of each font in the schema's order."""
    root = etree.fromstring(styles)
    for font in root.iter(f"{{{_MAIN}}}font"):
        font[:] = sorted(font, key=lambda child: _FONT.index(etree.QName(child).localname))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
