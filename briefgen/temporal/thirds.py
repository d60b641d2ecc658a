"""Early, mid, late + a unit ↔ a third of it: the conventions in one place.

A month is told in thirds of ten days, a year in thirds of four months, a decade in four, three
and three years, a century in thirds of it, a quarter and a season in months, a half in two
months. They are approximate by nature, and are marked so.
"""

from datetime import datetime, timedelta

from briefgen.model import Grain

__all__ = ["THIRDS", "third", "third_beside", "third_of"]

THIRDS = ("START", "MID", "END")
"""TIMEX3 mod of each third."""

MONTH_CUTS = {
    Grain.QUARTER: (0, 1, 2, 3),
    Grain.SEASON: (0, 1, 2, 3),
    Grain.HALF: (0, 2, 4, 6),
    Grain.YEAR: (0, 4, 8, 12),
    Grain.DECADE: (0, 48, 84, 120),
    Grain.CENTURY: (0, 396, 804, 1200),
}
WEEK_CUTS = (0, 2, 4, 7)


def third(start: datetime, grain: Grain, mod: str) -> tuple[datetime, datetime] | None:
    """First moment and end of a third of the unit that starts here; None for finer grains."""
    index = THIRDS.index(mod)
    if grain is Grain.WEEK:
        first, last = (start + timedelta(days=WEEK_CUTS[index + i]) for i in (0, 1))
        return first, last
    if grain is Grain.MONTH:
        days = (1, 11, 21)
        end = start.replace(day=days[index + 1]) if index < 2 else _months_on(start, 1)
        return start.replace(day=days[index]), end
    if grain not in MONTH_CUTS:
        return None
    cuts = MONTH_CUTS[grain]
    return _months_on(start, cuts[index]), _months_on(start, cuts[index + 1])


def third_of(
    start: datetime, end: datetime, grain: Grain
) -> tuple[str, tuple[datetime, datetime]] | None:
    """Which third of which unit these ends are: mod, and the unit's own ends; or None."""
    if start.hour or start.minute:
        return None
    for unit_start in _candidates(start, grain):
        for mod in THIRDS:
            if third(unit_start, grain, mod) == (start, end):
                whole_end = third(unit_start, grain, "END")
                assert whole_end is not None
                return mod, (unit_start, whole_end[1])
    return None


def third_beside(
    start: datetime | None, end: datetime | None, grain: Grain
) -> tuple[str, tuple[datetime, datetime], tuple[datetime, datetime]] | None:
    """The third that what is open on one side ends with, or starts with: "by mid-2010".

    Its mod, its unit's ends and its own; None where it has neither. The end of a last third is
    that of its unit, and the start of a first one its start: they tell no third.
    """
    side = start or (end and end - timedelta(minutes=1))
    if side is None:
        return None
    day = side.replace(hour=0, minute=0, second=0, microsecond=0)
    for unit_start in _candidates(day, grain):
        last = third(unit_start, grain, "END")
        for mod in THIRDS[:-1] if start is None else THIRDS[1:]:
            ends = third(unit_start, grain, mod)
            if last and ends and (ends[1] == end if start is None else ends[0] == start):
                return mod, (unit_start, last[1]), ends
    return None


def _candidates(start: datetime, grain: Grain) -> tuple[datetime, ...]:
    """Starts of the units of a grain that hold a moment."""
    first = start.replace(day=1)
    if grain is Grain.WEEK:
        return (start - timedelta(days=start.weekday()),)
    if grain is Grain.MONTH:
        return (first,)
    if grain in {Grain.QUARTER, Grain.SEASON}:
        shift = (start.month - (3 if grain is Grain.SEASON else 1)) % 3
        return (_months_on(first, -shift),)
    if grain is Grain.HALF:
        return (_months_on(first, -((start.month - 1) % 6)),)
    years = {Grain.YEAR: 1, Grain.DECADE: 10, Grain.CENTURY: 100}.get(grain)
    if years is None:
        return ()
    return (first.replace(year=max(1, start.year - start.year % years), month=1),)


def _months_on(start: datetime, months: int) -> datetime:
    carried, index = divmod(start.month - 1 + months, 12)
    return start.replace(year=start.year + carried, month=index + 1)
