"""What the archive finds, tells of an event, checks and copies."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen import archive
from briefgen.archive import Query
from briefgen.errors import UsageError
from briefgen.model import Briefing, Chronology

Issue = Callable[[Chronology], Briefing]

FINDS = [
    (Query(text="Vanna"), {"16 drones struck", "Power was cut"}),
    (Query(text="vanna drones"), {"16 drones struck"}),
    (Query(text='"relief column"'), {"The relief column"}),
    (Query(text='"column relief"'), set()),
    (Query(text="pris*"), {"Both governments confirmed"}),
    (Query(text="drones", theater="straits"), set()),
    (Query(theater="uplands"), {"The relief column", "Observers counted"}),
    (Query(topic="power"), {"Power was cut"}),
    (Query(text="storage", since=date(2031, 3, 1)), set()),
    (Query(text="storage", until=date(2031, 2, 12)), {"A storage hall"}),
    (Query(since=date(2031, 2, 9), until=date(2031, 2, 12)), {"A storage hall", "The ferry line"}),
    (Query(until=date(2029, 6, 1)), {"In 2029 the two"}),
    (Query(text="leaflet"), {"A leaflet"}),
    (Query(text="leaflet", since=date(2031, 3, 1)), set()),
]


@pytest.mark.parametrize(("query", "headlines"), FINDS, ids=range(len(FINDS)))
def test_search_meets_words_and_filters(
    place: Path, day: Chronology, issue: Issue, query: Query, headlines: set[str]
) -> None:
    issue(day)
    found = [f.headline for f in archive.search(place, query, UTC)]
    begun = {h for h in headlines if any(h in f for f in found)}
    assert headlines == begun
    missed = [f for f in found if not any(h in f for h in headlines)]
    if query.until != date(2029, 6, 1) and query.since != date(2031, 2, 9):
        assert [] == missed


def test_an_event_is_found_once_as_it_was_told_last(
    place: Path, day: Chronology, next_day: Chronology, issue: Issue
) -> None:
    issue(day)
    issue(next_day)
    (found,) = archive.search(place, Query(text="Sedge storage"), UTC)
    assert (1, 2) == (found.first, found.last)


def test_the_latest_told_come_first_and_no_more_than_asked(
    place: Path, day: Chronology, issue: Issue
) -> None:
    issue(day)
    assert 3 == len(archive.search(place, Query(topic="sea", limit=3), UTC))


@pytest.mark.parametrize("query", [Query(), Query(text=" ** "), Query(text='"')])
def test_a_search_for_nothing_is_refused(
    place: Path, day: Chronology, issue: Issue, query: Query
) -> None:
    issue(day)
    with pytest.raises(UsageError):
        archive.search(place, query, UTC)


class TestAnyWords:
    """Whatever is typed is looked for as words: no sign in it has a meaning to the index."""

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
    @given(text=st.text(st.sampled_from("ab\"*(){}:^-+NEAR OR AND NOT\0ї'é"), max_size=12))
    def test_no_text_breaks_the_search(self, text: str, any_archive: Path) -> None:
        try:
            archive.search(any_archive, Query(text=text), UTC)
        except UsageError:
            assert not any(letter.isalnum() for letter in text)


@pytest.fixture
def any_archive(place: Path, day: Chronology, issue: Issue) -> Path:
    issue(day)
    return place


def test_history_tells_each_edition(
    place: Path, day: Chronology, next_day: Chronology, issue: Issue
) -> None:
    issue(day)
    issue(next_day)
    event = next(e for e in day.events if "16 drones" in e.headline)
    chapters = archive.history(place, event.id[:6])
    assert [(1, "new"), (2, "same")] == [(c.state.edition, c.state.mark.value) for c in chapters]
    assert [day.date, next_day.date] == [c.day for c in chapters]
    assert chapters == archive.history(place, event.id.upper())


def test_history_finds_an_event_by_an_id_that_it_had_later(
    place: Path, day: Chronology, next_day: Chronology, issue: Issue
) -> None:
    issue(day)
    raid = next(e for e in next_day.events if "16 drones" in e.headline)
    renamed = replace(raid, id="feedfacecafe")
    issue(replace(next_day, events=tuple(renamed if e is raid else e for e in next_day.events)))
    assert raid.id == archive.history(place, "feedface")[0].state.lineage
    assert 2 == len(archive.history(place, raid.id))


@pytest.mark.parametrize("wanted", ["", "abc", "0000000000000", "% OR 1", "feed"])
def test_an_id_of_no_event_is_refused(
    place: Path, day: Chronology, issue: Issue, wanted: str
) -> None:
    issue(day)
    with pytest.raises(UsageError):
        archive.history(place, wanted)


SPOILT = [
    ("DELETE FROM event_reports WHERE rank = 0", "no report is kept of it"),
    ("UPDATE reports SET quote = 'invented' WHERE id = 1", "its quote does not stand"),
    ("UPDATE editions SET briefing = x'00'", "its brief is damaged"),
    ("DELETE FROM words WHERE rowid = 1", "search cannot find it"),
    ("DELETE FROM documents WHERE id = (SELECT min(id) FROM documents)", "is not there"),
    ("UPDATE lineages SET latest = NULL WHERE id = 2", "no event that it leads to"),
    ("INSERT INTO parcels VALUES (1, x'00', x'00')", "no letter has it as its body"),
]


@pytest.mark.parametrize(("damage", "told"), SPOILT)
def test_check_tells_what_is_wrong(
    place: Path, day: Chronology, issue: Issue, damage: str, told: str
) -> None:
    issue(day)
    assert () == archive.check(place).problems
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute(damage)
    assert [p for p in archive.check(place).problems if told in p]


def test_a_backup_is_a_whole_archive(
    place: Path, tmp_path: Path, day: Chronology, next_day: Chronology, issue: Issue
) -> None:
    issue(day)
    copy = tmp_path / "copy.sqlite"
    archive.backup(place, copy)
    issue(next_day)
    assert () == archive.check(copy).problems
    assert ("editions", 1) in archive.check(copy).counts
    assert ["archive.sqlite", "copy.sqlite"] == sorted(
        p.name for p in tmp_path.iterdir() if "-" not in p.name
    )
    with pytest.raises(UsageError, match="is there already"):
        archive.backup(place, copy)
