"""Settings from ``grantkit.toml`` or ``[tool.grantkit]``; only the command line reads them."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

import click
from attrs import field, frozen

from grantkit.model import FrozenMap, as_map, as_tuple

__all__ = ["Settings", "language"]


@frozen(kw_only=True)
class Settings:
    """What a project's file may set.

    Args:
        lang: Language of the messages.
        form, edition, locale: As the options of the same names.
        fail_on: Severity from which findings make the exit status 1.
        off: Codes of rules to leave out.
        regrade: Severities by code.
        rules: Settings of rules, by name.
    """

    lang: str | None = None
    form: str | None = None
    edition: str | None = None
    locale: str | None = None
    fail_on: str | None = None
    off: tuple[str, ...] = field(default=(), converter=as_tuple)
    regrade: FrozenMap[str, str] = field(factory=FrozenMap, converter=as_map)
    rules: FrozenMap[str, Any] = field(factory=FrozenMap, converter=as_map)

    @classmethod
    def found(cls, folder: Path) -> Settings:
        """Read the nearest settings of *folder* itself; none is fine, a broken one is not."""
        for path, keys in (
            (folder / "grantkit.toml", ()),
            (folder / "pyproject.toml", ("tool", "grantkit")),
        ):
            if not path.is_file():
                continue
            try:
                data = tomllib.loads(path.read_text(encoding="utf-8"))
                for key in keys:
                    data = data.get(key, {})
                if data or not keys:
                    return cls(**data)
            except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError) as error:
                raise click.UsageError(f"{path}: {error}") from error
        return cls()


def language(asked: str | None, settings: Settings, installed: set[str]) -> str:
    """Choose the language of the messages: asked, set, the environment's if installed, English."""
    if asked or settings.lang:
        return asked or settings.lang or ""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        tag = os.environ.get(variable, "")[:2]
        if tag in installed:
            return tag
    return "en"
