"""Interval ↔ EDTF (ISO 8601-2, the Library of Congress profile, levels 0 to 2).

===================  ==========================================================
grain                written as
===================  ==========================================================
second to hour       ``2024-07-18T14:05:00Z`` (the start of one unit; the grain is not in EDTF);
                     longer: ``…T14:00:00Z/…T15:30:00Z``, from a moment to a moment
part, day            ``2024-07-18``; a night is ``2024-07-17/2024-07-18``
week                 ``2024-07-15/2024-07-21``
month                ``2024-05``
season               ``2024-21`` spring … ``2024-24`` winter (of the year it starts in)
quarter, half        ``2024-33`` … ``2024-36``, ``2024-40``, ``2024-41``
year                 ``2024``
decade, century      ``202X``, ``20XX``
===================  ==========================================================

Ends of a longer interval stand on either side of ``/``; an open side is ``..``; ``~`` marks
approximate, ``?`` uncertain, ``%`` both. Parts of a day lose their hours: EDTF has no part of a
day, so :func:`from_edtf` gives back the days that hold them.

Source: https://www.loc.gov/standards/datetime/
"""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo

from briefgen.errors import DateError
from briefgen.model.interval import Grain, Interval, civil_day, month_start

__all__ = ["from_edtf", "to_edtf", "to_profile"]

SEASON_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}
"""First month of each season, as meteorologists and news desks of the north count."""
QUARTER_MONTH = {33: 1, 34: 4, 35: 7, 36: 10}
HALF_MONTH = {40: 1, 41: 7}
MONTHS_IN = {
    Grain.MONTH: 1,
    Grain.QUARTER: 3,
    Grain.SEASON: 3,
    Grain.HALF: 6,
    Grain.YEAR: 12,
    Grain.DECADE: 120,
    Grain.CENTURY: 1200,
}
UNIT = {
    Grain.SECOND: timedelta(seconds=1),
    Grain.MINUTE: timedelta(minutes=1),
    Grain.HOUR: timedelta(hours=1),
}
CODES = {
    Grain.SEASON: {month: code for code, month in SEASON_MONTH.items()},
    Grain.QUARTER: {month: code for code, month in QUARTER_MONTH.items()},
    Grain.HALF: {month: code for code, month in HALF_MONTH.items()},
}
FINER = {
    Grain.SECOND: Grain.DAY,
    Grain.MINUTE: Grain.DAY,
    Grain.HOUR: Grain.DAY,
    Grain.SEASON: Grain.MONTH,
    Grain.QUARTER: Grain.MONTH,
    Grain.HALF: Grain.MONTH,
    Grain.DECADE: Grain.YEAR,
    Grain.CENTURY: Grain.YEAR,
}
"""What the profile writes each of these in, where it is not one unmarked unit."""
MARKS = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}

_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d\dXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[~?%]?)"
)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)(?P<mark>[~?%]?)")


def to_edtf(interval: Interval) -> str:
    """The interval as EDTF, in the zone of its own ends.

    An interval open on both sides is ``../..``.
    """
    mark = MARKS[interval.approximate, interval.uncertain]
    start, end = interval.start, interval.end
    if start is None and end is None:
        return "../.."
    if interval.grain < Grain.PART:
        return _clocked(interval, mark)
    if start is None:
        assert end is not None
        return f"../{_last(end, interval.grain)}{mark}"
    if end is None:
        return f"{_first(start, interval.grain)}{mark}/.."
    first, last = _first(start, interval.grain), _last(end, interval.grain)
    return first + mark if first == last else f"{first}{mark}/{last}{mark}"


def to_profile(interval: Interval) -> str:
    """The interval as EDTF that keeps to the letter of the profile: what is given away.

    The profile knows no clock time in an interval or with a mark, and no quarter, half, decade or
    century there: those are written as the days, months or years that hold them, so that nothing
    is narrower than it was. All else is as :func:`to_edtf` writes it.
    """
    text = to_edtf(interval)
    one = "/" not in text and text[-1] not in "~?%"
    if one or text == "../.." or interval.grain not in FINER:
        return text
    return to_edtf(replace(interval, grain=FINER[interval.grain]))


def from_edtf(text: str, zone: tzinfo) -> Interval:
    """The interval that an EDTF string names, its days counted in the zone.

    Raises DateError for what is not EDTF, or is a part of it that briefgen does not use
    (sets, exponents, component-wise marks).
    """
    sides = text.strip().split("/")
    if len(sides) == 1:
        return _side(sides[0], zone, text)
    if len(sides) != 2:
        raise DateError(f"not an EDTF interval: {text!r} has {len(sides) - 1} slashes")
    if sides == ["..", ".."]:
        return Interval(start=None, end=None, grain=Grain.CENTURY)
    if sides[0] in {"..", ""}:
        return replace(_until(_side(sides[1], zone, text)), start=None)
    if sides[1] in {"..", ""}:
        return replace(_side(sides[0], zone, text), end=None)
    left, right = _side(sides[0], zone, text), _until(_side(sides[1], zone, text))
    assert left.start is not None
    assert right.end is not None
    if right.end <= left.start:
        raise DateError(f"not an EDTF interval: {text!r} ends before it starts")
    return Interval(
        start=left.start,
        end=right.end,
        grain=max(left.grain, right.grain),
        approximate=left.approximate or right.approximate,
        uncertain=left.uncertain or right.uncertain,
    )


