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
from briefgen.events.words import Wording
from briefgen.model import Mention, Quantity

__all__ = ["THRESHOLD", "Evidence", "Verdict", "weigh"]

THRESHOLD = 2.0
"""A sentence at or above this sum is a report."""


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
    dated: Sequence[Mention]
    """Expressions that could date it."""
    quantities: Sequence[Quantity]
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
    wording = evidence.wording
    content = evidence.saying.content if evidence.saying else (wording.start, wording.end)
    words = wording.within(content)
    lower = wording.text[content[0] : content[1]].lower()
    stems = [(w, lexicon.stem(w.text)) for w in words]
    verbs = [w.text for w, stem in stems if stem in lexicon.happening and not w.quoted]
    verbs += phrase_set(lower, lexicon.happening_forms)
    nouns = [w.text for w, stem in stems if stem in lexicon.nouns]
    quoted = [w.text for w, stem in stems if stem in lexicon.happening and w.quoted]
    told = evidence.tense in {Tense.PAST, Tense.PERFECT}
    talk = evidence.saying is not None and evidence.saying.verb in lexicon.groups["talk"]
    plan = evidence.tense is Tense.FUTURE and evidence.dated
    return [
        (1.5 if verbs else 0, f"happening: {', '.join(verbs[:2])}"),
        (0.5 if quoted and not verbs else 0, f"happening, quoted: {', '.join(quoted[:2])}"),
        (1 if nouns else 0, f"names a happening: {', '.join(nouns[:2])}"),
        (1.5 if evidence.dated else 0, "has a date of its own"),
        (1 if evidence.quantities else 0, "has a figure"),
        (0.5 if evidence.placed else 0, "has a place"),
        (0.5 if told else 0, f"told in the {evidence.tense}"),
        (1 if plan else 0, "a dated plan"),
        (0.5 if evidence.saying and not talk else 0, "has a claimant"),
    ]


def _against(evidence: Evidence, lexicon: Statements) -> list[tuple[float, str]]:
    wording, dated = evidence.wording, bool(evidence.dated)
    lower = wording.sentence.lower()
    plain = [w for w in wording.words if not w.quoted]
    content = evidence.saying.content if evidence.saying else (wording.start, wording.end)
    conditional = [w.text for w in wording.within(content) if w.lower in lexicon.conditional]
    phrases = phrase_set(lower, lexicon.rhetoric)
    stems = [w.text for w in plain if lexicon.stem(w.text) in lexicon.rhetoric_stems]
    opener = any(lower.startswith(o + " ") for o in lexicon.openers)
    talk = evidence.saying is not None and evidence.saying.verb in lexicon.groups["talk"]
    timeless = evidence.tense is Tense.PRESENT and not dated
    return [
        (-1.5 * min(2, len(phrases)), f"rhetoric: {', '.join(phrases[:2])}"),
        (-0.75 * min(3, len(stems)), f"evaluation: {', '.join(stems[:3])}"),
        (
            -1.5 if conditional and not dated else -0.5 if conditional else 0,
            f"conditional: {', '.join(conditional[:2])}",
        ),
        (-0.5 if opener else 0, "opens with an aside"),
        (-1 if talk and not evidence.quantities and not dated else 0, "talk without a fact"),
        (-1.5 if timeless else 0, "present tense without a date"),
        (-1 if evidence.tense is Tense.PLUPERFECT and not dated else 0, "told as earlier"),
        (-1 if evidence.tense is Tense.FUTURE and not dated else 0, "a plan without a date"),
        (-4 if wording.sentence.rstrip('”" ').endswith("?") else 0, "a question"),
        (-1 if phrase_set(lower, lexicon.passing) else 0, "told in passing"),
    ]
