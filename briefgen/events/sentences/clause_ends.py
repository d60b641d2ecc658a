"""The words of a clause → its verb, and where it ends.

A clause ends at a comma, at a mark, and at what opens another: "which", "when", an "and" with a
verb. A comma before the region of a place ends none: "in Orm, Aven, on Friday".
"""

from collections.abc import Sequence

from briefgen.events.brevity.passage import Passage
from briefgen.events.language.words import Word

__all__ = ["clause_end", "verb_at_head", "verb_in"]

HARD = ';:—–()"“”«»'
"""Marks over which no clause reaches."""
NEAR_VERB = 3
"""Words, at most, between "which" and its verb, a date not counted."""


def verb_at_head(passage: Passage, words: Sequence[Word]) -> Word | None:
    """The verb with which a clause opens, an adverb or two before it."""
    helping = passage.words.helping | passage.words.past
    for n, word in enumerate(words[:NEAR_VERB]):
        if passage.finite(word.start, word.end) or word.lower in helping:
            return word
        if passage.is_present(words, n):
            return word
        if not passage.is_adverb(word):
            return None
    return None


def verb_in(passage: Passage, words: Sequence[Word]) -> Word | None:
    """The first finite verb among some words."""
    verbs = passage.words.helping | passage.words.past
    return next((w for w in words if passage.finite(w.start, w.end) or w.lower in verbs), None)


def clause_end(passage: Passage, at: int) -> int | None:
    """Where a clause ends that has its verb and its date before an offset; None: not clear."""
    wording, lexicon = passage.wording, passage.lexicon
    end = at
    words = wording.within((at, passage.marks.stop))
    opening = lexicon.subordinators - lexicon.date_prepositions | lexicon.relatives
    for n, word in enumerate(words):
        gap = wording.text[end : word.start]
        if "," in gap and not _goes_on_with_place(passage, words, n):
            break
        if "," in gap and _is_of_more(passage, words, n):
            return None
        if any(mark in gap for mark in HARD):
            break
        verb = passage.finite(word.start, word.end) or word.lower in passage.words.helping
        if word.lower in opening or verb:
            break
        joins = word.lower in lexicon.joints | lexicon.coordinators
        apart = joins or word.lower in passage.words.apart | passage.words.meanwhile
        if apart and _own_verb(passage, words, n):
            break
        end = word.end
    kept = list(wording.within((at, end)))
    loose = lexicon.introducers | lexicon.date_prepositions | lexicon.coordinators
    while kept and kept[-1].lower in loose:
        end = kept.pop().start
    end = len(wording.text[:end].rstrip())
    return end + wording.text.startswith(".,", end)  # "in Orm, Av."


def _is_of_more(passage: Passage, words: Sequence[Word], at: int) -> bool:
    """Whether a place before its region only tells of which thing: "the Orm, Aven, area"."""
    before = passage.wording.within((passage.wording.start, words[at].start))
    while before and before[-1].text[:1].isupper():
        before = before[:-1]
    owned = bool(before) and before[-1].lower in passage.lexicon.determiners
    return owned and any(w.text[:1].islower() for w in words[at + 1 : at + 2])


def _goes_on_with_place(passage: Passage, words: Sequence[Word], at: int) -> bool:
    """Whether a comma parts only a place from its region: "in Orm, Aven, on Friday"."""
    text = passage.wording.text
    before = passage.wording.within((passage.wording.start, words[at].start))[-1:]
    after = words[at + 1 : at + 2]
    closed = not after or "," in text[words[at].end : after[0].start]
    names = bool(before) and before[0].text[:1].isupper() and words[at].text[:1].isupper()
    return names and closed


def _own_verb(passage: Passage, words: Sequence[Word], at: int) -> bool:
    """Whether the words behind a joint have a verb before the next mark."""
    if verb_at_head(passage, words[at + 1 :]) is not None:
        return True
    end = words[at].end
    for word in words[at + 1 :]:
        if "," in passage.wording.text[end : word.start]:
            return False
        if passage.finite(word.start, word.end) or word.lower in passage.words.helping:
            return True
        end = word.end
    return False
