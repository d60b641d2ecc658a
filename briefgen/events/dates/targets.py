"""A word of a sentence → Target: how it is told, and which dates that allows.

What was done has no date to come, what is going on none that is over; the date of "chosen on
Friday to build it" is the choice's, and "after breaking a rule" tells no day at all.
"""

from dataclasses import dataclass

from briefgen.events.dates.inherit import is_over
from briefgen.events.dates.status import lies_ahead
from briefgen.events.language.forms import Form, form_of
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import Tense
from briefgen.events.sentences.clauses import Clauses, clause_tense
from briefgen.model import Document, Grain, Mention, Relation

__all__ = ["Target", "counts_from", "fits", "is_aside", "read_target", "resumes"]

DONE = frozenset({Form.PAST, Form.PERFECT, Form.PLUPERFECT})
GOING = frozenset({Form.PRESENT, Form.ONGOING, Form.STATE})


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
    if done and ahead:
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
