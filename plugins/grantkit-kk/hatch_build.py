"""Compiles the gettext catalogues of this distribution when it is built or installed editable.

Every distribution carries the same copy, so that its sdist builds on its own.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface):
    """Turns each `<package>/locale/<lang>/LC_MESSAGES/<domain>.po` into the `.mo` beside it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Compile; a catalogue that does not parse fails the build."""
        for po in sorted(Path(self.root, "src").glob("*/locale/*/LC_MESSAGES/*.po")):
            with po.open("rb") as source:
                catalogue = read_po(source, locale=po.parts[-3], abort_invalid=True)
            # Babel writes today's date where the header has none: equal sources, equal wheels.
            catalogue.creation_date = catalogue.revision_date = datetime(1980, 1, 1, tzinfo=UTC)
            with po.with_suffix(".mo").open("wb") as target:
                write_mo(target, catalogue)
