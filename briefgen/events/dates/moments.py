"""A word of a Document → when what it tells happened, and why.

A report dates what a whole clause tells (``gather``); this dates each word by the same rule
(:mod:`briefgen.events.dates.inherit`), as cross-document timelines want it (SemEval-2015 task 4).
A word takes the first of these that there is:

1. the nearest date of its clause, or of the clause that this one hangs on, that its form allows:
   what was done has no date to come, what is going on none that is over; and that is not of
   another thing, which an aside, a comparison or a report only names;
2. of a noun: the one date that the text tells right beside it ("the cuts announced in May");
3. in a title: the day of the news, but of what is to come ("Guild to mend lock");
4. of a word that the title or the first sentence tells: the day of the news;
5. of what is told as done, said or going on: what the surroundings lend.

What is planned, supposed, an aim or always so has no date.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefgen.events.dates.article import LEAD, Article, Moment, read_article
from briefgen.events.dates.asides import stands_aside
from briefgen.events.dates.comparisons import unmeasured
from briefgen.events.dates.inherit import day_of_news, inherit, lends
from briefgen.events.dates.targets import (
    Target,
    counts_from,
    fits,
    is_aside,
    is_of_another,
    read_target,
    resumes,
)
from briefgen.events.language.forms import Form, form_of
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import Tense
from briefgen.events.language.words import find_quotes
from briefgen.events.sentences.clauses import (
    NEAR,
    Clauses,
    hung_on,
    nearest,
)
from briefgen.events.sentences.telling import Telling, Told, head_of, read_telling
from briefgen.model import (
    DateBasis,
    Document,
    Mention,
    Relation,
    Report,
    Status,
    Tie,
)

__all__ = ["Moment", "moments"]

FINITE = frozenset({Form.PAST, Form.PRESENT, Form.PERFECT, Form.ONGOING})
"""What shows that a title tells a deed, and its infinitive an aim: "hires divers to mend"."""
HUNG = frozenset({Form.PAST, Form.PERFECT, Form.GERUND})
TOLD = frozenset({Form.PAST, Form.ONGOING, Form.GERUND})
"""What takes the date of its surroundings anywhere in a text."""
TOLD_FIRST = TOLD | {Form.PERFECT, Form.PRESENT, Form.NOUN}
"""... and among the first sentences."""
AGAIN = frozenset({Form.NOUN, Form.PRESENT, Form.PAST, Form.AIM, Form.GERUND})
"""As what a word of the lead is told again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """A sentence, as each of its words is dated."""

    clauses: Clauses
    telling: Telling
    told: tuple[Told, ...]
    """What the sentences before it tell, of those with a date of their own."""
    place: int | None
    """Which it is of those that tell, from 0, titles not counted; None: a title, or only a date."""

    @property
    def title(self) -> bool:
        """Whether it is a title, a kicker or a heading."""
        return self.telling.sentence.kind.announces


def moments(
    document: Document,
    mentions: Sequence[Mention],
    spans: Sequence[tuple[int, int]],
    lexicon: Statements,
) -> tuple[Moment, ...]:
    """When each of some words happened, in their order. A pure function of its arguments."""
    article = read_article(document, mentions, lexicon)
    scenes = tuple(_scenes(article, lexicon))
    starts = [sentence.start for sentence in document.sentences]
    found = []
    for span in spans:
        index = bisect_right(starts, span[0]) - 1
        if index < 0 or not scenes[index].clauses.wording.words:
            found.append(Moment(interval=None, why="it stands in no sentence"))
            continue
        target = read_target(scenes[index].clauses, span, lexicon)
        found.append(_moment(scenes[index], target, article, lexicon))
    return tuple(found)


def _scenes(article: Article, lexicon: Statements) -> Iterator[_Scene]:
    document = article.document
    quotes = [find_quotes(document.text, b.start, b.end) for b in document.blocks]
    telling_ones = [n for n in article.opening if not document.sentences[n].kind.announces]
    places = {index: place for place, index in enumerate(telling_ones)}
    told: tuple[Told, ...] = ()
    for index, (before, sentence) in enumerate(pairwise((None, *document.sentences))):
        assert sentence is not None
        telling = read_telling(document, (before, sentence), quotes[sentence.block], told, lexicon)
        clauses = article.sentences[index]
        yield _Scene(clauses=clauses, telling=telling, told=told, place=places.get(index))
        told = (*told, *_lenders(clauses, telling, document, lexicon))


def _lenders(
    clauses: Clauses, telling: Telling, document: Document, lexicon: Statements
) -> Iterator[Told]:
    """What a sentence tells with a date: its happening, and that somebody said so."""
    heads = [head_of(telling, lexicon)]
    if telling.saying is not None:
        heads = [*heads, (telling.saying.at, telling.saying.at)]
    telling_dates = replace(clauses, dates=unmeasured(clauses, lexicon))
    for head in heads:
        own = nearest(telling_dates, head, lexicon)
        if own is not None and own[1] <= NEAR:
            yield _as_told(own[0], telling, document)


