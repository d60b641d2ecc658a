"""A verb with a date beside a noun → the clause that it makes alone, and its subject.

"The president toured the Orm bridge, which opened in 2015, and left" tells of 2015 that the Orm
bridge opened: the noun before the comma, where its bounds are clear, and the words behind "which".
"""

from collections.abc import Sequence

from briefgen.events.brevity.passage import Passage
from briefgen.events.language.words import Word
from briefgen.model import Mention

__all__ = ["clause_beside", "joined_at"]

MOST_SUBJECT = 8
"""Words of a subject in front of its verb, at most."""
MOST_NOUN = 3
"""Words behind the article of a noun that is no subject, at most."""


def clause_beside(
    passage: Passage, verb: Word, date: Mention
) -> tuple[tuple[int, int], str] | None:
    """The stretch behind "which" or "who" up to its comma, and the words that these stand for.

    None where what they stand for is not clear, or somebody says so.
    """
    segments, saying = passage.marks.segments, passage.saying
    at = next((n for n, s in enumerate(segments) if s.start <= verb.start < s.end), 0)
    if not at or not segments[at].start <= date.start < segments[at].end:
        return None
    if saying is not None and saying.content[0] <= verb.start < saying.content[1]:
        return None
    words = passage.within(segments[at])
    between = [w for w in words[1:] if w.start < verb.start]
    opens = words[0].lower in passage.lexicon.relatives & passage.lexicon.coordinators
    if not opens or not all(map(passage.is_adverb, between)) or words[0].quoted:
        return None
    noun = _noun_before(passage, at)
    return ((words[1].start, segments[at].end), noun) if noun else None


def _noun_before(passage: Passage, at: int) -> str | None:
    """The noun with all that belongs to it right before a segment."""
    segment = passage.marks.segments[at - 1]
    words = passage.within(segment)
    if not words or any(w.quoted for w in words) or _is_aside(passage, at - 1):
        return None
    text = passage.wording.text
    if any(
        bracket[0] >= segment.start
        for bracket in passage.marks.brackets
        if bracket[0] < segment.end
    ):
        return None
    if passage.unfinished(segment.end):
        whole = at == 1 and not passage.leads_in(segment) and len(words) <= MOST_SUBJECT
        lower = {w.lower for w in words}
        plain = not lower & (passage.lexicon.pronouns | passage.lexicon.owners)
        dated = any(segment.start <= m.start < segment.end for m in passage.mentions)
        return text[words[0].start : segment.end].strip() if whole and plain and not dated else None
    start = _name_start(passage, words) or _article_start(passage, words)
    return text[start : segment.end].strip() if start is not None else None


def _is_aside(passage: Passage, at: int) -> bool:
    """Whether a segment itself stands beside a noun, or in a list: "Orm, Aven, which …"."""
    words = passage.within(passage.marks.segments[at])
    return at > 0 and passage.main_verb(words[0].start, words[-1].end) is None


def _name_start(passage: Passage, words: Sequence[Word]) -> int | None:
    """Where a name at the end of some words starts, its article with it; None where it is part."""
    lexicon, text = passage.lexicon, passage.wording.text
    at = len(words)
    while at and words[at - 1].text[:1].isupper():
        joined = at == len(words) or text[words[at - 1].end : words[at].start] == " "
        if not joined:
            return None
        at -= 1
    if at == len(words) or not at or text[words[at - 1].end : words[at].start] != " ":
        return None
    before = words[at - 1]
    if before.lower in lexicon.determiners:
        return before.start if at > 1 and _governs(words[at - 2], passage) else None
    return words[at].start if _governs(before, passage) else None


def _article_start(passage: Passage, words: Sequence[Word]) -> int | None:
    """Where a noun of a few small words behind "the" starts."""
    lexicon = passage.lexicon
    for at in range(len(words) - 2, max(0, len(words) - MOST_NOUN - 2), -1):
        word = words[at]
        tied = lexicon.function_words | lexicon.introducers | lexicon.date_prepositions
        if word.lower in lexicon.determiners:
            return word.start if _governs(words[at - 1], passage) else None
        if word.lower in tied | lexicon.coordinators or word.lower.endswith("s'"):
            return None
    return None


def _governs(word: Word, passage: Passage) -> bool:
    """Whether a noun ends before a word: a preposition other than "of", or a verb."""
    lexicon = passage.lexicon
    tied = lexicon.introducers - lexicon.coordinators
    return word.lower in tied or bool(passage.finite(word.start, word.end))


def joined_at(passage: Passage, start: int) -> int | None:
    """Where the "and" stands before a second clause that starts there."""
    before = passage.wording.within((passage.wording.start, start))[-1:]
    joins = before and before[0].lower in passage.lexicon.joints and not before[0].quoted
    return before[0].start if joins else None
