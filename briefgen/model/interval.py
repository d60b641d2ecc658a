"""When: an Interval of time at a stated grain.

An interval is half-open, ``start <= t < end``, of aware datetimes; either side may be open
(``None``). The grain says how finely the time was told, so that "in May" stays a month: it is
the unit of both ends, not the length of the whole.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import IntEnum

from briefgen.errors import DateError

__all__ = ["Grain", "Interval", "civil_day", "day_after", "hull", "month_start"]


class Grain(IntEnum):
    """How finely a time was told, finest first."""

    SECOND = 0
    MINUTE = 1
    HOUR = 2
    PART = 3
    """A part of a day: morning, night. Its ends are conventional."""
    DAY = 4
    WEEK = 5
    """A week or a weekend."""
    MONTH = 6
    QUARTER = 7
    SEASON = 8
    HALF = 9
    YEAR = 10
    DECADE = 11
    CENTURY = 12

    @property
    def word(self) -> str:
        """The grain as other programs read it: ``"part"``, ``"day"``."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A stretch of time, ``start <= t < end``, told at a grain."""

    start: datetime | None
    """Inclusive, aware; None is open."""
    end: datetime | None
    """Exclusive, aware; None is open."""
    grain: Grain = Grain.DAY
    approximate: bool = False
    """Told loosely ("about", "mid-June"): EDTF ``~``."""
    uncertain: bool = False
    """Resolved against conflicting cues: EDTF ``?``."""

    def __post_init__(self) -> None:
        for side in (self.start, self.end):
            if side is not None and side.utcoffset() is None:
                raise DateError(f"an interval needs aware datetimes, not {side.isoformat()}")
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise DateError(f"an interval must end after {self.start.isoformat()}, its start")

    @property
    def bounded(self) -> bool:
        """Whether both ends are known."""
        return self.start is not None and self.end is not None

    @property
    def length(self) -> timedelta | None:
        """How long it is in elapsed time, or None when a side is open."""
        if self.start is None or self.end is None:
            return None
        return self.end.astimezone(UTC) - self.start.astimezone(UTC)

    def overlaps(self, other: "Interval") -> bool:
        """Whether some moment lies in both. Symmetric."""
        return (self.start is None or other.end is None or self.start < other.end) and (
            other.start is None or self.end is None or other.start < self.end
        )

    def contains(self, other: "Interval") -> bool:
        """Whether every moment of the other lies in this one."""
        after = self.start is None or (other.start is not None and self.start <= other.start)
        before = self.end is None or (other.end is not None and other.end <= self.end)
        return after and before

    def before(self, other: "Interval") -> bool:
        """Whether all of this one is over when the other starts. A strict partial order."""
        return self.end is not None and other.start is not None and self.end <= other.start

    def intersection(self, other: "Interval") -> "Interval | None":
        """The moments in both, at the finer grain; None when there are none."""
        if not self.overlaps(other):
            return None
        starts = [i.start for i in (self, other) if i.start is not None]
        ends = [i.end for i in (self, other) if i.end is not None]
        return Interval(
            start=max(starts, default=None),
            end=min(ends, default=None),
            grain=min(self.grain, other.grain),
            approximate=self.approximate or other.approximate,
            uncertain=self.uncertain or other.uncertain,
        )

    def at(self, zone: tzinfo) -> "Interval":
        """The same moments, told in another zone."""
        return replace(
            self,
            start=self.start and self.start.astimezone(zone),
            end=self.end and self.end.astimezone(zone),
        )

    @property
    def order(self) -> tuple[datetime, timedelta, int]:
        """Sort key of a chronology: earliest, then narrower first, then finer.

        An open start sorts by its end (a deadline stands where it falls due); an interval open
        on one side is wider than any that is not.
        """
        first = self.start or self.end
        first = first.astimezone(UTC) if first else datetime.max.replace(tzinfo=UTC)
        width = self.length if self.length is not None else timedelta.max
        return first, width, int(self.grain)


def civil_day(day: date, zone: tzinfo) -> Interval:
    """A calendar day in a zone; 23 or 25 hours where the clocks change."""
    start = datetime(day.year, day.month, day.day, tzinfo=zone)
    return Interval(start=start, end=day_after(start), grain=Grain.DAY)


def day_after(moment: datetime, days: int = 1) -> datetime:
    """The same wall-clock time, some days later."""
    return datetime.combine(
        moment.date() + timedelta(days=days), moment.time(), tzinfo=moment.tzinfo
    )


def month_start(year: int, month: int, zone: tzinfo) -> datetime:
    """Midnight of the first of a month; months past 12 or before 1 carry into the year."""
    carried, index = divmod(month - 1, 12)
    return datetime(year + carried, index + 1, 1, tzinfo=zone)


def hull(intervals: Iterable[Interval]) -> Interval:
    """The smallest interval that holds them all, at the coarsest of their grains.

    Raises DateError for none at all.
    """
    items = tuple(intervals)
    if not items:
        raise DateError("no interval to take the hull of")
    starts = [i.start for i in items]
    ends = [i.end for i in items]
    return Interval(
        start=None if None in starts else min(s for s in starts if s is not None),
        end=None if None in ends else max(e for e in ends if e is not None),
        grain=max(i.grain for i in items),
        approximate=any(i.approximate for i in items),
        uncertain=any(i.uncertain for i in items),
    )
