"""Project + Gazetteer → Surroundings: what reading a document needs to know beside it."""

from dataclasses import dataclass

from briefgen.events.lexicon import Statements, load_statements
from briefgen.knowledge.gazetteer import Gazetteer
from briefgen.knowledge.project import Project

__all__ = ["Surroundings", "surroundings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What gathering needs to know beside the document."""

    project: Project
    gazetteer: Gazetteer
    lexicon: Statements


def surroundings(project: Project, gazetteer: Gazetteer) -> Surroundings:
    """What gathering needs, in the language of the project."""
    lexicon = load_statements(project.language)
    return Surroundings(project=project, gazetteer=gazetteer, lexicon=lexicon)
