"""Two Features → whether they tell the same happening, and why.

IDF-weighted overlap of words is the evidence, the more so where figures agree; what sets two texts
apart (:mod:`briefgen.events.merging.contrasts`) is a gate before it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from math import fsum

from briefgen.events.figures.tallies import excluded, rounded
from briefgen.events.merging.across import agreement
from briefgen.events.merging.contrasts import (
    MUCH,
    VERY_MUCH,
    comparable,
    contrasting,
    incompatible,
    of_the_dead,
    other_deed,
    told_of_before,
)
from briefgen.events.merging.deeds import Deeds, deeds_of
from briefgen.events.merging.features import DISTINCT, Features
from briefgen.events.merging.kindred import one_situation_across
from briefgen.events.merging.rivals import other_doer, other_names, shared_names
from briefgen.events.merging.situations import one_situation, others_named, surely_named, well_named
from briefgen.events.merging.timing import meet, published_apart, undated_twin
from briefgen.model import Report

__all__ = ["Figures", "Likeness", "compare", "compatible", "figures_of", "overlap"]

SAME = 0.48
"""Likeness from which two reports with no figure to compare tell the same happening."""
SAME_VERB = 0.47
"""The same, when the verbs agree."""
SAME_COUNTED = 0.52
"""The same, when one has figures and the other none."""
SAME_NAMES = 0.36
"""The same, when both name the same two ships, places or persons."""
SAME_FIGURES = 0.3
"""The same, when figures agree."""
SAME_DEED = 0.2
"""The same, when figures agree and so do the verbs."""
SAME_DISTINCT = 0.16
"""The same, when a figure agrees that is no everyday number: both say 240 sailors."""
SAME_SURE = 0.1
"""The same, when such a figure agrees, and two names."""
SITUATED = 0.45
"""Share of words in the same order from which another word in the same place tells two apart that
share a situation."""
SAME_DESPITE = 0.4
"""The same, when a figure differs: two counts of one happening, on one day and of one name."""
SAME_FIT = 0.3
"""The same, when what they count may be one number, and a name is shared: at least 40, and 112."""
SAME_COPY = 0.85
"""The same, when both are undated and published far apart."""
SAME_UNDATED = 0.6
"""The same, when one is undated and no telling figure agrees."""
SAME_OTHER = 0.5
"""The same, when each counts something that the other does not."""
SAME_MANY = 0.42
"""The same, when so many words are shared:"""
MANY = 5
SHORT = 3
"""Words of a text, at least, that all stand in a longer one."""
KIN = 0.8
"""What a word weighs that the other text tells by another word: "killed", "deaths"."""
FAR = 5
"""So many times a part is the whole too much to be another count of it."""
BEHIND = 0.5
"""What a word weighs that tells of what was before in one of the texts alone."""
NEVER = 2.0
"""No likeness is so high."""
ACROSS = 0.2
"""What the likeness of two reports in two languages counts: links within one come first."""
ABOUT = 2
"""Stems that a claim and its denial share, at least, to be about the same thing."""
NEXT = 2
"""Characters between a claim and the sentence that denies it."""
DISPUTE_LENGTH = timedelta(days=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Whether two reports tell the same happening, and why."""

    same: bool
    score: float
    why: str
    by_story: bool = False
    """Whether the stories of their articles speak for it, more than their words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What the figures of two reports say."""

    agree: tuple[str, ...]
    """Units whose figures agree."""
    clash: tuple[str, ...]
    """Units whose figures exclude each other."""
    distinct: bool
    """Whether one that agrees is no everyday number."""
    alike: bool
    """Whether they count different things, and as many: 45 drones, 45 tanks; or a whole and a
    part of it: 2,000 people, 300 patients."""
    fit: tuple[str, ...]
    """Units whose figures may be one number."""
    apart: bool
    """Whether both count, and nothing that the other counts."""
    twice: bool = False
    """Whether two that agree, of two kinds of thing, are no everyday numbers."""


NO_FIGURES = Figures(agree=(), clash=(), distinct=False, alike=False, fit=(), apart=False)


def compare(one: Features, other: Features, weights: Mapping[str, float]) -> Likeness:
    """Whether two reports tell the same happening. Symmetric."""
    if _answers(one, other) or _answers(other, one):
        return Likeness(same=True, score=1, why="claimed, and denied in the next sentence")
    if _denies_again(one, other) or _denies_again(other, one):
        return Likeness(same=True, score=1, why="denied again")
    differ = incompatible(one, other)
    if differ is not None:
        return Likeness(same=False, score=0, why=differ)
    if one.language != other.language:
        why = agreement(one.report, other.report) or one_situation_across(one, other)
        told = why or "told in two languages; no figure agrees"
        return Likeness(same=why is not None, score=ACROSS, why=told)
    return _within_one_language(one, other, weights)


