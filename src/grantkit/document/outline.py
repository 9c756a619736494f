"""What a reader of the document sees, as plain text: for tests, search and digests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from grantkit.document.nodes import (
    Block,
    Chart,
    Document,
    Figure,
    Heading,
    Inline,
    List,
    Paragraph,
    Run,
    SignatureBlock,
    Table,
)

__all__ = ["texts"]


def texts(document: Document) -> Iterator[str]:
    """Yield every visible text of the document, paragraph by paragraph, in reading order."""
    for section in document.sections:
        yield from _blocks(section.blocks)


def _inline(content: tuple[Inline, ...]) -> str:
    return "".join(item.text for item in content if isinstance(item, Run))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield _inline(block.content)
        case List():
            yield from _blocks(inner for item in block.items for inner in item)
        case Table():
            rows = (*block.head, *block.body)
            yield from _blocks(b for row in rows for cell in row.cells for b in cell.blocks)
        case Figure():
            yield _inline(block.caption)
        case Chart():
            yield block.title
        case SignatureBlock():
            yield from (f"{_inline(label)} {_inline(value)}" for label, value in block.lines)
            yield block.seal or ""


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)
