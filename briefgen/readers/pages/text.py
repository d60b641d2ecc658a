"""Plain text → Drafts: one article, a page of many, or a list of event notes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from briefgen.knowledge.locale import LANGUAGES
from briefgen.model import Basis, BlockKind, Bound, Margin, MarginKind
from briefgen.readers.chrome import load_chrome, plain
from briefgen.readers.dated.days import day_heading, title_claim, title_day, with_year
from briefgen.readers.dated.stamps import is_clock
from briefgen.readers.drafts.nights import past_midnight, through_the_night
from briefgen.readers.drafts.pieces import dateline_claims
from briefgen.readers.drafts.rows import (
    NOTES_LEAST,
    NOTES_SHARE,
    are_sentences,
    is_topic,
    item_row,
)
from briefgen.readers.pages.article import Article, without_frame
from briefgen.readers.pages.lines import BODIES, Line, Shape, read_lines
from briefgen.readers.pages.page_date import page_dates
from briefgen.readers.pages.split import split_articles
from briefgen.readers.shapes import Claim, Draft, Fields, File, Parsed, Piece, ReadOptions

__all__ = ["articles_drafts", "read_text"]

STANDFIRST_WORDS = 45
"""A first paragraph longer than this is no standfirst."""
STANDFIRST_SHARE = 0.6
"""A standfirst is at most this part of the body's middle length."""
HEADLINES_LEAST = 3
TOLD = frozenset({Shape.SHORT, Shape.HEADING, Shape.PROSE, Shape.ITEM})
"""The shapes of lines that an article's text is made of."""
HEADS = frozenset({BlockKind.HEADING, BlockKind.STANDFIRST})


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
    margins = [line for line in (*article.head, *article.body) if line.shape is Shape.MARGIN]
    margins = [*article.margins, *margins]
    body = _without_calls(tuple(line for line in article.body if line.shape is not Shape.MARGIN))
    title, article = _day_titled(article, body) if _is_notes(body) else (article.title, article)
    before = tuple(line for line in article.before if line not in article.masthead)
    bylines = (*before, *article.head, *body[-1:])
    pieces = past_midnight(tuple(_pieces(article, body, title, options)), options)
    return Draft(
        title=title,
        pieces=pieces,
        claims=(
            *dateline_claims(pieces, options),
            *_bylines(bylines),
            *through_the_night(title_claim(title, options.zone, languages), pieces),
        ),
        bounds=_bounds(bylines),
        margins=_margins(margins, bylines),
    )


def _margins(beside: Sequence[Line], bylines: Sequence[Line]) -> tuple[Margin, ...]:
    """What stands beside the text, of which kind it is."""
    chrome = load_chrome()
    told = [
        Margin(
            kind=MarginKind.CAPTION if chrome.is_caption(line.text) else MarginKind.CORRECTION,
            text=line.text,
        )
        for line in beside
    ]
    named = (line for line in bylines if line.shape is Shape.BYLINE)
    return (*(Margin(kind=MarginKind.BYLINE, text=line.text) for line in named), *told)


def _pieces(
    article: Article, body: Sequence[Line], title: str | None, options: ReadOptions
) -> Iterator[Piece]:
    """The pieces under a title; the items of a list as rows, with the day over them."""
    notes = _is_notes(body)
    sentences = are_sentences([line.text for line in body if line.shape is Shape.ITEM])
    seen = {plain(title)} if title else set()
    date = _first_day(article, title, options) if notes else None
    for index, line in enumerate((*article.head, *body)):
        if line.shape not in TOLD:
            if notes and line.byline and line.byline.interval:
                date = line.text
            continue
        if index <= len(article.head) and line.told in seen:
            continue
        kind = _kind(line, index, article, body)
        if notes and kind in HEADS:
            day = day_heading(line.text, options.languages)
            date = with_year(day, title, options.zone, options.languages) if day else date
            kind = BlockKind.HEADING if day or line.shape is Shape.SHORT else kind
        if kind is BlockKind.STANDFIRST:
            seen.add(line.told)
        if kind is BlockKind.ITEM and (notes or line.label):
            yield _row(line, date, options.languages, sentences=sentences)
        else:
            yield Piece(kind=kind, text=line.text)


def _day_titled(article: Article, body: Sequence[Line]) -> tuple[str | None, Article]:
    """The title of a list, and the list: its day, where that stands over its first heading.

    "14 November 2031" over "Disasters", items, "Politics", items: a day, and no list of disasters.
    """
    if article.line is None or len(article.before) != 1 or not article.before[0].byline:
        return article.title, article
    day = article.before[0]
    headings = any(line.shape is Shape.SHORT for line in body)
    if article.kickers or not headings or day.byline is None or day.byline.loose:
        return article.title, article
    if day.byline.interval is None:
        return article.title, article
    heading = replace(article.line, shape=Shape.HEADING)
    return day.text, replace(article, title=day.text, head=(heading, *article.head))


def _first_day(article: Article, title: str | None, options: ReadOptions) -> str | None:
    """The day of a list's first items, as its title or what stands over them says."""
    titled = title_day(title, options.zone, options.languages)
    if titled is not None:
        return titled[0]
    if title is not None:
        return None
    found = (day_heading(line.text, options.languages) for line in article.head)
    return next((day for day in found if day is not None), None)


def _row(line: Line, date: str | None, languages: tuple[str, ...], *, sentences: bool) -> Piece:
    """The row that an item is; one that a clock heads keeps it, on the day that is told above.

    Under a day, an item that is no sentence among `sentences` is the heading of the next ones.
    """
    if line.label is not None and is_clock(line.label):
        when = f"{date} {line.label}" if date else line.label
        return Piece(kind=BlockKind.ITEM, text=line.text, row=Fields(date=when))
    row = item_row(line.text, date, languages if line.label is None else LANGUAGES)
    if date and sentences and is_topic(line.text) and row.row == Fields(date=date):
        return Piece(kind=BlockKind.HEADING, text=line.text)
    return row


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
