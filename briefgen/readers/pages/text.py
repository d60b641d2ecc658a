"""Plain text → Drafts: one article, a page of many, or a list of event notes."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from briefgen.model import Basis, BlockKind, Bound
from briefgen.readers.chrome import load_chrome, plain
from briefgen.readers.dated.fields import is_wording
from briefgen.readers.drafts.pieces import dateline_claims
from briefgen.readers.drafts.rows import NOTES_LEAST, NOTES_SHARE, item_row
from briefgen.readers.pages.article import Article, without_frame
from briefgen.readers.pages.lines import BODIES, Line, Shape, read_lines
from briefgen.readers.pages.page_date import page_dates
from briefgen.readers.pages.split import split_articles
from briefgen.readers.shapes import Claim, Draft, File, Parsed, Piece, ReadOptions

__all__ = ["articles_drafts", "read_text"]

STANDFIRST_WORDS = 45
"""A first paragraph longer than this is no standfirst."""
STANDFIRST_SHARE = 0.6
"""A standfirst is at most this part of the body's middle length."""
HEADLINES_LEAST = 3


def read_text(file: File, options: ReadOptions) -> Parsed:
    """The articles of a text file or a pasted page."""
    languages = options.languages
    lines = read_lines(file.text, options.zone, languages)
    if not any(line.shape in BODIES for line in lines):
        return Parsed(drafts=_headlines(lines))
    drafts = articles_drafts(split_articles(lines), options)
    return Parsed(drafts=tuple(draft for draft in drafts if draft.pieces or draft.title))


def articles_drafts(articles: Sequence[Article], options: ReadOptions) -> tuple[Draft, ...]:
    """The articles of one page as drafts, with what the page's head says of their dates."""
    articles = without_frame(articles)
    if len(articles) == 1:
        articles = (replace(articles[0], masthead=()),)
    told = page_dates(articles, options.zone, options.languages)
    return tuple(
        replace(draft, claims=(*draft.claims, *claims))
        for article, claims in zip(articles, told, strict=True)
        for draft in (_draft(article, options, options.languages),)
    )


def _headlines(lines: Sequence[Line]) -> tuple[Draft, ...]:
    """A page of headlines alone: one document, each headline an item."""
    shorts = [line for line in lines if line.shape is Shape.SHORT]
    claims = _bylines(lines)
    if not shorts:
        return ()
    if len(shorts) < HEADLINES_LEAST:
        rest = tuple(Piece(kind=BlockKind.PARAGRAPH, text=line.text) for line in shorts[1:])
        if len(shorts[0].text.split()) > 12 and not rest:
            return (Draft(pieces=(Piece(kind=BlockKind.PARAGRAPH, text=shorts[0].text),)),)
        return (Draft(title=shorts[0].text, pieces=rest, claims=claims),)
    items = tuple(Piece(kind=BlockKind.ITEM, text=line.text) for line in shorts)
    return (Draft(pieces=items, claims=claims),)


def _draft(article: Article, options: ReadOptions, languages: tuple[str, ...]) -> Draft:
    """One article as a draft: title, standfirst, headings, paragraphs, items."""
    body = _without_calls(article.body)
    notes = _is_notes(body)
    pieces: list[Piece] = []
    seen = {plain(article.title)} if article.title else set()
    before = (line for line in article.before if line not in article.masthead)
    bylines = (*before, *article.head, *body[-1:])
    date = None
    if article.title is None:
        dates = (line.text for line in article.head if is_wording(line.text, languages))
        date = next(dates, None)
    for index, line in enumerate((*article.head, *body)):
        if line.shape not in {Shape.SHORT, Shape.HEADING, Shape.PROSE, Shape.ITEM}:
            if notes and line.byline and line.byline.interval:
                date = line.text
            continue
        if index <= len(article.head) and line.told in seen:
            continue
        kind = _kind(line, index, article, body)
        if kind is BlockKind.STANDFIRST:
            seen.add(line.told)
        if notes and kind is BlockKind.HEADING and is_wording(line.text, languages):
            date = line.text
        row = item_row(line.text, date, languages) if notes and kind is BlockKind.ITEM else None
        pieces.append(row or Piece(kind=kind, text=line.text))
    return Draft(
        title=article.title,
        pieces=tuple(pieces),
        claims=dateline_claims(pieces, options) + _bylines(bylines),
        bounds=_bounds(bylines),
    )


def _bylines(lines: Sequence[Line]) -> tuple[Claim, ...]:
    """What the bylines around an article say, the first first."""
    return tuple(
        Claim(
            basis=Basis.BYLINE, why=f'its byline says "{line.text}"', interval=line.byline.interval
        )
        for line in lines
        if line.byline is not None and line.byline.interval is not None
    )[:1]


def _bounds(lines: Sequence[Line]) -> tuple[Bound, ...]:
    """What the lines say of a later change: published at or before it."""
    return tuple(
        Bound(latest=line.byline.changed.end, why=f'it says "{line.text}"')
        for line in lines
        if line.byline is not None
        and line.byline.changed is not None
        and line.byline.changed.end is not None
    )


def _kind(line: Line, index: int, article: Article, body: Sequence[Line]) -> BlockKind:
    if line.shape is Shape.ITEM:
        return BlockKind.ITEM
    if line.shape is Shape.HEADING:
        return BlockKind.HEADING
    if article.title is not None:
        shorts = [i for i, other in enumerate(article.head) if other.shape is Shape.SHORT]
        if index < len(article.head):
            return BlockKind.STANDFIRST if index == shorts[0] else BlockKind.HEADING
        if index == len(article.head) and not shorts and _is_standfirst(line, body):
            return BlockKind.STANDFIRST
    return BlockKind.HEADING if line.shape is Shape.SHORT else BlockKind.PARAGRAPH


def _is_standfirst(line: Line, body: Sequence[Line]) -> bool:
    """Whether a first paragraph stands apart: short, before longer ones, a wider gap above it."""
    rest = [len(other.text) for other in body[1:] if other.shape is Shape.PROSE]
    return (
        line.shape is Shape.PROSE
        and len(rest) >= 2
        and line.above > line.below
        and len(line.text.split()) <= STANDFIRST_WORDS
        and len(line.text) <= STANDFIRST_SHARE * median(rest)
    )


def _without_calls(body: tuple[Line, ...]) -> tuple[Line, ...]:
    """The body without a last paragraph that talks to the reader, or a heading over nothing."""
    chrome = load_chrome()
    while len(body) > 1 and (body[-1].shape is Shape.SHORT or chrome.is_call(body[-1].text)):
        body = body[:-1]
    return body


def _is_notes(body: Sequence[Line]) -> bool:
    """Whether a body is mostly a list."""
    items = sum(1 for line in body if line.shape is Shape.ITEM)
    prose = sum(1 for line in body if line.shape is Shape.PROSE)
    return items >= NOTES_LEAST and items >= NOTES_SHARE * (items + prose)
