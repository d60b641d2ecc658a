"""A mention of a time to come → whether what tells it only foretells, and happens on another day.

"Said he would not be surprised if it grew over the next two years" happens when it is said; what is
announced "over the next four years" is announced today. So what has occurred begins no later than
its publication, and reaches past it only with the unit in which that lies: "sales fell this year".
"""

from datetime import datetime

from briefgen.events.dates.status import lies_ahead, runs_ahead, was_over
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.phrases import phrase_set
from briefgen.events.language.tenses import Tense, finite_in, finite_words
from briefgen.events.sentences.telling import Telling, head_of
from briefgen.model import Dating, Grain, Interval, Mention, Relation
from briefgen.temporal.fiscal import FISCAL

__all__ = ["foretells", "precedes_plan"]

DONE = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})


def foretells(
    mention: Mention, telling: Telling, published: Dating | None, lexicon: Statements
) -> bool:
    """Whether a date is only that of an opinion, or of what is done now for a time to come."""
    if published is None or mention.interval is None:
        return False
    told = published.interval
    around = _holds(mention, told)
    if telling.tense in DONE and (
        (runs_ahead(mention) and lies_ahead(mention, told))
        or (around and FISCAL in dict(mention.expression.fields))
    ):
        return True
    if not (around or lies_ahead(mention, told)):
        return False
    wording, span = telling.wording, telling.content
    if not span[0] <= mention.start < span[1]:
        return False
    said = wording.text[span[0] : span[1]].lower().replace("’", "'")
    if phrase_set(said, lexicon.opinions):
        return True
    possible = lexicon.conditional | lexicon.possible
    finite = finite_in(wording, span, lexicon)
    shown = finite is not None and finite[1] is not Tense.PRESENT
    return around and not shown and any(w.lower in possible for w in wording.within(span))


def precedes_plan(
    mention: Mention, telling: Telling, published: Dating | None, lexicon: Statements
) -> bool:
    """Whether a time that is over stands in the clause of a plan, and so is none of the plan's.

    "Will cut 3,000 jobs after a loss last year"; what a clause of its own tells of that time
    ("where nine people died on Monday") happened then.
    """
    if telling.tense is not Tense.FUTURE or published is None or mention.interval is None:
        return False
    span = telling.content
    if not was_over(mention.interval, published) or not span[0] <= mention.start < span[1]:
        return False
    start, end = head_of(telling, lexicon)
    between = (min(start, mention.end), max(end, mention.start))
    return not any(tense in DONE for _, tense in finite_words(telling.wording, between, lexicon))


def _holds(mention: Mention, told: Interval) -> bool:
    """Whether it is a unit that the day of publication lies in: "this year", "the month"."""
    interval = mention.interval
    if interval is None or mention.relation is not Relation.AT or interval.grain < Grain.WEEK:
        return False
    return _before(interval.start, told.end) and _before(told.start, interval.end)


def _before(one: datetime | None, other: datetime | None) -> bool:
    return one is not None and other is not None and one < other
