"""Lines that only their article makes clear name it; others do not."""

from pathlib import Path

import pytest

from briefgen import pipeline
from briefgen.editor.stories import leans
from briefgen.events.language.lexicon_tables import load_statements
from briefgen.knowledge import load_project
from briefgen.knowledge.cues import languages, read_cues
from briefgen.knowledge.definites import load_definites
from briefgen.readers import ReadOptions

TABLES = {code: read_cues(f"definites.{code}.toml") for code in sorted(languages("definites"))}
LEANING = [(code, line) for code, table in TABLES.items() for line in table["examples"]]
TELLING = [(code, line) for code, table in TABLES.items() for line in table["never"]]


@pytest.mark.parametrize(("language", "line"), LEANING)
def test_a_thing_spoken_of_as_known_leans(language: str, line: str) -> None:
    definites = load_definites(language)
    assert definites is not None
    assert leans(line, definites, load_statements(language))


@pytest.mark.parametrize(("language", "line"), TELLING)
def test_a_line_that_tells_which_is_meant_does_not(language: str, line: str) -> None:
    definites = load_definites(language)
    assert definites is not None
    assert not leans(line, definites, load_statements(language))


ARTICLE = """Marl Bridge to close for repairs

18 March 2026

The Marl Bridge in Tollund will close on Monday for repairs, the council said on Tuesday.

The council voted for the plan on Tuesday.

Nine lorries had to turn back at a toll gate on Tuesday.

A crane damaged the railing on Sunday.

A storm broke the mast of the ferry Marl on Saturday, and with it the railing.
"""


def test_a_line_names_the_article_that_it_leans_on(tmp_path: Path) -> None:
    page = tmp_path / "bridge.txt"
    page.write_text(ARTICLE, "utf-8")
    project = load_project(None)
    reading = pipeline.read([page], ReadOptions(zone=project.zone))
    day = pipeline.day_of(reading.documents, project)
    assert day is not None
    briefing = pipeline.brief(pipeline.chronicle(reading, project, day), project)
    stories = {
        entry.headline.split(" on ")[0]: entry.story
        for s in briefing.sections
        for entry in s.entries()
    }
    told = "In “Marl Bridge to close for repairs”"
    assert told == stories["A crane damaged the railing"]
    assert "" == stories["Nine lorries had to turn back at a toll gate"]
    assert "" == stories["A storm broke the mast of the ferry Marl"]
