"""The measures that come with the core."""

from __future__ import annotations

from grantkit.measures.achieved import Achieved
from grantkit.measures.totals import Totals

__all__ = ["BUILTIN"]

#: Facts added up, plans added up, and how many were achieved.
BUILTIN = (Totals(), Totals(id="planned", column="target"), Achieved())
