"""Units of the calendar: where one starts, and a number of them later.

Days are civil dates; a zone is put to them only at the end (:func:`stretch`).
"""

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta, tzinfo

from briefgen.model import Grain, Interval

__all__ = ["UNITS", "Unit", "floor", "iso_value", "moved", "span_of", "stretch"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of duration: its grain, its TIMEX3 letter, and how many of the base it holds."""

    grain: Grain
    letter: str
    """As in P2W, PT3H; a decade is ten Y."""
    size: int = 1
    """In units of the letter."""

    @property
    def clock(self) -> bool:
        """Whether it is shorter than a day, and stands after T."""
        return self.grain < Grain.PART


UNITS = {
    "S": Unit(Grain.SECOND, "S"),
    "MIN": Unit(Grain.MINUTE, "M"),
    "H": Unit(Grain.HOUR, "H"),
    "NI": Unit(Grain.DAY, "D"),
    "D": Unit(Grain.DAY, "D"),
    "WE": Unit(Grain.WEEK, "WE"),
    "W": Unit(Grain.WEEK, "W"),
    "M": Unit(Grain.MONTH, "M"),
    "Q": Unit(Grain.QUARTER, "M", 3),
    "SEA": Unit(Grain.SEASON, "M", 3),
    "HY": Unit(Grain.HALF, "M", 6),
    "Y": Unit(Grain.YEAR, "Y"),
    "DE": Unit(Grain.DECADE, "Y", 10),
    "CE": Unit(Grain.CENTURY, "Y", 100),
    "ML": Unit(Grain.CENTURY, "Y", 1000),
}
"""Codes of a locale's ``[lexicon.unit]``."""

_MONTHS = {"M": 1, "Q": 3, "SEA": 3, "HY": 6, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}


def floor(day: date, code: str) -> date:
    """First day of the unit that holds a day."""
    if code == "W":
        return day - timedelta(days=day.weekday())
    if code == "WE":
        return day - timedelta(days=(day.weekday() - 5) % 7)
    if code in {"M", "Q", "HY"}:
        months = _MONTHS[code]
        return date(day.year, day.month - (day.month - 1) % months, 1)
    if code == "SEA":
        return _month(day.year, day.month - day.month % 3)
    if code in _MONTHS:
        years = _MONTHS[code] // 12
        return date(max(MINYEAR, day.year - day.year % years), 1, 1)
    return day


def moved(day: date, code: str, count: float) -> date:
    """A number of units later; a day that a month lacks becomes its last.

    Raises OverflowError outside the years 1 to 9999.
    """
    if code in _MONTHS:
        months = round(_MONTHS[code] * count)
        first = _month(day.year, day.month + months)
        last = _month(day.year, day.month + months + 1) - timedelta(days=1)
        return first.replace(day=min(day.day, last.day))
    days = {"W": 7.0, "WE": 7.0, "H": 1 / 24, "MIN": 1 / 1440, "S": 1 / 86400}.get(code, 1.0)
    return day + timedelta(days=round(days * count))


def span_of(start: date, code: str) -> tuple[date, date]:
    """First day and day after the last of the unit that starts on a day."""
    if code == "WE":
        return start, start + timedelta(days=2)
    return start, moved(start, code, 1)


def _month(year: int, month: int) -> date:
    """First of a month; months past 12 or before 1 carry into the year."""
    carried, index = divmod(month - 1, 12)
    year += carried
    if not MINYEAR <= year <= MAXYEAR:
        message = f"year {year} is out of range"
        raise OverflowError(message)
    return date(year, index + 1, 1)


def stretch(start: date | None, end: date | None, grain: Grain, zone: tzinfo) -> Interval:
    """Whole days as an Interval of the zone; the end is the day after the last."""

    def midnight(day: date | None) -> datetime | None:
        return None if day is None else datetime(day.year, day.month, day.day, tzinfo=zone)

    return Interval(start=midnight(start), end=midnight(end), grain=grain)


def iso_value(day: date, grain: Grain, code: str = "") -> str:
    """TIMEX3 value of the unit that holds a day."""
    if code == "WE":
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}-WE"
    if grain <= Grain.DAY:
        return day.isoformat()
    if grain is Grain.WEEK:
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}"
    year = day.year
    if grain is Grain.SEASON:
        name = {0: "WI", 1: "SP", 2: "SU", 3: "FA"}[day.month % 12 // 3]
        return f"{year - 1 if day.month < 3 else year:04}-{name}"
    return {
        Grain.MONTH: f"{year:04}-{day.month:02}",
        Grain.QUARTER: f"{year:04}-Q{(day.month + 2) // 3}",
        Grain.HALF: f"{year:04}-H{1 if day.month < 7 else 2}",
        Grain.YEAR: f"{year:04}",
        Grain.DECADE: f"{year // 10:03}",
        Grain.CENTURY: f"{year // 100:02}",
    }[grain]
