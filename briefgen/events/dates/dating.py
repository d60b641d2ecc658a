"""The mentions of a sentence → the one that dates what it tells, and what that makes of it.

The date belongs to the clause that it modifies: a date in what is said comes before the date of
the saying; one that only compares ("first since 1997") or stands in a subordinate clause ("since
the accord of May 2019") dates nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.events.dates.asides import dates_an_aside
from briefgen.events.dates.comparisons import measures
from briefgen.events.dates.foretold import precedes_plan
from briefgen.events.dates.status import lies_ahead, opens_ahead
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import Tense
from briefgen.events.sentences.telling import Telling, head_of
from briefgen.model import Anchor, Dating, Grain, Mention, Relation, TimexType

__all__ = ["choose", "dated", "plan_in", "timed"]

BEHIND = 1.0
APART = 2
"""Words between two dates from which the second is another's: not "on Friday at 16:00"."""
MOVED = " … "
"""In a cue: the words that give a plan another day, "put back … to"."""
UNTIED = frozenset({Relation.FOR, Relation.EVERY})
REFERENCE = "_REF"
"""How TIMEX3 values end that name no time: PRESENT_REF."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A mention and how well it dates its sentence."""

    score: float
    mention: Mention


def dated(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions that have a place on the time line."""
    return tuple(
        m
        for m in mentions
        if m.interval is not None
        and m.relation not in UNTIED
        and m.type is not TimexType.SET
        and not (m.anchor is Anchor.SPEECH and m.interval.uncertain)
    )


def timed(mentions: Sequence[Mention]) -> bool:
    """Whether some mention names a date or a time, resolved or not; "recently" names none."""
    named = (
        m.interval is None
        and m.type in {TimexType.DATE, TimexType.TIME}
        and not m.value.endswith(REFERENCE)
        for m in mentions
    )
    return bool(dated(mentions)) or any(named)


def choose(
    mentions: Sequence[Mention],
    telling: Telling,
    published: Dating | None,
    lexicon: Statements,
) -> Mention | None:
    """The mention that dates what a sentence tells; None where none does, or an aside alone.

    One that stands behind another date, seen from the verb, belongs to what that other dates not:
    "sentenced in 2023 for a theft on 4 May 2019".
    """
    choices = [
        Choice(
            score=_fitness(m, telling, lexicon) - BEHIND * _behind(m, mentions, telling, lexicon),
            mention=m,
        )
        for m in dated(mentions)
        if not measures(m, mentions, telling.wording, lexicon)
        and not dates_an_aside(m, telling, published, lexicon)
        and not precedes_plan(m, telling, published, lexicon)
    ]
    if not choices:
        return None
    return max(choices, key=lambda c: (c.score, -c.mention.start)).mention


def _behind(
    mention: Mention, mentions: Sequence[Mention], telling: Telling, lexicon: Statements
) -> bool:
    """Whether another date, and words after it, stand between the verb and a mention after it."""
    wording, saying = telling.wording, telling.saying
    head = head_of(telling, lexicon)[0]

    def said(at: int) -> bool:
        return saying is not None and saying.content[0] <= at < saying.content[1]

    return mention.start > head and any(
        head < other.start < mention.start
        and said(other.start) == said(mention.start)
        and len(wording.within((other.end, mention.start))) > APART
        and not _subordinate(other, telling, lexicon)
        for other in dated(mentions)
    )


def plan_in(
    mentions: Sequence[Mention], main: Mention | None, published: Dating | None
) -> Mention | None:
    """A later mention of the future beside a main one of the past: "with plans to …"."""
    if main is None or main.interval is None or published is None:
        return None
    told = published.interval
    if main.interval.start is None or lies_ahead(main, told):
        return None
    later = [m for m in dated(mentions) if m.start > main.end and lies_ahead(m, told)]
    return later[0] if later else None


def _fitness(mention: Mention, telling: Telling, lexicon: Statements) -> float:
    wording, saying, tense = telling.wording, telling.saying, telling.tense
    assert mention.interval is not None
    score = -0.05 * mention.interval.grain
    if saying is not None:
        inside = saying.content[0] <= mention.start < saying.content[1]
        denied = saying.verb in lexicon.denials
        score += 2 if inside != denied else 0
    if wording.quoted(mention.start):
        score -= 1
    if _subordinate(mention, telling, lexicon):
        score -= 3
    if mention.interval.uncertain:
        score -= 0.5
    if any(MOVED in cue for cue in mention.cues):
        score += 1.5
    if mention.relation is Relation.SINCE:
        score -= 0.5 if tense in {Tense.PERFECT, Tense.ONGOING} else 2
    if mention.interval.grain is Grain.PART:
        score += 0.5
    if tense is not Tense.FUTURE and opens_ahead(mention):
        score -= 3
    return score


def _subordinate(mention: Mention, telling: Telling, lexicon: Statements) -> bool:
    """Whether it stands in a clause that only gives the circumstances, and not behind the verb."""
    wording, saying = telling.wording, telling.saying
    told = saying is not None and saying.content[0] <= mention.start < saying.content[1]
    start = saying.content[0] if saying is not None and told else wording.start
    head = head_of(telling, lexicon)[0]
    before = [w for w in wording.within((start, mention.start)) if not w.quoted]
    for word in reversed(before):
        if "," in wording.text[word.end : mention.start] or word.start == head:
            return False
        if word.lower in lexicon.subordinate:
            return before[0] != word
    return False
