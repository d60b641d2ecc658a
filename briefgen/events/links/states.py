"""Events → the states among them that a later event ends: what was closed reopened.

A state is what is told to go on, or a deed with a word by which one begins ("closed"); a deed with
a word by which one of its kind ends ("reopened"), about the same noun, at the same place, and no
earlier, ends it. What is told to go on is then over on that day. The words are data
(knowledge/cues/links.LANGUAGE.toml).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from briefgen.events.figures.scopes import PART
from briefgen.events.links.matter import Reader, shared
from briefgen.events.links.turns import turns, words_of
from briefgen.events.merging.contrasts import comparable
from briefgen.events.merging.deeds import deeds_of
from briefgen.events.merging.features import Features
from briefgen.knowledge.links import LinkWords, load_links
from briefgen.model import (
    Event,
    Grain,
    Interval,
    Link,
    LinkKind,
    Report,
    Status,
    day_after,
    month_start,
)

__all__ = ["ended"]

DONE = frozenset({Status.OCCURRED, Status.ONGOING})
STATES = frozenset({Status.OCCURRED, Status.ONGOING, Status.BACKGROUND})
NEARBY = 200
"""So many states of one noun are looked at, the latest ones first."""
BARE = timedelta(days=30)
"""So long a state that names no place is known again by its noun alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """A report that tells that a state begins, or ends."""

    event: int
    report: Report
    kind: str
    """Id of the kind of state; empty for one that goes on and is told by no such word."""
    heads: frozenset[str]


def ended(events: Sequence[Event], reader: Reader) -> list[Event]:
    """The events, with a link from each state to what ended it, and what went on closed then."""
    begun: dict[str, list[_Side]] = defaultdict(list)
    enders: list[_Side] = []
    for index, report, known in _told(events, reader):
        for side in _begins(index, events[index], report, known, reader):
            for stem in sorted(side.heads | reader.features(report).stems):
                begun[stem].append(side)
        if events[index].status in DONE:
            enders += _ends(index, report, known, reader)
    enders.sort(key=lambda side: (_start(events[side.event]), side.event))
    found: dict[int, int] = {}
    for ender in enders:
        near = [s for head in sorted(ender.heads) for s in begun.get(head, ())[-NEARBY:]]
        for state in near:
            if state.event not in found and _over(state, ender, events, reader):
                found[state.event] = ender.event
    return [
        _closed(event, events[found[n]]) if n in found else event for n, event in enumerate(events)
    ]


def _told(events: Sequence[Event], reader: Reader) -> Iterator[tuple[int, Report, LinkWords]]:
    """The reports of what has begun or ended, in a language whose words for that are known."""
    for index, event in enumerate(events):
        if event.interval is None or event.status not in STATES:
            continue
        for report in event.reports:
            known = load_links(reader.lexicon(report).language)
            if known.states:
                yield index, report, known


def _begins(
    index: int, event: Event, report: Report, known: LinkWords, reader: Reader
) -> Iterator[_Side]:
    lexicon = reader.lexicon(report)
    told = False
    for state in known.states:
        lacking = state.lacks if event.status is Status.ONGOING else ()
        for turn in turns(report, (*state.begins, *lacking), known, lexicon):
            if turn.unsaid or not turn.heads:
                continue
            told = True
            yield _Side(event=index, report=report, kind=state.id, heads=turn.heads)
    if not told and event.status is Status.ONGOING:
        yield _Side(event=index, report=report, kind="", heads=reader.features(report).stems)


def _ends(index: int, report: Report, known: LinkWords, reader: Reader) -> Iterator[_Side]:
    lexicon = reader.lexicon(report)
    for state in known.states:
        for turn in turns(report, state.ends, known, lexicon):
            if not turn.unsaid and turn.heads:
                yield _Side(event=index, report=report, kind=state.id, heads=turn.heads)
    again = turns(report, known.again, known, lexicon)
    if again and not _does_harm(report, known, reader) and not _begins_one(report, known, reader):
        heads = frozenset().union(*(turn.heads for turn in again))
        yield _Side(event=index, report=report, kind=known.again_ends, heads=heads)


def _does_harm(report: Report, known: LinkWords, reader: Reader) -> bool:
    features = reader.features(report)
    return features.failed or bool(features.front.deeds & known.harm)


