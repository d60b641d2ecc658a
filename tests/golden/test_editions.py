"""Two days of samples, one edition after the other: what changed is as it was read and accepted."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from briefgen import pipeline, writers
from briefgen.knowledge import load_project
from briefgen.model import Briefing, Chronology
from briefgen.model.briefing import ChangesSection, CorrectionsSection
from briefgen.readers import ReadOptions

SAMPLES = Path(__file__).parent.parent.parent / "samples"
WEEK = SAMPLES / "two-days"
DAYS = ("monday", "tuesday")
PROJECT = load_project(WEEK / "briefgen.toml")


def chronicled(day: str) -> Chronology:
    options = ReadOptions(zone=PROJECT.zone, language=PROJECT.language, limits=PROJECT.limits)
    reading = pipeline.read([WEEK / day], options)
    dated = pipeline.day_of(reading.documents, PROJECT)
    assert dated is not None
    return pipeline.chronicle(reading, PROJECT, dated)


@cache
def editions() -> tuple[tuple[Briefing, Chronology], ...]:
    issued = []
    with TemporaryDirectory() as folder:
        for day in DAYS:
            chronology = chronicled(day)
            briefing, record = pipeline.issue(chronology, PROJECT, Path(folder) / "desk.sqlite")
            record()
            issued.append((briefing, chronology))
    return tuple(issued)


def test_both_days_are_as_they_were_read_and_accepted(accept: bool) -> None:
    folder = SAMPLES / "expected" / "two-days"
    for briefing, chronology in editions():
        made = writers.write_all(("md", "html"), briefing, chronology, PROJECT)
        for name, data in made.items():
            golden = folder / name
            if accept:
                folder.mkdir(parents=True, exist_ok=True)
                golden.write_bytes(data)
            assert golden.read_bytes() == data, f"{name} differs; read it, then pytest --accept"


def test_the_second_day_says_what_became_of_the_first() -> None:
    section = next(s for s in editions()[1][0].sections if isinstance(s, ChangesSection))
    told: dict[str, list[object]] = {
        group.mark: [line.text for line in group.lines] or [r.number for r in group.references]
        for group in section.groups
    }
    assert ["corrected", "updated", "closed", "late", "new"] == list(told)
    assert [
        "figures: Three dock workers → Five dock workers",
        "date: 3 May 2031 → 2 May 2031",
    ] == told["corrected"]
    assert "reported as having happened" in told["closed"]


@pytest.mark.parametrize("format", ["md", "html", "eml"])
def test_every_format_tells_every_change(format: str) -> None:  # noqa: A002 (the writers' word)
    briefing, chronology = editions()[1]
    made = writers.write(format, briefing, chronology, PROJECT)
    text = " ".join(made.replace(b"=\r\n", b"").decode("utf-8", "replace").split())
    for section in briefing.sections:
        if isinstance(section, ChangesSection):
            assert [] == [g.title for g in section.groups if g.title not in text]
        if isinstance(section, CorrectionsSection):
            assert 2 == len(section.corrections)
            assert section.title in text
    assert "Three dock workers" in text
