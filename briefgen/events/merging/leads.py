"""A Document → what its title and first sentences tell, taken together.

A report is one sentence of them: "Kamande quits over missing bed money. *The health chief stepped
down on Tuesday.*" Who it was stands in the sentence before.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.words import read_wording
from briefgen.events.merging.deeds import deeds_of, joined, kin_of
from briefgen.events.merging.naming import names_in
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
    stems: frozenset[str]
    kin: Mapping[str, frozenset[str]]
    """Stem that tells a deed or a thing → its families, or kinds."""


NOWHERE = Around(names=frozenset(), stems=frozenset(), kin={})


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
    kin = joined(kin_of(bares, lexicon, deeds.families), kin_of(bares, lexicon, deeds.things))
    stems = frozenset(
        lexicon.canonical(lexicon.bare(w.lower)) for w in plain if not w.text[0].isdigit()
    )
    return Around(names=(names | {leading}) - {""}, stems=stems, kin=kin)
