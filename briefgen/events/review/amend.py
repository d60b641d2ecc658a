"""Chronology + Review → Chronology: events reworded, redated, sorted anew and struck out.

What the desk changed stands in :attr:`Event.edits` beside what the reports alone had; what a
ruling could not find again is a Notice.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.events.chronology import arrange
from briefgen.events.review.match import Found
from briefgen.events.review.rulings import NOWHERE
from briefgen.knowledge.locale import Locale
from briefgen.model import Chronology, Edit, Event, Notice
from briefgen.model.review import Decision, Review, Ruling
from briefgen.temporal.wording import label

__all__ = ["amend"]

_CHECKED = re.compile(r"\d[\d.,]*\d|\d|\b[^\W\d_][\w’'-]*")
"""A figure, or a word."""


def amend(chronology: Chronology, review: Review, locale: Locale) -> Chronology:
    """The chronology as the review wants it; labels of dates are worded in the locale."""
    events = [*chronology.events, *chronology.undated]
    found = Found((event.id, event.reports) for event in events)
    notices = list(chronology.notices)
    struck: set[int] = set()
    for ruling in review.rulings:
        place = found.of(ruling)
        if place is None:
            notices.append(_told(review, ruling, "is not among the events any more"))
            continue
        if ruling.decision is Decision.REJECT:
            struck.add(place)
            why = f": {ruling.note}" if ruling.note else ""
            told = f"“{events[place].headline}” was rejected by the desk{why}"
            notices.append(_told(review, ruling, told))
        strange = tuple(_strange(ruling, events[place]))
        if strange:
            words = ", ".join(f"“{word}”" for word in strange)
            told = f"headline: {words} stands in no quote of the event; it is the desk's own word"
            notices.append(_told(review, ruling, told))
        events[place] = _amended(events[place], ruling, locale)
    kept = [event for place, event in enumerate(events) if place not in struck]
    there = {event.id for event in kept}
    kept = [e if e.fulfilled_by in there else replace(e, fulfilled_by=None) for e in kept]
    return arrange(replace(chronology, notices=tuple(notices)), kept)


def _amended(event: Event, ruling: Ruling, locale: Locale) -> Event:
    """The event with what the ruling changes, and with the words of each change."""
    edits = tuple(_edits(event, ruling, locale))
    theater = None if ruling.theater == NOWHERE else (ruling.theater or event.theater)
    return replace(
        event,
        headline=ruling.headline or event.headline,
        interval=ruling.date or event.interval,
        status=ruling.status or event.status,
        topics=ruling.topics or event.topics,
        theater=theater,
        edits=(*event.edits, *edits),
        note=ruling.note or event.note,
        assessment=ruling.assessment or event.assessment,
        grade=ruling.grade or event.grade,
    )


def _edits(event: Event, ruling: Ruling, locale: Locale) -> Iterator[Edit]:
    """Each change that makes a difference."""
    changes: dict[str, tuple[str, str | None]] = {
        "headline": (event.headline, ruling.headline),
        "status": (event.status.value, ruling.status.value if ruling.status else None),
        "topics": (", ".join(event.topics), ", ".join(ruling.topics) or None),
        "theater": (event.theater or NOWHERE, ruling.theater),
    }
    if ruling.date is not None and ruling.date != event.interval:
        was = label(event.interval, locale) if event.interval else ""
        yield Edit(field="date", before=was, after=label(ruling.date, locale))
    for field, (was, now) in changes.items():
        if now is not None and now != was:
            yield Edit(field=field, before=was, after=now)


def _strange(ruling: Ruling, event: Event) -> Iterator[str]:
    """Figures and names of the desk's headline that no quote of the event holds."""
    if ruling.headline is None:
        return
    held = {
        word.casefold()
        for text in (event.headline, *_sayings(event))
        for word in _CHECKED.findall(text)
    }
    for position, word in enumerate(_CHECKED.findall(ruling.headline)):
        named = word[0].isdigit() or (position > 0 and word[0].isupper())
        if named and word.casefold() not in held:
            yield word


def _sayings(event: Event) -> Sequence[str]:
    claimants = [report.attribution.who for report in event.reports if report.attribution]
    places = [place.name for place in event.places]
    return [*(report.quote for report in event.reports), *claimants, *places]


def _told(review: Review, ruling: Ruling, told: str) -> Notice:
    return Notice(stage="review", message=f"{review.name}, event {ruling.event}: {told}")
