"""Two Features → the situation that both tell: one name, one day, one deed.

Two outlets may tell one happening with hardly a word in common: "Sixteen goods wagons jumped the
rails outside Lommer", "No trains: derailment at Lommer". A name that few texts hold, the same day
and the same deed make it one all the same, unless they name others in the same part of it, or
count otherwise.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefgen.events.figures.tallies import excluded
from briefgen.events.merging.contrasts import comparable
from briefgen.events.merging.deeds import Deeds
from briefgen.events.merging.features import DISTINCT, PERSON, Features
from briefgen.events.merging.rivals import other_doer, other_names, same_name
from briefgen.events.merging.timing import meet
from briefgen.knowledge.everyday import everyday
from briefgen.knowledge.gazetteer import fold, states
from briefgen.model import DateBasis, Precision, Quantity, Report

__all__ = [
    "counts_fit",
    "is_rare",
    "one_day",
    "one_deed",
    "one_situation",
    "others_named",
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
    if others_named(one, other, deeds) or not counts_fit(one, other, deeds):
        return None
    names = _binding_names(one, other, deeds)
    return f"one day, one name ({names[0].capitalize()}), one deed ({told[0]})" if names else None


def _binding_names(one: Features, other: Features, deeds: Deeds) -> Sequence[str]:
    """The rare names that both have, where with what else binds them they suffice; else none.

    One bond less is enough where the main verbs agree on a deed that is no mere harm, and both
    tell their day, or where neither names anything else; not where others do it. Names that only
    the lines about a report tell count too, where nobody else is named in them.
    """
    lent = DateBasis.INHERITED in {one.report.basis, other.report.basis}
    sure = not lent and bool((one.front.main & other.front.main & deeds.known) - deeds.effects)
    strict = (
        one.again == other.again
        and not _else_where(one, other, deeds)
        and not other_names(one, other, deeds, doers=True)
    )
    least = BONDS + _count_apart(one, other, deeds) - _bonds(one, other, deeds)
    names = rare_names(one, other, deeds)
    if names and len(names) >= least:
        return names
    near = names and len(names) >= least - 1 and not other_doer(one, other, deeds)
    if near and (sure or strict):
        return names
    names = rare_names(_led(one), _led(other), deeds)
    if len(names) < max(least, 1):
        return ()
    others = None if sure else other_names(_led(one), _led(other), deeds, doers=True)
    return () if others else names


def _else_where(one: Features, other: Features, deeds: Deeds) -> bool:
    """Whether each tells a place where it was that the other does not."""
    return all(
        any(not _meet([name], b, deeds) for name in a.located - a.wide)
        for a, b in ((one, other), (other, one))
    )


def _led(told: Features) -> Features:
    """A report as if it named what the lines about it name."""
    return replace(told, names=told.names | told.around.names)


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
        and not others_named(one, other, deeds)
    )


def _bonds(one: Features, other: Features, deeds: Deeds) -> int:
    """How much else binds them: words, words of one kind or deed, a figure, the main deed.

    The names, what only says where they are ("village"), who says so, and a deed that both tell by
    one word do not count again.
    """
    named = one.names | other.names | {one.leading, other.leading}
    named |= _speakers(one.report) & _speakers(other.report)
    both = one.stems & other.stems
    beside = {deeds.stem(name) for name in named} | deeds.holding
    words = [
        stem
        for stem in both - beside
        if one.kin.get(stem, _NONE).isdisjoint(deeds.known | deeds.weak)
        and not (deeds.weak and stem in deeds.plain)
    ]
    left, right = one.stems - both - deeds.holding, other.stems - both - deeds.holding
    theirs = [other.kin[stem] - deeds.weak for stem in right if stem in other.kin]
    kin = [
        stem
        for stem in left
        if any(not one.kin.get(stem, _NONE).isdisjoint(kinds) for kinds in theirs)
    ]
    main = not one.front.main.isdisjoint(other.front.main & deeds.known)
    return len(words) + len(kin) + _one_figure(one, other, deeds) + main


def _one_figure(one: Features, other: Features, deeds: Deeds) -> int:
    """How much a figure that both tell binds them: one that is no everyday number, twice."""
    shared = [
        value
        for unit in one.figures
        for theirs in other.figures
        for value in one.figures[unit] & other.figures[theirs]
        if _of_one_kind(unit, theirs, deeds) or value >= DISTINCT
    ]
    return bool(shared) + any(value >= DISTINCT for value in shared)


def _of_one_kind(unit: str, theirs: str, deeds: Deeds) -> bool:
    """Whether two units may count the same, or both count persons: "farmers", "villagers"."""
    persons = _of_people(unit, deeds) and _of_people(theirs, deeds)
    return (
        unit == theirs
        or persons
        or (comparable(unit, theirs, deeds) and unit not in deeds.measures)
    )


def _count_apart(one: Features, other: Features, deeds: Deeds) -> bool:
    """Whether both count, and nothing that the other counts."""
    return (
        bool(one.figures and other.figures)
        and not any(
            comparable(unit, theirs, deeds) for unit in one.figures for theirs in other.figures
        )
        and not _one_figure(one, other, deeds)
    )


def one_deed(one: Features, other: Features, deeds: Deeds) -> Sequence[str]:
    """The families of deeds that both tell, the main one of one of them; in order."""
    mine, theirs = one.front, other.front
    if not (mine.main or theirs.main):
        return sorted(mine.deeds & theirs.deeds & deeds.known)
    if (mine.verb, theirs.verb) in deeds.contraries:
        return ()
    told = (mine.main & theirs.deeds) | (theirs.main & mine.deeds)
    if _one_figure(one, other, deeds):  # "four dead is the toll given", "a strike killed four"
        told |= mine.deeds & theirs.deeds & deeds.effects
    return sorted(told & deeds.known)


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


def others_named(one: Features, other: Features, deeds: Deeds) -> bool:
    """Whether both name places, or both persons, and none of these is the other's.

    Or two persons of one name: "Sofie Rahbek" and "Mads Rahbek".
    """
    if _namesakes(one, other, deeds):
        return True
    regions = _regions(one) | _regions(other)
    for mine, theirs in (
        (one.located - regions, other.located - regions),
        (one.called, other.called),
    ):
        left = [name for name in mine if fold(name) not in states()]
        right = [name for name in theirs if fold(name) not in states()]
        rare = any(is_rare(name, one.language) for name in (*left, *right))
        if rare and left and right and not (_meet(left, other, deeds) or _meet(right, one, deeds)):
            return True
    return False


def _regions(told: Features) -> frozenset[str]:
    """The words of the places that hold others."""
    wide = (p.name for p in told.places if p.precision in {Precision.REGION, Precision.COUNTRY})
    return told.wide | {word for name in wide for word in name.lower().split()}


def _namesakes(one: Features, other: Features, deeds: Deeds) -> bool:
    """Whether a name of several words in one has a part in common with one in the other."""
    return any(
        mine & theirs and _lacks(mine - theirs, other, deeds) and _lacks(theirs - mine, one, deeds)
        for mine in one.wholes
        for theirs in other.wholes
    )


def _lacks(words: frozenset[str], told: Features, deeds: Deeds) -> bool:
    """Whether a text has none of some words of a name, states and peoples left out."""
    own = [word for word in sorted(words) if fold(word) not in states()]
    return bool(own) and not _meet(own, told, deeds)


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
