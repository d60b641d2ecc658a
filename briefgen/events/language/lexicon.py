"""Statements: the words of a language that tell a report of a happening from talk."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefgen.events.language.stems import stem_with

__all__ = ["Bracket", "Statements", "phrase_set"]

_RUN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bracket:
    """An auxiliary that, with a form of the verb further on in its clause, shows a tense."""

    auxiliary: frozenset[str]
    form: re.Pattern[str] | None
    """Of a word, in lower case; None: the auxiliary alone shows it."""
    tense: str


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
    performing: frozenset[str]
    """Base forms that do what they say, of a thing: to announce a purchase."""
    announcing: frozenset[str]
    """Base forms that make news of a plan without a day: "will send engineers, it announced"."""
    warnings: frozenset[str]
    """Base forms that are news in themselves, said of what may come."""
    denials: frozenset[str]
    one_sided: frozenset[str]
    """Base verbs of which a claim is made, and not a report."""
    confirmations: frozenset[str]
    of_claims: frozenset[str]
    """Forms that deny where they are about a claim ("dismissed the reports"), else tell a deed."""
    media: frozenset[str]
    """Who passes on what others say: "media", "newspaper"."""
    citing: frozenset[str]
    """ "The agency, *citing* two officials, reported"."""
    quoting: frozenset[str]
    """ "The radio *quoted* her as saying that"."""
    negations: frozenset[str]
    """Right before a verb of saying, these unsay it: "has not confirmed"."""
    stagings: tuple[str, ...]
    """How a page stages a saying: "dropped a bombshell, revealing that …"."""
    talk: frozenset[str]
    """Base forms that, with no fact in what is said, make no report."""
    stance_stems: frozenset[str]
    """Nouns of what somebody thinks or feels: to declare one's readiness does nothing."""
    happening: frozenset[str]
    """Stems of verbs of happening."""
    done: frozenset[str]
    """Those, and stems that are one only where they are inflected: "plunged", not a plunge."""
    happening_forms: tuple[str, ...]
    """Irregular forms and phrases of happening."""
    nouns: frozenset[str]
    """Stems of nouns that name a happening."""
    future: tuple[str, ...]
    conditional: frozenset[str]
    possible: frozenset[str]
    """What tells that something may be, and is no plan of it: "can"."""
    opinions: tuple[str, ...]
    """What makes a sentence somebody's opinion: "I doubt", "don't see"."""
    unreal: tuple[str, ...]
    suppositions: frozenset[str]
    imperatives: frozenset[str]
    nobody: frozenset[str]
    nothing: tuple[str, ...]
    explaining: tuple[str, ...]
    """What opens a headline that only asks or explains, or its tail: "…: що відомо"."""
    desk: tuple[str, ...]
    """What a newsroom says of its own work: "could not be reached for comment"."""
    addressing: frozenset[str]
    """Words to a reader: "you"."""
    interjections: frozenset[str]
    standing: frozenset[str]
    """Forms of verbs that tell, in the present, what is always so: "houses"."""
    usual: frozenset[str]
    """Those that do where no date is beside them: "operates"."""
    holding: frozenset[str]
    """Verbs of owning, of a share ..."""
    held: frozenset[str]
    """... or of one of these: "stake"."""
    copulas: frozenset[str]
    """Forms of "to be" that tie a subject to what it is ..."""
    qualifying: frozenset[str]
    """... these left out: "was *also* the head"."""
    classing: frozenset[str]
    """Words that, like an article, open what it is: "one of", "among"."""
    eventful: frozenset[str]
    """What to be, or to have, is news: "the scene of", "the last day to"."""
    arguing: tuple[str, ...]
    """Phrases with which a page argues, weighs or guesses: "in some respects"."""
    musing: tuple[str, ...]
    """Those with which a speaker does: "I think"."""
    attached: frozenset[str]
    """Participles that, behind a comma, belong to a noun: ", priced at 99"."""
    pundits: frozenset[str]
    """Speakers who are no party to what they speak of: "analyst"."""
    capable: frozenset[str]
    """Auxiliaries of what may be done at any time ..."""
    anew: frozenset[str]
    """... unless one of these follows: "can now be used"."""
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
    owed: frozenset[str]
    """Right before an "until" these give somebody time: "have until"."""
    grants: frozenset[str]
    """Verbs that do, a few words before it: "gave the crew until"."""
    by: frozenset[str]
    by_stops: frozenset[str]
    """Prepositions that end the agent of a passive."""
    counting: frozenset[str]
    """ "Since", "after": what a comparison counts from."""
    comparison: frozenset[str]
    comparing: frozenset[str]
    """ "Compared": after it a date is that of what something is compared with."""
    than: frozenset[str]
    """The same right before a date: "than in May"."""
    rated: frozenset[str]
    """Prepositions that do so after a rate: "up 12 per cent *from*" ..."""
    rates: frozenset[str]
    """... and the last word of a rate, where it is no sign."""
    levels: frozenset[str]
    """Prepositions that do so before a figure: "*from* 40 in May"."""
    account: frozenset[str]
    """Prepositions that lead to the time that a report is about: "reported a loss *for* May"."""
    until_by: bool
    """Whether one word is "until" and "by": of a plan it then names when it is due."""
    naming: frozenset[str]
    """Between a name and its year: "the Harbour Act *of* 1989"."""
    instead: frozenset[str]
    """ "But", before the right one of two dates: "not on Monday *but* on Friday"."""
    changed: frozenset[str]
    """ "Originally", before a plan that has been changed ..."""
    plans: frozenset[str]
    """... and what is said of a plan: "planned", "due"."""
    owing: frozenset[str]
    """Prepositions behind which a date before a noun tells which is meant ..."""
    tried: frozenset[str]
    trying: frozenset[str]
    """... and those that do so behind one of ``tried``: "indicted in"."""
    edges: frozenset[str]
    """Parts of a time: "the start of"."""
    limiting: frozenset[str]
    """ "Only", right before "until": no comparison."""
    passing: tuple[str, ...]
    subordinate: tuple[str, ...]
    rhetoric: tuple[str, ...]
    rhetoric_stems: frozenset[str]
    voice_stems: frozenset[str]
    """Stems of verbs with which a page tells what it makes of things: "underscore"."""
    voice_phrases: frozenset[str]
    """The same, of two words: "shows how"."""
    linking: frozenset[str]
    """Verbs that, beside those of being, tie a verdict to its subject: "remains", "proved"."""
    verdict_stems: frozenset[str]
    """Stems of what things are called in a verdict: "crucial"."""
    rubrics: frozenset[str]
    """Before the colon of a title that reports nothing: "opinion", "in pictures"."""
    asking: frozenset[str]
    """Words with which a title opens that asks, or explains: "why"."""
    hype: frozenset[str]
    """Adjectives that only dress a fact: "staggering"; what somebody says keeps them."""
    hype_adverbs: frozenset[str]
    """Adverbs that do: "dramatically"."""
    kept_after: frozenset[str]
    """Words that give a judgment to somebody: "called it a brutal attack"."""
    harm: frozenset[str]
    """What a sentence that only tells how little came of it denies: "casualties"."""
    without: frozenset[str]
    """ "No", "nobody", at its start."""
    indefinite: tuple[str, ...]
    """The indefinite article before a consonant and before a vowel; empty where there is none."""
    indefinite_doubtful: tuple[str, ...]
    """Beginnings of words that take the one though their letter wants the other: "hour"."""
    indefinite_numbers: frozenset[str]
    """Numbers that take the one before a vowel: "an 8 July vote"."""
    vowels: frozenset[str]
    openers: tuple[str, ...]
    lead_ins: tuple[str, ...]
    lead_in_shapes: tuple[str, ...]
    tail_verbs: tuple[str, ...]
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
    capital_names: bool
    """Whether names, and no common nouns, are told by their capitals, and are not inflected."""
    honorifics: frozenset[str]
    """ "Mr", before a surname."""
    honorifics_many: frozenset[str]
    """Those of them before several: "Messrs"."""
    titles: frozenset[str]
    """What somebody is called beside a name: "governor", "spokesman"."""
    anaphora: tuple[str, ...]
    back: tuple[str, ...]
    charges: frozenset[str]
    """What a claim is called by who denies it: "the accusation"."""
    context: frozenset[str]
    """Words that, leading a sentence, need the one before to be understood."""
    openers_back: frozenset[str]
    """Pronouns and possessives that, leading a sentence, mean what the one before was about."""
    of_many: frozenset[str]
    """Those of them that mean several, or a group ..."""
    groups: frozenset[str]
    """... and nouns in the singular that they may mean: "the crew"."""
    organisations: frozenset[str]
    """Words in the name of what is no person: "Inc", "ministry"."""
    pairs: frozenset[str]
    """Those of ``context`` that need it even before a noun: "both yards"."""
    pointing: frozenset[str]
    """ "This", "such": before a noun that the sentence before tells of."""
    hanging: tuple[str, ...]
    """Phrases that, leading a sentence, count from a time that the one before tells."""
    objects: frozenset[str]
    """Pronouns of whom something is done to: "him"."""
    measures: frozenset[str]
    """Nouns of what a firm counts: "sales"."""
    firms: frozenset[str]
    """Nouns for a firm that is named before: "the airline"."""
    humans: frozenset[str]
    """Nouns for somebody without a name, beside titles: "the boy"."""
    ties: frozenset[str]
    """Prepositions, beside the others here, after which a name says where or of what."""
    it: str
    """The pronoun of a thing; empty where there is none."""
    of_person: frozenset[str]
    """Those of them that mean a person, or a ship; never an office or a company."""
    function_words: frozenset[str]
    """Articles, possessives, prepositions: no name starts with one, no finite verb follows one."""
    noun_before: frozenset[str]
    introducers: frozenset[str]
    coordinators: frozenset[str]
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
    attribution_phrases: tuple[str, ...]
    postpositions: tuple[str, ...]
    """What follows a claimant: "der Polizei *zufolge*"."""
    backward: tuple[str, ...]
    """How a sentence starts that only says who told what the one before it tells."""
    as_openers: frozenset[str]
    """ "As X said, ...": what opens such a clause."""
    inversion: bool
    """Whether the subject may follow the verb of saying: "..., sagte X"."""
    verb_second: bool
    """Whether a verb ends a leading phrase where no comma does: "Laut X *wurde* ..."."""
    signed: bool
    """Whether a short name before a colon, or after a last dash, is the speaker's."""
    offices: frozenset[str]
    """Words for speakers without a name that sign: "– мер"."""
    about: frozenset[str]
    """What a speaker who signs may add: "X *про* вибух: …"."""
    impersonal: frozenset[str]
    """Forms of saying without a subject: "повідомили *в* ДСНС", they told at the service."""
    impersonal_in: frozenset[str]
    channels: frozenset[str]
    """Where things are said, between a verb and its subject: "повідомив у Telegram X"."""
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
    correction_openers: frozenset[str]
    """With one of these and a colon a block corrects what the publisher told before."""
    corrections: tuple[str, ...]
    """Phrases of a publisher about its own text: "an earlier version of this article"."""
    correcting: tuple[str, ...]
    """Words of a report that mends what somebody, not its publisher, told: "revised its"."""
    failed: tuple[str, ...]
    """What tells that something did not come about: "called off", "in vain"."""
    unmet: tuple[str, ...]
    """What tells so right before its verb: "did not", "failed to"."""
    canon: Mapping[str, str]
    """Stem → stem of the word that stands for all its synonyms."""
    stop: frozenset[str]
    """Words that tell no happening from another."""

    def canonical(self, word: str) -> str:
        """The stem that stands for a word and all its synonyms."""
        stem = self.stem(word)
        return self.canon.get(stem, stem)

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


def phrase_set(text: str, phrases: tuple[str, ...]) -> tuple[str, ...]:
    """The phrases that stand in a lower-case text as whole words, in their listed order."""
    single, longer = _parted(phrases)
    padded = f" {text} "
    hits = [(single[run], run) for run in set(_RUN.findall(text)) if run in single]
    hits += [(at, p) for at, p in longer if p in padded and _whole(padded, p)]
    return tuple(phrase for _, phrase in sorted(hits))


@lru_cache(maxsize=512)
def _parted(
    phrases: tuple[str, ...],
) -> tuple[Mapping[str, int], tuple[tuple[int, str], ...]]:
    """Phrases of one plain word, with their place in the list, and the others."""
    places = {phrase: at for at, phrase in reversed(list(enumerate(phrases)))}
    single = {phrase: at for phrase, at in places.items() if phrase.isalnum()}
    return single, tuple((at, p) for p, at in places.items() if p not in single)


def _whole(padded: str, phrase: str) -> bool:
    at = padded.find(phrase)
    while at >= 0:
        before, after = padded[at - 1], padded[at + len(phrase)]
        if not before.isalnum() and not after.isalnum():
            return True
        at = padded.find(phrase, at + 1)
    return False
