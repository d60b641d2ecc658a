"""HTML page → Drafts: one article, or one for each ``<article>`` that tells a story of its own.

The body of a page with one article comes from trafilatura, which leaves out what surrounds it;
articles that a page parts itself are read as they stand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from briefgen.model import BlockKind
from briefgen.readers.chrome import plain
from briefgen.readers.field_names import names
from briefgen.readers.html_dates import page_claims, part_claims
from briefgen.readers.html_facts import Facts, page_facts
from briefgen.readers.html_tree import parse_html, without_hidden
from briefgen.readers.markup import walk_pieces, words_in
from briefgen.readers.pieces import article_pieces, is_notes
from briefgen.readers.shapes import Claim, Draft, File, Parsed, Piece, ReadOptions

__all__ = ["looks_like_html", "read_html"]

STORY_WORDS = 12
"""An ``<article>`` with fewer words is a card that points to a story."""
CARD_SHARE = 0.12
"""Beside a story, an ``<article>`` of less than this part of its length is a card, too."""
TRAFILATURA_LENGTH = 3_000_000
"""Characters of HTML that trafilatura is given; a longer page is read as it stands."""
HEADLINES = ("h1", "h2", "h3", "h4")
OUTSIDE = frozenset({"aside", "nav", "footer", "article"})
"""An ``<article>`` within one of these is a card or a comment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Story:
    """An article that a page parts itself."""

    element: Any
    title: str


def looks_like_html(head: str) -> bool:
    """Whether a text without a telling suffix is HTML."""
    low = head[:1000].casefold()
    return low.startswith(("<!doctype html", "<html")) or "<body" in low or "<head>" in low


def read_html(file: File, options: ReadOptions) -> Parsed:
    """The articles of a page, with the date, title, publisher and address that it states."""
    root = parse_html(file.text)
    facts = page_facts(root)
    stories = _stories(root)
    if len(stories) > 1:
        drafts = tuple(_story(story, facts, options) for story in stories)
        return Parsed(drafts=tuple(draft for draft in drafts if draft.pieces))
    claims = page_claims(root, options.zone, options.languages)
    pieces = _body(root, len(file.text))
    draft = _page(pieces, facts, claims, root, options)
    return Parsed(drafts=(draft,) if draft.pieces else ())


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
    kept, heard = article_pieces(pieces, title, options)
    standfirst = facts.standfirst or _deck(root)
    return Draft(
        title=title,
        pieces=_with_standfirst(kept, standfirst),
        claims=(*claims, *heard),
        publisher=facts.publisher,
        url=facts.url,
        language=facts.language,
    )


def _story(story: _Story, facts: Facts, options: ReadOptions) -> Draft:
    """One of several articles of a page; the page's own date is not its."""
    pieces, heard = article_pieces(walk_pieces(story.element), story.title, options)
    link = next(
        (
            anchor.get("href")
            for heading in story.element.iter(*HEADLINES)
            for anchor in heading.iter("a")
            if (anchor.get("href") or "").startswith(("http://", "https://"))
        ),
        facts.url,
    )
    return Draft(
        title=story.title,
        pieces=_with_standfirst(pieces, _deck(story.element)),
        claims=(*part_claims(story.element, options.zone, options.languages), *heard),
        publisher=facts.publisher,
        url=link,
        language=facts.language,
    )


def _stories(root: Any) -> list[_Story]:
    """The articles that a page parts itself: each with a heading and words of its own."""
    found: list[tuple[_Story, int]] = []
    for element in root.iter("article"):
        if any(parent.tag in OUTSIDE for parent in element.iterancestors()):
            continue
        heading = next(element.iter(*HEADLINES), None)
        words = words_in(element)
        title = " ".join("".join(heading.itertext()).split()) if heading is not None else ""
        if title and words >= STORY_WORDS:
            found.append((_Story(element=element, title=title), words))
    longest = max((words for _, words in found), default=0)
    return [story for story, words in found if words >= CARD_SHARE * longest]


def _body(root: Any, length: int) -> tuple[Piece, ...]:
    """The pieces of a page's article, by trafilatura; by the page as it stands where that fails."""
    pieces: tuple[Piece, ...] = ()
    if length <= TRAFILATURA_LENGTH:
        pieces = _extract(root)
    whole = walk_pieces(root)
    if is_notes(whole) and not is_notes(pieces):
        return whole
    return pieces or whole


def _extract(root: Any) -> tuple[Piece, ...]:
    from trafilatura import bare_extraction  # noqa: PLC0415 (trafilatura takes 0.5 s)

    document = bare_extraction(
        without_hidden(root),
        with_metadata=False,
        include_comments=False,
        include_tables=True,
        include_links=False,
        include_formatting=False,
        favor_recall=False,
    )
    body = getattr(document, "body", None)
    return walk_pieces(body, tei=True) if body is not None else ()


def _deck(root: Any) -> str | None:
    """The text of an element whose class or property says that it is a standfirst."""
    known = frozenset(names("html")["standfirst"])
    for element in root.iter("p", "h2", "h3", "div", "span"):
        classes = (element.get("class") or "").casefold().split()
        if known.intersection((*classes, (element.get("itemprop") or "").casefold())):
            text = " ".join("".join(element.itertext()).split())
            if 4 <= len(text.split()) <= 80:
                return text
    return None


def _with_standfirst(pieces: Sequence[Piece], standfirst: str | None) -> tuple[Piece, ...]:
    """The pieces with the standfirst marked as one, and first."""
    if not standfirst:
        return tuple(pieces)
    told = plain(standfirst)
    rest = [piece for piece in pieces if plain(piece.text) != told]
    return (Piece(kind=BlockKind.STANDFIRST, text=standfirst), *rest)
