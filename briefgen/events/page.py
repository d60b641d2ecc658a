"""A Document and its mentions → its Page: what of it is asked while its sentences are read."""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from briefgen.events.dates.article import Article, read_article
from briefgen.events.dates.status import lies_ahead
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.surroundings import Surroundings
from briefgen.events.places.mentions import find_places
from briefgen.events.sentences.corrections import corrections
from briefgen.events.sentences.telling import Telling, told_before
from briefgen.model import Document, Mention, Place, Relation

__all__ = ["Page", "read_page"]

NAME_WORDS = 4
"""A quotation of so few words is a name, not speech."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A document as its sentences are read one after another."""

    document: Document
    around: Surroundings
    lexicon: Statements
    """Of the document's language."""
    mentions: Sequence[Mention]
    """In text order."""
    starts: Sequence[int]
    """Where each mention starts."""
    context: tuple[Place, ...]
    """The places of the title, in whose light names are read."""
    article: Article
    """What of it dates the undated."""
    corrected: Collection[int]
    """Indexes of the sentences that correct what was told before."""

    def inside(self, telling: Telling) -> tuple[Mention, ...]:
        """The mentions of a sentence, those within a quoted name left out."""
        sentence = telling.sentence
        start = sentence.start if self.document.rows else telling.wording.start
        found = self.between(start, sentence.end)
        return tuple(self.bounded(m, telling) for m in found if not _in_name(m, telling))

    def bounded(self, mention: Mention, telling: Telling) -> Mention:
        """A mention, without its date where that contradicts its clause.

        "By the end of the year it had doubled" is no deadline of the year to come; of which year it
        is, nobody tells.
        """
        published = self.document.published
        by = mention.relation in {Relation.BY, Relation.BEFORE}
        if published is None or not by or not lies_ahead(mention, published.interval):
            return mention
        if not told_before(telling, self.lexicon):
            return mention
        why = f"“{mention.text}” is over, for its clause is in the past perfect; when, nobody tells"
        return replace(mention, interval=None, why=why)

    def between(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that lie within a stretch of the text."""
        first, last = (bisect_left(self.starts, at) for at in (start, end))
        return tuple(m for m in self.mentions[first:last] if m.end <= end)


def read_page(document: Document, mentions: Sequence[Mention], around: Surroundings) -> Page:
    """A document, its mentions put in text order, and what its whole article tells."""
    lexicon = around.lexicon_of(document)
    ordered = sorted(mentions, key=lambda m: m.start)
    titled = find_places(document.title, around.gazetteer, language=document.language)
    return Page(
        document=document,
        around=around,
        lexicon=lexicon,
        mentions=ordered,
        starts=[m.start for m in ordered],
        context=tuple(p.place for p in titled),
        article=read_article(document, ordered, lexicon),
        corrected=corrections(document, lexicon),
    )


def _in_name(mention: Mention, telling: Telling) -> bool:
    """Whether an expression is part of a quoted name: “Steady Anchor 2026”."""
    return any(
        start <= mention.start < end and len(telling.wording.text[start:end].split()) <= NAME_WORDS
        for start, end in telling.wording.quotes
    )
