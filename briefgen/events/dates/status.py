"""A date and the tense beside it → the status of what is told: done, going on, planned, due."""

from briefgen.events.dates.history import is_history
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import Tense
from briefgen.events.language.words import Wording
from briefgen.events.sentences.telling import Telling
from briefgen.model import Dating, Interval, Mention, Relation, Status

__all__ = ["lies_ahead", "opens_ahead", "runs_ahead", "status_of", "status_told", "was_over"]

GRANTED = 8
"""Words, at most, between who gives time and the date until which it is given."""
OPEN_TENSES = frozenset({Tense.FUTURE, Tense.PRESENT, Tense.ONGOING})
UNDATED_STATUS = {Tense.FUTURE: Status.SCHEDULED, Tense.ONGOING: Status.ONGOING}
TOLD_PAST = "past: "
"""How the cue of a mention begins that dates what was done."""
LASTING = {
    Tense.FUTURE: Status.SCHEDULED,
    Tense.PAST: Status.ONGOING,
    Tense.PRESENT: Status.ONGOING,
    Tense.PERFECT: Status.ONGOING,
    Tense.ONGOING: Status.ONGOING,
}
"""What lasts until a date to come: "is closed until Friday"."""


def status_told(
    main: Mention | None, telling: Telling, published: Dating | None, lexicon: Statements
) -> Status:
    """The status of what a sentence tells with its main date; to deny a plan is a deed.

    A plan with no day but that of its saying is told as said then: "said on Monday that it would".
    """
    if telling.saying and telling.saying.verb in lexicon.denials:
        return status_of(main, Tense.PAST, published)
    owed = main is not None and _is_owed(main, telling.wording, lexicon)
    owed = owed or (lexicon.until_by and telling.tense is Tense.FUTURE)
    tense = Tense.PAST if _is_when_said(main, telling) else telling.tense
    status = status_of(main, tense, published, owed=owed)
    goes_on = telling.tense is Tense.ONGOING and status is Status.OCCURRED
    return Status.ONGOING if goes_on else status


def _is_when_said(main: Mention | None, telling: Telling) -> bool:
    """Whether a date is that of a saying alone: the plan that is told has none."""
    saying = telling.saying
    return (
        main is not None
        and saying is not None
        and not saying.content[0] <= main.start < saying.content[1]
    )


def _is_owed(mention: Mention, wording: Wording, lexicon: Statements) -> bool:
    """Whether a date is the end of the time that somebody is given: "have until Friday"."""
    comma = wording.text.rfind(",", wording.start, mention.start)
    before = [w.lower for w in wording.within((max(comma, wording.start), mention.start))]
    given = lexicon.grants.intersection(before[-GRANTED:])
    return len(before) > 1 and (before[-2] in lexicon.owed or bool(given))


def status_of(
    mention: Mention | None, tense: Tense, published: Dating | None, *, owed: bool = False
) -> Status:
    """What kind of statement a sentence with this mention and tense makes.

    ``owed``: "until" gives somebody time ("have until Friday"), and is no length.
    """
    interval = mention.interval if mention else None
    if mention is None or interval is None:
        return UNDATED_STATUS.get(tense, Status.OCCURRED)
    future = published is not None and lies_ahead(mention, published.interval)
    if mention.relation is Relation.UNTIL and not owed and tense in LASTING and future:
        return LASTING[tense]
    due = mention.relation in {Relation.BY, Relation.BEFORE} and tense in OPEN_TENSES
    if due or (future and interval.start is None):
        return Status.DEADLINE
    ahead = tense is Tense.FUTURE and not was_over(interval, published)
    if future or (ahead and not _is_told_past(mention)):
        return Status.SCHEDULED
    return _status_now(mention, published)


def was_over(interval: Interval, published: Dating | None) -> bool:
    """Whether a time was over before the day of publication: no plan is told for it any more."""
    told = published.interval.start if published is not None else None
    return told is not None and interval.end is not None and interval.end <= told


def _is_told_past(mention: Mention) -> bool:
    """Whether the verb right at it says that it was, whatever else the sentence plans."""
    return bool(mention.cues) and mention.cues[0].startswith(TOLD_PAST)


def _status_now(mention: Mention, published: Dating | None) -> Status:
    """The status of what began before publication."""
    interval = mention.interval
    assert interval is not None
    if mention.relation is Relation.SINCE or interval.end is None:
        return Status.ONGOING
    ranged = dict(mention.expression.fields).get("kind") == "range"
    told = published.interval.end if published is not None else None
    if ranged and told is not None and interval.end > told:
        return Status.ONGOING
    if published is not None and is_history(interval.end, published.interval):
        return Status.BACKGROUND
    return Status.OCCURRED


def opens_ahead(mention: Mention) -> bool:
    """Whether it is open ahead without a "since": "the coming months"."""
    interval = mention.interval
    return interval is not None and interval.end is None and mention.relation is Relation.AT


def lies_ahead(mention: Mention, told: Interval) -> bool:
    """Whether it lies after what was published: starts after that day, or falls due after it."""
    interval = mention.interval
    if interval is None or told.end is None:
        return False
    if interval.start is None:
        return interval.end is not None and interval.end > told.end
    runs = runs_ahead(mention) and (interval.end is None or interval.end > told.end)
    return interval.start >= told.end or runs or opens_ahead(mention)


def runs_ahead(mention: Mention) -> bool:
    """Whether it runs from its anchor on: "over the next two years", "later this year"."""
    fields = dict(mention.expression.fields)
    span = fields.get("kind") == "span" and not fields["side"].startswith("-")
    return span or fields.get("edge") == "AFTER"
