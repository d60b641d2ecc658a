"""A sentence → its words, and which of them are cues of past or future."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache

from briefgen.knowledge.locale import Cues, Locale
from briefgen.temporal.passage import Passage

__all__ = ["Found", "Heard", "Hit", "Sense", "cues_that_count", "hear"]

PARTICIPLE = 3
"""So many words after "will" or "plans", a past form is a participle, and points ahead too."""
ENDED = 4
"""A word of more letters is known by its ending."""
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[,;:—–()\"“”]|``|''")
_OPENERS = frozenset((*'"“”(:—–', "``", "''"))
"""Signs after which a capital tells nothing."""
_SIGNS = (*',;:—–()"“”', "``", "''")


class Sense(StrEnum):
    """Which way from the anchor."""

    PAST = "past"
    FUTURE = "future"


Found = tuple[Sense, str, str, int]
"""Sense, kind, words and their number."""
Hit = tuple[int, bool, Found | None]
"""Index of a word, whether it ends a chain of verbs, and the cue that it starts."""
Heard = tuple[list[str], list[int], list[Hit], list[int]]
"""The words of a sentence and their offsets; those that count, and their indexes."""


@lru_cache(maxsize=64)
def hear(passage: Passage, *, headline: bool) -> Heard:
    """A sentence as words: the same for every expression in it."""
    heard = _TOKEN.findall(passage.low)
    starts = [match.start() for match in _TOKEN.finditer(passage.low)]
    if "’" in passage.low:
        heard = [word.replace("’", "'") for word in heard]
    locale, cues = passage.locale, passage.locale.cues
    marks, endings = _marks(locale, headline=headline), cues.past_endings + cues.future_endings
    hits: list[Hit] = []
    shape = _shape(cues.past_shape)
    for index, word in enumerate(heard):
        if not (word in marks or word.endswith(endings) or (shape and shape.fullmatch(word))):
            continue
        if not word[0].isalnum():
            hits.append((index, True, None))
            continue
        if passage.text[starts[index]].isupper() and index and heard[index - 1] not in _OPENERS:
            common = locale.noun_capitals or passage.headline
            if not common or word in locale.ambiguous:
                continue  # a name: "Theresa May", "in May", "Edmund Will"
        found = _cue_at(locale, heard, index, headline=headline)
        if found is not None or word in cues.subordinate:
            hits.append((index, word in cues.subordinate, found))
    return heard, starts, hits, [hit[0] for hit in hits]


def cues_that_count(heard: list[str], hits: list[Hit], words: Cues) -> Iterator[tuple[int, Found]]:
    """The cues among the hits, less the participles of a chain of verbs."""
    skip, ahead = -1, -9
    for index, breaks, found in hits:
        if index <= skip:
            continue
        ahead = -9 if breaks else ahead
        if found is None:
            continue
        past = found[0] is Sense.PAST
        state = index > 0 and heard[index - 1] in words.present  # "is closed until"
        if past and (state or index - ahead <= PARTICIPLE):
            continue  # "will be held", "must have been paid"
        skip = index + found[3] - 1
        ahead = ahead if past else skip
        yield index, found


@lru_cache(maxsize=64)
def _marks(locale: Locale, *, headline: bool) -> frozenset[str]:
    """Every word that may start a cue or end a chain of verbs, but for the past endings."""
    told, openers = _phrases(locale, headline=headline)
    return frozenset(_SIGNS) | told.keys() | openers | locale.cues.subordinate


@lru_cache(maxsize=64)
def _phrases(
    locale: Locale, *, headline: bool
) -> tuple[Mapping[str, tuple[Sense, str] | None], frozenset[str]]:
    """Every cue of a locale, with what it tells, and the first words of those of several."""
    cues = locale.cues
    told: dict[str, tuple[Sense, str] | None] = dict.fromkeys(cues.neutral)
    for phrases, sense, kind in (
        (cues.headline_plan if headline else cues.scheduled, Sense.FUTURE, "plan"),
        (cues.past, Sense.PAST, "past"),
        (cues.plan, Sense.FUTURE, "plan"),
        (cues.future, Sense.FUTURE, "future"),
    ):
        told.update(dict.fromkeys(phrases, (sense, kind)))
    return told, frozenset(phrase.split(" ")[0] for phrase in told if " " in phrase)


def _cue_at(locale: Locale, heard: list[str], index: int, *, headline: bool) -> Found | None:
    """Sense, kind, words and length of the cue that starts at a token."""
    told, openers = _phrases(locale, headline=headline)
    words, word = locale.cues, heard[index]
    after = heard[index + 1] if index + 1 < len(heard) else ""
    if after in words.closing and (word in told or _is_participle(word, words)):
        return Sense.PAST, "past", f"{word} {after}", 2
    if word in openers:
        for length in (4, 3, 2):
            phrase = " ".join(heard[index : index + length])
            if phrase in told and index + length <= len(heard):
                tells = told[phrase]
                return None if tells is None else (*tells, phrase, length)
    if (tells := told.get(word)) is not None:
        before = heard[index - 1] if index else ""
        noun = word in words.scheduled and (before in words.nouns_after or before.isdigit())
        return None if noun else (*tells, word, 1)
    ended = len(word) > ENDED and word.endswith(words.past_endings) and word not in words.not_past
    if ended or (_is_participle(word, words) and after not in words.future):  # "abgestimmt wird"
        return Sense.PAST, "past", word, 1
    if len(word) > ENDED and word.endswith(words.future_endings) and word not in words.not_future:
        return Sense.FUTURE, "future", word, 1
    return None


@lru_cache(maxsize=64)
def _shape(pattern: str | None) -> re.Pattern[str] | None:
    return re.compile(pattern) if pattern else None


def _is_participle(word: str, words: Cues) -> bool:
    """Whether a word has the shape of a past participle."""
    shape = _shape(words.past_shape)
    return shape is not None and word not in words.not_past and bool(shape.fullmatch(word))
