"""An exporter's options: an attrs class, filled from what the caller or the command line gives."""

from __future__ import annotations

import difflib
import typing
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs

from grantkit.errors import InvalidValue
from grantkit.model import exact

__all__ = ["make_options"]

_YES = {"true", "yes", "1", "on"}
_NO = {"false", "no", "0", "off"}


_READERS: dict[Any, Callable[[str], Any]] = {
    bool: lambda text: text.lower() in _YES if text.lower() in _YES | _NO else None,
    int: lambda text: int(text) if text.lstrip("-").isdecimal() else None,
    float: lambda text: float(exact(text)),
    Decimal: exact,
    Path: Path,
    str: str,
}


def make_options(cls: type, given: Mapping[str, Any]) -> Any:
    """Make an instance of the attrs class *cls*; strings become what the field's type asks.

    Raises:
        InvalidValue: There is no such option, or the string is no such value.

    >>> @attrs.frozen
    ... class Options:
    ...     embed: bool = True
    >>> make_options(Options, {"embed": "no"})
    Options(embed=False)
    """
    if not attrs.has(cls):
        msg = f"the options of an exporter are an attrs class, not {cls!r:.60}"
        raise TypeError(msg)
    types = typing.get_type_hints(cls)
    known = {a.name for a in attrs.fields(cls) if a.init}
    for name in given:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            meant = (
                f"; did you mean {near[0]}?"
                if near
                else f"; there are: {', '.join(sorted(known)) or 'none'}"
            )
            msg = f"no option {name!r}{meant}"
            raise InvalidValue(msg)
    values = {
        name: _convert(name, types[name], value) if isinstance(value, str) else value
        for name, value in given.items()
    }
    try:
        return cls(**values)
    except (ValueError, TypeError) as error:
        msg = f"option {', '.join(values)}: {error}"
        raise InvalidValue(msg) from error


def _convert(name: str, wanted: Any, text: str) -> Any:
    if typing.get_origin(wanted) is tuple:
        return tuple(part.strip() for part in text.split(",") if part.strip())
    kinds = [kind for kind in (typing.get_args(wanted) or (wanted,)) if kind is not type(None)]
    for kind in kinds:
        if isinstance(kind, str) and text == kind:  # one of a Literal
            return text
        read = _READERS.get(kind)
        if read is not None and (value := read(text)) is not None:
            return value
    names = " or ".join(getattr(kind, "__name__", str(kind)) for kind in kinds)
    msg = f"option {name} takes {names}, not {text!r}"
    raise InvalidValue(msg)
