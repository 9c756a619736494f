"""An immutable, hashable mapping whose order says nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Self, TypeVar

from grantkit.errors import InvalidValue

__all__ = ["FrozenMap", "as_map", "as_tuple", "in_order"]

K = TypeVar("K")
V_co = TypeVar("V_co", covariant=True)


class FrozenMap(Mapping[K, V_co]):
    """A mapping that never changes, in the order of its keys: equal maps iterate equally.

    Raises:
        InvalidValue: It is no mapping and no pairs, or its keys have no order.

    >>> list(FrozenMap({"b": 2, "a": 1}))
    ['a', 'b']
    """

    __slots__ = ("_items",)
    _items: dict[K, V_co]

    def __new__(cls, items: Mapping[K, V_co] | Iterable[tuple[K, V_co]] = ()) -> Self:
        """Make it here: an ``__init__`` could be called again."""
        kept = _pairs(items)
        if len(kept) > 1:
            kept = {key: kept[key] for key in in_order(kept)}
        return cls._of(kept)

    @classmethod
    def _of(cls, items: dict[K, V_co]) -> Self:
        """Keep *items*, which are in order and nobody else's."""
        new = object.__new__(cls)
        _keep(new, items)
        return new

    def __setattr__(self, name: str, value: object) -> None:
        msg = f"{type(self).__name__} is immutable"
        raise AttributeError(msg)

    def __delattr__(self, name: str) -> None:
        msg = f"{type(self).__name__} is immutable"
        raise AttributeError(msg)

    def __getitem__(self, key: K) -> V_co:
        return self._items[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FrozenMap):
            return type(self) is type(other) and self._items == other._items
        return NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._items!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._items,)


# Past __setattr__, and quicker than through object's.
_keep = FrozenMap.__dict__["_items"].__set__


def _pairs(items: Mapping[K, V_co] | Iterable[tuple[K, V_co]]) -> dict[K, V_co]:
    if not isinstance(items, str | bytes):
        try:
            return dict(items)
        except (TypeError, ValueError):
            pass
    msg = f"a mapping or pairs are needed, not {type(items).__name__}: {items!r:.60}"
    raise InvalidValue(msg)


def in_order(keys: Iterable[K]) -> list[K]:
    """Return keys sorted, or raise InvalidValue where they have no order."""
    try:
        return sorted(keys)  # type: ignore[type-var]
    except TypeError:
        msg = f"keys of one kind are needed, not {', '.join(map(repr, keys)):.100}"
        raise InvalidValue(msg) from None


# mypy cannot see through a generic converter of attrs, so these two say Any.
def as_tuple(items: Iterable[Any]) -> tuple[Any, ...]:
    """Take any iterable that has an order and is no text or mapping, keep a tuple."""
    if type(items) is tuple:
        return items
    if not isinstance(items, str | bytes | Mapping | set | frozenset):
        try:
            steps = iter(items)
        except TypeError:
            pass
        else:
            return tuple(steps)
    msg = f"a list or tuple is needed, not {type(items).__name__}: {items!r:.60}"
    raise InvalidValue(msg)


def as_map(items: Mapping[Any, Any] | Iterable[tuple[Any, Any]]) -> FrozenMap[Any, Any]:
    """Take any mapping, keep an immutable one."""
    return items if type(items) is FrozenMap else FrozenMap(items)
