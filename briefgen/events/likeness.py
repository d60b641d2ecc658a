"""Two Reports → how alike they are, and whether they may tell the same happening.

IDF-weighted Jaccard of stems, with figures, dates and places as gates: a text that differs from
another by one number ("40 boats", "14 boats") tells another happening.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from briefgen.events.across import agreement
from briefgen.events.lexicon import Statements
from briefgen.events.words import read_wording
from briefgen.model import DateBasis, Interval, Place, Precision, Report, Status

__all__ = ["Features", "Likeness", "compare", "compatible", "features_of", "weigh_stems"]

SAME = 0.34
"""Likeness from which two reports with no figure to compare tell the same happening."""
SAME_FIGURES = 0.22
"""The same, when figures agree."""
SAME_DISTINCT = 0.14
"""The same, when a figure agrees that is no everyday number: both say 240 sailors."""
DISTINCT = 10
"""From here on a figure is no everyday number."""
SAME_DESPITE = 0.45
"""The same, when a figure differs: two counts of one happening, on one day and in one place."""
SAME_NAMES = 0.24
"""The same, figures or none, when both name the same two ships or persons."""
ACROSS = 0.2
"""What the likeness of two reports in two languages counts: links within one come first."""
ABOUT = 2
"""Stems that a claim and its denial share, at least, to be about the same thing."""
NEXT = 2
"""Characters between a claim and the sentence that denies it."""
NEAR_KM = 60
"""Within so much of a strait or a sea, a place lies in it."""
EARTH_KM = 6371
SLACK = timedelta(days=1)
"""How far an approximate date may lie from another."""
DISPUTE_LENGTH = timedelta(days=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What of a report is compared."""

    report: Report
    language: str
    """Of the words that it was read with."""
    stems: frozenset[str]
    figures: Mapping[str, frozenset[float]]
    """Unit → values."""
    content: frozenset[str]
    """Stems without the claimant's and the places'."""
    charges: frozenset[str]
    """Words for what was claimed before: "the accusation"."""
    names: frozenset[str]
    """Words with a capital inside the sentence, the claimant's left out: ships, persons."""
    place_words: frozenset[str]
    """The words of the places, which tell where and not who."""
    places: tuple[Place, ...]
    """Those finer than a country."""
    window: Interval | None
    """When it may have happened: the interval, wider where that is not sure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Whether two reports tell the same happening, and why."""

    same: bool
    score: float
    why: str


def features_of(report: Report, lexicon: Statements) -> Features:
    """What of a report is compared: stems without stop words, figures by unit, places."""
    length = len(report.quote)
    words = read_wording(report.quote, 0, length, elisions=lexicon.elisions).words
    canonical = frozenset(
        lexicon.canonical(lexicon.bare(w.text)) for w in words if w.lower not in lexicon.stop
    )
    names = frozenset(
        lexicon.bare(w.lower) for w in words[1:] if w.text[:1].isupper() and len(w.text) > 2
    )
    claimant = _claimant_words(report)
    apart = [*claimant, *(w for p in report.places for w in p.name.split())]
    figures: dict[str, set[float]] = {}
    for quantity in report.quantities:
        figures.setdefault(quantity.unit, set()).add(quantity.value)
    return Features(
        report=report,
        language=lexicon.language,
        stems=canonical,
        content=canonical - {lexicon.canonical(lexicon.bare(w)) for w in apart},
        charges=frozenset(w.lower for w in words) & lexicon.charges,
        figures={unit: frozenset(values) for unit, values in figures.items()},
        names=names - claimant,
        place_words=frozenset(w.lower() for p in report.places for w in p.name.split()),
        places=tuple(p for p in report.places if p.precision is not Precision.COUNTRY),
        window=_window(report),
    )


def _share_names(one: Features, other: Features) -> bool:
    """Whether both name the same two, places not counted."""
    return len((one.names & other.names) - one.place_words - other.place_words) > 1


def _claimant_words(report: Report) -> frozenset[str]:
    who = report.attribution.who if report.attribution else ""
    return frozenset(w.strip(".,’'").lower().replace("’", "'") for w in who.split())


def weigh_stems(all_features: Sequence[Features]) -> Mapping[str, float]:
    """Inverse document frequency of each stem, over the reports of one run."""
    counts = Counter(stem for f in all_features for stem in f.stems)
    total = len(all_features)
    return {stem: math.log(1 + total / count) for stem, count in counts.items()}


