"""Chronology + Past → Comparison: each event marked against what was told of it last.

NEW is first told now; LATE too, though it was over before the last edition's period; CORRECTED
was told wrong; CLOSED was going on or ahead when last told, and is over; UPDATED has another value;
SAME has none. An event of the period that moves (it goes on, is disputed, or has changed) is
developing until HOURS after the cut-off, unless more is reported.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from briefgen.editor.desk import Desk
from briefgen.editor.shelves import Shelf
from briefgen.editor.shifts import Finding, Today, shifts, today, what_became
from briefgen.events.language.lexicon_tables import load_statements
from briefgen.events.links.plans import fulfilled
from briefgen.events.merging.lineage import Thread, replaced_by, trace
from briefgen.events.sentences.corrections import corrects
from briefgen.model import (
    Edition,
    Event,
    EventState,
    Grain,
    LinkKind,
    Mark,
    Past,
    Shift,
    Standing,
    Status,
)

__all__ = ["Comparison", "News", "Withdrawn", "compare"]

HOURS = 48
"""How long after the cut-off an event stays developing of which no more is reported."""
OPEN = frozenset({Status.ONGOING, Status.SCHEDULED, Status.DEADLINE})
PLANNED = frozenset({Status.SCHEDULED, Status.DEADLINE})
OFF = frozenset({LinkKind.CALLED_OFF, LinkKind.UNMET})


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """How an event stands to what was told before."""

    thread: Thread
    mark: Mark
    shifts: tuple[Shift, ...] = ()
    why: str = ""
    expires: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """An event that the last edition told, and that its own sources tell no more."""

    state: EventState
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All that is not as it was told."""

    last: Edition
    news: Mapping[str, News]
    """By event id; every event of the chronology."""
    withdrawn: tuple[Withdrawn, ...]
    met: tuple[tuple[EventState, str], ...]
    """A plan that no source of today tells, and the id of the event that met it."""
    lapsed: tuple[EventState, ...]
    """Developing when last told, and no more reported until that expired."""


def compare(
    shelves: Mapping[str, Shelf],
    last: Edition,
    states: Sequence[EventState],
    past: Past,
    desk: Desk,
) -> Comparison:
    """Each event that is told against its latest state; ``shelves`` says where, by its id."""
    lexicon = load_statements(desk.project.language)
    every = (*desk.chronology.events, *desk.chronology.undated)
    events = [event for event in every if event.id in shelves]
    now = desk.chronology.documents
    threads = trace(
        events,
        states,
        now,
        past.documents,
        lexicon,
        corrects=lambda report: corrects(report, desk.lexicon(report)),
    )
    gone = replaced_by(now, past.documents)
    told_today = today(gone, desk)
    news = {
        event.id: _news(event, thread, last, told_today, shelf=shelves[event.id], desk=desk)
        for event, thread in zip(events, threads, strict=True)
    }
    told = {s.lineage for t in threads for s in (t.state, *t.joined) if s}
    silent = [state for state in last.events if state.lineage not in told and state.number]
    withdrawn = tuple(_withdrawn(silent, gone, desk))
    taken_back = {w.state.lineage for w in withdrawn}
    untold = [s for s in states if s.lineage not in told | taken_back]
    met = tuple(_met(untold, events, past, desk))
    quiet = {event for event, each in news.items() if each.mark is Mark.SAME}
    return Comparison(
        last=last,
        news=news,
        withdrawn=withdrawn,
        met=met,
        lapsed=tuple(
            state
            for state in (
                *untold,
                *(n.thread.state for e, n in news.items() if e in quiet and n.thread.state),
            )
            if state.expires and last.cutoff < state.expires <= desk.cutoff
        ),
    )


def _news(
    event: Event,
    thread: Thread,
    last: Edition,
    now: Today,
    *,
    shelf: Shelf,
    desk: Desk,
) -> News:
    state = thread.state
    found = [*_told_apart(thread, desk)]
    if state is not None:
        found += shifts(state, event, now, desk)
        mark = _mark(state, event, found)
    elif thread.parted:
        mark = Mark.UPDATED
    else:
        mark = Mark.LATE if _late(event, last, desk) else Mark.NEW
    why = dict.fromkeys(f.why for f in found if f.wrong and f.why)
    return News(
        thread=thread,
        mark=mark,
        shifts=tuple(f.shift for f in found),
        why="; ".join(why),
        expires=_expires(event, shelf, mark, state, desk),
    )


