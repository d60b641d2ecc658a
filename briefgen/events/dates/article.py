"""A Document and its dates → Article: what of it may date a statement that has no date itself.

The day of the news, which the first sentences tell, and the words that stand right beside a date
somewhere in the text ("the merger", agreed "on 3 July").
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from briefgen.events.dates.comparisons import unmeasured
from briefgen.events.dates.dating import dated
from briefgen.events.dates.history import is_over
from briefgen.events.dates.incidents import Incident, incidents
from briefgen.events.language.datelines import after_dateline
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.words import Word, find_quotes, read_wording
from briefgen.events.sentences.clauses import OPENING, Clauses, nearest
from briefgen.events.speech.said_on import behind_its_day
from briefgen.events.speech.sayings import find_saying
from briefgen.model import Document, Grain, Interval, Mention, Tie, hull

__all__ = ["LEAD", "Article", "Moment", "read_article"]

LEAD = 3
"""Sentences, the title among them, that tell the news."""
BESIDE = 3
"""Words, at most, between a noun and the date that is its own."""
DATELINE_WORDS = 10
"""Words of a dateline that stands alone, at most."""
CLOSE = timedelta(days=4)
"""How long before publication the news may have happened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When something happened; no interval: not known, planned, or always so."""

    interval: Interval | None
    why: str
    tie: Tie = Tie.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A document, sentence by sentence, and what of it dates the undated."""

    document: Document
    sentences: tuple[Clauses, ...]
    """As many as the document has."""
    stems: Mapping[str, Interval]
    """Stem → the one date that the text gives where it stands right beside it."""
    incidents: tuple[Incident, ...]
    """The happenings that the text dates."""
    opening: tuple[int, ...]
    """Indexes of the sentences but those that are only a date, the date of the page."""
    news: Moment
    """Its interval runs from the day that the lead tells to the day that the article is from."""
    history: bool
    """Whether it tells of days long before its own, and not of its own alone."""
    lead: frozenset[str]
    """Stems of the words of the title and of the first sentence."""
    lead_ends: int
    """Where the sentences that tell the news end."""


def read_article(document: Document, mentions: Sequence[Mention], lexicon: Statements) -> Article:
    """What of a document may date the undated. A pure function of its arguments."""
    read = _sentences(document, mentions, lexicon)
    bare = [_only_a_date(c) or _is_dateline(c, document, n) for n, c in enumerate(read)]
    opening = [n for n, dateline in enumerate(bare) if not dateline]
    sentences = tuple(
        replace(clauses, dates=()) if dateline else clauses
        for clauses, dateline in zip(read, bare, strict=True)
    )
    return Article(
        document=document,
        sentences=sentences,
        stems=_stems(sentences, lexicon),
        incidents=incidents(document, sentences, lexicon),
        opening=tuple(opening),
        news=_news([sentences[n] for n in opening[:LEAD]], document),
        history=_tells_history(sentences, document, lexicon),
        lead=_lead(document, sentences, opening, lexicon),
        lead_ends=_lead_ends(document, opening),
    )


def _sentences(
    document: Document, mentions: Sequence[Mention], lexicon: Statements
) -> tuple[Clauses, ...]:
    """The sentences in text order, each with its dates."""
    placed = sorted(dated(mentions), key=lambda m: m.start)
    quotes = [find_quotes(document.text, b.start, b.end) for b in document.blocks]
    found = []
    for sentence in document.sentences:
        start = after_dateline(document.text, sentence.start, sentence.end)
        wording = read_wording(
            document.text, start, sentence.end, quotes[sentence.block], elisions=lexicon.elisions
        )
        dates = tuple(m for m in placed if start <= m.start and m.end <= sentence.end)
        saying = find_saying(wording, lexicon)
        if saying is not None:
            saying = behind_its_day(saying, dates, wording, lexicon)
        found.append(Clauses(wording=wording, saying=saying, dates=dates))
    return tuple(found)


def _only_a_date(clauses: Clauses) -> bool:
    """Whether a line is the date of its page, or a dateline, and tells nothing: "14 May 2031"."""
    return all(
        any(m.start <= word.start < m.end for m in clauses.dates) for word in clauses.wording.words
    )


