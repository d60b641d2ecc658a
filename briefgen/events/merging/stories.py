"""Documents → stories: which documents tell of one and the same matter, and how near two are.

Documents are compared by their words (:mod:`briefgen.events.merging.matters`) and joined by average
link: the method that does best on ECB+ among those that need no trained model. The mean cosine of
two groups is that of their summed vectors, so no documents need be compared but those near each
other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import fsum

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.lexicon_tables import lexicon_of
from briefgen.events.merging.matters import (
    Vector,
    dot,
    names_of,
    nearest,
    read_words,
    terms_of,
    vectors_of,
)
from briefgen.model import Document

__all__ = ["Nearness", "Stories", "read_stories", "stories"]

ALIKE = 0.14
"""Mean cosine from which two groups of documents tell one story."""
LEAST = 45
"""Terms of a text, at least, to tell a story beyond its one statement: some 25 telling words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearness:
    """How much two documents tell of one matter."""

    cosine: float
    """0 to 1."""
    joined: bool
    """Whether they stand in one story."""
    names: Mapping[str, frozenset[str]]
    """Document id → its words with a capital, in lower case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stories:
    """The stories that documents tell."""

    vectors: Mapping[str, Vector]
    """Document id → what it tells."""
    near: Mapping[str, tuple[str, ...]]
    """Document id → those that share most with it."""
    story: Mapping[str, str]
    """Document id → that of the first document of its story."""
    names: Mapping[str, frozenset[str]]
    """Document id → its words with a capital, in lower case; none of a text too short to tell a
    story."""

    def nearness(self, one: str, other: str) -> Nearness | None:
        """How near two documents are; None where one is too short to tell."""
        if one not in self.names or other not in self.names:
            return None
        return Nearness(
            cosine=dot(self.vectors[one], self.vectors[other]),
            joined=self.story[one] == self.story[other],
            names={one: self.names[one], other: self.names[other]},
        )


def read_stories(documents: Sequence[Document], lexicon: Statements) -> Stories:
    """The stories that documents tell, rows of event notes left out. Independent of their order.

    ``lexicon`` is that of documents in a language without words of its own.
    """
    ordered = sorted((d for d in documents if not d.rows), key=lambda d: d.id)
    words = {d.id: lexicon_of(d.language, lexicon) for d in ordered}
    read = {d.id: read_words(d, words[d.id]) for d in ordered}
    terms = {name: terms_of(told) for name, told in read.items()}
    vectors = vectors_of(terms)
    starts = {d.id: d.published.interval.start if d.published else None for d in ordered}
    near = nearest(vectors, starts)
    return Stories(
        vectors=vectors,
        near=near,
        story=_joined(vectors, near),
        names={name: names_of(told) for name, told in read.items() if len(terms[name]) >= LEAST},
    )


def stories(documents: Sequence[Document], lexicon: Statements) -> Mapping[str, int]:
    """Document id → number of its story, numbered by first document.

    Independent of the documents' order. Two documents without any common term stand in two
    stories.
    """
    story = read_stories(documents, lexicon).story
    numbers: dict[str, int] = {}
    return {
        document.id: numbers.setdefault(story.get(document.id, document.id), len(numbers))
        for document in sorted(documents, key=lambda d: d.order)
    }


def _joined(
    vectors: Mapping[str, Vector], near: Mapping[str, tuple[str, ...]]
) -> Mapping[str, str]:
    """For each document the first one of its group.

    The two groups with the highest mean cosine are joined until none reaches the bar.
    """
    sums = {name: dict(vector) for name, vector in vectors.items()}
    totals: dict[str, dict[str, float]] = {name: {} for name in vectors}
    for one, others in near.items():
        for other in others:
            if other not in totals[one]:
                totals[one][other] = totals[other][one] = dot(vectors[one], vectors[other])
    sizes = dict.fromkeys(vectors, 1)
    first = {name: name for name in vectors}
    heap = [
        (-value, one, other, 1, 1)
        for one, others in totals.items()
        for other, value in others.items()
        if one < other and value >= ALIKE
    ]
    heapify(heap)
    while heap:
        _, one, other, size, its_size = heappop(heap)
        if sizes[one] != size or sizes[other] != its_size:
            continue  # one of them has grown, or is gone
        _pour(one, other, sums, totals)
        sizes[one], sizes[other] = sizes[one] + sizes[other], 0
        first[other] = one
        for another, value in totals[one].items():
            mean = value / (sizes[one] * sizes[another])
            if mean >= ALIKE:
                left, right = sorted((one, another))
                heappush(heap, (-mean, left, right, sizes[left], sizes[right]))
    return {name: _root(first, name) for name in vectors}


def _pour(
    one: str,
    other: str,
    sums: Mapping[str, dict[str, float]],
    totals: Mapping[str, dict[str, float]],
) -> None:
    """Make one group of two; what is near either of them is near it."""
    del totals[one][other], totals[other][one]
    for near in sorted({*totals[one], *totals[other]}):
        value = fsum(
            totals[part][near] if near in totals[part] else dot(sums[part], sums[near])
            for part in (one, other)
        )
        totals[one][near] = totals[near][one] = value
        totals[near].pop(other, None)
    totals[other].clear()
    for term, value in sums[other].items():
        sums[one][term] = sums[one].get(term, 0.0) + value
    sums[other].clear()


def _root(first: Mapping[str, str], name: str) -> str:
    while first[name] != name:
        name = first[name]
    return name
