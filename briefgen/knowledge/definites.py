"""cues/definites.*.toml → Definites: by which words a line speaks of a thing as known."""

from dataclasses import dataclass
from functools import cache

from briefgen.knowledge.cues import languages, read_cues

__all__ = ["Definites", "load_definites"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Definites:
    """The words of one language; see cues/definites.en.toml. All in lower case."""

    openers: frozenset[str]
    """Articles and demonstratives."""
    telling: frozenset[str]
    """What tells, behind a noun, which is meant."""
    ends: frozenset[str]
    """Words at which a noun's phrase ends."""
    known: frozenset[str]
    """Nouns of which everybody knows which is meant."""


@cache
def load_definites(language: str = "en") -> Definites | None:
    """The words of a language; None where it has no table."""
    if language not in languages("definites"):
        return None
    table = read_cues(f"definites.{language}.toml")
    return Definites(
        openers=frozenset(table["openers"]),
        telling=frozenset(table["telling"]),
        ends=frozenset(table["ends"]),
        known=frozenset(table["known"]),
    )
