"""Lines of a page → Articles: where one ends and the next begins, from general cues alone.

A page is read as runs: *heads* (short lines, bylines, furniture, end marks) between *bodies*
(prose, items). A head begins an article when something beside its look says so: an end mark or a
rule before it, a wider gap than the page's own around a title, a byline beside it, a title told
twice, a section label over it. Without that, it is a heading inside the article.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from briefgen.readers.pages.article import Article
from briefgen.readers.pages.habits import Habits, Stamped, is_frame, survey_page
from briefgen.readers.pages.kindred import in_capitals, kindred
from briefgen.readers.pages.lines import BODIES, Line, Shape
from briefgen.readers.pages.titles import choose_title

__all__ = ["split_articles"]

HEAD_LINES = 40
"""A longer run of short lines is a list of links, and heads nothing."""
RULE_LEAST = 10
"""Characters of a rule that runs across the page."""
TOLD = frozenset({Shape.SHORT, Shape.HEADING, Shape.BYLINE})
"""The shapes of a head that an article keeps."""
KEPT = TOLD | {Shape.MARGIN}


def split_articles(lines: Sequence[Line]) -> tuple[Article, ...]:
    """The articles of a page, in the page's order; one for a page that holds one."""
    page = survey_page(lines)
    capitals = in_capitals(lines)
    found = _split(lines, page, capitals)
    again = kindred(found, lines)
    return _split(lines, page, again | capitals) if again else found


def _split(
    lines: Sequence[Line], page: Habits, kin: frozenset[int] = frozenset()
) -> tuple[Article, ...]:
    """The articles of a page; `kin`: ids of lines that are titles by likeness to others."""
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
            found = _head(run, page, kin, first=not heads, followed=followed, datelined=datelined)
        kept = run if is_body else _kept(run, followed=followed)
        if found is not None:
            article, kept = found
            over, under = _beside(run, article.line)
            kept = (*kept, *over) if heads else kept
            article = replace(article, margins=tuple(under if heads else [*over, *under]))
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


def _kept(run: Sequence[Line], *, followed: bool) -> tuple[Line, ...]:
    """What a run inside an article leaves: headings and bylines, no furniture.

    Behind the last body's end mark stand only the page's own links.
    """
    ends = [i for i, line in enumerate(run) if line.shape is Shape.END]
    kept = run if followed or not ends else run[: ends[0]]
    return tuple(line for line in kept if line.shape in KEPT)


def _beside(run: Sequence[Line], title: Line | None) -> tuple[list[Line], list[Line]]:
    """What stands beside the texts in a run: over its title, and from there on."""
    spot = next((i for i, line in enumerate(run) if line is title), 0)
    beside = [(i, line) for i, line in enumerate(run) if line.shape is Shape.MARGIN]
    return [line for i, line in beside if i < spot], [line for i, line in beside if i >= spot]


def _head(
    run: tuple[Line, ...],
    page: Habits,
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
    if (not followed and not first) or len(lines) > HEAD_LINES:
        return None
    if not shorts:
        ruled = followed and any(_is_full_rule(line, page) for line in run)
        return _untitled_head(lines, tail, page, first=first, ruled=ruled)
    chosen = next((i for i in shorts if id(lines[i]) in kin), None)
    if chosen is None:
        chosen = choose_title(
            lines, shorts, page, first=first, ended=bool(marks), datelined=datelined
        )
    if chosen is None:
        return None
    return _article(lines, chosen, page, above=tail if first else ()), (() if first else tail)


def _untitled_head(
    lines: tuple[Line, ...], tail: tuple[Line, ...], page: Habits, *, first: bool, ruled: bool
) -> tuple[Article, tuple[Line, ...]] | None:
    """An article that only a date, or a rule across the page, sets apart from the last one."""
    if any(line.byline and line.byline.interval for line in lines):
        return _by_date(lines, page), tail
    if ruled:
        masthead, before = (tail, ()) if first else ((), tail)
        return replace(_untitled(), head=lines, masthead=masthead), before
    return None


def _entry(
    run: tuple[Line, ...], spot: int, page: Habits, *, first: bool
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
        masthead=tuple(over) if first else tuple(line for line in over if _is_day(line)),
        stamp=run[spot].stamp,
    )
    return article, () if first else tuple(line for line in over if not _is_day(line))


def _is_day(line: Line) -> bool:
    """Whether a line is a day alone: it heads the entries of a log under it."""
    byline = line.byline
    return byline is not None and byline.interval is not None and not byline.loose


def _is_full_rule(line: Line, page: Habits) -> bool:
    """Whether a line is a rule across the page, and no ornament between two sections."""
    if line.shape is not Shape.RULE:
        return False
    return line.text in page.parting or len(line.text.replace(" ", "")) >= RULE_LEAST


def _article(
    lines: tuple[Line, ...], title: int, page: Habits, *, above: tuple[Line, ...]
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
            and not is_frame(line, page)
            and (line.shape is Shape.BYLINE or not _in_byline(lines, i, title))
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


def _by_date(lines: tuple[Line, ...], page: Habits) -> Article:
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
