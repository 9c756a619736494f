"""From what was read to a quantity: lists, ranges of two bounds, scores, names of the parts."""

from __future__ import annotations

from decimal import Decimal

from attrs import define

from grantkit.locales.figures import Doubt, is_whole
from grantkit.locales.terms import Term
from grantkit.model import Comparator, Part, Quantity

__all__ = ["SCORE_SCALES", "Group", "assemble", "share"]

_EXACTLY = Comparator.EXACTLY
_BOUNDS = (Comparator.AT_LEAST, Comparator.AT_MOST)
#: Denominators that make a bare "80/100" a score, not two parts.
SCORE_SCALES = (Decimal(10), Decimal(100))
_PAIR = 2


@define
class Group:
    """Numbers joined by slashes, with one comparator."""

    terms: list[Term]
    comparator: Comparator = _EXACTLY
    bound_first: bool = False
    #: Whether its last item is a word, so that a comma after it is no decimal one.
    ends_in_word: bool = False


def share(group: Group, units: list[str]) -> bool:
    """Give each term its unit, if there are as many."""
    if len(units) != len(group.terms):
        return False
    for term, unit in zip(group.terms, units, strict=True):
        term.unit, term.case = unit, ""
    return True


def assemble(
    groups: list[Group], signs: list[str], per: str | None, units: tuple[str, ...]
) -> Quantity | None:
    """Make the quantity of a list of groups.

    Raises:
        Doubt: There are several readings, none certain.
    """
    if len(groups) == _PAIR and signs[0] != ";" and (both := _between(*groups)):
        groups, signs = [both], []
    if _doubtful(groups, signs):
        raise Doubt
    for group in groups:
        _name(group, per, units if len(groups) == 1 else ())
    parts = []
    for group in groups:
        for term in group.terms:
            comparator = group.comparator
            if term.upper is not None:
                if comparator is not _EXACTLY:
                    return None  # "около 10–15"
                comparator = Comparator.BETWEEN
            parts.append(Part(term.value, term.unit, comparator, upper=term.upper, of=term.of))
    return Quantity(tuple(parts), per)


def _doubtful(groups: list[Group], signs: list[str]) -> bool:
    """Whether a comparator at an end of a list may hold for all of it."""
    exact = [group.comparator is _EXACTLY for group in groups]
    if all(exact) or not any(exact) or set(signs) == {";"}:
        return False
    # "не менее 5 фото и 1 видео"; but "кемінде 5 фото, 1 видео" is one by one.
    opens = groups[0].bound_first and "and" in signs
    # "5 фото, 1 видеодан кем емес"
    closes = not exact[-1] and not groups[-1].bound_first
    return opens or closes


def _between(low: Group, high: Group) -> Group | None:
    """Make one range of "не менее 8 и не более 15"."""
    if (low.comparator, high.comparator) != _BOUNDS or len(low.terms) + len(high.terms) > _PAIR:
        return None
    first, last = low.terms[0], high.terms[0]
    if first.unit is not None and last.unit is not None and first.unit != last.unit:
        return None
    if any(extra is not None for t in (first, last) for extra in (t.upper, t.of)):
        return None
    return Group([Term(first.value, last.value, unit=first.unit or last.unit)])


def _name(group: Group, per: str | None, units: tuple[str, ...]) -> None:
    """Give the terms the units of the indicator's name, or see that "80/100" is a score."""
    terms = group.terms
    named = [term.unit for term in terms]
    if len(units) > 1 and not any(named):
        if len(terms) == len(units) and all(term.of is None for term in terms):
            share(group, list(units))
            return
        if len(terms) == 1 and not is_whole(terms[0].value):
            raise Doubt  # "5,1" where photos and videos are counted
    if len(terms) == _PAIR and _is_score(group, per):
        of = terms[1].value
        group.terms = [Term(terms[0].value, of=of, unit=terms[1].unit)]
    elif None in named and any(named):
        raise Doubt  # "5/1 фото": what are the five?


def _is_score(group: Group, per: str | None) -> bool:
    first, last = group.terms
    if any(extra is not None for t in (first, last) for extra in (t.upper, t.of)):
        return False
    if not 0 <= first.value <= last.value or not last.value:
        return False
    if (first.unit, last.unit) == (None, "point"):
        return True
    if first.unit or last.unit or last.value not in SCORE_SCALES:
        return False
    if per is not None or group.comparator is not _EXACTLY:
        raise Doubt  # a score, or two parts?
    return True
