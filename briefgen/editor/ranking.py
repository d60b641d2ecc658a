"""Events of the period → key developments, by a score that can say what it is made of."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from briefgen.editor.desk import Desk
from briefgen.model import Event, Interval, Standing

__all__ = ["FEWEST", "Score", "rank", "rank_earlier", "score"]

PER_PUBLISHER = 3.0
MOST_PUBLISHERS = 5
PER_REPORT = 0.5
"""For each report past one a publisher."""
MOST_REPORTS = 4
PER_FIGURE = 0.5
MOST_FIGURES = 2
CONFIRMED = 2.0
"""For what both sides, or an official, confirm."""
RECENT = 2.0
"""For the last moment of the period; falls to 0 at its start."""
FEWEST = 3
"""Key developments of a day on which no more than twice as many events are current; with fewer
than this, the best of the days before fill up."""
PER_KIND = 2
"""Key developments of one topic in one theater, as long as there are others."""
UNFILED = 0.6
"""Weight of an event with no topic: what no topic claims is seldom the day's news."""
UNPLACED = 0.9
UNSURE = 0.5
"""Weight of an event that may not be of the day at all: its date is uncertain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Why a development is key.

    (publishers + reports + figures + recency + confirmation) × theater's weight × topic's weight,
    halved where the date is uncertain.
    """

    publishers: int
    reports: int
    figures: int
    hours: int
    """Whole hours between its end and the cut-off."""
    recency: float
    """0 … 1."""
    confirmed: bool
    theater: float
    topic: float
    sure: bool = True
    """Whether its date is."""

    @property
    def total(self) -> float:
        """The points, to one decimal."""
        base = (
            PER_PUBLISHER * min(self.publishers, MOST_PUBLISHERS)
            + PER_REPORT * min(self.reports - self.publishers, MOST_REPORTS)
            + PER_FIGURE * min(self.figures, MOST_FIGURES)
            + RECENT * self.recency
            + CONFIRMED * self.confirmed
        )
        sureness = 1 if self.sure else UNSURE
        return round(base * self.theater * self.topic * sureness, 1)


def score(event: Event, desk: Desk) -> Score:
    """What an event of the period weighs."""
    assert event.interval is not None
    theater = desk.theaters.get(event.theater or "")
    topic = desk.topics.get(event.topics[0]) if event.topics else None
    return Score(
        publishers=desk.publishers(event.reports),
        reports=len(event.reports),
        figures=len({(q.unit, q.value) for r in event.reports for q in r.quantities}),
        hours=int(_age(event.interval, desk) / timedelta(hours=1)),
        recency=_recency(event.interval, desk),
        confirmed=event.standing is Standing.CONFIRMED,
        theater=theater.weight if theater else UNPLACED,
        topic=topic.weight if topic else UNFILED,
        sure=not event.interval.uncertain,
    )


def _age(interval: Interval, desk: Desk) -> timedelta:
    end = min(interval.end or desk.cutoff, desk.cutoff)
    return desk.cutoff - end


def _recency(interval: Interval, desk: Desk) -> float:
    """1 for what ends at the cut-off, 0 at the period's start; what was told coarsely, half."""
    length = desk.period.length
    assert length is not None
    fresh = max(0.0, 1 - _age(interval, desk) / length)
    coarse = interval.length is None or interval.length > timedelta(days=2)
    return fresh / 2 if coarse else fresh


def rank(events: Iterable[Event], desk: Desk) -> tuple[tuple[Event, Score], ...]:
    """The key developments, best first; what ties stays in the chronology's order.

    No more than the project allows, and no more than half of the events where that leaves three:
    where everything is key, nothing is.
    """
    scored = [
        (event, score(event, desk))
        for event in events
        if event.interval is not None and event.interval.overlaps(desk.period)
    ]
    scored.sort(key=lambda pair: -pair[1].total)
    half = max(FEWEST, (len(scored) + 1) // 2)
    return _varied(scored)[: min(desk.project.key_developments, half)]


def rank_earlier(events: Iterable[Event], desk: Desk, room: int) -> tuple[tuple[Event, Score], ...]:
    """The best of the days before, for a day that has too little of its own; the latest first."""
    scored = [
        (event, score(event, desk))
        for event in events
        if event.interval is not None and event.interval.end is not None
    ]
    scored.sort(key=lambda pair: (-pair[1].total, _age_of(pair[0], desk)))
    return _varied(scored)[: max(0, room)]


def _varied(scored: list[tuple[Event, Score]]) -> tuple[tuple[Event, Score], ...]:
    """Best first, but no more than two of one topic in one theater before all others had a turn."""
    first: list[tuple[Event, Score]] = []
    later: list[tuple[Event, Score]] = []
    seen: Counter[tuple[str, str | None]] = Counter()
    for pair in scored:
        event = pair[0]
        if event.theater is not None:
            kind = (event.theater, event.topics[0] if event.topics else None)
            seen[kind] += 1
            if seen[kind] > PER_KIND:
                later.append(pair)
                continue
        first.append(pair)
    return (*first, *later)


def _age_of(event: Event, desk: Desk) -> timedelta:
    assert event.interval is not None
    return _age(event.interval, desk)
