"""Sentence + expression → past or future, by the verbs and plan words nearest to it.

Every cue of the sentence costs its distance in words; a clause boundary in between (a comma, a
semicolon, "that", "which") costs :data:`BOUNDARY` more, standing after the expression
:data:`AFTER` more. The cheapest cue decides. Where the best cue of the other sense costs nearly the
same and none stands right before the expression, they conflict, and the result is uncertain.
With no cue at all the sense is past: of bare weekdays in news 19 of 20 are.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from briefgen.knowledge.locale import Locale
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
ENDED = 4
"""A word of more letters is known by its ending."""
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


_Found = tuple[Sense, str, str, int]
"""Sense, kind, words and their number."""
_Heard = tuple[list[tuple[int, int, str]], list[int], list[tuple[int, bool, _Found | None]]]


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
    possessed = passage.possessed(end)
    whole = start <= WINDOW and end + WINDOW >= len(passage.low)
    window = (0, len(passage.low)) if whole else (max(0, start - WINDOW), end + WINDOW)
    tokens, starts, hits = _heard(passage.low, *window, passage.locale, headline=headline)
    place = bisect_left(starts, start)
    inside = bisect_left(starts, end) - place
    clause = inner_clause(passage, start, end)
    closed = len(passage.low) if clause is None else clause[1]
    skip, ahead = -1, -9
    for index, breaks, found in hits:
        at, _, word = tokens[index]
        if start <= at < end or index <= skip or passage.month_name(at, word):
            continue
        ahead = -9 if breaks else ahead
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


@lru_cache(maxsize=64)
def _heard(low: str, first: int, last: int, locale: Locale, *, headline: bool) -> _Heard:
    """Tokens of a stretch, their offsets, and those that are cues or end a chain of verbs.

    The same for every expression of a sentence, unless the sentence is long.
    """
    tokens = [
        (m.start(), m.end(), m[0].replace("’", "'")) for m in _TOKEN.finditer(low, first, last)
    ]
    hits: list[tuple[int, bool, _Found | None]] = []
    for index, (_, _, word) in enumerate(tokens):
        breaks = not word[0].isalnum() or word in locale.cues.subordinate
        found = _cue_at(locale, tokens, index, headline=headline)
        if breaks or found is not None:
            hits.append((index, breaks, found))
    return tokens, [token[0] for token in tokens], hits


@lru_cache(maxsize=64)
def _phrases(locale: Locale) -> tuple[Mapping[str, tuple[Sense, str]], frozenset[str]]:
    """Every cue of a locale, with what it tells, and the first words of those of several."""
    cues = locale.cues
    told: dict[str, tuple[Sense, str]] = {}
    for phrases, sense, kind in (
        (cues.past, Sense.PAST, "past"),
        (cues.plan, Sense.FUTURE, "plan"),
        (cues.future, Sense.FUTURE, "future"),
    ):
        told.update(dict.fromkeys(phrases, (sense, kind)))
    return told, frozenset(phrase.split(" ")[0] for phrase in told if " " in phrase)


def _cue_at(
    locale: Locale, tokens: list[tuple[int, int, str]], index: int, *, headline: bool
) -> _Found | None:
    """Sense, kind, words and length of the cue that starts at a token."""
    told, openers = _phrases(locale)
    words, word = locale.cues, tokens[index][2]
    if word in openers:
        for length in (3, 2):
            phrase = " ".join(_words(tokens[index : index + length]))
            if phrase in told:
                return *told[phrase], phrase, length
    if word in told:
        return *told[word], word, 1
    if headline and word in words.headline_plan:
        return Sense.FUTURE, "plan", word, 1
    if len(word) > ENDED and word.endswith(words.past_endings) and word not in words.not_past:
        return Sense.PAST, "past", word, 1
    if len(word) > ENDED and word.endswith(words.future_endings) and word not in words.not_future:
        return Sense.FUTURE, "future", word, 1
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
