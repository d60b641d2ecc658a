"""A column of dates, some without a year → the same with the year that the table tells.

"04.09." takes its year from the rows around it, or from what stands over the table or names its
file; where those do not agree, or tell none, it stays as written and is told.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, timedelta

from briefgen.model import Grain
from briefgen.readers.dated.fields import read_date

__all__ = ["Completed", "complete_years"]

NEAR = timedelta(days=120)
"""Rows further apart than this tell nothing of each other's year."""
PROBES = (2004, 2005)
"""Two years in which a day without its year must be the same day."""
WORDED = 24
"""Characters of a day in words, at most."""

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_FIGURES = re.compile(
    r"(?P<one>\d{1,2})(?P<mark>[./])\s?(?P<two>\d{1,2})\.?(?P<rest>(?:,?\s+\S.*)?)"
)
_YEAR = re.compile(
    r"(?<!\d)((?:19|20|21)\d\d)(?P<more>\s?[/–]\s?\d{1,4}|-(?:1[3-9]|[2-9]\d)(?!\d))?(?!\d)"
)
_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Completed:
    """A column of dates with the years that could be told."""

    cells: tuple[str, ...]
    taken: tuple[int, ...] = ()
    """Indices of the cells that took a year."""
    open: tuple[int, ...] = ()
    """Of those that have none, and stay as written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    """A day without its year."""

    month: int
    day: int
    rest: str = ""
    """What stands behind it: a clock."""

    def of(self, year: int) -> date | None:
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def complete_years(
    cells: Sequence[str],
    around: Iterable[str],
    *,
    languages: tuple[str, ...],
    order: str | None = None,
) -> Completed:
    """The column with years, as far as they can be told.

    `around`: what names the table, nearest first. `order`: "dmy" or "mdy", for days with slashes,
    where it is known.
    """
    order = order or _proved(cells)
    bare = {
        index: day
        for index, cell in enumerate(cells)
        if cell and (day := _yearless(cell, order, languages)) is not None
    }
    if not bare:
        return Completed(cells=tuple(cells))
    known = {index: found for index, cell in enumerate(cells) if (found := _iso(cell)) is not None}
    down = _walk(range(len(cells)), bare, known)
    up = _walk(range(len(cells) - 1, -1, -1), bare, known)
    named = None if known else _named(around)
    done = list(cells)
    taken: list[int] = []
    for index, day in bare.items():
        one, two = down.get(index), up.get(index)
        found = one or two if one is None or two is None or one == two else None
        if found is None and named is not None:
            found = day.of(named)
        if found is not None:
            done[index] = found.isoformat() + day.rest
            taken.append(index)
    left = tuple(index for index in bare if index not in set(taken))
    return Completed(cells=tuple(done), taken=tuple(taken), open=left)


def _iso(cell: str) -> date | None:
    match = _ISO.match(cell)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _proved(cells: Sequence[str]) -> str | None:
    """The order of days with slashes, where one of them fits one order alone."""
    for cell in cells:
        match = _FIGURES.fullmatch(cell)
        if match is not None and match["mark"] == "/":
            one, two = int(match["one"]), int(match["two"])
            if max(one, two) > 12 >= min(one, two):
                return "dmy" if one > 12 else "mdy"
    return None


def _yearless(cell: str, order: str | None, languages: tuple[str, ...]) -> _Day | None:
    """The day and month that a cell gives without their year; None for any other cell."""
    match = _FIGURES.fullmatch(cell)
    if match is not None:
        one, two = int(match["one"]), int(match["two"])
        if match["mark"] == "/" and one != two and order not in {"dmy", "mdy"}:
            return None
        if match["mark"] == "/" and order == "mdy":
            one, two = two, one
        day = _Day(month=two, day=one, rest=match["rest"].replace(",", "", 1))
        return day if day.of(PROBES[0]) is not None else None
    if len(cell) > WORDED or len(_NUMBER.findall(cell)) != 1 or _YEAR.search(cell):
        return None
    if not any(map(str.isalpha, cell)):
        return None
    found = [read_date(f"{cell} {year}", UTC, languages) for year in PROBES]
    starts = [
        one.start for one in found if one is not None and one.grain is Grain.DAY and one.start
    ]
    if len(starts) < len(PROBES) or [one.year for one in starts] != list(PROBES):
        return None
    first, second = starts
    same = (first.month, first.day) == (second.month, second.day)
    return _Day(month=first.month, day=first.day) if same else None


def _walk(
    rows: Iterable[int], bare: dict[int, _Day], known: dict[int, date]
) -> dict[int, date | None]:
    """The day of each row as the rows before it, in this direction, tell."""
    last: date | None = None
    found: dict[int, date | None] = {}
    for index in rows:
        if index in known:
            last = known[index]
        elif index in bare and last is not None:
            day = _nearest(bare[index], last)
            found[index] = day
            last = day or last
    return found


def _nearest(day: _Day, other: date) -> date | None:
    years = (day.of(year) for year in (other.year - 1, other.year, other.year + 1))
    near = [one for one in years if one is not None and abs(one - other) <= NEAR]
    return min(near, key=lambda one: abs(one - other), default=None)


def _named(around: Iterable[str]) -> int | None:
    """The year that the first of some texts that names any names alone."""
    for text in around:
        found = list(_YEAR.finditer(text))
        if found:
            years = {match[1] for match in found}
            return int(years.pop()) if len(years) == 1 and not found[0]["more"] else None
    return None
