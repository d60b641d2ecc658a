"""A Document and its mentions → Reports: one for each statement of a happening in it."""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefgen.events.dates.article import Article, read_article
from briefgen.events.dates.asides import tells_which
from briefgen.events.dates.comparisons import begins
from briefgen.events.dates.dating import choose, dated, timed
from briefgen.events.dates.entries import entries_beside
from briefgen.events.dates.foretold import foretells
from briefgen.events.dates.inherit import lends
from briefgen.events.dates.lacking import lacking
from briefgen.events.dates.shares import only_beside, without_second
from briefgen.events.dates.status import lies_ahead, status_told
from briefgen.events.dates.undated import date_undated, own_dates
from briefgen.events.figures.quantities import find_quantities
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.surroundings import Surroundings
from briefgen.events.language.tenses import Tense
from briefgen.events.language.words import find_quotes
from briefgen.events.places.mentions import find_places, locate
from briefgen.events.places.theaters import theater_of
from briefgen.events.rows import apply_row
from briefgen.events.sentences.after_words import (
    attributed,
    continues,
    extended,
    only_attributes,
)
from briefgen.events.sentences.carried import speaker_ahead
from briefgen.events.sentences.clauses import NEAR, Clauses, distance
from briefgen.events.sentences.commitments import commits
from briefgen.events.sentences.context import Lead, told_with
from briefgen.events.sentences.corrections import corrections
from briefgen.events.sentences.evidence import evidence_of, of_the_deed
from briefgen.events.sentences.facts import fact_span
from briefgen.events.sentences.joined import joined, told_within
from briefgen.events.sentences.statements import reports
from briefgen.events.sentences.telling import (
    Telling,
    Told,
    antecedent,
    attribution_of,
    head_of,
    read_telling,
    row_at,
    said_on,
    told_before,
)
from briefgen.events.sentences.titles import TITLES, as_title, explains, only_titles
from briefgen.events.topics import topics_of
from briefgen.knowledge.project import Project
from briefgen.model import (
    DateBasis,
    Document,
    Mention,
    Place,
    Precision,
    Relation,
    Report,
    Tie,
)

__all__ = ["gather"]

NAME_WORDS = 4
"""A quotation of so few words is a name, not speech."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A document as its sentences are read one after another."""

    document: Document
    around: Surroundings
    lexicon: Statements
    """Of the document's language."""
    mentions: Sequence[Mention]
    """In text order."""
    starts: Sequence[int]
    """Where each mention starts."""
    context: tuple[Place, ...]
    """The places of the title, in whose light names are read."""
    article: Article
    """What of it dates the undated."""
    corrected: Collection[int]
    """Indexes of the sentences that correct what was told before."""

    def inside(self, telling: Telling) -> tuple[Mention, ...]:
        """The mentions of a sentence, those within a quoted name left out."""
        sentence = telling.sentence
        start = sentence.start if self.document.rows else telling.wording.start
        found = self.between(start, sentence.end)
        return tuple(self.bounded(m, telling) for m in found if not _in_name(m, telling))

    def bounded(self, mention: Mention, telling: Telling) -> Mention:
        """A mention, without its date where that contradicts its clause.

        "By the end of the year it had doubled" is no deadline of the year to come; of which year it
        is, nobody tells.
        """
        published = self.document.published
        by = mention.relation in {Relation.BY, Relation.BEFORE}
        if published is None or not by or not lies_ahead(mention, published.interval):
            return mention
        if not told_before(telling, self.lexicon):
            return mention
        why = f"“{mention.text}” is over, for its clause is in the past perfect; when, nobody tells"
        return replace(mention, interval=None, why=why)

    def between(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that lie within a stretch of the text."""
        first, last = (bisect_left(self.starts, at) for at in (start, end))
        return tuple(m for m in self.mentions[first:last] if m.end <= end)


def gather(
    document: Document, mentions: Sequence[Mention], around: Surroundings
) -> tuple[Report, ...]:
    """The reports of one document, in text order. A pure function of its arguments."""
    lexicon = around.lexicon_of(document)
    told: list[Told] = []
    ordered = sorted(mentions, key=lambda m: m.start)
    page = _Page(
        document=document,
        around=around,
        lexicon=lexicon,
        mentions=ordered,
        starts=[m.start for m in ordered],
        context=tuple(
            p.place
            for p in find_places(document.title, around.gazetteer, language=document.language)
        ),
        article=read_article(document, ordered, lexicon),
        corrected=corrections(document, lexicon),
    )
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
        report = _report(page, telling, clauses, told, title=titles)
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
        aside = only_beside(report, telling, lexicon) if not document.rows else None
        if aside is not None:
            beside = (aside, *beside)
            again = _report(page, telling, clauses, told, title=titles, but=report.mention)
            report = _behind(page, lead, again) if again is not None else None
        found = (report, *beside) if report is not None else beside
        told += (_as_told(r, telling, document) for r in found)
    return tuple(_placed(t.report, around) for t in told)


def _as_told(report: Report, telling: Telling, document: Document) -> Told:
    return Told(
        report=report,
        block=telling.sentence.block,
        speaker=telling.speaker,
        lends=lends(report, document),
    )


def _report(
    page: _Page,
    telling: Telling,
    clauses: Clauses,
    told: Sequence[Told],
    *,
    title: bool,
    but: Mention | None = None,
) -> Report | None:
    """What one sentence tells, None where it reports nothing; ``but``: a date that is not its."""
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
    return replace(report, subject=antecedent(document, telling, lexicon))


def _tie(main: Mention, telling: Telling, clauses: Clauses, lexicon: Statements) -> Tie:
    """Whether a date stands in the clause of what is told, or elsewhere in its sentence."""
    edges = distance(clauses, head_of(telling, lexicon), main, lexicon)
    return Tie.CLAUSE if edges <= NEAR else Tie.SENTENCE


def _inherited(report: Report, telling: Telling, told: Sequence[Told], page: _Page) -> Report:
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


def _in_name(mention: Mention, telling: Telling) -> bool:
    """Whether an expression is part of a quoted name: “Steady Anchor 2026”."""
    return any(
        start <= mention.start < end and len(telling.wording.text[start:end].split()) <= NAME_WORDS
        for start, end in telling.wording.quotes
    )


def _places(page: _Page, telling: Telling) -> tuple[Place, ...]:
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


def _placed(report: Report, around: Surroundings) -> Report:
    theaters = around.project.theaters
    theater = theater_of(report.places, theaters, around.gazetteer, report.quote)
    return replace(report, theater=theater)


def _behind(page: _Page, lead: Lead | None, report: Report) -> Report:
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
