"""Lines of pages → Passages: paragraphs, headings, items and tables; parted words are whole."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import pairwise
from statistics import median

from briefgen.model import BlockKind
from briefgen.readers.typed.layout import Line
from briefgen.readers.typed.manuscript import Passage

__all__ = ["read_passages"]

LARGER = 1.2
"""Times the middle height of letters from which a line is a heading."""
HEADING_WORDS = 20
GAP = 1.45
"""Times the usual step between lines from which a new paragraph begins."""
PART = 3
"""Letters that each part of a word with a hyphen of its own has at least."""
SHORT = 0.88
"""Share of a column's width under which a line that ends a sentence ends its paragraph."""

_BULLET = re.compile(r"^(?:[•‣▪◦●○■]\s*|(?:[–—*·-]|\d{1,2}[.)]|[a-z]\))\s+)")
_HYPHENS = "-‐\x02\u00ad"
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FIRST = re.compile(r"[^\W\d_]+")
_LAST = re.compile(r"[^\W\d_]+$")
_STOPS = (".", ",", ";", ":", "!", "?")
_END = re.compile(r"[.!?:…][\"”’»)]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sized:
    """A line, with what decides whether it begins a passage."""

    line: Line
    page: int
    kind: BlockKind
    rank: int
    joins: bool = False
    """Whether it goes on with what the line above says."""


def read_passages(pages: Sequence[Sequence[Line]]) -> tuple[Passage, ...]:
    """The passages of a document; one may go on from page to page."""
    lines = [line for page in pages for line in page]
    if not lines:
        return ()
    body = _body_height(lines)
    ranks = _ranks(lines, body)
    groups: list[list[_Sized]] = []
    for sized in _sized(pages, body, ranks):
        if sized.joins and groups:
            groups[-1].append(sized)
        else:
            groups.append([sized])
    known = _vocabulary(lines)
    passages = (_passage(group, known) for group in groups)
    return tuple(passage for passage in passages if passage.text or passage.rows)


def _passage(group: Sequence[_Sized], known: frozenset[str]) -> Passage:
    """Lines that go on with each other as one passage; the rows of a table as one table."""
    first = group[0]
    if first.line.cells:
        rows = (tuple(_whole(cell.split("\n"), known) for cell in one.line.cells) for one in group)
        return Passage(kind=BlockKind.ITEM, rows=tuple(rows))
    text = _whole([one.line.box.text for one in group], known)
    return Passage(kind=first.kind, rank=first.rank, text=text)


def _whole(lines: Sequence[str], known: frozenset[str]) -> str:
    """Lines that go on with each other as one, without a bullet before them."""
    return _clean(reduce(lambda text, line: _continued(text, line, known), lines))


def _body_height(lines: Sequence[Line]) -> float:
    """The height of the letters in which most of the text is set."""
    weights = sorted((line.box.size, len(line.box.text)) for line in lines)
    half = sum(weight for _, weight in weights) / 2
    for height, weight in weights:
        half -= weight
        if half <= 0:
            return height
    return weights[-1][0]


def _ranks(lines: Sequence[Line], body: float) -> list[float]:
    """Heights of headings, the largest first."""
    heights = {float(round(line.box.size)) for line in lines if _is_heading(line, body)}
    return sorted(heights, reverse=True)


def _is_heading(line: Line, body: float) -> bool:
    return line.box.size >= LARGER * body and len(line.box.text.split()) <= HEADING_WORDS


def _sized(pages: Sequence[Sequence[Line]], body: float, ranks: Sequence[float]) -> list[_Sized]:
    """Every line with its kind, and whether it joins the one before."""
    done: list[_Sized] = []
    for number, page in enumerate(pages):
        step = _step(page)
        for line in page:
            kind, rank = _kind(line, body, ranks)
            sized = _Sized(line=line, page=number, kind=kind, rank=rank)
            if done and _joins(done[-1], sized, step):
                sized = replace(sized, kind=done[-1].kind, rank=done[-1].rank, joins=True)
            done.append(sized)
    return done


def _kind(line: Line, body: float, ranks: Sequence[float]) -> tuple[BlockKind, int]:
    if line.cells or _BULLET.match(line.box.text):
        return BlockKind.ITEM, 0
    if _is_heading(line, body):
        return BlockKind.HEADING, ranks.index(float(round(line.box.size))) + 1
    return BlockKind.PARAGRAPH, 0


def _step(page: Sequence[Line]) -> float:
    """The usual way from a line to the next below it, in points."""
    steps = [
        above.box.middle - below.box.middle
        for above, below in pairwise(page)
        if above.column == below.column and above.box.middle > below.box.middle
    ]
    return median(steps) if steps else 0.0


def _joins(before: _Sized, sized: _Sized, step: float) -> bool:
    """Whether a line goes on with what the line before it says."""
    above, line = before.line, sized.line
    if line.cells or above.cells:
        return bool(line.cells and above.cells) and before.page == sized.page
    if _BULLET.match(line.box.text):
        return False
    if BlockKind.HEADING in {sized.kind, before.kind}:
        same = (before.kind, before.rank, before.page) == (sized.kind, sized.rank, sized.page)
        return same and above.box.bottom - line.box.top < 0.9 * line.box.height
    text = above.box.text.rstrip()
    if before.page != sized.page or above.column != line.column:
        return not _END.search(text)
    if step and above.box.middle - line.box.middle > GAP * step:
        return False
    left, right = above.column
    full = above.box.right - left >= SHORT * (right - left)
    return full or not _END.search(text)


def _continued(text: str, line: str, known: frozenset[str]) -> str:
    """Two lines as one; a word that was parted between them is one again.

    A hyphen that the writer set ("twenty-three") stays where the document tells: it has the word
    with its hyphen elsewhere, or both of its parts as words, and never the two as one.
    """
    head, tail = text.rstrip(), line.lstrip()
    if head[-1:] not in _HYPHENS or not head[-2:-1].isalpha() or not tail[:1].islower():
        return f"{head} {tail}"
    first, last = _LAST.search(head[:-1]), _FIRST.match(tail)
    if first is None or last is None:
        return head[:-1] + tail
    left, right = first[0].casefold(), last[0].casefold()
    parts = len(left) >= PART and len(right) >= PART and {left, right} <= known
    if left + right not in known and (f"{left}-{right}" in known or parts):
        return f"{head[:-1]}-{tail}"
    return head[:-1] + tail


def _vocabulary(lines: Sequence[Line]) -> frozenset[str]:
    """The words that stand whole within the lines of a document."""
    words: set[str] = set()
    written = (cell for line in lines for cell in line.cells or (line.box.text,))
    for one in (part for cell in written for part in cell.split("\n")):
        text = one.strip().replace("‐", "-").casefold()
        inner = text.partition(" ")[2]  # the first word may be the rest of one, the last a part
        words.update(_WORDS.findall(inner if inner.endswith(_STOPS) else inner.rpartition(" ")[0]))
    return frozenset(words)


def _clean(text: str) -> str:
    return " ".join(_BULLET.sub("", text.replace("\x02", "-").replace("‐", "-")).split())
