"""Articles found on a page → lines that must be titles too, by their likeness to the others'."""

from collections import Counter
from collections.abc import Sequence
from statistics import median

from briefgen.readers.pages.article import Article
from briefgen.readers.pages.habits import shape_at
from briefgen.readers.pages.lines import BODIES, Line, Shape

__all__ = ["in_capitals", "kindred"]

CAPITALS_LEAST = 3
"""Lines in capitals right over prose, before those are the titles of a page."""
CAPITALS_WORDS = 4
"""Words of the middle one of them, at least: labels and headings have fewer."""
KIN_LEAST = 2
"""Titles, before others are known by their likeness to them."""


def kindred(found: Sequence[Article], lines: Sequence[Line]) -> frozenset[int]:
    """Ids of the lines that must be titles because they are like the titles already found.

    In the page's first head, the line that stands as the other titles do, where the one chosen
    stands otherwise. Anywhere, a line that begins with the word that most titles begin with.
    """
    heads = [article.line for article in found if article.line is not None]
    if len(heads) < KIN_LEAST:
        return frozenset()
    kin: set[int] = set()
    words = Counter(head.told.split()[0] for head in heads if head.told.split())
    word, count = words.most_common(1)[0] if words else ("", 0)
    if count >= KIN_LEAST and count >= len(heads) - 1:
        kin.update(
            i
            for i, line in enumerate(lines)
            if line.shape is Shape.SHORT
            and line.told.split()[:1] == [word]
            and shape_at(lines, i + 1) in BODIES
            and line not in heads
        )
    kin.update(_first_section(found, lines))
    first, *others = heads
    stands, often = Counter((head.above, head.below) for head in others).most_common(1)[0]
    opening = next((i for i, line in enumerate(lines) if line.shape in BODIES), len(lines))
    if often == len(others) and (first.above, first.below) != stands:
        alike = [
            i
            for i, line in enumerate(lines[:opening])
            if line.shape is Shape.SHORT and (line.above, line.below) == stands
        ]
        if len(alike) == 1 and lines[alike[0]] is not first:
            kin.add(alike[0])
    return frozenset(id(lines[i]) for i in kin)


def in_capitals(lines: Sequence[Line]) -> frozenset[int]:
    """Ids of lines in capitals right over their prose, where nothing else heads a page's texts.

    Each stands behind a gap, and the first of them over all prose of the page.
    """
    spots = [
        i
        for i, line in enumerate(lines)
        if line.shape is Shape.SHORT
        and line.text.isupper()
        and line.above > 0
        and line.below == 0
        and shape_at(lines, i + 1) in BODIES | {Shape.BYLINE}
    ]
    opening = next((i for i, line in enumerate(lines) if line.shape in BODIES), len(lines))
    others = [
        i for i, line in enumerate(lines) if line.shape is Shape.SHORT and not line.text.isupper()
    ]
    if len(spots) < CAPITALS_LEAST or spots[0] > opening or any(i > spots[0] for i in others):
        return frozenset()
    if median(len(lines[i].text.split()) for i in spots) < CAPITALS_WORDS:
        return frozenset()
    return frozenset(id(lines[i]) for i in spots)


def _first_section(found: Sequence[Article], lines: Sequence[Line]) -> list[int]:
    """The line that must be the title of a page's first section, parted as the others are.

    Every later section begins behind an end mark or a rule and holds one short line, its title;
    the first holds the page's head, and one more.
    """
    first, *others = found
    marks = [i for i, line in enumerate(lines) if line.shape in {Shape.END, Shape.RULE}]
    starts = [i for i, line in enumerate(lines) if any(line is other.line for other in others)]
    if len(starts) < KIN_LEAST or len(starts) < len(others) or not marks:
        return []
    behind = all(any(mark < start for mark in marks) for start in starts)
    inner = [line for article in others for line in article.body if line.shape is Shape.SHORT]
    own = [line for line in first.body if line.shape is Shape.SHORT]
    if not behind or inner or len(own) != 1 or len(marks) < len(starts):
        return []
    return [i for i, line in enumerate(lines) if line is own[0]]
