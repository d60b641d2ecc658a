"""Words of a report → the deeds among them: families of verbs and nouns that may tell the same.

The words are data (knowledge/cues/happenings.LANGUAGE.toml).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.stems import stem_with
from briefgen.events.language.tenses import is_past
from briefgen.knowledge.cues import load_happenings

__all__ = ["Deeds", "deeds_of", "joined", "kin_of", "main_deed"]

PHRASE = 3
"""Words of a phrase that tells a deed, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deeds:
    """The words of happenings of one language, ready to look up."""

    families: Mapping[tuple[str, ...], frozenset[str]]
    """Stems of a word or a phrase → its families."""
    things: Mapping[tuple[str, ...], frozenset[str]]
    """Stem of a word → the kinds of thing that it may be."""
    light: frozenset[str]
    failure: frozenset[str]
    general: frozenset[str]
    persons: frozenset[str]
    titles: frozenset[str]
    endings: tuple[str, ...]
    peoples: tuple[str, ...]


@cache
def deeds_of(language: str) -> Deeds:
    """The words of happenings of a language, as stems."""
    told, stem = load_happenings(language), stem_with(language)

    def looked_up(
        kinds: Mapping[str, tuple[tuple[str, ...], ...]],
    ) -> Mapping[tuple[str, ...], frozenset[str]]:
        found: dict[tuple[str, ...], set[str]] = {}
        for kind, phrases in kinds.items():
            for phrase in phrases:
                found.setdefault(tuple(stem(word) for word in phrase), set()).add(kind)
        return {phrase: frozenset(names) for phrase, names in found.items()}

    return Deeds(
        families=looked_up(told.families),
        things=looked_up(told.things),
        light=told.light,
        failure=frozenset(map(stem, told.failure)),
        general=told.general,
        persons=told.general | told.persons,
        titles=told.titles | frozenset(map(stem, told.titles)),
        endings=told.endings,
        peoples=told.peoples,
    )


def kin_of(
    words: Sequence[str], lexicon: Statements, kinds: Mapping[tuple[str, ...], frozenset[str]]
) -> dict[str, frozenset[str]]:
    """Stem → families of the words, and the phrases, that tell a deed."""
    stems = [lexicon.stem(word) for word in words]
    found: dict[str, frozenset[str]] = {}
    for index in range(len(stems)):
        for length in range(PHRASE, 0, -1):
            families = kinds.get(tuple(stems[index : index + length]))
            if families:
                for word in words[index : index + length]:
                    stem = lexicon.canonical(word)
                    found[stem] = found.get(stem, frozenset()) | families
    return found


def joined(
    one: Mapping[str, frozenset[str]], other: Mapping[str, frozenset[str]]
) -> Mapping[str, frozenset[str]]:
    """Two look-ups in one: what either says of a stem."""
    none: frozenset[str] = frozenset()
    return {key: one.get(key, none) | other.get(key, none) for key in [*one, *other]}


def main_deed(words: Sequence[str], lexicon: Statements, deeds: Deeds) -> frozenset[str]:
    """The families of the first finite verb, helping verbs passed over; itself, without any."""
    if not deeds.families:  # nothing is known of the deeds of this language
        return frozenset()
    bare = -1
    for index, word in enumerate(words):
        if word in lexicon.passive:
            continue
        if word in lexicon.perfect or word in lexicon.pluperfect or _plans(words, index, lexicon):
            bare = index + 1
            continue
        after = words[index - 1] if index else ""
        finite = is_past(word, lexicon) and after not in lexicon.function_words
        if finite or (index == bare and word not in lexicon.function_words):
            return _families(words[index : index + PHRASE], lexicon, deeds)
    return frozenset()


def _families(words: Sequence[str], lexicon: Statements, deeds: Deeds) -> frozenset[str]:
    """The families of the longest phrase that words begin with; none of a light verb alone."""
    stems = tuple(lexicon.stem(word) for word in words)
    for length in range(len(stems), 1, -1):
        if stems[:length] in deeds.families:
            return deeds.families[stems[:length]]
    if words[0] in deeds.light or stems[0] in deeds.light:
        return frozenset()
    return deeds.families.get(stems[:1], frozenset(stems[:1]))


def _plans(words: Sequence[str], index: int, lexicon: Statements) -> bool:
    """Whether a phrase of the future ends with a word: "is *to*", "will"."""
    return any(
        " ".join(words[max(0, index + 1 - size) : index + 1]) in lexicon.future
        for size in range(1, PHRASE + 1)
    )
