"""Two Features → the respect in which they tell two happenings: a knife and a car, two drugs.

The respects, and the kinds of each that exclude one another, are data
(knowledge/cues/aspects.LANGUAGE.toml).
"""

from collections.abc import Mapping, Sequence
from functools import cache

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.stems import stem_with
from briefgen.knowledge.aspects import load_aspects

__all__ = ["kinds_in", "other_kind"]

PHRASE = 3
"""Words of a phrase, at most."""

_NONE: frozenset[str] = frozenset()


def kinds_in(words: Sequence[str], lexicon: Statements) -> Mapping[str, frozenset[str]]:
    """Respect → the kinds that words in lower case tell of it, by their longest phrases.

    Where only the first one told counts, whose a thing is counts not: "*parliament's* committee".
    """
    all_stems = [lexicon.stem(lexicon.bare(word)) for word in words]
    plain = ["" if lexicon.bare(w) != w else s for w, s in zip(words, all_stems, strict=True)]
    told: dict[str, set[str]] = {}
    firsts = {aspect.name for aspect in load_aspects(lexicon.language) if aspect.first}
    for respect, known in _words(lexicon.language).items():
        stems = plain if respect in firsts else all_stems
        place = 0
        while place < len(stems):
            sizes = range(min(PHRASE, len(stems) - place), 0, -1)
            size = next((n for n in sizes if tuple(stems[place : place + n]) in known), 0)
            if size:
                told.setdefault(respect, set()).update(known[tuple(stems[place : place + size])])
            if respect in firsts and told.get(respect):
                break
            place += size or 1
    return {respect: frozenset(kinds) for respect, kinds in told.items() if kinds}


def other_kind(
    one: tuple[Mapping[str, frozenset[str]], frozenset[str]],
    other: tuple[Mapping[str, frozenset[str]], frozenset[str]],
    language: str,
) -> str | None:
    """That two tell kinds of one respect that exclude each other, in words; None otherwise.

    Of each: the kinds of each respect, and the families of the deeds that it tells.
    """
    (mine, deeds), (theirs, others) = one, other
    for aspect in load_aspects(language):
        left, right = mine.get(aspect.name, _NONE), theirs.get(aspect.name, _NONE)
        if not left or not right or left & right:
            continue
        if aspect.of.isdisjoint(deeds) or aspect.of.isdisjoint(others):
            continue
        if not any((a, b) in aspect.alike for a in left for b in right):
            a, b = sorted((min(left), min(right)))
            return f"they differ in {aspect.name} ({a}, {b})"
    return None


@cache
def _words(language: str) -> Mapping[str, Mapping[tuple[str, ...], frozenset[str]]]:
    """Respect → stems of a word or a phrase → the kinds that it tells."""
    stem = stem_with(language)
    known: dict[str, dict[tuple[str, ...], frozenset[str]]] = {}
    for aspect in load_aspects(language):
        found = known.setdefault(aspect.name, {})
        for kind, phrases in aspect.kinds.items():
            for phrase in phrases:
                stems = tuple(map(stem, phrase))
                found[stems] = found.get(stems, _NONE) | {kind}
        found |= {tuple(map(stem, phrase)): _NONE for phrase in aspect.nothing}
    return known
