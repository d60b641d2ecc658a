"""What stands in a row's date field → the date as it can be read, and why it is none.

Three things are told apart: a date; words that say that no date is known ("n/a", "без дати"); and
what looks like a date and cannot be one ("2026-02-30", "31/04/2026", "25:61").
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC

from briefgen.knowledge.locale import LANGUAGES
from briefgen.readers.chrome import load_chrome, plain
from briefgen.readers.dated.fields import read_date

__all__ = ["DateCell", "is_possible", "read_cell"]

NAMES = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 (a list of words reads best as one)
)
MONTHS = 12
HOURS = 24
MINUTES = 59

_NUMBERS = re.compile(
    r"(?<![\d./-])(?:(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"
    r"|(?P<one>\d{1,2})(?P<mark>[/.-])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4}))(?![\d/-])"
)
_NAMED = (
    re.compile(
        r"(?<!\d)(?P<d>\d{1,2})\.?\s+(?:de\s+)?(?P<m>[^\W\d_]{3,})\.?,?\s+(?:de\s+)?(?P<y>\d{4})"
    ),
    re.compile(r"(?P<m>[^\W\d_]{3,})\.?\s+(?P<d>\d{1,2}),?\s+(?P<y>\d{4})"),
)
_CLOCK = re.compile(r"(?<![\d:.])(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?![\d:])")
_LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateCell:
    """A date field, judged."""

    date: str | None
    """As it can be read; None where it is none."""
    undated: str | None = None
    """Why it is none, as a clause."""
    note: str | None = None
    """What must be told of it; None where all is well, or says itself that nothing is known."""


def read_cell(said: str) -> DateCell:
    """What a date field says."""
    if _is_unknown(said):
        return DateCell(date=None, undated=f"its date field says “{said}”: not known")
    wrong = next(_wrong_days(said), None)
    if wrong is not None:
        return DateCell(
            date=None,
            undated=f"its date field says “{said}”: {wrong}",
            note=f"“{said}” is no date: {wrong}; the row stays undated",
        )
    match = next((one for one in _CLOCK.finditer(said) if not _is_clock(one)), None)
    if match is None:
        return DateCell(date=said)
    day = " ".join(f"{said[: match.start()]} {said[match.end() :]}".split()).strip(" ,T")
    told = f"there is no time {match[0]}"
    if not any(map(str.isdigit, day)):
        return DateCell(
            date=None,
            undated=f"its date field says “{said}”: {told}",
            note=f"“{said}” is no date: {told}; the row stays undated",
        )
    return DateCell(date=day, note=f"“{said}”: {told}; only the day, {day}, is kept")


def is_possible(day: int, month: int, year: int) -> bool:
    """Whether there is such a day."""
    return 1 <= month <= MONTHS and year > 0 and 1 <= day <= monthrange(year, month)[1]


def _is_clock(match: re.Match[str]) -> bool:
    hour, minute = int(match["hour"]), int(match["minute"])
    second = int(match["second"] or 0)
    if hour == HOURS:
        return minute == second == 0
    return hour < HOURS and minute <= MINUTES and second <= MINUTES + 1


def _wrong_days(said: str) -> Iterator[str]:
    """Why a day in a field cannot be, for each that cannot."""
    for match in _NUMBERS.finditer(said):
        if match["y"]:
            year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
            if not is_possible(day, month, year):
                yield _why(day, month, year)
            continue
        one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
        if not (is_possible(one, two, year) or is_possible(two, one, year)):
            first = two > MONTHS >= one
            yield _why(two, one, year) if first else _why(one, two, year)
    for match in (found for shape in _NAMED for found in shape.finditer(said)):
        start = read_date(f"1 {match['m']} {match['y']}", UTC, LANGUAGES)
        if start is not None and start.start is not None:
            day, month, year = int(match["d"]), start.start.month, start.start.year
            if not is_possible(day, month, year):
                yield _why(day, month, year)


def _why(day: int, month: int, year: int) -> str:
    if not 1 <= month <= MONTHS:
        return f"there is no month {month}"
    if day < 1 or year < 1:
        return f"there is no day {day}" if day < 1 else f"there is no year {year}"
    return f"{NAMES[month - 1]} {year} has {monthrange(year, month)[1]} days"


def _is_unknown(said: str) -> bool:
    """Whether a field says that nothing is known, or holds a mere sign."""
    chrome = load_chrome()
    return not _LETTER.search(said) or plain(said) in chrome.undated | chrome.unknown
