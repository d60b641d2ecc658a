"""Bare text → resolved Mentions: both phases, without a reader."""

import hashlib
import re
from datetime import tzinfo

from briefgen.knowledge.locale import Locale
from briefgen.knowledge.milestones import Milestone
from briefgen.model import (
    Basis,
    Block,
    BlockKind,
    Dating,
    Document,
    Interval,
    Mention,
    Sentence,
    Source,
)
from briefgen.temporal.find import find
from briefgen.temporal.resolve import resolve
from briefgen.temporal.sentences import split_sentences
from briefgen.temporal.ties import tie

__all__ = ["document_of", "tag"]

_GAP = re.compile(r"\n[ \t\r]*\n\s*")


def tag(
    text: str,
    *,
    published: Interval | None,
    locale: Locale,
    zone: tzinfo,
    milestones: tuple[Milestone, ...] = (),
) -> tuple[Mention, ...]:
    """Every time expression of a text, resolved; offsets count from its start."""
    document = document_of(text, published=published, locale=locale)
    resolved = resolve(document, find(document, locale), locale, zone)
    return tie(document, resolved, locale, zone, milestones)


def document_of(text: str, *, published: Interval | None, locale: Locale) -> Document:
    """A text as a Document of plain paragraphs."""
    blocks, start = [], 0
    for gap in _GAP.finditer(text):
        blocks.append((start, gap.start()))
        start = gap.end()
    blocks.append((start, len(text)))
    sentences, number = [], 0
    for start, end in split_sentences(text, locale):
        while blocks[number][1] < end:
            number += 1
        kind = BlockKind.PARAGRAPH
        sentences.append(Sentence(start=start, end=end, block=number, kind=kind))
    dating = None
    if published is not None:
        why = "the date given with the text"
        dating = Dating(interval=published, basis=Basis.OPTION, why=why)
    digest = hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
    return Document(
        id=digest[:12],
        title="",
        text=text,
        blocks=tuple(Block(start=a, end=b, kind=BlockKind.PARAGRAPH) for a, b in blocks),
        sentences=tuple(sentences),
        language=locale.language,
        source=Source(path="-", format="text", digest=digest),
        published=dating,
    )
