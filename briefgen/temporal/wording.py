"""Interval → the words of a brief: "night of 17–18 Jul 2024", "since Feb 2022".

Every grain has one wording; an interval that is no whole unit of its grain falls back to the
days that it covers. The words come from the locale's ``[wording]``.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from briefgen.knowledge.locale import Locale, Wording
from briefgen.model import Grain, Interval
from briefgen.temporal.parts import PARTS, part_of
from briefgen.temporal.thirds import third_beside, third_of

__all__ = ["full_day", "label", "told_unit"]

_MINUTE = timedelta(minutes=1)
MONTHS_OF = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.SEASON: 3, Grain.HALF: 6, Grain.YEAR: 12}
SEASON_AT = {3: 0, 6: 1, 9: 2, 12: 3}
"""First month of a season → its place in the wording's list."""


def label(interval: Interval, locale: Locale, *, ahead: bool = False, until: bool = False) -> str:
    """The interval in words, its dates absolute, in the zone of its own ends.

    One that is open at its end is "since" its start, or, where it lies ahead of what was
    published ("in the coming months"), "from" it. One that is open at its start is "by" its end,
    or "until" it, where something lasts so long.
    """
    words = locale.wording
    phrases = words.phrases
    text, told = _core(interval, words)
    open_end = interval.end is None and interval.start is not None
    if open_end and interval.approximate:  # "in the coming weeks"
        text = _put(words, "from", text)
    elif open_end:
        text = _put(words, "from" if ahead else "since", text)
    elif interval.approximate and not told:
        text = _put(words, "about", text)
    if interval.start is None and interval.end is not None:
        text = _put(words, "until" if until else "by", text)
    return phrases["uncertain"].format(date=text) if interval.uncertain else text


def full_day(day: date, locale: Locale) -> str:
    """A day for a masthead: "Thursday 18 July 2024"."""
    words = locale.wording
    return words.phrases["full_day"].format(
        weekday=words.weekdays_long[day.weekday()],
        day=day.day,
        month=words.months_long[day.month - 1],
        year=day.year,
    )


def told_unit(interval: Interval) -> tuple[datetime, datetime] | None:
    """Both ends; of an interval open on one side, the unit that was told: "since May" is in May.

    None where both sides are open.
    """
    start, end, grain = interval.start, interval.end, interval.grain
    if start is None:
        if end is None:
            return None
        return (end, end + _MINUTE) if grain < Grain.PART else (_start_of_last(end, grain), end)
    return start, end or _end_of_first(start, grain)


def _core(interval: Interval, words: Wording) -> tuple[str, bool]:
    """The words without since, by and marks; and whether they already say "roughly"."""
    grain = interval.grain
    unit = told_unit(interval)
    if unit is None:
        return words.phrases["undated"], True
    start, end = unit
    if interval.approximate and not interval.bounded:
        beside = third_beside(interval.start, interval.end, grain)
        if beside is not None:
            mod, whole, _ = beside
            date_words = WORDERS[grain](whole[0], whole[1], words)
            return _third(words, mod, grain, date_words), True
    if interval.approximate and interval.bounded:
        third_told = third_of(start, end, grain)
        if third_told is not None:
            mod, whole = third_told
            date_words = WORDERS[grain](whole[0], whole[1], words)
            return _third(words, mod, grain, date_words), True
        if grain >= Grain.MONTH and start.day > 1:  # so many months from a day on, roughly
            months = start.replace(day=1), _next_month(end - _MINUTE)
            return _units(*months, words, Grain.MONTH), False
    return WORDERS[grain](start, end, words), grain is Grain.PART  # a part is rough by nature


def _next_month(moment: datetime) -> datetime:
    """The first of the month after a moment's."""
    first = moment.replace(day=1, hour=0, minute=0)
    return first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)


