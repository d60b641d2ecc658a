"""Two Features → the situation that both tell: one name, one day, one deed.

Two outlets may tell one happening with hardly a word in common: "Sixteen goods wagons jumped the
rails outside Lommer", "No trains: derailment at Lommer". A name that few texts hold, the same day
and the same deed make it one all the same, unless they name others in the same part of it, or
count otherwise.
"""

from collections.abc import Mapping, Sequence

from briefgen.events.figures.tallies import excluded
from briefgen.events.merging.contrasts import comparable
from briefgen.events.merging.deeds import Deeds
from briefgen.events.merging.features import PERSON, Features
from briefgen.events.merging.rivals import same_name
from briefgen.events.merging.timing import meet
from briefgen.knowledge.everyday import everyday
from briefgen.knowledge.gazetteer import fold, states
from briefgen.model import DateBasis, Quantity, Report

__all__ = [
    "counts_fit",
    "is_rare",
    "one_day",
    "one_deed",
    "one_situation",
    "rare_names",
    "surely_named",
    "well_named",
]

BONDS = 4
"""Rare names, words, words of one kind, figures and main deeds that two share, at least, beside
their day."""
SHORT_DAYS = 2
"""Days that a happening has at most, told so narrowly that a day is a sign."""
SHORTEST = 3
"""Letters of a name that tells anything, at least."""
WELL = 2
"""Rare names that two share, at least, to name the same whatever else they name."""

_NONE: frozenset[str] = frozenset()


def one_situation(one: Features, other: Features, deeds: Deeds) -> str | None:
    """What both tell, in words: a rare name, the day, the deed; None where they do not.

    Symmetric. Only asked of what nothing excludes (contrasts.incompatible).
    """
    if not everyday(one.language) or not one_day(one, other):
        return None
    told = one_deed(one, other, deeds)
    if not told:
        return None
    names = rare_names(one, other, deeds)
    if not names or _others_named(one, other, deeds) or not counts_fit(one, other, deeds):
        return None
    if len(names) + _bonds(one, other, deeds) < BONDS + _count_apart(one, other, deeds):
        return None
    return f"one day, one name ({names[0].capitalize()}), one deed ({told[0]})"


def surely_named(one: Features, other: Features, deeds: Deeds) -> bool:
    """Whether two names that both have, or one that is no state's, make a figure no chance."""
    theirs = other.names | {other.leading}
    mine = (one.names | {one.leading}) - {""}
    shared = [name for name in sorted(mine) if any(same_name(name, n, deeds) for n in theirs)]
    return len(shared) > 1 or any(fold(name) not in states() for name in shared)


def well_named(one: Features, other: Features, deeds: Deeds) -> bool:
    """Whether both are of one day and share rare names, and none names others in their part."""
    return (
        bool(everyday(one.language))
        and one_day(one, other)
        and len(rare_names(one, other, deeds)) >= WELL
        and not _others_named(one, other, deeds)
    )


def _bonds(one: Features, other: Features, deeds: Deeds) -> int:
    """How much else binds them: words, words of one kind or deed, a figure, the main deed.

    The names, and a deed that both tell by one word, do not count again.
    """
    named = one.names | other.names | {one.leading, other.leading}
    both = one.stems & other.stems
    words = [
        stem
        for stem in both - {deeds.stem(name) for name in named}
        if one.kin.get(stem, _NONE).isdisjoint(deeds.known | deeds.weak)
        and not (deeds.weak and stem in deeds.plain)
    ]
    theirs = [other.kin[stem] - deeds.weak for stem in other.stems - both if stem in other.kin]
    kin = [
        stem
        for stem in one.stems - both
        if any(not one.kin.get(stem, _NONE).isdisjoint(kinds) for kinds in theirs)
    ]
    figure = any(one.figures[u] & other.figures[u] for u in one.figures if u in other.figures)
    main = not one.front.main.isdisjoint(other.front.main & deeds.known)
    return len(words) + len(kin) + figure + main


