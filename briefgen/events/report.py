"""One sentence of a Page → its Report: what it tells, when, where, who says so."""

from collections.abc import Sequence
from dataclasses import replace

from briefgen.events.dates.asides import tells_which
from briefgen.events.dates.comparisons import begins
from briefgen.events.dates.dating import choose, dated, timed
from briefgen.events.dates.foretold import foretells
from briefgen.events.dates.lacking import lacking
from briefgen.events.dates.status import status_told
from briefgen.events.dates.undated import date_undated, own_dates
from briefgen.events.figures.quantities import find_quantities
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import Tense
from briefgen.events.page import Page
from briefgen.events.places.mentions import locate
from briefgen.events.rows import apply_row
from briefgen.events.sentences.antecedents import leading_pronoun
from briefgen.events.sentences.clauses import NEAR, Clauses, distance
from briefgen.events.sentences.commitments import commits
from briefgen.events.sentences.evidence import evidence_of, of_the_deed
from briefgen.events.sentences.facts import fact_span
from briefgen.events.sentences.statements import reports
from briefgen.events.sentences.telling import (
    Telling,
    Told,
    antecedent,
    attribution_of,
    head_of,
    row_at,
)
from briefgen.events.topics import topics_of
from briefgen.knowledge.project import Project
from briefgen.model import DateBasis, Document, Mention, Place, Precision, Report, Tie

__all__ = ["report_of"]


def report_of(
    page: Page,
    telling: Telling,
    clauses: Clauses,
    told: Sequence[Told],
    *,
    title: bool,
    but: Mention | None = None,
    timed_by: Mention | None = None,
) -> Report | None:
    """What one sentence tells, None where it reports nothing.

    ``but`` is a date that is not its; ``timed_by`` one that is not either, but shows that it tells
    of a time: "after the dam broke on Monday".
    """
    document, lexicon = page.document, page.lexicon
    inside = tuple(m for m in page.inside(telling) if m != but)
    inside = own_dates(inside, telling, page.article, lexicon)
    row = row_at(document, telling.sentence.start)
    start = telling.sentence.start if row else telling.wording.start
    quote = document.text[start : telling.wording.end]
    skip = [(m.start - start, m.end - start) for m in page.inside(telling)]
    quantities = tuple(
        q.quantity for q in find_quantities(quote, skip=skip, language=lexicon.language)
    )
    places = _places(page, telling)
    stated = row is not None and bool(row.date or row.undated) and row.start == start
    answers = bool(told) and _answers_charge(telling, told[-1], lexicon)
    leads = row is None and telling.sentence.start < page.article.lead_ends
    committed = leads and commits(telling, lexicon)
    if not (stated or answers):
        told_of = of_the_deed(telling, inside)
        evidence = evidence_of(
            telling,
            inside,
            quantities,
            places,
            lexicon,
            dates=dated(told_of),
            timed=timed(told_of),
            begins=any(begins(m) for m in inside),
        )
        evidence = replace(evidence, title=title, commits=committed)
        if not reports(evidence, lexicon):
            return None
    inside = tuple(m for m in inside if m != timed_by)
    main = choose(inside, telling, document.published, lexicon)
    if main is not None and foretells(main, telling, document.published, lexicon):
        plain = [m for m in inside if not foretells(m, telling, document.published, lexicon)]
        telling = replace(telling, tense=Tense.PAST)  # an opinion of what is to come is told now
        main = choose(plain, telling, document.published, lexicon)
    if committed and main is None:
        telling = replace(telling, tense=Tense.PAST)  # the news is that it was said
    report = Report(
        document=document.id,
        start=start,
        end=telling.wording.end,
        quote=quote,
        interval=main.interval if main else None,
        basis=DateBasis.EXPRESSION if main else DateBasis.NONE,
        why=main.why if main else "no date of its own",
        tie=_tie(main, telling, clauses, lexicon) if main else Tie.NONE,
        mention=main,
        mentions=page.inside(telling),
        status=status_told(main, telling, document.published, lexicon),
        attribution=attribution_of(telling, page.around.project, lexicon),
        places=places,
        topics=_topics(document, telling, inside, told, page.around.project),
        quantities=quantities,
        focus=telling.focus,
    )
    if row is not None:
        report = apply_row(report, row, document, page.around)
    if report.basis is DateBasis.NONE and not (row is not None and row.undated):
        report = _inherited(report, telling, told, page)
    staged = telling.focus is not None and not leading_pronoun(
        telling.wording, telling.focus[0], lexicon
    )
    return report if staged else replace(report, subject=antecedent(document, telling, lexicon))


