"""Events → Plan: which event is told where, and in which order; no words yet."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from briefgen.editor.desk import Desk
from briefgen.editor.ranking import FEWEST, Score, rank, rank_earlier
from briefgen.editor.shelves import Shelf, shelve
from briefgen.model import Event, Report

__all__ = ["AHEAD", "CONTINUING", "Plan", "TopicPlan", "make_plan"]

AHEAD = (Shelf.UPCOMING, Shelf.OVERDUE, Shelf.DROPPED, Shelf.FULFILLED)
"""Groups of the table ahead, in order."""
CONTINUING = (Shelf.CONTINUING, Shelf.BACKGROUND)


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPlan:
    """The events of one topic in one theater."""

    topic: str | None
    """Id of the topic; None: events without a known one."""
    key: tuple[Event, ...]
    """Told among the key developments, in their order."""
    current: tuple[Event, ...]
    earlier: tuple[Event, ...]

    def events(self) -> tuple[Event, ...]:
        """All of them, told here or not."""
        return (*self.key, *self.current, *self.earlier)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Which events stand where."""

    key: tuple[tuple[Event, Score], ...]
    theaters: tuple[tuple[str, tuple[TopicPlan, ...]], ...]
    """Id of each theater in configured order, those without events too."""
    elsewhere: tuple[TopicPlan, ...]
    ahead: tuple[tuple[Shelf, tuple[Event, ...]], ...]
    continuing: tuple[tuple[Shelf, tuple[Event, ...]], ...]
    undated: tuple[Event, ...]
    unquoted: tuple[Event, ...]
    """No report of these quotes its document: they are not told."""

    names: tuple[str, ...]
    """Names of all sections, in the order of the brief."""

    def order(self) -> Iterator[tuple[Event, Shelf]]:
        """Every event that is told, once, in reading order, with its shelf."""
        homes: dict[str, Iterable[tuple[Event, Shelf]]] = {
            "key": ((event, Shelf.CURRENT) for event, _ in self.key),
            "theaters": self._placed(),
            "ahead": ((event, shelf) for shelf, events in self.ahead for event in events),
            "continuing": ((event, shelf) for shelf, events in self.continuing for event in events),
            "undated": ((event, Shelf.UNDATED) for event in self.undated),
        }
        for name in self.names:
            yield from homes.get(name, ())

    def _placed(self) -> Iterator[tuple[Event, Shelf]]:
        """What the theaters tell, and what has no theater."""
        for topics in (*(topics for _, topics in self.theaters), self.elsewhere):
            for topic in topics:
                yield from ((event, Shelf.CURRENT) for event in topic.current)
                yield from ((event, Shelf.EARLIER) for event in topic.earlier)


def make_plan(desk: Desk) -> Plan:
    """Each event's one place, by shelf, rank, theater and topic."""
    chronology = desk.chronology
    every = (*chronology.events, *chronology.undated)
    quoted = tuple(event for event in every if any(is_quoted(r, desk) for r in event.reports))
    shelves = {event.id: shelve(event, desk) for event in quoted}

    def on(*wanted: Shelf) -> tuple[Event, ...]:
        return tuple(event for event in quoted if shelves[event.id] in wanted)

    key = rank(on(Shelf.CURRENT), desk)
    if len(key) < FEWEST:
        key = (
            *key,
            *rank_earlier(on(Shelf.EARLIER), desk, desk.project.key_developments - len(key)),
        )
    ranks = {event.id: n for n, (event, _) in enumerate(key)}
    placed = on(Shelf.CURRENT, Shelf.EARLIER)

    def topics_of(keep: Callable[[Event], bool]) -> tuple[TopicPlan, ...]:
        return _by_topic(tuple(filter(keep, placed)), ranks, shelves, desk)

    return Plan(
        key=key,
        theaters=tuple(
            (theater.id, topics_of(lambda event, here=theater.id: event.theater == here))  # type: ignore[misc]
            for theater in desk.project.theaters
        ),
        elsewhere=topics_of(lambda event: event.theater not in desk.theaters),
        ahead=tuple((shelf, on(shelf)) for shelf in AHEAD),
        continuing=tuple((shelf, on(shelf)) for shelf in CONTINUING),
        undated=on(Shelf.UNDATED),
        unquoted=tuple(event for event in every if event.id not in shelves),
        names=desk.project.layout.names(),
    )


def is_quoted(report: Report, desk: Desk) -> bool:
    """Whether the report's quote stands in its document where it says."""
    document = desk.documents.get(report.document)
    return (
        document is not None
        and bool(report.quote.strip())
        and document.text[report.start : report.end] == report.quote
    )


def _by_topic(
    events: tuple[Event, ...], ranks: dict[str, int], shelves: dict[str, Shelf], desk: Desk
) -> tuple[TopicPlan, ...]:
    """Topics in configured order, then events that no configured topic claims."""
    plans = []
    for topic in (*desk.topics, None):
        mine = [event for event in events if _home(event, desk) == topic]
        if mine:
            key = [event for event in mine if event.id in ranks]
            plans.append(
                TopicPlan(
                    topic=topic,
                    key=tuple(sorted(key, key=lambda event: ranks[event.id])),
                    current=_told(mine, Shelf.CURRENT, ranks, shelves),
                    earlier=_told(mine, Shelf.EARLIER, ranks, shelves),
                )
            )
    return tuple(plans)


def _home(event: Event, desk: Desk) -> str | None:
    return event.topics[0] if event.topics and event.topics[0] in desk.topics else None


def _told(
    events: Iterable[Event], shelf: Shelf, ranks: dict[str, int], shelves: dict[str, Shelf]
) -> tuple[Event, ...]:
    return tuple(e for e in events if e.id not in ranks and shelves[e.id] is shelf)
