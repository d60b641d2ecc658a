"""A Document → what its title and first sentences tell, taken together.

A report is one sentence of them: "Kamande quits over missing bed money. *The health chief stepped
down on Tuesday.*" Who it was stands in the sentence before.
"""

from dataclasses import dataclass

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.words import read_wording
from briefgen.events.merging.deeds import deeds_of
from briefgen.events.merging.naming import names_in
from briefgen.events.merging.series import tells_again
from briefgen.model import Document, Report

__all__ = ["NOWHERE", "Around", "around_of", "is_lead"]

LEAD = 3
"""Sentences below the title that tell the main event of an article."""
LONGEST = 1000
"""Characters that are read of a title and such sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the title and the first sentences of a document tell."""

    names: frozenset[str]
    again: bool
    """Whether they say that the like happened before."""


NOWHERE = Around(names=frozenset(), again=False)


def is_lead(report: Report, document: Document) -> bool:
    """Whether a report stands in the first sentences of its document, a text and no rows."""
    before = (s for s in document.sentences if not s.kind.announces and s.end <= report.start)
    return not document.rows and sum(1 for _ in before) < LEAD


def around_of(document: Document, lexicon: Statements) -> Around:
    """What the title and the first sentences of a document tell."""
    deeds = deeds_of(lexicon.language)
    told = [s for s in document.sentences if not s.kind.announces][:LEAD]
    text = document.text[: told[-1].end if told else 0][:LONGEST]
    words = read_wording(text, 0, len(text), elisions=lexicon.elisions).words
    plain = [w for w in words if lexicon.bare(w.lower) not in lexicon.stop]
    names, leading = names_in(text, words, plain, lexicon, deeds)
    bares = [lexicon.bare(word.lower) for word in words]
    return Around(names=(names | {leading}) - {""}, again=tells_again(bares, deeds))
