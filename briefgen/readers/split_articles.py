"""Lines of a page → Articles: where one ends and the next begins, from general cues alone.

A page is read as runs: *heads* (short lines, bylines, furniture, end marks) between *bodies*
(prose, items). A head begins an article when something beside its look says so: an end mark or a
rule before it, a wider gap than the page's own around a title, a byline beside it, a title told
twice, a section label over it. Without that, it is a heading inside the article.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from briefgen.readers.chrome import Chrome, load_chrome
from briefgen.readers.lines import BODIES, Line, Shape, cased_share

__all__ = ["Article", "split_articles"]

CASED = 0.6
"""Share of capitalised words from which a line is in title case."""
LABEL_WORDS = 4
"""A section label has at most so many words."""
HEAD_LINES = 40
"""A longer run of short lines is a list of links, and heads nothing."""
TITLE_LEAST = 3
"""A title that only its place betrays has at least so many words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The lines of one article: what stands over the title, the title, and what follows."""

    title: str | None
    kickers: tuple[str, ...]
    head: tuple[Line, ...]
    """What stands between the title and the body: standfirst, bylines, headings."""
    body: tuple[Line, ...]
    before: tuple[Line, ...] = ()
    """Bylines over the title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What is known of the page as a whole."""

    gap: int
    """Blank lines that usually part two lines."""
    repeated: frozenset[str]
    """Short lines that stand on the page more than once, with something else between them."""
    chrome: Chrome


def split_articles(lines: Sequence[Line]) -> tuple[Article, ...]:
    """The articles of a page, in the page's order; one for a page that holds one."""
    page = _survey(lines)
    runs = [
        (is_body, tuple(run))
        for is_body, run in groupby(lines, key=lambda line: line.shape in BODIES)
    ]
    heads: list[Article] = []
    bodies: list[list[Line]] = []
    for index, (is_body, run) in enumerate(runs):
        followed = index + 1 < len(runs)
        found = None if is_body else _head(run, page, first=not heads, followed=followed)
        kept = run if is_body else _kept(run, followed=followed)
        if found is not None:
            article, kept = found
        if kept and not heads:
            heads, bodies = [_untitled()], [[]]
        if kept:
            bodies[-1].extend(kept)
        if found is not None:
            heads.append(article)
            bodies.append([])
    articles = (replace(head, body=tuple(body)) for head, body in zip(heads, bodies, strict=True))
    return tuple(article for article in articles if article.title or article.body)


def _untitled() -> Article:
    return Article(title=None, kickers=(), head=(), body=())


def _survey(lines: Sequence[Line]) -> _Page:
    gaps = Counter(line.above for line in lines[1:])
    gap = gaps.most_common(1)[0][0] if gaps else 0
    spots: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if line.shape is Shape.SHORT:
            spots.setdefault(line.told, []).append(index)
    repeated = frozenset(
        told for told, places in spots.items() if places[-1] - places[0] > len(places)
    )
    return _Page(gap=gap, repeated=repeated, chrome=load_chrome())


def _kept(run: Sequence[Line], *, followed: bool) -> tuple[Line, ...]:
    """What a run inside an article leaves: headings and bylines, no furniture.

    Behind the last body's end mark stand only the page's own links.
    """
    ends = [i for i, line in enumerate(run) if line.shape is Shape.END]
    kept = run if followed or not ends else run[: ends[0]]
    return tuple(line for line in kept if line.shape in {Shape.SHORT, Shape.BYLINE})


def _head(
    run: tuple[Line, ...], page: _Page, *, first: bool, followed: bool
) -> tuple[Article, tuple[Line, ...]] | None:
    """The article that a run begins, and the lines before it that belong to the last one."""
    marks = [i for i, line in enumerate(run) if line.shape in {Shape.END, Shape.RULE}]
    after = marks[-1] + 1 if marks else 0
    ended = bool(marks)
    tail = tuple(line for line in run[:after] if line.shape in {Shape.SHORT, Shape.BYLINE})
    lines = tuple(line for line in run[after:] if line.shape in {Shape.SHORT, Shape.BYLINE})
    shorts = [i for i, line in enumerate(lines) if line.shape is Shape.SHORT]
    dated = any(line.byline and line.byline.interval for line in lines)
    if (not followed and not first) or len(lines) > HEAD_LINES:
        return None
    if not shorts:
        if dated:
            return _by_date(lines), tail
        return None
    chosen = _title(lines, shorts, page, first=first, ended=ended)
    if chosen is None:
        return None
    return _article(lines, chosen), (() if first else tail)


