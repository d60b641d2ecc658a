"""HTML page → Drafts: one article, or one for each story that the page parts itself.

The body of a page with one article comes from trafilatura, which leaves out what surrounds it;
articles that a page parts itself are read as they stand.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from briefgen.model import BlockKind
from briefgen.readers.dated.days import title_claim
from briefgen.readers.drafts.pieces import article_pieces, day_notes, is_notes
from briefgen.readers.html.dates import page_bounds, page_claims
from briefgen.readers.html.event_tables import take_tables
from briefgen.readers.html.facts import Facts, page_facts
from briefgen.readers.html.flat import find_flat
from briefgen.readers.html.margins import bylines_in, captions_in, replies_in
from briefgen.readers.html.markup import walk_pieces
from briefgen.readers.html.pasted import pasted_text
from briefgen.readers.html.standfirst import find_deck, with_kicker, with_standfirst
from briefgen.readers.html.stories import find_stories
from briefgen.readers.html.story_drafts import story_drafts
from briefgen.readers.html.telegram_page import is_telegram_page, read_telegram_page
from briefgen.readers.html.tree import parse_html, without_hidden
from briefgen.readers.pages.article import Article
from briefgen.readers.pages.text import articles_drafts, read_text
from briefgen.readers.shapes import Claim, Draft, File, Parsed, Piece, ReadOptions

__all__ = ["looks_like_html", "read_html", "surely_html"]

TRAFILATURA_LENGTH = 3_000_000
"""Characters of HTML that trafilatura is given; a longer page is read as it stands."""

ENOUGH = 300
"""Characters of an article that is not short."""
CONTROLS = """
    aside audio button fencedframe fieldset figure footer iframe input label link nav noindex
    noscript object option select source svg time
    """.split()  # noqa: SIM905 (a list of words reads best as one)
"""What trafilatura itself does not leave in a clean article."""
JOINED_SHARE = 0.7
"""Part of a text's letters that the page's own paragraphs hold, at least, to be its parts."""

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?"
    rb"<(?:!doctype\s+html|html)\b",
    re.DOTALL | re.IGNORECASE,
)


def surely_html(data: bytes) -> bool:
    """Whether bytes are HTML, whatever the name of their file: they begin as a page does."""
    return _PAGE.match(data) is not None


def looks_like_html(head: str) -> bool:
    """Whether a text without a telling suffix is HTML."""
    low = head[:1000].casefold()
    return low.startswith(("<!doctype html", "<html")) or "<body" in low or "<head>" in low


def read_html(file: File, options: ReadOptions, *, framed: bool = True) -> Parsed:
    """The articles of a page, with the date, title, publisher and address that it states.

    `framed`: something surrounds the article, as on a site; all of a letter is the letter.
    """
    root = parse_html(file.text)
    if is_telegram_page(root):
        return read_telegram_page(root, options)
    facts = page_facts(root)
    if next(root.iter("table"), None) is None:
        return _articles(file, root, facts, options, framed=framed)
    rows, notes = take_tables(root, file, options, facts.title)
    parsed = _articles(file, root, facts, options, framed=framed)
    if not rows:
        return parsed
    claims = page_claims(root, options.zone, options.languages)
    told = tuple(
        replace(
            draft,
            claims=(*draft.claims, *claims),
            publisher=draft.publisher or facts.publisher,
            url=draft.url or facts.url,
        )
        for draft in rows
    )
    return replace(parsed, drafts=(*parsed.drafts, *told), notes=(*parsed.notes, *notes))


def _articles(file: File, root: Any, facts: Facts, options: ReadOptions, *, framed: bool) -> Parsed:
    """The articles of a page that tell in prose."""
    stories = find_stories(root, options)
    if len(stories) > 1:
        return Parsed(drafts=story_drafts(stories, root, facts, options))
    pasted = _pasted(file, root, facts, options)
    if pasted is not None:
        return pasted
    whole = walk_pieces(root)
    flat = find_flat(root, whole, options)
    if flat:
        return Parsed(drafts=_flat(flat, facts, options))
    claims = page_claims(root, options.zone, options.languages)
    pieces = _body(root, whole, len(file.text)) if framed else whole
    draft = _page(pieces, facts, claims, root, options)
    return Parsed(drafts=(draft,) if draft.pieces else ())


def _pasted(file: File, root: Any, facts: Facts, options: ReadOptions) -> Parsed | None:
    """The articles of a page that is plain text put into HTML, where it holds several."""
    text = pasted_text(root)
    if text is None:
        return None
    parsed = read_text(replace(file, text=text), options)
    drafts = tuple(
        replace(
            draft,
            publisher=draft.publisher or facts.publisher,
            url=draft.url or facts.url,
            language=draft.language or facts.language,
        )
        for draft in parsed.drafts
    )
    return replace(parsed, drafts=drafts) if len(drafts) > 1 else None


def _flat(articles: Sequence[Article], facts: Facts, options: ReadOptions) -> tuple[Draft, ...]:
    """Articles that headings and rules alone part."""
    return tuple(
        replace(draft, publisher=facts.publisher, url=facts.url, language=facts.language)
        for draft in articles_drafts(articles, options)
        if draft.pieces
    )


def _page(
    pieces: Sequence[Piece],
    facts: Facts,
    claims: tuple[Claim, ...],
    root: Any,
    options: ReadOptions,
) -> Draft:
    """A page with one article."""
    title = facts.title
    if title is None and pieces and pieces[0].kind is BlockKind.HEADING:
        title = pieces[0].text
    kept, heard, beside = article_pieces(pieces, title, options)
    standfirst = facts.standfirst or find_deck(root)
    return Draft(
        title=title,
        pieces=with_standfirst(with_kicker(root, day_notes(kept, options, title)), standfirst),
        margins=(*bylines_in(root), *captions_in(root), *beside, *replies_in(root)),
        claims=(*claims, *heard, *title_claim(title, options.zone, options.languages)),
        publisher=facts.publisher,
        url=facts.url,
        language=facts.language,
        bounds=page_bounds(root, options),
    )


def _body(root: Any, whole: tuple[Piece, ...], length: int) -> tuple[Piece, ...]:
    """The pieces of a page's article, by trafilatura; by the page as it stands where that fails."""
    pieces: tuple[Piece, ...] = ()
    if length <= TRAFILATURA_LENGTH:
        pieces = _extract(root, whole)
    if is_notes(whole) and not is_notes(pieces):
        return whole
    return _parted(pieces[0], whole) if len(pieces) == 1 else pieces or whole


