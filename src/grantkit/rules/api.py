"""What a rule is. A rule is one module that ends with ``rule = Rule(…)``.

The module's docstring says what the rule checks, why it matters, what to do and where it comes
from; its title, reasons and remedy in each language, and the words of its findings, stand in the
catalogue of its distribution under its code.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, TypeVar

from attrs import field, frozen, mutable

from grantkit.findings import CORE, Finding, Findings, Severity
from grantkit.model import (
    Comparator,
    FrozenMap,
    Indicator,
    Quantity,
    Report,
    Text,
    Written,
    children,
)

__all__ = [
    "Finding",
    "Findings",
    "Rule",
    "RuleContext",
    "Severity",
    "effect",
    "named",
    "number",
    "said",
]

T = TypeVar("T")

Check = Callable[[Any, "RuleContext"], Iterable[Finding]]


def _types(value: type | Iterable[type]) -> tuple[type, ...]:
    return (value,) if isinstance(value, type) else tuple(value)


def _forms(value: str | Iterable[str]) -> str | tuple[str, ...]:
    return value if isinstance(value, str) else tuple(value)


@frozen(kw_only=True)
class Rule:
    """Something that must be true of every node of some classes.

    Args:
        code: Stable, never reused; two capitals of the distribution and three digits.
        severity: Of its findings, unless one says otherwise. Not sure? Then it is a note.
        looks_at: The class of node it is called with, or several.
        check: Called with each such node; yields what it finds.
        applies_to: ``all``, or the ids of the forms it is made for.
        settings: What a user may set, with its defaults.
        origin: The distribution whose catalogue has its words.
        example_good: A report in which it finds nothing.
        example_bad: A report in which it finds something.

    >>> from grantkit.model import Grant
    >>> def check(node, context):
    ...     if not node.tasks:
    ...         yield context.find("tasks")
    >>> Rule(code="XX101", severity="warning", looks_at=Grant, check=check).looks_at
    (<class 'grantkit.model.grant.Grant'>,)
    """

    code: str
    severity: Severity = field(converter=Severity)
    looks_at: tuple[type, ...] = field(converter=_types)
    check: Check = field(repr=False)
    applies_to: str | tuple[str, ...] = field(default="all", converter=_forms)
    settings: Mapping[str, Any] = field(factory=FrozenMap)
    origin: str = CORE
    example_good: Report | None = field(default=None, repr=False)
    example_bad: Report | None = field(default=None, repr=False)

    @property
    def id(self) -> str:
        """The code, under the name every offered object has."""
        return self.code

    @property
    def documentation(self) -> str:
        """The docstring of the rule's module: what it checks, why, what to do, source."""
        return sys.modules[self.check.__module__].__doc__ or ""

    def concerns(self, form: str | None) -> bool:
        """Whether it is made for reports in this form."""
        forms = (self.applies_to,) if isinstance(self.applies_to, str) else self.applies_to
        return "all" in forms or form in forms


@mutable
class RuleContext:
    """What a check is told besides its node. It holds for one call only: keep nothing of it.

    Attributes:
        report: The whole report.
        rule: The rule that is called.
        form: The form it is checked against, None when there is none.
        settings: Of this rule, defaults filled in.
        path: Of the node.
        ancestors: What the node stands in, outermost first.
    """

    report: Report
    rule: Rule
    form: Any = None
    settings: Mapping[str, Any] = field(factory=dict)
    path: str = ""
    ancestors: tuple[Any, ...] = ()
    _locales: Mapping[str, Any] = field(factory=dict)
    _shared: dict[Any, Any] = field(factory=dict)
    _labels: Callable[[str], Any] = str

    def label(self, key: str) -> Any:
        """Return the form's words for one of its label keys, in every installed language."""
        return self._labels(key)

    def locale(self, tag: str | None = None) -> Any:
        """Return the locale of *tag*, else of the report's language; None: not installed."""
        return self._locales.get(tag or self.report.language)

    def find(
        self,
        at: str = "",
        /,
        *,
        related: Iterable[str] = (),
        severity: Severity | str | None = None,
        **args: Any,
    ) -> Finding:
        """Make a finding of this rule at the node, or *at* a place below it (``actual``)."""
        return Finding(
            code=self.rule.code,
            severity=Severity(severity or self.rule.severity),
            path=f"{self.path}.{at}" if self.path and at else self.path or at,
            args=FrozenMap(args),
            related=tuple(related),
            origin=self.rule.origin,
        )

    def once(self, key: Any, make: Callable[[], T]) -> T:
        """Return what *make* gives, made once in the whole check, whichever rule asks first."""
        if key not in self._shared:
            self._shared[key] = make()
        value: T = self._shared[key]
        return value


def said(cell: Written[Any]) -> Any:
    """Return what a cell says, for a message: its value, so that it can be told in any language.

    Where it has none, its words.

    >>> said(Written(text="in time")), said(Written(Quantity.of(6), text="6 ")) == Quantity.of(6)
    ('in time', True)
    """
    return cell.text.strip() if cell.known is None else cell.known


def named(text: Text | None, fallback: str) -> Text | str:
    """Return a title for a message, the id where there is none."""
    return text if text is not None else fallback


def effect(report: Report, code: str) -> tuple[str, Indicator] | None:
    """Return the row of the socio-economic table with this code, and its path."""
    for path, node in children(report.grant, "grant"):
        if isinstance(node, Indicator) and node.code == code:
            return path, node
    return None


def number(cell: Written[Quantity]) -> Decimal | None:
    """Return the number of a cell that says just one, exactly and for the whole; else None.

    >>> number(Written(Quantity.of(6))), number(Written(Quantity.of(6, None, "at-least")))
    (Decimal('6'), None)
    """
    quantity = cell.known
    part = quantity.single if quantity is not None and quantity.per is None else None
    plain = part is not None and part.comparator is Comparator.EXACTLY and part.of is None
    return part.value if part is not None and plain else None
