"""Sentence + expression → past or future, by the verbs and plan words nearest to it.

Every cue of the sentence costs its distance in words; a clause boundary in between (a comma, a
semicolon, "that", "which") costs :data:`BOUNDARY` more, standing after the expression
:data:`AFTER` more. The cheapest cue decides. Where the best cue of the other sense costs nearly the
same and none stands right before the expression, they conflict, and the result is uncertain.
With no cue at all the sense is past: of bare weekdays in news 19 of 20 are.
"""

import sys
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from briefgen.knowledge.locale import Cues
from briefgen.temporal.clauses import inner_clause
from briefgen.temporal.heard import Heard, Hit, Sense, cues_that_count, hear
from briefgen.temporal.moved import moved_plan
from briefgen.temporal.passage import Passage

__all__ = ["Direction", "direction"]

BOUNDARY = 6
AFTER = 2
CLOSE = 1
"""How much costs may differ and still conflict."""
LEAD, LEAD_PAST = 7, 3
"""What "by", or "since", right before the expression costs: a verb close by outdoes it."""
STRONG = 5
"""A cue that costs more leaves room for the occurrence that is nearest."""
NEAR = 3
"""A cue within so many words before the expression is beyond dispute."""
OPENING = 2
"""So many words into its sentence an expression opens it."""
ASIDE = 4
"""Words between two commas, at most, that part no clause: ", Linnet Rook,"."""
GRANTED = 8
"""Words, at most, between who gives time and its "until": "gave the garrison of Orm until"."""
CHANGED = 4
"""Words, at most, from the "originally" of a changed plan to its date."""
STRETCH = 80
"""Characters before an expression that hold so many words."""
WINDOW = 400
"""Characters on either side that are searched for cues."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """A sense and what decided it."""

    sense: Sense
    cues: tuple[str, ...]
    """ "past: reported", "plan: will"; empty: nothing told."""
    conflict: bool = False
    strong: bool = False
    """Whether the cue stands close."""

    @property
    def word(self) -> str | None:
        """The word that decided."""
        return self.cues[0].partition(": ")[2] if self.cues else None


class _Cue(NamedTuple):
    sense: Sense
    kind: str
    word: str
    cost: int
    before: bool
    lead: bool = False
    """A preposition, which a verb outdoes without dispute."""
    at: int = -1
    """Which word it is: of two that cost the same the first in the text counts."""


def direction(
    passage: Passage, start: int, end: int, *, headline: bool, timed: bool = False
) -> Direction:
    """The sense of the expression at ``start:end`` of the passage.

    A headline's bare infinitive ("Minister to visit port Friday") is a plan. ``timed``: it tells
    a time of day, and "before noon Friday" no deadline.
    """
    cues = sorted(
        _cues(passage, start, end, headline=headline, timed=timed),
        key=lambda cue: (cue.cost, cue.lead, cue.at),
    )
    if not cues:  # of a language without rules no verb is known, so nothing tells the sense
        return Direction(sense=Sense.PAST, cues=(), conflict=passage.locale.plain is not None)
    best = cues[0]
    other = next((cue for cue in cues if cue.sense is not best.sense), None)
    conflict = (
        other is not None
        and not other.lead
        and other.cost - best.cost <= CLOSE
        and not (best.before and best.cost <= NEAR)
    )
    told = [f"{best.kind}: {best.word}"]
    if conflict and other is not None:
        told.append(f"{other.kind}: {other.word}")
    strong = best.cost <= STRONG and not best.lead
    if best.kind == "plan" and _before(passage, start, passage.locale.cues.changed, CHANGED):
        strong = False
    return Direction(sense=best.sense, cues=tuple(told), conflict=conflict, strong=strong)


def _cues(passage: Passage, start: int, end: int, *, headline: bool, timed: bool) -> Iterator[_Cue]:
    """The cues of the sentence with their costs, nearest first, as far as they can count."""
    words = passage.locale.cues
    cheapest = sys.maxsize
    lead = passage.word_before(start, _leads(words))
    for cue in _led(passage, (start, end), lead, timed=timed):
        cheapest = min(cheapest, cue.cost)
        yield cue
    led = 0 if lead is None else len(lead.split())
    heard, starts, _, _ = sentence = hear(passage, headline=headline)
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    hits = [
        hit
        for hit in _nearby(sentence, start - WINDOW, end + WINDOW)
        if not first - led <= hit[0] < last
    ]
    closed: int | None = None
    nearest = sorted(
        (max(first - index - found[3], index - last, 0), index, found)
        for index, found in cues_that_count(heard, hits, words)
    )
    for distance, index, (sense, kind, text, length) in nearest:
        if distance >= cheapest + CLOSE:
            return
        word, before = heard[index], index < first
        between = heard[index + length : first] if before else heard[last:index]
        cost = distance + 1 + (0 if before else AFTER)
        outside = False
        if before:
            between = between[: len(between) - led]  # "before Sunday" opens no clause
        else:
            if between[:1] == [","] and _opens_sentence(heard, first, words):
                between, cost = between[1:], cost - 1
            elif word in words.speech and "," in between:
                continue  # it only closes the sentence: "… on Thursday, she told parliament"
            if closed is None:
                clause = inner_clause(passage, start, end)
                closed = sys.maxsize if clause is None else bisect_left(starts, clause[1])
            outside = index >= closed
        cost += BOUNDARY * (_boundaries(between, words.boundary) or outside)
        if before and passage.possessed(end):
            if sense is Sense.FUTURE and cost > NEAR:
                continue  # "would look for a way around Wednesday's ruling"
            cost += BOUNDARY if word in words.speech else 0
        cheapest = min(cheapest, cost)
        yield _ordered(_Cue(sense, kind, text, cost, before, at=index), words, led)


def _led(
    passage: Passage, span: tuple[int, int], lead: str | None, *, timed: bool
) -> Iterator[_Cue]:
    """What the words right before the expression tell: "put back *to*", "by", "since"."""
    start, end = span
    has_been = passage.word_before(start, passage.locale.cues.follows)
    if has_been is not None and passage.possessed(end):
        yield _Cue(Sense.PAST, "past", has_been, 1, before=True)
        return
    moved = moved_plan(passage, start, end)
    if moved is not None:
        yield _Cue(Sense.FUTURE, "plan", moved, 1, before=True)
    relations = passage.locale.relations
    if lead is not None and not (timed and relations.get(lead) == "before"):
        yield _lead_cue(passage, start, lead)


def _ordered(cue: _Cue, words: Cues, led: int) -> _Cue:
    """The day of "were told to leave on Monday" is that of the telling; "by Monday" is not."""
    if led or cue.word not in words.orders:
        return cue
    return cue._replace(sense=Sense.PAST, kind="past")


def _before(passage: Passage, start: int, words: frozenset[str], reach: int) -> str | None:
    """Which of the words stands among the last before an offset, after the last sign."""
    low = passage.low[max(0, start - STRETCH) : start]
    stretch = max(low.rfind(sign) + 1 for sign in ",;:—–(")
    last = low[stretch:].split()[-reach:]
    return next((word for word in reversed(last) if word in words), None)


def _nearby(sentence: Heard, start: int, end: int) -> list[Hit]:
    """The words that count between two offsets; in a sentence that is not long, all of them."""
    _, starts, hits, places = sentence
    if not starts or (start <= starts[0] and end >= starts[-1]):
        return hits
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    return hits[bisect_left(places, first) : bisect_left(places, last)]


def _lead_cue(passage: Passage, start: int, lead: str) -> _Cue:
    """What a preposition right before the expression tells."""
    words = passage.locale.cues
    if passage.locale.relations.get(lead) == "until":
        grant = _before(passage, start, words.grants, GRANTED)
        if grant is not None:
            return _Cue(Sense.FUTURE, "plan", f"{grant} … {lead}", 1, before=True)
    if lead in words.lead_plan:
        return _Cue(Sense.FUTURE, "plan", lead, 1, before=True)
    if lead in words.lead_past:
        return _Cue(Sense.PAST, "past", lead, LEAD_PAST, before=True, lead=True)
    return _Cue(Sense.FUTURE, "plan", lead, LEAD, before=True, lead=True)


@lru_cache(maxsize=64)
def _leads(words: Cues) -> frozenset[str]:
    """Words right before an expression that tell past or future."""
    return words.lead_future | words.lead_past | words.lead_plan


def _opens_sentence(heard: list[str], first: int, words: Cues) -> bool:
    """Whether the comma behind an expression shuts nothing out.

    It opens its sentence ("On Friday, the mayor said"), or a participle its aside ("The mayor,
    speaking on Friday, said").
    """
    if first <= OPENING:
        return True
    comma = next((n for n in range(first - 1, -1, -1) if heard[n] == ","), None)
    return (
        bool(words.aside_endings)
        and comma is not None
        and comma + 1 < first
        and heard[comma + 1].endswith(words.aside_endings)
    )


def _aside_end(between: list[str], comma: int, openers: frozenset[str]) -> int:
    """Where a short aside between two commas ends (", Linnet Rook,"); -1 where none starts."""
    for index in range(comma + 1, min(len(between), comma + ASIDE + 2)):
        if between[index] == ",":
            return index if index > comma + 1 else -1
        if between[index] in openers or not between[index][0].isalnum():
            return -1
    return -1


def _boundaries(between: list[str], openers: frozenset[str]) -> int:
    """How many clause boundaries stand between; a comma and its "which" are one."""
    count, last, aside = 0, -2, -1
    for index, word in enumerate(between):
        if word == "," and index > aside:
            aside = _aside_end(between, index, openers)
        if index <= aside:
            continue
        if word in openers or not word[0].isalnum():
            if index != last + 1:
                count += 1
            last = index
    return count
