"""Days on which a document may have been published, as a set of spans, and what narrows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from briefgen.model import Grain, Interval, day_after

__all__ = ["ALWAYS", "YEARS", "Clue", "Spans", "chosen", "hull_of", "narrow", "within"]

Spans = tuple[tuple[int, int], ...]
"""(first day, last day) as ordinals, both inclusive; sorted, without overlap."""

YEARS = range(1900, 2200)
"""Years in which texts are published; a day without its year may be of any of them."""
LONGEST = 36_525
"""Days above which a window tells nothing: a century."""

ALWAYS: Spans = ((date(1000, 1, 1).toordinal(), date(9000, 1, 1).toordinal()),)
"""Any day at all; its ends are taken as open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """One thing in a text that bounds the day of its publication."""

    spans: Spans
    why: str
    """A clause: 'it tells "July 16, 2024" as past'."""
    sure: bool = True
    """False for what holds of most texts and not of all."""
    weak: bool = False
    """It only chooses among the stretches of days that the others leave."""


def narrow(one: Spans, other: Spans) -> Spans:
    """The days in both."""
    found = []
    for first, last in one:
        for start, end in other:
            low, high = max(first, start), min(last, end)
            if low <= high:
                found.append((low, high))
    return tuple(sorted(found))


def chosen(spans: Spans, among: Spans) -> Spans:
    """The stretches that share a day with another; all of them where none does."""
    fits = tuple(one for one in spans if narrow((one,), among))
    return fits or spans


def within(ranges: Iterable[tuple[date | None, date | None]]) -> Spans:
    """Spans out of (first, last) days, those that touch made one; None is open."""
    (low, high) = ALWAYS[0]
    made: list[tuple[int, int]] = []
    for start, end in sorted(
        (first.toordinal() if first else low, last.toordinal() if last else high)
        for first, last in ranges
    ):
        if made and start <= made[-1][1] + 1:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return tuple(made)


def hull_of(spans: Spans, zone: tzinfo) -> Interval | None:
    """The stretch from the first day to the last, both included; None where a side is open."""
    if not spans or spans[-1][1] - spans[0][0] > LONGEST:
        return None
    start, last = (
        datetime.combine(date.fromordinal(day), datetime.min.time(), tzinfo=zone)
        for day in (spans[0][0], spans[-1][1])
    )
    return Interval(start=start, end=day_after(last), grain=Grain.DAY)
