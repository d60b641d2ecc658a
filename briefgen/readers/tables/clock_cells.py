"""A row's date and what stands in its field of time → one wording of the moment.

"2030-09-04" and "ca. 9 Uhr" are 2030-09-04T09:00:00Z~; "0915Z", "09:00–10:15" and "early morning"
are read, too. What cannot be read leaves the day, and is told.
"""

import re
from datetime import tzinfo

from briefgen.knowledge.locale import LANGUAGES
from briefgen.model import Grain, Interval, Relation, to_edtf
from briefgen.readers.dated.cells import read_cell
from briefgen.readers.dated.fields import read_date

__all__ = ["with_clock"]

_CLOCK = re.compile(
    r"(\d{1,2})[:.h](\d{2})(?::\d{2})?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?", re.IGNORECASE
)
_SOLID = re.compile(
    r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s?(?P<zone>Z|UTC|GMT)?\s?(?:h|hrs?\.?|hours|lt|local)?",
    re.IGNORECASE,
)
"""0915, 0915Z, 0915 hrs, as watches write it."""
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.(\d\d)(?![\d.])")
_ABOUT = re.compile(r"(?:[~≈±]|c(?:a|irca)?\.?|approx\.?|abt\.?)\s*(?=\d)", re.IGNORECASE)


def with_clock(
    date: str, time: str, zone: tzinfo, languages: tuple[str, ...]
) -> tuple[str, str | None]:
    """The date with its time, and what must be told of the time."""
    if ":" in date or not any(map(str.isdigit, date)):
        return date, None
    match = _SOLID.fullmatch(time)
    if match is not None:
        time = f"{match['hour']}:{match['minute']}{'Z' if match['zone'] else ''}"
    time = _DOTTED.sub(r"\1:\2", time)
    if _CLOCK.fullmatch(time):
        return f"{date} {time}", None
    if read_cell(time).date is None:
        return date, read_cell(time).note
    known = tuple(dict.fromkeys((*languages, *LANGUAGES)))
    day = read_date(date, zone, known)
    if day is None or day.grain is not Grain.DAY:
        return date, None
    told = _about(date, time, day, zone, known) or _worded(date, time, day, zone, languages)
    note = f"the time “{time}” cannot be read; only the day is kept"
    return (date, note) if told is None else (told, None)


def _about(
    date: str, time: str, day: Interval, zone: tzinfo, languages: tuple[str, ...]
) -> str | None:
    """A time that says itself that it is none to the minute, as EDTF; None for any other."""
    rest = _ABOUT.sub("", time, count=1) if _ABOUT.match(time) else None
    if rest is not None:
        solid = _SOLID.fullmatch(rest)
        rest = f"{solid['hour']}:{solid['minute']}" if solid else rest
        found = read_date(f"{date} {rest}", zone, languages)
    else:
        found = read_date(time, zone, languages, published=day, relations=tuple(Relation))
        found = found if found is not None and found.approximate else None
    if found is None or found.grain >= Grain.PART or not _within(found, day):
        return None
    return to_edtf(found).removesuffix("~") + "~"


def _worded(
    date: str, time: str, day: Interval, zone: tzinfo, languages: tuple[str, ...]
) -> str | None:
    """A date with a time in words; as clocks where they are of another language than the table."""
    said = f"{date} {time}"
    for tried in (languages, LANGUAGES):
        found = read_date(said, zone, tried)
        if found is not None and found.grain < Grain.DAY and _within(found, day):
            return said if tried is languages else _clocks(date, found)
    return None


def _clocks(date: str, found: Interval) -> str:
    """A time on a day as clocks, which need no language."""
    assert found.start is not None
    assert found.end is not None
    return f"{date} {found.start:%H:%M}–{found.end:%H:%M}"


def _within(found: Interval, day: Interval) -> bool:
    """Whether a time begins on its own day."""
    if found.start is None or day.start is None or day.end is None:
        return False
    return day.start <= found.start < day.end
