"""The clocks and ages over the entries of a live page → when each entry was written.

"14:05" tells a time of the page's day; "2h ago" counts from the page's last change. Entries stand
newest or oldest first; where the clock jumps against that order, midnight lies between.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta, tzinfo
from functools import cache
from itertools import pairwise

from briefgen.model import Grain, Interval, civil_day
from briefgen.readers.chrome import load_chrome
from briefgen.readers.dated.fields import read_date
from briefgen.temporal import untold_zone

__all__ = [
    "PageDate",
    "Stamp",
    "date_entries",
    "is_clock",
    "is_midnight",
    "leading_stamp",
    "read_stamp",
]

_DIGIT = re.compile(r"\d")
_AFTERNOON = re.compile(r"p\.?m", re.IGNORECASE)
_UNITS = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": timedelta(days=1)}
_GRAINS = {"minute": Grain.MINUTE, "hour": Grain.HOUR, "day": Grain.DAY}
EVENING = 18 * 60
"""Minutes from which on a clock may stand before midnight."""
MORNING = 9 * 60
"""Minutes up to which one may stand after it."""
DAY = 24 * 60
_AGE_LENGTH = 30
"""Characters above which a line is no age."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What an entry says of its time, without a day."""

    said: str
    minutes: int | None = None
    """Minutes since midnight, as the words tell; None for an age."""
    age: tuple[int, str] | None = None
    """(2, "hour") for "2h ago"."""
    back: int | None = None
    """Days before the page's own that it names: 1 for "yesterday, 21:50"; None: it names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDate:
    """The date of a page of entries, and which entry it is the day of."""

    interval: Interval
    why: str
    first: bool = False
    """It tells when the page was begun, and so the day of its oldest entry."""
    changed: Interval | None = None
    """When the page was last changed; ages count from it."""


def read_stamp(line: str) -> Stamp | None:
    """The stamp that a line is: "14:05", "2:05 p.m. ET", "2h ago"; None for any other line."""
    if len(line) > _AGE_LENGTH:
        return None
    if _DIGIT.search(line):
        alone, _, behind = _shapes()
        match = alone.match(line)
        if match is not None:
            return _clock(match)
        named = behind.match(line)
        if named is not None:
            told = named["day"].casefold().replace("’", "'")
            back = int(told in load_chrome().days_back[1])
            return replace(_clock(named), back=back)
    told = line.strip(" ()[].,·|-–—")
    chrome = load_chrome()
    if not (told[:1].isdigit() or chrome.age_openings.open(told.casefold())):
        return None
    for unit, pattern in chrome.ages:
        age = pattern.fullmatch(told)
        if age is not None:
            number = next((int(group) for group in age.groups() if group), 1)
            return Stamp(said=line, age=(number, unit))
    return None


def leading_stamp(line: str) -> tuple[Stamp, str] | None:
    """The clock that a line begins with, and the rest of the line; None for any other line."""
    match = _shapes()[1].match(line) if line[:1].isdigit() or line[:1] in "[(" else None
    return (_clock(match), match["rest"].strip()) if match else None


def is_clock(text: str) -> bool:
    """Whether a few words are a clock and nothing else: "00:30", "14.05 Uhr"."""
    return _shapes()[0].match(text) is not None


@cache
def _shapes() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What matches a clock alone on its line, at the head of a line, and behind "yesterday"."""
    chrome = load_chrome()
    tails = "|".join(re.escape(tail) for tail in load_chrome().clock_tails)
    tail = rf"(?:\s?[ap]\.?m\b\.?)?(?:\s(?:{tails})\b)?"
    clock = rf"(?P<clock>(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?{tail})"
    alone = re.compile(rf"^[\[(]?{clock}[\])]?$", re.IGNORECASE)
    leading = re.compile(
        rf"^[\[(]?{clock}[\])]?(?:\s*[:|–—-]\s+|\s+)(?P<rest>\S.*)$", re.IGNORECASE | re.DOTALL
    )
    days = "|".join(re.escape(day).replace("'", "['’]") for one in chrome.days_back for day in one)
    links = "|".join(map(re.escape, chrome.at_clock))
    named = re.compile(
        rf"^[\[(]?(?P<day>{days})[,\s]\s*(?:[|·•–—-]\s*)?(?:(?:{links})\s)?{clock}[\])]?$",
        re.IGNORECASE,
    )
    return alone, leading, named


def _clock(match: re.Match[str]) -> Stamp:
    hour, minute = int(match["hour"]), int(match["minute"])
    if _AFTERNOON.search(match["clock"]) and hour < 12:
        hour += 12
    elif hour == 12 and re.search(r"a\.?m", match["clock"], re.IGNORECASE):
        hour = 0
    said = match["clock"] if "day" not in match.groupdict() else match[0]
    return Stamp(said=said.strip(), minutes=60 * hour + minute)


