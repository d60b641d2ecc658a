"""A word of a Document → when what it tells happened, and why.

A report dates what a whole clause tells (``gather``); this dates each word by the same rule
(:mod:`briefgen.events.dates.inherit`), as cross-document timelines want it (SemEval-2015 task 4).
A noun that stands elsewhere beside one date alone tells the same happening ("the merger"). What
is planned, supposed or always so has no date.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefgen.events.dates.article import LEAD, Article, Moment, read_article
from briefgen.events.dates.inherit import inherit, lends
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import Tense
from briefgen.events.language.words import find_quotes
from briefgen.events.sentences.clauses import NEAR, Clauses, clause_tense, hung_on, nearest
from briefgen.events.sentences.telling import Telling, Told, head_of, read_telling
from briefgen.model import DateBasis, Document, Mention, Report, Status, Tie

__all__ = ["Moment", "moments"]

TOLD = frozenset({Tense.PAST, Tense.PERFECT, Tense.PRESENT, Tense.ONGOING})
UNDATED = frozenset({Tense.FUTURE, Tense.PLUPERFECT})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """A sentence, as each of its words is dated."""

    clauses: Clauses
    telling: Telling
    told: tuple[Told, ...]
    """What the sentences before it tell, of those with a date of their own."""
    leads: bool
    """Whether it is one of the sentences that tell the news."""


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
        if index < 0:
            found.append(Moment(interval=None, why="it stands in no sentence"))
            continue
        found.append(_moment(scenes[index], span, article, lexicon))
    return tuple(found)


def _scenes(article: Article, lexicon: Statements) -> Iterator[_Scene]:
    document = article.document
    quotes = [find_quotes(document.text, b.start, b.end) for b in document.blocks]
    told: tuple[Told, ...] = ()
    for index, (before, sentence) in enumerate(pairwise((None, *document.sentences))):
        assert sentence is not None
        telling = read_telling(document, (before, sentence), quotes[sentence.block], told, lexicon)
        clauses = article.sentences[index]
        yield _Scene(clauses=clauses, telling=telling, told=told, leads=index < LEAD)
        told = (*told, *_lenders(clauses, telling, document, lexicon))


def _lenders(
    clauses: Clauses, telling: Telling, document: Document, lexicon: Statements
) -> Iterator[Told]:
    """What a sentence tells with a date: its happening, and that somebody said so."""
    heads = [head_of(telling, lexicon)]
    if telling.saying is not None:
        heads = [*heads, (telling.saying.at, telling.saying.at)]
    for head in heads:
        own = nearest(clauses, head, lexicon)
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


def _moment(scene: _Scene, span: tuple[int, int], article: Article, lexicon: Statements) -> Moment:
    clauses = scene.clauses
    own = nearest(clauses, span, lexicon)
    tense = clause_tense(clauses, span, lexicon)
    if own is not None and own[1] <= NEAR:
        why = f"dated by “{own[0].text}” in its clause"
        return Moment(interval=own[0].interval, why=why, tie=Tie.CLAUSE)
    if own is not None and hung_on(clauses, span, own, tense):
        why = f"dated by “{own[0].text}” in the clause that its clause hangs on"
        return Moment(interval=own[0].interval, why=why, tie=Tie.SENTENCE)
    word = article.document.text[span[0] : span[1]]
    told = article.stems.get(lexicon.canonical(lexicon.bare(word.lower())))
    if told is not None:
        why = "dated where the text tells it with a date"
        return Moment(interval=told, why=why, tie=Tie.STORY)
    if tense in UNDATED:
        return Moment(interval=None, why=f"told in the {tense.value} tense, without a date")
    if scene.leads or tense is Tense.ONGOING or _is_deed(word, tense, lexicon):
        telling = replace(scene.telling, tense=tense)
        return inherit(telling, scene.told, article, lexicon, tenses=TOLD).moment
    return Moment(interval=None, why="no deed of the article's own days, and without a date")


def _is_deed(word: str, tense: Tense, lexicon: Statements) -> bool:
    """Whether a word is the verb of what was done or said: "announced", "closed", no "closure"."""
    bare = lexicon.bare(word.lower())
    if bare in lexicon.verb_forms and not bare.endswith(lexicon.participle_ending):
        return tense in TOLD
    if tense is not Tense.PAST:
        return False
    past = bare in lexicon.past_forms or bare in lexicon.happening_forms
    return past or (len(bare) > 3 and bare.endswith(lexicon.past_ending))
