"""Expression + Ground → Outcome: one function a kind, in :data:`RESOLVERS`."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from briefgen.model import Anchor, Expression, Grain, Interval, Relation, TimexType
from briefgen.temporal.counted import edged, shifted, spanned
from briefgen.temporal.heard import Sense
from briefgen.temporal.named import Named, named
from briefgen.temporal.outcome import (
    Ground,
    Outcome,
    clocked,
    halved,
    modded,
    unresolved,
    with_part,
    zone_untold,
)
from briefgen.temporal.parts import EDGE_HOURS
from briefgen.temporal.slots import duration_value
from briefgen.temporal.units import iso_value, stretch

__all__ = ["RESOLVERS", "Resolver"]

Resolver = Callable[[Expression, Ground], Outcome]


def calendar(said: Expression, ground: Ground) -> Outcome:
    """A date by its names."""
    fields = halved(dict(said.fields))
    days = named(fields, ground)
    if isinstance(days, str):
        return unresolved(said.value, days)
    return _named_outcome(days, fields, said.mod, ground)


def _named_outcome(days: Named, fields: dict[str, str], mod: str | None, ground: Ground) -> Outcome:
    interval = stretch(days.start, days.end, days.grain, ground.zone)
    weekend = _weekend(days)
    middle = timedelta(days=3 if days.grain is Grain.WEEK and not weekend else 0)
    value = iso_value(days.start + middle, days.grain, "WE" if weekend else "")
    if "part" in fields:
        first = days.start - timedelta(days="eve" in fields)  # the night into that day
        interval = with_part(first, fields["part"], ground.zone)
        value = f"{iso_value(first, days.grain)}T{fields['part']}"
    elif "hour" in fields:
        interval = _at_clock(days.start, fields, mod, ground)
        value += _clock_value(fields)
    untold = zone_untold(fields, ground.zone) if "hour" in fields else None
    reason = f"{days.reason}; {untold}" if untold else days.reason
    if "edge" in fields:
        interval, reason = _edged(interval, fields["edge"], ground, reason)
    else:
        interval = modded(interval, mod)
    if days.uncertain and (days.grain <= Grain.WEEK or days.cues):
        interval = replace(interval, uncertain=True)
    return Outcome(
        interval=interval, value=value, anchor=days.anchor, reason=reason, cues=days.cues
    )


def _weekend(days: Named) -> bool:
    return days.grain is Grain.WEEK and (days.end - days.start).days == 2


def _clock_value(fields: dict[str, str]) -> str:
    text = f"T{int(fields['hour']):02}:{int(fields.get('minute', '0')):02}"
    text += f":{int(fields['second']):02}" if "second" in fields else ""
    return text + ("Z" if fields.get("offset") == "0" else "")


def _edged(interval: Interval, edge: str, ground: Ground, reason: str) -> tuple[Interval, str]:
    """Earlier this year ends with the anchor's day, later this year starts with it."""
    if ground.day is None or interval.start is None or interval.end is None:
        return interval, reason
    today = stretch(ground.day, ground.day + timedelta(days=1), Grain.DAY, ground.zone)
    assert today.start is not None
    assert today.end is not None
    if interval.grain <= Grain.DAY or not interval.contains(today):
        return interval, reason
    if edge == "BEFORE":
        return replace(interval, end=today.end), f"{reason}; “earlier” ends with that day"
    return replace(interval, start=today.start), f"{reason}; “later” starts with that day"


