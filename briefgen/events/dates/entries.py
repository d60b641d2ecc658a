"""The report of a sentence, and its other dates → the other reports that its clauses make.

One statement may tell several things, each with a date of its own: that somebody said so ("said on
Monday that it will open in June" is an announcement and a plan), a plan told beside a happening
("with plans to …"), and what a second verb tells ("stopped on Monday and resumed on Wednesday",
"which opened in 2019"). A date that no verb of its own stands beside makes no entry; neither does
what somebody denies, nor a subordinate clause of the same days, which cannot stand without the rest
of its sentence.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefgen.events.brevity.shorten import read_passage
from briefgen.events.dates.asides import is_standing, of_a_noun, tells_which
from briefgen.events.dates.comparisons import measures
from briefgen.events.dates.dating import plan_in
from briefgen.events.dates.status import status_of
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.phrases import phrase_set
from briefgen.events.language.tenses import Tense, finite_words
from briefgen.events.language.words import Word
from briefgen.events.sentences.asides import Aside, OwnClause, aside_of
from briefgen.events.sentences.clauses import NEAR, Clauses, distance
from briefgen.events.sentences.telling import Telling, head_of
from briefgen.model import (
    Anchor,
    DateBasis,
    Document,
    Interval,
    Mention,
    Relation,
    Report,
    Status,
    Tie,
)

__all__ = ["entries_beside", "told_alone"]

TOLD_AGAIN = frozenset({Status.SCHEDULED, Status.DEADLINE, Status.BACKGROUND})
"""What may be news on the day that somebody says it."""
OWN_SUBJECT = 7
"""Words, at most, between an "and" and the verb of its clause: "and the last crew of nine left"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Predicate:
    """A finite verb with the date that stands beside it."""

    verb: Word
    tense: Tense
    date: Mention


def entries_beside(
    main: Report, telling: Telling, clauses: Clauses, document: Document, lexicon: Statements
) -> tuple[Report, ...]:
    """The further reports of a sentence whose own report is ``main``, in text order of dates."""
    found: list[Report] = []
    taken: list[Interval] = [main.interval] if main.interval is not None else []
    for report in (
        *_announced(main, telling, clauses, document, lexicon),
        *_planned(main, telling, clauses, document, lexicon),
        *_predicated(main, telling, clauses, document, lexicon),
        *_beside(main, telling, clauses, document, lexicon),
    ):
        assert report.interval is not None
        if not any(_same(report.interval, other) for other in taken):
            taken.append(report.interval)
            found.append(report)
    return tuple(found)


def _same(one: Interval, other: Interval) -> bool:
    """Whether a date adds nothing to another: both bounded, and with a moment in common."""
    if one.bounded and other.bounded:
        return one.overlaps(other)
    return (one.start, one.end) == (other.start, other.end)


def _dated(report: Report, date: Mention, status: Status) -> Report:
    """A report as another of its dates dates it."""
    return replace(
        report,
        interval=date.interval,
        basis=DateBasis.EXPRESSION,
        tie=Tie.CLAUSE,
        why=date.why,
        mention=date,
        status=status,
    )


def _announced(
    main: Report, telling: Telling, clauses: Clauses, document: Document, lexicon: Statements
) -> Iterator[Report]:
    """That somebody said so, on the day that the saying itself has: "said on Monday that …"."""
    saying = telling.saying
    if saying is None or main.status not in TOLD_AGAIN or saying.verb in lexicon.denials:
        return
    at = (saying.at, saying.at + len(saying.said))
    for date in clauses.dates:
        outside = not saying.content[0] <= date.start < saying.content[1]
        if date == main.mention or not outside or date.relation is not Relation.AT:
            continue
        status = status_of(date, Tense.PAST, document.published)
        if distance(clauses, at, date, lexicon) <= NEAR and status is Status.OCCURRED:
            yield _dated(main, date, status)
            return


def _planned(
    main: Report, telling: Telling, clauses: Clauses, document: Document, lexicon: Statements
) -> Iterator[Report]:
    """The plan told beside a happening ("with plans to …"), quoted with what it is about."""
    wording = telling.wording
    plan = plan_in(clauses.dates, main.mention, document.published)
    denied = telling.saying is not None and telling.saying.verb in lexicon.denials
    if plan is None or denied:
        return
    comma = wording.text.rfind(", ", wording.start, plan.start)
    told = wording.text[max(comma, wording.start) : wording.end].lower()
    if not phrase_set(told, lexicon.future):
        return
    start = telling.saying.content[0] if telling.saying else wording.start
    if start > plan.start:
        start = wording.start
    quote = wording.text[start : wording.end]
    yield replace(
        _dated(main, plan, Status.SCHEDULED),
        start=start,
        quote=quote,
        mentions=tuple(m for m in main.mentions if m.start >= start),
        quantities=tuple(q for q in main.quantities if q.text in quote),
    )


def _beside(
    main: Report, telling: Telling, clauses: Clauses, document: Document, lexicon: Statements
) -> Iterator[Report]:
    """What the asides of a sentence tell that stand alone: ", which opened in 2015"."""
    passage = read_passage(telling.wording, clauses.dates, lexicon)
    if passage is None:
        return
    head = head_of(telling, lexicon)
    for date in clauses.dates:
        if date == main.mention or date.anchor is Anchor.EVENT or is_standing(date):
            continue
        if measures(date, clauses.dates, telling.wording, lexicon):
            continue
        if of_a_noun(date, telling, lexicon):
            continue
        aside = aside_of(passage, date, head)
        if aside is not None and aside.clause is not None:
            yield _alone(main, aside.clause, date, document)


