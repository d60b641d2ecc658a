"""An id, the start of one, or words of a headline → the Event that is meant, and its neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefgen.errors import UsageError
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.lexicon_tables import lexicon_of
from briefgen.events.language.words import read_wording
from briefgen.events.merging.features import features_of, told_names, weigh
from briefgen.events.merging.likeness import compare
from briefgen.events.merging.stories import stories
from briefgen.model import Chronology, Document, Event

__all__ = ["Neighbour", "find_event", "neighbours", "on_the_matter"]

SHOWN = 3
"""So many events are named where none or several match."""
NEAREST = 3
LONGEST = 70
"""Characters of a headline in an error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """Another event that has words in common with one, and why the two are two."""

    event: Event
    shared: float
    """Share of their words that both have, 0 … 1."""
    why: str


def find_event(chronology: Chronology, wanted: str) -> Event:
    """The event of an id, of a start that only one id has, or of words that only one headline has.

    Raises UsageError, with the nearest ids, where none or several match.
    """
    events = (*chronology.events, *chronology.undated)
    name = wanted.strip().lower()
    exact = [e for e in events if e.id == name]
    if exact:
        return exact[0]
    begun = [e for e in events if name and e.id.startswith(name)]
    words = frozenset(_words(wanted))
    worded = [e for e in events if words and words <= frozenset(_words(e.headline))]
    found = begun or worded
    if len(found) == 1:
        return found[0]
    if not events:
        raise UsageError(f"--why {wanted!r}: the chronology has no event")
    told = f"{len(found)} events match" if found else "no event matches"
    near = found or sorted(events, key=lambda e: -_alike(wanted, e))
    names = "".join(f"\n  {e.id}  {_short(e.headline)}" for e in near[:SHOWN])
    more = f"\n  and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    which = "name one by its id" if found else "the nearest are"
    raise UsageError(f"--why {wanted!r}: {told}; {which}:{names}{more}")


def neighbours(event: Event, chronology: Chronology, lexicon: Statements) -> tuple[Neighbour, ...]:
    """The events that have most words in common with one, likest first, and why they are others."""
    events = (*chronology.events, *chronology.undated)
    reports = [report for e in events for report in e.reports]
    spoken = {document.id: document.language for document in chronology.documents}
    published = {d.id: d.published.interval for d in chronology.documents if d.published}
    told = told_names(
        [
            features_of(
                r, lexicon_of(spoken.get(r.document, ""), lexicon), published.get(r.document)
            )
            for r in reports
        ]
    )
    features = {id(f.report): f for f in told}
    weights = weigh(told)
    near = sorted(
        ((_shared(event, other, lexicon), other) for other in events if other.id != event.id),
        key=lambda pair: (-pair[0], pair[1].id),
    )
    found = []
    for shared, other in near[:NEAREST]:
        if not shared:
            break
        pairs = (
            compare(features[id(a)], features[id(b)], weights)
            for a in event.reports
            for b in other.reports
        )
        best = max(pairs, key=lambda likeness: (likeness.same, likeness.score))
        why = best.why if not best.same else f"{best.why}, but other reports of them exclude it"
        found.append(Neighbour(event=other, shared=shared, why=why))
    return tuple(found)


def on_the_matter(
    event: Event, chronology: Chronology, lexicon: Statements
) -> tuple[Document, ...]:
    """The documents in a story with those of an event that tell nothing of it, in order."""
    story = stories(chronology.documents, lexicon)
    telling = {report.document for report in event.reports}
    matters = {story[name] for name in telling}
    return tuple(d for d in chronology.documents if story[d.id] in matters and d.id not in telling)


def _words(text: str) -> Sequence[str]:
    return [w.lower for w in read_wording(text, 0, len(text)).words]


def _alike(wanted: str, event: Event) -> float:
    names = (event.id, event.headline.lower())
    return max(SequenceMatcher(None, wanted.lower(), name).ratio() for name in names)


def _short(line: str) -> str:
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def _shared(one: Event, other: Event, lexicon: Statements) -> float:
    """Share of the telling words of two events that both have: the best of their reports."""
    return max(
        _jaccard(_stems(a.quote, lexicon), _stems(b.quote, lexicon))
        for a in one.reports
        for b in other.reports
    )


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))


def _stems(quote: str, lexicon: Statements) -> frozenset[str]:
    return frozenset(
        lexicon.canonical(lexicon.bare(w)) for w in _words(quote) if w not in lexicon.stop
    )