def shift(said: Expression, ground: Ground) -> Outcome:
    """A unit some units off."""
    fields = halved(dict(said.fields))
    if "loose" in fields and not ground.of_days and not _told_past(ground):
        return unresolved("PRESENT_REF", "the text tells years, not days, so it means nowadays")
    if "ahead" in fields and _told_past(ground):
        value = duration_value(abs(float(fields["shift"])), fields["unit"])
        reason = f"“{ground.direction.word}” is past, so it tells how long, not when"
        return replace(unresolved(value, reason), type=TimexType.DURATION)
    if fields["unit"] == "Q" and _runs_to(said):
        fields["shift"] = "0"
    outcome = shifted(fields, ground, said.value)
    if outcome.interval is None:
        return outcome
    if "edge" in fields:
        interval, reason = _edged(outcome.interval, fields["edge"], ground, outcome.reason)
        return replace(outcome, interval=interval, reason=reason)
    return replace(outcome, interval=modded(outcome.interval, said.mod))


def _runs_to(said: Expression) -> bool:
    """Whether it is what something is due by or lasts to, so that it is not over: the quarter."""
    return bool(said.mod) and said.relation in {Relation.BY, Relation.UNTIL, Relation.BEFORE}


def _told_past(ground: Ground) -> bool:
    """Whether a word beside the expression tells the past."""
    return ground.direction.sense is Sense.PAST and bool(ground.direction.cues)


def span(said: Expression, ground: Ground) -> Outcome:
    """The last or next so many units."""
    return spanned(dict(said.fields), ground, said.value)


def edge(said: Expression, ground: Ground) -> Outcome:
    """The first or last so many units of a month or year."""
    fields = dict(said.fields)
    whole = named({key: fields[key] for key in ("m", "y", "yshift") if key in fields}, ground)
    if isinstance(whole, str):
        return unresolved(said.value, whole)
    return edged(fields, (whole.start, whole.end), replace(ground, anchor=whole.anchor), said.value)


def duration(said: Expression, ground: Ground) -> Outcome:  # noqa: ARG001 (a resolver's shape)
    """A length has no place of its own."""
    return unresolved(said.value, "it tells how long, not when")


def repeated(said: Expression, ground: Ground) -> Outcome:  # noqa: ARG001 (a resolver's shape)
    """Nor has what happens again and again."""
    return unresolved(said.value, "it tells how often, not when")


def ref(said: Expression, ground: Ground) -> Outcome:  # noqa: ARG001 (a resolver's shape)
    """Now, recently, soon."""
    words = {
        "PRESENT_REF": "the present",
        "PAST_REF": "some time before",
        "FUTURE_REF": "some time ahead",
    }
    return unresolved(said.value, f"it points to {words[said.value]} without a date")


def untold(said: Expression, ground: Ground) -> Outcome:  # noqa: ARG001 (a resolver's shape)
    """A year before the first one of the calendar."""
    return unresolved(said.value, "it lies before the first year of the calendar used here")


def tied(said: Expression, ground: Ground) -> Outcome:  # noqa: ARG001 (a resolver's shape)
    """The day before an event: dated with the events, when all else is."""
    return unresolved(said.value, "nothing tells when that event is")


def ambiguous(said: Expression, ground: Ground) -> Outcome:  # noqa: ARG001 (a resolver's shape)
    """Digits that may be day and month or month and day."""
    fields = dict(said.fields)
    return unresolved(
        said.value,
        f"day {fields['one']} of month {fields['two']}, or day {fields['two']} of month "
        f"{fields['one']}: the digits alone do not tell",
    )


def part(said: Expression, ground: Ground) -> Outcome:
    """A part of a day that is told elsewhere; overnight, the night before the report."""
    fields = dict(said.fields)
    overnight = "overnight" in fields
    ahead = ground.near_day and ground.day and ground.near_day > ground.day
    if overnight and ahead:  # a night that was cannot end on a day to come
        ground = replace(ground, near_day=None)
    day, whence, anchor = _day_of(ground)
    if day is None:
        return unresolved(said.value, "the document has no date to count from")
    reason = f"counted from {whence}"
    if overnight:
        day -= timedelta(days=1)
        reason = f"the night before the report; {reason}"
    interval = with_part(day, fields["part"], ground.zone)
    if ground.uncertain:
        interval = replace(interval, uncertain=True)
    value = f"{day.isoformat()}T{fields['part']}"
    return Outcome(interval=interval, value=value, anchor=anchor, reason=reason)


