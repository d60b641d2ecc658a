"""Documents → vectors of what they tell, and which documents are near each other.

TF-IDF over stems and pairs of neighbouring stems: names and figures count more, and so do the first
lines, which tell what a text is about. The cosine of two vectors says how much two documents tell
of one matter.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.words import read_wording
from briefgen.model import Document

__all__ = [
    "Telling",
    "Vector",
    "dot",
    "names_of",
    "nearest",
    "read_words",
    "terms_of",
    "vectors_of",
]

Vector = Mapping[str, float]

NAME = 5.0
"""Weight of a word with a capital inside its line: a name."""
FIGURE = 2.0
PAIR = 2.0
"""Weight of two words side by side, function words between them left out."""
OPENING = 4
"""Lines at the head whose words count ..."""
OPENS = 3.0
"""... so many times."""
LONGEST = 300
"""Lines of a document that are read: what it is about is told by then."""
UNSEEN = 500
"""So many documents are thought to lie beside those of a run: in a small pile of one matter its
names weigh as in a large pile."""
ALONE = 0.2
"""What a term counts in the length of its document that no other document has."""
APART = timedelta(days=14)
"""Documents published further apart tell two matters."""
VISITS = 800
"""A document looks at so many others, those with its rarest terms first ..."""
NEAREST = 20
"""... and so many of them are near it: those that share most with it."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A word that tells something."""

    bare: str
    """In lower case, without its ending of a possessive."""
    stem: str
    capital: bool
    head: bool
    """Whether it opens its line, where all words have a capital."""


def read_words(document: Document, lexicon: Statements) -> Sequence[Sequence[Telling]]:
    """The telling words of a document, line by line."""
    lines = (line for line in document.text.split("\n", LONGEST)[:LONGEST] if line.strip())
    return [
        [
            Telling(bare, lexicon.stem(bare), word.text[0].isupper(), head=not place)
            for place, word in enumerate(read_wording(line, 0, len(line)).words)
            for bare in [lexicon.bare(word.lower)]
            if len(bare) > 1 and bare not in lexicon.stop and bare not in lexicon.function_words
        ]
        for line in lines
    ]


def names_of(lines: Sequence[Sequence[Telling]]) -> frozenset[str]:
    """The words with a capital, in lower case."""
    return frozenset(word.bare for line in lines for word in line if word.capital)


def terms_of(lines: Sequence[Sequence[Telling]]) -> Vector:
    """Term → how much of it: stems, and pairs of stems that stand side by side."""
    counts: dict[str, float] = defaultdict(float)
    for number, line in enumerate(lines):
        times = OPENS if number < OPENING else 1.0
        for word in line:
            named = word.capital and not word.head
            counts[word.stem] += times * (
                NAME if named else FIGURE if word.bare[0].isdigit() else 1.0
            )
        for one, other in pairwise(line):
            counts[f"{one.stem} {other.stem}"] += times * PAIR
    return counts


def vectors_of(terms: Mapping[str, Vector]) -> Mapping[str, Vector]:
    """Document id → its terms as a unit vector: 1 + ln(count), times the inverse frequency.

    Terms of one document alone compare with nothing; they only make its vector longer.
    """
    frequency = Counter(term for document in terms.values() for term in document)
    total = len(terms) + UNSEEN
    rare = {term: math.log(1 + total / (count + 0.5)) for term, count in frequency.items()}
    vectors = {}
    for name, document in terms.items():
        vector = {term: (1 + math.log(n)) * rare[term] for term, n in sorted(document.items())}
        squares = (v * v * (1.0 if frequency[t] > 1 else ALONE) for t, v in vector.items())
        length = math.sqrt(math.fsum(squares)) or 1.0
        vectors[name] = {t: value / length for t, value in vector.items() if frequency[t] > 1}
    return vectors


def nearest(
    vectors: Mapping[str, Vector], published: Mapping[str, datetime | None]
) -> Mapping[str, tuple[str, ...]]:
    """Document id → those that share most with it, by its rarest terms; at most ``NEAREST``."""
    holders: dict[str, list[str]] = defaultdict(list)
    for name in sorted(vectors):
        for term in vectors[name]:
            holders[term].append(name)
    near: dict[str, tuple[str, ...]] = {}
    for name, vector in vectors.items():
        shared: dict[str, float] = defaultdict(float)
        visits = 0
        for size, term in sorted((len(holders[term]), term) for term in vector):
            visits += size
            if visits > VISITS:
                break
            for other in holders[term]:
                shared[other] += vector[term] * vectors[other][term]
        shared.pop(name, None)
        meet = (other for other in shared if not _apart(published[name], published[other]))
        near[name] = tuple(sorted(meet, key=lambda other: (-shared[other], other))[:NEAREST])
    return near


def dot(one: Vector, other: Vector) -> float:
    """The product of two vectors: the cosine, where both have length 1. Exact, in any order."""
    return math.fsum([one[term] * other[term] for term in one.keys() & other.keys()])


def _apart(one: datetime | None, other: datetime | None) -> bool:
    """Whether two documents were published too far apart to tell one matter."""
    return one is not None and other is not None and abs(one - other) > APART
