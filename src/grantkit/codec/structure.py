"""From plain data to values: cattrs makes the code, the hooks here decide what is taken.

A plain text is in the report's language, so the hooks are made for one language at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Any

import attrs
from cattrs import Converter
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, override

from grantkit.codec import cells
from grantkit.codec.gather import MOST, Gathered, all_of, flatten, patience
from grantkit.codec.problems import LIMIT, InvalidData, Problem, missing, wrong
from grantkit.codec.scalars import SCALARS, Hook, word
from grantkit.codec.types import fields, held, is_optional, needed, strip
from grantkit.model import Category, FrozenMap, Part, Period, Quantity, Report, Text, Unit, Written

__all__ = ["FAILURES", "quick", "thorough"]

#: What a hook of the quick kind may raise.
FAILURES = (
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    BaseValidationError,
    ForbiddenExtraKeysError,
)


class _Hooks:
    """The hooks of all types of the model, each made once; quick ones or thorough ones."""

    def __init__(self, language: str, *, thorough: bool) -> None:
        self._thorough = thorough
        self._converter = Converter(forbid_extra_keys=True, detailed_validation=thorough)
        self._made: dict[Any, Hook] = {
            **SCALARS,
            Text: cells.text(language),
            Unit: cells.unit,
            Period: cells.period,
        }

    def of(self, tp: Any) -> Hook:
        """The hook of a type."""
        if tp not in self._made:
            self._made[tp] = self._make(tp)
        return self._made[tp]

    def _make(self, tp: Any) -> Hook:
        if is_optional(tp):
            return _optional(self.of(strip(tp)), strip(tp))
        container, item = held(tp)
        if container is not None:
            return self._container(container, item)
        if issubclass(tp, StrEnum):
            return word(tp)
        node = self._node(tp)
        if tp is Category:
            return cells.category(node)
        if tp in (Part, Quantity) and not self._thorough:
            return cells.part(node) if tp is Part else cells.quantity(node, self.of(Part))
        return node

    def _container(self, container: type, item: Any) -> Hook:
        inner = self.of(item)
        if container is Written:
            return cells.cell(inner, item)
        if container is FrozenMap:
            return _map(inner, item)
        return _array(inner, item, thorough=self._thorough)

    def _node(self, cls: type) -> Hook:
        overrides: dict[str, Any] = {}
        for attribute in attrs.fields(cls):
            hook = self.of(fields(cls)[attribute.name])
            if self._thorough and attribute.converter is not None:
                hook = _converted(hook, attribute.converter)
            overrides[attribute.name] = override(struct_hook=hook)
        made: Hook = make_dict_structure_fn(
            cls, self._converter, _cattrs_use_linecache=False, **overrides
        )
        return _carefully(made, cls) if self._thorough else _plainly(made, cls)


def _optional(inner: Hook, tp: Any) -> Hook:
    return lambda value, _: None if value is None else inner(value, tp)


def _array(inner: Hook, tp: Any, *, thorough: bool) -> Hook:
    def structure(value: Any, _: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise wrong("array", value)
        if thorough:
            return tuple(item for _, item in all_of(enumerate(value), inner, tp))
        return tuple([inner(item, tp) for item in value])

    return structure


def _map(inner: Hook, tp: Any) -> Hook:
    def structure(value: Any, _: Any) -> FrozenMap[str, Any]:
        if not isinstance(value, dict):
            raise wrong("object", value)
        return FrozenMap(all_of(value.items(), inner, tp))

    return structure


def _converted(hook: Hook, check: Callable[[Any], Any]) -> Hook:
    """Run the attribute's own check too, so that what it refuses is known by name."""

    def structure(value: Any, tp: Any) -> Any:
        made = hook(value, tp)
        check(made)
        return made

    return structure


def _absent(cls: type) -> tuple[str, ...]:
    """What must be there though the class has a default for it."""
    return tuple(n for n in needed(cls) if attrs.fields_dict(cls)[n].default is not attrs.NOTHING)


def _plainly(made: Hook, cls: type) -> Hook:
    absent = _absent(cls)
    if not absent:
        return made

    def structure(value: Any, tp: Any) -> Any:
        for key in absent:
            value[key]
        return made(value, tp)

    return structure


def _carefully(made: Hook, cls: type) -> Hook:
    absent = _absent(cls)

    def structure(value: Any, tp: Any) -> Any:
        if not isinstance(value, dict):
            raise wrong("object", value)
        gathered = Gathered(cls)
        for key in absent:
            if key not in value:
                gathered.add(missing(key))
        try:
            result = made(value, tp)
        except BaseValidationError as error:
            for inner in error.exceptions:
                gathered.add(inner)
        gathered.done()
        return result

    return structure


@lru_cache(maxsize=32)
def _hook(language: str, *, thorough: bool) -> Hook:
    return _Hooks(language, thorough=thorough).of(Report)


def quick(data: Mapping[str, Any], language: str) -> Report:
    """Make a report of an object without its version; any of ``FAILURES`` when it is none."""
    return _hook(language, thorough=False)(data, Report)  # type: ignore[no-any-return]


def thorough(data: Mapping[str, Any], language: str) -> Report:
    """Do the same, several times slower.

    Raises:
        InvalidData: It is no report; all that is wrong is in ``problems``.
    """
    left = [MOST]
    token = patience.set(left)
    try:
        return _hook(language, thorough=True)(data, Report)  # type: ignore[no-any-return]
    except BaseValidationError as error:
        more = [Problem((), LIMIT, {"what": "findings", "limit": MOST})] if left[0] < 0 else []
        raise InvalidData([*flatten(error), *more]) from None
    finally:
        patience.reset(token)
