"""A word of a sentence → Target: how it is told, and which dates that allows.

What was done has no date to come, what is going on none that is over; the date of "chosen on
Friday to build it" is the choice's, and "after breaking a rule" tells no day at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.events.dates.comparisons import compared_from
from briefgen.events.dates.history import is_over
from briefgen.events.dates.status import lies_ahead, opens_ahead
from briefgen.events.language.forms import Form, form_of
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import Tense
from briefgen.events.language.words import Word
from briefgen.events.sentences.clauses import Clauses, clause_tense
from briefgen.model import Document, Grain, Mention, Relation

__all__ = ["Target", "counts_from", "fits", "is_aside", "is_of_another", "read_target", "resumes"]

DONE = frozenset({Form.PAST, Form.PERFECT, Form.PLUPERFECT})
GOING = frozenset({Form.PRESENT, Form.ONGOING, Form.STATE})
ONCE = frozenset({Form.PAST, Form.PRESENT, Form.NOUN})
"""What has no "since": only what lasts is so since a time."""
TIED = 1
"""Words, at most, of "…, in" between a clause and its date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A word that is dated."""

    span: tuple[int, int]
    form: Form
    tense: Tense
    """Of its clause."""
    says: bool
    """Whether it is a verb of saying."""
    stem: str


def read_target(clauses: Clauses, span: tuple[int, int], lexicon: Statements) -> Target:
    """How a word is told; its sentence has words."""
    words = clauses.wording.words
    at = next((n for n, word in enumerate(words) if span[0] < word.end), len(words) - 1)
    form = form_of(words, at, lexicon)
    lower = lexicon.bare(words[at].lower)
    saying = clauses.saying is not None and clauses.saying.at == span[0]
    told = form in {Form.PAST, Form.PERFECT, Form.PRESENT} and lower in lexicon.verb_forms
    return Target(
        span=span,
        form=form,
        tense=clause_tense(clauses, span, lexicon),
        says=saying or told,
        stem=lexicon.canonical(lower),
    )


def fits(date: Mention, target: Target, document: Document) -> bool:
    """Whether a date may be that of what is told so: no date to come of what was done."""
    published = document.published
    if published is None or date.interval is None:
        return True
    ahead, over = lies_ahead(date, published.interval), is_over(date.interval, document)
    done = target.form in DONE or target.says
    if (done and ahead) or opens_ahead(date) or not _lasts(date, target):
        return False
    if target.form is Form.SUPPOSED or (
        target.form is Form.PERFECT and date.relation is Relation.AT
    ):
        return not over
    going = target.form in GOING and (
        target.tense is not Tense.FUTURE or target.form is Form.ONGOING
    )
    vague = ahead and date.interval.grain > Grain.DAY
    return not (going and (vague or over) and date.relation is Relation.AT)


def _lasts(date: Mention, target: Target) -> bool:
    """Whether what is told so may begin or end with a date, where the date is of such a kind."""
    if date.relation is Relation.SINCE:
        return target.form not in ONCE
    return date.relation is not Relation.BY or target.form not in GOING


def is_of_another(date: Mention, target: Target, clauses: Clauses, lexicon: Statements) -> bool:
    """Whether a date is that of another thing that its sentence names.

    Of what a word is only compared with ("more than in May"), of what a report is about ("reported
    a loss for May"), or of what a relative clause adds ("builds a tug that was laid down in May").
    """
    opened = compared_from(date, clauses.dates, clauses.wording, lexicon)
    if opened is not None and not opened < target.span[0] < date.end:
        return True
    wording = clauses.wording
    between = wording.within((target.span[1], date.start))
    if target.form is Form.PARTICIPLE:
        return date.start < target.span[0] or "," in wording.text[target.span[1] : date.start]
    if target.says and _is_period(date, between, lexicon):
        return True
    if target.form is not Form.NOUN and any(w.lower in lexicon.relatives for w in between):
        return True
    aside = _relative_around(target, clauses, lexicon)
    if aside is None or aside[0] <= date.start < aside[1]:
        return False
    return date.start < aside[0] or len(wording.within((aside[1], date.start))) > TIED


def _relative_around(
    target: Target, clauses: Clauses, lexicon: Statements
) -> tuple[int, int] | None:
    """The relative clause between commas that a word stands in."""
    wording = clauses.wording
    comma = wording.text.rfind(", ", wording.start, target.span[0])
    if comma < 0:
        return None
    opening = wording.within((comma, target.span[0]))[:1]
    closed = wording.text.find(", ", target.span[1], wording.end)
    if not opening or opening[0].lower not in lexicon.relatives:
        return None
    return opening[0].start, closed if closed >= 0 else wording.end


def _is_period(date: Mention, between: Sequence[Word], lexicon: Statements) -> bool:
    """Whether a date is the time that a report is about: "a loss for May", "in the quarter"."""
    if date.interval is None or not between or date.interval.grain <= Grain.DAY:
        return False
    quarter = date.interval.grain is Grain.QUARTER and len(between) > 1
    return quarter or between[-1].lower in lexicon.account


def is_aside(target: Target, date: Mention, clauses: Clauses, lexicon: Statements) -> bool:
    """Whether a date before a word is another verb's: "chosen on Friday to build it"."""
    if target.form is Form.AIM:
        between = clauses.wording.within((date.end, target.span[0]))
        return bool(between) and date.start > clauses.wording.words[0].start
    return date.start < target.span[0] and counts_from(target, clauses, lexicon)


def counts_from(target: Target, clauses: Clauses, lexicon: Statements) -> bool:
    """Whether what is told only lies before or after it: "closed after breaking a rule"."""
    before = clauses.wording.within((clauses.wording.start, target.span[0]))
    counted = bool(before) and before[-1].lower in lexicon.counting
    return target.form is Form.GERUND and counted


def resumes(target: Target, clauses: Clauses, lexicon: Statements) -> bool:
    """Whether a noun takes up what was told: "the deal", "this move"."""
    before = clauses.wording.within((clauses.wording.start, target.span[0]))
    definite = bool(before) and before[-1].lower in lexicon.determiners
    return definite and target.form is Form.NOUN
