"""A sentence → its clauses: how far a date stands from a word, and in what tense the word is told.

A date belongs to the clause that it modifies. How far one stands from a word is counted in the
edges between them: commas, subordinate clauses, quotation marks and the bounds of what
somebody said.
"""

from dataclasses import dataclass

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import Tense, tense_of
from briefgen.events.language.words import Wording
from briefgen.events.speech.sayings import Saying
from briefgen.model import Mention

__all__ = ["NEAR", "Clauses", "clause_at", "clause_tense", "distance", "hung_on", "nearest"]

NEAR = 1.0
"""How many edges may lie between a word and the date of its own clause ..."""
GOVERNED = 2.0
"""... and of the clause that its clause hangs on."""
COMMA = 0.5
CLAUSE = 1.0
QUOTED = 1.5
SAID = 1.0
DONE = frozenset({Tense.PAST, Tense.PERFECT})
EDGES = ",;:—–()"
OPENING = 3
"""A date among so many first words opens its sentence: "On Friday, …"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clauses:
    """A sentence as its words are dated."""

    wording: Wording
    saying: Saying | None
    dates: tuple[Mention, ...]
    """Those of its mentions that have a place on the time line."""


def nearest(
    clauses: Clauses, span: tuple[int, int], lexicon: Statements
) -> tuple[Mention, float] | None:
    """The date that stands nearest to a word, counted in edges and then in characters."""
    reached = [
        (distance(clauses, span, mention, lexicon), abs(mention.start - span[0]), mention)
        for mention in clauses.dates
    ]
    if not reached:
        return None
    edges, _, mention = min(reached, key=lambda item: item[:2])
    return mention, edges


def distance(
    clauses: Clauses, span: tuple[int, int], mention: Mention, lexicon: Statements
) -> float:
    """How many edges of clauses, quotations and sayings lie between a word and a date."""
    first, last = sorted((span, (mention.start, mention.end)))
    wording = clauses.wording
    total = 0.0
    leading = len(wording.within((wording.start, mention.start))) < OPENING
    opens = first[0] == mention.start and leading
    before = first[1]
    for word in wording.within((first[1], last[0])):
        between = wording.text[before : word.start]
        before = word.end
        if opens and _parts(between):
            opens = False  # "On Friday, …": the comma shuts nothing out
        elif _parts(between):
            total += COMMA
        if word.lower in lexicon.subordinators:
            total += CLAUSE
    total += QUOTED * (wording.quoted(span[0]) != wording.quoted(mention.start))
    if clauses.saying is not None:
        total += SAID * (_said(clauses.saying, span[0]) != _said(clauses.saying, mention.start))
    return total


def hung_on(
    clauses: Clauses, span: tuple[int, int], date: tuple[Mention, float], tense: Tense
) -> bool:
    """Whether a date of another clause of the sentence dates a word that is told as done.

    Not across a saying: what is said is not dated by when it was said.
    """
    mention, edges = date
    saying = clauses.saying
    same_side = saying is None or _said(saying, span[0]) == _said(saying, mention.start)
    return edges <= GOVERNED and same_side and tense in DONE


def clause_at(clauses: Clauses, at: int, lexicon: Statements) -> tuple[int, int]:
    """The clause that an offset lies in: from edge to edge, or to a word that opens another."""
    wording = clauses.wording
    start, end = wording.start, wording.end
    before = wording.start
    for word in wording.words:
        if _parts(wording.text[before : word.start]) or word.lower in lexicon.subordinators:
            if word.start <= at:
                start = word.start
            elif end == wording.end:
                end = word.start
        before = word.end
    return start, end


def clause_tense(clauses: Clauses, span: tuple[int, int], lexicon: Statements) -> Tense:
    """The tense of the clause around a word; of a verb of saying, that of the saying."""
    wording, saying = clauses.wording, clauses.saying
    if saying is not None and saying.at == span[0]:
        before = wording.within((saying.who[0], span[0]))
        auxiliary = before[-1].lower if before else ""
        told = lexicon.perfect | lexicon.pluperfect
        past = auxiliary in told or saying.said.lower().endswith(lexicon.past_ending)
        return Tense.PAST if past or saying.said.lower() in lexicon.past_forms else Tense.PRESENT
    start, end = clause_at(clauses, span[0], lexicon)
    tense = tense_of(wording, (start, end), lexicon)
    if tense is Tense.PRESENT and start != wording.start:
        return tense_of(wording, (wording.start, wording.end), lexicon)
    return tense


def _parts(between: str) -> bool:
    """Whether what stands between two words parts two clauses."""
    return any(edge in between for edge in EDGES)


def _said(saying: Saying, at: int) -> bool:
    return saying.content[0] <= at < saying.content[1]
