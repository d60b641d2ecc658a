"""A line → what it leans on: the things that only its article tells, and a pronoun in front."""

import re
from collections.abc import Sequence

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.words import Word, read_wording
from briefgen.events.merging.deeds import deeds_of, kinds_of
from briefgen.events.sentences.known import Thing, known_things, singular
from briefgen.events.sentences.subjects import is_name
from briefgen.knowledge.definites import Definites
from briefgen.knowledge.everyday import everyday
from briefgen.model import Document

__all__ = ["hangs", "is_nameless", "leans", "points_back", "stands_for_all", "things_of"]

MONTH = 3
"""Letters of a month in a line."""
ZONE = "UTC"
REACH = 12_000
"""Characters before a line in which its things may stand."""


def leans(line: str, definites: Definites, lexicon: Statements) -> bool:
    """Whether a line speaks of a thing as known that it does not tell: "the aircraft"."""
    return bool(things_of(line, definites, lexicon))


def things_of(line: str, definites: Definites, lexicon: Statements) -> Sequence[Thing]:
    """The things that a line speaks of as known."""
    wording = read_wording(line, 0, len(line), elisions=lexicon.elisions)
    return tuple(known_things(wording, definites, lexicon))


def hangs(line: str, lexicon: Statements) -> bool:
    """Whether a line opens with a word that stands for what was told before: "It sank"."""
    words = read_wording(line, 0, len(line), elisions=lexicon.elisions).words[:2]
    if len(words) < len(("it", "sank")) or line[words[0].end :].startswith(" ["):
        return False
    first, after = words[0].lower, words[1]
    counted = first in lexicon.context and after.lower in lexicon.function_words
    return first in lexicon.openers_back or (first in lexicon.pairs | {lexicon.it}) or counted


def points_back(
    thing: Thing, document: Document, before: int, definites: Definites, lexicon: Statements
) -> bool:
    """Whether a noun stands for what was told before: "the move", "the blast", "the boy".

    So does one that opens its line: "The venue was chosen". Any other one does where the article
    has it before; else it is told as everybody knows it.
    """
    noun = thing.noun
    stands = lexicon.firms | lexicon.humans | lexicon.titles | lexicon.groups
    if {noun, singular(noun)} & stands or kinds_of(noun, lexicon.language):
        return True
    alone = len(thing.words) == 1 and thing.opener.start == 0
    if alone or stands_for_all(thing, definites, lexicon):
        return True
    one = re.escape(singular(noun))
    told = re.compile(rf"(?<![\w-])(?:{one}|{re.escape(noun)}|{one}s)(?![\w-])", re.IGNORECASE)
    return told.search(document.text, max(0, before - REACH), before) is not None


def stands_for_all(thing: Thing, definites: Definites, lexicon: Statements) -> bool:
    """Whether a noun may stand for all that a sentence tells: "this", "the move", "the blast"."""
    noun = thing.noun
    happens = (lexicon.stem(noun),) in deeds_of(lexicon.language).families
    back = not definites.back.isdisjoint({noun, singular(noun)})
    return happens or back or thing.opener.lower != lexicon.the


def is_nameless(line: str, text: str, lexicon: Statements) -> bool:
    """Whether a line names nobody and nothing: "Banks stayed closed." Dates are no names.

    An everyday word that opens it is a name only where its article's ``text`` has it so inside a
    sentence.
    """
    if line.startswith("["):
        return False
    plain = everyday(lexicon.language) | lexicon.stop
    words = read_wording(line, 0, len(line), elisions=lexicon.elisions).words
    return not any(
        is_name(word, lexicon)
        and not _dated(words, at)
        and (at or word.lower not in plain or _is_inside(word, text))
        for at, word in enumerate(words)
    )


def _is_inside(word: Word, text: str) -> bool:
    """Whether a text has a word, as it is written, where no sentence opens."""
    return re.search(rf"[a-zß-öø-ÿ,] {re.escape(word.text)}(?![\w-])", text) is not None


def _dated(words: Sequence[Word], at: int) -> bool:
    """Whether a word is a month, a quarter or a zone beside figures: "Mar 2026", "Q3"."""
    text = words[at].text
    beside = (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
    figures = any(word.text[0].isdigit() for word in beside)
    month = len(text) == MONTH and (text[1:].islower() or text == ZONE)
    return figures and (month or text[1:].isdigit())
