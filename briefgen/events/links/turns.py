"""The words of a report → the cues in it, where they stand, and the noun that each is about.

"The railway *suspended* trains to Orm" is about trains, "The bridge *reopened*" about the bridge:
the noun that follows the word, or, where none does, its subject. The words are data
(knowledge/cues/links.LANGUAGE.toml).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.words import Word, read_wording
from briefgen.knowledge.links import LinkWords
from briefgen.model import Report

__all__ = ["Turn", "turns", "words_of"]

LONGEST = 4
"""Words of a cue, at most."""
SUBJECT = 12
"""Words before a cue among which its subject stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A cue in a report."""

    phrase: str
    at: int
    """Index of its first word among the words of the quote."""
    last: int
    """Index of the first word behind it."""
    heads: frozenset[str]
    """Stems of the noun that it is about, in the words around it."""
    unsaid: bool
    """Whether the words before it take it back, or only wish for it."""


@lru_cache(maxsize=20_000)
def words_of(quote: str) -> tuple[Word, ...]:
    """The words of a quote."""
    return read_wording(quote, 0, len(quote)).words


def turns(
    report: Report, phrases: Sequence[str], known: LinkWords, lexicon: Statements
) -> tuple[Turn, ...]:
    """The cues of a report among some phrases, in its order, longer ones first."""
    words = words_of(report.quote)
    by_first = _by_first(tuple(phrases))
    found: list[Turn] = []
    at = 0
    while at < len(words):
        size = _length(words, at, by_first)
        if not size:
            at += 1
            continue
        found.append(
            Turn(
                phrase=" ".join(w.lower for w in words[at : at + size]),
                at=at,
                last=at + size,
                heads=_heads(report, words, (at, at + size), known, lexicon),
                unsaid=_unsaid(report, words, at, known),
            )
        )
        at += size
    return tuple(found)


@lru_cache(maxsize=64)
def _by_first(phrases: tuple[str, ...]) -> Mapping[str, frozenset[tuple[str, ...]]]:
    found: dict[str, set[tuple[str, ...]]] = {}
    for phrase in phrases:
        parts = tuple(phrase.split())
        found.setdefault(parts[0], set()).add(parts)
    return {first: frozenset(told) for first, told in found.items()}


def _length(
    words: Sequence[Word], at: int, by_first: Mapping[str, frozenset[tuple[str, ...]]]
) -> int:
    """How many words the longest phrase has that starts at a word; 0 where none does."""
    told = by_first.get(words[at].lower)
    if told is None:
        return 0
    for size in range(LONGEST, 0, -1):
        if tuple(w.lower for w in words[at : at + size]) in told:
            return size
    return 0


def _heads(
    report: Report,
    words: Sequence[Word],
    span: tuple[int, int],
    known: LinkWords,
    lexicon: Statements,
) -> frozenset[str]:
    """The stems of the noun after a cue, or, where none follows, of that before it."""
    after: list[Word] = []
    for index in range(span[1], len(words)):
        if _parted(report.quote, words, index) or _breaks(report, words[index], known):
            break
        after.append(words[index])
    return _stems(after, lexicon) or _stems(
        _subject(report, words, span[0], known, lexicon), lexicon
    )


def _subject(
    report: Report, words: Sequence[Word], at: int, known: LinkWords, lexicon: Statements
) -> list[Word]:
    """The words of the subject before a cue: from the clause's start up to a preposition."""
    start = at
    while start > max(0, at - SUBJECT) and not _parted(report.quote, words, start):
        start -= 1
        if words[start].lower in lexicon.relatives | lexicon.complementizers:
            start += 1
            break
    kept: list[Word] = []
    for word in words[start:at]:
        if _breaks(report, word, known):
            if kept:
                break
            continue
        kept.append(word)
    return kept


def _parted(quote: str, words: Sequence[Word], index: int) -> bool:
    """Whether a mark stands right before a word."""
    if not index:
        return False
    return any(mark in quote[words[index - 1].end : words[index].start] for mark in ",;:–—.()")


def _breaks(report: Report, word: Word, known: LinkWords) -> bool:
    """Whether no noun phrase goes on with a word: a preposition, a verb of being, a date."""
    return _in_date(report, word) or word.lower in known.breaks


def _in_date(report: Report, word: Word) -> bool:
    at = report.start + word.start
    return any(mention.start <= at < mention.end for mention in report.mentions)


def _stems(words: Sequence[Word], lexicon: Statements) -> frozenset[str]:
    """The stems of a noun's words, names left out; a capital at the head of a quote is none."""
    common = [word for word in words if word.text[0].islower() or not word.start]
    bare = [lexicon.bare(word.lower) for word in common]
    return frozenset(
        lexicon.canonical(word) for word in bare if word not in lexicon.stop and word.isalpha()
    )


def _unsaid(report: Report, words: Sequence[Word], at: int, known: LinkWords) -> bool:
    """Whether one of the words right before a cue, in its clause, takes it back."""
    for index in range(at - 1, max(-1, at - 1 - known.reach), -1):
        if _parted(report.quote, words, index + 1):
            return False
        if index == at - 1 and words[index].lower in known.unsaid_next:
            return True
        if words[index].lower in known.unsaid and not _in_date(report, words[index]):
            return True
    return False
