"""Document + Mentions → Mentions with intervals: what each expression means (phase 2).

Block by block: first what stands on its own outside quotation marks, then what leans on it (times
without a day, "overnight", "two days later"), then what quoted speakers said. Each expression
gets its :class:`Ground` (what it is counted from, and which way), and the resolver of its kind.
Nothing here changes a mention; new ones are made.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo

from briefgen.knowledge.locale import Locale
from briefgen.model import Anchor, Document, Grain, Interval, Mention, Relation
from briefgen.temporal.anchors import Story
from briefgen.temporal.explain import sentence
from briefgen.temporal.fiscal import of_no_calendar
from briefgen.temporal.outcome import Outcome
from briefgen.temporal.relations import NOT_BEFORE
from briefgen.temporal.resolvers import RESOLVERS
from briefgen.temporal.stated import Stated

__all__ = ["resolve"]

_OWN_YEAR = "it is of a company's own year, and which months that has, nothing tells"
_DAY = timedelta(days=1)
_PLAINLY = "; read by names and figures alone (fallback), for “{}” has no rules of its own"


def resolve(
    document: Document,
    mentions: Sequence[Mention],
    locale: Locale,
    zone: tzinfo,
    *,
    stated: tuple[Stated, ...] = (),
) -> tuple[Mention, ...]:
    """The mentions with value, interval, anchor, cues and why; same number, same order.

    ``stated``: what the writer states of stretches of the text, in text order.
    """
    story = Story.of(document, mentions, locale, zone, stated)
    resolved: dict[int, Mention] = {}
    told: dict[int, Interval | None] = {}
    for index in story.order:
        mention = mentions[index]
        ground = story.ground(index, resolved, told)
        outcome = RESOLVERS[story.fields[index]["kind"]](mention.expression, ground)
        told[index] = outcome.interval
        if locale.plain is not None:
            outcome = replace(outcome, reason=outcome.reason + _PLAINLY.format(locale.language))
        if of_no_calendar(story.fields[index]):
            outcome = replace(outcome, interval=None, anchor=Anchor.NONE, reason=_OWN_YEAR)
        resolved[index] = _resolved(mention, outcome)
    return tuple(resolved[index] for index in range(len(mentions)))


def _resolved(mention: Mention, outcome: Outcome) -> Mention:
    interval = outcome.interval and related(
        outcome.interval, mention.relation, mention.expression.mod
    )
    said = mention.expression
    return Mention(
        start=mention.start,
        end=mention.end,
        text=mention.text,
        rule=mention.rule,
        expression=said if outcome.type is None else replace(said, type=outcome.type),
        value=outcome.value,
        interval=interval,
        anchor=outcome.anchor,
        cues=outcome.cues,
        why=sentence(
            mention.text, interval, outcome.reason, until=mention.relation is Relation.UNTIL
        ),
    )


def related(interval: Interval, relation: Relation, mod: str | None = None) -> Interval:
    """Since opens the end, by and until the start; before and after lie outside of it.

    "By the end of April", and before it, is by its last day, and nothing about that is rough; nor
    is "before the start of April".
    """
    if mod == NOT_BEFORE and interval.bounded:
        return replace(interval, end=None, approximate=True)
    if not interval.bounded:
        return interval
    closed = mod == "END" and interval.grain >= Grain.PART
    if relation is Relation.BEFORE and closed:
        relation = Relation.BY
    if relation in {Relation.BY, Relation.UNTIL}:
        if interval.grain < Grain.PART:  # by noon is not by the end of that minute
            return replace(interval, start=None, end=interval.start)
        if closed and interval.grain is not Grain.DAY:
            end = interval.end and interval.end + (_midnight(interval.end) - interval.end) % _DAY
            return replace(interval, start=None, end=end, grain=Grain.DAY, approximate=False)
        return replace(interval, start=None)
    return _on_one_side(interval, relation, mod)


def _midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def _on_one_side(interval: Interval, relation: Relation, mod: str | None) -> Interval:
    if relation is Relation.SINCE:
        return replace(interval, end=None)
    if relation is Relation.BEFORE:
        before = replace(interval, start=None, end=interval.start)
        exact = mod == "START" and interval.grain > Grain.DAY
        return replace(before, grain=Grain.DAY, approximate=False) if exact else before
    if relation is Relation.AFTER:
        begun = mod == "START" and interval.grain > Grain.DAY
        return replace(interval, start=interval.start if begun else interval.end, end=None)
    return interval
