"""Mentions → Reports → Events → Chronology."""

from briefgen.events.chronology import order
from briefgen.events.gather import Surroundings, gather, surroundings
from briefgen.events.merge import Group, merge

__all__ = ["Group", "Surroundings", "gather", "merge", "order", "surroundings"]
