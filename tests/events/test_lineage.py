"""Lineages: the law that adding reports loses none, and each rule of what goes on in what."""

from dataclasses import replace
from datetime import UTC, date

from hypothesis import given
from hypothesis import strategies as st

from briefgen.events.chronology import identify
from briefgen.events.figures.quantities import find_quantities
from briefgen.events.language.lexicon_tables import load_statements
from briefgen.events.merging.lineage import Thread, trace
from briefgen.events.merging.merge import merge
from briefgen.model import (
    Basis,
    DateBasis,
    Dating,
    Document,
    Event,
    EventState,
    Report,
    Source,
    Standing,
    Status,
    civil_day,
)

LEXICON = load_statements("en")

QUOTES = (
    "Four tugs pulled the tanker Marisol off the sandbank near Orm, the harbour office said.",
    "The tanker Marisol was pulled off the sandbank near Orm by four tugs.",
    "Tugs pulled the tanker Marisol off the sandbank, pilots said.",
    "The harbour office said that the tanker Marisol lost 30 tonnes of oil near Orm.",
    "About 30 tonnes of oil leaked from the tanker Marisol, the harbour office said.",
    "A landslide closed the road from Lund to the pass for two days.",
    "The road from Lund to the pass was closed by a landslide, the police said.",
    "Nine miners were rescued from a flooded shaft in Odrin, the company said.",
    "Rescuers brought nine miners out of the flooded shaft in Odrin.",
    "Eleven miners were trapped in the flooded shaft in Odrin, a union said.",
)


def document(number: int, url: str | None = None) -> Document:
    published = Dating(
        interval=civil_day(date(2031, 3, 2 + number % 9), UTC), basis=Basis.FIELD, why=""
    )
    return Document(
        id=f"{number:012}",
        title=f"Bulletin {number}",
        text="",
        blocks=(),
        sentences=(),
        language="en",
        source=Source(
            path=f"{number:02}.txt",
            publisher=f"Paper {number}",
            url=url,
            format="text",
            digest="",
        ),
        published=published,
    )


DOCUMENTS = tuple(document(number) for number in range(8))
BY_ID = {d.id: d for d in DOCUMENTS}


def report(quote: str, number: int = 0, day: int = 1) -> Report:
    start = 200 * (QUOTES.index(quote) if quote in QUOTES else 50)
    return Report(
        document=f"{number:012}",
        start=start,
        end=start + len(quote),
        quote=quote,
        interval=civil_day(date(2031, 3, day), UTC),
        basis=DateBasis.EXPRESSION,
        why="",
        status=Status.OCCURRED,
        quantities=tuple(q.quantity for q in find_quantities(quote)),
    )


def events_of(reports: list[Report]) -> list[Event]:
    return [
        Event(
            id=identify(group, BY_ID),
            headline=group.reports[0].quote,
            status=Status.OCCURRED,
            standing=Standing.SINGLE_SOURCE,
            interval=group.reports[0].interval,
            reports=group.reports,
        )
        for group in merge(reports, BY_ID, LEXICON)
    ]


def state_of(event: Event, lineage: str | None = None) -> EventState:
    return EventState(
        lineage=lineage or event.id,
        event=event.id,
        number=1,
        headline=event.headline,
        status=event.status,
        standing=event.standing,
        interval=event.interval,
        reports=event.reports,
        publishers=1,
        edition=1,
        first=1,
    )


def traced(events: list[Event], states: list[EventState]) -> tuple[Thread, ...]:
    return trace(events, states, DOCUMENTS, DOCUMENTS, LEXICON)


REPORTS = st.builds(report, st.sampled_from(QUOTES), st.integers(0, 7), st.integers(1, 2))
PILES = st.lists(REPORTS, max_size=12, unique_by=lambda r: (r.document, r.start))


