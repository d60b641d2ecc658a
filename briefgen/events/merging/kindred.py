"""Features in two kindred languages → the situation that both tell: one name, one day, one deed.

Ukrainian and Russian write a name almost alike, and so they do with many words: of their roots the
consonants meet (:mod:`briefgen.events.merging.roots`). Families of deeds and kinds of things have
one id in every language. A rare name, the day, the deed and a few more bonds make it one.
"""

from collections.abc import Iterable

from briefgen.events.merging.deeds import Deeds, deeds_of
from briefgen.events.merging.features import DISTINCT, Features
from briefgen.events.merging.roots import TELLING
from briefgen.events.merging.situations import counts_fit, is_rare, one_day, one_deed

__all__ = ["one_situation_across"]

BONDS = 5
"""Names, roots, kinds of things, figures and main deeds that two share, at least."""


def one_situation_across(one: Features, other: Features) -> str | None:
    """What two reports in kindred languages both tell, in words; None where they do not.

    Symmetric. Only asked of what nothing excludes (contrasts.incompatible).
    """
    mine, theirs = deeds_of(one.language), deeds_of(other.language)
    if not (mine.vowels and theirs.vowels and one_day(one, other)):
        return None
    names = sorted(_names(one, mine) & _names(other, theirs) or one.joint & other.joint)
    if not names or not counts_fit(one, other, mine) or _others_named(one, other):
        return None
    figures = sorted(f"{v:g} {unit}" for unit, v in _figures(one) & _figures(other))
    if figures and one.families & other.families & mine.known:
        return f"told in two languages; one day, one name ({names[0]}), one figure ({figures[0]})"
    told = one_deed(one, other, mine)
    if not told or len(names) + _bonds(one, other, names) < BONDS:
        return None
    return f"told in two languages; one day, one name ({names[0]}), one deed ({told[0]})"


def _names(told: Features, deeds: Deeds) -> frozenset[str]:
    """The roots of the rare names."""
    names = (told.names | {told.leading}) - told.wide - {""}
    return _roots((n for n in names if is_rare(n, told.language)), deeds)


def _figures(told: Features) -> set[tuple[str, float]]:
    """The figures that are no everyday numbers."""
    return {(u, v) for u, values in told.figures.items() for v in values if v >= DISTINCT}


def _roots(words: Iterable[str], deeds: Deeds) -> frozenset[str]:
    """The roots that tell something."""
    roots = map(deeds.root, words)
    return frozenset(root for root in roots if len(root) >= TELLING)


def _bonds(one: Features, other: Features, names: Iterable[str]) -> int:
    """How much binds two beside their names: roots, kinds of things, a figure, the main deed."""
    mine, theirs = deeds_of(one.language), deeds_of(other.language)
    roots = _roots(one.stems, mine) & _roots(other.stems, theirs)
    kinds = (one.families & other.families) - mine.known - theirs.known
    kinds -= mine.weak | theirs.weak
    figure = any(one.figures[u] & other.figures[u] for u in one.figures if u in other.figures)
    main = not one.front.main.isdisjoint(other.front.main & mine.known)
    return len(roots - set(names)) + len(kinds) + 2 * figure + main


def _others_named(one: Features, other: Features) -> bool:
    """Whether both name places, or both persons, and none of these is the other's."""
    mine, theirs = deeds_of(one.language), deeds_of(other.language)
    for left, right in ((one.located, other.located), (one.called, other.called)):
        a = _roots((n for n in left - one.wide if is_rare(n, one.language)), mine)
        b = _roots((n for n in right - other.wide if is_rare(n, other.language)), theirs)
        known_a, known_b = (
            _roots(one.names | one.stems, mine),
            _roots(other.names | other.stems, theirs),
        )
        if a and b and a.isdisjoint(known_b) and b.isdisjoint(known_a):
            return True
    return False
