"""Editions are numbered, revised where a day is issued anew, and come back as they were kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from briefgen import archive, pipeline
from briefgen.delivery.pages import pages_of
from briefgen.editor import edit
from briefgen.errors import ArchiveError
from briefgen.knowledge.project import Project
from briefgen.model import Briefing, Chronology, Event, EventState, Past, Status
from briefgen.model.briefing import ChangesSection

Issue = Callable[[Chronology], Briefing]


def kept(state: EventState) -> EventState:
    """A state as the archive has it: without the mentions of its reports."""
    reports = tuple(replace(r, mention=None, mentions=()) for r in state.reports)
    return replace(state, reports=reports)


def test_an_edition_comes_back_as_it_was_kept(
    place: Path, day: Chronology, project: Project, issue: Issue
) -> None:
    edition = edit(day, project, Past(number=1))[1]
    issue(day)
    past = archive.past(place, day.date + timedelta(days=1))
    assert past.last is not None
    assert edition.events
    assert tuple(map(kept, edition.events)) == past.last.events
    assert (1, 1, day.date, day.cutoff) == (
        past.last.number,
        past.last.revision,
        past.last.day,
        past.last.cutoff,
    )
    assert edition.period == past.last.period
    assert {s.lineage for s in edition.events} == {s.lineage for s in past.states}
    read = {d.id: replace(d, text="", blocks=(), sentences=(), rows=()) for d in day.documents}
    assert all(read[document.id] == document for document in past.documents)


def test_days_are_numbered_as_they_are_issued(
    day: Chronology, next_day: Chronology, issue: Issue
) -> None:
    assert "Edition 1" == issue(day).edition_label
    assert "Edition 2" == issue(next_day).edition_label


def test_the_first_edition_says_so_and_marks_nothing(day: Chronology, issue: Issue) -> None:
    briefing = issue(day)
    assert "First edition: there is no earlier one to compare with." == briefing.change
    assert {None} == {entry.change for entry in briefing.entries()}
    assert not [s for s in briefing.sections if isinstance(s, ChangesSection)]


def test_a_day_issued_anew_unchanged_is_the_same_edition(
    place: Path, day: Chronology, issue: Issue
) -> None:
    first = issue(day)
    assert first == issue(day)
    assert ("editions", 1) in archive.check(place).counts


def test_a_day_issued_anew_with_a_change_is_a_revision_that_says_what(
    place: Path, day: Chronology, issue: Issue
) -> None:
    issue(day)
    fewer = replace(day, events=day.events[1:])
    revised = issue(fewer)
    assert "Edition 1, revision 2" == revised.edition_label
    section = next(s for s in revised.sections if isinstance(s, ChangesSection))
    assert "What this revision changes" == section.title
    assert ["corrected"] == [group.mark for group in section.groups]
    assert revised == issue(fewer)
    assert "Edition 1, revision 3" == issue(day).edition_label
    assert ("editions", 3) in archive.check(place).counts


def test_a_revision_is_compared_with_the_day_before_it(
    day: Chronology, next_day: Chronology, issue: Issue
) -> None:
    issue(day)
    issue(replace(next_day, events=next_day.events[1:]))
    revised = issue(next_day)
    assert "Since edition 1 of 6 Mar 2031: nothing new, nothing changed." == revised.change
    titles = [s.title for s in revised.sections if isinstance(s, ChangesSection)]
    assert ["What changed since edition 1", "What this revision changes"] == titles


def test_the_ledger_keeps_what_a_revision_corrected(
    place: Path, day: Chronology, next_day: Chronology, issue: Issue
) -> None:
    issue(day)
    issue(replace(day, events=day.events[1:]))
    issue(replace(day, events=day.events[2:]))
    (second, third) = archive.past(place, next_day.date).corrections[::-1]
    assert [(1, 2, 1), (1, 3, 1)] == [(c.edition, c.revision, c.wrong_in) for c in (second, third)]
    assert second.headline.startswith(day.events[0].headline)
    assert () == archive.past(place, day.date + timedelta(days=40)).corrections


def test_an_earlier_day_issued_later_is_compared_with_what_was_before_it(
    day: Chronology, next_day: Chronology, issue: Issue
) -> None:
    issue(next_day)
    briefing = issue(day)
    assert "Edition 2" == briefing.edition_label
    assert "There is no edition of an earlier day to compare with." == briefing.change


def test_an_event_keeps_its_page_until_it_has_ended_whatever_its_id_becomes(
    day: Chronology, next_day: Chronology, project: Project, issue: Issue
) -> None:
    (strike,) = [event for event in day.events if event.status is Status.ONGOING]
    page = f"events/{strike.id}.md"
    over = replace(strike, id="0123456789ab", status=Status.OCCURRED)
    later = replace(next_day, events=tuple(over if e is strike else e for e in day.events))
    briefings = [(issue(one), one) for one in (day, later)]
    for briefing, chronology in briefings:
        assert page in {p.path for p in pages_of(briefing, chronology, project, "plain")}
    after = replace(
        later, date=later.date + timedelta(days=1), cutoff=later.cutoff + timedelta(days=1)
    )
    assert page not in {p.path for p in pages_of(issue(after), after, project, "plain")}


def test_a_sequence_rises_with_each_edition_that_tells_something_else(
    place: Path, day: Chronology, next_day: Chronology, project: Project, issue: Issue
) -> None:
    first = day.events[0]
    moved = replace(first, id="0123456789ab", headline="Another headline")
    later = replace(next_day, events=(moved, *day.events[1:]))

    def told(chronology: Chronology, event: Event) -> tuple[str, int]:
        found = pipeline.serials(chronology, project, place)[event.id]
        return found.lineage, found.sequence

    assert (first.id, 0) == told(day, first)
    issue(day)
    assert (first.id, 0) == told(next_day, first)
    assert (first.id, 1) == told(later, moved)
    issue(later)
    assert (first.id, 1) == told(later, moved)
    issue(day)  # unchanged: the same edition
    assert (first.id, 1) == told(later, moved)
    again = replace(next_day, events=day.events)
    assert (first.id, 2) == told(again, first)
    assert (day.events[1].id, 0) == told(again, day.events[1])


def test_a_dry_look_records_nothing(
    place: Path, day: Chronology, next_day: Chronology, project: Project, issue: Issue
) -> None:
    briefing, record = pipeline.issue(day, project, place, keep=False)
    record()
    assert 1 == briefing.number
    assert not place.exists()
    issue(day)
    pipeline.issue(next_day, project, place, keep=False)[1]()
    assert ("editions", 1) in archive.check(place).counts


def test_two_processes_cannot_issue_one_edition(
    place: Path, day: Chronology, project: Project
) -> None:
    one, other = (pipeline.issue(day, project, place)[1] for _ in range(2))
    one()
    with pytest.raises(ArchiveError, match="was issued by another process meanwhile"):
        other()
    assert ("editions", 1) in archive.check(place).counts


def test_what_was_told_long_ago_is_known_by_its_documents(
    place: Path, day: Chronology, project: Project, issue: Issue
) -> None:
    issue(day)
    later = date(2033, 1, 1)
    assert () == archive.past(place, later).states
    documents = [document.id for document in day.documents]
    known = archive.past(place, later, documents).states
    assert len(edit(day, project)[1].events) == len(known)
