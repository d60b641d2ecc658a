"""The lines of one article of a page; lines of several → the same without the page's frame."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefgen.readers.dated.stamps import Stamp
from briefgen.readers.pages.habits import unnumbered
from briefgen.readers.pages.lines import Line

__all__ = ["FRAME_LEAST", "FRAME_LINES", "FRAME_SHARE", "FRAME_WORDS", "Article", "without_frame"]

FRAME_LEAST = 3
"""Articles of a page, before what they share is the page's."""
FRAME_SHARE = 0.6
"""Share of the articles that a line of the frame stands in."""
FRAME_LINES = 3
"""Lines from an article's edges among which the frame is looked for."""
FRAME_WORDS = 25


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
    margins: tuple[Line, ...] = ()
    """What stands beside the text between the title and the body."""
    stamp: Stamp | None = None
    """The entry's own clock or age, on a live page."""


def without_frame(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles without the lines that begin or end most of them: the page's frame.

    Figures do not count, so "2 comments" and "11 comments" are one line.
    """
    if len(articles) < FRAME_LEAST:
        return tuple(articles)
    counts = Counter(
        told for article in articles for told in {unnumbered(line.told) for line in _edges(article)}
    )
    frame = {told for told, count in counts.items() if count >= FRAME_SHARE * len(articles)}
    return tuple(
        replace(
            article,
            body=tuple(
                line
                for line in article.body
                if not (line in _edges(article) and unnumbered(line.told) in frame)
            ),
        )
        for article in articles
    )


def _edges(article: Article) -> tuple[Line, ...]:
    """The first and last lines of an article's body that are short enough for a frame."""
    body = article.body
    lines = (*body[:FRAME_LINES], *body[-FRAME_LINES:])
    return tuple(line for line in lines if len(line.text.split()) <= FRAME_WORDS)