def clock(said: Expression, ground: Ground) -> Outcome:
    """A time on a day that is told elsewhere."""
    fields = halved(dict(said.fields))
    day, whence, anchor = _day_of(ground)
    if day is None:
        return unresolved(said.value, "the document has no date to count from")
    if "hour" not in fields:
        return _half_untold(fields, day, f"its day is counted from {whence}", anchor, ground)
    interval = _at_clock(day, fields, said.mod, ground)
    interval = replace(interval, uncertain=ground.uncertain)
    value = day.isoformat() + _clock_value(fields)
    reason = f"its day is counted from {whence}"
    if "offset" not in fields:
        reason += f"; no zone is told, so {ground.zone} is taken"
    elif untold := zone_untold(fields, ground.zone):
        reason += f"; {untold}"
    return Outcome(interval=modded(interval, said.mod), value=value, anchor=anchor, reason=reason)


def _at_clock(day: date, fields: dict[str, str], mod: str | None, ground: Ground) -> Interval:
    """A time on a day; of a time beside the midnight that ends it the day, late or early."""
    if fields["hour"] == "24" and mod in EDGE_HOURS:
        return stretch(day, day + timedelta(days=1), Grain.DAY, ground.zone)
    return clocked(day, fields, ground.zone)


def _half_untold(
    fields: dict[str, str], day: date, reason: str, anchor: Anchor, ground: Ground
) -> Outcome:
    """The day, or the night, of a time by twelve hours."""
    interval = stretch(day, day + timedelta(days=1), Grain.DAY, ground.zone)
    value = day.isoformat()
    if "part" in fields:
        interval = with_part(day, fields["part"], ground.zone)
        value += f"T{fields['part']}"
    return Outcome(
        interval=replace(interval, uncertain=ground.uncertain),
        value=value,
        anchor=anchor,
        reason=f"{reason}; which half of it is not told",
    )


def _day_of(ground: Ground) -> tuple[date | None, str, Anchor]:
    """The day for a time of day: of the same sentence, else the anchor's."""
    if ground.near_day is not None:
        return ground.near_day, f"“{ground.near_text}” in the same sentence", Anchor.NARRATIVE
    return ground.day, ground.whence, ground.anchor


def between(said: Expression, ground: Ground) -> Outcome:
    """Two ends; what one lacks the other gives."""
    fields = dict(said.fields)
    a, b = ({k[2:]: v for k, v in fields.items() if k.startswith(f"{s}.")} for s in "ab")
    a = _shared(a, b)
    first = _end(a, said, ground)
    second = _end(_after(b, first), said, ground)
    if first.interval is None or second.interval is None:
        missing = first if first.interval is None else second
        return unresolved(f"{first.value}/{second.value}", missing.reason)
    if _not_yet(fields, second, ground):
        first, second = _moved(first, -7), _moved(second, -7)
    if b["kind"] == "clock" and _before(second, first):
        second = _moved(second, 1)  # from 22:00 to 05:00
    assert first.interval is not None
    assert second.interval is not None
    value = f"{first.value}/{second.value}"
    start, end = first.interval.start, second.interval.end
    if max(first.interval.grain, second.interval.grain) <= Grain.HOUR:
        end = second.interval.start  # to half past three is not to the end of that minute
    if start is None or end is None or end <= start:
        return unresolved(value, "its second end lies before its first")
    whole = Interval(
        start=start,
        end=end,
        grain=max(first.interval.grain, second.interval.grain),
        approximate=first.interval.approximate or second.interval.approximate,
        uncertain=first.interval.uncertain or second.interval.uncertain,
    )
    if fields.get("part") == "NI" and end - start == timedelta(days=2):
        night = with_part(start.date(), "NI", ground.zone)
        whole = replace(night, uncertain=whole.uncertain)
        value = f"{first.value}TNI"
    return Outcome(
        interval=whole,
        value=value,
        anchor=first.anchor,
        reason=f"from the first end to the second; {first.reason}",
        cues=first.cues,
    )


