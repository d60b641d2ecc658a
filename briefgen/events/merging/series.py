"""The words of a report → which ones of a series it tells of: the 54th exchange, Hill 305."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.words import Word
from briefgen.events.merging.deeds import Deeds
from briefgen.model import Report

__all__ = ["numbered_in", "other_number"]


def numbered_in(
    report: Report, words: Sequence[Word], lexicon: Statements, deeds: Deeds
) -> Mapping[str, frozenset[str]]:
    """Stem of a noun → the numbers by which it is told from others of its kind."""
    counted = [q.text for q in report.quantities]
    found: dict[str, set[str]] = {}
    for at, (word, after) in enumerate(pairwise(words)):
        if after.start != word.end + 1:
            continue
        ordinal = _ordinal(word.lower, deeds)
        if ordinal is not None:
            found.setdefault(lexicon.canonical(after.lower), set()).add(ordinal)
            head = next(iter(words[at + 2 : at + 3]), None)  # "54th prisoner *swap*"
            if head and head.start == after.end + 1 and _may_have_one(head, lexicon, deeds):
                found.setdefault(lexicon.canonical(head.lower), set()).add(ordinal)
        elif _numbers(after, counted) and _may_have_one(word, lexicon, deeds):
            found.setdefault(lexicon.canonical(lexicon.bare(word.lower)), set()).add(after.lower)
    return {noun: frozenset(numbers) for noun, numbers in found.items()}


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
    if word[0].isdigit() and word.endswith(deeds.ordinal_endings):
        return next((d for d in (word[:-2],) if d.isdigit()), None)
    return None


def _numbers(word: Word, counted: Sequence[str]) -> bool:
    """Whether a word is a number, or a letter and one, and nothing is counted by it."""
    told = word.text.isdigit() or (word.text[:1].isupper() and word.text[1:].isdigit())
    return told and not any(word.text in text for text in counted)


def _may_have_one(word: Word, lexicon: Statements, deeds: Deeds) -> bool:
    """Whether a word before a number may be the noun that it names."""
    small = lexicon.function_words | lexicon.date_prepositions | lexicon.stop
    return word.text.isalpha() and word.lower not in small and word.lower not in deeds.measures
