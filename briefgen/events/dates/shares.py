"""The reports of one sentence → the stretch of it that the line of each of them tells.

"The mill burned in May and was sold in June" makes two entries: the line of the first ends before
the "and". "Police arrested Holm, who fled Orm on Monday" is dated by what stands beside a name: the
line of that date tells that Holm fled Orm, and the arrest has to find a date of its own.
"""

from collections.abc import Sequence
from dataclasses import replace

from briefgen.events.brevity.own_clause import clause_beside, joined_at
from briefgen.events.brevity.shorten import read_passage
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import finite_words
from briefgen.events.sentences.telling import Telling, head_of
from briefgen.model import Report

__all__ = ["only_beside", "without_second"]


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


def only_beside(report: Report, telling: Telling, lexicon: Statements) -> Report | None:
    """A report dated by a clause beside a noun, as a report of that clause; None for another."""
    if report.mention is None or report.focus is not None:
        return None
    passage = read_passage(telling.wording, report.mentions, lexicon)
    whole = (telling.wording.start, telling.wording.end)
    for verb, _ in finite_words(telling.wording, whole, lexicon) if passage else ():
        found = clause_beside(passage, verb, report.mention) if passage else None
        if found is not None and verb.start != head_of(telling, lexicon)[0]:
            return replace(report, focus=found[0], subject=found[1])
    return None
