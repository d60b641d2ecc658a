"""An entry of a feed, or a post, as its source marks it up → a Draft."""

import re
from dataclasses import dataclass, replace
from html import unescape

from briefgen.errors import SourceError
from briefgen.model import Basis, BlockKind
from briefgen.readers.dated.stated import stated_bound, stated_claim
from briefgen.readers.drafts.pieces import article_pieces
from briefgen.readers.html.markup import walk_pieces
from briefgen.readers.html.tree import parse_html
from briefgen.readers.raw.decode import tidy
from briefgen.readers.shapes import Draft, Piece, ReadOptions

__all__ = ["Entry", "entry_draft", "fragment_pieces", "plain_line"]

_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]\w{1,30});")
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as its feed gives it; None where the feed says nothing."""

    title: str | None = None
    """May hold marks and entities."""
    body: str = ""
    marked: bool = True
    """Whether the body is HTML; plain text keeps its ``<``."""
    published: str | None = None
    """As written."""
    otherwise: str | None = None
    """Another date of the entry, for where the first cannot be read."""
    changed: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None


def entry_draft(entry: Entry, options: ReadOptions, *, kept: str) -> Draft | None:
    """The entry as an article; None where it holds no words. `kept` names where it stands."""
    title = plain_line(entry.title)
    pieces, heard, beside = article_pieces(
        fragment_pieces(entry.body, entry.marked), title, options
    )
    if not pieces and title is None:
        return None
    dated = (
        stated_claim(Basis.FEED, said, f"{kept} gives", options)
        for said in (entry.published, entry.otherwise)
    )
    draft = Draft(
        title=title,
        pieces=pieces,
        margins=beside,
        claims=(*next((claims for claims in dated if claims), ()), *heard),
        publisher=plain_line(entry.publisher),
        url=entry.url,
        language=entry.language,
        bounds=stated_bound(entry.changed, f"{kept} says that it was changed", options),
    )
    if pieces or title is None:
        return draft
    headline = Piece(kind=BlockKind.PARAGRAPH, text=title)  # all that the feed tells
    return replace(draft, pieces=(headline,), titled=False)


def fragment_pieces(body: str, marked: bool) -> tuple[Piece, ...]:
    """The pieces of a stretch of HTML, or of plain text with blank lines between paragraphs."""
    if not body.strip():
        return ()
    if marked and (_TAG.search(body) or _ENTITY.search(body)):
        try:
            return walk_pieces(parse_html(f"<html><body>{body}</body></html>"))
        except SourceError:
            return ()
    parts = (" ".join(part.split()) for part in _PARAGRAPH.split(tidy(body)))
    return tuple(Piece(kind=BlockKind.PARAGRAPH, text=part) for part in parts if part)


def plain_line(text: str | None) -> str | None:
    """A title or a name in one line, without marks; None for nothing."""
    if not text:
        return None
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "&" in text:
        text = unescape(text)
    return " ".join(tidy(text).split()) or None
