"""What a Word file of grantkit says, as plain data, so that others can write the same document.

Taken from the file itself: texts as strings, and the markup around them as ready strings, since no
report changes it. None of this is timed.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from attrs import field, frozen
from lxml import etree
from lxml.etree import _Element as Element

__all__ = ["BODY", "RELATIONS", "Cell", "Content", "Line", "Piece", "Row", "Table", "content"]

BODY = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NAMESPACES = re.compile(r' xmlns(?::\w+)?="[^"]*"')
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLE = re.compile(r'<w:pStyle w:val="(\w+)"')
_MERGE = re.compile(r'<w:vMerge(?: w:val="(\w+)")?/>')


@frozen
class Piece:
    """A run: its properties, its text with LF for line breaks, its link's id; or raw XML."""

    props: str = ""
    text: str = ""
    link: str | None = None
    raw: str = ""


@frozen
class Line:
    """A paragraph: its properties and what stands in it."""

    props: str
    pieces: tuple[Piece, ...]

    @property
    def style(self) -> str:
        """The id of its style."""
        found = _STYLE.search(self.props)
        return found.group(1) if found else ""

    @property
    def text(self) -> str:
        """All it says."""
        return "".join(piece.text for piece in self.pieces)


@frozen
class Cell:
    """A cell: its properties and its paragraphs."""

    props: str
    lines: tuple[Line, ...]

    @property
    def merged(self) -> str:
        """How it is merged down: ``restart``, ``continue``, or not at all."""
        found = _MERGE.search(self.props)
        return (found.group(1) or "continue") if found else ""


@frozen
class Row:
    """A row of a table."""

    props: str
    cells: tuple[Cell, ...]

    @property
    def heading(self) -> bool:
        """Whether it repeats on each page."""
        return "<w:tblHeader" in self.props


@frozen
class Table:
    """A table: what stands before its rows, and they."""

    opening: str
    rows: tuple[Row, ...]


@frozen
class Content:
    """A whole document.

    Args:
        opening: What stands before its blocks.
        blocks: Its paragraphs and tables.
        ending: What stands after them.
        links: Addresses by the ids of their relationships.
        relations: The other relationships, as XML.
        parts: The other parts of the file.
    """

    opening: str
    blocks: tuple[Line | Table, ...]
    ending: str
    links: dict[str, str]
    relations: str
    parts: dict[str, bytes] = field(repr=False)


def content(file: bytes) -> Content:
    """Take a file apart."""
    with zipfile.ZipFile(BytesIO(file)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts.pop(BODY))
    relations = list(etree.fromstring(parts.pop(RELATIONS)))
    outside = [each for each in relations if each.get("TargetMode") == "External"]
    *blocks, last = root[0]
    names = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in root.nsmap.items())
    return Content(
        opening=f"{_DECLARATION}<w:document{names}><w:body>",
        blocks=tuple(_table(each) if each.tag == f"{_W}tbl" else _line(each) for each in blocks),
        ending=f"{_xml(last)}</w:body></w:document>",
        links={str(each.get("Id")): str(each.get("Target")) for each in outside},
        relations="".join(_xml(each) for each in relations if each not in outside),
        parts=parts,
    )


def _xml(element: Element) -> str:
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    return _NAMESPACES.sub("", text)


def _props(element: Element, name: str) -> str:
    found = element.find(f"{_W}{name}")
    return "" if found is None else _xml(found)


def _line(element: Element) -> Line:
    pieces = tuple(piece for child in element for piece in _pieces(child))
    return Line(_props(element, "pPr"), pieces)


def _pieces(element: Element, link: str | None = None) -> Iterator[Piece]:
    if element.tag == f"{_W}hyperlink":
        for run in element:
            yield from _pieces(run, element.get(f"{_R}id"))
    elif element.tag == f"{_W}r":
        text = "".join("\n" if child.tag == f"{_W}br" else child.text or "" for child in element)
        yield Piece(_props(element, "rPr"), text, link)
    elif element.tag != f"{_W}pPr":
        yield Piece(raw=_xml(element))


def _table(element: Element) -> Table:
    rows = tuple(
        Row(
            _props(row, "trPr"),
            tuple(
                Cell(_props(cell, "tcPr"), tuple(_line(line) for line in cell.iter(f"{_W}p")))
                for cell in row.iter(f"{_W}tc")
            ),
        )
        for row in element.iter(f"{_W}tr")
    )
    return Table(f"<w:tbl>{_props(element, 'tblPr')}{_props(element, 'tblGrid')}", rows)
