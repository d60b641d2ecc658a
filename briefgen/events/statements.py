"""Wording + what stands in it → Verdict: whether a sentence reports a happening.

A sum of evidence, each part with its reason, so that a reader can ask why a line is there.
For: a verb or noun of happening, a date of its own, a figure, a place, a claimant, a tense that
tells. Against: the page's own voice (rhetoric, evaluation), conditionals, questions, talk.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.events.lexicon import Statements, phrase_set
from briefgen.events.sayings import Saying
from briefgen.events.tenses import Tense
from briefgen.events.words import Word, Wording
from briefgen.model import Quantity

__all__ = ["THRESHOLD", "Evidence", "Verdict", "weigh"]

THRESHOLD = 2.0
"""A sentence at or above this sum is a report."""
EARLY = 5
"""Evaluation within so many words of the start is what the sentence is about."""
HARD_FACT = 1.0
"""A happening with a date or a figure loses at most this to the page's voice around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The sum of the evidence, and its parts."""

    score: float
    reasons: tuple[str, ...]

    @property
    def reports(self) -> bool:
        """Whether the sentence reports a happening."""
        return self.score >= THRESHOLD


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What was found in one sentence."""

    wording: Wording
    saying: Saying | None
    tense: Tense
    timed: bool
    """Whether it names a date or a time, resolved or not."""
    quantities: Sequence[Quantity]
    fact: tuple[int, int]
    """The part that states the fact; the page's voice counts only there."""
    placed: bool
    """Whether it names a place finer than a country."""


def weigh(evidence: Evidence, lexicon: Statements) -> Verdict:
    """Whether a sentence reports something that happened, goes on or is planned."""
    parts = [
        *_for(evidence, lexicon),
        *_against(evidence, lexicon),
    ]
    kept = tuple((points, reason) for points, reason in parts if points)
    return Verdict(
        score=sum(points for points, _ in kept),
        reasons=tuple(f"{points:+g} {reason}" for points, reason in kept),
    )


def _for(evidence: Evidence, lexicon: Statements) -> list[tuple[float, str]]:
    words, _ = _content(evidence)
    verbs = _happenings(evidence, lexicon)
    nouns = [w.text for w in words if lexicon.stem(w.text) in lexicon.nouns and not w.quoted]
    told = evidence.tense in {Tense.PAST, Tense.PERFECT}
    verb = evidence.saying.verb if evidence.saying else None
    plan = evidence.tense is Tense.FUTURE and evidence.timed
    return [
        (1.5 if verbs else 0, f"happening: {', '.join(verbs[:2])}"),
        (1 if nouns else 0, f"names a happening: {', '.join(nouns[:2])}"),
        (1.5 if evidence.timed else 0, "names a date or a time"),
        (1 if evidence.quantities else 0, "has a figure"),
        (0.5 if evidence.placed else 0, "has a place"),
        (0.5 if told else 0, f"told in the {evidence.tense}"),
        (1 if plan else 0, "a dated plan"),
        (0.5 if verb and verb not in lexicon.groups["talk"] else 0, "has a claimant"),
        (0.5 if verb in lexicon.groups["act"] else 0, f"to {verb} is itself a happening"),
    ]


def _happenings(evidence: Evidence, lexicon: Statements) -> list[str]:
    """Verbs of happening: inflected, or in a plan; a bare form may be a noun and does not count."""
    words, lower = _content(evidence)
    endings = (lexicon.past_ending, lexicon.participle_ending)
    ahead = evidence.tense is not Tense.PAST
    verbs = [
        w.text
        for w in words
        if not w.quoted
        and lexicon.stem(w.text) in lexicon.happening
        and (w.lower.endswith(endings) or (ahead and lexicon.stem(w.text) not in lexicon.nouns))
    ]
    return [*verbs, *phrase_set(lower, lexicon.happening_forms)]


def _content(evidence: Evidence) -> tuple[tuple[Word, ...], str]:
    """The words of what is said, or of the whole sentence, and their text in lower case."""
    wording = evidence.wording
    span = evidence.saying.content if evidence.saying else (wording.start, wording.end)
    return wording.within(span), wording.text[span[0] : span[1]].lower()


def _against(evidence: Evidence, lexicon: Statements) -> list[tuple[float, str]]:
    wording, dated = evidence.wording, evidence.timed
    words = wording.within(evidence.fact)
    lower = wording.text[slice(*evidence.fact)].lower()
    plain = [w for w in words if not w.quoted]
    conditional = [w.text for w in _content(evidence)[0] if _supposes(w, evidence, lexicon)]
    phrases = phrase_set(lower, lexicon.rhetoric)
    stems = [w.text for w in plain if lexicon.stem(w.text) in lexicon.rhetoric_stems]
    voice = 1.5 * min(2, len(phrases)) + 0.75 * min(3, len(stems))
    facts = dated or evidence.quantities
    told = evidence.saying or evidence.tense is Tense.FUTURE or _happenings(evidence, lexicon)
    hard = facts and (told or _for(evidence, lexicon)[1][0])
    early = any(w in words[:EARLY] for w in plain if w.text in stems)
    opener = any(lower.startswith(o + " ") for o in lexicon.openers)
    pointing = lower.split(" ")[0] in lexicon.demonstratives and not any(
        lower.startswith(a + " ") for a in lexicon.anaphora
    )
    talk = evidence.saying is not None and evidence.saying.verb in lexicon.groups["talk"]
    timeless = evidence.tense is Tense.PRESENT and not dated
    return [
        (
            -min(voice, HARD_FACT) if hard else -voice,
            f"page's voice: {', '.join((*phrases, *stems)[:3])}",
        ),
        (
            -1.5 if conditional and not (dated and evidence.saying) else -0.5 * bool(conditional),
            f"conditional: {', '.join(conditional[:2])}",
        ),
        (-3 if phrase_set(lower, lexicon.unreal) else 0, "did not happen"),
        (-3 if conditional and lower.split(" ")[0] in lexicon.suppositions else 0, "supposed"),
        (-3 if words and words[0].lower in lexicon.imperatives else 0, "addressed to the reader"),
        (-1.5 if phrase_set(lower, lexicon.nothing) and not dated else 0, "nothing happened"),
        (-0.75 if opener else 0, "opens with an aside"),
        (-0.75 if pointing else 0, "points at what the page said before"),
        (-1 if early else 0, "opens in the page's voice"),
        (-1.5 if talk and not facts else 0, "talk without a fact"),
        (-1.5 if timeless else 0, "present tense without a date"),
        (-1 if evidence.tense is Tense.PLUPERFECT and not dated else 0, "told as earlier"),
        (-1 if evidence.tense is Tense.FUTURE and not dated else 0, "a plan without a date"),
        (-4 if wording.sentence.rstrip('”" ').endswith("?") else 0, "a question"),
        (-1 if phrase_set(lower, lexicon.passing) else 0, "told in passing"),
    ]


def _supposes(word: Word, evidence: Evidence, lexicon: Statements) -> bool:
    """Whether a word makes its clause a supposition: "might", not May, nor a plan's "would"."""
    if word.lower not in lexicon.conditional or (
        word.text[:1].isupper() and word.start != evidence.wording.start
    ):
        return False
    return not (evidence.saying and word.lower in lexicon.future_in_past)
