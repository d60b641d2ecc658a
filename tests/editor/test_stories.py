"""Lines that only their article makes clear name it; others do not."""

import pytest

from briefgen.editor.stories import leans
from briefgen.events.language.lexicon_tables import load_statements
from briefgen.knowledge.cues import languages, read_cues
from briefgen.knowledge.definites import load_definites

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
