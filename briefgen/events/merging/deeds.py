"""Words of a report → the deeds among them: families of verbs and nouns that may tell the same.

The words are data (knowledge/cues/happenings.LANGUAGE.toml).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.stems import stem_with
from briefgen.events.merging.roots import root_of
from briefgen.knowledge.happenings import load_happenings
from briefgen.knowledge.keys import fold

__all__ = ["Deeds", "deeds_of", "families_at", "joined", "kin_of", "kinds_of", "phrase_at"]

NO_ENDING = "\n"
"""What no word ends in."""
PHRASE = 3
"""Words of a phrase that tells a deed, at most."""

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deeds:
    """The words of happenings of one language, ready to look up."""

    families: Mapping[tuple[str, ...], frozenset[str]]
    """Stems of a word or a phrase → its families."""
    things: Mapping[tuple[str, ...], frozenset[str]]
    """Stem of a word → the kinds of thing that it may be."""
    firsts: frozenset[str]
    """Stems with which a deed's word or phrase begins."""
    known: frozenset[str]
    """The names of all families."""
    weak: frozenset[str]
    """Kinds that bind no two tellings: the sides of a war."""
    light: frozenset[str]
    carriers: frozenset[str]
    explains: frozenset[str]
    """Stems."""
    answers: frozenset[str]
    effects: frozenset[str]
    mutual: frozenset[str]
    either: frozenset[str]
    turns: frozenset[tuple[str, str]]
    changes: frozenset[str]
    behind: frozenset[str]
    about: frozenset[str]
    contraries: frozenset[tuple[str, str]]
    """Stems, each pair both ways."""
    ordinals: Mapping[str, int]
    """ "First" → 1."""
    ordinal_endings: tuple[str, ...]
    stages: frozenset[str]
    """Stems of stages of a contest."""
    again: frozenset[str]
    measures: frozenset[str]
    remains: frozenset[str]
    plain: frozenset[str]
    """Stems that tell little: of light verbs, and of "people"."""
    periods: frozenset[str]
    exact: frozenset[str]
    failure: frozenset[str]
    general: frozenset[str]
    persons: frozenset[str]
    titles: frozenset[str]
    endings: tuple[str, ...]
    peoples: tuple[str, ...]
    holders: frozenset[str]
    """What holds places: "district" ..."""
    holding: frozenset[str]
    """... and the stems of these words."""
    regions: tuple[str, ...]
    """Endings of names of whole regions."""
    vowels: str
    """Letters of a name that come and go with its case; none where names have no cases."""
    turned: tuple[tuple[str, str], ...]
    """A last consonant of a name in some case, and that of the name."""
    stem: Callable[[str], str]
    language: str

    def root(self, name: str) -> str:
        """The root of a name in lower case, by which its cases meet."""
        return root_of(name, self.endings, self.vowels, self.turned)

    def titled(self, word: str) -> bool:
        """Whether a word in lower case, in any case of its language, is no name by itself."""
        return word in self.titles or (bool(self.vowels) and self.stem(word) in self.titles)


@lru_cache(maxsize=10_000)
def kinds_of(noun: str, language: str) -> frozenset[str]:
    """The kinds of thing that a noun may be."""
    deeds = deeds_of(language)
    return deeds.things.get((deeds.stem(noun),), frozenset())


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

    families = looked_up(told.families)
    return Deeds(
        families=families,
        firsts=frozenset(phrase[0] for phrase in families),
        things=looked_up(told.things),
        known=frozenset(told.families),
        weak=told.weak,
        light=told.light | frozenset(map(stem, told.light)),
        carriers=told.carriers,
        explains=frozenset(map(stem, told.explains)),
        answers=told.answers,
        effects=told.effects,
        mutual=told.mutual,
        either=told.either,
        turns=told.turns,
        changes=told.changes,
        behind=told.behind,
        about=told.about,
        contraries=frozenset(
            pair for a, b in told.contraries for pair in ((stem(a), stem(b)), (stem(b), stem(a)))
        ),
        ordinals=told.ordinals,
        ordinal_endings=told.ordinal_endings,
        stages=frozenset(map(stem, told.stages)),
        again=told.again,
        measures=told.measures,
        remains=frozenset(map(stem, told.remains)),
        plain=frozenset(map(stem, told.light | told.general | told.plain)),
        periods=told.periods,
        exact=told.exact,
        failure=frozenset(map(stem, told.failure)),
        general=told.general,
        persons=told.general | told.persons,
        titles=told.titles | frozenset(map(stem, told.titles)),
        endings=tuple(map(fold, told.endings)) if told.vowels else told.endings,
        peoples=told.peoples,
        holders=told.holders,
        holding=frozenset(map(stem, told.holders)),
        regions=told.regions or (NO_ENDING,),
        vowels=told.vowels,
        turned=told.turned,
        stem=stem,
        language=language,
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


def families_at(words: Sequence[str], lexicon: Statements, deeds: Deeds) -> frozenset[str]:
    """The families of the longest phrase that words begin with; none of a light verb alone."""
    phrase = phrase_at(words, lexicon, deeds)
    stem = lexicon.stem(words[0])
    if phrase or words[0] in deeds.light or stem in deeds.light:
        return phrase
    return deeds.families.get((stem,), frozenset({stem}))


def phrase_at(words: Sequence[str], lexicon: Statements, deeds: Deeds) -> frozenset[str]:
    """The families of the longest phrase of several words that words begin with."""
    stems = tuple(lexicon.stem(word) for word in words[:PHRASE])
    sizes = range(len(stems), 1, -1)
    return next((deeds.families[stems[:n]] for n in sizes if stems[:n] in deeds.families), _NONE)