def _as_told(date: Mention, telling: Telling, document: Document) -> Told:
    wording = telling.wording
    report = Report(
        document=document.id,
        start=wording.start,
        end=wording.end,
        quote=wording.sentence,
        interval=date.interval,
        basis=DateBasis.EXPRESSION,
        why=date.why,
        mention=date,
        status=Status.OCCURRED,
    )
    return Told(
        report=report,
        block=telling.sentence.block,
        speaker=telling.speaker,
        lends=lends(report, document),
    )


def _moment(scene: _Scene, target: Target, article: Article, lexicon: Statements) -> Moment:
    found = _own(scene, target, article.document, lexicon) or _told_beside(target, article)
    if found is not None:
        return found
    if _is_planned(scene, target, lexicon):
        return Moment(interval=None, why="told as a plan, without a date")
    if article.document.published is None or scene.title:
        return inherit(scene.telling, scene.told, article, lexicon, tenses=frozenset(Tense)).moment
    if Tense.PLUPERFECT is target.tense or target.form is Form.PLUPERFECT:
        return Moment(interval=None, why="told in the past perfect, without a date")
    again = target.stem in article.lead and target.form in AGAIN
    if again or target.says or resumes(target, scene.clauses, lexicon):
        return day_of_news(scene.telling, article)
    return _lent(scene, target, article, lexicon)


def _lent(scene: _Scene, target: Target, article: Article, lexicon: Statements) -> Moment:
    """What the surroundings lend, or why they lend nothing."""
    why = _undated(scene, target, lexicon)
    if why is not None:
        return Moment(interval=None, why=f"{why}, without a date")
    telling = replace(scene.telling, tense=Tense.PAST)
    return inherit(telling, scene.told, article, lexicon).moment


def _own(scene: _Scene, target: Target, document: Document, lexicon: Statements) -> Moment | None:
    """The date of its own clause, or of the one that this one hangs on."""
    clauses, telling = scene.clauses, scene.telling
    fitting = [
        date
        for date in clauses.dates
        if fits(date, target, document)
        and not is_of_another(date, target, clauses, lexicon)
        and not stands_aside(date, target.span, telling, document.published, lexicon)
    ]
    own = nearest(replace(clauses, dates=tuple(fitting)), target.span, lexicon)
    if own is None:
        return None
    if is_aside(target, own[0], clauses, lexicon):
        return None
    if own[1] <= NEAR:
        why = f"dated by “{own[0].text}” in its clause"
        return Moment(interval=own[0].interval, why=why, tie=Tie.CLAUSE)
    at = own[0].relation is Relation.AT
    if at and target.form in HUNG and hung_on(clauses, target.span, own, Tense.PAST):
        why = f"dated by “{own[0].text}” in the clause that its clause hangs on"
        return Moment(interval=own[0].interval, why=why, tie=Tie.SENTENCE)
    return None


def _told_beside(target: Target, article: Article) -> Moment | None:
    """The date that the text tells right beside a noun; none to come of what is no plan."""
    elsewhere = article.stems.get(target.stem) if target.form is Form.NOUN else None
    if elsewhere is None:
        return None
    published = article.document.published
    told = published.interval.end if published else None
    ahead = told is not None and elsewhere.start is not None and elsewhere.start >= told
    if ahead and target.tense is not Tense.FUTURE:
        return None
    why = "dated where the text tells it with a date"
    return Moment(interval=elsewhere, why=why, tie=Tie.STORY)


def _is_planned(scene: _Scene, target: Target, lexicon: Statements) -> bool:
    """Whether a word is told as to come: "will build", or in a title "Guild to build"."""
    if target.form is not Form.AIM or not scene.title:
        return target.form is Form.SUPPOSED
    words = scene.clauses.wording.words
    before = [n for n, w in enumerate(words) if w.end < target.span[0] and w.text.islower()]
    done = any(form_of(words, n, lexicon) in FINITE for n in before)
    return not done or scene.telling.tense is Tense.FUTURE


def _undated(scene: _Scene, target: Target, lexicon: Statements) -> str | None:
    """Why a word takes no date of its surroundings; None where it takes one."""
    first, lead = scene.place == 0, scene.place is not None and scene.place < LEAD
    if target.tense is Tense.FUTURE and not first:
        return "told as a plan"
    if counts_from(target, scene.clauses, lexicon):
        return "what is told comes before or after it"
    if target.form is Form.AIM:
        return None if first else "an aim"
    quoted = scene.clauses.wording.quoted(target.span[0])
    if target.form in (TOLD_FIRST if lead else TOLD) or (quoted and target.form is Form.PRESENT):
        return None
    return "no deed of the article's own days"
