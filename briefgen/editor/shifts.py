"""EventState + Event → the values that are not what they were told as, and which were wrong.

A value that another report adds to, or that a later one takes over, is updated. It was wrong where
the new date cannot be the old one; where no place of the new ones is, or lies in, one of the old;
where what was told as done is only planned; where a figure was taken from a text that no longer
gives it; and where a new report says in its own words that it corrects one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefgen.editor.desk import Desk
from briefgen.editor.links import inside
from briefgen.events.sentences.corrections import corrects
from briefgen.model import Event, EventState, Interval, LinkKind, Place, Report, Shift, Status

__all__ = ["Finding", "Today", "shifts", "today", "what_became"]

DONE = frozenset({Status.OCCURRED, Status.ONGOING, Status.BACKGROUND})
AHEAD = frozenset({Status.SCHEDULED, Status.DEADLINE})
ARROW = " → "
"""Between a wrong figure and the right one."""
FIGURES = 4
"""So many of one kind are worded at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One value that is another now."""

    shift: Shift
    wrong: bool = False
    why: str = ""
    """Why the old value was wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """What became of the documents that earlier editions rest on."""

    gone: Mapping[str, str]
    """Document that is not among today's → the one that took its place, where one did."""
    figures: frozenset[tuple[str, str, "Value"]]
    """Every document, unit and value that an event of today is told with, whichever event."""


Value = tuple[float, float | None, str | None]


def today(gone: Mapping[str, str], desk: Desk) -> Today:
    """What today's chronology still tells."""
    events = (*desk.chronology.events, *desk.chronology.undated)
    return Today(
        gone=gone,
        figures=frozenset(
            (report.document, quantity.unit, quantity.figure)
            for event in events
            for report in event.reports
            for quantity in report.quantities
        ),
    )


def shifts(state: EventState, event: Event, now: Today, desk: Desk) -> tuple[Finding, ...]:
    """All that is another than in the state: date, status, standing, figures, place."""
    correcting = _correcting(state, event, desk)
    found = (
        *_date(state, event, desk),
        *_status(state, event, desk),
        *_figures(state, event, now, desk),
        *_place(state, event, desk),
        *_standing(state, event, desk),
        *_links(state, event, desk),
    )
    if not correcting:
        return found
    return tuple(
        Finding(shift=f.shift, wrong=True, why=correcting)
        if f.shift.field in {"date", "figures", "place"}
        else f
        for f in found
    )


def _correcting(state: EventState, event: Event, desk: Desk) -> str:
    """The words of a new report that say that they correct; empty where none does."""
    told = {(report.document, report.start) for report in state.reports}
    for report in event.reports:
        new = (report.document, report.start) not in told
        if new and corrects(report, desk.lexicon(report)):
            return desk.words.text("changes.quoted", quote=" ".join(report.quote.split()))
    return ""


def _date(state: EventState, event: Event, desk: Desk) -> Iterator[Finding]:
    old = desk.when(state.interval, until=_lasts(state))
    new = desk.when(event.interval, until=event.lasts)
    if old == new:
        return
    wrong = _apart(state.interval, event.interval) and not _moved(state, event)
    yield Finding(
        shift=Shift(field="date", old=old, new=new),
        wrong=wrong,
        why=_why_then(event, desk) if wrong else "",
    )


def _why_then(event: Event, desk: Desk) -> str:
    """Why the new date is right: the analyst says so, or how a report was dated."""
    if any(edit.field == "date" for edit in event.edits):
        return desk.words.text("changes.by_analyst")
    report = next((r for r in event.reports if r.interval == event.interval), None)
    return report.why.removesuffix(".") if report else ""


def _lasts(state: EventState) -> bool:
    open_start = state.interval is not None and state.interval.start is None
    return open_start and state.status in {Status.ONGOING, Status.SCHEDULED}


def _moved(state: EventState, event: Event) -> bool:
    """Whether a plan is told to have got another day since: the old one was not wrong."""
    interval = state.interval
    return interval is not None and any(interval.overlaps(before) for before in event.was)


def _apart(old: Interval | None, new: Interval | None) -> bool:
    return old is not None and new is not None and not old.overlaps(new)


def _status(state: EventState, event: Event, desk: Desk) -> Iterator[Finding]:
    old, new = (desk.words.text(f"statuses.{each}") for each in (state.status, event.status))
    if old == new:
        return
    wrong = state.status in DONE and event.status in AHEAD
    yield Finding(
        shift=Shift(field="status", old=old, new=new),
        wrong=wrong,
        why=desk.words.text("changes.only_planned") if wrong else "",
    )


def _links(state: EventState, event: Event, desk: Desk) -> Iterator[Finding]:
    """What others say of it since: it ended, is off, gave a wrong figure."""
    known = {(link.kind, link.text) for link in state.links}
    by_id = {e.id: e for e in (*desk.chronology.events, *desk.chronology.undated)}
    for link in event.links:
        other = by_id.get(link.event)
        if (link.kind, link.text) in known or link.kind is LinkKind.RELATED or other is None:
            continue
        if link.kind is LinkKind.FIGURE:
            wrong, _, right = link.text.partition(ARROW)
            quote = " ".join(other.reports[0].quote.split())
            yield Finding(
                shift=Shift(field="figures", old=wrong, new=right),
                wrong=True,
                why=desk.words.text("changes.quoted", quote=quote),
            )
            continue
        if state.status is not event.status:  # told already: it is over
            continue
        when = inside(desk.when(other.interval, until=other.lasts))
        new = desk.words.text(f"links.{link.kind}", when=when, text=link.text)
        old = desk.words.text(f"statuses.{state.status}")
        yield Finding(shift=Shift(field="status", old=old, new=new))