def _clocked(interval: Interval, mark: str) -> str:
    """A clock time; one of more than a unit from its first moment to its end."""
    start, length = interval.start, interval.length
    if start is not None and length is not None and length <= UNIT[interval.grain]:
        return _moment(start) + mark
    ends = (start, interval.end)
    return "/".join(".." if side is None else _moment(side) + mark for side in ends)


def _moment(moment: datetime) -> str:
    """``2024-07-18T14:05:00Z`` or with the offset of its zone."""
    whole = moment.replace(microsecond=0)
    text = whole.isoformat()
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def _first(start: datetime, grain: Grain) -> str:
    """The unit of a grain that starts here; the day, where none does."""
    return _unit(start, grain) or start.date().isoformat()


def _last(end: datetime, grain: Grain) -> str:
    """The unit of a grain that ends here; the last day before, where none does."""
    if grain in MONTHS_IN:
        start = month_start(end.year, end.month - MONTHS_IN[grain], end.tzinfo or UTC)
        unit = _unit(start, grain) if _is_month_start(end) else None
        if unit:
            return unit
    return (end - timedelta(microseconds=1)).date().isoformat()


def _is_month_start(moment: datetime) -> bool:
    return (moment.day, moment.hour, moment.minute, moment.second) == (1, 0, 0, 0)


def _unit(start: datetime, grain: Grain) -> str | None:
    """The whole unit of a grain that starts at a moment, None where none does."""
    if grain not in MONTHS_IN or not _is_month_start(start):
        return None
    year, month = start.year, start.month
    if grain is Grain.MONTH:
        return f"{year:04}-{month:02}"
    if grain in CODES:
        code = CODES[grain].get(month)
        return f"{year:04}-{code}" if code else None
    years = MONTHS_IN[grain] // 12
    if month != 1 or year % years:
        return None
    return {1: f"{year:04}", 10: f"{year // 10:03}X", 100: f"{year // 100:02}XX"}[years]


def _until(side: Interval) -> Interval:
    """The last side of an interval: a day is in it, a moment is where it ends."""
    if side.grain >= Grain.PART or side.start is None:
        return side
    return replace(side, start=side.start - timedelta(seconds=1), end=side.start)


def _side(text: str, zone: tzinfo, whole: str) -> Interval:
    """One EDTF date, or one side of an interval."""
    moment = _TIME.fullmatch(text)
    match = _DATE.fullmatch(text)
    found = moment or match
    if found is None:
        raise DateError(f"not an EDTF date: {text!r} in {whole!r}")
    mark = found["mark"]
    try:
        plain = _clock(text, zone) if moment else _calendar(found, zone)
    except ValueError as error:
        raise DateError(f"no such date: {text!r} in {whole!r} ({error})") from error
    return replace(plain, approximate=mark in {"~", "%"}, uncertain=mark in {"?", "%"})


def _clock(text: str, zone: tzinfo) -> Interval:
    start = datetime.fromisoformat(text.rstrip("~?%")).astimezone(zone)
    return Interval(start=start, end=start + timedelta(seconds=1), grain=Grain.SECOND)


def _calendar(match: re.Match[str], zone: tzinfo) -> Interval:
    """A calendar date: day, month, season, quarter, half, year, decade, century."""
    year_text = match["year"]
    if "X" in year_text:
        grain = Grain.DECADE if year_text.count("X") == 1 else Grain.CENTURY
        return _months(int(year_text.replace("X", "0")), 1, grain, zone)
    year = int(year_text)
    if match["month"] is None:
        return _months(year, 1, Grain.YEAR, zone)
    code = int(match["month"])
    if match["day"] is not None:
        return civil_day(date(year, code, int(match["day"])), zone)
    for grain, starts in (
        (Grain.SEASON, SEASON_MONTH),
        (Grain.QUARTER, QUARTER_MONTH),
        (Grain.HALF, HALF_MONTH),
    ):
        if code in starts:
            return _months(year, starts[code], grain, zone)
    if not 1 <= code <= 12:
        message = "month must be in 1..12, or a season, quarter or half of level 2"
        raise ValueError(message)
    return _months(year, code, Grain.MONTH, zone)


def _months(year: int, month: int, grain: Grain, zone: tzinfo) -> Interval:
    start = month_start(year, month, zone)
    return Interval(start=start, end=month_start(year, month + MONTHS_IN[grain], zone), grain=grain)
