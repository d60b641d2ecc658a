"""Word of a text → the names that it may be a case of, or be made from.

Endings are data, ``cues/inflection.CODE.toml``. They are read backwards and broadly: what no place
table holds is no name, so a form that nobody uses costs a look-up and nothing more. The endings of
all languages stand together, since a text in one quotes names of another.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from briefgen.knowledge.cues import load_inflections

__all__ = ["Form", "How", "forms", "is_adjective"]

SHORTEST = 2
"""Letters of a word before its ending, at least."""
BARE = 3
"""Letters of a word that has lost its ending (Сум, of Суми), at least."""
LEAST = 3
"""Letters of the first word of a compound, at least."""
LONG = 7
"""Letters of its second word with the adjective's ending, at least."""


class How(StrEnum):
    """How a word comes from a name."""

    CASE = "case"
    """It is the name, in some case: Харкова."""
    MADE = "made"
    """It is an adjective made from the name: харківський."""
    REGION = "region"
    """It names a region by an adjective of its own: Харківщина."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A name that a word may stand for, as a key."""

    key: str
    how: How


@lru_cache(maxsize=65_536)
def forms(key: str) -> tuple[Form, ...]:
    """The names that a word may stand for, itself first. Words in Latin letters stand as they are.

    A name that ends as an adjective does ("харківська", of a region) is MADE as well as a CASE.
    """
    if key.isascii():
        return (Form(key=key, how=How.CASE),)
    cases = tuple(dict.fromkeys([key, *_read(key, "names")]))
    regions = tuple(dict.fromkeys(other for name in cases for other in _read(name, "regions")))
    made = [other for name in (key, *regions) for other in _read(name, "adjectives")]
    made += _compounds(key)
    return (
        *(Form(key=name, how=How.CASE) for name in cases),
        *(Form(key=name, how=How.REGION) for name in regions),
        *(Form(key=name, how=How.MADE) for name in dict.fromkeys(made)),
    )


def _compounds(key: str) -> Iterator[str]:
    """Names of two words that one adjective is made from: "кривий ріг", of криворізький."""
    if not is_adjective(key):
        return
    for inflection in load_inflections():
        for link, endings in inflection.compounds:
            at = key.find(link, LEAST)
            if at < 0 or len(key) - at < LONG:
                continue
            for rest in _read(key[at + len(link) :], "adjectives"):
                yield from (f"{key[:at]}{ending} {rest}" for ending in endings)


def is_adjective(key: str) -> bool:
    """Whether a name ends as an adjective that is made from a name does."""
    return not key.isascii() and any(_read(key, "adjectives"))


def _read(key: str, table: str) -> Iterator[str]:
    """A word with every ending that fits put back, the longest first."""
    for inflection in load_inflections():
        endings: Mapping[str, tuple[str, ...]] = getattr(inflection, table)
        for at in range(SHORTEST, len(key) + (len(key) >= BARE)):
            for other in endings.get(key[at:], ()):
                yield key[:at] + other
