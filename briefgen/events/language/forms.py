"""A word of a sentence → Form: as what it stands there, told from the words before it.

No parser: the last auxiliary before a word, its ending, and the article, number or preposition that
makes it a noun. "Would be delivered" is supposed, "to deliver" an aim, "the delivery" a noun.
"""

from collections.abc import Sequence
from enum import StrEnum

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import is_past
from briefgen.events.language.words import Word

__all__ = ["Form", "form_of"]

REACH = 5
"""Words before a word that may say what it is."""
AGENT = 2
"""Words of "by the guild" that tell it from "by"."""
HYPHEN = "-"
PREFIX = 4
"""Letters before a hyphen, at most, that leave a verb one: "out-sold"."""
SHORTEST_GERUND = 5
"""Letters of a word that its ending alone shows to be a gerund: not "king"."""


class Form(StrEnum):
    """As what a word stands in its sentence."""

    PAST = "past"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    STATE = "state"
    """A participle that tells how something is: "is owned by"."""
    PARTICIPLE = "participle"
    """One that only tells which: "a damaged quay"."""
    PRESENT = "present"
    ONGOING = "ongoing"
    """ "Is building"."""
    GERUND = "gerund"
    AIM = "aim"
    """ "To build"."""
    SUPPOSED = "supposed"
    """ "Will build", "could build"."""
    NOUN = "noun"


def form_of(words: Sequence[Word], at: int, lexicon: Statements) -> Form:
    """As what the word at an index stands among the words of its sentence."""
    lower = lexicon.bare(words[at].lower)
    before = _before(words, at, lexicon)
    last, second = (before[-1:] or [""])[0], (before[-2:-1] or [""])[0]
    supposing = lexicon.conditional | frozenset(lexicon.future)
    if last in lexicon.infinitive and not lower.endswith(lexicon.participle_ending):
        return Form.AIM
    if last in supposing or (second in supposing and last in lexicon.passive | lexicon.perfect):
        return Form.SUPPOSED
    if lower.endswith(lexicon.participle_ending) and len(lower) >= SHORTEST_GERUND:
        return _in_ing(last, lexicon)
    core = lower.rpartition(HYPHEN)[2] if len(lower.partition(HYPHEN)[0]) <= PREFIX else lower
    if is_past(core, lexicon) or core in lexicon.participles or core in lexicon.happening_forms:
        form = _in_ed(last, second, lexicon)
        return Form.PARTICIPLE if form is Form.PAST and _told_of(words, at, last, lexicon) else form
    return _plain(words, at, before, lexicon)


def _before(words: Sequence[Word], at: int, lexicon: Statements) -> list[str]:
    """The few words before, in lower case, those left out that stand between a verb's parts."""
    before = [w.lower for w in words[max(0, at - REACH) : at]]
    between = lexicon.adverbs | lexicon.negations
    while before and (before[-1] in between or before[-1].endswith(lexicon.adverb_ending)):
        before.pop()
    return before


def _in_ing(last: str, lexicon: Statements) -> Form:
    if last in lexicon.passive | lexicon.present_be:
        return Form.ONGOING
    noun = last in lexicon.determiners or last in lexicon.function_words - lexicon.introducers
    return Form.NOUN if noun else Form.GERUND


def _told_of(words: Sequence[Word], at: int, last: str, lexicon: Statements) -> bool:
    """Whether a past form is a participle without an auxiliary: "ships *built* by the guild".

    "Rose by 5 per cent" tells for itself, and so does "helped by lending".
    """
    after = [w.text for w in words[at + 1 : at + 3]]
    if last in lexicon.passive | lexicon.present_be:
        return False
    if words[at].lower in lexicon.participles:
        return True
    if len(after) < AGENT or after[0].lower() not in lexicon.by:
        return False
    deed = after[1].islower() and after[1].endswith(lexicon.participle_ending)
    return not deed and not after[1][:1].isdigit()


def _in_ed(last: str, second: str, lexicon: Statements) -> Form:
    auxiliaries = {last, second}
    if auxiliaries & lexicon.pluperfect:
        return Form.PLUPERFECT
    if auxiliaries & lexicon.perfect:
        return Form.PERFECT
    if last in lexicon.infinitive:
        return Form.AIM
    if last in lexicon.passive | lexicon.present_be:
        return _passive(last, second, lexicon)
    which = last in lexicon.determiners or last in lexicon.function_words
    return Form.PARTICIPLE if which and last not in lexicon.coordinators else Form.PAST


def _passive(last: str, second: str, lexicon: Statements) -> Form:
    """As what a participle behind "was" stands: "was *being* built", "is *to be* built"."""
    if second in lexicon.passive:
        return Form.ONGOING
    if second in lexicon.infinitive:
        return Form.AIM
    return Form.PAST if is_past(last, lexicon) else Form.STATE


def _plain(words: Sequence[Word], at: int, before: Sequence[str], lexicon: Statements) -> Form:
    """What a word without an ending of the past or a participle is: a noun or a present."""
    joins = lexicon.coordinators | lexicon.subordinators | lexicon.passive
    nominal = lexicon.determiners | lexicon.function_words | lexicon.introducers
    last = (before[-1:] or [""])[0]
    after = words[at + 1].lower if at + 1 < len(words) else ""
    subjects = lexicon.pronouns | lexicon.openers_back
    objects = subjects | lexicon.determiners | lexicon.infinitive | lexicon.complementizers
    helping = lexicon.perfect | lexicon.pluperfect | lexicon.conditional | {*lexicon.future}
    shown = words[at].lower.endswith(lexicon.present_ending)
    if shown and last not in nominal and after in objects:
        return Form.PRESENT
    for lower in reversed(before):
        if lower in joins or is_past(lower, lexicon):
            break
        if lower in nominal or lower[:1].isdigit() or lexicon.bare(lower) != lower:
            return Form.NOUN
    if last in subjects | lexicon.subordinators or after in objects:
        return Form.PRESENT
    follows = after in lexicon.function_words | lexicon.introducers | joins
    follows = follows or is_past(after, lexicon) or after in helping
    return Form.PRESENT if shown and after and not follows else Form.NOUN
