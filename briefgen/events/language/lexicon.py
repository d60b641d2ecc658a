"""Statements: the words of a language that tell a report of a happening from talk."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.events.language.grammar import Grammar

__all__ = ["Statements"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements(Grammar):
    """What the words of one language tell, beside its grammar. All in lower case."""

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
    opinions: tuple[str, ...]
    """What makes a sentence somebody's opinion: "I doubt", "don't see"."""
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
    owed: frozenset[str]
    """Right before an "until" these give somebody time: "have until"."""
    grants: frozenset[str]
    """Verbs that do, a few words before it: "gave the crew until"."""
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
    openers: tuple[str, ...]
    lead_in_shapes: tuple[str, ...]
    tail_verbs: tuple[str, ...]
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
    measures: frozenset[str]
    """Nouns of what a firm counts: "sales"."""
    firms: frozenset[str]
    """Nouns for a firm that is named before: "the airline"."""
    humans: frozenset[str]
    """Nouns for somebody without a name, beside titles: "the boy"."""
    ties: frozenset[str]
    """Prepositions, beside the others here, after which a name says where or of what."""
    attribution_phrases: tuple[str, ...]
    backward: tuple[str, ...]
    """How a sentence starts that only says who told what the one before it tells."""
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