def _mark(state: EventState, event: Event, found: Sequence[Finding]) -> Mark:
    if any(f.wrong for f in found):
        return Mark.CORRECTED
    over = event.status not in OPEN or (event.fulfilled_by and not state.fulfilled_by)
    dropped = {link.kind for link in event.links} - {link.kind for link in state.links}
    over = over or bool(dropped & OFF)
    if state.status in OPEN and over:
        return Mark.CLOSED
    return Mark.UPDATED if found else Mark.SAME


def _told_apart(thread: Thread, desk: Desk) -> Iterator[Finding]:
    """What was told as two and is one, or as one and is two."""
    text = desk.words.text
    if thread.joined:
        many = len(thread.joined) + 1
        old = text("changes.events", n=many)
        yield Finding(shift=Shift(field="told", old=old, new=text("changes.one_event")))
    if thread.parted and thread.state is None:
        old = text("changes.part_of", headline=thread.parted.headline.rstrip("."))
        yield Finding(shift=Shift(field="told", old=old, new=text("changes.own_event")))


def _late(event: Event, last: Edition, desk: Desk) -> bool:
    """Whether it was over before the last edition's period; a whole day, before its day."""
    if event.status in PLANNED or event.status is Status.BACKGROUND:
        return False
    if last.day >= desk.chronology.date or event.interval is None or event.interval.end is None:
        return False
    if event.interval.grain < Grain.DAY:
        return event.interval.before(last.period)
    final = event.interval.end.astimezone(desk.project.zone) - timedelta(microseconds=1)
    return final.date() < last.day


def _expires(
    event: Event, shelf: Shelf, mark: Mark, state: EventState | None, desk: Desk
) -> datetime | None:
    """When it stops developing; None: it does not develop."""
    moving = (
        event.status is Status.ONGOING
        or event.standing is Standing.DISPUTED
        or mark in {Mark.UPDATED, Mark.CORRECTED}
    )
    if shelf is Shelf.CURRENT and mark is not Mark.SAME and moving:
        return desk.cutoff + timedelta(hours=HOURS)
    if mark is Mark.SAME and state and state.expires and state.expires > desk.cutoff:
        return state.expires.astimezone(desk.project.zone)
    return None


def _withdrawn(
    silent: Iterable[EventState], gone: Mapping[str, str], desk: Desk
) -> Iterator[Withdrawn]:
    """What the last edition told, and no source of it tells though each was read again."""
    for state in silent:
        documents = [report.document for report in state.reports]
        if documents and all(d in desk.documents or d in gone for d in documents):
            yield Withdrawn(state=state, why=what_became(documents[0], gone, desk))


def _met(
    untold: Iterable[EventState], events: Sequence[Event], past: Past, desk: Desk
) -> Iterator[tuple[EventState, str]]:
    """Plans told before whose time has come, each with the event that reports it as done."""
    plans = [s for s in untold if s.status is Status.SCHEDULED and s.interval and s.reports]
    if not plans:
        return
    dated = [event for event in events if event.interval is not None]
    as_events = [_as_event(state) for state in plans]
    spoken = (*past.documents, *desk.documents.values())
    lexicon = load_statements(desk.project.language)
    linked = fulfilled([*as_events, *dated], spoken, lexicon)
    for state, event in zip(plans, linked, strict=False):
        if event.fulfilled_by and state.fulfilled_by is None:
            yield state, event.fulfilled_by


def _as_event(state: EventState) -> Event:
    return Event(
        id=f"{state.event} as told in {state.edition}",
        headline=state.headline,
        status=state.status,
        standing=state.standing,
        interval=state.interval,
        theater=state.theater,
        topics=state.topics,
        places=state.places,
        reports=state.reports,
    )
