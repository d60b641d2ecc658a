"""Fields of a document's mentions → whether it tells history: dates count from the story itself."""

from collections.abc import Iterable, Mapping

from briefgen.model import Interval

__all__ = ["tells_history"]


def tells_history(told: Iterable[Mapping[str, str]], published: Interval | None) -> bool:
    """Whether most dates are years long past, and hardly any is counted from the day of writing."""
    this_year = 9999 if published is None or published.start is None else published.start.year
    years = days = 0
    for fields in told:
        year = fields.get("y") or fields.get("b.y")
        if year is not None and int(year) < this_year - 1:
            years += 1
        elif _of_the_day(fields):
            days += 1
    return years >= 5 and years >= 6 * days


def _of_the_day(fields: Mapping[str, str]) -> bool:
    """Whether an expression counts from the day of writing: yesterday, last week, Thursday."""
    if fields["kind"] == "shift":
        return fields["base"] == "pub" and "counted" not in fields
    return fields["kind"] == "calendar" and "wd" in fields and "y" not in fields
