"""Plan + Past → Lookback: what the day's events are against earlier editions, and what is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefgen.editor.changes import (
    changes_section,
    corrections_of,
    corrections_section,
    word_change,
)
from briefgen.editor.desk import Desk
from briefgen.editor.marking import Comparison, compare
from briefgen.editor.pictures.earlier import earlier_figures
from briefgen.editor.pictures.keyfigures import EarlierFigure
from briefgen.editor.plan import Plan
from briefgen.editor.shelves import Shelf
from briefgen.editor.tell import Told
from briefgen.events.merging.lineage import new_lineage
from briefgen.model import Correction, Edition, Event, EventState, Mark, Past
from briefgen.model.briefing import Change, DisputedSection, EntrySection, Section

__all__ = ["Lookback", "look_back"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookback:
    """The day against the last edition, and against the same day's edition before."""

    shelves: Mapping[str, Shelf]
    past: Past | None
    last: Comparison | None
    """None: no earlier day was issued."""
    replaced: Comparison | None
    """None: this is no revision."""
    lineages: Mapping[str, str]
    """Event id → the name under which it is known through all editions."""

    def changes(self, desk: Desk) -> dict[str, Change]:
        """What became of each event since the last edition, worded; nothing without one."""
        if self.last is None:
            return {}
        return {
            event: word_change(news, self.shelves[event], desk)
            for event, news in self.last.news.items()
        }

    def figures(self, desk: Desk) -> tuple[EarlierFigure, ...]:
        """What earlier editions counted in the day's events; nothing without one."""
        return tuple(earlier_figures(self.last.news, desk)) if self.last else ()

    def sections(
        self, sections: tuple[Section, ...], told: Told, desk: Desk
    ) -> tuple[Section, ...]:
        """All sections: what changed behind the key developments, the ledger behind disputes."""
        changed: list[Section] = []
        if self.last is not None:
            changed.append(changes_section(self.last, told, desk))
        if self.replaced is not None:
            changed.append(changes_section(self.replaced, told, desk, revised=True))
        if self.past is None or not changed:
            return sections
        made = self._corrections(told, desk)
        ledger = corrections_section(made, self.past, self.last or self.replaced, told, desk)
        found: list[Section] = []
        for section in sections:
            found.append(section)
            if isinstance(section, EntrySection) and section.role == "key":
                found += changed
            if isinstance(section, DisputedSection):
                found.append(ledger)
        return tuple(found)

    def _corrections(self, told: Told, desk: Desk) -> tuple[Correction, ...]:
        """Those of this brief, each once."""
        found: dict[tuple[str, int], Correction] = {}
        for comparison in (self.last, self.replaced):
            if comparison is not None and self.past is not None:
                for each in corrections_of(comparison, self.past, told, desk):
                    found.setdefault((each.lineage, each.wrong_in), each)
        return tuple(found.values())

    def edition(self, told: Told, desk: Desk) -> Edition:
        """What an archive keeps of the brief."""
        every = (*desk.chronology.events, *desk.chronology.undated)
        events = [event for event in every if event.id in told.entries]
        return Edition(
            number=self.past.number if self.past else 1,
            revision=self.past.revision if self.past else 1,
            day=desk.chronology.date,
            period=desk.period,
            cutoff=desk.cutoff,
            events=tuple(
                self._state(event, self.lineages[event.id], told.entries[event.id].number, desk)
                for event in events
            ),
            corrections=self._corrections(told, desk),
        )

    def _state(self, event: Event, lineage: str, number: int, desk: Desk) -> EventState:
        issued = self.past.number if self.past else 1
        news = self.last.news[event.id] if self.last else None
        again = self.replaced.news[event.id] if self.replaced else None
        before = news.thread.state if news else None
        return EventState(
            lineage=lineage,
            event=event.id,
            number=number,
            headline=event.headline,
            status=event.status,
            standing=event.standing,
            interval=event.interval,
            theater=event.theater,
            topics=event.topics,
            places=event.places,
            reports=event.reports,
            publishers=desk.publishers(event.reports),
            fulfilled_by=event.fulfilled_by,
            links=event.links,
            was=event.was,
            edition=issued,
            first=before.first if before else issued,
            mark=news.mark if news else Mark.NEW,
            shifts=news.shifts if news else (),
            why=news.why if news else "",
            expires=news.expires if news else again.expires if again else None,
        )


def look_back(plan: Plan, past: Past | None, desk: Desk) -> Lookback:
    """The day's events against what was issued before."""
    last = past.last if past else None
    replaced = past.replaced if past else None
    shelves = {event.id: shelf for event, shelf in plan.order()}
    against_last = compare(shelves, last, past.states, past, desk) if past and last else None
    against_replaced = (
        compare(shelves, replaced, replaced.events, past, desk) if past and replaced else None
    )
    every = (*desk.chronology.events, *desk.chronology.undated)
    events = [event for event in every if event.id in shelves]
    return Lookback(
        shelves=shelves,
        past=past,
        last=against_last,
        replaced=against_replaced,
        lineages=_lineages(events, against_last, against_replaced),
    )


def _lineages(
    events: Sequence[Event], last: Comparison | None, replaced: Comparison | None
) -> dict[str, str]:
    """The lineage of each event: as an earlier day named it, else as this day did before."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for comparison in (last, replaced):
        for event in events if comparison else ():
            assert comparison is not None
            thread = comparison.news[event.id].thread
            if thread.state and event.id not in names and thread.lineage not in taken:
                names[event.id] = thread.lineage
                taken.add(thread.lineage)
    for event in events:
        if event.id not in names:
            own = last.news[event.id].thread.lineage if last else event.id
            names[event.id] = new_lineage(own, taken)
    return names
