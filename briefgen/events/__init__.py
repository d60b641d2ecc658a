"""Mentions → Reports → Events → Chronology."""

from briefgen.events.chronology import identify, order
from briefgen.events.corrections import correction_notices
from briefgen.events.gather import gather
from briefgen.events.lexicon_tables import LANGUAGES as STATED_IN
from briefgen.events.merge import Group, merge
from briefgen.events.rows import stated
from briefgen.events.surroundings import Surroundings, surroundings

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
