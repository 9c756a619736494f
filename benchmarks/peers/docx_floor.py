"""The floor of a Word file: strings put together, and a zip whose constant parts are ready."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from benchmarks.peers.docx_content import BODY, RELATIONS, Content, Line, Row, Table
from benchmarks.peers.ready_zip import ReadyZip

__all__ = ["relations", "writer"]

_OPEN = '<w:t xml:space="preserve">'
_BREAK = f"</w:t><w:br/>{_OPEN}"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def writer(content: Content) -> Callable[[], bytes]:
    """Return what writes the document; the constant parts are compressed here, once."""
    archive = ReadyZip(content.parts)

    def write() -> bytes:
        body = "".join(
            _table(block) if type(block) is Table else _line(block)  # type: ignore[arg-type]
            for block in content.blocks
        )
        text = f"{content.opening}{body}{content.ending}"
        return archive.with_parts({BODY: text.encode(), RELATIONS: relations(content)})

    return write


def relations(content: Content) -> bytes:
    """Return the document's relationships."""
    links = "".join(
        f'<Relationship Id="{id}" Type="{_LINK}" Target="{_escape(link)}" TargetMode="External"/>'
        for id, link in content.links.items()
    )
    text = f'<Relationships xmlns="{_RELATIONS}">{content.relations}{links}</Relationships>'
    return text.encode()


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _line(line: Line) -> str:
    out = [f"<w:p>{line.props}"]
    for piece in line.pieces:
        if piece.raw:
            out.append(piece.raw)
            continue
        text = _escape(piece.text)
        if "\n" in text:
            text = text.replace("\n", _BREAK)
        run = f"<w:r>{piece.props}{_OPEN}{text}</w:t></w:r>"
        if piece.link:
            run = f'<w:hyperlink r:id="{piece.link}" w:history="1">{run}</w:hyperlink>'
        out.append(run)
    out.append("</w:p>")
    return "".join(out)


def _table(table: Table) -> str:
    return f"{table.opening}{''.join(_rows(table.rows))}</w:tbl>"


def _rows(rows: Iterable[Row]) -> Iterable[str]:
    for row in rows:
        yield f"<w:tr>{row.props}"
        for cell in row.cells:
            yield f"<w:tc>{cell.props}{''.join([_line(line) for line in cell.lines])}</w:tc>"
        yield "</w:tr>"