def _count_apart(one: Features, other: Features, deeds: Deeds) -> bool:
    """Whether both count, and nothing that the other counts."""
    return bool(one.figures and other.figures) and not any(
        comparable(unit, theirs, deeds) for unit in one.figures for theirs in other.figures
    )


def one_deed(one: Features, other: Features, deeds: Deeds) -> Sequence[str]:
    """The families of deeds that both tell, the main one of one of them; in order."""
    mine, theirs = one.front, other.front
    if not (mine.main or theirs.main):
        return sorted(mine.deeds & theirs.deeds & deeds.known)
    if (mine.verb, theirs.verb) in deeds.contraries:
        return ()
    return sorted(((mine.main & theirs.deeds) | (theirs.main & mine.deeds)) & deeds.known)


def rare_names(one: Features, other: Features, deeds: Deeds) -> Sequence[str]:
    """The names that both have and few texts hold, in order.

    No state, no people ("the *Sorrandi* fleet"), no everyday word, and nobody who only speaks in
    both.
    """
    speakers = _speakers(one.report) & _speakers(other.report) | one.peoples | other.peoples
    speakers |= one.wide | other.wide
    theirs = other.names | ({other.leading} & one.names)
    mine = one.names | ({one.leading} & other.names)
    found = [
        name
        for name in sorted(mine)
        if is_rare(name, one.language)
        and name not in speakers
        and any(same_name(name, told, deeds) for told in theirs)
    ]
    return found or sorted(one.joint & other.joint)


def is_rare(name: str, language: str) -> bool:
    """Whether a name in lower case is held by few texts."""
    return len(name) >= SHORTEST and fold(name) not in states() and name not in everyday(language)


def _speakers(report: Report) -> frozenset[str]:
    return frozenset(report.attribution.who.lower().split() if report.attribution else ())


def one_day(one: Features, other: Features) -> bool:
    """Whether both may be of one day, or two; a day lent by its article may be off by one."""
    lengths = [f.report.interval.length if f.report.interval else None for f in (one, other)]
    if not all(length is not None and length.days <= SHORT_DAYS for length in lengths):
        return False
    if DateBasis.INHERITED not in {one.report.basis, other.report.basis}:
        return meet(one.report, other.report)
    return one.window is not None and other.window is not None and one.window.overlaps(other.window)


def _others_named(one: Features, other: Features, deeds: Deeds) -> bool:
    """Whether both name places, or both persons, and none of these is the other's."""
    for mine, theirs in (
        (one.located - one.wide, other.located - other.wide),
        (one.called, other.called),
    ):
        left = [name for name in mine if is_rare(name, one.language)]
        right = [name for name in theirs if is_rare(name, one.language)]
        if left and right and not _meet(left, other, deeds) and not _meet(right, one, deeds):
            return True
    return False


def _meet(names: Sequence[str], told: Features, deeds: Deeds) -> bool:
    known = told.names | told.stems
    return any(same_name(name, word, deeds) for name in names for word in known)


def counts_fit(one: Features, other: Features, deeds: Deeds) -> bool:
    """Whether no figure of one excludes one of the other, but that a toll has risen."""
    tolls = bool(one.front.deeds & other.front.deeds & deeds.effects)
    earlier, later = (one, other) if _told_before(one, other) else (other, one)
    for unit in sorted(earlier.counts):
        for theirs in sorted(later.counts):
            if unit in deeds.measures or not comparable(unit, theirs, deeds):
                continue
            if not excluded(earlier.counts[unit], later.counts[theirs]):
                continue
            rises = _most(later.counts, theirs) > _most(earlier.counts, unit)
            if not (tolls and rises and _of_people(unit, deeds) and _told_before(earlier, later)):
                return False
    return True


def _of_people(unit: str, deeds: Deeds) -> bool:
    return unit == PERSON or unit in deeds.persons


def _told_before(one: Features, other: Features) -> bool:
    """Whether the one was published before the other."""
    left, right = (f.published.start if f.published else None for f in (one, other))
    return left is not None and right is not None and left < right


def _most(counts: Mapping[str, tuple[Quantity, ...]], unit: str) -> float:
    return max(quantity.value for quantity in counts[unit])
