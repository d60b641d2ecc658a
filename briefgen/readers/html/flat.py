"""Element tree of a page without boxes → Articles: its headings and rules read as lines of text.

Old pages, letters and notices part their stories by headings, bold lines and rules alone. They
are split as a pasted page is, by the same cues.
"""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from briefgen.model import BlockKind
from briefgen.readers.chrome import load_chrome
from briefgen.readers.html.markup import walk_pieces
from briefgen.readers.pages.article import Article
from briefgen.readers.pages.lines import BODIES, shaped
from briefgen.readers.pages.paragraphs import TITLE_WORDS
from briefgen.readers.pages.split import split_articles
from briefgen.readers.shapes import Piece, ReadOptions

__all__ = ["find_flat"]

RULE = "-" * 20
MARKS = {BlockKind.HEADING: "# ", BlockKind.ITEM: "- "}
LEAST_WORDS = 8
"""A story with fewer words is a headline."""
COVER = 0.7
"""Part of the words that stand in stories, at least."""
MOST = 0.8
"""Part of the words in one story, above which the others are what surrounds it."""


def find_flat(root: Any, whole: Sequence[Piece], options: ReadOptions) -> tuple[Article, ...]:
    """The articles that headings, dates and rules alone part; empty where they part none.

    `whole` are the pieces of the page as it stands.
    """
    ruled = next(root.iter("hr"), None) is not None
    if not ruled and not _many_headings(root) and not _many_ends(root):
        return ()
    prepared = (
        _prepared(root) if ruled or next(root.iter("b", "strong"), None) is not None else None
    )
    if prepared is None and _largest(whole) > MOST:
        return ()
    pieces = whole if prepared is None else walk_pieces(prepared)
    lines = shaped(
        ((MARKS.get(piece.kind, "") + piece.text, 1, 1) for piece in pieces),
        options.zone,
        options.languages,
    )
    articles = split_articles(lines)
    sizes = [_words(article) for article in articles]
    told = [size for article, size in zip(articles, sizes, strict=True) if _is_story(article, size)]
    words = sum(sizes)
    if len(told) < 2 or sum(told) < COVER * words or max(told) > MOST * words:
        return ()
    return tuple(
        article for article, size in zip(articles, sizes, strict=True) if size >= LEAST_WORDS
    )


def _largest(pieces: Sequence[Piece]) -> float:
    """The part of a page's words that stands between two headings, where it is largest."""
    sizes = [0]
    for piece in pieces:
        if piece.kind is BlockKind.HEADING:
            sizes.append(0)
        else:
            sizes[-1] += len(piece.text.split())
    return max(sizes) / max(1, sum(sizes))


def _many_headings(root: Any) -> bool:
    """Whether one kind of heading stands on a page at least twice."""
    return any(len(list(root.iter(tag))) > 1 for tag in ("h1", "h2", "h3", "h4", "h5"))


def _many_ends(root: Any) -> bool:
    """Whether links such as "Read more" stand on a page at least twice."""
    chrome = load_chrome()
    links = (" ".join("".join(link.itertext()).split()) for link in root.iter("a"))
    return sum(1 for words in links if words and chrome.is_end(words)) > 1


def _prepared(root: Any) -> Any:
    """A copy in which rules are lines of dashes and bold lines headings."""
    copy = deepcopy(root)
    for rule in list(copy.iter("hr")):
        rule.tag, rule.text = "p", RULE
    for line in copy.iter("p", "div"):
        inner = list(line)
        bold = len(inner) == 1 and inner[0].tag in {"b", "strong"}
        alone = bold and not (line.text or "").strip() and not (inner[0].tail or "").strip()
        words = "".join(line.itertext()).split() if alone else []
        if words and len(words) <= TITLE_WORDS and not words[-1].endswith((".", ":")):
            line.tag = "h6"
    return copy


def _is_story(article: Article, size: int) -> bool:
    return article.title is not None and size >= LEAST_WORDS


def _words(article: Article) -> int:
    return sum(len(line.text.split()) for line in article.body if line.shape in BODIES)
