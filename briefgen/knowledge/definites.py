"""cues/definites.*.toml → Definites: by which words a line speaks of a thing as known."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

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
    additives: frozenset[str]
    """Words without which a line stands: "also"."""
    additives_behind: frozenset[str]
    """Behind one of these they stay."""
    additives_before: frozenset[str]
    """Before one of these they stay."""
    back: frozenset[str]
    """Nouns that stand for what was told before, whatever it was: "the move"."""
    superlative: tuple[str, ...]
    """Endings of what tells one of all."""
    superlative_never: frozenset[str]
    """Words that end so and do not."""
    named: frozenset[str]
    """Nouns that a name behind them tells: "the ferry Hestia"."""
    fronted: frozenset[str]
    """Nouns that a name in front of them tells: "the Orm refinery"."""
    others: frozenset[str]
    """What tells one of several, or one that is not known yet."""
    tied: Mapping[str, frozenset[str]]
    """Noun → the prepositions behind which stands of which it is: "the search for …"."""


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
        additives=frozenset(table["additives"]),
        additives_behind=frozenset(table["additives_behind"]),
        additives_before=frozenset(table["additives_before"]),
        back=frozenset(table["back"]),
        superlative=tuple(table["superlative"]),
        superlative_never=frozenset(table["superlative_never"]),
        named=frozenset(table["named"]),
        fronted=frozenset(table["fronted"]),
        others=frozenset(table["others"]),
        tied=_tied(table["tied"]),
    )


def _tied(table: Mapping[str, list[str]]) -> Mapping[str, frozenset[str]]:
    """Preposition → nouns as noun → prepositions."""
    nouns = {noun for listed in table.values() for noun in listed}
    return MappingProxyType(
        {
            noun: frozenset(tie for tie, listed in table.items() if noun in listed)
            for noun in sorted(nouns)
        }
    )
