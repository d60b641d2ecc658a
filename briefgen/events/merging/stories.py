"""Documents → stories: which documents tell of one and the same matter.

For the reasoning of an event (search.py): which other texts are near it, though ``merge``, which
compares single statements, made none of theirs one with it.

Documents are compared by TF-IDF over stems and pairs of neighbouring stems, names and figures
counted more, and joined by average link: the method that does best on ECB+ among those that need no
trained model. Two documents published too far apart are never of one story.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from heapq import heapify, heappop, heappush

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.words import read_wording
from briefgen.model import Document

__all__ = ["stories"]

ALIKE = 0.165
"""Mean cosine from which two groups of documents tell one story."""
NAME = 3.0
"""Weight of a word with a capital inside its line: a name."""
FIGURE = 2.0
PAIR = 2.0
"""Weight of two words side by side, function words between them left out."""
LONGEST = 300
"""Lines of a document that are read: what it is about is told by then."""
FADED = 0.25
"""A term in more than this share of many documents brings no two together; it still counts."""
MANY = 400
APART = timedelta(days=14)
"""Documents published further apart tell two stories."""


def stories(documents: Sequence[Document], lexicon: Statements) -> Mapping[str, int]:
    """Document id → number of its story, numbered by first document.

    Independent of the documents' order. Two documents without any common term stand in two
    stories.
    """
    ordered = sorted(documents, key=lambda d: d.order)
    vectors = _vectors([_terms(d, lexicon) for d in ordered])
    alike = _cosines(vectors, ordered)
    group = _average_link(len(ordered), alike)
    numbers: dict[int, int] = {}
    return {
        document.id: numbers.setdefault(group[index], len(numbers))
        for index, document in enumerate(ordered)
    }


def _terms(document: Document, lexicon: Statements) -> Mapping[str, float]:
    """Term → how much of it: stems, and pairs of stems that stand side by side."""
    counts: dict[str, float] = defaultdict(float)
    for line in document.text.split("\n", LONGEST)[:LONGEST]:
        before = None
        for place, word in enumerate(read_wording(line, 0, len(line)).words):
            bare = lexicon.bare(word.lower)
            if bare in lexicon.stop or bare in lexicon.function_words or len(bare) < 2:
                continue
            stem = lexicon.stem(bare)
            named = place > 0 and word.text[0].isupper()
            counts[stem] += NAME if named else FIGURE if word.text[0].isdigit() else 1.0
            if before is not None:
                counts[f"{before} {stem}"] += PAIR
            before = stem
    return counts


def _vectors(terms: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """Unit vectors: 1 + ln(count), times the smoothed inverse document frequency.

    Terms of one document alone compare with nothing and are left out.
    """
    frequency = Counter(term for document in terms for term in document)
    total = 1 + len(terms)
    vectors = []
    for document in terms:
        vector = {
            term: (1 + math.log(count)) * (1 + math.log(total / (1 + frequency[term])))
            for term, count in sorted(document.items())
            if frequency[term] > 1
        }
        length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
        vectors.append({term: value / length for term, value in vector.items()})
    return vectors


def _cosines(
    vectors: Sequence[Mapping[str, float]], documents: Sequence[Document]
) -> list[dict[int, float]]:
    """For each document its cosine with the later ones that it may share a story with."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        for term in vector:
            holders[term].append(index)
    faded = FADED * len(vectors) if len(vectors) > MANY else math.inf
    alike: list[dict[int, float]] = []
    for index, vector in enumerate(vectors):
        near: set[int] = set()
        for term in vector:
            if len(holders[term]) <= faded:
                near.update(other for other in holders[term] if other > index)
        cosines: dict[int, float] = {}
        for other in sorted(near):
            if _apart(documents[index], documents[other]):
                continue
            small, large = sorted((vector, vectors[other]), key=len)
            cosines[other] = sum(v * large[t] for t, v in small.items() if t in large)
        alike.append(cosines)
    return alike


def _apart(one: Document, other: Document) -> bool:
    """Whether two documents were published too far apart to tell one story."""
    starts = [d.published.interval.start if d.published else None for d in (one, other)]
    return starts[0] is not None and starts[1] is not None and abs(starts[0] - starts[1]) > APART


def _average_link(count: int, alike: Sequence[Mapping[int, float]]) -> list[int]:
    """For each document the first one of its group.

    The two groups with the highest mean cosine are joined until none reaches the bar.
    """
    sums: list[dict[int, float]] = [{} for _ in range(count)]
    for a, others in enumerate(alike):
        for b, value in others.items():
            sums[a][b] = sums[b][a] = value
    sizes = [1] * count
    member_of = list(range(count))
    heap = [
        (-v, a, b, 1, 1) for a in range(count) for b, v in sums[a].items() if a < b and v >= ALIKE
    ]
    heapify(heap)
    while heap:
        _, a, b, size_a, size_b = heappop(heap)
        if sizes[a] != size_a or sizes[b] != size_b:
            continue  # one of them has grown, or is gone
        sizes[a], sizes[b] = sizes[a] + sizes[b], 0
        member_of[b] = a
        for other, value in sums[b].items():
            del sums[other][b]
            if other != a:
                sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + value
        sums[b] = {}
        for other, value in sums[a].items():
            mean = value / (sizes[a] * sizes[other])
            if mean >= ALIKE:
                first, second = min(a, other), max(a, other)
                heappush(heap, (-mean, first, second, sizes[first], sizes[second]))
    return [_root(member_of, index) for index in range(count)]


def _root(member_of: Sequence[int], index: int) -> int:
    while member_of[index] != index:
        index = member_of[index]
    return index
