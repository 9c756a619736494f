"""From keys and indices of JSON data to the model's paths, which use ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs
from attrs import frozen

from grantkit.codec.problems import JsonPath
from grantkit.codec.scan import Lines, marks
from grantkit.codec.types import fields, held, strip
from grantkit.findings import Place
from grantkit.model import FrozenMap, Report, Written

__all__ = ["ModelPaths", "Placed"]


@frozen
class _Spot:
    path: str
    tp: Any
    data: Any


class ModelPaths:
    """Tells the model path of any JSON path in one piece of plain data.

    >>> data = {"grant": {"tasks": [{"id": "4", "title": {"kk": "Көрме"}}]}}
    >>> ModelPaths(data).path(("grant", "tasks", 0, "title", "kk"))
    'grant.tasks[4].title'
    """

    def __init__(self, data: Any) -> None:
        self._known: dict[JsonPath, _Spot] = {(): _Spot("", Report, data)}
        self._keys: dict[JsonPath, list[str]] = {}

    def path(self, where: JsonPath) -> str:
        """The path of the nearest thing that has one."""
        return self._spot(where).path

    def _spot(self, where: JsonPath) -> _Spot:
        if where not in self._known:
            self._known[where] = self._step(where[:-1], where[-1])
        return self._known[where]

    def _step(self, above: JsonPath, step: str | int) -> _Spot:
        spot = self._spot(above)
        container, item = held(spot.tp)
        if isinstance(step, int):
            if container is not tuple or type(spot.data) is not list:
                return _Spot(spot.path, None, None)
            if above not in self._keys:
                self._keys[above] = list(_keyed(spot.data))
            path, tp = f"{spot.path}[{self._keys[above][step]}]", item
        elif container is FrozenMap:
            path, tp = f"{spot.path}[{step}]", item
        elif step in (names := _names(spot.tp)):
            path, tp = f"{spot.path}.{step}" if spot.path else step, names[step]
        else:
            return _Spot(spot.path, None, None)
        return _Spot(path, strip(tp), _below(spot.data, step))


def _names(tp: Any) -> Mapping[str, Any]:
    container, item = held(tp)
    if container is Written:
        return {"text": str, "language": str, "value": item}
    return fields(tp) if container is None and attrs.has(tp) else {}


def _below(data: Any, step: str | int) -> Any:
    try:
        return data[step]
    except (LookupError, TypeError):
        return None


def _keyed(items: list[Any]) -> Iterator[str]:
    """The keys that a walk over the model gives to the items of a tuple."""
    seen: dict[str, int] = {}
    for number, item in enumerate(items, 1):
        given = item.get("id") if isinstance(item, dict) else None
        key = given if isinstance(given, str) and given else str(number)
        seen[key] = seen.get(key, 0) + 1
        yield key if seen[key] == 1 else f"{key}~{seen[key]}"


class Placed(Mapping[str, Place]):
    """From model paths to places in the text, found when first asked for."""

    def __init__(self, text: str, data: Any, file: str | None) -> None:
        self._source: tuple[str, Any, str | None] | None = (text, data, file)
        self._found: dict[str, Place] = {}

    def _all(self) -> dict[str, Place]:
        source = self._source
        if source is not None:
            text, data, file = source
            lines, paths = Lines(text, file), ModelPaths(data)
            found: dict[str, Place] = {}
            for mark in marks(text):
                found.setdefault(paths.path(mark.path), lines.place(mark.at))
            # Another thread may have done the same; both found the same.
            self._found, self._source = found, None
        return self._found

    def __getitem__(self, path: str) -> Place:
        return self._all()[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())