def _within_one_language(one: Features, other: Features, weights: Mapping[str, float]) -> Likeness:
    """The same of two reports in one language that nothing excludes outright."""
    deeds = deeds_of(one.language)
    score, common = overlap(one, other, weights)
    named = shared_names(one, other, deeds)
    figures = figures_of(one, other, deeds, named)
    bar, told = _bar(one, other, figures, named, common)
    sure = figures.distinct and named > 0
    if undated_twin(one, other) and not sure:
        bar = max(bar, SAME_UNDATED)
    if one.window is None and other.window is None and published_apart(one, other):
        bar = max(bar, SAME_COPY)
    why = f"likeness {score:.2f}; {told}"
    if score < bar:
        situation = _situated(one, other, deeds)
        told = f"likeness {score:.2f}; {situation}" if situation else why
        return Likeness(same=situation is not None, score=score, why=told)
    differ = (
        of_the_dead(one, other)
        or told_of_before(one, other, deeds)
        or other_deed(one, other, deeds)
        or _others_named(one, other, deeds, sure=sure)
    )
    differ = differ or contrasting(one, other, deeds, much=VERY_MUCH if sure else MUCH)
    return Likeness(same=differ is None, score=score, why=differ or why)


def _others_named(one: Features, other: Features, deeds: Deeds, *, sure: bool) -> str | None:
    """The names that set two apart, where no other names make it sure that they tell one thing."""
    if well_named(one, other, deeds):
        return None
    doer = other_doer(one, other, deeds)
    if doer is not None:
        return doer
    if sure and surely_named(one, other, deeds) and not others_named(one, other, deeds):
        return None
    return other_names(one, other, deeds, doers=sure)


def _situated(one: Features, other: Features, deeds: Deeds) -> str | None:
    """The situation that both tell in words of their own, where nothing sets them apart."""
    situation = one_situation(one, other, deeds)
    if situation is None or of_the_dead(one, other) or told_of_before(one, other, deeds):
        return None
    return None if contrasting(one, other, deeds, much=SITUATED) else situation


def compatible(one: Features, other: Features) -> bool:
    """Whether two reports may stand in one event, however unlike they are. Symmetric."""
    deeds = deeds_of(one.language)
    fits = incompatible(one, other) is None
    if fits and one.language != other.language:
        return True
    if fits and not one.stems.isdisjoint(other.stems):
        figures = figures_of(one, other, deeds, 0)
        if figures.distinct or other_names(one, other, deeds, broadly=True) is None:
            return True
        if well_named(one, other, deeds):
            return True
        return _situated(one, other, deeds) is not None
    return any(
        told(a, b) for told in (_answers, _denies_again) for a, b in ((one, other), (other, one))
    )


def _bar(
    one: Features, other: Features, figures: Figures, named: int, common: int
) -> tuple[float, str]:
    """The likeness that two reports need, and what speaks for it."""
    if figures.agree:
        told = f"figures agree ({', '.join(figures.agree[:3])})"
        if figures.distinct:
            return SAME_SURE if named > 1 or figures.twice else SAME_DISTINCT, told
        return SAME_FIGURES if one.front.main.isdisjoint(other.front.main) else SAME_DEED, told
    if figures.clash:
        fits = deeds_of(one.language).exact.isdisjoint(figures.clash)
        fits = fits and _one_day(one.report) and _one_day(other.report) and named > 0
        fits = fits and meet(one.report, other.report)
        return SAME_DESPITE if fits else NEVER, f"figures differ ({figures.clash[0]})"
    if figures.apart:
        told = "they count different things"
        return NEVER if figures.alike else SAME_OTHER, told
    bar = _bare_bar(one, other, named, common)
    if figures.fit and named:
        return min(bar, SAME_FIT), f"figures fit ({figures.fit[0]})"
    return bar, "no figure to compare"


def _bare_bar(one: Features, other: Features, named: int, common: int) -> float:
    """The likeness that two reports need where no figure can be compared."""
    if named > 1 or (named and _within(one, other)):
        return SAME_NAMES
    if common >= MANY:
        return SAME_MANY
    if one.figures or other.figures:
        return SAME_COUNTED
    return SAME if one.front.main.isdisjoint(other.front.main) else SAME_VERB


def _within(one: Features, other: Features) -> bool:
    """Whether all words of one text stand in the other."""
    short, long = sorted((one.stems, other.stems), key=len)
    return len(short) >= SHORT and short <= long


