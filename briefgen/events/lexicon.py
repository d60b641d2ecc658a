"""statements.LANG.toml → Statements: the words that tell a report of a happening from talk."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from briefgen.errors import KnowledgeError

__all__ = ["Statements", "load_statements", "phrase_set", "stem_with"]

ALGORITHMS = {"en": "english", "de": "german", "fr": "french", "es": "spanish", "ru": "russian"}
"""Snowball stemmers by ISO 639-1; a language without one is matched by whole words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """The words of one language, ready to look up. All in lower case."""

    language: str
    verbs: Mapping[str, str]
    """Form of a verb of saying → its base form: "said" → "say"."""
    verb_forms: frozenset[str]
    """The forms alone."""
    plain_verb: str
    plain_said: str
    """The verb, and its form, that stand for a saying without a verb of its own."""
    acts: frozenset[str]
    """Base forms of what is itself a happening: to announce, to accuse."""
    denials: frozenset[str]
    confirmations: frozenset[str]
    talk: frozenset[str]
    """Base forms that, with no fact in what is said, make no report."""
    happening: frozenset[str]
    """Stems of verbs of happening."""
    happening_forms: tuple[str, ...]
    """Irregular forms and phrases of happening."""
    nouns: frozenset[str]
    """Stems of nouns that name a happening."""
    future: tuple[str, ...]
    conditional: frozenset[str]
    unreal: tuple[str, ...]
    suppositions: frozenset[str]
    imperatives: frozenset[str]
    nobody: frozenset[str]
    nothing: tuple[str, ...]
    future_in_past: frozenset[str]
    """ "Would", in what somebody said: a plan as it was told."""
    ongoing: tuple[str, ...]
    perfect: frozenset[str]
    pluperfect: frozenset[str]
    present_be: frozenset[str]
    past_forms: frozenset[str]
    passive: frozenset[str]
    owed: frozenset[str]
    """Right before an "until" these give somebody time: "have until"."""
    by: frozenset[str]
    counting: frozenset[str]
    """ "Since", "after": what a comparison counts from."""
    comparison: frozenset[str]
    limiting: frozenset[str]
    """ "Only", right before "until": no comparison."""
    passing: tuple[str, ...]
    subordinate: tuple[str, ...]
    rhetoric: tuple[str, ...]
    rhetoric_stems: frozenset[str]
    openers: tuple[str, ...]
    lead_ins: tuple[str, ...]
    lead_in_shapes: tuple[str, ...]
    tail_verbs: tuple[str, ...]
    date_prepositions: frozenset[str]
    """After these a date stands as it is; elsewhere it gets ``on``."""
    on: str
    the: str
    unknown: str
    possessives: tuple[str, ...]
    """Endings of a possessive."""
    pronouns: frozenset[str]
    personal: frozenset[str]
    anaphora: tuple[str, ...]
    back: tuple[str, ...]
    charges: frozenset[str]
    """What a claim is called by who denies it: "the accusation"."""
    context: frozenset[str]
    """Words that, leading a sentence, need the one before to be understood."""
    openers_back: frozenset[str]
    """Pronouns and possessives that, leading a sentence, mean what the one before was about."""
    of_person: frozenset[str]
    """Those of them that mean a person, or a ship; never an office or a company."""
    function_words: frozenset[str]
    """Articles, possessives, prepositions: no name starts with one, no finite verb follows one."""
    noun_before: frozenset[str]
    introducers: frozenset[str]
    coordinators: frozenset[str]
    tail_starts: frozenset[str]
    adverbs: frozenset[str]
    adverb_ending: str
    determiners: frozenset[str]
    demonstratives: frozenset[str]
    subordinators: frozenset[str]
    """ "That", "after": each opens a clause with a time of its own."""
    complementizers: frozenset[str]
    attribution_phrases: tuple[str, ...]
    participle_ending: str
    present_ending: str
    past_ending: str
    past_ending_never: str
    canon: Mapping[str, str]
    """Stem → stem of the word that stands for all its synonyms."""
    stop: frozenset[str]
    """Words that tell no happening from another."""

    def canonical(self, word: str) -> str:
        """The stem that stands for a word and all its synonyms."""
        stem = self.stem(word)
        return self.canon.get(stem, stem)

    def bare(self, word: str) -> str:
        """A word without the ending of a possessive."""
        return next((word.removesuffix(p) for p in self.possessives if word.endswith(p)), word)

    def stem(self, word: str) -> str:
        """The Snowball stem of a word."""
        return stem_with(self.language)(word)


@cache
def stem_with(language: str) -> Callable[[str], str]:
    """The stemmer of a language; lower-casing alone where Snowball has none."""
    import snowballstemmer  # noqa: PLC0415 (only reading needs it)

    name = ALGORITHMS.get(language)
    if name is None:
        return str.lower
    stemmer = snowballstemmer.stemmer(name)

    @cache
    def stem(word: str) -> str:
        return str(stemmer.stemWord(word.lower()))

    return stem


