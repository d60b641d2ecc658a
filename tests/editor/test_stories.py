"""Lines that only their article makes clear name it; others do not."""

from datetime import date
from pathlib import Path

import pytest

from briefgen import pipeline
from briefgen.editor.desk import open_desk
from briefgen.editor.leaning import leans
from briefgen.editor.stories import story_of
from briefgen.events.language.lexicon_tables import load_statements
from briefgen.knowledge import load_project
from briefgen.knowledge.cues import languages, read_cues
from briefgen.knowledge.definites import load_definites
from briefgen.model import Basis, Dating, civil_day
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

Garth Rook of Orm painted nine lamp posts on Sunday.

A crane damaged the railing on Sunday.

A storm broke the mast of the ferry Marl on Saturday, and nine windows.
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
    assert told == stories["The council voted for the plan"]
    assert told == stories["A crane damaged the railing"]
    assert told == stories["Nine lorries had to turn back at a toll gate"]
    assert "" == stories["Garth Rook of Orm painted nine lamp posts"]
    assert "" == stories["A storm broke the mast of the ferry Marl"]


PLANT = """BRANTON -- Marlow Foundry Ltd. will close its smelter in Orm in May.

A fire broke out in a furnace of the smelter on Sunday, and nine men were hurt.

Ida Holm, the mayor of Orm, said on Monday that she had talked to the owners.

The blaze was put out after three hours.

It was the second one in a year.
"""


def test_an_article_without_a_title_is_told_by_the_line_that_a_line_leans_on(
    tmp_path: Path,
) -> None:
    page = tmp_path / "plant.txt"
    page.write_text(PLANT, "utf-8")
    project = load_project(None)
    day = date(2026, 3, 17)
    published = Dating(interval=civil_day(day, project.zone), basis=Basis.OPTION, why="given")
    reading = pipeline.read([page], ReadOptions(zone=project.zone, published=published))
    chronology = pipeline.chronicle(reading, project, day)
    desk = open_desk(chronology, project)
    events = (*chronology.events, *chronology.undated)
    stories = {event.headline: story_of(event, event.headline, desk) for event in events}
    blaze = next(story for line, story in stories.items() if line.startswith("The blaze"))
    assert blaze.startswith("Told after “A fire broke out in a furnace of the smelter on 15 Mar")
    smelter = next(story for line, story in stories.items() if line.startswith("A fire"))
    assert "Told after “Marlow Foundry Ltd. will close its smelter in Orm in May 2026”" == smelter
    assert all(not story for line, story in stories.items() if line.startswith("Marlow"))
