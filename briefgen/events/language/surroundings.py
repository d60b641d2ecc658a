"""Project + Gazetteer → Surroundings: what reading a document needs to know beside it."""

from dataclasses import dataclass

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.lexicon_tables import lexicon_of, load_statements
from briefgen.knowledge.gazetteer import Gazetteer
from briefgen.knowledge.project import Project
from briefgen.model import Document

__all__ = ["Surroundings", "surroundings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What gathering needs to know beside the document."""

    project: Project
    gazetteer: Gazetteer
    lexicon: Statements
    """The statement words of the project's language."""

    def lexicon_of(self, document: Document) -> Statements:
        """The statement words of a document's language; the project's where it has none."""
        return lexicon_of(document.language, self.lexicon)


def surroundings(project: Project, gazetteer: Gazetteer) -> Surroundings:
    """What gathering needs, in the language of the project."""
    lexicon = load_statements(project.language)
    return Surroundings(project=project, gazetteer=gazetteer, lexicon=lexicon)