@cache
def load_statements(language: str) -> Statements:
    """The statement words of a language; English where it has no file of its own.

    Raises KnowledgeError, naming the table and the key, when the file lacks one.
    """
    folder = resources.files("briefgen.knowledge") / "locales"
    file = folder / f"statements.{language}.toml"
    if not file.is_file():
        language = "en"
        file = folder / "statements.en.toml"
    data = tomllib.loads(file.read_text("utf-8"))
    try:
        return _typed(language, data)
    except KeyError as error:
        message = f"statements.{language}.toml: the key {error} is missing; see statements.en.toml"
        raise KnowledgeError(message) from error


def _typed(language: str, data: Mapping[str, Any]) -> Statements:
    stem = stem_with(language)
    happening, tense, background = data["happening"], data["tense"], data["background"]
    rhetoric, headline, anaphora = data["rhetoric"], data["headline"], data["anaphora"]
    grammar, groups = data["grammar"], data["reporting_groups"]
    return Statements(
        language=language,
        verbs={form: base for base, forms in data["reporting"].items() for form in forms},
        verb_forms=frozenset(form for forms in data["reporting"].values() for form in forms),
        plain_verb=groups["plain"]["verb"],
        plain_said=groups["plain"]["said"],
        acts=frozenset(groups["act"]),
        denials=frozenset(groups["denial"]),
        confirmations=frozenset(groups["confirmation"]),
        talk=frozenset(groups["talk"]),
        happening=frozenset(map(stem, happening["stems"])),
        happening_forms=tuple(happening["forms"]),
        nouns=frozenset(map(stem, happening["noun_stems"])),
        future=tuple(tense["future"]),
        conditional=frozenset(tense["conditional"]),
        unreal=tuple(tense["unreal"]),
        suppositions=frozenset(tense["suppositions"]),
        imperatives=frozenset(tense["imperatives"]),
        nobody=frozenset(tense["nobody"]),
        nothing=tuple(tense["nothing"]),
        future_in_past=frozenset(tense["future_in_past"]),
        ongoing=tuple(tense["ongoing"]),
        perfect=frozenset(tense["perfect"]),
        pluperfect=frozenset(tense["pluperfect"]),
        present_be=frozenset(tense["present_be"]),
        past_forms=frozenset(tense["past_forms"]),
        passive=frozenset(tense["passive"]),
        owed=frozenset(tense["owed"]),
        by=frozenset(tense["by"]),
        counting=frozenset(background["counting"]),
        comparison=frozenset(background["comparison"]),
        limiting=frozenset(background["limiting"]),
        passing=tuple(background["passing"]),
        subordinate=tuple(background["subordinate"]),
        rhetoric=tuple(rhetoric["phrases"]),
        rhetoric_stems=frozenset(map(stem, rhetoric["stems"])),
        openers=tuple(rhetoric["openers"]),
        lead_ins=tuple(headline["lead_ins"]),
        lead_in_shapes=tuple(headline["lead_in_shapes"]),
        tail_verbs=tuple(headline["tail_verbs"]),
        date_prepositions=frozenset(headline["date_prepositions"]),
        on=headline["on"],
        the=headline["the"],
        unknown=headline["unknown"],
        possessives=tuple(headline["possessives"]),
        pronouns=frozenset(headline["pronouns"]),
        personal=frozenset(headline["personal"]),
        anaphora=tuple(anaphora["starts"]),
        back=tuple(anaphora["back"]),
        charges=frozenset(anaphora["charges"]),
        context=frozenset(anaphora["context"]),
        openers_back=frozenset(anaphora["openers"]),
        of_person=frozenset(anaphora["person"]),
        function_words=frozenset(grammar["function_words"]),
        noun_before=frozenset(grammar["noun_before"]),
        introducers=frozenset(grammar["introducers"]),
        coordinators=frozenset(grammar["coordinators"]),
        tail_starts=frozenset(grammar["tail_starts"]),
        adverbs=frozenset(grammar["adverbs"]),
        adverb_ending=grammar["adverb_ending"],
        determiners=frozenset(grammar["determiners"]),
        demonstratives=frozenset(grammar["demonstratives"]),
        subordinators=frozenset(grammar["subordinators"]),
        complementizers=frozenset(grammar["complementizers"]),
        attribution_phrases=tuple(grammar["attribution_phrases"]),
        participle_ending=grammar["participle_ending"],
        present_ending=grammar["present_ending"],
        past_ending=grammar["past_ending"],
        past_ending_never=grammar["past_ending_never"],
        canon={stem(w): stem(base) for base, ws in data["synonyms"].items() for w in ws},
        stop=frozenset(data["stop"]["words"]),
    )


def phrase_set(text: str, phrases: tuple[str, ...]) -> tuple[str, ...]:
    """The phrases that stand in a lower-case text as whole words, in their listed order."""
    padded = f" {text} "
    return tuple(p for p in phrases if p in padded and _whole(padded, p))


def _whole(padded: str, phrase: str) -> bool:
    at = padded.find(phrase)
    while at >= 0:
        before, after = padded[at - 1], padded[at + len(phrase)]
        if not before.isalnum() and not after.isalnum():
            return True
        at = padded.find(phrase, at + 1)
    return False
