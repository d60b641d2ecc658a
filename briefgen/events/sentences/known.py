"""A line → the things that it speaks of as known and does not tell: "the aircraft took off"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import is_past
from briefgen.events.language.words import Word, Wording
from briefgen.knowledge.definites import Definites

__all__ = ["Thing", "known_things", "singular"]

PHRASE = 4
"""Words behind "the" among which its noun ends, at most."""
AHEAD = 8
"""Characters behind a verb in which what follows it begins."""
DATED = 2
"""Words behind a preposition with which a date begins: "in Mar 2026"."""
YEAR = 4
"""Figures of a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A noun with what opens it: "the", "two", "bomb", "blasts"."""

    opener: Word
    words: tuple[Word, ...]
    """Those behind the opener."""
    noun: str
    """The last of them, in lower case, without the ending of an owner."""


def known_things(wording: Wording, definites: Definites, lexicon: Statements) -> Iterator[Thing]:
    """The things of a line of which nothing in it tells which are meant, in its order."""
    words = wording.words
    for at, word in enumerate(words):
        if word.lower in definites.openers:
            thing = _open(wording, at, definites, lexicon)
            if thing is not None:
                yield thing


def _open(wording: Wording, at: int, definites: Definites, lexicon: Statements) -> Thing | None:
    """What the words after "the" call a thing, where nothing tells which is meant."""
    words = wording.words
    phrase = list(_phrase(wording, words[at : at + 1 + PHRASE], definites))
    verb = next((n for n in range(1, len(phrase)) if _is_verb(wording, phrase, n, lexicon)), None)
    owner = next((n for n, w in enumerate(phrase) if lexicon.bare(w.text) != w.text), None)
    if owner is not None:
        phrase = phrase[: owner + 1]
    elif verb is not None:
        phrase = phrase[:verb]
    if wording.text.startswith(" [", phrase[-1].end if phrase else wording.end):
        return None
    if owner is verb is None and _is_told(wording, at + len(phrase), definites, lexicon):
        return None
    while len(phrase) > 1 and phrase[-1].lower.endswith(lexicon.adverb_ending):
        phrase = phrase[:-1]
    bare = {lexicon.bare(w.lower) for w in phrase}
    told = any(_is_sole(word, definites) for word in bare)
    if not phrase or told or not definites.known.isdisjoint(bare):
        return None
    if any(word.lower in bare for word in words[:at]):
        return None
    noun = lexicon.bare(phrase[-1].lower)
    return Thing(opener=words[at], words=tuple(phrase), noun=noun)


def _is_sole(word: str, definites: Definites) -> bool:
    """Whether a word tells one of all, or a time: "largest", "mid-1990s"."""
    most = word.endswith(definites.superlative) and word not in definites.superlative_never
    return most or any(map(str.isdigit, word))


def _is_verb(wording: Wording, words: Sequence[Word], at: int, lexicon: Statements) -> bool:
    """Whether a word behind a noun is its verb: "the unit *makes* pumps", "the ferry *sank*"."""
    word = words[at]
    if is_past(word.lower, lexicon):
        return True
    if not word.lower.endswith(lexicon.present_ending) or word.lower.endswith("ss"):
        return False
    if at + 1 < len(words):
        return True
    behind = wording.text[word.end : word.end + AHEAD].split()[:1]
    return bool(behind) and behind[0].lower() in {*lexicon.indefinite, *lexicon.owners, lexicon.the}


def _phrase(wording: Wording, words: Sequence[Word], definites: Definites) -> Iterator[Word]:
    """The words in lower case right behind an opener, up to one that ends a noun."""
    stops = definites.ends | definites.telling
    for word in _touching(wording, words):
        if not word.text[:1].islower() or word.lower in stops:
            return
        yield word


def _is_told(wording: Wording, last: int, definites: Definites, lexicon: Statements) -> bool:
    """Whether the words behind a noun tell which is meant; a date does not: "on 8 May 2031"."""
    words = wording.words
    behind = list(_touching(wording, words[last : last + 2 + DATED]))
    if not behind:
        return False
    first, *rest = behind
    if first.text[0].isdigit():  # "the early 1980s"
        return True
    if not (first.lower in definites.telling or first.text[:1].isupper()):
        return False
    return not _is_date(wording.text, rest, lexicon)


def _is_date(text: str, words: Sequence[Word], lexicon: Statements) -> bool:
    """Whether words begin with a date: "8 May", "Mar 2026", "19:10", "Tuesday", no "41 lives"."""
    first, second = ([word.text for word in words] + ["", ""])[:2]
    if first.isdigit():
        clock = text.startswith(":", words[0].end)
        return clock or len(first) == YEAR or second[:1].isupper()
    named = first[:1].isupper()
    return named and (second.isdigit() or first.lower() in lexicon.time_words)  # "on Tuesday"


def _touching(wording: Wording, words: Sequence[Word]) -> Iterator[Word]:
    """The words behind a first one that nothing but blanks part from it."""
    for last, word in pairwise(words):
        if not wording.text[last.end : word.start].isspace():
            return
        yield word


def singular(noun: str) -> str:
    """A noun in lower case as it is compared, without the ending of its plural."""
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
