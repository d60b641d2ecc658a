"""The reports of one sentence → the stretch of it that the line of each tells, and its date.

"The mill burned in May and was sold in June" makes two entries: the line of the first ends before
the "and". "Police arrested Holm, who fled Orm on Monday" is dated by what stands beside a name: the
line of that date tells that Holm fled Orm, and the arrest has to find a date of its own.
"""

from collections.abc import Sequence
from dataclasses import replace

from briefgen.events.brevity.own_clause import joined_at
from briefgen.events.brevity.shorten import read_passage
from briefgen.events.dates.history import is_history
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import Tense
from briefgen.events.sentences.asides import Aside, AsideKind, aside_of
from briefgen.events.sentences.clauses import Clauses
from briefgen.events.sentences.telling import Telling, head_of
from briefgen.model import DateBasis, Dating, Document, Mention, Report, Status, Tie, hull

__all__ = ["after_then", "aside_told", "since_then", "without_second"]

AHEAD = frozenset({Status.SCHEDULED, Status.DEADLINE})
NOW = frozenset({Tense.PERFECT, Tense.PRESENT, Tense.ONGOING, Tense.FUTURE})
"""Tenses of what an older date does not date."""


def without_second(
    report: Report, beside: Sequence[Report], telling: Telling, lexicon: Statements
) -> Report:
    """A report whose line leaves to another what a second clause behind an "and" tells."""
    if telling.saying is not None or report.focus is not None:
        return report
    passage = read_passage(telling.wording, report.mentions, lexicon)
    head = head_of(telling, lexicon)
    for other in beside:
        if passage is None or other.focus is None or other.focus[1] != telling.wording.end:
            continue
        at = joined_at(passage, other.focus[0])
        own = report.mention.end if report.mention is not None else head[1]
        if at is not None and max(own, head[1]) < at:
            return replace(report, focus=(report.start, at))
    return report


def aside_told(
    report: Report, telling: Telling, clauses: Clauses, document: Document, lexicon: Statements
) -> Aside | None:
    """The aside of its sentence that a report is dated by, and not what the sentence tells.

    What was long ago, after something else was, was of those days too: "fled after the market
    crashed in 1987".
    """
    mention, published = report.mention, document.published
    if mention is None or report.focus is not None or document.rows:
        return None
    passage = read_passage(telling.wording, clauses.dates, lexicon)
    aside = aside_of(passage, mention, head_of(telling, lexicon)) if passage else None
    if aside is None or (aside.clause is None and report.status in AHEAD):
        return None  # "will publish its report, which is due by May"
    if aside.kind in {AsideKind.RELATIVE, AsideKind.PARTICIPLE}:
        return aside
    over = mention.interval.end if mention.interval else None
    old = over is not None and published is not None and is_history(over, published.interval)
    now = telling.tense in NOW
    near = aside.kind in {AsideKind.AFTER, AsideKind.SINCE} and not old
    return aside if now or near else None


def since_then(report: Report, aside: Aside, telling: Telling) -> Report | None:
    """A report of what has been so since something happened on its day; None of another."""
    interval = report.interval
    if aside.kind is not AsideKind.SINCE or telling.tense not in NOW or interval is None:
        return None
    return replace(report, interval=replace(interval, end=None), status=Status.ONGOING)


def after_then(report: Report, date: Mention, published: Dating | None) -> Report:
    """A report that nothing dates but what it came after: between that day and its article's."""
    told = published.interval if published is not None else None
    if report.interval is not None or date.interval is None or told is None:
        return report
    whole = hull((date.interval, told))
    return replace(
        report,
        interval=replace(whole, approximate=True),
        basis=DateBasis.INHERITED,
        tie=Tie.SENTENCE,
        why=f"no date of its own; after “{date.text}”, and by the day of the article",
    )