def _begins_one(report: Report, known: LinkWords, reader: Reader) -> bool:
    lexicon = reader.lexicon(report)
    return any(turns(report, state.begins, known, lexicon) for state in known.states)


def _over(state: _Side, ender: _Side, events: Sequence[Event], reader: Reader) -> bool:
    """Whether one tells the end of what the other tells."""
    before, after = events[state.event], events[ender.event]
    if state.event == ender.event or state.kind not in {ender.kind, ""}:
        return False
    one, other = reader.features(state.report), reader.features(ender.report)
    if one.language != other.language or not _in_order(before, after):
        return False
    if not _one_thing(state, ender, reader) or _other_count(state, ender, reader):
        return False
    told = shared(one, other)
    near = _start(after) - _start(before) <= BARE
    bare = (_nameless(one) or _nameless(other)) and near
    return not told.apart and (told.names > 0 or bare)


def _one_thing(state: _Side, ender: _Side, reader: Reader) -> bool:
    """Whether the noun that ends is one of the state's, and the state's is told of its end."""
    one, other = reader.features(state.report), reader.features(ender.report)
    nouns = state.heads if state.kind else one.stems
    common = ender.heads & (one.stems | nouns)
    return bool(common - one.names - other.names) and bool(nouns & _said(ender.report, reader))


def _said(report: Report, reader: Reader) -> frozenset[str]:
    """The stems of all words of a report, those of its dates too: "by *night* again"."""
    lexicon = reader.lexicon(report)
    return frozenset(lexicon.canonical(word.lower) for word in words_of(report.quote))


def _nameless(told: Features) -> bool:
    """Whether it names no place, person or ship, but for who acts and whose a thing is."""
    return not (told.names - told.peoples - told.actor)


def _in_order(before: Event, after: Event) -> bool:
    one, other = before.interval, after.interval
    if one is None or other is None or other.start is None:
        return False
    if one.start is not None:
        return one.start < (other.end or other.start) and one.start <= other.start
    return one.end is not None and one.end <= other.start


def _other_count(state: _Side, ender: _Side, reader: Reader) -> bool:
    """Whether both count what is over, and not as many, or a part alone is over."""
    if any(quantity.scope == PART for quantity in ender.report.quantities):
        return True
    one, other = reader.features(state.report), reader.features(ender.report)
    deeds = deeds_of(one.language)
    pairs = [(a, b) for a in one.figures for b in other.figures if comparable(a, b, deeds)]
    if any(one.figures[a].isdisjoint(other.figures[b]) for a, b in pairs):
        return True
    known = load_links(one.language)
    kind = next((k for k in known.states if k.id == state.kind), None)
    counted = bool(one.figures.keys() & deeds.persons or other.figures.keys() & deeds.persons)
    return kind is not None and kind.counted and counted and not pairs


def _start(event: Event) -> datetime:
    assert event.interval is not None
    return event.interval.order[0]


def _closed(state: Event, ender: Event) -> Event:
    """The state, linked to its end; what went on, until then."""
    links = (*state.links, Link(kind=LinkKind.ENDED, event=ender.id))
    interval, end = state.interval, ender.interval
    assert end is not None
    if interval is None or interval.start is None or state.status is not Status.ONGOING:
        return replace(state, links=links)
    if interval.end is not None or end.start is None:
        return replace(state, links=links)
    return replace(
        state,
        links=links,
        status=Status.OCCURRED,
        interval=_until(interval, end),
    )


def _until(lasting: Interval, end: Interval) -> Interval:
    """What went on since its start, until the day of its end, or the end of the unit told."""
    assert lasting.start is not None
    assert end.start is not None
    start, grain = lasting.start, lasting.grain
    last = end.start if end.end is None else end.end - timedelta(microseconds=1)
    last = last.astimezone(start.tzinfo).replace(hour=0, minute=0, second=0, microsecond=0)
    until = day_after(last)
    if grain in {Grain.MONTH, Grain.YEAR}:
        month = last.month if grain is Grain.MONTH else 12
        until = month_start(last.year, month + 1, start.tzinfo)  # type: ignore[arg-type]
    else:
        grain = Grain.DAY
        start = start.replace(hour=0, minute=0, second=0, microsecond=0)
    return Interval(
        start=start,
        end=until,
        grain=grain,
        approximate=lasting.approximate or end.approximate,
        uncertain=lasting.uncertain or end.uncertain,
    )
