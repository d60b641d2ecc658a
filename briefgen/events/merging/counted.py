"""The words of a report → what it counts, and what it tells of one alone."""

from collections.abc import Mapping, Sequence

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import is_past
from briefgen.events.language.words import Word
from briefgen.events.merging.deeds import Deeds
from briefgen.knowledge.cues import Numbers
from briefgen.model import Quantity

__all__ = ["DISTINCT", "PERSON", "counts_in", "is_figure", "single_in", "unit_of"]

DISTINCT = 10
"""From here on a figure is no everyday number."""
PERSON = "person"
ADJECTIVES = 2
"""Words between an article and its noun, at most."""


def unit_of(quantity: Quantity, deeds: Deeds, numbers: Numbers) -> str:
    """What a figure counts; persons, where a people is named: "550 Sorrandi"."""
    last = quantity.text.split()[-1]
    people = last[0].isupper() and not last.isupper() and bool(deeds.general)
    people = people and last.lower() not in numbers.plurals
    return PERSON if people else quantity.unit


def counts_in(figures: Mapping[str, frozenset[float]]) -> frozenset[str]:
    """A key for each figure that is no everyday number."""
    return frozenset(f"{v:g} {u}" for u in figures for v in figures[u] if v >= DISTINCT)


def is_figure(word: Word, numbers: Numbers) -> bool:
    """Whether a word is a number, in digits or not; an ordinal is none: it tells which one."""
    if word.text[0].isdigit():
        return not word.text[-1].isalpha()
    known = numbers.values.keys() | numbers.scales.keys() | numbers.vague.keys()
    return all(part in known for part in word.lower.split("-"))


def single_in(words: Sequence[Word], lexicon: Statements, numbers: Numbers) -> frozenset[str]:
    """The nouns behind an indefinite article, at the end of their phrase."""
    found = set()
    for at, word in enumerate(words):
        if word.lower not in numbers.a:
            continue
        for place in range(at + 1, min(at + 2 + ADJECTIVES, len(words))):
            noun, after = words[place], words[place + 1] if place + 1 < len(words) else None
            if after is None or after.start > noun.end + 1 or _closes(after, lexicon, numbers):
                if after is None or after.lower not in numbers.joined:
                    found.add(noun.lower)
                break
    return frozenset(found)


def _closes(word: Word, lexicon: Statements, numbers: Numbers) -> bool:
    """Whether no noun phrase goes on with a word."""
    plain = word.lower in lexicon.function_words or word.lower in numbers.stop
    return plain or is_past(word.lower, lexicon)