def _parted(piece: Piece, whole: Sequence[Piece]) -> tuple[Piece, ...]:
    """What trafilatura joined to one paragraph, as it does on short pages, in its parts."""
    parts = tuple(one for one in whole if one.text in piece.text)
    covered = sum(len(one.text) for one in parts)
    return parts if len(parts) > 1 and covered >= JOINED_SHARE * len(piece.text) else (piece,)


def _extract(root: Any, whole: Sequence[Piece]) -> tuple[Piece, ...]:
    """What trafilatura takes for the article; it looks further only where it found too little."""
    from trafilatura import bare_extraction  # noqa: PLC0415 (trafilatura takes 0.5 s)

    shown = without_hidden(root)
    seen = sum(len(piece.text) for piece in whole)
    for fast in (True, False):
        document = bare_extraction(
            shown,
            fast=fast,
            with_metadata=False,
            include_comments=False,
            include_tables=True,
            include_links=False,
            include_formatting=False,
            favor_recall=False,
        )
        body = getattr(document, "body", None)
        pieces = walk_pieces(body, tei=True) if body is not None else ()
        if fast and _is_enough(body, pieces, seen):
            break
    return pieces


def _is_enough(body: Any, pieces: Sequence[Piece], seen: int) -> bool:
    """Whether trafilatura's own rules found an article beside which its fall-backs do not count.

    They speak where they hold twice its text, where that is short, without paragraphs, mostly
    tables, or holds controls; `seen` are the characters that the page shows.
    """
    told = sum(len(piece.text) for piece in pieces)
    if told < ENOUGH or 2 * told < seen:
        return False
    paragraphs = sum(1 for one in body.iter("p") if one.text or len(one))
    tables = sum(1 for _ in body.iter("table"))
    return paragraphs > max(1, tables) and next(body.iter(*CONTROLS), None) is None
