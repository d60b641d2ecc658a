"""Draft → Document: the text laid out, every block, sentence and row with its offsets."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from briefgen.knowledge.locale import LANGUAGES, Locale, load_locale
from briefgen.model import Block, BlockKind, Dating, Document, Margin, Row, Sentence, Source
from briefgen.readers.dated.datelines import is_dateline_alone
from briefgen.readers.dated.dating import bounds_of
from briefgen.readers.raw.decode import tidy
from briefgen.readers.shapes import Draft, Piece
from briefgen.temporal.sentences import split_sentences

__all__ = ["assemble", "document_id", "find_sentences", "short_title"]

TITLE_LENGTH = 90
"""Characters to which a first sentence is shortened as a title."""
MARGINS = 200
"""Captions, bylines, replies and corrections that one document keeps."""
MARGIN_LENGTH = 1000
"""Characters of one of them."""
FALLBACK = "en"
"""Whose sentence rules hold for a language without a locale."""

_LINE_END = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    text: str
    blocks: tuple[Block, ...]
    rows: tuple[Row, ...]


def assemble(draft: Draft, source: Source, language: str, published: Dating | None) -> Document:
    """The document that a draft is."""
    layout = _lay_out(draft)
    sentences = find_sentences(layout.text, layout.blocks, language)
    title = tidy(draft.title or "").strip() or _first_title(layout, sentences, source)
    return Document(
        id=document_id(title, layout.text, source.publisher),
        title=title,
        text=layout.text,
        blocks=layout.blocks,
        sentences=sentences,
        language=language,
        source=source,
        published=published,
        bounds=bounds_of(draft),
        rows=layout.rows,
        margins=_margins(draft.margins),
    )


def _margins(told: Sequence[Margin]) -> tuple[Margin, ...]:
    """What stands beside the text, each once and within bounds."""
    kept: dict[Margin, None] = {}
    for margin in told:
        text = " ".join(tidy(margin.text).split())
        if text and len(kept) < MARGINS:
            kept[replace(margin, text=_short(text))] = None
    return tuple(kept)


def _short(text: str) -> str:
    """A text, cut with "…" where it is longer than anybody keeps of what stands beside another."""
    return text if len(text) <= MARGIN_LENGTH else text[:MARGIN_LENGTH].rstrip() + "…"


def document_id(title: str, text: str, publisher: str | None) -> str:
    """12 hexadecimal digits of what a document says."""
    content = f"{title}\n{text}\n{publisher or ''}"
    return hashlib.sha256(content.encode("utf-8", "backslashreplace")).hexdigest()[:12]


def short_title(sentence: str) -> str:
    """A sentence as a title: one line, cut at a word with "…" where it is long."""
    line = " ".join(sentence.split())
    if len(line) <= TITLE_LENGTH:
        return line
    cut = line[:TITLE_LENGTH]
    head = cut.rpartition(" ")[0] if " " in cut[TITLE_LENGTH // 2 :] else cut[:-1]
    return head.rstrip(" ,;:–—-") + "…"


def find_sentences(text: str, blocks: Sequence[Block], language: str) -> tuple[Sentence, ...]:
    """The sentences of every block but kickers, in text order."""
    locale = _locale(language)
    found: list[Sentence] = []
    for index, block in enumerate(blocks):
        first, kind = block.start, block.kind
        if kind is not BlockKind.KICKER:
            found += [
                Sentence(start=first + start, end=first + end, block=index, kind=kind)
                for start, end in split_sentences(text[first : block.end], locale)
            ]
    return tuple(found)


@cache
def _locale(language: str) -> Locale:
    return load_locale(language if language in LANGUAGES else FALLBACK)


def _lay_out(draft: Draft) -> _Layout:
    """Title, then pieces, joined by blank lines."""
    pieces: list[Piece] = list(draft.pieces)
    if draft.title and draft.titled:
        pieces.insert(0, Piece(kind=BlockKind.TITLE, text=draft.title))
    parts: list[str] = []
    blocks: list[Block] = []
    rows: list[Row] = []
    offset = 0
    for piece in pieces:
        text = tidy(piece.text).strip()
        if "\n" in text:
            text = _LINE_END.sub("\n", text)
        if not text:
            continue
        end = offset + len(text)
        parts.append(text)
        blocks.append(Block(start=offset, end=end, kind=piece.kind))
        if piece.row is not None:
            row = piece.row
            rows.append(
                Row(
                    start=offset,
                    end=end,
                    date=row.date,
                    undated=row.undated,
                    place=row.place,
                    who=row.who,
                    topics=row.topics,
                    status=row.status,
                )
            )
        offset = end + 2
    return _Layout(text="\n\n".join(parts), blocks=tuple(blocks), rows=tuple(rows))


def _first_title(layout: _Layout, sentences: Sequence[Sentence], source: Source) -> str:
    """The first sentence of the body, shortened; the file's name for a text without any.

    A dateline above it, "TOLLUND (Wire) --", tells nothing of what the article is about.
    """
    told = [layout.text[one.start : one.end] for one in sentences]
    first = next((line for line in told if not is_dateline_alone(line)), None)
    title = first or next(iter(told), None)
    return short_title(title) if title else source.path
