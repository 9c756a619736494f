"""Form × report × locale → document: one walk over the form's description."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import assert_never

from attrs import frozen

from grantkit.document import (
    Block,
    Document,
    Emphasis,
    Heading,
    Inline,
    PageCount,
    Paragraph,
    Role,
    Run,
    SignatureBlock,
)
from grantkit.document import Section as Pages
from grantkit.findings import Finding
from grantkit.forms import tables
from grantkit.forms.api import (
    Breakdown,
    Field,
    FieldTable,
    Form,
    Item,
    Kind,
    Layout,
    Note,
    Repeat,
    Section,
    Signature,
    Table,
    Title,
)
from grantkit.forms.printing import Printer, Words, joined
from grantkit.forms.values import resolve, rows, under
from grantkit.locales.api import Locale
from grantkit.model import FrozenMap, Report, Text

__all__ = ["compose"]


def compose(
    report: Report,
    form: Form,
    locale: Locale,
    words: Words,
    note: Callable[[Finding], object] = lambda _: None,
) -> Document:
    """Return the report as a document in the form's order and the locale's language.

    Args:
        report: What is told.
        form: Which sections, fields and tables, in which order.
        locale: How values are printed.
        words: The form's labels: ``words(key, **args)`` gives the words and their language.
        note: Takes findings, such as a text that lacks the language.
    """
    composer = _Composer(form, Printer(report, locale, words, note))
    title = next((item for item in form.items() if isinstance(item, Title)), None)
    return Document(
        title=words(title.id)[0] if title else form.id,
        language=locale.tag,
        sections=tuple(composer.pages()),
    )


@frozen
class _Composer:
    form: Form
    printer: Printer

    def pages(self) -> Iterator[Pages]:
        """Yield the form's sections; neighbours that lie the same way share their pages."""
        blocks: list[Block] = []
        for index, section in enumerate(self.form.sections):
            blocks.extend(self._section(section))
            following = self.form.sections[index + 1 : index + 2]
            if not following or following[0].orientation is not section.orientation:
                yield Pages(tuple(blocks), section.orientation)
                blocks = []

    def _section(self, section: Section) -> Iterator[Block]:
        if section.headed:
            number = f"{section.number}. " if section.number else ""
            yield Heading(
                (Run(number), *self._label(section.id)) if number else self._label(section.id)
            )
        for item in section.items:
            yield from self._item(item, self.printer.report, "")

    def _label(self, key: str) -> tuple[Inline, ...]:
        words, language = self.printer.words(key)
        return (Run(words, language=None if language == self.printer.locale.tag else language),)

    def _item(self, item: Item, node: object, path: str) -> Iterator[Block]:
        match item:
            case Title():
                yield Paragraph(self._label(item.id), role=Role.TITLE)
            case Note():
                yield Paragraph(self._label(item.id), role=Role.NOTE)
            case Field():
                yield from self._field(item, node, path)
            case FieldTable():
                yield from self._titled(item.titled, item.id)
                yield tables.field_table(item, self.printer, node, path)
            case Table():
                yield from self._titled(item.titled, item.id)
                yield tables.table(item, self.printer, node, path)
            case Breakdown():
                number = f"{item.number}) " if item.number else ""
                yield Paragraph((Run(number), *self._label(item.id)), role=Role.LABEL)
                yield tables.breakdown(item, self.printer, node, path)
            case Repeat():
                yield from self._repeat(item, node, path)
            case Signature():
                yield self._signature(item, node, path)
            case _:
                assert_never(item)

    def _titled(self, titled: bool, key: str) -> Iterator[Block]:  # noqa: FBT001
        if titled:
            yield Paragraph(self._label(key), role=Role.LABEL)

    def _field(self, item: Field, node: object, path: str) -> Iterator[Block]:
        if item.kind is Kind.NARRATIVE:
            yield from self._narrative(item, node, path)
            return
        number = (Run(f"{item.number} ", emphasis=Emphasis.STRONG),) if item.number else ()
        label = tuple(
            Run(run.text, run.language, Emphasis.STRONG)
            for run in self._label(item.id)
            if isinstance(run, Run)
        )
        if item.layout is Layout.INLINE:
            yield Paragraph((*number, *label, Run(": "), *self._values(item, node, path)))
            return
        values = [resolve(node, step) for step in item.paths]
        if path and not any(values):
            return  # on paper a field of a repeated part that says nothing takes no line
        if item.labelled:
            yield Paragraph((*number, *label), role=Role.LABEL)
        for step, value in zip(item.paths, values, strict=True):
            yield from self.printer.blocks(value, item.kind, under(path, step))

    def _values(self, item: Field, node: object, path: str) -> tuple[Inline, ...]:
        if item.kind is Kind.PAGES:
            return (PageCount(),)
        return joined(
            [
                self.printer.inlines(resolve(node, step), item.kind, under(path, step))
                for step in item.paths
            ],
            ", ",
        )

    def _narrative(self, item: Field, node: object, path: str) -> Iterator[Block]:
        sections: FrozenMap[str, Text] = resolve(node, item.path) or FrozenMap()
        for key, text in sections.items():
            yield Heading((Run(key),), level=2)
            yield from self.printer.blocks(text, Kind.TEXT, f"{under(path, item.path)}[{key}]")

    def _repeat(self, item: Repeat, node: object, path: str) -> Iterator[Block]:
        for number, (where, child) in enumerate(rows(node, (item.path,), path), 1):
            yield Heading(self.printer.title(item.id, child, where, number), item.level)
            for inner in item.items:
                yield from self._item(inner, child, where)

    def _signature(self, item: Signature, node: object, path: str) -> SignatureBlock:
        lines = [
            (self._label(question.id), self._values(question, node, path))
            for question in item.fields
        ]
        seal = self.printer.words(f"{item.id}.seal")[0] if item.seal else None
        return SignatureBlock(tuple(lines), seal)
