"""An exporter's options: an attrs class, filled from what the caller or the command line gives."""

from __future__ import annotations

import difflib
import typing
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs

from grantkit.errors import InvalidValue
from grantkit.model import exact

__all__ = ["make_options"]

_YES = {"true", "yes", "1", "on"}
_NO = {"false", "no", "0", "off"}


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
    return cls(**values)


def _convert(name: str, wanted: Any, text: str) -> Any:
    kinds = [kind for kind in (typing.get_args(wanted) or (wanted,)) if kind is not type(None)]
    for kind in kinds:
        if kind is bool and text.lower() in _YES | _NO:
            return text.lower() in _YES
        if kind is int and text.lstrip("-").isdecimal():
            return int(text)
        if kind is Decimal:
            return exact(text)
        if kind is Path:
            return Path(text)
        if kind is str:
            return text
    names = " or ".join(getattr(kind, "__name__", str(kind)) for kind in kinds)
    msg = f"option {name} takes {names}, not {text!r}"
    raise InvalidValue(msg)
