"""A plan and a happening → whether the happening is the plan come true, or tells that it is not.

"The tug failed to free the barge" meets the plan to free it, and does not fulfil it; neither does
what only announces the plan, nor what somebody denies.
"""

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.phrases import phrase_set
from briefgen.events.language.words import read_wording
from briefgen.model import Event, Report, Standing

__all__ = ["came_about", "fell_through"]

REACH = 4
"""Words after "failed to" among which a word of the plan stands."""


def came_about(plan: Event, event: Event, lexicon: Statements) -> bool:
    """Whether a happening tells that what was planned came about."""
    told = {(r.document, r.start) for r in plan.reports}
    if any((r.document, r.start) in told for r in event.reports):
        return False
    if event.standing is Standing.DENIED:
        return False
    planned = frozenset(_stems(plan.reports[0], lexicon))
    return not any(_failed(report, planned, lexicon) for report in event.reports)


def fell_through(plan: Event, event: Event, lexicon: Statements) -> bool:
    """Whether a happening tells that what was planned did not come about."""
    told = {(r.document, r.start) for r in plan.reports}
    if any((r.document, r.start) in told for r in event.reports):
        return False
    planned = frozenset(_stems(plan.reports[0], lexicon))
    return any(_failed(report, planned, lexicon) for report in event.reports)


def _failed(report: Report, planned: frozenset[str], lexicon: Statements) -> bool:
    lower = " ".join(report.quote.lower().replace("’", "'").split())
    if phrase_set(lower, lexicon.failed):
        return True
    for phrase in phrase_set(lower, lexicon.unmet):
        after = lower[lower.find(phrase) + len(phrase) :]
        words = read_wording(after, 0, len(after)).words[:REACH]
        if any(lexicon.canonical(w.lower) in planned for w in words):
            return True
    return False


def _stems(report: Report, lexicon: Statements) -> list[str]:
    words = read_wording(report.quote, 0, len(report.quote)).words
    return [lexicon.canonical(lexicon.bare(w.lower)) for w in words if w.lower not in lexicon.stop]
