"""A mention of a sentence → where the comparison starts that it only measures, if it does.

"The first since 1997", "12 per cent up from a year earlier", "compared with 40 in May": the date
is that of what is compared with, and of nothing that stands before. Neither "two days later than
planned" dates anything, nor the date of a plan that has been changed: "originally due on 3 July".
"""

import re
from collections.abc import Sequence

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.words import Word, Wording
from briefgen.events.sentences.clauses import Clauses
from briefgen.model import Grain, Mention, Relation
from briefgen.temporal.relations import BEGINS

__all__ = ["begins", "compared_from", "measures", "unmeasured"]

_ORDINAL = re.compile(r"\d+-?[^\W\d_]{1,2}")
COMPARISON_REACH = 12
"""How many words before the "since" of "since 1997" a comparison ("first") may stand."""
MOVED_FROM = " … from"
"""How the cue of a date ends that a plan had before: "put off from Friday to Sunday"."""
CHANGED = 5
"""Words, at most, from the "originally" of a changed plan to its date."""
BESIDE = 8
"""Characters, at most, of "on the" between "but" and the right date."""
REACH = 7
"""Words, at most, from what opens a comparison to its date: "compared with sales of 40 in May"."""
LEVEL_REACH = 4
"""Words, at most, of a level that has a date: "from *40 tons in May*"."""


def measures(
    mention: Mention, mentions: Sequence[Mention], wording: Wording, lexicon: Statements
) -> bool:
    """Whether it only measures, and dates nothing but what it is compared with."""
    moved = any(cue.endswith(MOVED_FROM) for cue in mention.cues)
    if moved or _is_denied(mention, mentions, wording, lexicon):
        return True
    return compared_from(mention, mentions, wording, lexicon) is not None


def _is_denied(
    mention: Mention, mentions: Sequence[Mention], wording: Wording, lexicon: Statements
) -> bool:
    """Whether another date is told to be the right one: "not on 16 March but on 23 March"."""
    before = wording.within((wording.start, mention.start))[-2:]
    after = wording.within((mention.end, wording.end))[:1]
    if not after or after[0].lower not in lexicon.instead:
        return False
    tied = before[-1:] and before[-1].lower in lexicon.date_prepositions | lexicon.introducers
    told = before[:1] if tied else before[-1:]
    if not told or told[0].lower not in lexicon.negations:
        return False
    return any(0 <= m.start - after[0].end <= BESIDE for m in mentions)


def begins(mention: Mention) -> bool:
    """Whether something begins with it that is denied till then: "will not open until May"."""
    return BEGINS in dict(mention.expression.fields)


def unmeasured(clauses: Clauses, lexicon: Statements) -> tuple[Mention, ...]:
    """The dates of a sentence but those that only measure."""
    dates, wording = clauses.dates, clauses.wording
    return tuple(date for date in dates if not measures(date, dates, wording, lexicon))


def compared_from(
    mention: Mention, mentions: Sequence[Mention], wording: Wording, lexicon: Statements
) -> int | None:
    """Where the comparison starts that a mention stands in; None: it stands in none.

    A "since" that another date has answered ties no later one: "the first since 1997 on Friday".
    """
    before = _clause_before(mention, wording)
    after = wording.within((mention.end, wording.end))[:1]
    if after and after[0].lower in lexicon.than:
        return wording.end
    if _has_changed([w.lower for w in before[-CHANGED:]], lexicon):
        return wording.end
    told_twice = _before_other_unit(before, mention, wording, lexicon)
    compared = _compared(told_twice or before, mention, wording, lexicon)
    if compared is not None:
        return compared.start
    ties = [n for n, w in enumerate(before) if w.lower in lexicon.counting]
    if not ties or any(before[ties[-1]].end <= m.start < mention.start for m in mentions):
        return None
    kinds = _before_tie(before[: ties[-1]], lexicon)[-COMPARISON_REACH:]
    ranked = any(_ranks(w, lexicon) for w in kinds)
    return before[ties[-1]].start if ranked else None


def _compared(
    before: Sequence[Word], mention: Mention, wording: Wording, lexicon: Statements
) -> Word | None:
    """The word that opens a comparison with a time: "compared", "than", "12 per cent up *from*"."""
    if mention.relation is not Relation.AT or mention.interval is None or begins(mention):
        return None
    coarse = mention.interval.grain >= Grain.MONTH
    for at in range(len(before) - 1, max(-1, len(before) - 1 - REACH), -1):
        lower, after = before[at].lower, before[at + 1 :]
        if lower in lexicon.comparing or (lower in lexicon.than and _ties(after, lexicon)):
            return before[at]
        rated = lower in lexicon.rated and _is_rate(before, at, wording, lexicon)
        if rated and (coarse or (not after and lower in lexicon.levels)):
            return before[at]
        level = bool(after) and len(after) <= LEVEL_REACH and after[0].text[:1].isdigit()
        if lower in lexicon.levels and level and coarse:
            return before[at]
    return None


def _ties(words: Sequence[Word], lexicon: Statements) -> bool:
    """Whether nothing but a preposition, or "the same", leads from a "than" to a date."""
    return not words or words[0].lower in lexicon.introducers | lexicon.determiners


def _is_rate(before: Sequence[Word], at: int, wording: Wording, lexicon: Statements) -> bool:
    """Whether a rate stands before a word: "12% from", "up 3 points on", "down from"."""
    if not at:
        return False
    last = before[at - 1]
    rate = last.text.islower() and last.text in lexicon.rates
    return rate or "%" in wording.text[last.end : before[at].start]


def _clause_before(mention: Mention, wording: Wording) -> list[Word]:
    """The words between the last comma and a mention."""
    comma = wording.text.rfind(", ", wording.start, mention.start)
    return list(wording.within((max(comma, wording.start), mention.start)))


def _before_other_unit(
    before: Sequence[Word], mention: Mention, wording: Wording, lexicon: Statements
) -> list[Word]:
    """The words before a figure told twice: "from 40 tons, or nine loads, a year earlier"."""
    commas = [at for at in range(wording.start, mention.start) if wording.text[at] == ","]
    if before or len(commas) < len(("from 40 tons,", "or nine loads,")):
        return []
    again = wording.within((commas[-2], commas[-1]))
    if not again or again[0].lower not in lexicon.coordinators - lexicon.joints:
        return []
    start = commas[-3] if len(commas) > len(("tons,", "loads,")) else wording.start
    return list(wording.within((start, commas[-2])))


def _has_changed(before: Sequence[str], lexicon: Statements) -> bool:
    """Whether the words before a date tell of a plan that has been changed."""
    at = next((n for n, word in enumerate(before) if word in lexicon.changed), None)
    return at is not None and any(word in lexicon.plans for word in before[at + 1 :])


def _before_tie(words: Sequence[Word], lexicon: Statements) -> Sequence[Word]:
    """Less the "only" of "only until Friday", which measures nothing."""
    return words[:-1] if words and words[-1].lower in lexicon.limiting else words


def _ranks(word: Word, lexicon: Statements) -> bool:
    """Whether a word ranks: "first", "9th", "worst", "second-biggest"."""
    core = word.lower.rpartition("-")[2]
    return core in lexicon.comparison or _ORDINAL.fullmatch(word.lower) is not None
