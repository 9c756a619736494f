"""What the core itself offers, through the same hooks as everybody else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from grantkit.plugins.api import hookimpl


@hookimpl
def grantkit_register_exporters() -> Iterable[Any]:
    """Offer JSON."""
    from grantkit.exchange.json import JsonExporter

    return (JsonExporter(),)


@hookimpl
def grantkit_register_importers() -> Iterable[Any]:
    """Offer JSON."""
    from grantkit.exchange.json import JsonImporter

    return (JsonImporter(),)


@hookimpl
def grantkit_register_locales() -> Iterable[Any]:
    """Offer English."""
    from grantkit.locales.en.locale import EnglishLocale

    return (EnglishLocale(),)


@hookimpl
def grantkit_register_forms() -> Iterable[Any]:
    """Offer the generic form."""
    from grantkit.forms.generic import FORM

    return (FORM,)


@hookimpl
def grantkit_register_rules() -> Iterable[Any]:
    """Offer what is true of any grant."""
    from grantkit.rules.builtin import BUILTIN

    return BUILTIN


@hookimpl
def grantkit_register_measures() -> Iterable[Any]:
    """Offer totals and achievement."""
    from grantkit.measures.builtin import BUILTIN

    return BUILTIN
