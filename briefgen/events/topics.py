"""Text + Topics → ids of its topics, best first, each with the words that speak for it.

A topic scores its weight for every word of its that stands in the text, and for a phrase as many
times as the phrase has words; twice that for a ``strong`` one, a third for a ``weak`` one. Of
overlapping phrases of one topic the longest counts, once; a phrase of its ``never`` takes the words
that it covers out of the count.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefgen.events.language.stems import stem_with
from briefgen.knowledge.cues import load_stems
from briefgen.knowledge.project import Topic

__all__ = ["TopicScore", "explain", "stem", "topics_of"]

SHARE = 0.6
"""A further topic counts from this share of the best one's score."""
STRONG, PLAIN, WEAK, NEVER = 2.0, 1.0, 1 / 3, 0.0
"""What a word of each list counts."""
MOST = 3
"""Topics of one text, at most."""

_WORD = re.compile(r"[^\W_]+(?:[’'ʼ][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicScore:
    """How a topic came by its score."""

    topic: str
    """Id."""
    score: float
    words: tuple[str, ...]
    """As they stand in the text, in its order."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase of a topic, stemmed."""

    stems: tuple[str, ...]
    capitals: tuple[bool, ...]
    """Which of its words must stand in capitals ("WHO")."""
    topic: int
    worth: float


def topics_of(text: str, topics: Sequence[Topic], language: str = "en") -> tuple[str, ...]:
    """Ids of the topics of a text, best first; none where no word speaks for any.

    Of a text in another language its own words count, where the topics have any, and names.
    """
    scores = explain(text, topics, language)
    if not scores:
        return ()
    least = scores[0].score * SHARE
    return tuple(score.topic for score in scores[:MOST] if score.score >= least)


def explain(text: str, topics: Sequence[Topic], language: str = "en") -> tuple[TopicScore, ...]:
    """Every topic that scored, best first; of equals, in the order of the topics."""
    told = language if any(language == code for t in topics for code, _ in t.foreign) else "en"
    index, stemmed = _index(tuple(topics), told), stem if told == "en" else stem_with(told)
    found = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]
    stems = [stemmed(word) for word, _, _ in found]
    hits: dict[int, list[tuple[int, int, float]]] = {}
    for at, first in enumerate(stems):
        for phrase in index.get(first, ()):
            end = at + len(phrase.stems)
            if tuple(stems[at:end]) == phrase.stems and all(
                not wanted or _capital(found[at + offset][0])
                for offset, wanted in enumerate(phrase.capitals)
            ):
                hits.setdefault(phrase.topic, []).append((at, end, phrase.worth))
    scores: list[tuple[float, int, TopicScore]] = []
    for number, spans in hits.items():
        kept = _longest(spans)
        distinct = {tuple(stems[at:end]): (end - at) * worth for at, end, worth in kept}
        score = topics[number].weight * sum(distinct.values())
        if score > 0:
            words = tuple(text[found[at][1] : found[end - 1][2]] for at, end, _ in kept)
            scored = TopicScore(topic=topics[number].id, score=round(score, 6), words=words)
            scores.append((-score, number, scored))
    return tuple(one for _, _, one in sorted(scores, key=lambda item: item[:2]))


def _longest(spans: Sequence[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """Spans that do not overlap, longest first; never-phrases take theirs and count for nothing."""
    taken: set[int] = set()
    kept: list[tuple[int, int, float]] = []
    for at, end, worth in sorted(spans, key=_rank):
        if taken.isdisjoint(range(at, end)):
            taken.update(range(at, end))
            if worth != NEVER:
                kept.append((at, end, worth))
    return sorted(kept)


def _rank(span: tuple[int, int, float]) -> tuple[bool, int, int, float]:
    """Never-phrases first, then the longest, the earliest, the one that counts most."""
    at, end, worth = span
    return worth != NEVER, at - end, at, -worth


def stem(word: str) -> str:
    """What the inflections of a word have in common: "seize", "seized", "seizing" → "seiz"."""
    rules = load_stems()
    lower = word.lower().replace("’", "'").replace("ʼ", "'")
    lower = lower.removesuffix("'s").removesuffix("'")
    lower = rules.irregular.get(lower, lower)
    for ending, put, least in rules.endings:
        if lower.endswith(ending):
            head = lower[: -len(ending)]
            kept = lower.endswith(rules.keep)
            if len(head) >= least and not kept and rules.vowels & set(head):
                lower = head + put
            break
    if len(lower) > 3:
        lower = lower.removesuffix("e")
        if lower.endswith("y"):
            lower = lower[:-1] + "i"
        if lower[-1] == lower[-2]:
            lower = lower[:-1]
    return lower


def _capital(word: str) -> bool:
    return word.removesuffix("s").isupper()


@lru_cache(maxsize=16)
def _index(topics: tuple[Topic, ...], language: str) -> Mapping[str, tuple[_Phrase, ...]]:
    """First stem of a phrase → the phrases, longest first."""
    stemmed = stem if language == "en" else stem_with(language)
    index: dict[str, dict[_Phrase, None]] = {}
    for number, topic in enumerate(topics):
        lists = [(STRONG, topic.strong), (PLAIN, topic.words), (WEAK, topic.weak)]
        lists.append((NEVER, topic.never))
        if language != "en":
            lists = [(PLAIN, words) for code, words in topic.foreign if code == language]
        for worth, phrases in lists:
            for phrase in phrases:
                words = _WORD.findall(phrase)
                if not words:
                    continue
                made = _Phrase(
                    tuple(stemmed(word) for word in words),
                    tuple(len(word) > 1 and _capital(word) for word in words),
                    number,
                    worth,
                )
                index.setdefault(made.stems[0], {})[made] = None
    return {first: tuple(phrases) for first, phrases in index.items()}
