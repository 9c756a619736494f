"""The six hooks. All have one shape: offer objects that satisfy a Protocol and have an id."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pluggy

if TYPE_CHECKING:
    from grantkit.exchange.api import Exporter, Importer
    from grantkit.forms.api import Form
    from grantkit.locales.api import Locale
    from grantkit.measures.api import Measure
    from grantkit.rules.api import Rule

hookspec = pluggy.HookspecMarker("grantkit")


@hookspec
def grantkit_register_exporters() -> Iterable[Exporter]:  # type: ignore[empty-body]
    """Offer exporters. Called once per Kit, when the first exporter is looked up."""


@hookspec
def grantkit_register_importers() -> Iterable[Importer]:  # type: ignore[empty-body]
    """Offer importers. Called once per Kit, when the first importer is looked up."""


@hookspec
def grantkit_register_locales() -> Iterable[Locale]:  # type: ignore[empty-body]
    """Offer locales. Called once per Kit, when the first locale is looked up."""


@hookspec
def grantkit_register_forms() -> Iterable[Form]:  # type: ignore[empty-body]
    """Offer forms. Called once per Kit, when the first form is looked up."""


@hookspec
def grantkit_register_rules() -> Iterable[Rule]:  # type: ignore[empty-body]
    """Offer rules. Called once per Kit, when the first rule is looked up."""


@hookspec
def grantkit_register_measures() -> Iterable[Measure[Any]]:  # type: ignore[empty-body]
    """Offer measures. Called once per Kit, when the first measure is looked up."""
