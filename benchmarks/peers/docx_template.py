"""The same Word file by docxtpl: a template made by code, and what fills it in.

The template is what a careful author would make in Word: the form's own words stand in it, with a
tag for each value, a loop over the tasks and their activities and a loop over the rows of each
table that can have many. Cells merged down over rows of different loops are more than docxtpl's
``{% vm %}`` can say, so their merging is a tag too, which costs it nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any

from attrs import define, field
from docxtpl import DocxTemplate, RichText
from jinja2 import Environment

from benchmarks.peers.docx_content import BODY, RELATIONS, Cell, Content, Line, Row, Table
from benchmarks.peers.docx_floor import relations
from benchmarks.peers.ready_zip import ReadyZip

__all__ = ["as_users_do", "compiled_once"]

#: From so many rows on a table is a loop; one that the form fixes is written out.
_MANY = 3
_MERGE = re.compile(r"<w:vMerge[^>]*/>")
_SECTION = re.compile(r"<w:sectPr>.*</w:sectPr>")

_TASK, _ACTIVITY, _LABEL, _ITEM = "Heading2", "Heading3", "Label", "ListParagraph"
_FIXED = ("Title", "Heading1", "Label", "Note", "TableHeading")


def as_users_do(content: Content) -> Callable[[], bytes]:
    """Return what opens the template, fills it in and saves it, as docxtpl's manual shows."""
    made = _Template(content)
    file = made.file()

    def write() -> bytes:
        template = DocxTemplate(BytesIO(file))
        context = made.context(template.build_url_id)
        template.render(context, autoescape=True)
        out = BytesIO()
        template.save(out)
        return out.getvalue()

    return write


def compiled_once(content: Content) -> Callable[[], bytes]:
    """Return what only renders: docxtpl has patched the XML and Jinja compiled it beforehand.

    The rest is put together as the floor does it, without lxml and python-docx, and links keep
    the ids they had. docxtpl offers no way to this; it is the best its template can do.
    """
    made = _Template(content)
    archive = ReadyZip(content.parts)
    template = DocxTemplate(BytesIO(made.file()))
    template.init_docx()
    body = template.patch_xml(template.get_xml())
    compiled = Environment(autoescape=True).from_string(body)
    start = content.opening.removesuffix("<w:body>")
    known = {link: id for id, link in content.links.items()}

    def write() -> bytes:
        text = compiled.render(made.context(known.__getitem__))
        text = template.resolve_listing(text)
        whole = f"{start}{text}</w:document>".encode()
        return archive.with_parts({BODY: whole, RELATIONS: relations(content)})

    return write


@define
class _Template:
    """Makes the template and keeps the values that were taken out of it."""

    content: Content
    values: list[str] = field(factory=list)
    tables: list[list[dict[str, str]]] = field(factory=list)
    tasks: list[dict[str, Any]] = field(factory=list)

    def file(self) -> bytes:
        """Return the template as a Word file."""
        self.values.clear()
        self.tables.clear()
        self.tasks.clear()
        blocks = self.content.blocks
        first, end = _repeated(blocks)
        body = [
            *(self._block(block) for block in blocks[:first]),
            self._activities(blocks[first:end]),
            *(self._block(block) for block in blocks[end:]),
        ]
        text = f"{self.content.opening}{''.join(body)}{self.content.ending}"
        constant = ReadyZip(self.content.parts)
        unlinked = f"{_RELATIONS_OPEN}{self.content.relations}</Relationships>"
        return constant.with_parts({BODY: text.encode(), RELATIONS: unlinked.encode()})

    def context(self, url_id: Callable[[str], str]) -> dict[str, Any]:
        """Return the values, links as docxtpl's rich text."""
        tasks = [
            {
                **task,
                "activities": [
                    {**one, "evidence": [_rich(item, url_id) for item in one["evidence"]]}
                    for one in task["activities"]
                ],
            }
            for task in self.tasks
        ]
        return {"v": self.values, "tables": self.tables, "tasks": tasks}

    def _value(self, text: str) -> str:
        self.values.append(text)
        return f"{{{{ v[{len(self.values) - 1}] }}}}"

    def _block(self, block: Line | Table) -> str:
        return self._table(block) if isinstance(block, Table) else self._line(block)

    def _line(self, line: Line) -> str:
        fixed = line.style in _FIXED
        out = [f"<w:p>{line.props}"]
        for piece in line.pieces:
            if piece.raw:
                out.append(piece.raw)
            else:
                own = fixed or "<w:b/>" in piece.props or not piece.text.strip(" :–")
                out.append(_run(piece.props, piece.text if own else self._value(piece.text)))
        return f"{''.join(out)}</w:p>"

    def _table(self, table: Table) -> str:
        body = [row for row in table.rows if not row.heading]
        if len(body) < _MANY:
            rows = "".join(
                f"<w:tr>{row.props}"
                + "".join(
                    f"<w:tc>{cell.props}{''.join(map(self._line, cell.lines))}</w:tc>"
                    for cell in row.cells
                )
                + "</w:tr>"
                for row in table.rows
            )
            return f"{table.opening}{rows}</w:tbl>"
        heads = "".join(
            f"<w:tr>{row.props}{''.join(map(_fixed, row.cells))}</w:tr>"
            for row in table.rows
            if row.heading
        )
        number = len(self.tables)
        self.tables.append([_values(row) for row in body])
        return (
            f"{table.opening}{heads}"
            f"{_tag_row(f'for r in tables[{number}]')}{_pattern(body)}{_tag_row('endfor')}</w:tbl>"
        )

    def _activities(self, lines: Iterable[Line | Table]) -> str:
        patterns: dict[str, Line] = {}
        section = ""
        for line in lines:
            assert isinstance(line, Line)  # noqa: S101 - `_repeated` takes nothing else
            if found := _SECTION.search(line.props):
                section = found.group()
            patterns.setdefault(line.style, line)
            match line.style:
                case "Heading2":
                    self.tasks.append({"title": line.text, "activities": []})
                case "Heading3":
                    one: dict[str, Any] = {"title": line.text, "texts": [], "evidence": []}
                    self.tasks[-1]["activities"].append(one)
                case "ListParagraph":
                    self.tasks[-1]["activities"][-1]["evidence"].append(self._linked(line))
                case "":
                    self.tasks[-1]["activities"][-1]["texts"].append(line.text)
        return (
            f"{_tag('for task in tasks')}{_head(patterns[_TASK], '{{ task.title }}')}"
            f"{_tag('for a in task.activities')}{_head(patterns[_ACTIVITY], '{{ a.title }}')}"
            f"{_tag('for text in a.texts')}{_head(patterns[''], '{{ text }}')}{_tag('endfor')}"
            f"{_tag('if a.evidence')}{_head(patterns[_LABEL], patterns[_LABEL].text)}"
            f"{_tag('for item in a.evidence')}{_head(patterns[_ITEM], '{{r item }}')}"
            f"{_tag('endfor')}{_tag('endif')}{_tag('endfor')}{_tag('endfor')}"
            + (f"<w:p><w:pPr>{section}</w:pPr></w:p>" if section else "")
        )

    def _linked(self, line: Line) -> list[tuple[str, str | None]]:
        links = self.content.links
        return [(piece.text, links[piece.link] if piece.link else None) for piece in line.pieces]


