"""Wording of a clause → its Tense, from auxiliaries and endings."""

from collections.abc import Sequence
from enum import StrEnum

from briefgen.events.lexicon import Statements, phrase_set
from briefgen.events.words import Word, Wording

__all__ = ["Tense", "finite_in", "tense_of"]


class Tense(StrEnum):
    """The tense and aspect of what is told."""

    PAST = "past"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    ONGOING = "ongoing"
    PRESENT = "present"
    FUTURE = "future"


def tense_of(
    wording: Wording,
    span: tuple[int, int],
    lexicon: Statements,
    unless: Tense = Tense.PRESENT,
) -> Tense:
    """The tense of the first finite verb in a span of a sentence; ``unless`` where none shows one.

    Plan words in the first clause decide for the future, words of duration ("continues to",
    "is still") for what goes on; else the first auxiliary or past form does.
    """
    words = wording.within(span)
    lower = wording.text[span[0] : span[1]].lower()
    finite = finite_in(wording, span, lexicon)
    at = words[finite[0]].start - span[0] if finite else len(lower)
    plans = phrase_set(_opening(lower), lexicon.future)
    if plans and (finite is None or lower.find(plans[0]) <= at or finite[1] is Tense.PRESENT):
        return Tense.FUTURE
    if finite is not None and finite[1] in {Tense.PRESENT, Tense.PERFECT, Tense.ONGOING}:
        return Tense.ONGOING if phrase_set(lower, lexicon.ongoing) else finite[1]
    if finite is not None:
        return finite[1]
    if phrase_set(lower, lexicon.future):
        return Tense.FUTURE
    return Tense.ONGOING if phrase_set(lower, lexicon.ongoing) else unless


def finite_in(
    wording: Wording, span: tuple[int, int], lexicon: Statements
) -> tuple[int, Tense] | None:
    """Index among the span's words, and tense, of the first finite verb that shows its tense."""
    words = wording.within(span)
    for index, word in enumerate(words):
        following = words[index + 1].lower if index + 1 < len(words) else ""
        if word.lower in lexicon.pluperfect:
            return index, Tense.PLUPERFECT
        if word.lower in lexicon.perfect:
            return index, Tense.PERFECT
        if word.lower in lexicon.present_be:
            ongoing = following.endswith(lexicon.participle_ending)
            return index, Tense.ONGOING if ongoing else Tense.PRESENT
        if _is_past(word.lower, lexicon) and not _after_article(words, index, lexicon):
            return index, Tense.PAST
    return None


def _opening(lower: str) -> str:
    """A clause up to its first comma; up to the third, where it opens with an aside."""
    parts = lower.split(", ")
    wanted = 3 if len(parts[0].split()) < 6 else 2
    return ", ".join(parts[:wanted])


def _is_past(lower: str, lexicon: Statements) -> bool:
    if lower in lexicon.past_forms:
        return True
    if lower in lexicon.happening_forms:
        return not lower.endswith((lexicon.participle_ending, "s"))
    return (
        len(lower) > 3
        and lower.endswith(lexicon.past_ending)
        and not lower.endswith(lexicon.past_ending_never)
    )


def _after_article(words: Sequence[Word], index: int, lexicon: Statements) -> bool:
    """Whether a word in -ed is a participle before a noun: "a damaged vehicle"."""
    return index > 0 and words[index - 1].lower in lexicon.articles
