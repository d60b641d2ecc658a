"""Lines of a page → Articles: where one ends and the next begins, from general cues alone.

A page is read as runs: *heads* (short lines, bylines, furniture, end marks) between *bodies*
(prose, items). A head begins an article when something beside its look says so: an end mark or a
rule before it, a wider gap than the page's own around a title, a byline beside it, a title told
twice, a section label over it. Without that, it is a heading inside the article.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from briefgen.readers.chrome import Chrome, load_chrome
from briefgen.readers.lines import BODIES, Line, Shape, cased_share
from briefgen.readers.stamps import Stamp

__all__ = ["Article", "split_articles", "without_frame"]

CASED = 0.6
"""Share of capitalised words from which a line is in title case."""
LABEL_WORDS = 4
"""A section label has at most so many words."""
HEAD_LINES = 40
"""A longer run of short lines is a list of links, and heads nothing."""
TITLE_LEAST = 3
"""A title that only its place betrays has at least so many words."""
STAMPS_LEAST = 2
"""Clocks alone on their lines, before those head entries."""
KIN_LEAST = 2
"""Titles, before others are known by their likeness to them."""
FRAME_LEAST = 3
"""Articles of a page, before what they share is the page's."""
FRAME_SHARE = 0.6
"""Share of the articles that a line of the frame stands in."""
FRAME_LINES = 3
"""Lines from an article's edges among which the frame is looked for."""
FRAME_WORDS = 25
RULE_LEAST = 10
"""Characters of a rule that runs across the page."""
TOLD = frozenset({Shape.SHORT, Shape.HEADING, Shape.BYLINE})
"""The shapes of a head that an article keeps."""

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
class Article:
    """The lines of one article: what stands over the title, the title, and what follows."""

    title: str | None
    kickers: tuple[str, ...]
    head: tuple[Line, ...]
    """What stands between the title and the body: standfirst, bylines, headings."""
    body: tuple[Line, ...]
    line: Line | None = None
    """That of the title."""
    before: tuple[Line, ...] = ()
    """Bylines over the title."""
    masthead: tuple[Line, ...] = ()
    """Bylines over another title above this one's: they are the page's."""
    stamp: Stamp | None = None
    """The entry's own clock or age, on a live page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
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


def split_articles(lines: Sequence[Line]) -> tuple[Article, ...]:
    """The articles of a page, in the page's order; one for a page that holds one."""
    page = _survey(lines)
    found = _split(lines, page)
    again = _kindred(found, lines, page)
    return _split(lines, page, again) if again else found


def _split(
    lines: Sequence[Line], page: _Page, kin: frozenset[int] = frozenset()
) -> tuple[Article, ...]:
    """The articles of a page; `kin` are ids of lines that are titles by their likeness to others."""
    runs = [
        (is_body, tuple(run))
        for is_body, run in groupby(lines, key=lambda line: line.shape in BODIES)
    ]
    heads: list[Article] = []
    bodies: list[list[Line]] = []
    for index, (is_body, run) in enumerate(runs):
        followed = index + 1 < len(runs)
        found = None
        if not is_body:
            datelined = followed and runs[index + 1][1][0].dateline
            found = _head(
                run, page, kin, first=not heads, followed=followed, datelined=datelined
            )
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
            spots.setdefault(_unnumbered(line.told), []).append(index)
    repeated = frozenset(
        told for told, places in spots.items() if places[-1] - places[0] > len(places)
    )
    named = Counter(line.byline.named for line in lines if line.byline and line.byline.named)
    return _Page(
        gap=gap,
        repeated=repeated,
        chrome=load_chrome(),
        stamped=_stamped(lines),
        names=frozenset(name for name, count in named.items() if count > 1),
    )


def _unnumbered(told: str) -> str:
    """A line with its figures left out: "document # of #"."""
    return _FIGURES.sub("#", told)


def _stamped(lines: Sequence[Line]) -> Stamped:
    """Where the titles of a live page stand."""
    stamps = [i for i, line in enumerate(lines) if line.shape is Shape.STAMP]
    if len(stamps) < STAMPS_LEAST:
        return Stamped.NO
    after = [i for i in stamps if _shape_at(lines, i + 1) is Shape.SHORT]
    if len(after) >= len(stamps) / 2:
        return Stamped.OVER
    before = [i for i in stamps if _shape_at(lines, i - 1) is Shape.SHORT]
    return Stamped.UNDER if len(before) == len(stamps) else Stamped.ALONE