def _standing(state: EventState, event: Event, desk: Desk) -> Iterator[Finding]:
    publishers = desk.publishers(event.reports)
    seen = {report.document for report in event.reports}
    if event.standing is state.standing and publishers <= state.publishers:
        return  # fewer speak of it today than did: that takes nothing back
    if state.standing is not event.standing and _weaker(state, event, seen):
        return
    old = desk.words.text(f"standings.{state.standing}", n=state.publishers)
    new = desk.words.text(f"standings.{event.standing}", n=publishers)
    if old != new:
        yield Finding(shift=Shift(field="standing", old=old, new=new))


def _weaker(state: EventState, event: Event, seen: set[str]) -> bool:
    """Whether it stands less well only because reports that were read before were not read now."""
    ranks = ("single-source", "corroborated", "confirmed")
    both = state.standing in ranks and event.standing in ranks
    missing = any(report.document not in seen for report in state.reports)
    return both and missing and ranks.index(event.standing) < ranks.index(state.standing)


Given = dict[Value, tuple[str, list[str]]]
"""A value → how it is written, and the documents that give it."""


def _figures(state: EventState, event: Event, now: Today, desk: Desk) -> Iterator[Finding]:
    before, after = _given(state.reports), _given(event.reports)
    for unit, new in after.items():
        old = before.get(unit)
        if old is None:
            if not before:
                none = desk.words.text("changes.no_figure")
                yield Finding(shift=Shift(field="figures", old=none, new=_texts(new)))
            continue
        added = {value: given for value, given in new.items() if value not in old}
        lost = {
            value: given
            for value, given in old.items()
            if value not in new and all(_takes_back(d, unit, value, now, desk) for d in given[1])
        }
        if not added and not lost:
            continue
        why = _why_lost(lost, now, desk) if lost else ""
        kept = new if lost or any(value in new for value in old) else {**added}
        yield Finding(
            shift=Shift(field="figures", old=_texts(old), new=_texts(kept)),
            wrong=bool(lost),
            why=why,
        )


def _takes_back(document: str, unit: str, value: Value, now: Today, desk: Desk) -> bool:
    """Whether a text that gave a figure gives it no more, of this event or of another."""
    if document in now.gone:
        return True
    return document in desk.documents and (document, unit, value) not in now.figures


def _given(reports: Iterable[Report]) -> dict[str, Given]:
    """Of each thing counted, the values that are given."""
    found: dict[str, Given] = {}
    for report in reports:
        for quantity in report.quantities:
            values = found.setdefault(quantity.unit, {})
            values.setdefault(quantity.figure, (" ".join(quantity.text.split()), []))[1].append(
                report.document
            )
    return found


def _texts(given: Given) -> str:
    texts = [text for text, _ in given.values()]
    return " / ".join(texts[:FIGURES]) + (" / …" if len(texts) > FIGURES else "")


def _why_lost(lost: Given, now: Today, desk: Desk) -> str:
    """Which text gives the figure no more."""
    documents = [d for _, given in lost.values() for d in given]
    return what_became(documents[0], now.gone, desk)


def what_became(document: str, gone: Mapping[str, str], desk: Desk) -> str:
    """That the text of a document was changed, or that the same text is read another way."""
    now = desk.documents[gone.get(document, document)]
    key = "changes.text_changed" if document in gone else "changes.read_anew"
    title = now.title.removesuffix(".") or now.source.path
    return desk.words.text(key, title=title, source=desk.numbers[now.id])


def _place(state: EventState, event: Event, desk: Desk) -> Iterator[Finding]:
    old, new = _where(state, desk), _where(event, desk)
    if old == new or not new:
        return
    wrong = bool(state.places and event.places) and not any(
        _one_in_other(a, b) for a in state.places for b in event.places
    )
    moved = state.theater != event.theater and bool(state.theater)
    if wrong or moved:
        yield Finding(
            shift=Shift(field="place", old=old, new=new),
            wrong=wrong,
            why=desk.words.text("changes.other_place") if wrong else "",
        )


def _where(told: EventState | Event, desk: Desk) -> str:
    places = ", ".join(place.name for place in told.places)
    theater = desk.theater(told.theater) or ""
    return f"{places} ({theater})" if places and theater else places or theater


def _one_in_other(one: Place, other: Place) -> bool:
    """Whether two places may be one: the same name, one in the other, or one a whole country."""
    names = ({one.name, one.admin1, one.country}, {other.name, other.admin1, other.country})
    return one.name in names[1] or other.name in names[0] or _whole(one, other)


def _whole(one: Place, other: Place) -> bool:
    return one.country == other.country and "country" in {one.precision, other.precision}
