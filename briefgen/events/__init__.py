"""Mentions → Reports → Events → Chronology."""

from briefgen.events.chronology import identify, order
from briefgen.events.gather import gather
from briefgen.events.merge import Group, merge
from briefgen.events.rows import stated
from briefgen.events.surroundings import Surroundings, surroundings

__all__ = [
    "Group",
    "Surroundings",
    "gather",
    "identify",
    "merge",
    "order",
    "stated",
    "surroundings",
]
