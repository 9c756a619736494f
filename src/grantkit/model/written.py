"""A cell that a person filled in: the words, and what they mean or why they mean nothing.

Not reported, not applicable, words, and a true zero are four different things, everywhere, always.
"""

from __future__ import annotations

import re
from typing import Generic, TypeVar

from attrs import Factory, field, frozen

from grantkit.errors import InvalidValue
from grantkit.model.text import check_language, check_text

__all__ = [
    "NOT_APPLICABLE",
    "NOT_REPORTED",
    "UNREAD",
    "NotApplicable",
    "NotReported",
    "Statement",
    "Written",
]

T = TypeVar("T")
_REASON = re.compile(r"[a-z][a-z-]{0,39}\Z")


def _reason(word: str) -> str:
    if not isinstance(word, str) or not _REASON.match(word):
        msg = f"not a reason like 'words': {word!r:.60}"
        raise InvalidValue(msg)
    return word


@frozen
class Statement:
    """A cell whose words are not a value.

    Args:
        reason: ``words`` (not a value at all), ``ambiguous`` (several readings, none certain),
            ``no-locale`` (the language is not installed here) or ``unread`` (not yet parsed).

    Raises:
        InvalidValue: The reason is no lower-case word.
    """

    reason: str = field(converter=_reason)

    @property
    def pending(self) -> bool:
        """Whether reading again, with the right locale, may give a value."""
        return self.reason in ("unread", "no-locale")


@frozen
class NotReported:
    """The cell is blank or holds only a dash: nobody said anything. Never zero."""


@frozen
class NotApplicable:
    """The cell says that the question does not apply."""


NOT_REPORTED = NotReported()
NOT_APPLICABLE = NotApplicable()
UNREAD = Statement("unread")


def _language(tag: str | None) -> str | None:
    return tag if tag is None else check_language(tag)


def _value(cell: Written[T]) -> Statement | NotReported:
    return UNREAD if cell.text.strip() else NOT_REPORTED


@frozen
class Written(Generic[T]):
    """A cell as a person filled it in.

    Importers give the text only; `grantkit.locales.interpret` finds the value. Code that builds a
    report gives the value only.

    Args:
        text: The words as written, verbatim; empty where there are none.
        language: Language of the words; None: the report's.
        value: What the cell means. Left out: not read yet, or not reported where the text is blank.

    Raises:
        InvalidValue: It is said not to be reported, but there are words.

    >>> Written(text="35 пост").value
    Statement(reason='unread')
    >>> Written().value, Written(6).text
    (NotReported(), '')
    """

    text: str = field(default="", converter=check_text, kw_only=True)
    language: str | None = field(default=None, converter=_language, kw_only=True)
    value: T | Statement | NotApplicable | NotReported = Factory(_value, takes_self=True)

    def __attrs_post_init__(self) -> None:
        if type(self.value) is NotReported and self.text and any(map(str.isalnum, self.text)):
            msg = f"not reported is a blank cell or a dash, not {self.text!r:.60}"
            raise InvalidValue(msg)

    @property
    def known(self) -> T | None:
        """The value if the cell has one, else None."""
        value = self.value
        if isinstance(value, Statement | NotReported | NotApplicable):
            return None
        return value

    @property
    def reported(self) -> bool:
        """Whether anybody filled the cell in."""
        return not isinstance(self.value, NotReported)
