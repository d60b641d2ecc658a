"""Groups of Reports → Chronology: events built, dated by their best report, put in order."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from itertools import chain

from briefgen.events.language.surroundings import Surroundings
from briefgen.events.links.hang import hang_together
from briefgen.events.links.replanned import replanned
from briefgen.events.links.rising import counted_on
from briefgen.events.merging.merge import Group, event_id
from briefgen.events.merging.standing import published_at, standing_of
from briefgen.events.sentences.calendar import Calendar
from briefgen.events.sentences.full_names import full_names
from briefgen.events.sentences.headline import headline
from briefgen.events.sentences.meant import meant
from briefgen.events.sentences.telling import after_date_field, row_at
from briefgen.knowledge.locale import LANGUAGES, Locale, load_locale
from briefgen.model import (
    Chronology,
    DateBasis,
    Document,
    Event,
    Notice,
    Place,
    Precision,
    Report,
    Status,
)
from briefgen.temporal.wording import label

__all__ = ["arrange", "identify", "order"]

BASES = (DateBasis.EXPRESSION, DateBasis.ROW, DateBasis.INHERITED, DateBasis.NONE)
DONE = frozenset({Status.OCCURRED, Status.ONGOING})


def order(
    groups: Sequence[Group],
    documents: Sequence[Document],
    notices: Sequence[Notice],
    *,
    around: Surroundings,
    locale: Locale,
    day: date,
    cutoff: datetime,
) -> Chronology:
    """The chronology: dated events in order, undated ones in document order.

    Order: earliest, then narrower first, then document order; independent of the input's order.
    """
    by_id = {d.id: d for d in documents}
    groups = replanned(groups, documents, around.lexicon)
    groups = counted_on(groups, documents, around.lexicon)
    events = [_event(g, by_id, around, locale) for g in groups]
    empty = Chronology(
        date=day,
        cutoff=cutoff,
        documents=tuple(sorted(documents, key=lambda d: d.order)),
        events=(),
        notices=tuple(notices),
    )
    arranged = arrange(empty, events)
    return arrange(empty, hang_together((*arranged.events, *arranged.undated), documents, around))


def arrange(chronology: Chronology, events: Sequence[Event]) -> Chronology:
    """The chronology with these events in its order, those without a date among the undated."""
    by_id = {d.id: d for d in chronology.documents}

    def place(event: Event) -> tuple[tuple[str, int, str], int]:
        first = min(event.reports, key=lambda r: (by_id[r.document].order, r.start))
        return by_id[first.document].order, first.start

    dated = sorted(
        (e for e in events if e.interval is not None),
        key=lambda e: (e.interval.order if e.interval else (), place(e)),
    )
    undated = sorted((e for e in events if e.interval is None), key=place)
    return replace(chronology, events=tuple(dated), undated=tuple(undated))


def identify(group: Group, documents: Mapping[str, Document]) -> str:
    """The id of the event that a group is: from its first report."""
    return event_id(min(group.reports, key=lambda r: (published_at(r, documents), r.quote)))


def _event(
    group: Group, documents: Mapping[str, Document], around: Surroundings, locale: Locale
) -> Event:
    """An event from its reports: dated by the surest, narrowest one, worded by the best."""
    best = sorted(group.reports, key=lambda r: (r not in group.latest, *_rank(r, documents)))
    surest = min(group.latest or group.reports, key=_sureness)
    standing, why = standing_of(best, documents, around.project.parties, around.lexicon)
    first = best[0]
    places = tuple(dict.fromkeys(chain.from_iterable(r.places for r in best)))
    return Event(
        id=identify(group, documents),
        headline=_headline(first, documents[first.document], around, locale),
        status=_status(best, surest),
        standing=standing,
        interval=group.due or surest.interval,
        theater=next((r.theater for r in best if r.theater), None),
        topics=tuple(dict.fromkeys(chain.from_iterable(r.topics for r in best))),
        places=_narrowed(places),
        reports=tuple(best),
        why="; ".join(filter(None, (why, group.why))),
        was=group.was,
    )


def _rank(report: Report, documents: Mapping[str, Document]) -> tuple[object, ...]:
    """Which report words an event best: no pronoun in front, its own date, figures, brevity."""
    return (
        report.subject is not None,
        BASES.index(report.basis),
        -len(report.quantities),
        report.attribution is None,
        len(report.quote),
        documents[report.document].order,
        report.start,
    )


def _sureness(report: Report) -> tuple[object, ...]:
    """Which report dates an event best: by its own words, surely, narrowly."""
    interval = report.interval
    if interval is None:
        return (len(BASES), True, True, True, timedelta.max, 0, "")
    return (
        BASES.index(report.basis),
        report.basis is DateBasis.INHERITED and interval.start is None,
        interval.uncertain,
        interval.approximate,
        interval.length or timedelta.max,
        interval.order[0].timestamp(),
        report.quote,
    )


def _status(best: Sequence[Report], surest: Report) -> Status:
    """The status that the dating report gives; a happening told as done outranks a plan."""
    done = [r.status for r in best if r.status in DONE]
    return surest.status if surest.status is not Status.BACKGROUND or not done else done[0]


def _narrowed(places: Sequence[Place]) -> tuple[Place, ...]:
    """Places without the regions and countries that a finer one already names."""
    admins = {p.admin1 for p in places if p.admin1 and p.name != p.admin1}
    countries = {p.country for p in places if p.precision is not Precision.COUNTRY}
    return tuple(
        p
        for p in places
        if not (p.name in admins or (p.precision is Precision.COUNTRY and p.country in countries))
    )


def _headline(report: Report, document: Document, around: Surroundings, locale: Locale) -> str:
    row, lexicon = row_at(document, report.start), around.lexicon_of(document)
    own = load_locale(lexicon.language) if lexicon.language in LANGUAGES else locale
    whole = row is not None and row.start == report.start
    start = after_date_field(document, row) if row is not None and whole else report.start
    first = bisect_right(document.sentences, start, key=lambda s: s.end)
    last = bisect_left(document.sentences, report.end, key=lambda s: s.start)
    alone = report.focus is not None and report.focus[0] > start
    return headline(
        document.text,
        report.focus or (start, report.end),
        report.mentions,
        speaker=report.subject if alone else meant(report, document, lexicon),
        lacks_subject=alone,
        calendar=Calendar(
            label=partial(label, locale=locale),
            weekdays=frozenset(day.lower() for day in own.wording.weekdays_long),
            beside=lexicon.beside or lexicon.language != locale.language,
        ),
        lexicon=lexicon,
        short_names=partial(full_names, document, lexicon=lexicon),
        date=report.mention,
        sentences=[(s.start, s.end) for s in document.sentences[first:last]],
    )
