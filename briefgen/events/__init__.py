"""Mentions → Reports → Events → Chronology."""

from briefgen.events.chronology import identify, order
from briefgen.events.gather import gather
from briefgen.events.language.lexicon_tables import LANGUAGES as STATED_IN
from briefgen.events.language.surroundings import Surroundings, surroundings
from briefgen.events.merging.merge import Group, merge
from briefgen.events.rows import stated
from briefgen.events.sentences.corrections import correction_notices

__all__ = [
    "STATED_IN",
    "Group",
    "Surroundings",
    "correction_notices",
    "gather",
    "identify",
    "merge",
    "order",
    "stated",
    "surroundings",
]
