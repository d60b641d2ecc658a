"""A length or a unit + the date of an event → when it is, counted from that event.

"Two days before" ends at its first day, "two days after" starts at its last; "into" and lengths of
"in the week after" run from it on. "The day before", "the eve of", "the night of" are its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta, tzinfo

from briefgen.knowledge.locale import Locale
from briefgen.model import Anchor, Grain, Interval, Mention, Relation, TimexType
from briefgen.temporal.counted import shifted
from briefgen.temporal.direction import Direction
from briefgen.temporal.explain import sentence
from briefgen.temporal.heard import Sense
from briefgen.temporal.outcome import Ground, Outcome, modded, unresolved, with_part
from briefgen.temporal.tied_units import TIED
from briefgen.temporal.timed import fields_of
from briefgen.temporal.units import UNITS, moved, stretch

__all__ = ["EventDate", "counted_from", "days_from", "last_day", "retold"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDate:
    """When an event was, and how that is known."""

    interval: Interval
    told: str
    """In words: "“the vote”, Sun 7 Jul 2024 (“7 July” elsewhere in the text)"."""


@dataclass(frozen=True)
class _Nothing:
    """A ground that leans on no words around it."""

    direction = Direction(sense=Sense.PAST, cues=())
    narrative = None
    quarter = None


_NOTHING = _Nothing()


def counted_from(
    mention: Mention, anchor: EventDate, side: int, *, locale: Locale, zone: tzinfo, before: str
) -> Outcome:
    """When a mention is that stands before (-1), after (1) or at the start (0) of an event.

    ``before``: the text right before it, lower case.
    """
    fields = fields_of(mention)
    start = anchor.interval.start
    assert start is not None
    ground = Ground(
        zone=zone,
        day=start.date() if side <= 0 else last_day(anchor.interval),
        moment=start if anchor.interval.grain <= Grain.MINUTE else None,
        anchor=Anchor.EVENT,
        whence=anchor.told,
        around=_NOTHING,
        uncertain=anchor.interval.uncertain,
    )
    if fields.get("n") == "X":
        return unresolved(mention.value, f"it tells no number to count from {anchor.told}")
    if fields["kind"] == TIED:
        outcome = _unit_beside(fields, side, ground)
    elif _is_stretch(mention, locale, before):
        outcome = _stretch_from(fields, side, ground, mention.value)
    else:
        step = float(fields["n"]) * (side or 1)
        told = {"unit": fields["unit"], "shift": f"{step:g}", "base": "pub", "counted": "1"}
        outcome = shifted(told, ground, mention.value)
    interval = outcome.interval and modded(outcome.interval, mention.expression.mod)
    return replace(outcome, interval=interval)


def retold(mention: Mention, outcome: Outcome, whole: str) -> Mention:
    """The mention with what it is by its event; ``whole``: its words and the event's."""
    interval = outcome.interval
    if interval is None:
        return replace(mention, why=sentence(whole, None, outcome.reason))
    kept = mention.expression.type
    if outcome.value != mention.value:
        kept = TimexType.TIME if interval.grain < Grain.DAY else TimexType.DATE
    shown = whole if "named" in fields_of(mention) else mention.text
    return replace(
        mention,
        end=mention.start + len(shown),
        text=shown,
        expression=replace(mention.expression, type=kept),
        value=outcome.value,
        interval=interval,
        anchor=Anchor.EVENT,
        why=sentence(whole, interval, outcome.reason),
    )


def _is_stretch(mention: Mention, locale: Locale, before: str) -> bool:
    """Whether a length is all the days up to an event or from it on: "in the week after"."""
    leads = locale.lexicon.get("event_length", {})
    articles = locale.lexicon.get("event_definite", {})
    definite = mention.text.split()[0].lower() in articles
    pieces = before.split()
    led = any(" ".join(pieces[-n:]) in leads for n in (2, 1) if len(pieces) >= n)
    return definite or led or mention.relation is Relation.FOR


def _unit_beside(fields: Mapping[str, str], side: int, ground: Ground) -> Outcome:
    """The day before, the week after, the night of, the eve of an event."""
    assert ground.day is not None
    unit = fields["unit"]
    told = {"unit": unit, "shift": f"{side}", "base": "pub"}
    if "part" not in fields:
        return shifted(told, ground, "")
    day = ground.day + timedelta(days=side)
    interval = with_part(day, fields["part"], ground.zone)
    if ground.uncertain:
        interval = replace(interval, uncertain=True)
    reason = f"counted from {ground.whence}"
    value = f"{day.isoformat()}T{fields['part']}"
    return Outcome(interval=interval, value=value, anchor=Anchor.EVENT, reason=reason)


def _stretch_from(fields: Mapping[str, str], side: int, ground: Ground, value: str) -> Outcome:
    """So long up to the event, or from it on; its value stays a length."""
    assert ground.day is not None
    unit, count = fields["unit"], float(fields["n"])
    first, last = ground.day, ground.day + timedelta(days=1)
    if side < 0:
        first, last = min(moved(first, unit, -count), first - timedelta(days=1)), first
    else:
        first = first + timedelta(days=side)
        last = max(moved(first, unit, count), first + timedelta(days=1))
    interval = stretch(first, last, max(UNITS[unit].grain, Grain.DAY), ground.zone)
    interval = replace(interval, approximate=True, uncertain=ground.uncertain)
    how = "up to" if side < 0 else "from"
    return Outcome(
        interval=interval, value=value, anchor=Anchor.EVENT, reason=f"{how} {ground.whence}"
    )


def last_day(interval: Interval) -> date:
    """The last day of it; the first, where it goes on."""
    assert interval.start is not None
    if interval.end is None:
        return interval.start.date()
    return (interval.end - timedelta(microseconds=1)).date()


def days_from(first: date, count: int, zone: tzinfo) -> Interval:
    """So many whole days."""
    return stretch(first, first + timedelta(days=count), Grain.DAY, zone)
