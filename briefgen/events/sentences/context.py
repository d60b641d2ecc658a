"""A report → the sentence before it without which its line cannot be understood; mostly none.

"This was the third …" goes on about the one before, "she left" and "the plan fell" do not say who
or which: the quote then takes in the sentence that does.
"""

from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass

from briefgen.events.language.lexicon import Statements
from briefgen.events.sentences.after_words import dangles, leans, measures, points, refers, unnamed
from briefgen.events.sentences.antecedents import sentence_before
from briefgen.events.sentences.full_names import full_names
from briefgen.events.sentences.meant import meant
from briefgen.events.sentences.telling import Telling
from briefgen.model import Document, Report, Sentence

__all__ = ["Lead", "told_with"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """A sentence that leads another one in."""

    sentence: Sentence
    apart: bool
    """Whether it tells something else, and only says of whom the other speaks."""
    about: bool
    """Whether the other is about what it tells: "those gains came from …"."""


def told_with(
    report: Report,
    telling: Telling,
    document: Document,
    corrected: Collection[int],
    lexicon: Statements,
) -> Lead | None:
    """The sentence that the quote of a report has to take in before its own.

    ``corrected`` are the indexes of sentences that mend what was told before: they lead nothing in.
    """
    before = telling.before
    first = next((word.lower for word in telling.wording.words), None)
    hangs = unnamed(telling, lexicon) and meant(report, document, lexicon) is None
    dated = any(m.start == telling.wording.start for m in report.mentions)  # "this quarter"
    leaning = leans(telling, lexicon) and not dated
    needed = refers(telling, lexicon) or leaning or dangles(telling, lexicon)
    vague = points(document, telling, lexicon) or measures(telling, lexicon)
    hangs = hangs or (vague and not full_names(document, telling.wording, lexicon))
    if hangs or first == lexicon.it or (needed and before is None):
        person = lexicon.of_person.intersection(w.lower for w in telling.wording.words)
        before = sentence_before(document, telling.sentence, lexicon, person=bool(person))
    if before is None or not (needed or hangs):
        return None
    at = bisect_left(document.sentences, before.start, key=lambda s: s.start)
    about = not hangs and first != lexicon.it
    return None if at in corrected else Lead(sentence=before, apart=hangs, about=about)
