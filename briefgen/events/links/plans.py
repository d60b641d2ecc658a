"""Plans + what is told later → Plans linked to what came of them: met, called off, unmet.

A happening of the planned time fulfils a plan where it is alike (the likeness of the merge), or
tells its deed of somebody or something that both name, or holds the same phrase. What tells that
a plan of its day did not come about, or that it will not, is linked to it as that.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from briefgen.events.language.lexicon import Statements
from briefgen.events.links.matter import Reader, shared
from briefgen.events.links.turns import turns
from briefgen.events.merging.deeds import deeds_of
from briefgen.events.merging.features import Features, weigh
from briefgen.events.merging.likeness import compare
from briefgen.events.merging.outcome import came_about, fell_through
from briefgen.knowledge.links import load_links
from briefgen.model import Document, Event, Grain, Link, LinkKind, Report, Status

__all__ = ["dropped", "fulfilled"]

SHARED = 3
"""Stems that a plan and its fulfilment share, at least, where likeness alone speaks."""
FULFILMENT = 0.2
"""Likeness from which a happening fulfils a plan whose time it meets."""
DEED = 1.0
PHRASE = 0.5
"""What the same deed of the same thing weighs beside likeness, and the same phrase."""
FEW = 4
"""So many reports of an event are looked at, the best ones."""
DONE = frozenset({Status.OCCURRED, Status.ONGOING})
PLANNED = frozenset({Status.SCHEDULED, Status.DEADLINE})
ENOUGH = 3
"""Of names and nouns that a plan and what drops it share; a name counts twice."""


def fulfilled(
    events: Sequence[Event], documents: Sequence[Document], lexicon: Statements
) -> list[Event]:
    """Plans linked to the happening that met them, or that tells that it did not come about."""
    reader = Reader.of(documents, lexicon)
    features = [
        [reader.features(_dated(report, event)) for report in event.reports[:FEW]]
        for event in events
    ]
    weights = weigh([each for told in features for each in told])
    done: dict[str, list[int]] = defaultdict(list)
    for index, event in enumerate(events):
        if event.status in DONE:
            for key in _keys(features[index]):
                done[key].append(index)
    linked = []
    for plan, mine in zip(events, features, strict=True):
        if plan.status is not Status.SCHEDULED:
            linked.append(plan)
            continue
        near = dict.fromkeys(chain.from_iterable(done.get(key, ()) for key in _keys(mine)))
        fitting = [
            (score, events[index])
            for index in near
            if _meets(plan, events[index])
            and (score := max(_fits(a, b, weights) for a in mine for b in features[index]))
            >= FULFILMENT
        ]
        linked.append(_told(plan, fitting, reader))
    return linked


def _keys(told: Sequence[Features]) -> list[str]:
    """The stems and the deeds by which a plan and a happening are found, in order."""
    return sorted({key for each in told for key in each.stems | each.front.main})


def _dated(report: Report, event: Event) -> Report:
    """A report of a plan that was moved as one of the day on which it is due now."""
    moved = event.was and report.interval != event.interval
    return replace(report, interval=event.interval) if moved else report


def _told(plan: Event, fitting: Sequence[tuple[float, Event]], reader: Reader) -> Event:
    """The plan with the happening of its time that met it, or told that nothing came of it."""
    met: list[tuple[float, str]] = []
    unmet: list[tuple[float, str]] = []
    for score, event in fitting:
        words = reader.lexicon(event.reports[0])
        if came_about(plan, event, words):
            met.append((score, event.id))
        elif fell_through(plan, event, words):
            unmet.append((score, event.id))
    if met:
        return replace(plan, fulfilled_by=max(met)[1])
    if unmet and not any(link.kind is LinkKind.CALLED_OFF for link in plan.links):
        return replace(plan, links=(*plan.links, Link(kind=LinkKind.UNMET, event=max(unmet)[1])))
    return plan


def _meets(plan: Event, event: Event) -> bool:
    """Whether a happening may be what was planned: in its time."""
    if plan.interval is None or event.interval is None:
        return False
    return event.interval.overlaps(plan.interval)


def _fits(plan: Features, event: Features, weights: Mapping[str, float]) -> float:
    """How well a happening fits a plan of its time; less than FULFILMENT where it does not."""
    if plan.language != event.language:
        return 0.0
    score = compare(_as_done(plan), event, weights).score
    same_topic = not plan.report.topics or not event.report.topics
    same_topic = same_topic or bool(set(plan.report.topics) & set(event.report.topics))
    if same_topic and score >= FULFILMENT and len(plan.stems & event.stems) >= SHARED:
        return 1 + DEED + score
    told = shared(plan, event)
    if told.apart or not _one_day(plan.report) or not _one_day(event.report):
        return 0.0
    known = deeds_of(plan.language).known
    deed = plan.front.main & (event.front.main | event.front.deeds) & known
    if deed and told.names and told.nouns > 1 and event.front.main & plan.front.deeds:
        return DEED + score
    return PHRASE + score if _phrase(plan, event) else 0.0


def _phrase(plan: Features, event: Features) -> bool:
    """Whether both hold the same two telling words side by side: "a service of thanks"."""
    stem = deeds_of(plan.language).stem
    named = {s for name in plan.names | event.names for s in (name, stem(name))}
    theirs = set(pairwise(s for s in event.line if s in event.stems))
    return any(
        pair in theirs and pair[0] != pair[1] and named.isdisjoint(pair)
        for pair in pairwise(s for s in plan.line if s in plan.stems)
    )


def _one_day(report: Report) -> bool:
    return report.interval is not None and report.interval.grain <= Grain.DAY


def _as_done(features: Features) -> Features:
    """A plan as if it had been told as done, to compare it with what was."""
    return replace(features, report=replace(features.report, status=Status.OCCURRED))


def dropped(events: Sequence[Event], reader: Reader, published: Mapping[str, float]) -> list[Event]:
    """Plans linked to what tells that they are called off, or put off without a new day."""
    tellers = [
        (index, report, kind)
        for index, event in enumerate(events)
        for report in event.reports
        if (kind := _drops(report, reader)) is not None
    ]
    found: dict[int, tuple[int, int, LinkKind]] = {}
    for index, report, kind in tellers:
        best: tuple[int, int] | None = None
        for place, plan in enumerate(events):
            if plan.status not in PLANNED:
                continue
            weight = _about(plan, report, reader, published, own=place == index)
            if weight and (best is None or weight > best[0]):
                best = weight, place
        if best is not None and best[1] not in found:
            found[best[1]] = (best[0], index, kind)
    return [
        replace(event, links=(*event.links, Link(kind=found[n][2], event=events[found[n][1]].id)))
        if n in found
        else event
        for n, event in enumerate(events)
    ]


def _drops(report: Report, reader: Reader) -> LinkKind | None:
    """Whether a report tells that a plan is off, or has no day any more."""
    lexicon = reader.lexicon(report)
    known = load_links(lexicon.language)
    if any(not t.unsaid for t in turns(report, known.drops, known, lexicon)):
        return LinkKind.CALLED_OFF
    put_off = any(not t.unsaid for t in turns(report, known.moves, known, lexicon))
    if put_off and turns(report, known.open, known, lexicon):
        return LinkKind.POSTPONED
    return None


def _about(
    plan: Event, report: Report, reader: Reader, published: Mapping[str, float], *, own: bool
) -> int:
    """How surely a report that drops a plan means this one; 0: not at all."""
    if own:
        return 100
    first = plan.reports[0]
    if published.get(first.document, 0) > published.get(report.document, 0):
        return 0
    one, other = reader.features(first), reader.features(report)
    if one.language != other.language or plan.interval is None:
        return 0
    told = shared(one, other)
    days = [m.interval for m in report.mentions if m.interval is not None]
    same_day = any(day.bounded and day.overlaps(plan.interval) for day in days)
    other_day = len(days) > 1 and not same_day
    if told.apart or other_day or not told.nouns:
        return 0
    weight = told.weight + same_day
    return weight if weight >= ENOUGH else 0
