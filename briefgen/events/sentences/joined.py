"""A sentence that leans on one told before it → the report that it is told within; mostly none.

"The council shut the bridge. It stays shut." is one entry with two sentences, and not two entries
of which the second repeats the first.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from briefgen.events.sentences.after_words import extended
from briefgen.events.sentences.context import Lead
from briefgen.events.sentences.telling import Telling, Told
from briefgen.model import DateBasis, Document, Grain, Interval, Report, Status

__all__ = ["joined", "told_within"]

MOST_WORDS = 75
"""Words of a line that a reader takes in at once."""
BESIDE = timedelta(days=1)
"""How far an approximate date may be off."""
AHEAD = frozenset({Status.SCHEDULED, Status.DEADLINE})


def told_within(
    lead: Lead, report: Report, telling: Telling, told: Sequence[Told], document: Document
) -> int | None:
    """The index of the report that a leaning one is told within: that of the sentence it leans on.

    Only where nothing else is told between the two, and both are of the same days, or the second
    is about what the first tells ("those gains"); what somebody denies, or by name tells of a day,
    is an entry of its own.
    """
    at = next((n for n in range(len(told) - 1, -1, -1) if _covers(told[n].report, lead)), None)
    if at is None:
        return None
    before = told[at].report
    if any(other.report.end > before.end for other in told[at + 1 :]):
        return None
    if document.text[before.end : report.start].strip():
        return None
    words = len(document.text[before.start : report.end].split())
    if (
        words > MOST_WORDS
        or _stated(report, telling)
        or (before.status in AHEAD) != (report.status in AHEAD)
    ):
        return None
    return at if lead.about or _same_days(before, report) else None


def _stated(report: Report, telling: Telling) -> bool:
    """Whether somebody denies it, or says it by name and with a date of its own."""
    if report.attribution is None or telling.saying is None:
        return False
    by_name = telling.speaker == telling.wording.text[slice(*telling.saying.who)]
    return report.attribution.denies or (by_name and report.basis is DateBasis.EXPRESSION)


def _covers(report: Report, lead: Lead) -> bool:
    """Whether a report tells a sentence, and not only a clause of it."""
    return report.focus is None and report.start < lead.sentence.end <= report.end + 1


def _same_days(before: Report, report: Report) -> bool:
    """Whether a second report has no date of its own, or one that agrees with the first one's."""
    if report.basis is not DateBasis.EXPRESSION or before.interval is None:
        return True
    return report.interval is None or _widened(before.interval).overlaps(report.interval)


def _widened(interval: Interval) -> Interval:
    """An interval that is not sure, with the days beside it."""
    unsure = interval.approximate or interval.uncertain
    if not unsure or interval.start is None or interval.end is None or interval.grain > Grain.DAY:
        return interval
    return replace(interval, start=interval.start - BESIDE, end=interval.end + BESIDE)


def joined(document: Document, before: Told, more: Report, telling: Telling) -> Told:
    """A report with the sentence after it that leans on it, and its date where it has none."""
    report = extended(document, before.report, more)
    if report.interval is None and more.interval is not None:
        report = replace(
            report,
            interval=more.interval,
            basis=more.basis,
            why=more.why,
            tie=more.tie,
            mention=more.mention,
            status=more.status,
        )
    return Told(
        report=report,
        block=telling.sentence.block,
        speaker=telling.speaker or before.speaker,
        lends=before.lends,
    )
