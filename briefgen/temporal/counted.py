"""Counted expressions → outcomes: units off an anchor, stretches back or ahead of it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from briefgen.model import Anchor, Grain, Interval
from briefgen.temporal.outcome import Ground, Outcome, clocked, unresolved, with_part
from briefgen.temporal.units import UNITS, floor, iso_value, moved, span_of, stretch

__all__ = ["edged", "shifted", "spanned"]

_NO_DATE = "the document has no date to count from"
_NO_STORY = "the text tells no date before it to count from"
_SMALL = frozenset({"S", "MIN", "H"})


def shifted(fields: dict[str, str], ground: Ground, value: str) -> Outcome:
    """Yesterday, last week, three days ago; two days later, the following year."""
    try:
        if fields["base"] == "text":
            return _from_text(fields, ground, value)
        if ground.day is None:
            return unresolved(value, _NO_DATE)
        whence = f"counted from {ground.whence}"
        outcome = _shift(fields, ground.day, ground, whence)
    except (OverflowError, ValueError):
        return unresolved(value, "there is no such date")
    if ground.uncertain and outcome.interval is not None and outcome.interval.grain <= Grain.WEEK:
        return replace(outcome, interval=replace(outcome.interval, uncertain=True))
    return outcome


def _shift(fields: dict[str, str], day: date, ground: Ground, whence: str) -> Outcome:
    unit, count = fields["unit"], float(fields["shift"])
    if unit in _SMALL:
        return _hours(fields, day, ground, whence)
    grain = UNITS[unit].grain
    counted = "counted" in fields
    if counted and unit == "Y" and count == -1 and ground.quarter is not None:
        return _same_grain(
            ground.quarter, count, ground, "a year before the quarter told before it"
        )
    if counted and unit in {"DE", "CE", "ML"}:
        start = floor(moved(day, unit, count), "Y")
        interval = stretch(start, moved(start, "Y", 1), Grain.YEAR, ground.zone)
        interval = replace(interval, approximate=True)
        return Outcome(
            interval=interval, value=f"{start.year:04}", anchor=ground.anchor, reason=whence
        )
    start = floor(
        moved(day, unit, count) if counted else moved(floor(day, unit), unit, count), unit
    )
    first, last = span_of(start, unit)
    interval = stretch(first, last, grain, ground.zone)
    if counted and grain > Grain.DAY:
        interval = replace(interval, approximate=True)
    told = iso_value(start, grain, unit)
    if "part" in fields:
        start -= timedelta(days="eve" in fields)  # the night into that day
        interval = with_part(start, fields["part"], ground.zone)
        told = f"{iso_value(start, grain, unit)}T{fields['part']}"
    elif "hour" in fields:
        interval = clocked(start, fields, ground.zone)
        told = f"{told}T{int(fields['hour']):02}:{int(fields.get('minute', '0')):02}"
    return Outcome(interval=interval, value=told, anchor=ground.anchor, reason=whence)


def _hours(fields: dict[str, str], day: date, ground: Ground, whence: str) -> Outcome:
    """So many hours or minutes off: exact from a moment, else to the day."""
    unit, count = fields["unit"], float(fields["shift"])
    if ground.moment is not None:
        step = {"H": 3600, "MIN": 60, "S": 1}[unit]
        start = ground.moment + timedelta(seconds=step * count)
        start = start.replace(minute=0 if unit == "H" else start.minute, second=0, microsecond=0)
        length = timedelta(hours=1) if unit == "H" else timedelta(minutes=1)
        interval = Interval(
            start=start, end=start + length, grain=Grain.HOUR if unit == "H" else Grain.MINUTE
        )
        value = start.strftime("%Y-%m-%dT%H:%M")
    else:
        days = round(count * {"H": 3600, "MIN": 60, "S": 1}[unit] / 86400)
        start_day = day + timedelta(days=days)
        interval = stretch(start_day, start_day + timedelta(days=1), Grain.DAY, ground.zone)
        value = start_day.isoformat()
    return Outcome(
        interval=replace(interval, approximate=True),
        value=value,
        anchor=ground.anchor,
        reason=whence,
    )


def _from_text(fields: dict[str, str], ground: Ground, value: str) -> Outcome:
    """Counted from the last date that the text told before."""
    told = ground.narrative
    unit = fields["unit"]
    if "near" in fields and ground.day and (told is None or told.grain > UNITS[unit].grain):
        return _shift(fields, ground.day, ground, f"counted from {ground.whence}")
    if told is None or told.start is None:
        return _before_publication(fields, ground, value)
    coarse = told.grain > UNITS[unit].grain and told.grain > Grain.DAY
    if coarse and unit not in {"W", "M", "Q"}:
        reason = f"counted from “{ground.narrative_value}”, which is told less finely"
        return unresolved(value, reason)
    story = replace(ground, anchor=Anchor.NARRATIVE)
    whence = f"counted from the last date told before it, {ground.narrative_value}"
    count = float(fields["shift"])
    if count == -1 and unit == "Y" and ground.quarter is not None:
        told = ground.quarter
    assert told.start is not None
    if "counted" in fields and unit == "Y" and count and told.end is not None:
        return _same_grain(told, count, story, whence)
    if told.grain < Grain.PART and unit in _SMALL:
        story = replace(story, moment=told.start)
    return _shift(fields, told.start.date(), story, whence)


def _before_publication(fields: dict[str, str], ground: Ground, value: str) -> Outcome:
    """A day earlier, where nothing was told before: before the document's own date, perhaps."""
    if ground.day is None or ground.history or float(fields["shift"]) >= 0:
        return unresolved(value, _NO_STORY)
    outcome = _shift(fields, ground.day, ground, f"counted from {ground.whence}, for {_NO_STORY}")
    interval = outcome.interval
    return replace(outcome, interval=interval and replace(interval, uncertain=True))


