"""A line → the Edits that leave out a word that only ties it to the one before: "also"."""

from collections.abc import Iterator

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.words import Wording
from briefgen.events.sentences.calendar import Edit
from briefgen.knowledge.definites import load_definites

__all__ = ["additive_edits"]


def additive_edits(wording: Wording, span: tuple[int, int], lexicon: Statements) -> Iterator[Edit]:
    """The edits of a span; none of "but also", "also known as", or at the end of a clause."""
    definites = load_definites(lexicon.language)
    if definites is None:
        return
    words = wording.within(span)
    for at, word in enumerate(words[:-1]):
        if word.lower not in definites.additives or word.quoted:
            continue
        after = words[at + 1]
        before = words[at - 1].lower if at else ""
        kept = before in definites.additives_behind or after.lower in definites.additives_before
        if kept or wording.text[word.end : after.start] != " ":
            continue
        if word.text.islower() or word.start == span[0]:
            yield Edit(start=word.start, end=after.start, put="")