def figures_of(one: Features, other: Features, deeds: Deeds, named: int) -> Figures:
    """What the figures of two reports that share so many names say."""
    if not (one.figures and other.figures):
        return NO_FIGURES
    agree: list[str] = []
    clash: list[str] = []
    fit: list[str] = []
    parted: list[str] = []
    telling: set[float] = set()
    met: set[str] = set()
    for unit in sorted(one.figures):
        for theirs in sorted(other.figures):
            if not comparable(unit, theirs, deeds):
                continue
            met |= {unit, theirs}
            both = one.figures[unit] & other.figures[theirs]
            if both and named and unit in deeds.measures:
                agree.append(unit)
                continue
            near = both or rounded(one.counts[unit], other.counts[theirs])
            if near and unit not in deeds.measures:
                agree.append(unit)
            elif excluded(one.counts[unit], other.counts[theirs]):
                part = unit != theirs and _far(one.figures[unit], other.figures[theirs])
                (parted if part else clash).append(unit)
            else:
                fit.append(unit)
            counted = unit not in deeds.measures
            telling |= {v for v in both if counted and v >= DISTINCT}
    alike = frozenset() if met else _values(one) & _values(other)
    if len(alike) > 1:  # "187 votes to 129", "187 members in favour, 129 against"
        return replace(NO_FIGURES, agree=(min(one.figures),))
    return Figures(
        agree=tuple(dict.fromkeys(agree)),
        fit=tuple(dict.fromkeys(fit)),
        clash=tuple(unit for unit in dict.fromkeys(clash) if unit not in agree),
        distinct=bool(telling),
        twice=len(telling) > 1 and len(agree) > 1,
        alike=bool(parted) or bool(alike),
        apart=bool(parted) or not met,
    )


def _values(told: Features) -> frozenset[float]:
    return frozenset().union(*told.figures.values())


def _far(one: frozenset[float], other: frozenset[float]) -> bool:
    """Whether figures of two units are too far apart to be two counts of one thing."""
    small, large = sorted((max(one), max(other)))
    return large > FAR * small


def overlap(one: Features, other: Features, weights: Mapping[str, float]) -> tuple[float, int]:
    """IDF-weighted Jaccard of stems, and how many are shared.

    A deed or a thing may be told by another word. The sums are exact, so no order shows in them.
    """
    both = one.stems & other.stems
    plain = deeds_of(one.language).plain
    left, right = (
        [s for s in f.stems - both if s not in plain or s in f.kin] for f in (one, other)
    )
    before = one.front.behind ^ other.front.behind
    shared = fsum(weights[s] * (BEHIND if s in before else 1) for s in both)
    if one.date == other.date:
        shared += weights[one.date]
    union = shared + fsum(weights[s] * (1 - BEHIND) for s in both & before)
    union += fsum(weights[s] for s in left) + fsum(weights[s] for s in right)
    common = len(both)
    free = sorted(s for s in right if s in other.kin)
    for stem in sorted(s for s in left if s in one.kin) if free else ():
        match = next((s for s in free if one.kin[stem] & other.kin[s]), None)
        if match is not None:
            free.remove(match)
            common += 1
            weight = min(weights[stem], weights[match])
            shared += KIN * weight
            union -= weight
    return (shared / union if union else 0.0), common


def _one_day(report: Report) -> bool:
    length = report.interval.length if report.interval else None
    return length is not None and length <= DISPUTE_LENGTH


def _answers(claim: Features, denial: Features) -> bool:
    """Whether a denial stands right behind a claim of somebody else, about the same thing."""
    said, denied = claim.report.attribution, denial.report.attribution
    if said is None or denied is None or said.denies or not denied.denies or said.who == denied.who:
        return False
    gap = denial.report.start - claim.report.end
    if claim.report.document != denial.report.document or not 0 <= gap <= NEXT:
        return False
    return len(claim.content & denial.content) >= ABOUT or bool(denial.charges)


def _denies_again(bare: Features, denial: Features) -> bool:
    """Whether one denial, which names only a charge, repeats another of the same claimant."""
    said, denied = bare.report.attribution, denial.report.attribution
    if said is None or denied is None or not (said.denies and denied.denies):
        return False
    alike = said.who.casefold() == denied.who.casefold()
    return alike and bool(bare.charges) and not bare.content - bare.charges and _meet(bare, denial)


def _meet(one: Features, other: Features) -> bool:
    """Whether both have a window, and these overlap."""
    if one.window is None or other.window is None:
        return False
    return one.window.overlaps(other.window)
