"""Sheets of paper: A4, with the margins that Kazakhstan's official papers have."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from grantkit.document import Orientation
from grantkit_docx.xml import twips

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantkit.document import Column

__all__ = ["LANDSCAPE", "PORTRAIT", "Page", "page", "widths"]

FOOTER = "footer"  # the relationship's id
LEAST = twips(7)


@frozen(kw_only=True)
class Page:
    """A page and its margins, in twips."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int

    @property
    def text_width(self) -> int:
        """Room between the margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """Room between the margins."""
        return self.height - self.top - self.bottom

    def section(self) -> str:
        """Return the properties of a section of such pages."""
        lying = ' w:orient="landscape"' if self.width > self.height else ""
        return (
            f'<w:sectPr><w:footerReference w:type="default" r:id="{FOOTER}"/>'
            f'<w:type w:val="nextPage"/><w:pgSz w:w="{self.width}" w:h="{self.height}"{lying}/>'
            f'<w:pgMar w:top="{self.top}" w:right="{self.right}" w:bottom="{self.bottom}"'
            f' w:left="{self.left}" w:header="{twips(10)}" w:footer="{twips(8)}" w:gutter="0"/>'
            '<w:cols w:space="708"/></w:sectPr>'
        )


PORTRAIT = Page(
    width=11906,
    height=16838,
    top=twips(20),
    right=twips(15),
    bottom=twips(20),
    left=twips(30),
)
#: The same sheet turned, so that the wide margin stays at the edge that is bound.
LANDSCAPE = Page(
    width=16838,
    height=11906,
    top=twips(30),
    right=twips(20),
    bottom=twips(15),
    left=twips(20),
)


def page(orientation: Orientation) -> Page:
    """Return the page that lies so."""
    return LANDSCAPE if orientation is Orientation.LANDSCAPE else PORTRAIT


def widths(columns: Sequence[Column], room: int, needs: Sequence[float] = ()) -> list[int]:
    """Share *room* by the columns' hints, to the last twip.

    None is narrower than it *needs*, and none than 7 mm, as far as the room allows.

    >>> from grantkit.document import Column
    >>> widths([Column(1), Column(2)], 9000), widths([Column(0), Column(9)], 9000)
    ([3000, 6000], [397, 8603])
    """
    hints = [max(float(column.width), 0.0) for column in columns]
    total = sum(hints) or 1.0
    least = [max(need, LEAST) for need in needs] or [LEAST] * len(hints)
    scale = min(1.0, room / sum(least))
    least = [width * scale for width in least]
    above = [max(hint / total * room - low, 0.0) for hint, low in zip(hints, least, strict=True)]
    spare = room - sum(least)
    ends = [0]
    reach = 0.0
    for low, more in zip(least, above, strict=True):
        reach += low + (more / sum(above) * spare if sum(above) else spare / len(hints))
        ends.append(round(reach))
    ends[-1] = room
    return [end - start for start, end in pairwise(ends)]