def _moment(
    start: datetime, end: datetime, words: Wording, unit: timedelta = timedelta(hours=1)
) -> str:
    """A clock time: "18 Jul 2024, 14:05 UTC"; two when they lie more than a unit apart."""
    last = end - timedelta(microseconds=1)
    if start.date() != last.date():
        return _days(start, end, words)
    time = f"{start:%H:%M}"
    if end - start > unit:
        time = words.phrases["near"].format(first=time, last=f"{end:%H:%M}")
    zone = start.tzname() or ""
    return words.phrases["moment"].format(date=_days(start, end, words), time=time, zone=zone)


def _part(start: datetime, end: datetime, words: Wording) -> str:
    """A part of a day; a night names both days that it touches."""
    midnight = start.replace(hour=0, minute=0, second=0, microsecond=0)
    hours = round((end.replace(tzinfo=None) - midnight.replace(tzinfo=None)).total_seconds() / 3600)
    part = part_of(start.hour, hours)
    if hours > 24 and hours <= 36:
        return _put(words, "night", _days(start, end, words))
    if part is not None and part in words.parts:
        return _put(words, "part", _days(start, end, words), words.parts[part])
    if part is not None:
        return _third(words, part, Grain.DAY, _days(start, end, words))
    return _days(start, end, words) if start.hour == 0 else _moment(start, end, words)


def _days(start: datetime, end: datetime, words: Wording) -> str:
    """One day, or two with as few words as say it."""
    first, last = start.date(), (end - timedelta(microseconds=1)).date()
    phrases = words.phrases

    def day(when: date) -> str:
        return phrases["day"].format(
            day=when.day, month=words.months[when.month - 1], year=when.year
        )

    if first >= last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return phrases["days"].format(first=first.day, last=day(last))
    if first.year == last.year:
        short = phrases["day_month"].format(day=first.day, month=words.months[first.month - 1])
        return phrases["far"].format(first=short, last=day(last))
    return phrases["far"].format(first=day(first), last=day(last))


def _week(start: datetime, end: datetime, words: Wording) -> str:
    if start.weekday() == 5 and (end.date() - start.date()).days == 2:
        return _put(words, "weekend", _days(start, end, words))
    if start.weekday() == 0 and (end.date() - start.date()).days == 7:
        one = start + timedelta(days=1)
        return _put(words, "week", _days(start, one, words))
    return _days(start, end, words)


