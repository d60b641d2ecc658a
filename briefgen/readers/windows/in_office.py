"""Titles before names in an undated text → Clues: whom it calls president, it calls so in time.

Nobody is "President Fenwright" before her first term: that holds of every text. That she still is
when the text is written, and that "the former president" is not back in office, holds of most.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from briefgen.knowledge.offices import Term, Titled, load_offices, titles_in
from briefgen.model import Document, Mention
from briefgen.readers.windows.spans import Clue, within
from briefgen.temporal.refine import fields_of

__all__ = ["office_clues"]

LATE = timedelta(days=3)
"""So long after the end of a term its holder is still told with the title, at most."""


def office_clues(document: Document, mentions: Sequence[Mention]) -> Iterator[Clue]:
    """What the titles in a text say of its day."""
    told: dict[str, Titled] = {}
    latest: dict[str, Titled] = {}
    for one in titles_in(document.text, load_offices()):
        told.setdefault(one.said, one)
        known = latest.get(one.office)
        if not one.former and (known is None or known.terms[-1].first < one.terms[-1].first):
            latest[one.office] = one
    for one in told.values():
        if one.former:
            yield from _former(one)
        else:
            first = one.terms[0].first
            why = f"it calls somebody “{one.said}”, who was that from {first:%Y-%m-%d}"
            yield Clue(spans=within([(first, None)]), why=why)
    for one in latest.values():
        if one.terms[-1].last is not None and not _is_history(one, document, mentions):
            spans = within(
                [
                    (term.first, None if term.last is None else term.last + LATE)
                    for term in one.terms
                ]
            )
            why = (
                f"it calls somebody “{one.said}”, who was that until {one.terms[-1].last:%Y-%m-%d}"
            )
            yield Clue(spans=spans, why=why, sure=False)


def _former(one: Titled) -> Iterator[Clue]:
    """From the end of a first term on; not in a later one."""
    ended = one.terms[0].last
    if ended is None:
        return
    why = f"it tells of the former “{one.said}”, who was that until {ended:%Y-%m-%d}"
    yield Clue(spans=within([(one.terms[0].first, None)]), why=why)
    if len(one.terms) > 1:
        yield Clue(spans=within(_between(one.terms)), why=why, sure=False)


def _between(terms: Sequence[Term]) -> Iterator[tuple[date | None, date | None]]:
    for term, following in zip(terms, (*terms[1:], None), strict=True):
        if term.last is not None:
            yield term.last, following.first + LATE if following is not None else None


def _is_history(one: Titled, document: Document, mentions: Sequence[Mention]) -> bool:
    """Whether its sentence names a year: it may tell what was long ago."""
    sentence = next((s for s in document.sentences if s.start <= one.start < s.end), None)
    if sentence is None:
        return False
    return any(
        sentence.start <= mention.start < sentence.end and "y" in fields_of(mention)
        for mention in mentions
    )