def told_alone(main: Report, aside: Aside, document: Document) -> tuple[Report, ...]:
    """What the aside tells that a report is dated by, where it stands alone."""
    if aside.clause is None or main.mention is None:
        return ()
    return (_alone(main, aside.clause, main.mention, document),)


def _alone(main: Report, clause: OwnClause, date: Mention, document: Document) -> Report:
    """A report of an aside as it tells alone."""
    end = clause.span[1]
    told = document.text[clause.start : end]
    return replace(
        _dated(main, date, status_of(date, clause.tense, document.published)),
        start=clause.start,
        end=end,
        own=None,
        quote=told,
        focus=clause.span if clause.span[0] > clause.start else None,
        subject=clause.subject,
        attribution=None,
        mentions=tuple(m for m in main.mentions if clause.start <= m.start and m.end <= end),
        places=tuple(p for p in main.places if p.name in told),
        quantities=tuple(q for q in main.quantities if q.text in told),
    )


def _predicated(
    main: Report, telling: Telling, clauses: Clauses, document: Document, lexicon: Statements
) -> Iterator[Report]:
    """What other verbs of the sentence tell, each with a date beside it."""
    head = head_of(telling, lexicon)
    saying = telling.saying
    passage = read_passage(telling.wording, clauses.dates, lexicon)
    for predicate in _predicates(telling, clauses, lexicon):
        verb, date = predicate.verb, predicate.date
        if verb.start == head[0] or date == main.mention or verb.quoted:
            continue
        if saying is not None and (verb.start == saying.at or saying.verb in lexicon.denials):
            continue
        if passage is not None and aside_of(passage, date, head) is not None:
            continue
        report = _dated(main, date, status_of(date, predicate.tense, document.published))
        focus = _focus(verb, telling, lexicon)
        if focus is not None:
            span, subject = focus
            yield replace(report, focus=span, subject=subject)
        elif report.status in TOLD_AGAIN:
            yield report


def _predicates(telling: Telling, clauses: Clauses, lexicon: Statements) -> Iterator[_Predicate]:
    """Verbs of happening with a date of their own, in text order of the dates."""
    wording = telling.wording
    verbs = [
        (word, tense)
        for word, tense in finite_words(wording, (wording.start, wording.end), lexicon)
    ]
    for date in clauses.dates:
        if date.anchor is Anchor.EVENT or measures(date, clauses.dates, wording, lexicon):
            continue
        if is_standing(date) or tells_which(date, telling, lexicon):
            continue
        if of_a_noun(date, telling, lexicon):
            continue
        beside = [
            (distance(clauses, (word.start, word.end), date, lexicon), abs(date.start - word.start))
            for word, _ in verbs
        ]
        if not beside:
            return
        near = min(range(len(beside)), key=lambda n: beside[n])
        word, tense = verbs[near]
        if beside[near][0] < NEAR and _happens(word, tense, wording.words, lexicon):
            yield _Predicate(verb=word, tense=tense, date=date)


def _happens(word: Word, tense: Tense, words: tuple[Word, ...], lexicon: Statements) -> bool:
    """Whether a finite verb, or the participle or infinitive after it, is one of happening."""
    at = words.index(word)
    reach = 1 if tense is Tense.PAST and word.lower not in lexicon.passive else 4
    return any(
        lexicon.stem(w.text) in lexicon.happening or w.lower in lexicon.happening_forms
        for w in words[at : at + reach]
    )


def _focus(
    verb: Word, telling: Telling, lexicon: Statements
) -> tuple[tuple[int, int], str | None] | None:
    """The span of a coordinated clause, and the subject that it shares with the clause before.

    None for a subordinate clause, which says nothing without the rest of its sentence, and for one
    whose subject is a pronoun: whom it means, only the sentence tells.
    """
    wording = telling.wording
    words = list(wording.words)
    joiners = lexicon.coordinators - lexicon.subordinators
    at = words.index(verb)
    for back in range(at - 1, max(-1, at - 1 - OWN_SUBJECT), -1):
        lower = words[back].lower
        if lower in lexicon.subordinators | lexicon.openers_back | lexicon.pronouns:
            return None
        if lower not in joiners:
            continue
        span = (words[back + 1].start, wording.end)
        own = [w for w in words[back + 1 : at] if not _adverb(w, lexicon)]
        if own:
            return span, None
        subject = _subject(wording.words, head_of(telling, lexicon), telling)
        return (span, subject) if subject else None
    return None


def _adverb(word: Word, lexicon: Statements) -> bool:
    return word.lower in lexicon.adverbs or word.lower.endswith(lexicon.adverb_ending)


def _subject(words: tuple[Word, ...], head: tuple[int, int], telling: Telling) -> str | None:
    """The words before the main verb of a sentence that nobody says, where they open it."""
    if telling.saying is not None:
        return None
    before = [w for w in words if w.end <= head[0]]
    if not before or len(before) > 8:
        return None
    text = telling.wording.text[before[0].start : before[-1].end]
    return None if any(mark in text for mark in ',;:“”"') else text
