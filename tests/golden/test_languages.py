"""Samples briefed in other languages: as read and accepted, and with no word of ours in English."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from briefgen import pipeline, writers
from briefgen.editor.words import load_words
from briefgen.knowledge import load_project
from briefgen.knowledge.packs import load_theaters, load_topics
from briefgen.readers import ReadOptions

SAMPLES = Path(__file__).parent.parent.parent / "samples"
PACKS = ("russia-ukraine", "world")
EDITIONS = {"real-map": ("inbox",), "two-days": ("monday", "tuesday")}
"""Sample → its days; the last one's edition is looked at."""
CASES = [(week, language) for week in EDITIONS for language in ("de", "uk")]


@cache
def brief(week: str, language: str) -> tuple[str, str]:
    """Name and text of the last edition."""
    plain = load_project(SAMPLES / week / "briefgen.toml")
    project = replace(
        plain,
        language=language,
        theaters=load_theaters(PACKS, None, language),
        topics=load_topics(PACKS, None, language),
    )
    options = ReadOptions(zone=project.zone, language=language, limits=project.limits)
    with TemporaryDirectory() as folder:
        for day in EDITIONS[week]:
            reading = pipeline.read([SAMPLES / week / day], options)
            briefed = pipeline.day_of(reading.documents, project)
            assert briefed is not None
            chronology = pipeline.chronicle(reading, project, briefed)
            briefing, record = pipeline.issue(chronology, project, Path(folder) / "desk.sqlite")
            record()
    ((name, data),) = writers.write_all(("md",), briefing, chronology, project).items()
    return name, data.decode()


@pytest.mark.parametrize(("week", "language"), CASES)
def test_a_brief_is_as_it_was_read_and_accepted(week: str, language: str, accept: bool) -> None:
    name, text = brief(week, language)
    golden = SAMPLES / "expected" / week / name.replace(".md", f".{language}.md")
    if accept:
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert golden.read_text(encoding="utf-8") == text, f"{golden.name}: read it, pytest --accept"


@pytest.mark.parametrize(("week", "language"), CASES)
def test_nothing_of_ours_is_left_in_english(week: str, language: str) -> None:
    """But reasons and notices, which are told in English and stand at the end."""
    _, text = brief(week, language)
    own, found, _ = text.partition(f"\n## {load_words(language).text('sections.record')}\n")
    assert found
    table = load_words("en").table
    ours = {
        word
        for section in ("sections", "notes", "groups", "marks", "matrix", "header", "changes")
        for word in table[section].values()
        if isinstance(word, str) and "{" not in word and len(word.split()) > 1
    }
    assert [] == [word for word in sorted(ours) if word in own]


WEEKDAYS = {
    "de": r"\b(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag\b|\bMittwoch\b",
    "uk": r"\b(?:понеділ|вівтор|серед[аиуі]|четвер|п.ятниц|субот|неділ)\w*",
}


@pytest.mark.parametrize(("week", "language"), CASES)
def test_no_weekday_stands_without_its_date(week: str, language: str) -> None:
    _, text = brief(week, language)
    masthead = next(line for line in text.splitlines() if line.startswith("**"))
    rest = text.replace(masthead, "")
    assert re.search(WEEKDAYS[language], masthead)
    assert not re.search(WEEKDAYS[language], rest)
