"""The words of a report → which ones of a series it tells of: the 54th exchange, Hill 305."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.words import Word
from briefgen.events.merging.deeds import Deeds
from briefgen.knowledge.cues import load_numbers
from briefgen.model import Report

__all__ = ["numbered_in", "other_number", "tells_again", "tells_period"]


TENS = 10
STAGE = "stage"
"""What the stages of a contest are filed under."""


def numbered_in(
    report: Report, words: Sequence[Word], lexicon: Statements, deeds: Deeds
) -> Mapping[str, frozenset[str]]:
    """Stem of a noun → the numbers by which it is told from others of its kind."""
    counted = [q.text for q in report.quantities]
    found: dict[str, set[str]] = {}
    stages = {stem for w in words if (stem := lexicon.stem(w.lower)) in deeds.stages}
    if stages:
        found[STAGE] = stages
    for at, (word, after) in enumerate(pairwise(words)):
        if after.start != word.end + 1:
            continue
        ordinal = _ordinal(word.lower, deeds)
        tens = _tens_before(words, at, lexicon.language) if ordinal else 0
        ordinal = str(int(ordinal) + tens) if ordinal and tens else ordinal
        if ordinal is not None:
            found.setdefault(lexicon.canonical(after.lower), set()).add(ordinal)
            head = next(iter(words[at + 2 : at + 3]), None)  # "54th prisoner *swap*"
            if head and head.start == after.end + 1 and _may_have_one(head, lexicon, deeds):
                found.setdefault(lexicon.canonical(head.lower), set()).add(ordinal)
        elif _numbers(after, counted) and _may_have_one(word, lexicon, deeds):
            found.setdefault(lexicon.canonical(lexicon.bare(word.lower)), set()).add(after.lower)
    return {noun: frozenset(numbers) for noun, numbers in found.items()}


def tells_again(words: Sequence[str], deeds: Deeds) -> bool:
    """Whether words in lower case say that the like happened before: "another", "second such"."""
    return _holds(words, deeds.again)


def tells_period(words: Sequence[str], deeds: Deeds) -> bool:
    """Whether words in lower case tell of a whole period: "so far this year"."""
    return _holds(words, deeds.periods)


def _holds(words: Sequence[str], phrases: frozenset[str]) -> bool:
    """Whether one of some words and pairs of words stands among words."""
    pairs = (f"{word} {after}" for word, after in pairwise(words))
    return not phrases.isdisjoint((*words, *pairs))


def _tens_before(words: Sequence[Word], at: int, language: str) -> int:
    """The tens that stand before an ordinal: "*шістдесят* дев'ятий"; 0 where none do."""
    if not at or words[at - 1].end + 1 != words[at].start:
        return 0
    tens = load_numbers(language).values.get(words[at - 1].lower, 0)
    return tens if tens >= TENS and tens % TENS == 0 else 0


def other_number(
    one: Mapping[str, frozenset[str]], other: Mapping[str, frozenset[str]]
) -> str | None:
    """That two tell of two of one series, in words; None otherwise, or where a number agrees.

    One may be counted twice: "the third exchange in seven weeks, the 54th since the war began".
    """
    shared = sorted(one.keys() & other.keys())
    if any(not one[noun].isdisjoint(other[noun]) for noun in shared):
        return None
    for noun in shared:
        if one[noun].isdisjoint(other[noun]):
            left, right = sorted((min(one[noun]), min(other[noun])))
            return f"they tell of two of a series ({noun} {left}, {right})"
    return None


def _ordinal(word: str, deeds: Deeds) -> str | None:
    if word in deeds.ordinals:
        return str(deeds.ordinals[word])
    heads = [word.removesuffix(e) for e in deeds.ordinal_endings if word.endswith(e)]
    return next((head for head in heads if head.isdigit()), None)


def _numbers(word: Word, counted: Sequence[str]) -> bool:
    """Whether a word is a number, or a letter and one, and nothing is counted by it."""
    told = word.text.isdigit() or (word.text[:1].isupper() and word.text[1:].isdigit())
    return told and not any(word.text in text for text in counted)


def _may_have_one(word: Word, lexicon: Statements, deeds: Deeds) -> bool:
    """Whether a word before a number may be the noun that it names."""
    small = lexicon.function_words | lexicon.date_prepositions | lexicon.stop
    return word.text.isalpha() and word.lower not in small and word.lower not in deeds.measures
