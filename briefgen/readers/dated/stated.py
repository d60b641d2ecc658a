"""What a source states outright, as written → Claims of publication, Bounds of a later change."""

from datetime import UTC, datetime, timedelta, tzinfo

from briefgen.model import Basis, Bound, Grain, Interval
from briefgen.readers.dated.fields import read_date
from briefgen.readers.raw.decode import tidy
from briefgen.readers.shapes import Claim, ReadOptions, Scope
from briefgen.temporal import untold_zone

__all__ = ["read_day", "second_of", "stated_bound", "stated_claim"]

LENGTHS = range(6, 61)
"""Characters that the wording of a day may have."""


def stated_claim(
    basis: Basis,
    said: str | None,
    what: str,
    options: ReadOptions,
    scope: Scope = Scope.DOCUMENT,
) -> tuple[Claim, ...]:
    """The day or moment of publication that a source gives; coarser dates say nothing of it."""
    interval = read_day(said, options)
    if interval is None:
        return ()
    doubt = _doubt(said) if interval.grain is Grain.DAY else None
    why = f"{what} {said}"
    return (Claim(basis=basis, why=why, interval=interval, scope=scope, doubt=doubt),)


def _doubt(said: str | None) -> str | None:
    """Why a moment is told as its day alone."""
    zone = untold_zone(said) if said else None
    if zone is None:
        return None
    return f"its zone {zone} is not known or that of several places, so its day alone is taken"


def stated_bound(said: str | None, what: str, options: ReadOptions) -> tuple[Bound, ...]:
    """The day or moment of a change that a source gives: it is from no later."""
    interval = read_day(said, options)
    if interval is None or interval.end is None:
        return ()
    return (Bound(latest=interval.end, why=f"{what} {said}"),)


def read_day(said: str | None, options: ReadOptions) -> Interval | None:
    """The day or moment that a date field names."""
    text = tidy(said).strip() if said else ""
    if len(text) not in LENGTHS:
        return None
    interval = read_date(text, options.zone, options.languages)
    return interval if interval is not None and interval.grain <= Grain.DAY else None


def second_of(seconds: str | None, zone: tzinfo) -> Interval | None:
    """The second that a Unix time names; None for what is none, or zero, as exports write it."""
    try:
        moment = datetime.fromtimestamp(int(seconds or 0), UTC)
        if not moment.timestamp():
            return None
        start = moment.astimezone(zone)
        return Interval(start=start, end=start + timedelta(seconds=1), grain=Grain.SECOND)
    except (ValueError, OverflowError, OSError):
        return None