class TestLineage:
    """Whatever is added to the reports, each happening that was told is found again, once."""

    @given(before=PILES, added=PILES)
    def test_adding_reports_never_loses_a_lineage(
        self, before: list[Report], added: list[Report]
    ) -> None:
        known = {(r.document, r.start) for r in before}
        new = [r for r in added if (r.document, r.start) not in known]
        states = [state_of(event) for event in events_of(before)]
        threads = traced(events_of([*before, *new]), states)
        found = [s.lineage for t in threads for s in (t.state, *t.joined) if s is not None]
        assert sorted(s.lineage for s in states) == sorted(found)

    @given(before=PILES, added=PILES)
    def test_no_two_events_have_one_lineage(
        self, before: list[Report], added: list[Report]
    ) -> None:
        states = [state_of(event) for event in events_of(before)]
        names = [thread.lineage for thread in traced(events_of(added), states)]
        assert len(names) == len(set(names))

    @given(pile=PILES, random=st.randoms(use_true_random=False))
    def test_the_same_reports_are_the_same_lineages(self, pile: list[Report], random) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        events = events_of(pile)
        states = [state_of(event) for event in events]
        random.shuffle(states)
        threads = traced(events, states)
        assert [event.id for event in events] == [thread.lineage for thread in threads]
        assert all(not thread.joined for thread in threads)


def test_an_id_that_changed_since_an_earlier_report_was_added_is_the_same_event() -> None:
    (told,) = events_of([report(QUOTES[0], 5)])
    (now,) = events_of([report(QUOTES[0], 5), report(QUOTES[1], 0)])
    assert told.id != now.id
    (thread,) = traced([now], [state_of(told, "first name")])
    assert "first name" == thread.lineage


def test_another_document_that_tells_the_same_is_the_same_event() -> None:
    (told,) = events_of([report(QUOTES[0], 1)])
    (now,) = events_of([report(QUOTES[1], 2)])
    (thread,) = traced([now], [state_of(told, "first name")])
    assert "first name" == thread.lineage


def test_another_happening_is_not() -> None:
    (told,) = events_of([report(QUOTES[0], 1)])
    (now,) = events_of([report(QUOTES[5], 2)])
    (thread,) = traced([now], [state_of(told)])
    assert (None, now.id) == (thread.state, thread.lineage)


def test_two_that_became_one_are_joined_and_named_after_the_greater() -> None:
    reports = [report(quote, n) for n, quote in enumerate(QUOTES[:3])]
    (now,) = events_of(reports)
    one = state_of(replace(now, id="a", reports=now.reports[:1]), "small")
    other = state_of(replace(now, id="b", reports=now.reports[1:]), "great")
    (thread,) = traced([now], [one, other])
    assert "great" == thread.lineage
    assert ["small"] == [state.lineage for state in thread.joined]


def test_one_that_became_two_goes_on_in_the_greater_and_the_other_is_parted() -> None:
    reports = [report(quote, n) for n, quote in enumerate(QUOTES[:3])]
    (told,) = events_of(reports)
    small = replace(told, id="a", reports=told.reports[:1])
    great = replace(told, id="b", reports=told.reports[1:])
    threads = traced([small, great], [state_of(told, "whole")])
    assert ["a", "whole"] == [thread.lineage for thread in threads]
    assert threads[0].parted is not None
    assert "whole" == threads[0].parted.lineage


def test_the_words_of_a_page_that_was_changed_are_the_same_event_whatever_its_date() -> None:
    old = replace(document(20, url="https://paper.example/tug"), title="Tugs at work")
    new = replace(document(21, url="https://paper.example/tug"), title="Tugs at work")
    quote = QUOTES[0]
    told = replace(events_of([report(quote, 1)])[0], reports=(report(quote, 20, day=1),))
    now = replace(told, id="other", reports=(report(quote, 21, day=9),))
    (thread,) = trace([now], [state_of(told, "first name")], (new,), (old,), LEXICON)
    assert "first name" == thread.lineage


def test_a_report_that_corrects_the_date_is_of_the_same_event() -> None:
    (told,) = events_of([report(QUOTES[0], 1, day=1)])
    (now,) = events_of([report(QUOTES[1], 2, day=2)])
    states = [state_of(told, "first name")]
    plain = trace([now], states, DOCUMENTS, DOCUMENTS, LEXICON)
    corrected = trace([now], states, DOCUMENTS, DOCUMENTS, LEXICON, corrects=lambda _: True)
    assert [None, "first name"] == [plain[0].state, corrected[0].lineage]


def test_an_id_that_another_lineage_bears_is_not_taken_twice() -> None:
    (told,) = events_of([report(QUOTES[0], 1)])
    (other,) = events_of([report(QUOTES[5], 2)])
    state = replace(state_of(told), lineage=other.id)
    threads = traced([told, other], [state])
    assert other.id == threads[0].lineage
    assert threads[1].lineage not in {other.id, told.id}