_RELATIONS_OPEN = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
)


def _repeated(blocks: tuple[Line | Table, ...]) -> tuple[int, int]:
    """Where the tasks and their activities stand: up to the end of their section."""
    first = next(i for i, b in enumerate(blocks) if isinstance(b, Line) and b.style == _TASK)
    for at, block in enumerate(blocks[first:], first):
        if isinstance(block, Table):
            return first, at
        if _SECTION.search(block.props):
            return first, at + 1
    return first, len(blocks)


def _rich(item: list[tuple[str, str | None]], url_id: Callable[[str], str]) -> RichText:
    rich = RichText()
    for text, link in item:
        if link:
            rich.add(text, url_id=url_id(link), style="Hyperlink")
        else:
            rich.add(text)
    return rich


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _run(props: str, text: str) -> str:
    text = _escape(text).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:r>{props}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _head(pattern: Line, text: str) -> str:
    """A paragraph that looks like *pattern* and says something else."""
    props = pattern.pieces[0].props if pattern.pieces and not pattern.pieces[0].link else ""
    return f"<w:p>{_SECTION.sub('', pattern.props)}{_run(props, text)}</w:p>"


def _tag(words: str) -> str:
    return f"<w:p>{_run('', f'{{%p {words} %}}')}</w:p>"


def _tag_row(words: str) -> str:
    return f"<w:tr><w:tc><w:p>{_run('', f'{{%tr {words} %}}')}</w:p></w:tc></w:tr>"


def _fixed(cell: Cell) -> str:
    lines = "".join(
        f"<w:p>{line.props}{''.join(_run(piece.props, piece.text) for piece in line.pieces)}</w:p>"
        for line in cell.lines
    )
    return f"<w:tc>{cell.props}{lines}</w:tc>"


def _values(row: Row) -> dict[str, str]:
    texts = {f"c{i}": "\n".join(line.text for line in c.lines) for i, c in enumerate(row.cells)}
    # a cell of one row in a column of merged ones starts there and goes no further
    merges = {f"m{i}": cell.merged or "restart" for i, cell in enumerate(row.cells)}
    return texts | merges


def _pattern(rows: list[Row]) -> str:
    """The one row of a loop, its columns looking as they do where they say something."""
    cells = []
    for i, column in enumerate(zip(*(row.cells for row in rows), strict=True)):
        said = next((cell for cell in column if cell.merged != "continue"), column[0])
        props = said.props
        if any(cell.merged for cell in column):
            merge = f'<w:vMerge w:val="{{{{ r.m{i} }}}}"/>'
            merged = next(cell for cell in column if cell.merged)
            props = _MERGE.sub(merge, merged.props)
        cells.append(f"<w:tc>{props}{_head(said.lines[0], f'{{{{ r.c{i} }}}}')}</w:tc>")
    return f"<w:tr>{rows[0].props}{''.join(cells)}</w:tr>"
