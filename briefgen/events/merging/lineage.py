"""Events + the states that earlier editions told → Threads: which event goes on from which state.

An event of a chronology is the happening that an edition told, in this order, where

1. it has the same id;
2. a report of it is a report of the state: the same document, the same stretch of it. An id comes
   from the earliest report, so it changes when an earlier one is added; the reports stay;
3. a report of it has the same words as a report of the state, in a document that took the other's
   place: the same page or the same article of the same publisher, changed since;
4. the merge would make one of a report of each, and no two of their reports exclude each other;
   of a report that says of itself that it corrects, the date is not held against it.

Each state goes on in one event, the one with the most of such evidence, so nothing is counted
twice; by 2, a state whose reports are all still there is never lost, whatever is added to them.
An event in which several states go on is named after the one with the most reports in it; the
others are joined to it. An event that holds a report of a state that goes on elsewhere is parted
from it. By 4 only, a state meets at most one event, and an event that goes on from no other.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.lexicon_tables import lexicon_of
from briefgen.events.merging.blocking import candidates
from briefgen.events.merging.features import Features, features_of, told_names, weigh
from briefgen.events.merging.likeness import compare, compatible
from briefgen.model import Document, Event, EventState, Report

__all__ = ["Thread", "new_lineage", "replaced_by", "trace"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """How an event goes on from what was told before."""

    event: str
    """Its id in the chronology."""
    lineage: str
    """The name under which it is known through all editions."""
    state: EventState | None = None
    """What was told of it last; None: nothing was."""
    joined: tuple[EventState, ...] = ()
    """What was told as happenings of their own, and is this one."""
    parted: EventState | None = None
    """What it was told as a part of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Link:
    """The evidence that a state goes on in an event; the greatest is the strongest."""

    same_id: bool
    exact: int
    """Reports of the state that stand in the event with the same date: one sentence may tell of
    several days."""
    shared: int
    """Reports of the state that stand in the event, in the same document or in what replaced it."""
    event: int
    """Place of the event."""

    @property
    def order(self) -> tuple[bool, int, int, int]:
        return self.same_id, self.exact, self.shared, -self.event


def trace(
    events: Sequence[Event],
    states: Sequence[EventState],
    documents: Sequence[Document],
    earlier: Sequence[Document],
    lexicon: Statements,
    *,
    corrects: Callable[[Report], bool] = lambda _: False,
) -> tuple[Thread, ...]:
    """One thread an event, in the order of the events.

    ``documents`` are those of the events, ``earlier`` those of the states; ``lexicon`` serves
    those of a language that has none of its own, ``corrects`` tells a report that says that it
    corrects what was told. Independent of the order of the states.
    """
    known = sorted(states, key=lambda s: s.lineage)
    links = _links(events, known, replaced_by(documents, earlier))
    meets: dict[int, list[tuple[_Link, EventState]]] = defaultdict(list)
    for state, found in zip(known, links, strict=True):
        if found:
            best = max(found, key=lambda link: link.order)
            meets[best.event].append((best, state))
    loose = [s for s, found in zip(known, links, strict=True) if not found]
    free = [event if place not in meets else None for place, event in enumerate(events)]
    spoken = {d.id: lexicon_of(d.language, lexicon) for d in (*earlier, *documents)}
    alike = _alike(free, loose, lambda r: spoken.get(r.document, lexicon), corrects)
    parted = _parted(known, links, meets)
    taken = {state.lineage for state in states}
    threads = []
    for place, event in enumerate(events):
        mine = sorted(meets.get(place, ()), key=lambda m: (m[0].order, m[1].lineage), reverse=True)
        first = mine[0][1] if mine else alike.get(place)
        threads.append(
            Thread(
                event=event.id,
                lineage=first.lineage if first else new_lineage(event.id, taken),
                state=first,
                joined=tuple(
                    state for _, state in mine[1:] if not _joined_before(state, mine[0][1])
                ),
                parted=parted.get(place) if first is None else None,
            )
        )
    return tuple(threads)


def _joined_before(state: EventState, first: EventState) -> bool:
    """Whether an earlier edition told already that a state is one with another."""
    held = {(report.document, report.start, report.end) for report in first.reports}
    told = {(report.document, report.start, report.end) for report in state.reports}
    return state.edition < first.edition and bool(told) and told <= held


def replaced_by(documents: Iterable[Document], earlier: Iterable[Document]) -> Mapping[str, str]:
    """Earlier document → the one that took its place: the same publication, changed since."""
    now = {document.id: document for document in documents}
    by_address: dict[tuple[str, ...], str] = {}
    for document in now.values():
        for key in _publication(document):
            by_address.setdefault(key, document.id)
    found = {}
    for document in earlier:
        if document.id not in now:
            keys = _publication(document)
            match = next((by_address[key] for key in keys if key in by_address), None)
            if match is not None:
                found[document.id] = match
    return found


