"""A telling and what was found in it → Evidence: what speaks for and against its being a report."""

from collections.abc import Sequence

from briefgen.events.language.lexicon import Statements
from briefgen.events.sentences.facts import fact_span
from briefgen.events.sentences.statements import Evidence
from briefgen.events.sentences.telling import Telling, who_is
from briefgen.model import Mention, Place, Precision, Quantity

__all__ = ["evidence_of", "of_the_deed"]


def evidence_of(
    telling: Telling,
    inside: Sequence[Mention],
    quantities: Sequence[Quantity],
    places: Sequence[Place],
    lexicon: Statements,
    *,
    dates: Sequence[Mention],
    timed: bool,
    begins: bool,
) -> Evidence:
    """What speaks for and against a sentence being a report; of ``dates`` those not of who speaks.

    ``timed`` is whether it names a date or a time at all, ``begins`` whether what it denies begins.
    """
    return Evidence(
        wording=telling.wording,
        saying=telling.saying,
        tense=telling.tense,
        timed=timed,
        begins=begins,
        dates=tuple(m.start for m in dates),
        quantities=quantities,
        fact=telling.focus or fact_span(telling.wording, inside, lexicon),
        placed=any(p.precision is not Precision.COUNTRY for p in places),
    )


def of_the_deed(telling: Telling, inside: Sequence[Mention]) -> Sequence[Mention]:
    """The expressions of a sentence but those in who speaks: "a candidate in next week's vote"."""
    if telling.saying is None:
        return inside
    start, end = who_is(telling.wording, telling.saying)
    return tuple(m for m in inside if not start <= m.start < end)