def _shape_at(lines: Sequence[Line], index: int) -> Shape | None:
    return lines[index].shape if 0 <= index < len(lines) else None


def _kindred(
    found: Sequence[Article], lines: Sequence[Line], page: _Page
) -> frozenset[int]:
    """Indexes of the lines that must be titles because they are like the titles already found.

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
            and _shape_at(lines, i + 1) in BODIES
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


def _kept(run: Sequence[Line], *, followed: bool) -> tuple[Line, ...]:
    """What a run inside an article leaves: headings and bylines, no furniture.

    Behind the last body's end mark stand only the page's own links.
    """
    ends = [i for i, line in enumerate(run) if line.shape is Shape.END]
    kept = run if followed or not ends else run[: ends[0]]
    return tuple(line for line in kept if line.shape in TOLD)


def _head(
    run: tuple[Line, ...],
    page: _Page,
    kin: frozenset[int],
    *,
    first: bool,
    followed: bool,
    datelined: bool,
) -> tuple[Article, tuple[Line, ...]] | None:
    """The article that a run begins, and the lines before it that belong to the last one."""
    stamp = next((i for i, line in enumerate(run) if line.shape is Shape.STAMP), None)
    if stamp is not None and page.stamped is not Stamped.NO and followed:
        return _entry(run, stamp, page, first=first)
    marks = [i for i, line in enumerate(run) if line.shape in {Shape.END, Shape.RULE}]
    after = marks[-1] + 1 if marks else 0
    tail = tuple(line for line in run[:after] if line.shape in TOLD)
    lines = tuple(line for line in run[after:] if line.shape in TOLD)
    shorts = [i for i, line in enumerate(lines) if line.shape is Shape.SHORT]
    dated = any(line.byline and line.byline.interval for line in lines)
    if (not followed and not first) or len(lines) > HEAD_LINES:
        return None
    if not shorts:
        if dated:
            return _by_date(lines, page), tail
        if followed and any(_is_full_rule(line) for line in run):
            return replace(_untitled(), head=lines, masthead=tail if first else ()), ()
        return None
    chosen = next((i for i in shorts if id(lines[i]) in kin), None)
    if chosen is None:
        chosen = _title(lines, shorts, page, first=first, ended=bool(marks), datelined=datelined)
    if chosen is None:
        return None
    return _article(lines, chosen, page, above=tail if first else ()), (() if first else tail)


def _entry(
    run: tuple[Line, ...], spot: int, page: _Page, *, first: bool
) -> tuple[Article, tuple[Line, ...]]:
    """The entry of a live page that a run begins: its clock, and its title over or under it."""
    over = [line for line in run[:spot] if line.shape in TOLD]
    under = tuple(line for line in run[spot + 1 :] if line.shape in TOLD)
    title: Line | None = None
    if page.stamped is Stamped.OVER and under and under[0].shape is Shape.SHORT:
        title, under = under[0], under[1:]
    elif page.stamped is Stamped.UNDER and over and over[-1].shape is Shape.SHORT:
        title = over.pop()
    article = Article(
        title=title.text if title else None,
        kickers=(),
        head=under,
        body=(),
        line=title,
        masthead=tuple(line for line in over if line.byline) if first else (),
        stamp=run[spot].stamp,
    )
    return article, () if first else tuple(over)


def _is_full_rule(line: Line) -> bool:
    """Whether a line is a rule across the page, and no ornament between two sections."""
    return line.shape is Shape.RULE and len(line.text.replace(" ", "")) >= RULE_LEAST


def _title(
    lines: tuple[Line, ...],
    shorts: list[int],
    page: _Page,
    *,
    first: bool,
    ended: bool,
    datelined: bool,
) -> int | None:
    """Which of the short lines is the title of a new article; None when none is."""
    told = [line.told for line in lines]
    twice = next((i for i in shorts if told.count(told[i]) > 1), None)
    if twice is not None:
        return twice
    shorts = _without_byline_blocks(lines, shorts, page)
    labels = _labels(lines, shorts, page)
    rest = [i for i in shorts if i not in labels]
    for i in rest:
        if _is_wide(lines[i].below, page) and _looks_like_title(lines[i]):
            return i
    beside = _beside_byline(lines, rest)
    if beside is not None:
        return _over_deck(lines, rest, beside) if first else beside
    line = lines[rest[0]]
    told_by_place = (
        first
        or (ended and len(line.text.split()) >= TITLE_LEAST)
        or datelined
        or ((labels or _is_wide(line.above, page)) and _looks_like_title(line))
    )
    return rest[0] if told_by_place else None


def _over_deck(lines: tuple[Line, ...], shorts: list[int], beside: int) -> int:
    """The title over a standfirst that stands beside the byline: two lines, the second longer."""
    spot = shorts.index(beside)
    if spot == 0 or (beside > 0 and lines[beside - 1].shape is Shape.BYLINE):
        return beside
    title, deck = lines[shorts[spot - 1]], lines[beside]
    words = len(title.text.split())
    close = shorts[spot - 1] == beside - 1
    if close and TITLE_LEAST <= words and len(deck.text) > len(title.text):
        return shorts[spot - 1]
    return beside


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
            or _unnumbered(line.told) in page.repeated
            or len(line.text.split()) < TITLE_LEAST
        ):
            labels.add(i)
        else:
            break
    return labels


def _without_byline_blocks(
    lines: tuple[Line, ...], shorts: list[int], page: _Page
) -> list[int]:
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
        if blocks[i] not in with_byline
        and len(lines[i].text.split()) >= TITLE_LEAST
        and _unnumbered(lines[i].told) not in page.repeated
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


def _article(
    lines: tuple[Line, ...], title: int, page: _Page, *, above: tuple[Line, ...]
) -> Article:
    told = lines[title].told
    before = (*above, *lines[:title])
    bylines = tuple(line for line in before if line.shape is Shape.BYLINE)
    over_page = [i for i, line in enumerate(before) if line.shape is Shape.SHORT]
    masthead = tuple(
        line
        for i, line in enumerate(before)
        if line.shape is Shape.BYLINE
        and any(spot < i for spot in over_page)
        and not (lines[title].above == 0 and line is before[-1])
    )
    return Article(
        title=lines[title].text,
        kickers=tuple(line.text for line in lines[:title] if line.shape is Shape.SHORT),
        before=bylines,
        masthead=masthead,
        line=lines[title],
        head=tuple(
            line
            for i, line in enumerate(lines[title + 1 :], title + 1)
            if line.told != told
            and not _is_frame(line, page)
            and (line.shape is Shape.BYLINE or not _in_byline(lines, i, title))
        ),
        body=(),
    )


def _is_frame(line: Line, page: _Page) -> bool:
    """Whether a few words stand on the page again and again: "Body"."""
    few = line.shape is Shape.SHORT and len(line.text.split()) <= LABEL_WORDS
    return few and _unnumbered(line.told) in page.repeated


def _in_byline(lines: tuple[Line, ...], spot: int, title: int) -> bool:
    """Whether a short line after the title shares a block with a byline."""
    first = spot
    while first > title + 1 and lines[first].above == 0:
        first -= 1
    last = spot
    while last + 1 < len(lines) and lines[last + 1].above == 0:
        last += 1
    return any(line.shape is Shape.BYLINE for line in lines[first : last + 1])


def _by_date(lines: tuple[Line, ...], page: _Page) -> Article:
    """An entry that only its date heads, or a title that ends in one."""
    loose = next(
        (
            line
            for line in lines
            if line.byline and line.byline.loose and line.byline.named not in page.names
        ),
        None,
    )
    title = loose.text if loose is not None else None
    return Article(title=title, kickers=(), head=lines, body=(), line=loose)


def without_frame(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles without the lines that begin or end most of them: the page's frame.

    Figures do not count, so "2 comments" and "11 comments" are one line.
    """
    if len(articles) < FRAME_LEAST:
        return tuple(articles)
    counts = Counter(
        told for article in articles for told in {_unnumbered(line.told) for line in _edges(article)}
    )
    frame = {told for told, count in counts.items() if count >= FRAME_SHARE * len(articles)}
    return tuple(
        replace(
            article,
            body=tuple(
                line
                for line in article.body
                if not (line in _edges(article) and _unnumbered(line.told) in frame)
            ),
        )
        for article in articles
    )


def _edges(article: Article) -> tuple[Line, ...]:
    """The first and last lines of an article's body that are short enough for a frame."""
    body = article.body
    lines = (*body[:FRAME_LINES], *body[-FRAME_LINES:])
    return tuple(line for line in lines if len(line.text.split()) <= FRAME_WORDS)
