"""Wording of a clause → its Tense, from auxiliaries and endings."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.phrases import phrase_set
from briefgen.events.language.words import Word, Wording

__all__ = ["Tense", "finite_in", "finite_words", "is_past", "tense_of"]


REACH = 16
"""Words between an auxiliary and the form that goes with it, at most."""
JOINT_WORDS = 3
"""A plan within so many words of an "and" comes second: "closed and does not intend to"."""
HYPHEN = "-"
PREFIX = 3
"""Letters before a hyphen, at most, that leave a verb one."""
SHORTEST_PAST = 4
"""Letters of a word that its ending alone shows to be past."""


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
    unless: Tense | None = None,
) -> Tense:
    """The tense of the first finite verb in a span of a sentence.

    ``unless`` is it where none shows one, by default what the language takes such a sentence for.

    Plan words in the first clause decide for the future, words of duration ("continues to",
    "is still") for what goes on; else the first auxiliary or past form does.
    """
    words = wording.within(span)
    lower = wording.text[span[0] : span[1]].lower()
    finite = finite_in(wording, span, lexicon)
    if _plans_first(words, lower, finite, lexicon):
        return Tense.FUTURE
    if finite is not None and finite[1] in {Tense.PRESENT, Tense.PERFECT, Tense.ONGOING}:
        told = _without_tail(lower, words[finite[0]].end - span[0], lexicon)
        return Tense.ONGOING if phrase_set(told, lexicon.ongoing) else finite[1]
    if finite is not None:
        return finite[1]
    if _plans(words, lower, lexicon):
        return Tense.FUTURE
    if phrase_set(lower, lexicon.ongoing):
        return Tense.ONGOING
    return unless or Tense(lexicon.nominal)


def _plans(words: Sequence[Word], lower: str, lexicon: Statements) -> Sequence[str]:
    """The plan words of a clause, less those that an article makes nouns: "a plan to"."""
    articles = {*lexicon.determiners, *lexicon.indefinite}
    start = words[0].start if words else 0
    found = []
    for plan in phrase_set(lower, lexicon.future):
        at = lower.find(plan) + start
        before = [w for w in words if w.end <= at][-1:]
        if not before or before[0].lower not in articles:
            found.append(plan)
    return found


def _without_tail(lower: str, verb: int, lexicon: Statements) -> str:
    """A clause without what is said beside its nouns: ", a type that is still on paper"."""
    comma = lower.find(", ", verb)
    while comma >= 0:
        after = lower[comma + 2 :].split(maxsplit=1)[:1]
        if after and after[0] in lexicon.tail_starts:
            return lower[:comma]
        comma = lower.find(", ", comma + 1)
    return lower


def _plans_first(
    words: Sequence[Word], lower: str, finite: tuple[int, Tense] | None, lexicon: Statements
) -> bool:
    """Whether a plan word is the main verb: not after an "and" that follows what was done."""
    plans = _plans(words, _unchanged(_opening(lower), lexicon), lexicon)
    if not plans or finite is None:
        return bool(plans)
    at = lower.find(plans[0])
    start = words[0].start if words else 0
    before = [w for w in words if w.end - start <= at]
    main = words[finite[0]].start - start
    if at <= main:
        return True
    joined = any(w.lower in lexicon.coordinators for w in before[-JOINT_WORDS:])
    return "," not in lower[main:at] and not joined


def _unchanged(opening: str, lexicon: Statements) -> str:
    """An opening, blank where it tells of a plan that has been changed: "originally planned"."""
    words = opening.split(" ")
    kept = [
        " " * len(word)
        if word in lexicon.plans and lexicon.changed.intersection(words[max(0, at - 2) : at])
        else word
        for at, word in enumerate(words)
    ]
    return " ".join(kept)


def finite_in(
    wording: Wording, span: tuple[int, int], lexicon: Statements
) -> tuple[int, Tense] | None:
    """Index among the span's words, and tense, of the first finite verb that shows its tense."""
    words = wording.within(span)
    tail = False
    for index, word in enumerate(words):
        if index and "," in wording.text[words[index - 1].end : word.start]:
            tail = word.lower in lexicon.tail_starts
        tense = None if tail else _tense_at(words, index, lexicon)
        if tense is not None:
            return index, tense
    return None


