"""What the distribution offers: the Russian locale."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from grantkit.plugins.api import hookimpl


@hookimpl
def grantkit_register_locales() -> Iterable[Any]:
    """Offer Russian."""
    from grantkit_ru.russian import RussianLocale

    return (RussianLocale(),)