def _publication(document: Document) -> Iterator[tuple[str, ...]]:
    """The keys of which two versions of one publication share one, surest first."""
    source, title = document.source, " ".join(document.title.split()).casefold()
    if title and source.url:
        yield "url and title", source.url, title
    if title and source.publisher:
        yield "publisher and title", source.publisher.casefold(), title
    if title:
        yield "place and title", source.path, str(source.position), title
    if source.url:
        yield "url", source.url, str(source.position)


def _links(
    events: Sequence[Event], states: Sequence[EventState], replaced: Mapping[str, str]
) -> list[list[_Link]]:
    """Of each state, its links to events by id, by report, and by the words of a changed text."""
    by_id = {event.id: place for place, event in enumerate(events)}
    stretches: dict[str, list[tuple[Report, int]]] = defaultdict(list)
    for place, event in enumerate(events):
        for report in event.reports:
            stretches[report.document].append((report, place))
    found = []
    for state in states:
        shared: dict[int, int] = defaultdict(int)
        exact: dict[int, int] = defaultdict(int)
        for report in state.reports:
            for place in _holders(report, stretches, replaced):
                shared[place] += 1
                exact[place] += any(_same(report, other) for other in events[place].reports)
        if state.event in by_id:
            shared.setdefault(by_id[state.event], 0)
        found.append(
            [
                _Link(
                    same_id=by_id.get(state.event) == place,
                    exact=exact[place],
                    shared=count,
                    event=place,
                )
                for place, count in shared.items()
            ]
        )
    return found


def _holders(
    report: Report,
    stretches: Mapping[str, Sequence[tuple[Report, int]]],
    replaced: Mapping[str, str],
) -> set[int]:
    """The events that hold a report, or what stands for it in the changed document."""
    same = {
        place
        for other, place in stretches.get(report.document, ())
        if report.start < other.end and other.start < report.end
    }
    changed = stretches.get(replaced.get(report.document, ""), ())
    words = report.quote.split()
    return same | {place for other, place in changed if other.quote.split() == words}


def _same(one: Report, other: Report) -> bool:
    return one.interval == other.interval and one.quote == other.quote


def _parted(
    states: Sequence[EventState],
    links: Sequence[Sequence[_Link]],
    meets: Mapping[int, Sequence[tuple[_Link, EventState]]],
) -> dict[int, EventState]:
    """Events that hold a report of a state which goes on in another."""
    found: dict[int, EventState] = {}
    for state, mine in zip(states, links, strict=True):
        for link in mine:
            if link.event not in meets and link.shared:
                found.setdefault(link.event, state)
    return found


def _alike(
    events: Sequence[Event | None],
    states: Sequence[EventState],
    lexicon: Callable[[Report], Statements],
    corrects: Callable[[Report], bool],
) -> dict[int, EventState]:
    """Events that the merge would make one with a state, the likest first, each pair once."""
    members = [(place, True, r) for place, e in enumerate(events) if e for r in e.reports]
    members += [(place, False, r) for place, s in enumerate(states) for r in s.reports]
    features = told_names([features_of(report, lexicon(report)) for *_, report in members])
    weights = weigh(features)
    mine: dict[int, list[Features]] = defaultdict(list)
    theirs: dict[int, list[Features]] = defaultdict(list)
    for (place, is_event, _), feature in zip(members, features, strict=True):
        (mine if is_event else theirs)[place].append(feature)
    near = {
        (members[a][0], members[b][0])
        for a, b in candidates(features, weights)
        if members[a][1] and not members[b][1]
    }
    near |= {
        (place, other)
        for place, is_event, report in members
        if is_event and corrects(report)
        for other in theirs
    }
    pairs = []
    for place, other in sorted(near):
        left, right = mine[place], theirs[other]
        if any(corrects(each.report) for each in left):
            left = [_dated_as(each, states[other]) for each in left]
        found = [compare(x, y, weights) for x in left for y in right]
        best = max((likeness.score for likeness in found if likeness.same), default=None)
        if best is not None and all(compatible(x, y) for x in left for y in right):
            pairs.append((-best, place, other))
    alike: dict[int, EventState] = {}
    used: set[int] = set()
    for _, place, other in sorted(pairs):
        if place not in alike and other not in used:
            alike[place] = states[other]
            used.add(other)
    return alike


def _dated_as(features: Features, state: EventState) -> Features:
    """The features as if their report told the date of a state."""
    window = state.interval
    report = replace(features.report, interval=window)
    return replace(features, report=report, window=window)


def new_lineage(event: str, taken: set[str]) -> str:
    """The name of a new lineage: the event's id, or one made from it where that is taken.

    It is then among the names that are taken.
    """
    name = event
    while name in taken:
        name = sha256(name.encode()).hexdigest()[:12]
    taken.add(name)
    return name
