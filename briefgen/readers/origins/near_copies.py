"""Documents → groups of near copies: one text, reprinted, shortened, under other headlines.

Bottom-k sketches of word shingles (Broder, "On the resemblance and containment of documents",
1997) find candidates through an index; the shingles themselves decide. For whole articles only:
two texts on one happening in their own words share too few shingles to be taken for copies.
"""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from briefgen.model import Document

__all__ = ["near_copies"]

SHINGLE = 4
"""Words of a shingle."""
SKETCH = 64
"""Smallest hashes of a document that its sketch keeps."""
SHARED = 4
"""Hashes that two sketches share, at least, before the texts are compared."""
COPY = 0.6
"""Part of the shorter text's shingles that stand in the longer one, from which it is a copy."""
LEAST = 20
"""Shingles of a text that is long enough to be copied."""
COMMON = 200
"""Documents that share a hash, above which it is a phrase of every page."""

_WORD = re.compile(r"\w+")


def near_copies(documents: Sequence[Document]) -> tuple[tuple[int, ...], ...]:
    """Groups of two or more indexes of documents that are copies of one text, in order."""
    shingles = [_shingles(document.text) for document in documents]
    roots = list(range(len(documents)))

    def root(index: int) -> int:
        while roots[index] != index:
            roots[index] = roots[roots[index]]
            index = roots[index]
        return index

    for one, other in _candidates(shingles):
        if root(one) != root(other) and _is_copy(shingles[one], shingles[other]):
            roots[max(root(one), root(other))] = min(root(one), root(other))
    groups: dict[int, list[int]] = defaultdict(list)
    for index in range(len(documents)):
        groups[root(index)].append(index)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def _shingles(text: str) -> frozenset[int]:
    """The hashes of a text's shingles; none for a text too short to be copied."""
    words = _WORD.findall(text.casefold())
    if len(words) < LEAST + SHINGLE:
        return frozenset()
    return frozenset(
        zlib.crc32(" ".join(words[at : at + SHINGLE]).encode("utf-8", "surrogatepass"))
        for at in range(len(words) - SHINGLE + 1)
    )


def _candidates(shingles: Sequence[frozenset[int]]) -> Iterator[tuple[int, int]]:
    """Pairs of documents whose sketches share enough, in order."""
    index: dict[int, list[int]] = defaultdict(list)
    for number, hashes in enumerate(shingles):
        shared: Counter[int] = Counter()
        for value in sorted(hashes)[:SKETCH]:
            spots = index[value]
            if len(spots) <= COMMON:
                shared.update(spots)
                spots.append(number)
        for other in sorted(shared):
            if shared[other] >= SHARED:
                yield other, number


def _is_copy(one: frozenset[int], other: frozenset[int]) -> bool:
    least = min(len(one), len(other))
    return least >= LEAST and len(one & other) >= COPY * least
