"""A word of a sentence → whether it is a participle about the noun before it: "men *held* in May".

Told alone, such a one lacks a "was", or a "were" where its noun is told of several.
"""

from collections.abc import Sequence

from briefgen.events.brevity.passage import Passage
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import Tense, is_past, tense_of
from briefgen.events.language.words import Word

__all__ = ["is_deed", "is_many", "is_participle"]

NEAR_DATE = 10
"""Words, at most, from a participle to its date."""


def is_participle(passage: Passage, words: Sequence[Word], at: int, head: tuple[int, int]) -> bool:
    """Whether a word is a participle about the noun before it: "a mill sold in 2019 was …"."""
    lexicon, word = passage.lexicon, words[at]
    lower = word.lower
    shape = is_past(lower, lexicon) or lower in lexicon.participles
    never = passage.words.no_participles | passage.words.helping
    if not at or not shape or word.text[:1].isupper() or lower in never:
        return False
    if not _follows_noun(passage, words[at - 1]) or not _is_tied(passage, word):
        return False
    if word.start == head[0] or len(words) - at > NEAR_DATE:
        return False
    ahead = tense_of(passage.wording, (passage.wording.start, word.start), lexicon)
    verb = _host_verb(passage, words[:at], head)
    return verb is not None and ahead is not Tense.FUTURE and verb.lower not in lexicon.verb_forms


def _follows_noun(passage: Passage, before: Word) -> bool:
    """Whether the word before a participle may be a noun."""
    lexicon = passage.lexicon
    shut = lexicon.passive | lexicon.perfect | lexicon.pluperfect | lexicon.present_be
    shut |= lexicon.coordinators | lexicon.pronouns | lexicon.function_words | lexicon.infinitive
    shut |= lexicon.relatives | {*lexicon.determiners} | lexicon.personal | lexicon.introducers
    shut |= lexicon.negations | lexicon.linking
    verb = passage.finite(before.start, before.end)
    return before.lower not in shut and not verb and not passage.is_adverb(before)


def _is_tied(passage: Passage, word: Word) -> bool:
    """Whether a date or a preposition stands right behind a participle."""
    lexicon = passage.lexicon
    after = passage.wording.within((word.end, passage.wording.end))[:1]
    tied = lexicon.introducers | lexicon.date_prepositions | lexicon.ties | lexicon.by
    return bool(after) and (
        after[0].lower in tied or any(m.start <= after[0].start < m.end for m in passage.mentions)
    )


def _host_verb(passage: Passage, words: Sequence[Word], head: tuple[int, int]) -> Word | None:
    """The verb before a participle in its clause; None where the noun may be its subject."""
    for word in reversed(words):
        if word.lower in passage.lexicon.joints | passage.lexicon.subordinators:
            return None
        if passage.finite(word.start, word.end) or word.start == head[0]:
            return word
    return None


def is_deed(word: Word, lexicon: Statements) -> bool:
    """Whether a participle tells a happening: "sold", not "tied"."""
    return lexicon.stem(word.text) in lexicon.happening or word.lower in lexicon.happening_forms


def is_many(noun: str, passage: Passage) -> bool:
    """Whether a noun is told of several: "two men", "the crews", "Holm and Rook"."""
    words = noun.split()
    last = words[-1]
    first = words[0].lower()
    counted = first in passage.words.counts or first[:1].isdigit()
    if counted and first not in passage.words.one:
        return True
    if any(w.lower() in passage.lexicon.joints for w in words):
        return True
    if last[:1].isupper():
        return False
    return last in passage.words.many or (
        last.endswith(passage.words.many_endings)
        and not last.endswith(passage.words.many_endings_never)
    )
