"""A new tree from an old one, of which it shares all that did not change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from grantkit.errors import InvalidValue
from grantkit.model.frozen import FrozenMap
from grantkit.model.grant import Activity, Event, Grant, Task
from grantkit.model.indicator import Indicator
from grantkit.model.report import Proposal, Report
from grantkit.model.soundness import field_type, item_type, wrong
from grantkit.model.walking import keyed, locate, names, steps
from grantkit.model.written import Written

__all__ = ["replace", "transform"]

_Steps = list[tuple[str, str | None]]


def replace(node: Any, path: str, value: Any) -> Any:
    """Return *node* with *value* at *path*; everything else is shared.

    Raises:
        UnknownPath: The path leads nowhere.
        InvalidValue: The value is none that may stand there.

    >>> from grantkit.model import Text
    >>> grant = Grant(id="g", title=Text({"kk": "Көрме", "ru": "Показ"}))
    >>> replace(grant, "title[ru]", "Выставка").title["ru"]
    'Выставка'
    """
    locate(node, path)
    return _replace(node, type(node), steps(path), path, value)


def _replace(node: Any, tp: Any, way: _Steps, path: str, value: Any) -> Any:
    if not way:
        return _checked(value, tp, path)
    (name, key), rest = way[0], way[1:]
    old, inner = getattr(node, name), field_type(tp, type(node), name)
    if key is not None:
        held = item_type(inner)
        items = old.items() if isinstance(old, FrozenMap) else keyed(old)
        new = [(k, _replace(v, held, rest, path, value) if k == key else v) for k, v in items]
        made = type(old)(new) if isinstance(old, FrozenMap) else tuple(v for _, v in new)
        return attrs.evolve(node, **{name: made})
    if rest:
        return attrs.evolve(node, **{name: _replace(old, inner, rest, path, value)})
    done = attrs.evolve(node, **{name: value})
    _checked(getattr(done, name), inner, path)  # after its converter
    return done


def _checked(value: Any, tp: Any, path: str) -> Any:
    for where, needed, got in wrong(value, tp, path):
        msg = f"{where}: {needed} is needed, not {got}"
        raise InvalidValue(msg)
    return value


def transform(node: Any, change: Callable[[str, Any, Any], Any], path: str = "") -> Any:
    """Rebuild a tree bottom up: each `Written` becomes ``change(path, cell, owner)``.

    What does not change is shared with the old tree.
    """
    changed = {}
    head = f"{path}." if path else ""
    for name in names(type(node)):
        value = getattr(node, name)
        if type(value) is Written:
            new = change(f"{head}{name}", value, node)
        elif type(value) is tuple and value and type(value[0]) in _WITH_CELLS:
            new = tuple(transform(v, change, f"{head}{name}[{k}]") for k, v in keyed(value))
            if all(a is b for a, b in zip(new, value, strict=True)):
                new = value
        elif type(value) in _WITH_CELLS:
            new = transform(value, change, f"{head}{name}")
        else:
            continue
        if new is not value:
            changed[name] = new
    return attrs.evolve(node, **changed) if changed else node


_WITH_CELLS = frozenset((Report, Grant, Task, Activity, Event, Indicator, Proposal))