def finite_words(
    wording: Wording, span: tuple[int, int], lexicon: Statements
) -> Iterator[tuple[Word, Tense]]:
    """Every finite verb of a span that shows its tense, with it; no "sailed" of "had sailed"."""
    words = wording.within(span)
    auxiliaries = lexicon.perfect | lexicon.pluperfect | lexicon.present_be | lexicon.passive
    for index, word in enumerate(words):
        tense = _tense_at(words, index, lexicon) or _joined(words, index, lexicon)
        before = [w.lower for w in words[max(0, index - 2) : index]]
        adverb = bool(before) and before[-1].endswith(lexicon.adverb_ending)
        helped = auxiliaries.intersection(before if adverb else before[-1:])
        if tense is not None and not helped:
            yield word, tense


def _joined(words: Sequence[Word], index: int, lexicon: Statements) -> Tense | None:
    """The past of a second verb after an "and", told from a participle by what follows it."""
    if not 0 < index < len(words) - 1:
        return None
    after = words[index + 1].lower
    plain = lexicon.function_words | lexicon.determiners | lexicon.date_prepositions
    second = words[index - 1].lower in lexicon.coordinators and after in plain
    return Tense.PAST if second and is_past(words[index].lower, lexicon) else None


def _tense_at(words: Sequence[Word], index: int, lexicon: Statements) -> Tense | None:
    """The tense that one word shows, None where it shows none."""
    lower = words[index].lower
    shown = _bracketed(words, index, lexicon) or _by_auxiliary(words, index, lexicon)
    if shown is not None:
        return shown
    if index and words[index].text[:1].isupper():
        return None  # a name, or a noun where nouns have capitals
    if is_past(lower, lexicon) and not _after_function_word(words, index, lexicon):
        return Tense.PAST
    return _present(lower, lexicon)


def _by_auxiliary(words: Sequence[Word], index: int, lexicon: Statements) -> Tense | None:
    """The tense that an auxiliary shows, or the ending of a future."""
    lower = words[index].lower
    if lower in lexicon.pluperfect:
        return Tense.PLUPERFECT
    if lower in lexicon.perfect:
        owned = words[index + 1].lower if index + 1 < len(words) else ""
        had = owned in {*lexicon.determiners, *lexicon.indefinite} or owned[:1].isdigit()
        owns = had and not lexicon.brackets  # a verb may follow the object: "habe 16 … abgewehrt"
        return Tense.PRESENT if owns else Tense.PERFECT  # "has a fleet"
    if lower in lexicon.future or _ends(lower, lexicon.future_ending):
        return Tense.FUTURE
    if lower in lexicon.present_be:
        following = words[index + 1].lower if index + 1 < len(words) else ""
        ongoing = following.endswith(lexicon.participle_ending)
        return Tense.ONGOING if ongoing else Tense.PRESENT
    return None


def _bracketed(words: Sequence[Word], index: int, lexicon: Statements) -> Tense | None:
    """The tense of an auxiliary by the form of the verb further on: "wird … geöffnet"."""
    lower = words[index].lower
    for bracket in lexicon.brackets:
        if lower in bracket.auxiliary and (
            bracket.form is None
            or any(bracket.form.fullmatch(w.lower) for w in words[index + 1 : index + 1 + REACH])
        ):
            return Tense(bracket.tense)
    return None


def _ends(lower: str, endings: tuple[str, ...]) -> bool:
    return len(lower) >= SHORTEST_PAST and lower.endswith(endings)


def _present(lower: str, lexicon: Statements) -> Tense | None:
    """What the ending of a verb of happening shows: that it goes on, or is told as present."""
    if not lower.endswith(lexicon.present_form):
        return None
    stem = lexicon.stem(lower)
    if stem in lexicon.ongoing_stems:
        return Tense.ONGOING
    return Tense.PRESENT if stem in lexicon.happening else None


def _opening(lower: str) -> str:
    """A clause up to its first comma; up to the third, where it opens with an aside."""
    parts = lower.split(", ")
    wanted = 3 if len(parts[0].split()) < 6 else 2
    return ", ".join(parts[:wanted])


def is_past(lower: str, lexicon: Statements) -> bool:
    """Whether a word, in lower case, is a past form."""
    if lower in lexicon.past_forms:
        return True
    if lower in lexicon.happening_forms:
        return not lower.endswith(lexicon.participle_ending + lexicon.present_ending)
    if lower in lexicon.never_past or (HYPHEN in lower and lower.index(HYPHEN) > PREFIX):
        return False  # "Moscow-installed", but "re-elected"
    if _ends(lower, lexicon.past_ending) and not lower.endswith(lexicon.past_ending_never):
        return True
    return lower.endswith(lexicon.done_ending) and lexicon.stem(lower) in lexicon.done


def _after_function_word(words: Sequence[Word], index: int, lexicon: Statements) -> bool:
    """Whether a word in -ed is a participle before a noun: "a damaged vehicle"."""
    return index > 0 and words[index - 1].lower in lexicon.function_words
