"""The words of a report → the names among them, and what part each has: where, who, whose."""

from collections.abc import Sequence
from itertools import pairwise

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import is_past
from briefgen.events.language.words import Word
from briefgen.events.merging.deeds import Deeds
from briefgen.knowledge.cues import load_place_cues
from briefgen.knowledge.everyday import everyday
from briefgen.knowledge.keys import fold

__all__ = ["names_in", "parts_of_names", "peoples_in", "wide_in"]


def names_in(
    quote: str, words: Sequence[Word], told: Sequence[Word], lexicon: Statements, deeds: Deeds
) -> tuple[frozenset[str], str]:
    """The names among some words of a quote, and the word at its head that may be one."""
    after = {w.start: n for w, n in pairwise(words)}
    names: set[str] = set()
    leading = ""
    for word in told:
        if not word.text[0].isupper():
            continue
        bare = lexicon.bare(word.lower)
        if deeds.titled(bare) or bare in lexicon.stop or bare in lexicon.function_words:
            continue
        if len(bare) < 3 and not word.text.isupper():
            continue
        if deeds.vowels and _opens(quote, word) and _plain(bare, lexicon):
            continue
        following = after.get(word.start)
        beside = following is not None and following.start == word.end + 1
        named = beside and following is not None and following.text[0].isupper()
        if not _opens(quote, word) or bare != word.lower or named:
            names.add(bare)
        elif word.start == 0:
            leading = bare
    return frozenset(names), leading


def _plain(bare: str, lexicon: Statements) -> bool:
    """Whether a word at the head has its capital from its place: "Біля Лужківки", "Мешканці"."""
    known = load_place_cues(lexicon.language).location
    return fold(bare) in known or bare in everyday(lexicon.language)


def peoples_in(
    plain: Sequence[tuple[Word, str]], names: frozenset[str], lexicon: Statements, deeds: Deeds
) -> frozenset[str]:
    """Names that are adjectives of a people, by their ending and the common noun after them."""
    return frozenset(
        bare
        for (_, bare), (after, _) in pairwise(plain)
        if bare in names and bare.endswith(deeds.peoples) and _is_noun(after, lexicon)
    )


def _is_noun(word: Word, lexicon: Statements) -> bool:
    """Whether a word may be a common noun: "the Sorrandi *fleet*", not "Benassi *died*"."""
    verbs = lexicon.perfect | lexicon.pluperfect | lexicon.passive | lexicon.present_be
    plain = verbs | lexicon.function_words | lexicon.verb_forms
    return word.text[0].islower() and word.lower not in plain and not is_past(word.lower, lexicon)


def parts_of_names(
    words: Sequence[Word], names: frozenset[str], lexicon: Statements, deeds: Deeds
) -> tuple[frozenset[str], frozenset[str]]:
    """The names behind a preposition of place, and those beside a title or another name."""
    cues = load_place_cues(lexicon.language)
    located: set[str] = set()
    called: set[str] = set()
    for at, word in enumerate(words):
        bare = lexicon.bare(word.lower)
        if bare not in names:
            continue
        first = at
        while (
            first and words[first - 1].end + 1 == words[first].start and _capital(words[first - 1])
        ):
            first -= 1
        last = next(iter(words[at + 1 : at + 2]), None)
        if first and words[first - 1].lower in cues.location:
            located.add(bare)
        elif first < at or _goes_on(word, last) or _titled(words, first, deeds):
            called.add(bare)
    return frozenset(located), frozenset(called)


def wide_in(
    words: Sequence[Word], names: frozenset[str], lexicon: Statements, deeds: Deeds
) -> frozenset[str]:
    """The names of whole regions, where much happens on one day: "Сумщина", "Сумська область"."""
    after = load_place_cues(lexicon.language).region_after
    told = [(lexicon.bare(word.lower), then) for word, then in pairwise([*words, None]) if word]
    return frozenset(
        bare
        for bare, then in told
        if bare in names and (bare.endswith(deeds.regions) or (then and fold(then.lower) in after))
    )


def _goes_on(word: Word, after: Word | None) -> bool:
    """Whether a name goes on with the word after it."""
    return after is not None and after.start == word.end + 1 and _capital(after)


def _titled(words: Sequence[Word], first: int, deeds: Deeds) -> bool:
    """Whether a title stands before a name."""
    return first > 0 and deeds.titled(words[first - 1].lower)


def _capital(word: Word) -> bool:
    return word.text[0].isupper()


def _opens(quote: str, word: Word) -> bool:
    """Whether a word stands at the head of a sentence, where all have a capital."""
    before = quote[: word.start].rstrip(" \n“„«\"'‘(")
    return not before or before[-1] in ".!?:"
