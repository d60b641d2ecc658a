"""Grammar: the words and endings of a language that build its sentences, whatever they tell."""

import re
from dataclasses import dataclass

from briefgen.events.language.stems import stem_with

__all__ = ["Bracket", "Grammar"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bracket:
    """An auxiliary that, with a form of the verb further on in its clause, shows a tense."""

    auxiliary: frozenset[str]
    form: re.Pattern[str] | None
    """Of a word, in lower case; None: the auxiliary alone shows it."""
    tense: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """Closed classes and endings of one language, ready to look up. All in lower case."""

    language: str
    future: tuple[str, ...]
    conditional: frozenset[str]
    possible: frozenset[str]
    """What tells that something may be, and is no plan of it: "can"."""
    unreal: tuple[str, ...]
    suppositions: frozenset[str]
    imperatives: frozenset[str]
    future_in_past: frozenset[str]
    """ "Would", in what somebody said: a plan as it was told."""
    ongoing: tuple[str, ...]
    future_ending: tuple[str, ...]
    brackets: tuple[Bracket, ...]
    """Tried in order on each auxiliary, before the lists below."""
    nominal: str
    """The tense of a sentence in which no verb shows one."""
    perfect: frozenset[str]
    pluperfect: frozenset[str]
    present_be: frozenset[str]
    infinitive: frozenset[str]
    """What marks one: "to"."""
    past_forms: frozenset[str]
    participles: frozenset[str]
    """Participles that are no past form: "given"."""
    passive: frozenset[str]
    copulas: frozenset[str]
    """Forms of "to be" that tie a subject to what it is ..."""
    qualifying: frozenset[str]
    """... these left out: "was *also* the head"."""
    by: frozenset[str]
    by_stops: frozenset[str]
    """Prepositions that end the agent of a passive."""
    until_by: bool
    """Whether one word is "until" and "by": of a plan it then names when it is due."""
    negations: frozenset[str]
    """Right before a verb of saying, these unsay it: "has not confirmed"."""
    indefinite: tuple[str, ...]
    """The indefinite article before a consonant and before a vowel; empty where there is none."""
    indefinite_doubtful: tuple[str, ...]
    """Beginnings of words that take the one though their letter wants the other: "hour"."""
    indefinite_numbers: frozenset[str]
    """Numbers that take the one before a vowel: "an 8 July vote"."""
    vowels: frozenset[str]
    date_prepositions: frozenset[str]
    """After these a date stands as it is; elsewhere it gets ``on``."""
    beside: bool
    """Whether a date is put beside the words that it explains, and never in their place."""
    on: str
    the: str
    unknown: str
    possessives: tuple[str, ...]
    """Endings of a possessive."""
    pronouns: frozenset[str]
    personal: frozenset[str]
    of_person: frozenset[str]
    """Pronouns and possessives that mean a person, or a ship; never an office or a company."""
    objects: frozenset[str]
    """Pronouns of whom something is done to: "him"."""
    it: str
    """The pronoun of a thing; empty where there is none."""
    capital_names: bool
    """Whether names, and no common nouns, are told by their capitals, and are not inflected."""
    function_words: frozenset[str]
    """Articles, possessives, prepositions: no name starts with one, no finite verb follows one."""
    noun_before: frozenset[str]
    introducers: frozenset[str]
    coordinators: frozenset[str]
    lead_ins: tuple[str, ...]
    tail_starts: frozenset[str]
    adverbs: frozenset[str]
    adverb_ending: tuple[str, ...]
    time_words: frozenset[str]
    """What a phrase of time is made of: "earlier", "this", "month"; no subject ends so."""
    determiners: frozenset[str]
    demonstratives: frozenset[str]
    owners: frozenset[str]
    """Possessives before a noun: "its Wednesday meeting"."""
    subordinators: frozenset[str]
    """ "That", "after": each opens a clause with a time of its own."""
    relatives: frozenset[str]
    """What opens a clause about the noun before it: "which"."""
    complementizers: frozenset[str]
    postpositions: tuple[str, ...]
    """What follows a claimant: "der Polizei *zufolge*"."""
    as_openers: frozenset[str]
    """ "As X said, ...": what opens such a clause."""
    inversion: bool
    """Whether the subject may follow the verb of saying: "..., sagte X"."""
    verb_second: bool
    """Whether a verb ends a leading phrase where no comma does: "Laut X *wurde* ..."."""
    subject_stops: frozenset[str]
    """What ends a subject that follows its verb: "sagte X *am* Montag"."""
    particles: frozenset[str]
    """Parts of a verb behind its subject: "teilte X *mit*"."""
    elisions: tuple[str, ...]
    """What is written on to the next word: "l'", "qu'"."""
    participle_ending: tuple[str, ...]
    present_ending: tuple[str, ...]
    past_ending: tuple[str, ...]
    past_ending_never: tuple[str, ...]
    never_past: frozenset[str]
    """Words that end as a past form does and are none."""
    done_ending: tuple[str, ...]
    """Endings by which a verb of happening, and no other word, shows that it is done."""
    present_form: tuple[str, ...]
    """Endings by which a verb of happening shows the present tense."""
    ongoing_stems: frozenset[str]
    """Stems of verbs whose present tense says that something goes on: "горить"."""
    happening_ending: tuple[str, ...]
    """Endings with which a stem of happening is a verb, tense or none."""

    @property
    def joints(self) -> frozenset[str]:
        """What joins a sentence, or a clause, to the one before: "and", "but"; no relative."""
        return self.coordinators.intersection(self.lead_ins)

    def bare(self, word: str) -> str:
        """A word without the ending of a possessive."""
        return next((word.removesuffix(p) for p in self.possessives if word.endswith(p)), word)

    def stem(self, word: str) -> str:
        """The Snowball stem of a word."""
        return stem_with(self.language)(word)
