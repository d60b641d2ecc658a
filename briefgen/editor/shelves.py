"""Event → the one place of a brief in which it is told."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from enum import StrEnum

from briefgen.editor.desk import Desk
from briefgen.model import DateBasis, Event, Interval, LinkKind, Status

__all__ = ["Shelf", "is_late", "shelve"]

DAYS_AS_NEWS = timedelta(days=7)
"""What is told at a coarser grain than this is not an event of the day."""
DAYS_AS_EARLIER = timedelta(days=31)
"""What took longer than this is background, even when it ended of late."""
LATE = timedelta(hours=24)
DROPS = frozenset({LinkKind.CALLED_OFF, LinkKind.POSTPONED, LinkKind.UNMET})


class Shelf(StrEnum):
    """Where an event is told."""

    CURRENT = "current"
    """In its theater, as of the period; the best of these become key developments."""
    EARLIER = "earlier"
    """In its theater, as from before the period."""
    UPCOMING = "upcoming"
    OVERDUE = "overdue"
    """Scheduled, its date past, and no report that it happened."""
    DROPPED = "dropped"
    """Scheduled, and called off, put off without a new day, or told not to have come about."""
    FULFILLED = "fulfilled"
    CONTINUING = "continuing"
    BACKGROUND = "background"
    UNDATED = "undated"


def shelve(event: Event, desk: Desk) -> Shelf:
    """Where the event is told, from its status, its interval and the period."""
    if event.interval is None:
        return Shelf.UNDATED
    return BY_STATUS[event.status](event, event.interval, desk)


def _ahead(event: Event, interval: Interval, desk: Desk) -> Shelf:
    known = {other.id for other in desk.chronology.events}
    if event.fulfilled_by in known:
        return Shelf.FULFILLED
    if any(link.kind in DROPS for link in event.links):
        return Shelf.DROPPED
    if interval.end is not None and interval.end <= desk.cutoff:
        return Shelf.OVERDUE
    return Shelf.UPCOMING


def _background(_event: Event, _interval: Interval, _desk: Desk) -> Shelf:
    return Shelf.BACKGROUND


def _ongoing(_event: Event, interval: Interval, desk: Desk) -> Shelf:
    return Shelf.CONTINUING if _wide(interval, DAYS_AS_NEWS) else _by_time(interval, desk)


def _occurred(event: Event, interval: Interval, desk: Desk) -> Shelf:
    if interval.end is None:
        return Shelf.CONTINUING
    if interval.start is None:  # done by then: it stands where it was due
        return Shelf.BACKGROUND if _only_by_then(event) else _by_time(interval, desk)
    if _wide(interval, DAYS_AS_EARLIER):
        return Shelf.BACKGROUND
    if _wide(interval, DAYS_AS_NEWS) and interval.overlaps(desk.period):
        return Shelf.EARLIER
    return _by_time(interval, desk)


BY_STATUS: Mapping[Status, Callable[[Event, Interval, Desk], Shelf]] = {
    Status.OCCURRED: _occurred,
    Status.ONGOING: _ongoing,
    Status.SCHEDULED: _ahead,
    Status.DEADLINE: _ahead,
    Status.BACKGROUND: _background,
}


def _by_time(interval: Interval, desk: Desk) -> Shelf:
    if not interval.before(desk.period):
        return Shelf.CURRENT
    assert interval.end is not None
    assert desk.period.start is not None
    lookback = timedelta(days=desk.project.lookback_days)
    recent = interval.end > desk.period.start - lookback
    return Shelf.EARLIER if recent else Shelf.BACKGROUND


def _only_by_then(event: Event) -> bool:
    """Whether nothing but its article says by when it was, and nobody is named who says so."""
    return all(r.basis is DateBasis.INHERITED and r.attribution is None for r in event.reports)


def _wide(interval: Interval, than: timedelta) -> bool:
    return interval.length is None or interval.length > than


def is_late(event: Event, desk: Desk) -> bool:
    """Whether the period's reporting is the first to tell of something a day older or more."""
    if event.interval is None or event.interval.end is None:
        return False
    assert desk.period.start is not None
    for report in event.reports:
        published = desk.documents[report.document].published
        if published is None or published.interval.start is None:
            return False
        start = published.interval.start
        if start < desk.period.start or start - event.interval.end < LATE:
            return False
    return True
