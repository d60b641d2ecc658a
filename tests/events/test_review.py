"""What an analyst's review does to a chronology, and how it finds its events again."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen import library
from briefgen.editor.review_sheet import make_sheet
from briefgen.errors import ReviewError
from briefgen.events.review import read_review, report_key
from briefgen.knowledge.project import Project
from briefgen.model import Chronology, Event, Status
from briefgen.model.review import Review

PAGES = {
    "gazette": "The ferry between Orm and Lund stopped on Wednesday, the operator said. "
    "A fire burned down the mill at Lund on Tuesday. Two hundred people marched in Orm on Monday.",
    "courier": "Fire destroyed the old mill in Lund on Tuesday, the brigade said.",
}


def chronicle(folder: Path, project: Project, review: Review | None = None) -> Chronology:
    return library.chronicle(
        library.read([folder], project), project, date(2026, 3, 13), review=review
    )


@pytest.fixture
def project() -> Project:
    return library.load_project()


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    for name, text in PAGES.items():
        (tmp_path / f"{name}.txt").write_text(f"{name.title()} page\n\n\n{text}\n")
        sidecar = f"publisher: {name.title()}\npublished: 2026-03-12\n"
        (tmp_path / f"{name}.meta.yaml").write_text(sidecar)
    return tmp_path


def told(chronology: Chronology, words: str) -> Event:
    events = (*chronology.events, *chronology.undated)
    return next(e for e in events if any(words in r.quote for r in e.reports))


def rule(event: Event, **keys: str) -> str:
    lines = "".join(f"  {key}: {value}\n" for key, value in keys.items())
    reports = ", ".join(report_key(report) for report in event.reports)
    return f"- event: {event.id}\n  reports: [{reports}]\n{lines}"


def test_a_rejected_event_is_left_out_and_listed(inbox: Path, project: Project) -> None:
    plain = chronicle(inbox, project)
    text = rule(told(plain, "ferry"), decision="reject", note="A hoax")
    ruled = chronicle(inbox, project, read_review(text, "review.yaml", project))
    assert len(plain.events) - 1 == len(ruled.events)
    assert ["review.yaml"] == [
        n.message.split(",")[0] for n in ruled.notices if "A hoax" in n.message
    ]


def test_what_the_desk_changes_stands_beside_what_the_reports_had(
    inbox: Path, project: Project
) -> None:
    march = told(chronicle(inbox, project), "marched")
    text = rule(march, date="2026-03-10", status="ongoing", grade="b2", assessment="A test")
    event = told(chronicle(inbox, project, read_review(text, "review.yaml", project)), "marched")
    assert ("B2", "A test", Status.ONGOING) == (event.grade, event.assessment, event.status)
    assert [("date", "9 Mar 2026", "10 Mar 2026"), ("status", "occurred", "ongoing")] == [
        (edit.field, edit.before, edit.after) for edit in event.edits
    ]


def test_a_redated_event_moves_in_the_order(inbox: Path, project: Project) -> None:
    march = told(chronicle(inbox, project), "marched")
    review = read_review(rule(march, date="12 March 2026"), "review.yaml", project)
    assert "marched" in chronicle(inbox, project, review).events[-1].headline


def test_events_are_put_together_and_parted(inbox: Path, project: Project) -> None:
    plain = chronicle(inbox, project)
    ferry, march = told(plain, "ferry"), told(plain, "marched")
    joined = chronicle(
        inbox, project, read_review(rule(ferry, merge=march.id), "review.yaml", project)
    )
    assert told(joined, "ferry") == told(joined, "marched")
    assert "put together by the review" in told(joined, "ferry").why
    mill = told(plain, "burned down the mill")
    assert 2 == len(mill.reports)
    away = report_key(next(r for r in mill.reports if "brigade" in r.quote))
    parted = chronicle(
        inbox, project, read_review(rule(mill, split=f"[{away}]"), "review.yaml", project)
    )
    assert told(parted, "brigade").id != told(parted, "burned down the mill").id


def test_a_ruling_finds_its_event_by_its_reports_when_the_id_is_another(
    inbox: Path, project: Project
) -> None:
    ferry = told(chronicle(inbox, project), "ferry")
    text = rule(replace(ferry, id="0" * 12), grade="C3")
    ruled = chronicle(inbox, project, read_review(text, "review.yaml", project))
    assert "C3" == told(ruled, "ferry").grade


def test_what_is_not_found_again_is_told(inbox: Path, project: Project) -> None:
    text = "- event: ffffffffffff\n  reports: [00000000]\n  grade: A1\n"
    ruled = chronicle(inbox, project, read_review(text, "review.yaml", project))
    assert any("not among the events" in n.message for n in ruled.notices)


def test_a_headline_with_a_figure_of_its_own_is_told(inbox: Path, project: Project) -> None:
    text = rule(told(chronicle(inbox, project), "ferry"), headline="Ferry 12 of Marlow stopped")
    ruled = chronicle(inbox, project, read_review(text, "review.yaml", project))
    notice = next(n.message for n in ruled.notices if n.stage == "review")
    assert "“12”, “Marlow” stands in no quote" in notice


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- event: a\n  decison: accept\n", 'did you mean “decision”|did you mean "decision"'),
        ("- event: a\n  decision: perhaps\n", "choose from accept, reject"),
        ("- event: a\n  date: next week\n", "no date by itself"),
        ("- event: a\n  grade: Z9\n", "as in B2"),
        ("- event: a\n  topics: [nothing-such]\n", "there is no “nothing-such”"),
        ("- headline: x\n", "block 1: begins with"),
        ("- event: a\n  grade: A1\n- event: a\n  grade: A2\n", "two blocks, 1 and 2"),
        ("event: a\n", "a list of blocks"),
        ("- event: [", "line"),
        ("- event: a\n  headline: [x]\n", "put it in quotes"),
        ("- event: a\n  split: [[[x]]]\n", "report keys"),
    ],
)
def test_a_wrong_file_is_told_by_block_and_key(text: str, told: str, project: Project) -> None:
    with pytest.raises(ReviewError, match=told):
        read_review(text, "review.yaml", project)


def test_a_sheet_offers_every_event_and_decides_nothing(inbox: Path, project: Project) -> None:
    plain = chronicle(inbox, project)
    sheet = make_sheet(plain, project)
    assert (len(plain.events) + len(plain.undated), 0) == (sheet.events, sheet.decided)
    assert () == read_review(sheet.text, "review.yaml", project).rulings


UNWRITABLE = "\ufffe\uffff"
"""What YAML allows in no file."""


@given(
    note=st.text(
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters=UNWRITABLE),
        min_size=1,
        max_size=30,
    )
)
def test_what_was_written_survives_every_later_run(note: str) -> None:
    """The lines of an analyst stay, whatever they say and however often the file is refreshed."""
    project = library.load_project()
    reading = library.read(["-"], project, published="2026-03-12", stdin=PAGES["courier"].encode())
    plain = library.chronicle(reading, project, date(2026, 3, 13))
    (event, *_) = plain.events
    quoted = note.replace("'", "''")
    first = rule(event, note=f"'{quoted}'", grade="B2")
    before = first
    for _ in range(2):
        review = read_review(before, "review.yaml", project)
        ruled = library.chronicle(reading, project, date(2026, 3, 13), review=review)
        before = make_sheet(ruled, project, before=before, review=review).text
        assert review.rulings == read_review(before, "review.yaml", project).rulings
