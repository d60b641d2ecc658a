"""Lines of a page → Habits: its gaps, the lines it repeats, where its entries have their titles."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from briefgen.readers.chrome import Chrome, load_chrome
from briefgen.readers.pages.lines import Line, Shape

__all__ = [
    "LABEL_WORDS",
    "Habits",
    "Stamped",
    "is_frame",
    "is_wide",
    "shape_at",
    "survey_page",
    "unnumbered",
]

RULES_LEAST = 2
"""Rules of one kind on a page, before short ones part its articles."""
LABEL_WORDS = 4
"""A section label has at most so many words."""
STAMPS_LEAST = 2
"""Clocks alone on their lines, before those head entries."""

_FIGURES = re.compile(r"\d+")


class Stamped(StrEnum):
    """Where the entries of a live page have their titles."""

    NO = "no"
    """It is no live page."""
    OVER = "over"
    """The clock stands over the title."""
    UNDER = "under"
    ALONE = "alone"
    """Entries have no titles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What is known of the page as a whole."""

    gap: int
    """Blank lines that usually part two lines."""
    repeated: frozenset[str]
    """Short lines that stand on the page more than once, with something else between them;
    figures in them do not count."""
    chrome: Chrome
    stamped: Stamped
    names: frozenset[str]
    """What stands beside the dates of several bylines: an author, a paper, no title."""
    parting: frozenset[str] = frozenset()
    """Short rules that part articles: of equals signs, or over datelines again and again."""


def survey_page(lines: Sequence[Line]) -> Habits:
    """What is known of a page as a whole."""
    gaps = Counter(line.above for line in lines[1:])
    gap = gaps.most_common(1)[0][0] if gaps else 0
    spots: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if line.shape is Shape.SHORT:
            spots.setdefault(unnumbered(line.told), []).append(index)
    repeated = frozenset(
        told for told, places in spots.items() if places[-1] - places[0] > len(places)
    )
    named = Counter(line.byline.named for line in lines if line.byline and line.byline.named)
    return Habits(
        gap=gap,
        repeated=repeated,
        chrome=load_chrome(),
        stamped=_stamped(lines),
        names=frozenset(name for name, count in named.items() if count > 1),
        parting=_parting(lines),
    )


def _parting(lines: Sequence[Line]) -> frozenset[str]:
    """The rules that stand on a page again and again and part its articles, however short."""
    rules = Counter(line.text for line in lines if line.shape is Shape.RULE)
    datelined = Counter(
        line.text for line, under in pairwise(lines) if line.shape is Shape.RULE and under.dateline
    )
    return frozenset(
        text
        for text, count in rules.items()
        if count >= RULES_LEAST
        and (
            not text.strip("=") or (datelined[text] >= RULES_LEAST and 2 * datelined[text] >= count)
        )
    )


def unnumbered(told: str) -> str:
    """A line with its figures left out: "document # of #"."""
    return _FIGURES.sub("#", told)


def is_wide(gap: int, page: Habits) -> bool:
    """Whether a gap is wider than the page's own."""
    return gap >= 2 and gap > page.gap


def is_frame(line: Line, page: Habits) -> bool:
    """Whether a few words stand on the page again and again: "Body"."""
    few = line.shape is Shape.SHORT and len(line.text.split()) <= LABEL_WORDS
    return few and unnumbered(line.told) in page.repeated


def _stamped(lines: Sequence[Line]) -> Stamped:
    """Where the titles of a live page stand."""
    stamps = [i for i, line in enumerate(lines) if line.shape is Shape.STAMP]
    if len(stamps) < STAMPS_LEAST:
        return Stamped.NO
    after = [i for i in stamps if shape_at(lines, i + 1) is Shape.SHORT]
    if len(after) >= len(stamps) / 2:
        return Stamped.OVER
    before = [i for i in stamps if shape_at(lines, i - 1) is Shape.SHORT]
    return Stamped.UNDER if len(before) == len(stamps) else Stamped.ALONE


def shape_at(lines: Sequence[Line], index: int) -> Shape | None:
    """The shape of a line, None before the first and after the last."""
    return lines[index].shape if 0 <= index < len(lines) else None