def _shared(a: dict[str, str], b: dict[str, str]) -> dict[str, str]:
    """The first end's fields, with what only the second one tells."""
    if a["kind"] == b["kind"] == "calendar" and "which" not in a:
        shared = ("y", "m", "yshift")
        told = {name: text for name, text in b.items() if name in shared and name not in a}
        a = {**a, **told}
        if "y" in told and _earlier(b, a):
            a["y"] = str(int(b["y"]) - 1)
    if a["kind"] == "clock" and b["kind"] in {"calendar", "shift"} and "hour" in b:
        a = {**b, **{key: a[key] for key in ("hour", "minute", "second", "twelve") if key in a}}
    return a


def _not_yet(fields: dict[str, str], second: Outcome, ground: Ground) -> bool:
    """Whether two weekdays that a past verb tells would end after the anchor's day."""
    weekdays = all(f"{side}.wd" in fields and f"{side}.d" not in fields for side in "ab")
    if not (
        weekdays and _told_past(ground) and ground.day and second.interval and second.interval.start
    ):
        return False
    return second.interval.start.date() > ground.day


def _before(one: Outcome, other: Outcome) -> bool:
    """Whether one clock time stands before another."""
    assert one.interval is not None
    assert other.interval is not None
    start, end = one.interval.start, other.interval.start
    clocks = max(one.interval.grain, other.interval.grain) <= Grain.HOUR
    return clocks and start is not None and end is not None and start < end


def _moved(outcome: Outcome, days: int) -> Outcome:
    """The same day or time so many days later."""
    interval = outcome.interval
    assert interval is not None
    assert interval.start is not None
    assert interval.end is not None
    step = timedelta(days=days)
    moved = replace(interval, start=interval.start + step, end=interval.end + step)
    day = moved.start.date().isoformat() if moved.start else ""
    return replace(outcome, interval=moved, value=day + outcome.value[10:])


def _earlier(one: dict[str, str], other: dict[str, str]) -> bool:
    """Whether one month and day stands before the other in a year."""
    return (int(one.get("m", "0")), int(one.get("d", "0"))) < (
        int(other.get("m", "0")),
        int(other.get("d", "0")),
    )


def _after(b: dict[str, str], first: Outcome) -> dict[str, str]:
    """The second end's fields, its year taken from the first end where it tells none."""
    if first.interval is None or first.interval.start is None or b["kind"] != "calendar":
        return b
    start = first.interval.start
    if "wd" in b and "d" not in b and b["wd"].isdigit():
        ahead = (int(b["wd"]) - start.isoweekday()) % 7
        day = start.date() + timedelta(days=ahead)
        times = {key: text for key, text in b.items() if key not in {"wd", "which", "wshift"}}
        return {**times, "y": str(day.year), "m": str(day.month), "d": str(day.day)}
    if "y" in b or "m" not in b:
        return b
    told = (start.month, start.day) if "d" in b else (start.month, 0)
    year = start.year + ((int(b["m"]), int(b.get("d", "0"))) < told)
    return {**b, "y": str(year)}


def _end(fields: dict[str, str], said: Expression, ground: Ground) -> Outcome:
    """One end of a range, resolved as if it stood alone."""
    mod = fields.pop("mod", None)
    alone = replace(said, mod=mod, fields=tuple(fields.items()))
    return RESOLVERS[fields["kind"]](alone, ground)


RESOLVERS: Mapping[str, Resolver] = {
    "calendar": calendar,
    "shift": shift,
    "span": span,
    "edge": edge,
    "duration": duration,
    "set": repeated,
    "ref": ref,
    "untold": untold,
    "tied": tied,
    "ambiguous": ambiguous,
    "part": part,
    "clock": clock,
    "range": between,
}
"""By the ``kind`` of the fields."""