def _title(
    lines: tuple[Line, ...], shorts: list[int], page: _Page, *, first: bool, ended: bool
) -> int | None:
    """Which of the short lines is the title of a new article; None when none is."""
    told = [line.told for line in lines]
    twice = next((i for i in shorts if told.count(told[i]) > 1), None)
    if twice is not None:
        return twice
    shorts = _without_byline_blocks(lines, shorts)
    labels = _labels(lines, shorts, page)
    rest = [i for i in shorts if i not in labels]
    for i in rest:
        if _is_wide(lines[i].below, page) and _looks_like_title(lines[i]):
            return i
    beside = _beside_byline(lines, rest)
    if beside is not None:
        return beside
    line = lines[rest[0]]
    told_by_place = (
        first
        or (ended and len(line.text.split()) >= TITLE_LEAST)
        or ((labels or _is_wide(line.above, page)) and _looks_like_title(line))
    )
    return rest[0] if told_by_place else None


def _is_wide(gap: int, page: _Page) -> bool:
    """Whether a gap is wider than the page's own."""
    return gap >= 2 and gap > page.gap


def _looks_like_title(line: Line) -> bool:
    return cased_share(line.text) >= CASED and len(line.text.split()) >= TITLE_LEAST


def _labels(lines: tuple[Line, ...], shorts: list[int], page: _Page) -> set[int]:
    """The short lines that are section labels: known ones, and ones that the page repeats."""
    labels = set()
    for i in shorts[:-1]:
        line = lines[i]
        if len(line.text.split()) > LABEL_WORDS:
            break
        if (
            page.chrome.is_label(line.text)
            or line.told in page.repeated
            or len(line.text.split()) < TITLE_LEAST
        ):
            labels.add(i)
        else:
            break
    return labels


def _without_byline_blocks(lines: tuple[Line, ...], shorts: list[int]) -> list[int]:
    """The short lines but those that share a block with a byline, if any other is left.

    A paper's name over its date is no title where a title stands apart from both.
    """
    block = 0
    blocks: list[int] = []
    for i, line in enumerate(lines):
        block += line.above > 0 and i > 0
        blocks.append(block)
    with_byline = {blocks[i] for i, line in enumerate(lines) if line.shape is Shape.BYLINE}
    apart = [
        i
        for i in shorts
        if blocks[i] not in with_byline and len(lines[i].text.split()) >= TITLE_LEAST
    ]
    return apart or shorts


def _beside_byline(lines: tuple[Line, ...], shorts: list[int]) -> int | None:
    """The short line next to a byline: before it, or else after it."""
    for i in shorts:
        if i + 1 < len(lines) and lines[i + 1].shape is Shape.BYLINE:
            return i
    for i in shorts:
        if i > 0 and lines[i - 1].shape is Shape.BYLINE:
            return i
    return None


def _article(lines: tuple[Line, ...], title: int) -> Article:
    told = lines[title].told
    return Article(
        title=lines[title].text,
        kickers=tuple(line.text for line in lines[:title] if line.shape is Shape.SHORT),
        before=tuple(line for line in lines[:title] if line.shape is Shape.BYLINE),
        head=tuple(
            line
            for i, line in enumerate(lines[title + 1 :], title + 1)
            if line.told != told and (line.shape is Shape.BYLINE or not _in_byline(lines, i, title))
        ),
        body=(),
    )


def _in_byline(lines: tuple[Line, ...], spot: int, title: int) -> bool:
    """Whether a short line after the title shares a block with a byline."""
    first = spot
    while first > title + 1 and lines[first].above == 0:
        first -= 1
    last = spot
    while last + 1 < len(lines) and lines[last + 1].above == 0:
        last += 1
    return any(line.shape is Shape.BYLINE for line in lines[first : last + 1])


def _by_date(lines: tuple[Line, ...]) -> Article:
    """An entry that only its date heads, or a title that ends in one."""
    loose = next((line for line in lines if line.byline and line.byline.loose), None)
    title = loose.text if loose is not None else None
    return Article(title=title, kickers=(), head=lines, body=())
