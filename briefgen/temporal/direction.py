"""Sentence + expression → past or future, by the verbs and plan words nearest to it.

Every cue of the sentence costs its distance in words; a clause boundary in between (a comma, a
semicolon, "that", "which") costs :data:`BOUNDARY` more, standing after the expression
:data:`AFTER` more. The cheapest cue decides. Where the best cue of the other sense costs nearly the
same and none stands right before the expression, they conflict, and the result is uncertain.
With no cue at all the sense is past: of bare weekdays in news 19 of 20 are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from briefgen.temporal.clauses import inner_clause
from briefgen.temporal.passage import Passage

__all__ = ["Direction", "Sense", "direction"]

BOUNDARY = 6
AFTER = 2
CLOSE = 1
"""How much costs may differ and still conflict."""
LEAD = 5
"""What "by" or "since" right before the expression costs: a verb close by outdoes it."""
STRONG = 5
"""A cue that costs more leaves room for the occurrence that is nearest."""
NEAR = 3
"""A cue within so many words before the expression is beyond dispute."""
PARTICIPLE = 3
"""So many words after "will" or "plans", a past form is a participle, and points ahead too."""
ASIDE = 4
"""Words between two commas, at most, that part no clause: ", Linnet Rook,"."""
WINDOW = 400
"""Characters on either side that are searched for cues."""
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[,;:—–()\"“”]|``|''")


class Sense(StrEnum):
    """Which way from the anchor."""

    PAST = "past"
    FUTURE = "future"


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


@dataclass(frozen=True, slots=True)
class _Cue:
    sense: Sense
    kind: str
    word: str
    cost: float
    before: bool
    lead: bool = False
    """A preposition, which a verb outdoes without dispute."""


def direction(passage: Passage, start: int, end: int, *, headline: bool) -> Direction:
    """The sense of the expression at ``start:end`` of the passage.

    A headline's bare infinitive ("Minister to visit port Friday") is a plan.
    """
    cues = sorted(
        _cues(passage, start, end, headline=headline), key=lambda cue: (cue.cost, cue.lead)
    )
    if not cues:
        return Direction(sense=Sense.PAST, cues=())
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
    return Direction(
        sense=best.sense, cues=tuple(told), conflict=conflict, strong=best.cost <= STRONG
    )


def _cues(passage: Passage, start: int, end: int, *, headline: bool) -> Iterator[_Cue]:
    """Every cue of the sentence with its cost, in text order."""
    words = passage.locale.cues
    lead = passage.word_before(start, words.lead_future | words.lead_past)
    if lead is not None:
        past = lead in words.lead_past
        sense, kind = (Sense.PAST, "past") if past else (Sense.FUTURE, "plan")
        yield _Cue(sense, kind, lead, LEAD, before=True, lead=True)
    possessed = passage.low[end : end + 2] in {"'s", "’s"}
    found_tokens = _TOKEN.finditer(passage.low, max(0, start - WINDOW), end + WINDOW)
    tokens = [(m.start(), m.end(), m[0].replace("’", "'")) for m in found_tokens]
    place = sum(1 for token in tokens if token[0] < start)
    inside = sum(1 for token in tokens if start <= token[0] < end)
    clause = inner_clause(passage, start, end)
    closed = len(passage.low) if clause is None else clause[1]
    skip, ahead = -1, -9
    for index, (at, _, word) in enumerate(tokens):
        if start <= at < end or index <= skip or passage.month_name(at, word):
            continue
        ahead = -9 if not word[0].isalnum() or word in words.subordinate else ahead
        found = _cue_at(passage, tokens, index, headline=headline)
        if found is None:
            continue
        sense, kind, text, length = found
        state = index > 0 and tokens[index - 1][2] in words.present  # "is closed until"
        if sense is Sense.PAST and (state or index - ahead <= PARTICIPLE):
            continue  # "will be held", "must have been paid"
        skip = index + length - 1
        ahead = skip if sense is Sense.FUTURE else ahead
        before = at < start
        if not before and _closes(tokens[place + inside : index], word, words.speech):
            continue
        between = tokens[skip + 1 : place] if before else tokens[place + inside : index]
        cost = float(len(between) + 1) + (0 if before else AFTER)
        spoken = _words(between)
        if before and lead is not None:  # "before Sunday" opens no clause
            spoken = spoken[: -len(lead.split())]
        cost += BOUNDARY * (_boundaries(spoken, words.boundary) or at >= closed)
        if possessed and before:
            if sense is Sense.FUTURE and cost > NEAR:
                continue  # "would look for a way around Wednesday's ruling"
            cost += BOUNDARY if word in words.speech else 0
        yield _Cue(sense, kind, text, cost, before)


def _closes(between: list[tuple[int, int, str]], word: str, speech: frozenset[str]) -> bool:
    """Whether a verb of saying only closes the sentence: "… on Thursday, she told parliament"."""
    return word in speech and "," in _words(between)


def _words(tokens: list[tuple[int, int, str]]) -> list[str]:
    return [token[2] for token in tokens]


def _cue_at(
    passage: Passage, tokens: list[tuple[int, int, str]], index: int, *, headline: bool
) -> tuple[Sense, str, str, int] | None:
    """Sense, kind, words and length of the cue that starts at a token."""
    words = passage.locale.cues
    for length in (3, 2, 1):
        phrase = " ".join(token[2] for token in tokens[index : index + length])
        if phrase in words.future:
            return Sense.FUTURE, "future", phrase, length
        if phrase in words.plan:
            return Sense.FUTURE, "plan", phrase, length
        if phrase in words.past:
            return Sense.PAST, "past", phrase, length
    word = tokens[index][2]
    if headline and word in words.headline_plan:
        return Sense.FUTURE, "plan", word, 1
    if len(word) > 4 and word.endswith(words.past_endings) and word not in words.not_past:
        return Sense.PAST, "past", word, 1
    return None


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
