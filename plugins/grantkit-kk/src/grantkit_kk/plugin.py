"""What the distribution offers: the Kazakh locale."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from grantkit.plugins.api import hookimpl


@hookimpl
def grantkit_register_locales() -> Iterable[Any]:
    """Offer Kazakh."""
    from grantkit_kk.kazakh import KazakhLocale

    return (KazakhLocale(),)
