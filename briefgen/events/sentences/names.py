"""A stretch of an article → the names in it, and the one person among them where that is sure."""

import re
from bisect import bisect_right
from itertools import pairwise

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.words import Word, read_wording
from briefgen.events.sentences.full_names import full_name
from briefgen.events.sentences.subjects import is_name, is_tie, names_in
from briefgen.model import Document

__all__ = ["is_person", "one_person", "persons_in"]

WINDOW = 60
"""Sentences before a line in which a first name may be told of."""


def one_person(document: Document, span: tuple[int, int], lexicon: Statements) -> str | None:
    """The full name of the only person whom a stretch names, None where it may name another.

    A name that nothing tells of leaves it open, unless it is where, of what or whose something is.
    """
    sure, unsure = _persons(document, span, lexicon)
    wording = read_wording(document.text, *span, elisions=lexicon.elisions)
    others = _offices(lexicon)
    if unsure or any(lexicon.bare(word.lower) in others for word in wording.words):
        return None
    return sure[0] if len(sure) == 1 else None


def persons_in(document: Document, span: tuple[int, int], lexicon: Statements) -> tuple[str, ...]:
    """The full names of all whom a stretch surely names, each once, in its order.

    A person is who somewhere before the stretch's end has a title, an age or a word to say.
    """
    return _persons(document, span, lexicon)[0]


def _persons(
    document: Document, span: tuple[int, int], lexicon: Statements
) -> tuple[tuple[str, ...], bool]:
    """Whom a stretch surely names, and whether it may name somebody else."""
    if not lexicon.capital_names:
        return (), True
    wording = read_wording(document.text, *span, elisions=lexicon.elisions)
    sure: dict[str, None] = {}
    unsure = False
    for before, run in names_in(wording, lexicon):
        full = full_name(document, lexicon.bare(run[-1].text), span[1], lexicon)
        if full is not None:
            sure[full] = None
        elif not _tied(before, run, lexicon):
            unsure = True
    return tuple(sure), unsure


def _offices(lexicon: Statements) -> frozenset[str]:
    """What somebody without a name is called, in lower case: "the judge"."""
    return (lexicon.titles | lexicon.humans) - lexicon.honorifics


def _tied(before: Word | None, run: tuple[Word, ...], lexicon: Statements) -> bool:
    """Whether a name tells where, of what or whose something is, or is that of no person."""
    if any(w.lower.rstrip(".") in lexicon.organisations or w.text.isupper() for w in run):
        return True
    owns = lexicon.bare(run[-1].text) != run[-1].text
    return owns or (before is not None and is_tie(before, lexicon))


def is_person(document: Document, name: str, before: int, lexicon: Statements) -> bool:
    """Whether one word is the name of somebody: "Elian" of "Elian, 6," or "since Elian lost his …".

    Told by an age, or by a "he" or "his" that follows in the sentence with no name between.
    """
    if not lexicon.capital_names or " " in name or not name[:1].isupper():
        return False
    end = bisect_right(document.sentences, before, key=lambda s: s.end)
    for sentence in document.sentences[max(0, end - WINDOW) : end]:
        if sentence.kind.announces:
            continue
        line = document.text[sentence.start : sentence.end]
        if name in line and _speaks_of(line, name, lexicon):
            return True
    return False


def _speaks_of(line: str, name: str, lexicon: Statements) -> bool:
    """Whether a sentence tells the age of a name, or goes on about it with a "he"."""
    words = read_wording(line, 0, len(line), elisions=lexicon.elisions).words
    at = next((n for n, word in enumerate(words) if word.text == name), None)
    if at is None or (at and words[at - 1].text[:1].isupper() and is_name(words[at - 1], lexicon)):
        return False
    if re.match(r", \d\d?,", line[words[at].end :]):
        return True
    for before, word in pairwise(words[at:]):
        if word.lower in lexicon.of_person:
            return True
        if word.text[:1].isupper() and not _tied(before, (word,), lexicon):
            return False
    return False