def compare(one: Features, other: Features, weights: Mapping[str, float]) -> Likeness:
    """Whether two reports tell the same happening. Symmetric."""
    if _answers(one, other) or _answers(other, one):
        return Likeness(same=True, score=1, why="claimed, and denied in the next sentence")
    differ = _difference(one, other)
    if differ is not None:
        return Likeness(same=False, score=0, why=differ)
    if one.language != other.language:
        why = agreement(one.report, other.report)
        return Likeness(
            same=why is not None, score=ACROSS, why=why or "told in two languages; no figure agrees"
        )
    score = _jaccard(one.stems, other.stems, weights)
    agree, clash = _figures(one, other)
    if clash and not agree:
        placed_alike = bool(one.places) == bool(other.places)
        fits = _one_day(one.report) and _one_day(other.report) and placed_alike
        same = fits and score >= (SAME_NAMES if _share_names(one, other) else SAME_DESPITE)
        why = f"likeness {score:.2f}; figures differ ({clash[0]})"
        return Likeness(same=same, score=score, why=why)
    distinct = any(v >= DISTINCT for u in agree for v in one.figures[u] & other.figures[u])
    bar = SAME_DISTINCT if distinct else SAME_FIGURES if agree else SAME
    if _share_names(one, other):
        bar = min(bar, SAME_NAMES)
    told = f"figures agree ({', '.join(agree[:3])})" if agree else "no figure to compare"
    return Likeness(same=score >= bar, score=score, why=f"likeness {score:.2f}; {told}")


def compatible(one: Features, other: Features) -> bool:
    """Whether two reports may stand in one event, however unlike they are. Symmetric."""
    akin = one.language != other.language or not one.stems.isdisjoint(other.stems)
    if akin and _difference(one, other) is None:
        return True
    return _answers(one, other) or _answers(other, one)


def _difference(one: Features, other: Features) -> str | None:
    """What rules out that two reports tell the same happening, in words."""
    if not _dates_fit(one, other):
        return "their dates differ"
    if not _kinds_fit(one.report, other.report):
        return "one is planned, the other told as done"
    return None if _places_fit(one.places, other.places) else "their places differ"


def _answers(claim: Features, denial: Features) -> bool:
    """Whether a denial stands right behind a claim of somebody else, about the same thing."""
    said, denied = claim.report.attribution, denial.report.attribution
    if said is None or denied is None or said.denies or not denied.denies or said.who == denied.who:
        return False
    gap = denial.report.start - claim.report.end
    if claim.report.document != denial.report.document or not 0 <= gap <= NEXT:
        return False
    return len(claim.content & denial.content) >= ABOUT or bool(denial.charges)


def _jaccard(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    union = sum(weights[s] for s in sorted(one | other))
    return sum(weights[s] for s in sorted(one & other)) / union if union else 0.0


def _figures(one: Features, other: Features) -> tuple[list[str], list[str]]:
    """Units whose figures agree, and units whose figures have nothing in common."""
    shared = sorted(set(one.figures) & set(other.figures))
    agree = [u for u in shared if one.figures[u] & other.figures[u]]
    return agree, [u for u in shared if u not in agree]


def _kinds_fit(one: Report, other: Report) -> bool:
    ahead = {Status.SCHEDULED, Status.DEADLINE}
    return (one.status in ahead) == (other.status in ahead)


def _dates_fit(one: Features, other: Features) -> bool:
    """Whether both may have happened at one time; undated fits only undated, open only open."""
    if one.window is None or other.window is None:
        return one.window is other.window
    return one.window.bounded == other.window.bounded and one.window.overlaps(other.window)


def _window(report: Report) -> Interval | None:
    """The interval of a report; a day wider on both sides where it is approximate or inherited."""
    interval = report.interval
    if interval is None:
        return None
    if not (interval.approximate or report.basis is DateBasis.INHERITED):
        return interval
    return Interval(
        start=interval.start and interval.start - SLACK,
        end=interval.end and interval.end + SLACK,
        grain=interval.grain,
    )


def _one_day(report: Report) -> bool:
    length = report.interval.length if report.interval else None
    return length is not None and length <= DISPUTE_LENGTH


def _places_fit(one: Sequence[Place], other: Sequence[Place]) -> bool:
    """Whether two sets of places may be one: one is empty, or some are in common or nested."""
    if not one or not other:
        return True
    return any(_nested(a, b) or _nested(b, a) for a in one for b in other)


def _nested(inner: Place, outer: Place) -> bool:
    if inner.name == outer.name and inner.country == outer.country:
        return True
    if outer.precision is not Precision.REGION:
        return False
    if inner.country == outer.country and outer.name in {inner.admin1, inner.name}:
        return True
    return outer.country is None and _kilometres(inner, outer) <= NEAR_KM


def _kilometres(one: Place, other: Place) -> float:
    """The distance of two places on a sphere; infinite where one has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    lat = math.radians((one.lat + other.lat) / 2)
    east = math.radians(math.remainder(one.lon - other.lon, 360)) * math.cos(lat)
    return EARTH_KM * math.hypot(math.radians(one.lat - other.lat), east)
