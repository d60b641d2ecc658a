"""A column of dates → the same in ISO: day and month told apart over the whole of it, or not.

"05/03/2026" alone may be May or March. One value of the column that fits only one order settles it
for all; a column that fits several is read in the order that the project names, or not at all.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

__all__ = ["ORDERS", "Settled", "as_clock", "as_moment", "settle_column"]

ORDERS = ("dmy", "mdy", "ymd")
"""What a project may name: the order of day, month and year in dates of digits alone."""
SERIALS = range(20_000, 80_000)
"""Days since 1899-12-30 that a spreadsheet's date may be, when its format is lost: 1954 to 2119."""
MOMENTS = range(600_000_000, 5_000_000_000)
"""Seconds since 1970 that a program's time stamp may be: 1989 to 2128."""
CENTURY = 69
"""Two-digit years from here on are of the 1900s, as in POSIX."""

_DIGITS = re.compile(
    r"(?<![\d/.-])(\d{1,2})(?P<mark>[/.-])(\d{1,2})(?P=mark)(\d{4}|\d{2})(?![\d/-]|\.\d)"
)
_ISO = re.compile(r"\d{4}-\d\d-(\d\d)")
_RANGE = re.compile(r"\s*(\d{4}-\d\d-\d\d)\s*(?:[-–—/]|to|until|bis|до|по)\s*(\d{4}-\d\d-\d\d)\s*")
_PART = re.compile(r"0?\.\d+")
_NUMBER = re.compile(r"\d{5}(?:\.\d+)?|\d{8}|\d{9,10}|\d{12,13}")

_Parts = tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A column of dates, as far as it can be told."""

    cells: tuple[str, ...]
    """As written, but for dates of digits, which stand in ISO."""
    open: frozenset[int] = frozenset()
    """Indices of cells whose day and month nothing tells apart; they stay as written."""
    conflict: bool = False
    """Whether values of the column contradict each other."""
    order: str | None = None
    """The order that the column itself proves, None where it proves none."""


def settle_column(
    cells: Sequence[str],
    order: str | None = None,
    *,
    epoch: date | None = None,
    real: Sequence[int] = (),
) -> Settled:
    """The column in ISO. `order` is the project's, for what the column itself leaves open.

    `epoch` is day 0 of a spreadsheet's serial numbers, None where there are none. `real` are the
    cells that hold a date and no text. Where all of those are of a day up to the 12th, and all
    typed as text of a later one, the spreadsheet took those that it could read month first: their
    day and month may have changed places, so they stay open, too.
    """
    found = {index: list(_DIGITS.finditer(cell)) for index, cell in enumerate(cells)}
    parts = [
        numbers
        for matches in found.values()
        for match in matches
        if _is_day(numbers := _parts(match))  # what is a day in no order tells of none
    ]
    fitting = [one for one in ORDERS if parts and all(_day(value, one) for value in parts)]
    if len(fitting) > 1 and all(match["mark"] == "." for one in found.values() for match in one):
        fitting = [one for one in fitting if one != "mdy"]  # CLDR: with dots the day goes first
    proved = fitting[0] if len(fitting) == 1 else None
    if order is not None and order in fitting:
        fitting = [order]
    done: list[str] = []
    open_: set[int] = set()
    for index, cell in enumerate(cells):
        told = _rewritten(cell, found[index], fitting)
        if told is None:
            open_.add(index)
            told = cell
        done.append(_ranged(as_moment(told, epoch) or told))
    if (
        order is None
        and parts
        and all(value[0] > 12 for value in parts)
        and _all_early(cells, real)
    ):
        open_.update(real)
    for index in open_:
        done[index] = cells[index]
    return Settled(
        cells=tuple(done),
        open=frozenset(open_),
        conflict=bool(parts) and not fitting,
        order=proved,
    )


def _parts(match: re.Match[str]) -> _Parts:
    return int(match[1]), int(match[3]), int(match[4])


def _day(parts: _Parts, order: str) -> date | None:
    """The day that three numbers are in an order, None where they are none."""
    named = dict(zip(order, parts, strict=True))
    year = named["y"]
    if year < 100:
        year += 1900 if year >= CENTURY else 2000
    elif year < 1000:
        return None
    try:
        return date(year, named["m"], named["d"])
    except ValueError:
        return None


def _is_day(parts: _Parts) -> bool:
    """Whether three numbers are a day in any order."""
    return any(_day(parts, one) is not None for one in ORDERS)


def _rewritten(cell: str, found: Sequence[re.Match[str]], fitting: Sequence[str]) -> str | None:
    """A cell with its dates in ISO; None where the orders that fit do not agree."""
    if not found:
        return cell
    told = cell
    for match in reversed(found):
        if not _is_day(_parts(match)):
            continue
        days = {_day(_parts(match), one) for one in fitting}
        day = days.pop() if len(days) == 1 else None
        if day is None:
            return None
        told = told[: match.start()] + day.isoformat() + told[match.end() :]
    return told


def _ranged(cell: str) -> str:
    """``2026-03-05 – 2026-03-07`` as one EDTF interval."""
    match = _RANGE.fullmatch(cell)
    return f"{match[1]}/{match[2]}" if match and match[1] < match[2] else cell


def as_moment(cell: str, epoch: date | None = None) -> str | None:
    """A number as the day or moment that it is: 20260305, a serial number, a time stamp."""
    if _NUMBER.fullmatch(cell) is None:
        return None
    if len(cell) == 8 and cell.isdigit():
        day = _day((int(cell[:4]), int(cell[4:6]), int(cell[6:])), "ymd")
        return day.isoformat() if day else None
    value = float(cell)
    if epoch is not None and int(value) in SERIALS:
        day = epoch + timedelta(days=int(value))
        minutes = round((value % 1) * 24 * 60)
        clock = f" {minutes // 60:02}:{minutes % 60:02}" if 0 < minutes < 24 * 60 else ""
        return f"{day.isoformat()}{clock}"
    seconds = int(value) // (1000 if len(cell) > 10 else 1)
    if seconds in MOMENTS:
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M:%SZ")
    return None


def as_clock(cell: str) -> str:
    """A spreadsheet's part of a day, whose format is lost, as a clock: 0.75 is 18:00."""
    if _PART.fullmatch(cell) is None:
        return cell
    minutes = round(float(cell) * 24 * 60)
    return f"{minutes // 60:02}:{minutes % 60:02}" if minutes < 24 * 60 else cell


def _all_early(cells: Sequence[str], real: Sequence[int]) -> bool:
    """Whether all real dates are of a day up to the 12th."""
    days = [match for index in real if (match := _ISO.match(cells[index]))]
    return bool(days) and all(int(match[1]) <= 12 for match in days)
