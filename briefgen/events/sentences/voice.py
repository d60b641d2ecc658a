"""A sentence → what of it is the page's own voice: its main verb, its verdict, its hype.

"The raid underscores …" and "the summit will be a critical test" tell nothing that happened,
whatever figures and dates stand around them. Words that only dress a fact ("a staggering 500
barrels") are left out of a line of a brief; what somebody says, and direct speech, keep theirs.
"""

from collections.abc import Iterator, Sequence

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import finite_words
from briefgen.events.language.words import Word, Wording
from briefgen.events.sentences.calendar import Edit
from briefgen.events.speech.sayings import Saying

__all__ = ["hype_edits", "is_verdict", "voice_verb"]

REACH = 5
"""Words after its verb within which a verdict stands: "will be a most critical test"."""

LONGEST_PHRASE = 5
LENGTHS = (2, 3, 4, 5)
"""Words of a phrase of the page's voice."""
KEPT = 4
"""Words before a judgment within which a word may give it to somebody: "called it a brutal …"."""


def voice_verb(wording: Wording, lexicon: Statements) -> Word | None:
    """The main verb of a sentence where it is one of the page's own voice: "underscores"."""
    words = wording.words
    voices = [w for at, w in enumerate(words) if _is_voice(words, at, lexicon)]
    if not voices:
        return None
    finite = [w for w, _ in finite_words(wording, (wording.start, wording.end), lexicon)]
    opened = 0
    for word in words:
        if word in voices or word in finite:
            if not opened:
                return word if word in voices else None
            opened -= 1
        elif word.lower in lexicon.subordinators:
            opened += 1
    return None


def _is_voice(words: Sequence[Word], at: int, lexicon: Statements) -> bool:
    """Whether a word is a verb of the page's voice: not quoted, no noun after "the", no name."""
    word, before = words[at], words[at - 1] if at else None
    if before is None or word.quoted or word.text[:1].isupper():
        return False
    if before.lower in lexicon.noun_before | lexicon.function_words | lexicon.conditional:
        return False
    ahead = [w.lower for w in words[at : at + LONGEST_PHRASE]]
    named = lexicon.stem(word.text) in lexicon.voice_stems
    named = named or any(" ".join(ahead[:n]) in lexicon.voice_phrases for n in LENGTHS)
    return named and not word.lower.endswith(lexicon.participle_ending)


def is_verdict(wording: Wording, span: tuple[int, int], lexicon: Statements) -> bool:
    """Whether a span says what something is worth: "is a pivotal moment", "remains crucial"."""
    words = wording.within(span)
    links = lexicon.passive | lexicon.linking
    for at, word in enumerate(words):
        if word.lower not in links or word.quoted:
            continue
        for after in words[at + 1 : at + 1 + REACH]:
            if lexicon.stem(after.text) in lexicon.verdict_stems:
                return True
            if after.lower in lexicon.date_prepositions or after.quoted:
                break
        return False
    return False


def hype_edits(
    wording: Wording, span: tuple[int, int], saying: Saying | None, lexicon: Statements
) -> list[Edit]:
    """The edits that leave hype out of a span, with the article that went with it."""
    return [
        edit
        for at, word in enumerate(wording.words)
        if span[0] <= word.start and word.end < span[1] and not word.quoted
        for edit in _hype_edit(wording, at, saying, lexicon)
    ]


def _hype_edit(
    wording: Wording, at: int, saying: Saying | None, lexicon: Statements
) -> Iterator[Edit]:
    """The edit of one word, where it is hype that can go and leave a sentence."""
    words = wording.words
    word, before = words[at], words[at - 1] if at else None
    if at + 1 == len(words):
        return
    after, lower = words[at + 1], word.lower
    adverb = lower in lexicon.hype_adverbs
    if not _spaced(wording, word, after):
        if adverb and word.text[0].isupper() and wording.text[word.end : after.start] == ", ":
            yield Edit(start=word.start, end=after.start + 1, put=after.text[0].upper())
        return
    if not adverb and any(w.lower in lexicon.kept_after for w in words[max(0, at - KEPT) : at]):
        return
    counts = after.text[:1].isdigit()
    said = saying is not None and saying.content[0] <= word.start < saying.content[1]
    dress = lower in lexicon.hype or f"{lower} {after.lower}" in lexicon.hype
    if adverb or (dress and (not said or counts)):
        alone = before is None or not _spaced(wording, before, word)
        linked = before is not None and before.lower in lexicon.coordinators | lexicon.passive
        if after.lower in lexicon.coordinators or (not adverb and (alone or linked)):
            return
        if before is not None and before.lower in lexicon.indefinite and not alone:
            put = _article(before, after, lexicon)
            if put is not None:
                yield Edit(start=before.start, end=after.start, put=put)
        else:
            yield Edit(start=word.start, end=after.start, put="")


def _spaced(wording: Wording, left: Word, right: Word) -> bool:
    """Whether nothing but space parts two words."""
    return not wording.text[left.end : right.start].strip()


def _article(article: Word, noun: Word, lexicon: Statements) -> str | None:
    """The article as the next word wants it; none before a figure, None where it is in doubt."""
    if noun.text[:1].isdigit():
        return ""
    if noun.lower.startswith(lexicon.indefinite_doubtful) or noun.text[:1].isupper():
        return None
    put = lexicon.indefinite[noun.lower[0] in lexicon.vowels]
    return (put.capitalize() if article.text[:1].isupper() else put) + " "
