"""A line → the things that it speaks of as known and does not tell: "the aircraft took off"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import is_past
from briefgen.events.language.words import Word, Wording
from briefgen.knowledge.definites import Definites

__all__ = ["Thing", "known_things"]

PHRASE = 4
"""Words behind "the" among which its noun ends, at most."""
DATED = 2
"""Words behind a preposition among which a date begins: "in Mar 2026"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A noun with what opens it: "the", "two", "bomb", "blasts"."""

    opener: Word
    words: tuple[Word, ...]
    """Those behind the opener."""
    owns: bool
    """Whether it is the owner of what follows: "the yard’s"."""


def known_things(wording: Wording, definites: Definites, lexicon: Statements) -> Iterator[Thing]:
    """The things of a line of which nothing in it tells which are meant, in its order."""
    words = wording.words
    for at, word in enumerate(words):
        if word.lower in definites.openers:
            thing = _open(wording, at, definites, lexicon)
            if thing is not None:
                yield thing


def _open(
    wording: Wording, at: int, definites: Definites, lexicon: Statements
) -> Thing | None:
    """What the words after "the" call a thing, where nothing tells which is meant."""
    words = wording.words
    phrase = list(_phrase(wording, words[at : at + 1 + PHRASE], definites))
    verb = next((n for n, w in enumerate(phrase) if n and is_past(w.lower, lexicon)), None)
    owner = next((n for n, w in enumerate(phrase) if lexicon.bare(w.text) != w.text), None)
    if owner is not None:
        phrase = phrase[: owner + 1]
    elif verb is not None:
        phrase = phrase[:verb]
    elif _is_told(wording, at + len(phrase), definites):
        return None
    while len(phrase) > 1 and phrase[-1].lower.endswith(lexicon.adverb_ending):
        phrase = phrase[:-1]
    bare = {lexicon.bare(w.lower) for w in phrase}
    if not phrase or not definites.known.isdisjoint(bare):
        return None
    if any(word.lower in bare for word in words[:at]):
        return None
    return Thing(opener=words[at], words=tuple(phrase), owns=owner is not None)


def _phrase(
    wording: Wording, words: Sequence[Word], definites: Definites
) -> Iterator[Word]:
    """The words in lower case right behind an opener, up to one that ends a noun."""
    stops = definites.ends | definites.telling
    for word in _touching(wording, words):
        if not word.text[:1].islower() or word.lower in stops:
            return
        yield word


def _is_told(wording: Wording, last: int, definites: Definites) -> bool:
    """Whether the words behind a noun tell which is meant; a date does not: "on 8 May 2031"."""
    words, text = wording.words, wording.text
    if text[words[last].end : words[last].end + 2] == " [":
        return True
    behind = list(_touching(wording, words[last : last + 2 + DATED]))
    if not behind or not (behind[0].lower in definites.telling or behind[0].text[:1].isupper()):
        return False
    return not any(word.text[0].isdigit() for word in behind[1:])


def _touching(wording: Wording, words: Sequence[Word]) -> Iterator[Word]:
    """The words behind a first one that nothing but blanks part from it."""
    for last, word in pairwise(words):
        if not wording.text[last.end : word.start].isspace():
            return
        yield word
