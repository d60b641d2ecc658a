"""A Document and its mentions → Reports: one for each statement of a happening in it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from briefgen.events.dates.dating import dated
from briefgen.events.dates.entries import entries_beside, told_alone
from briefgen.events.dates.inherit import lends
from briefgen.events.dates.shares import after_then, aside_told, since_then, without_second
from briefgen.events.language.surroundings import Surroundings
from briefgen.events.language.words import find_quotes
from briefgen.events.page import Page, read_page
from briefgen.events.places.theaters import theater_of
from briefgen.events.report import report_of
from briefgen.events.sentences.after_words import attributed, continues, extended, only_attributes
from briefgen.events.sentences.asides import Aside, AsideKind
from briefgen.events.sentences.carried import speaker_ahead
from briefgen.events.sentences.clauses import Clauses
from briefgen.events.sentences.context import Lead, told_with
from briefgen.events.sentences.joined import joined, told_within
from briefgen.events.sentences.telling import Telling, Told, attribution_of, read_telling, said_on
from briefgen.events.sentences.titles import TITLES, as_title, explains, only_titles
from briefgen.model import Document, Mention, Report, Status

__all__ = ["gather"]

BESIDE_NOUN = frozenset({AsideKind.RELATIVE, AsideKind.PARTICIPLE})


def gather(
    document: Document, mentions: Sequence[Mention], around: Surroundings
) -> tuple[Report, ...]:
    """The reports of one document, in text order. A pure function of its arguments."""
    page = read_page(document, mentions, around)
    lexicon = page.lexicon
    told: list[Told] = []
    quotes = [find_quotes(document.text, b.start, b.end) for b in document.blocks]
    telling_ones = frozenset(page.article.opening)
    titles = only_titles(document)
    for index, (before, sentence) in enumerate(pairwise((None, *document.sentences))):
        assert sentence is not None
        silent = sentence.kind.announces and not (titles and sentence.kind in TITLES)
        line = document.text[sentence.start : sentence.end]
        silent = silent or (titles and explains(line, lexicon))
        if silent or index in page.corrected or index not in telling_ones:
            continue
        around_it = quotes[sentence.block]
        ahead = speaker_ahead(document.sentences, page.article.sentences, index, around_it)
        telling = read_telling(document, (before, sentence), around_it, told, lexicon, ahead=ahead)
        telling = said_on(telling, dated(page.inside(telling)), lexicon)
        telling = as_title(telling, lexicon) if titles else telling
        clauses = replace(page.article.sentences[index], dates=dated(page.inside(telling)))
        if told and only_attributes(document, telling, told[-1], lexicon):
            who = attribution_of(telling, around.project, lexicon)
            told[-1] = attributed(document, telling, told[-1], page.inside(telling), who)
            continue
        report = report_of(page, telling, clauses, told, title=titles)
        if report is None:
            continue
        if told and continues(document, telling, told[-1], lexicon):
            told[-1] = replace(told[-1], report=extended(document, told[-1].report, report))
            continue
        lead = told_with(report, telling, document, page.corrected, lexicon)
        at = told_within(lead, report, telling, told, document) if lead else None
        if at is not None:
            told[at:] = [joined(document, told[at], report, telling), *told[at + 1 :]]
            continue
        report = _behind(page, lead, report)
        beside = (
            () if document.rows else entries_beside(report, telling, clauses, document, lexicon)
        )
        report = without_second(report, beside, telling, lexicon)
        aside = aside_told(report, telling, clauses, document, lexicon)
        if aside is not None:
            beside = (*told_alone(report, aside, document), *beside)
            since = since_then(report, aside, telling)
            report = since or _again(
                page, telling, clauses, told, dated=(report, aside), title=titles
            )
            report = _behind(page, lead, report) if report is not None else None
        found = (report, *beside) if report is not None else beside
        told += (_as_told(r, telling, document) for r in found)
    return tuple(_placed(t.report, around) for t in told)


def _again(
    page: Page,
    telling: Telling,
    clauses: Clauses,
    told: Sequence[Told],
    *,
    dated: tuple[Report, Aside],
    title: bool,
) -> Report | None:
    """A report that an aside dates, with another date if it has one.

    What was long ago beside a noun does not even show that the sentence tells of a time.
    """
    report, aside = dated
    old = report.status is Status.BACKGROUND and aside.kind in BESIDE_NOUN
    again = report_of(
        page,
        telling,
        clauses,
        told,
        title=title,
        but=report.mention if old else None,
        timed_by=None if old else report.mention,
    )
    if again is None or aside.kind is not AsideKind.AFTER or report.mention is None:
        return again
    return after_then(again, report.mention, page.document.published)


def _as_told(report: Report, telling: Telling, document: Document) -> Told:
    whole = report.start <= telling.wording.start and report.end >= telling.wording.end
    return Told(
        report=report,
        block=telling.sentence.block,
        speaker=telling.speaker,
        lends=whole and lends(report, document),
    )


def _placed(report: Report, around: Surroundings) -> Report:
    theaters = around.project.theaters
    theater = theater_of(report.places, theaters, around.gazetteer, report.quote)
    return replace(report, theater=theater)


def _behind(page: Page, lead: Lead | None, report: Report) -> Report:
    """A report whose quote takes in a sentence before it."""
    if lead is None:
        return report
    before = lead.sentence
    return replace(
        report,
        own=report.start if lead.apart else None,
        start=before.start,
        quote=page.document.text[before.start : report.end],
        mentions=(*page.between(before.start, before.end), *report.mentions),
    )