def date_entries(
    stamps: Sequence[Stamp], page: PageDate, zone: tzinfo, languages: tuple[str, ...]
) -> list[Interval | None]:
    """When each entry was written, in page order; None where that cannot be told."""
    found: list[Interval | None] = [None] * len(stamps)
    clocks = [
        (i, stamp.minutes)
        for i, stamp in enumerate(stamps)
        if stamp.minutes is not None and stamp.back is None
    ]
    start = page.interval.start
    if clocks and start is not None:
        minutes = [minutes for _, minutes in clocks]
        begun = not page.first and _begins(minutes, page, zone)
        days = _days(minutes, first=page.first or begun)
        unsure = begun and page.interval.grain >= Grain.PART and any(days)
        for (index, _), shift in zip(clocks, days, strict=True):
            day = start.astimezone(zone).date() + timedelta(days=shift)
            moment = _moment(day, stamps[index].said, zone, languages)
            found[index] = replace(moment, uncertain=True) if moment and unsure else moment
    last = page.changed or (None if page.first else page.interval)
    for index, stamp in enumerate(stamps):
        if stamp.age is not None:
            found[index] = _aged(stamp.age, page, zone)
        elif stamp.back is not None and last is not None and last.start is not None:
            day = last.start.astimezone(zone).date() - timedelta(days=stamp.back)
            found[index] = _moment(day, _bare(stamp), zone, languages)
    return found


def is_midnight(one: int, two: int) -> bool:
    """Whether a clock is told past the midnight after another: 23:50, 00:10."""
    return one >= EVENING and two <= MORNING and (two - one) % DAY < DAY / 2


def _steps(minutes: Sequence[int]) -> tuple[int, int]:
    """How many neighbours go forward in time and how many back; midnight may lie between."""
    rises = falls = 0
    for one, two in pairwise(minutes):
        rises += is_midnight(one, two) or (two > one and not is_midnight(two, one))
        falls += is_midnight(two, one) or (two < one and not is_midnight(one, two))
    return rises, falls


def _begins(minutes: Sequence[int], page: PageDate, zone: tzinfo) -> bool:
    """Whether the day of a page with its oldest entry on top is that entry's, and not the last's.

    A page that tells its last change tells of its end; a moment is of the entry that it is near.
    Of a bare day over a log past midnight that is likely and not sure: its entries are marked so.
    """
    rises, falls = _steps(minutes)
    start = page.interval.start
    if page.changed is not None or falls >= rises or start is None:
        return False
    if page.interval.grain >= Grain.PART:
        return True
    told = start.astimezone(zone)
    first, last = (
        min((told.hour * 60 + told.minute - one) % DAY, (one - told.hour * 60 - told.minute) % DAY)
        for one in (minutes[0], minutes[-1])
    )
    return first <= last


def _bare(stamp: Stamp) -> str:
    """The clock of a stamp without its day."""
    match = _shapes()[2].match(stamp.said)
    return match["clock"].strip() if match else stamp.said


def _days(minutes: Sequence[int], *, first: bool) -> list[int]:
    """The day of each entry, counted from the page's day.

    The order of the entries is that of most neighbours. Newest first, the first entry is of the
    page's day and a later clock beneath an earlier one goes a day back; where the page's day is
    that of its beginning, the oldest entry is of it.
    """
    rises, falls = _steps(minutes)
    newest_first = falls >= rises
    ordered = list(minutes) if newest_first else list(reversed(minutes))
    days = [0]
    for newer, older in pairwise(ordered):
        days.append(days[-1] - (older > newer))
    if first:
        days = [day - days[-1] for day in days]
    return days if newest_first else list(reversed(days))


def _moment(day: date, said: str, zone: tzinfo, languages: tuple[str, ...]) -> Interval | None:
    """A clock time of a day; its own zone is heard."""
    interval = read_date(f"{day:%Y-%m-%d} {said}", zone, languages)
    if interval is not None and interval.grain < Grain.PART:
        return interval
    if untold_zone(said):
        return civil_day(day, zone)
    bare = re.match(r"\d{1,2}[:.]\d\d", said)
    told = bare[0].replace(".", ":") if bare else said
    interval = read_date(f"{day:%Y-%m-%d} {told:0>5}", zone, languages)
    return interval if interval is not None and interval.grain < Grain.PART else None


def _aged(age: tuple[int, str], page: PageDate, zone: tzinfo) -> Interval | None:
    """So long before the page's last change; None where that is not told to the minute."""
    number, unit = age
    last = page.changed
    if last is None or last.start is None or last.grain > _GRAINS[unit]:
        return None
    start = last.start.astimezone(zone) - number * _UNITS[unit]
    return Interval(start=start, end=start + _UNITS[unit], grain=_GRAINS[unit], approximate=True)