def _tie(main: Mention, telling: Telling, clauses: Clauses, lexicon: Statements) -> Tie:
    """Whether a date stands in the clause of what is told, or elsewhere in its sentence."""
    edges = distance(clauses, head_of(telling, lexicon), main, lexicon)
    return Tie.CLAUSE if edges <= NEAR else Tie.SENTENCE


def _inherited(report: Report, telling: Telling, told: Sequence[Told], page: Page) -> Report:
    """A report without a date of its own, with the one that its surroundings lend it."""
    lexicon = page.lexicon
    others = [m for m in dated(page.inside(telling)) if tells_which(m, telling, lexicon)]
    if others and telling.sentence.start >= page.article.lead_ends:
        why = f"“{others[0].text}” only tells which is meant, and when it happened, nobody tells"
        return replace(report, why=why)
    found = date_undated(telling, told, page.article, page.inside(telling), lexicon)
    moment = found.lent.moment
    if moment.interval is None:
        untold = lacking(page.inside(telling)) if page.document.published is None else None
        return replace(report, why=untold or moment.why)
    return replace(
        report,
        interval=moment.interval,
        basis=DateBasis.INHERITED,
        tie=moment.tie,
        why=moment.why,
        status=found.status or report.status,
        places=report.places or found.lent.places,
    )


def _topics(
    document: Document,
    telling: Telling,
    inside: Sequence[Mention],
    told: Sequence[Told],
    project: Project,
) -> tuple[str, ...]:
    """What kind of thing a sentence tells: by its own words, dates left out ("March" marches not).

    Else what the report before it in the paragraph told, or what the title of a first one says.
    """
    start, end = telling.wording.start, telling.wording.end
    plain = document.text[start:end]
    for mention in inside:
        if mention.start >= start:
            blank = " " * (mention.end - mention.start)
            plain = plain[: mention.start - start] + blank + plain[mention.end - start :]
    own = topics_of(plain, project.topics, document.language)
    if own:
        return own
    if told and told[-1].block == telling.sentence.block:
        return told[-1].report.topics
    return () if told else topics_of(document.title, project.topics, document.language)


def _answers_charge(telling: Telling, last: Told, lexicon: Statements) -> bool:
    """Whether it denies what was told just before it: "X denied the accusation"."""
    saying = telling.saying
    if saying is None or saying.verb not in lexicon.denials:
        return False
    if telling.sentence.block != last.block:
        return False
    return any(w.lower in lexicon.charges for w in telling.wording.within(saying.content))


def _places(page: Page, telling: Telling) -> tuple[Place, ...]:
    """Where what is told is set; the article's title lends the context in which names are read.

    What is said comes first; else the claimant's own place stands for it where that is finer than
    a country: a governor speaks of the region, a ministry need not speak of its capital.
    """
    lexicon, text, saying = page.lexicon, telling.wording.text, telling.saying

    def located(span: tuple[int, int]) -> tuple[Place, ...]:
        return locate(
            text[span[0] : span[1]],
            page.around.gazetteer,
            language=page.document.language,
            context=page.context,
            reporting_verbs=lexicon.verb_forms,
        )

    if saying is None:
        return located(fact_span(telling.wording, (), lexicon))
    found = located(saying.content)
    if found:
        return found
    whole = located((telling.wording.start, telling.wording.end))
    return tuple(p for p in whole if p.precision is not Precision.COUNTRY)
