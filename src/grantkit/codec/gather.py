"""Going on after the first mistake: every mistake inside a value, in one exception group."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar
from typing import Any

from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)

from grantkit.codec.problems import (
    BAD_VALUE,
    MISSING,
    JsonPath,
    Problem,
    Refused,
    clip,
    unknown,
)
from grantkit.codec.types import fields
from grantkit.errors import InvalidValue

__all__ = ["MOST", "Gathered", "all_of", "flatten", "patience"]

#: No more mistakes than these are listed; hostile data could hold millions.
MOST = 1000

#: How many mistakes the run may still meet; each run sets its own.
patience: ContextVar[list[int]] = ContextVar("patience")


class Gathered:
    """Collects mistakes by key; ``done`` raises them, if there are any."""

    def __init__(self, cls: Any) -> None:
        self._cls = cls
        self._errors: list[Exception] = []
        self._left = patience.get([MOST])

    @property
    def full(self) -> bool:
        """Whether there are so many mistakes that no more are looked for."""
        return self._left[0] < 0

    def add(self, error: Exception, key: str | int | None = None) -> None:
        """Keep a mistake met at *key*, or in the object itself."""
        if key is not None:
            note = IterableValidationNote("", key, None)
            error.__notes__ = [*getattr(error, "__notes__", ()), note]
        self._errors.append(error)
        self._left[0] -= 1

    def take(self, key: str | int | None, make: Callable[..., Any], *args: Any) -> Any:
        """Return what *make* makes of the arguments, None when it refuses."""
        try:
            return make(*args)
        except (ValueError, BaseValidationError) as error:
            self.add(error, key)
            return None

    def unknown(self, keys: Iterable[Any], known: Iterable[str]) -> None:
        """Keep each of *keys* that is not known."""
        known = tuple(known)
        for key in keys:
            if key not in known and not self.full:
                self.add(unknown(str(key), known), str(key))

    def done(self) -> None:
        """Raise what was gathered."""
        if self._errors:
            raise IterableValidationError("", self._errors, self._cls)


def all_of(
    items: Iterable[tuple[Any, Any]], hook: Callable[[Any, Any], Any], tp: Any
) -> list[tuple[Any, Any]]:
    """Return keys and made values, or raise the mistakes of all items."""
    gathered = Gathered(tp)
    made = []
    for key, value in items:
        try:
            made.append((key, hook(value, tp)))
        except (ValueError, BaseValidationError) as error:
            gathered.add(error, key)
        if gathered.full:
            break
    gathered.done()
    return made


def _step(error: BaseException) -> JsonPath:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return (note.name,)
        if isinstance(note, IterableValidationNote):
            return (note.index,)
    return ()


def flatten(error: BaseValidationError, path: JsonPath = ()) -> Iterator[Problem]:
    """Yield the problems in a group of cattrs, with their whole paths."""
    for inner in error.exceptions:
        step = _step(inner)
        where = path + step
        if isinstance(inner, BaseValidationError):
            yield from flatten(inner, where)
        elif isinstance(inner, ForbiddenExtraKeysError):
            known = tuple(fields(inner.cl))
            for key in sorted(map(str, inner.extra_fields))[:MOST]:
                yield Problem((*where, key), unknown(key, known).code, unknown(key, known).details)
        elif isinstance(inner, KeyError) and step:
            yield Problem(path, MISSING, {"key": step[0]})
        elif isinstance(inner, Refused):
            yield Problem(where, inner.code, inner.details)
        elif isinstance(inner, InvalidValue):
            yield Problem(where, BAD_VALUE, {"reason": clip(str(inner), 200)})
        else:
            raise inner
