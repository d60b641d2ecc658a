"""The samples' outputs are what stands in samples/expected, byte for byte, and twice the same."""

from functools import cache
from pathlib import Path

import pytest

from briefgen import pipeline, writers
from briefgen.knowledge import load_project
from briefgen.model import Chronology
from briefgen.readers import ReadOptions

SAMPLES = Path(__file__).parent.parent.parent / "samples"
TEXTS = ("md", "html", "json")
WEEKS = ("kestrel-strait", "real-map")


@cache
def outputs(week: str, formats: tuple[str, ...]) -> dict[str, bytes]:
    project = load_project(SAMPLES / week / "briefgen.toml")
    chronology = chronicled(week)
    briefing = pipeline.brief(chronology, project)
    return dict(writers.write_all(formats, briefing, chronology, project))


def chronicled(week: str) -> Chronology:
    project = load_project(SAMPLES / week / "briefgen.toml")
    options = ReadOptions(zone=project.zone, language=project.language, limits=project.limits)
    reading = pipeline.read([SAMPLES / week / "inbox"], options)
    day = pipeline.day_of(reading.documents, project)
    assert day is not None
    return pipeline.chronicle(reading, project, day)


@pytest.mark.parametrize("week", WEEKS)
def test_text_outputs_are_as_they_were_read_and_accepted(week: str, accept: bool) -> None:
    folder = SAMPLES / "expected" / week
    for name, data in outputs(week, TEXTS).items():
        golden = folder / name
        if accept:
            folder.mkdir(parents=True, exist_ok=True)
            golden.write_bytes(data)
        assert golden.read_bytes() == data, f"{name} differs; read it, then pytest --accept"


def test_the_same_input_gives_the_same_bytes_in_every_format() -> None:
    formats = ("md", "html", "eml", "pdf", "json")
    first = outputs("real-map", formats)
    outputs.cache_clear()
    assert first == outputs("real-map", formats)
    assert len(first) == len(formats)


@pytest.mark.parametrize("week", WEEKS)
def test_every_quote_stands_in_its_document(week: str) -> None:
    chronology = chronicled(week)
    texts = {d.id: d.text for d in chronology.documents}
    for event in (*chronology.events, *chronology.undated):
        for report in event.reports:
            assert report.quote == texts[report.document][report.start : report.end]


@pytest.mark.parametrize("week", WEEKS)
def test_every_figure_of_a_headline_stands_in_its_quote_or_its_date(week: str) -> None:
    for event in chronicled(week).events:
        quoted = " ".join(r.quote for r in event.reports)
        plain = event.headline.split()
        figures = [w.strip(".,;:()[]“”’") for w in plain if w[:1].isdigit()]
        made = [f for f in figures if f not in quoted and not f.replace("–", "").isdigit()]
        assert made == [], event.headline
