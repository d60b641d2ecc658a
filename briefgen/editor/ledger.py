"""Chronology + Project → Ledger: every event worded once, in the chronology's own order."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType

from briefgen.editor.apparatus import make_apparatus
from briefgen.editor.cutoff import cutoff_label
from briefgen.editor.desk import Desk, open_desk
from briefgen.editor.plan import is_quoted
from briefgen.editor.shelves import shelve
from briefgen.editor.tell import Told, tell
from briefgen.knowledge.gazetteer import load_gazetteer
from briefgen.knowledge.project import Project
from briefgen.model import Chronology, Event, Grain, Interval, to_profile
from briefgen.model.briefing import NoticesSection, SourceLine, SourcesSection
from briefgen.model.ledger import Ledger, Line, Span
from briefgen.temporal.wording import full_day, told_unit

__all__ = ["make_ledger"]


def make_ledger(chronology: Chronology, project: Project) -> Ledger:
    """What the exports say. Pure: the same chronology and project give the same ledger.

    An event that no report quotes is not told; a notice says so.
    """
    desk = open_desk(chronology, project)
    every = (*chronology.events, *chronology.undated)
    quoted = [event for event in every if any(is_quoted(r, desk) for r in event.reports)]
    told = tell(((event, shelve(event, desk)) for event in quoted), {}, desk)
    silent = tuple(event for event in every if event.id not in told.entries)
    sources, notices = make_apparatus(told, silent, desk)
    assert isinstance(sources, SourcesSection)
    assert isinstance(notices, NoticesSection)
    numbered = {source.number: source for source in sources.sources}
    countries = _countries(quoted, project)
    lines = [_line(event, told, numbered, countries, desk) for event in quoted]
    text = desk.words.text
    return Ledger(
        language=desk.words.language,
        title=project.title,
        note=project.note,
        heading=text("timeline.title"),
        facts=text(
            "timeline.facts",
            documents=len(chronology.documents),
            events=sum(line.edtf is not None for line in lines),
            undated=sum(line.edtf is None for line in lines),
        ),
        day=chronology.date,
        date_label=full_day(chronology.date, desk.locale),
        cutoff=desk.cutoff,
        cutoff_label=cutoff_label(desk),
        lines=tuple(line for line in lines if line.edtf is not None),
        undated=tuple(line for line in lines if line.edtf is None),
        spans=tuple(_spans(quoted, desk)),
        sources=sources.sources,
        notices=notices.notices,
        words=MappingProxyType(desk.words.section("page") | desk.words.controls()),
    )


def _line(
    event: Event,
    told: Told,
    sources: Mapping[int, SourceLine],
    countries: Mapping[str, str],
    desk: Desk,
) -> Line:
    entry = told.entries[event.id]
    home = desk.topics.get(event.topics[0]) if event.topics else None
    known = [desk.topics[topic].name for topic in event.topics if topic in desk.topics]
    status = desk.words.text(f"status.{event.status.value}")
    codes = dict.fromkeys(place.country for place in event.places if place.country)
    return Line(
        event=event,
        entry=entry,
        edtf=to_profile(event.interval) if event.interval else None,
        status=status,
        about=tuple(dict.fromkeys((status, entry.standing_label, *entry.marks))),
        topics=tuple(known),
        kind=home.scale if home else None,
        countries=MappingProxyType({code: countries[code] for code in codes}),
        sources=tuple(sources[number] for number in entry.sources),
    )


def _countries(events: Iterable[Event], project: Project) -> Mapping[str, str]:
    """Names of the countries in which anything happens."""
    codes = {place.country for event in events for place in event.places if place.country}
    gazetteer = load_gazetteer(project) if codes else None
    named = {code: gazetteer.country(code) if gazetteer else None for code in sorted(codes)}
    return {code: place.name if place else code for code, place in named.items()}


def _spans(events: Iterable[Event], desk: Desk) -> Iterator[Span]:
    """Before the period, the period, ahead of it: no two overlap."""
    first, last = desk.period.start, desk.period.end
    assert first is not None
    assert last is not None
    units = [told_unit(event.interval) for event in events if event.interval]
    ends = [unit for unit in units if unit is not None]
    if not ends:
        return
    earliest, latest = min(start for start, _ in ends), max(end for _, end in ends)

    def span(name: str, start: datetime, end: datetime) -> Span:
        whole = Interval(
            start=start.astimezone(desk.project.zone),
            end=end.astimezone(desk.project.zone),
            grain=Grain.HOUR,
        )
        return Span(title=desk.words.text(f"timeline.{name}"), interval=whole)

    if earliest < first:
        yield span("before", earliest, first)
    yield span("period", first, last)
    if latest > last:
        yield span("ahead", last, latest)
