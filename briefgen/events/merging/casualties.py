"""Reports of one happening → how many it killed and hurt, as of which report.

"At least three were killed", "the toll rose to 11", "14 dead" of one flood are one count that goes
on: the newest leads, and none is in dispute with an earlier, smaller one. The words of harm are
those of its deeds (knowledge/cues/happenings.LANGUAGE.toml).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from briefgen.events.figures.scopes import EACH, MORE, PART
from briefgen.events.language.words import read_wording
from briefgen.events.merging.deeds import deeds_of
from briefgen.model import Document, Interval, Quantity, Report

__all__ = ["HARMS", "Count", "history", "rises", "tolls_of"]

HARMS = ("kill", "hurt")
REACH = 14
"""Words between a figure and the word that tells what befell those it counts, at most."""
APART = timedelta(hours=2).total_seconds()
"""So much later, a higher count is a newer one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A count as of a report."""

    text: str
    """As it stands in the quote: "14 people"."""
    value: float
    when: Interval
    """When its document was published."""


@lru_cache(maxsize=20_000)
def tolls_of(report: Report, language: str) -> Mapping[str, Quantity]:
    """Kind of harm → the count of all whom it befell, of those counts that a report gives."""
    deeds = deeds_of(language)
    found: dict[str, Quantity] = {}
    if not deeds.persons:
        return found
    words = read_wording(report.quote, 0, len(report.quote)).words
    harms = [
        (n, kind)
        for n, word in enumerate(words)
        for kind in HARMS
        if kind in deeds.families.get((deeds.stem(word.lower),), frozenset())
    ]
    for quantity in report.quantities:
        if quantity.unit not in deeds.persons or quantity.scope in {EACH, MORE, PART}:
            continue
        at = report.quote.find(quantity.text)
        place = next((n for n, word in enumerate(words) if word.start >= at), None)
        if at < 0 or place is None:
            continue
        size = len(quantity.text.split())
        near = [
            (min(abs(n - place), abs(n - place - size + 1)), HARMS.index(kind), kind)
            for n, kind in harms
        ]
        if near and min(near)[0] <= REACH:
            found.setdefault(min(near)[2], quantity)
    return found


def history(
    reports: Sequence[Report], documents: Mapping[str, Document]
) -> tuple[tuple[Count, ...], ...]:
    """Of each harm that was counted anew, and never lower: its counts, the oldest first."""
    told: dict[str, list[tuple[float, Count]]] = {}
    for report in reports:
        document = documents[report.document]
        published = document.published.interval if document.published else None
        if published is None or published.start is None:
            continue
        for harm, quantity in tolls_of(report, document.language).items():
            count = Count(text=quantity.text, value=quantity.value, when=published)
            told.setdefault(harm, []).append((published.start.timestamp(), count))
    return tuple(
        counts
        for harm in HARMS
        if (counts := _rising(sorted(told.get(harm, ()), key=lambda c: (c[0], c[1].value))))
    )


def _rising(told: Sequence[tuple[float, Count]]) -> tuple[Count, ...]:
    """Counts that only rise, each value once; nothing where one falls, or nothing is new."""
    values = [count.value for _, count in told]
    if values != sorted(values) or len(set(values)) < 2:
        return ()
    return tuple(
        count for n, (_, count) in enumerate(told) if not n or count.value != values[n - 1]
    )


def rises(one: Report, other: Report, unit: str, documents: Mapping[str, Document]) -> bool:
    """Whether of two counts of the dead or hurt the later one is the higher. Symmetric."""
    times = [_published(report, documents) for report in (one, other)]
    if math.inf in times or abs(times[0] - times[1]) < APART:
        return False
    early, late = (one, other) if times[0] < times[1] else (other, one)
    before, after = (tolls_of(r, documents[r.document].language) for r in (early, late))
    return any(
        unit in {before[harm].unit, after[harm].unit} and before[harm].value <= after[harm].value
        for harm in HARMS
        if harm in before and harm in after
    )


def _published(report: Report, documents: Mapping[str, Document]) -> float:
    dating = documents[report.document].published
    start = dating.interval.start if dating else None
    return start.timestamp() if start else math.inf
