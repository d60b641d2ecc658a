"""Fields of a document's mentions → what it tells: history, counted from the story, or days."""

from collections.abc import Iterable, Mapping

from briefgen.model import Interval

__all__ = ["tells_days", "tells_history"]

_OPENING = 3
"""So many expressions open a text."""


def tells_history(told: Iterable[Mapping[str, str]], published: Interval | None) -> bool:
    """Whether most dates are years long past, and hardly any is counted from the day of writing.

    A text that opens with such a one is news, whatever years it goes on to tell: an obituary.
    """
    this_year = 9999 if published is None or published.start is None else published.start.year
    years = days = 0
    for number, fields in enumerate(told):
        year = fields.get("y") or fields.get("b.y")
        if year is not None and int(year) < this_year - 1:
            years += 1
        elif _of_the_day(fields):
            days += 1
            if number < _OPENING:
                return False
    return years >= 5 and years >= 6 * days


def tells_days(told: Iterable[Mapping[str, str]]) -> bool:
    """Whether a text tells of days, as news do, and not of years only, as essays do.

    One that tells hardly any time at all is taken for news.
    """
    others = [fields for fields in told if "loose" not in fields]
    return len(others) < _FEW or any(_names_day(fields) for fields in others)


_FEW = 3


def _names_day(fields: Mapping[str, str]) -> bool:
    if fields["kind"] in {"clock", "part"} or "wd" in fields or "part" in fields:
        return True
    if fields["kind"] == "shift":
        return fields["unit"] == "D" and fields["base"] == "pub" and "counted" not in fields
    return fields["kind"] == "calendar" and "d" in fields and "y" not in fields


def _of_the_day(fields: Mapping[str, str]) -> bool:
    """Whether an expression counts from the day of writing: yesterday, last week, Thursday."""
    if fields["kind"] == "shift":
        return fields["base"] == "pub" and "counted" not in fields
    return fields["kind"] == "calendar" and "wd" in fields and "y" not in fields
