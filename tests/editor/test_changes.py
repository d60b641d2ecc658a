"""Each event marked against what was told of it last, and the sections that say so."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from briefgen.editor import compose, edit
from briefgen.knowledge.project import Project
from briefgen.model import (
    Briefing,
    Chronology,
    Edition,
    Event,
    Interval,
    Mark,
    Past,
    Standing,
    Status,
)
from briefgen.model.briefing import ChangesSection, CorrectionsSection, Entry

DAY = timedelta(days=1)
Alter = Callable[[Event], Event]


def issued(chronology: Chronology, project: Project, past: Past | None = None) -> Edition:
    return edit(chronology, project, past or Past(number=1))[1]


def after(edition: Edition, chronology: Chronology, **more: Any) -> Past:
    """What an archive knows that holds one edition."""
    return Past(
        number=edition.number + 1,
        last=edition,
        states=edition.events,
        documents=chronology.documents,
        **more,
    )


def later(chronology: Chronology) -> Chronology:
    return replace(chronology, date=chronology.date + DAY, cutoff=chronology.cutoff + DAY)


def altered(chronology: Chronology, words: str, change: Alter) -> Chronology:
    events = [change(e) if words in e.headline else e for e in chronology.events]
    assert events != list(chronology.events)
    return replace(chronology, events=tuple(events))


def second(day: Chronology, project: Project, now: Chronology) -> Briefing:
    """The brief of a day after the invented one."""
    return compose(now, project, after(issued(day, project), day))


def entry(briefing: Briefing, words: str) -> Entry:
    return next(each for each in briefing.entries() if words in each.headline)


def changes(briefing: Briefing) -> ChangesSection:
    return next(s for s in briefing.sections if isinstance(s, ChangesSection))


def first_report(event: Event, **values: Any) -> Event:
    """The event with another first report."""
    return replace(event, reports=(replace(event.reports[0], **values), *event.reports[1:]))


def to_three_days_before(event: Event) -> Event:
    assert event.interval is not None
    assert event.interval.start is not None
    assert event.interval.end is not None
    moved = Interval(start=event.interval.start - 3 * DAY, end=event.interval.end - 3 * DAY)
    return first_report(replace(event, interval=moved), interval=moved, why="read in the log.")


def with_other_figure(event: Event) -> Event:
    (quantity,) = event.reports[0].quantities
    return first_report(event, quantities=(replace(quantity, value=44, text="44 prisoners"),))


CHANGED: list[tuple[str, Alter, Mark, str]] = [
    ("Power was cut", lambda e: e, Mark.SAME, ""),
    (
        "Power was cut",
        to_three_days_before,
        Mark.CORRECTED,
        "corrected: date: 6 Mar 2031, 06:00–12:00 UTC → 3 Mar 2031",
    ),
    (
        "exchange of 40 prisoners",
        with_other_figure,
        Mark.CORRECTED,
        "corrected: figures: 40 prisoners → 44 prisoners",
    ),
    (
        "relief column",
        lambda e: replace(e, status=Status.SCHEDULED),
        Mark.CORRECTED,
        "corrected: status: happened → planned",
    ),
    (
        "ferry line",
        lambda e: replace(e, status=Status.OCCURRED),
        Mark.CLOSED,
        "closed: status: going on → happened",
    ),
    (
        "relief column",
        lambda e: replace(e, standing=Standing.CONFIRMED),
        Mark.UPDATED,
        "updated: told by: 1 publisher → confirmed",
    ),
    ("relief column", lambda e: replace(e, theater="capital"), Mark.UPDATED, "updated: place: "),
]


@pytest.mark.parametrize("case", CHANGED, ids=lambda case: f"{case[0]}: {case[3]}")
def test_what_was_told_before_is_marked_with_what_is_another(
    day: Chronology, project: Project, case: tuple[str, Alter, Mark, str]
) -> None:
    words, change, mark, label = case
    now = later(day)
    if mark is not Mark.SAME:
        now = altered(now, words, change)
    told = entry(second(day, project, now), words).change
    assert told is not None
    assert mark.value == told.mark
    assert told.label.startswith(label)


def test_nothing_changed_is_said(day: Chronology, project: Project) -> None:
    briefing = second(day, project, later(day))
    assert "Since edition 1 of 6 Mar 2031: nothing new, nothing changed." == briefing.change
    assert changes(briefing).empty
    assert "nothing is new" in (changes(briefing).note or "")


def test_what_is_first_told_now_is_new(day: Chronology, project: Project) -> None:
    before = replace(day, events=tuple(e for e in day.events if "Power was cut" not in e.headline))
    briefing = second(before, project, later(day))
    told = entry(briefing, "Power was cut").change
    assert told is not None
    assert ("new", "new") == (told.mark, told.label)
    assert "Since edition 1 of 6 Mar 2031: 1 new." == briefing.change
    (group,) = changes(briefing).groups
    assert [entry(briefing, "Power was cut").number] == [r.number for r in group.references]


def test_what_was_over_before_the_last_period_is_reported_late(
    day: Chronology, project: Project
) -> None:
    words = "relief column reached"  # on 3 March, three days before the first edition
    before = replace(day, events=tuple(e for e in day.events if words not in e.headline))
    told = entry(second(before, project, later(day)), words).change
    assert told is not None
    assert ("late", "reported late") == (told.mark, told.label)


def test_history_told_in_passing_is_no_news(day: Chronology, project: Project) -> None:
    before = replace(day, events=tuple(e for e in day.events if "In 2029" not in e.headline))
    briefing = second(before, project, later(day))
    assert "nothing new" in briefing.change
    told = entry(briefing, "In 2029").change
    assert told is not None
    assert "" == told.label


def test_a_figure_of_a_source_that_is_not_read_today_is_not_wrong(
    day: Chronology, project: Project
) -> None:
    """The raid was told with 16 and 14 drones by two; today only the first is among the sources."""
    raid = next(e for e in day.events if "16 drones" in e.headline)
    alone = replace(raid, reports=raid.reports[:1], standing=Standing.SINGLE_SOURCE)
    documents = tuple(d for d in day.documents if d.id == raid.reports[0].document)
    now = replace(later(day), events=(alone,), undated=(), documents=documents)
    told = entry(second(day, project, now), "16 drones").change
    assert told is not None
    assert Mark.SAME.value == told.mark


def test_a_figure_that_stands_in_another_event_now_was_not_wrong(
    day: Chronology, project: Project
) -> None:
    """The merge parted the two reports of the raid: nobody took back the 14 drones."""
    raid = next(e for e in day.events if "16 drones" in e.headline)
    one = replace(raid, reports=raid.reports[:1], standing=Standing.SINGLE_SOURCE)
    other = replace(raid, id="parted123456", reports=raid.reports[1:])
    events = tuple(x for e in day.events for x in ((one, other) if e is raid else (e,)))
    briefing = second(day, project, replace(later(day), events=events))
    marks = {e.event: e.change.mark for e in briefing.entries() if e.change}
    assert ["same", "updated"] == [marks[raid.id], marks["parted123456"]]
    assert "told as: part of" in next(
        e.change.label for e in briefing.entries() if e.event == "parted123456" and e.change
    )


def test_what_its_sources_tell_no_more_is_withdrawn_and_stands_in_the_ledger(
    day: Chronology, project: Project
) -> None:
    gone = tuple(e for e in day.events if "storage hall" not in e.headline)
    now = replace(later(day), events=gone)
    past = after(issued(day, project), day)
    briefing, edition = edit(now, project, past)
    (group,) = changes(briefing).groups
    assert "corrected" == group.mark
    (line,) = group.lines
    assert "A storage hall burned down in Sedge." == line.headline
    assert "no source says so any more" in line.text
    ledger = next(s for s in briefing.sections if isinstance(s, CorrectionsSection))
    assert [("Edition 1", "Edition 2")] == [(c.edition, c.corrected) for c in ledger.corrections]
    (kept,) = edition.corrections
    assert (2, 1) == (kept.edition, kept.wrong_in)


def test_what_today_s_sources_do_not_speak_of_is_not_withdrawn(
    day: Chronology, project: Project
) -> None:
    power = next(e for e in day.events if "Power was cut" in e.headline)
    documents = tuple(d for d in day.documents if d.id == power.reports[0].document)
    events = tuple(e for e in day.events if {r.document for r in e.reports} <= {documents[0].id})
    now = replace(later(day), events=events, undated=(), documents=documents)
    briefing = second(day, project, now)
    assert [] == [g for g in changes(briefing).groups if g.mark == "corrected"]


def test_the_ledger_keeps_the_corrections_of_earlier_editions(
    day: Chronology, project: Project
) -> None:
    gone = tuple(e for e in day.events if "storage hall" not in e.headline)
    first = issued(day, project)
    corrected = edit(replace(later(day), events=gone), project, after(first, day))[1]
    past = after(corrected, day, corrections=corrected.corrections)
    briefing = compose(replace(later(later(day)), events=gone), project, past)
    ledger = next(s for s in briefing.sections if isinstance(s, CorrectionsSection))
    assert [("Edition 1", "Edition 2")] == [(c.edition, c.corrected) for c in ledger.corrections]
    assert changes(briefing).empty


class TestDeveloping:
    """An event of the period that moves is developing until two days after the cut-off."""

    def test_what_goes_on_or_is_disputed_in_the_period_develops(
        self, day: Chronology, project: Project
    ) -> None:
        power = "Power was cut"
        before = replace(day, events=tuple(e for e in day.events if power not in e.headline))
        now = altered(later(day), power, lambda e: replace(e, status=Status.ONGOING))
        moved = altered(now, power, lambda e: replace(e, interval=within(now)))
        told = entry(second(before, project, moved), power).change
        assert told is not None
        assert "new; developing until 9 Mar 2031, 20:00 UTC" == told.label

    def test_it_lapses_when_no_more_is_reported(self, day: Chronology, project: Project) -> None:
        edition = issued(day, project)
        power = next(s for s in edition.events if "Power was cut" in s.headline)
        held = replace(power, expires=edition.cutoff + timedelta(hours=20))
        states = tuple(held if s is power else s for s in edition.events)
        past = after(replace(edition, events=states), day)
        briefing = compose(later(day), project, past)
        (group,) = changes(briefing).groups
        assert ("lapsed", "No more reported") == (group.mark, group.title)
        told = entry(briefing, "Power was cut").change
        assert told is not None
        assert "" == told.label

    def test_it_stays_until_then(self, day: Chronology, project: Project) -> None:
        edition = issued(day, project)
        power = next(s for s in edition.events if "Power was cut" in s.headline)
        held = replace(power, expires=edition.cutoff + timedelta(hours=48))
        states = tuple(held if s is power else s for s in edition.events)
        past = after(replace(edition, events=states), day)
        told = entry(compose(later(day), project, past), "Power was cut").change
        assert told is not None
        assert "developing until 8 Mar 2031, 20:00 UTC" == told.label


def within(chronology: Chronology) -> Interval:
    return Interval(start=chronology.cutoff - timedelta(hours=3), end=chronology.cutoff)


def test_without_an_archive_the_brief_is_the_first(day: Chronology, project: Project) -> None:
    briefing = compose(day, project)
    assert "First edition" == briefing.edition_label
    assert briefing.number is None
    assert {None} == {each.change for each in briefing.entries()}