def _is_dateline(clauses: Clauses, document: Document, index: int) -> bool:
    """Whether a sentence is no more than the place and the day that an article is from.

    "HARROW, 12 March." opens its block, and nothing but names stands beside the day.
    """
    sentence = document.sentences[index]
    words = clauses.wording.words
    if document.rows or sentence.kind.announces or len(words) > DATELINE_WORDS:
        return False
    opens = sentence.start == document.blocks[sentence.block].start
    beside = [w for w in words if not any(m.start <= w.start < m.end for m in clauses.dates)]
    return (
        opens
        and 0 < len(beside) < len(words)
        and beside[0] is words[0]
        and all(w.text[:1].isupper() for w in beside)
    )


def _tells_history(sentences: Sequence[Clauses], document: Document, lexicon: Statements) -> bool:
    """Whether some date, not one that is only compared with, was over before its own days."""
    return any(
        date.interval is not None and is_over(date.interval, document)
        for clauses in sentences
        if clauses.dates
        for date in unmeasured(clauses, lexicon)
    )


def _lead(
    document: Document, sentences: Sequence[Clauses], opening: Sequence[int], lexicon: Statements
) -> frozenset[str]:
    """Stems of the words of the title and of the first sentence after it."""
    kinds = [document.sentences[n].kind.announces for n in opening]
    first = kinds.index(False) + 1 if False in kinds else len(kinds)
    return frozenset(
        lexicon.canonical(lexicon.bare(word.lower))
        for n in opening[:first]
        for word in sentences[n].wording.words
        if word.lower not in lexicon.stop
    )


def _stems(sentences: Sequence[Clauses], lexicon: Statements) -> Mapping[str, Interval]:
    """Stem → the one date that the text gives where it stands right beside it."""
    dates: dict[str, dict[tuple[object, object], Interval]] = {}
    for sentence in sentences:
        clauses = replace(sentence, dates=unmeasured(sentence, lexicon))
        for word in clauses.wording.words if clauses.dates else ():
            stem = lexicon.canonical(lexicon.bare(word.lower))
            own = nearest(clauses, (word.start, word.end), lexicon)
            plain = word.lower in lexicon.stop or word.lower in lexicon.verb_forms
            if own is None or own[1] > 0 or plain or own[0].interval is None:
                continue
            if not _right_beside(word, own[0], clauses):
                continue
            interval = own[0].interval
            dates.setdefault(stem, {})[interval.start, interval.end] = interval
    return {stem: next(iter(told.values())) for stem, told in dates.items() if len(told) == 1}


def _right_beside(word: Word, date: Mention, clauses: Clauses) -> bool:
    """Whether a date is a word's own: "the cuts announced in May", "Monday's harbour raid"."""
    if word.start < date.start:
        return len(clauses.wording.within((word.end, date.start))) <= BESIDE
    leads = len(clauses.wording.within((clauses.wording.start, date.start))) < OPENING
    between = len(clauses.wording.within((date.end, word.start)))
    return between <= (BESIDE if leads else 0)


def _news(sentences: Sequence[Clauses], document: Document) -> Moment:
    """When the article's news happened: the first day of its lead, else its own day."""
    published = document.published.interval if document.published else None
    if published is None:
        return Moment(interval=None, why="no date of its own, and its article is undated")
    for clauses in sentences:
        for mention in clauses.dates:
            interval = mention.interval
            assert interval is not None
            if interval.start is None or interval.end is None or published.start is None:
                continue
            near = published.start - CLOSE <= interval.start <= published.start
            if near and interval.grain <= Grain.DAY:
                why = f"told as the news, which the lead dates (“{mention.text}”)"
                whole = interval if published.grain > Grain.DAY else hull((interval, published))
                return Moment(interval=whole, why=why, tie=Tie.LEAD)
    why = "told as the news of the article's own day"
    return Moment(interval=published, why=why, tie=Tie.ARTICLE)


def _lead_ends(document: Document, opening: Sequence[int]) -> int:
    """Where the first sentences end, titles, kickers and a line with a date not counted."""
    told = [s for n in opening if not (s := document.sentences[n]).kind.announces]
    return told[LEAD - 1].end if len(told) >= LEAD else len(document.text)
