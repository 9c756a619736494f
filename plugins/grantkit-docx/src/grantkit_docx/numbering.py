"""Lists: each numbered one counts for itself."""

from __future__ import annotations

from attrs import define, field

from grantkit_docx.xml import NAMESPACES

__all__ = ["STEP", "STEP_IN_CELL", "Numbering"]

STEP, STEP_IN_CELL = 454, 170  # how far a level is set in, in twips
LEVELS = 9
START = 32767  # the highest that Word takes


@define
class Numbering:
    """The lists of a document, as they are met."""

    _nums: list[str] = field(factory=list, init=False)
    _bullets: dict[bool, int] = field(factory=dict, init=False)

    def __bool__(self) -> bool:
        return bool(self._nums)

    def bullets(self, *, in_cell: bool) -> int:
        """Return the number of the list definition for items that are not numbered."""
        if in_cell not in self._bullets:
            self._bullets[in_cell] = self._add(2 if in_cell else 0, "")
        return self._bullets[in_cell]

    def ordered(self, level: int, start: int, *, in_cell: bool) -> int:
        """Return the number of a list definition that counts from *start* at *level*."""
        start = min(max(start, 0), START)
        return self._add(
            3 if in_cell else 1,
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>',
        )

    def _add(self, abstract: int, override: str) -> int:
        number = len(self._nums) + 1
        self._nums.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'
        )
        return number

    def xml(self) -> str:
        """Return the numbering part."""
        looks = [
            _abstract(0, STEP, "", ordered=False),
            _abstract(1, STEP, "", ordered=True),
            # in a narrow cell the text follows its number at once
            _abstract(2, STEP_IN_CELL, '<w:suff w:val="space"/>', ordered=False),
            _abstract(3, STEP_IN_CELL, '<w:suff w:val="space"/>', ordered=True),
        ]
        return f"<w:numbering {NAMESPACES}>{''.join(looks)}{''.join(self._nums)}</w:numbering>"


def _abstract(number: int, step: int, suffix: str, *, ordered: bool) -> str:
    levels = []
    for level in range(LEVELS):
        kind, text = ("decimal", f"%{level + 1}.") if ordered else ("bullet", "–")
        left = step * level if suffix else step * (level + 1)
        hanging = "" if suffix else f' w:hanging="{step}"'
        levels.append(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{suffix}'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{left}"{hanging}/></w:pPr></w:lvl>'
        )
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="4B5A000{number}"/>'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{"".join(levels)}</w:abstractNum>'
    )
