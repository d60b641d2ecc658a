"""A holiday's rule in ``[lexicon.holiday]`` + year → its day."""

from collections.abc import Callable
from datetime import date, timedelta

__all__ = ["easter", "holiday", "pascha"]


def holiday(rule: str, year: int) -> date | None:
    """The day of a holiday in a year, by its rule in ``[lexicon.holiday]``.

    ``12-25``: a fixed day; ``easter+1``: so many days from Western Easter, ``pascha+1`` from
    Eastern; ``11-4-4``: in month 11 the 4th weekday 4 (Thursday), ``5--1-1``: the last Monday of
    May.
    """
    for form, read in _HOLIDAYS:
        if form(rule):
            return read(rule, year)
    return None


def _fixed(rule: str, year: int) -> date | None:
    month, day = rule.split("-")
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return None


def _movable(rule: str, year: int) -> date:
    eastern = rule.startswith("pascha")
    days = rule.removeprefix("pascha" if eastern else "easter")
    return (pascha(year) if eastern else easter(year)) + timedelta(days=int(days or "0"))


def _nth(rule: str, year: int) -> date:
    month, number, weekday = rule.replace("--", "-~").split("-")
    count = int(number.replace("~", "-"))
    first = date(year, int(month), 1)
    days = (first + timedelta(days=i) for i in range(31))
    fitting = [d for d in days if d.month == first.month and d.isoweekday() == int(weekday)]
    return fitting[count - 1 if count > 0 else count]


_HOLIDAYS: tuple[tuple[Callable[[str], bool], Callable[[str, int], date | None]], ...] = (
    (lambda rule: rule.startswith(("easter", "pascha")), _movable),
    (lambda rule: rule.count("-") == 1, _fixed),
    (lambda rule: rule.count("-") >= 2, _nth),
)


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian algorithm, Meeus 1991)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def pascha(year: int) -> date:
    """Eastern Easter Sunday (Meeus's Julian algorithm), on the Gregorian calendar."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    behind = year // 100 - year // 400 - 2  # days of the Julian calendar behind the Gregorian
    return date(year, month, day + 1) + timedelta(days=behind)