def _units(start: datetime, end: datetime, words: Wording, grain: Grain) -> str:
    """Months, quarters, seasons, halves, years: one, or a first and a last."""
    step = MONTHS_OF[grain]
    months = (end.year - start.year) * 12 + end.month - start.month
    offset = (start.month - (3 if grain is Grain.SEASON else 1)) % step
    if start.day != 1 or end.day != 1 or offset or months % step or months <= 0:
        return _days(start, end, words)
    first = _unit(start, words, grain)
    if months == step:
        return first
    before = end.month - step
    last_start = start.replace(year=end.year + (before - 1) // 12, month=(before - 1) % 12 + 1)
    last = _unit(last_start, words, grain)
    if grain is Grain.MONTH and start.year == last_start.year:
        return words.phrases["near"].format(first=words.months[start.month - 1], last=last)
    return words.phrases["near" if grain is Grain.YEAR else "far"].format(first=first, last=last)


def _unit(start: datetime, words: Wording, grain: Grain) -> str:
    """One whole unit that starts here."""
    phrases, year = words.phrases, start.year
    if grain is Grain.MONTH:
        return phrases["month"].format(month=words.months[start.month - 1], year=year)
    if grain is Grain.QUARTER:
        return phrases["quarter"].format(number=(start.month + 2) // 3, year=year)
    if grain is Grain.HALF:
        return phrases["half"].format(number=1 if start.month == 1 else 2, year=year)
    if grain is Grain.SEASON:
        index = SEASON_AT[start.month]
        name = "winter" if index == 3 else "season"
        return phrases[name].format(
            season=words.seasons[index], year=year, next=f"{(year + 1) % 100:02}"
        )
    return str(year)


def _long(start: datetime, end: datetime, words: Wording, years: int) -> str:
    """A decade or a century; else the years that it covers."""
    if start.year % years == 0 and end.year - start.year == years and start.month == 1:
        if years == 10:
            return words.phrases["decade"].format(year=start.year)
        number = start.year // 100 + 1
        suffix = _suffix(number, words)
        return words.phrases["century"].format(number=number, suffix=suffix, roman=_roman(number))
    return _units(start, end, words, Grain.YEAR)


def _suffix(number: int, words: Wording) -> str:
    """What stands after a number that tells a place in an order, by its last figures."""
    figures = str(number)
    endings = (figures[at:] for at in range(len(figures) + 1))
    return next((words.ordinals[e] for e in endings if e in words.ordinals), "")


def _roman(number: int) -> str:
    """A number up to 399 in Roman figures."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    of_ten = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
    of_one = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "C" * hundreds + of_ten[tens] + of_one[ones]


def _put(words: Wording, phrase: str, date: str, part: str = "") -> str:
    """A date put into a phrase, with the forms that its words take there."""
    changes = words.changes.get(phrase, {})
    pieces = [changes.get(piece, piece) for piece in date.split(" ")]
    return words.phrases[phrase].format(date=" ".join(pieces), part=part)


def _third(words: Wording, mod: str, grain: Grain, date: str) -> str:
    """The early, middle or late part of a unit, in the words for that unit where it has its own."""
    own = f"{mod.lower()}_{grain.name.lower()}"
    return _put(words, own if words.phrases.get(own) else mod.lower(), date)


def _grained(grain: Grain) -> Callable[[datetime, datetime, Wording], str]:
    return lambda start, end, words: _units(start, end, words, grain)


WORDERS: dict[Grain, Callable[[datetime, datetime, Wording], str]] = {
    Grain.SECOND: lambda start, end, words: _moment(start, end, words, _MINUTE),
    Grain.MINUTE: lambda start, end, words: _moment(start, end, words, _MINUTE),
    Grain.HOUR: _moment,
    Grain.PART: _part,
    Grain.DAY: _days,
    Grain.WEEK: _week,
    Grain.MONTH: _grained(Grain.MONTH),
    Grain.QUARTER: _grained(Grain.QUARTER),
    Grain.SEASON: _grained(Grain.SEASON),
    Grain.HALF: _grained(Grain.HALF),
    Grain.YEAR: _grained(Grain.YEAR),
    Grain.DECADE: lambda start, end, words: _long(start, end, words, 10),
    Grain.CENTURY: lambda start, end, words: _long(start, end, words, 100),
}
"""How each grain is worded."""


def _start_of_last(end: datetime, grain: Grain) -> datetime:
    """Start of the last whole unit before an end; the last day where none ends there."""
    if grain in MONTHS_OF and end.day == 1:
        month = end.month - MONTHS_OF[grain]
        return end.replace(year=end.year + (month - 1) // 12, month=(month - 1) % 12 + 1)
    if grain in {Grain.DECADE, Grain.CENTURY} and (end.month, end.day) == (1, 1):
        return end.replace(year=end.year - (10 if grain is Grain.DECADE else 100))
    if grain is Grain.WEEK and end.weekday() == 0:
        return end - timedelta(days=7)
    if grain is Grain.PART:
        lengths = (last - first for first, last in PARTS.values() if last % 24 == end.hour)
        return end - timedelta(hours=next(lengths, 24))
    return end - timedelta(days=1)


def _end_of_first(start: datetime, grain: Grain) -> datetime:
    """End of the first whole unit from a start; one day on where none starts there."""
    if grain in MONTHS_OF and start.day == 1:
        month = start.month + MONTHS_OF[grain]
        return start.replace(year=start.year + (month - 1) // 12, month=(month - 1) % 12 + 1)
    if grain in {Grain.DECADE, Grain.CENTURY} and (start.month, start.day) == (1, 1):
        return start.replace(year=start.year + (10 if grain is Grain.DECADE else 100))
    if grain is Grain.WEEK and start.weekday() == 0:
        return start + timedelta(days=7)
    if grain < Grain.PART:
        return start + timedelta(minutes=1)
    return start.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
