"""Naming an event, and telling why its likest neighbours are others."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefgen import pipeline
from briefgen.errors import UsageError
from briefgen.events.language.lexicon_tables import load_statements
from briefgen.events.search import find_event, neighbours, on_the_matter
from briefgen.knowledge import load_project
from briefgen.model import Basis, Chronology, Dating, civil_day
from briefgen.readers import ReadOptions
from briefgen.writers.reasoning import reasoning

PROJECT = load_project(None)
TEXT = """Storm in Orm

The mill at Orm lost its roof on Monday. The mill at Lund lost its sails on Tuesday.

A trawler sank off Sallow on Wednesday."""


def chronology(tmp_path: Path) -> Chronology:
    (tmp_path / "storm.txt").write_text(TEXT, "utf-8")
    day = civil_day(date(2024, 7, 18), UTC)
    published = Dating(interval=day, basis=Basis.OPTION, why="given")
    reading = pipeline.read([tmp_path], ReadOptions(zone=UTC, published=published))
    return pipeline.chronicle(reading, PROJECT, date(2024, 7, 18))


def test_an_event_is_named_by_its_id_its_start_or_its_words(tmp_path: Path) -> None:
    told = chronology(tmp_path)
    trawler = next(e for e in told.events if "trawler" in e.headline)
    for name in (trawler.id, trawler.id.upper(), trawler.id[:7], "trawler sank", "Sank SALLOW"):
        assert trawler == find_event(told, name)


@pytest.mark.parametrize(
    ("wanted", "told"),
    [("mill", "2 events match"), ("balloon", "no event matches"), ("", "no event matches")],
)
def test_else_the_error_names_the_nearest(tmp_path: Path, wanted: str, told: str) -> None:
    events = chronology(tmp_path)
    with pytest.raises(UsageError, match=told) as error:
        find_event(events, wanted)
    assert any(e.id in str(error.value) for e in events.events)


def test_a_chronology_without_events_says_so() -> None:
    day = date(2024, 7, 18)
    empty = Chronology(date=day, cutoff=datetime(2024, 7, 18, tzinfo=UTC), documents=(), events=())
    with pytest.raises(UsageError, match="has no event"):
        find_event(empty, "anything")


def test_the_neighbours_come_with_the_reason_why_they_are_others(tmp_path: Path) -> None:
    told = chronology(tmp_path)
    orm = find_event(told, "mill roof")
    near = neighbours(orm, told, load_statements("en"))
    assert "sails" in near[0].event.headline
    assert near[0].why
    assert orm.id not in {n.event.id for n in near}


def test_the_reasoning_tells_every_report(tmp_path: Path) -> None:
    told = chronology(tmp_path)
    for event in (*told.events, *told.undated):
        lines = reasoning(event, (), told, PROJECT)
        assert lines.startswith(f"{event.id}  {event.headline}\n")
        for report in event.reports:
            assert report.why in lines
            assert f"characters {report.start}–{report.end}" in lines


def test_texts_near_an_event_that_tell_nothing_of_it_are_named(tmp_path: Path) -> None:
    for name, text in {
        "flood": "The Tarn flood drowned the bakery of Vell. Boatmen rescued 30 families.",
        "mill": "After the Tarn flood the bakery of Vell is a ruin. Families thank boatmen.",
        "opera": "A tenor opened the season with an aria that nobody had sung in 40 years.",
    }.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    told = chronology(tmp_path)
    lexicon = load_statements("en")
    ferry = next(e for e in told.events if "30 families" in e.headline)
    near = on_the_matter(ferry, told, lexicon)
    assert ["mill.txt"] == [d.source.path.rpartition("/")[2] for d in near]
    lines = reasoning(ferry, neighbours(ferry, told, lexicon), told, PROJECT, beside=near)
    assert "documents near in their words that tell nothing of it" in lines
