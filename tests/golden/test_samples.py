"""The samples' outputs are what stands in samples/expected, byte for byte, and twice the same."""

import re
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


@cache
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
    chronicled.cache_clear()
    assert first == outputs("real-map", formats)
    assert len(first) == len(formats)


@pytest.mark.parametrize("week", WEEKS)
def test_every_quote_stands_in_its_document(week: str) -> None:
    chronology = chronicled(week)
    texts = {d.id: d.text for d in chronology.documents}
    for event in (*chronology.events, *chronology.undated):
        for report in event.reports:
            assert report.quote == texts[report.document][report.start : report.end]


DATES = re.compile(
    r"\[[^\]]*\]|(?:\d{1,2}(?: \w{3})?(?: \d{4})? ?– ?)?(?:\d{1,2} )?[A-Z][a-z]{2} \d{4}"
)
"""Absolute dates as a headline words them, and the asides in brackets."""
WEEKDAYS = re.compile(r"(?<!“)\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!”)")


@pytest.mark.parametrize("week", WEEKS)
def test_every_figure_of_a_headline_stands_in_a_quote(week: str) -> None:
    chronology = chronicled(week)
    for event in (*chronology.events, *chronology.undated):
        quoted = " ".join(r.quote for r in event.reports)
        figures = re.findall(r"\d[\d,.:]*", DATES.sub("", event.headline))
        assert [f for f in figures if f.rstrip(".,:") not in quoted] == [], event.headline


@pytest.mark.parametrize("week", WEEKS)
def test_no_headline_names_a_bare_weekday(week: str) -> None:
    chronology = chronicled(week)
    for event in (*chronology.events, *chronology.undated):
        assert not WEEKDAYS.search(event.headline), event.headline


def test_the_order_of_the_sources_does_not_matter() -> None:
    project = load_project(SAMPLES / "real-map" / "briefgen.toml")
    options = ReadOptions(zone=project.zone, language=project.language, limits=project.limits)
    files = sorted((SAMPLES / "real-map" / "inbox").iterdir())
    readings = [pipeline.read(order, options) for order in (files, files[::-1])]
    day = pipeline.day_of(readings[0].documents, project)
    assert day is not None
    one, other = (pipeline.chronicle(reading, project, day) for reading in readings)
    assert one == other