def _same_grain(told: Interval, years: float, ground: Ground, whence: str) -> Outcome:
    """A year earlier than a quarter is a quarter."""
    assert told.start is not None
    codes = {Grain.QUARTER: "Q", Grain.SEASON: "SEA"}
    code = codes.get(told.grain, "Y")
    start = moved(told.start.date(), "Y", years)
    if code == "Y":
        start = floor(start, "Y")
    first, last = span_of(start, code)
    grain = UNITS[code].grain
    return Outcome(
        interval=stretch(first, last, grain, ground.zone),
        value=iso_value(start, grain),
        anchor=ground.anchor,
        reason=whence,
    )


def spanned(fields: dict[str, str], ground: Ground, value: str) -> Outcome:
    """The last six years, the next two weeks, the coming months."""
    unit, side = fields["unit"], fields["side"]
    if ground.day is None:
        return unresolved(value, _NO_DATE)
    whence = f"counted from {ground.whence}"
    if fields["n"] == "X":
        if side == "-1":
            return unresolved(value, "it tells no number, so it names no date")
        ahead = stretch(ground.day, None, UNITS[unit].grain, ground.zone)
        return Outcome(
            interval=replace(ahead, approximate=True),
            value=value,
            anchor=ground.anchor,
            reason=f"{whence}; it tells no number, so its end is open",
        )
    count = float(fields["n"])
    try:
        if side == "-1":
            end = ground.day + timedelta(days=1)
            start = min(moved(end, unit, -count), ground.day)
        else:
            start = ground.day
            end = max(moved(start, unit, count), start + timedelta(days=1))
    except (OverflowError, ValueError):
        return unresolved(value, "there is no such date")
    grain = max(UNITS[unit].grain, Grain.DAY)
    interval = stretch(start, end, grain, ground.zone)
    if unit in _SMALL and ground.moment is not None:
        length = timedelta(seconds=count * {"H": 3600, "MIN": 60, "S": 1}[unit])
        interval = _around(ground.moment, length, past=side == "-1")
    return Outcome(
        interval=replace(interval, approximate=True),
        value=value,
        anchor=ground.anchor,
        reason=whence,
    )


def _around(moment: datetime, length: timedelta, *, past: bool) -> Interval:
    ends = (moment - length, moment) if past else (moment, moment + length)
    return Interval(start=ends[0], end=ends[1], grain=Grain.HOUR)


def edged(fields: dict[str, str], whole: tuple[date, date], ground: Ground, value: str) -> Outcome:
    """So many units at the start (side 1) or the end (side -1) of a month or year."""
    first, last = whole
    count = float(fields["n"])
    if fields["side"] == "-1":
        first = max(first, moved(last, fields["unit"], -count))
    else:
        last = min(last, moved(first, fields["unit"], count))
    grain = max(UNITS[fields["unit"]].grain, Grain.DAY)
    return Outcome(
        interval=stretch(first, last, grain, ground.zone),
        value=value,
        anchor=ground.anchor,
        reason=f"{'the end' if fields['side'] == '-1' else 'the start'} of what the words name",
    )
