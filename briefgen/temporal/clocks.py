"""Times by the clock and parts of a day → Expression; their day is told elsewhere."""

from dataclasses import replace

from briefgen.model import Expression, TimexType
from briefgen.temporal.slots import Slots, clock_fields, expression

__all__ = ["clock", "clock_range", "clock_words", "part"]


def part(slots: Slots) -> Expression | None:
    """A part of a day that is told elsewhere: "the morning"."""
    value = slots.values["part"]
    fields = {"part": value, "overnight": slots.get("overnight"), "weak": slots.get("weak")}
    return expression(
        "part", f"UNDEF-dayT{value}", fields, type_=TimexType.TIME, mod=slots.get("mod")
    )


def clock(slots: Slots) -> Expression | None:
    """A time by the clock: 14:05, 3 p.m., noon, 15:00 GMT."""
    fields = clock_fields(slots)
    if fields is None or fields.get("hour") is None:
        return None
    hour, minute = int(fields["hour"] or 0), int(fields["minute"] or 0)
    value = f"UNDEF-dayT{hour:02}:{minute:02}"
    return expression("clock", value, fields, type_=TimexType.TIME, mod=slots.get("mod"))


def clock_words(slots: Slots) -> Expression | None:
    """Half past two, a quarter to six: a time whose half of the day may be told beside it."""
    minutes = int(slots.values["clock_hour"]) % 12 * 60 + int(slots.values["minutes_past"])
    hour, minute = divmod(minutes % 720, 60)
    fields = {
        "hour": str(hour or 12),
        "minute": str(minute),
        "twelve": "1",
        "part": slots.get("part"),
    }
    value = f"UNDEF-dayT{hour or 12:02}:{minute:02}"
    return expression("clock", value, fields, type_=TimexType.TIME)


def clock_range(slots: Slots) -> Expression | None:
    """Between 5 and 6 p.m.: two times whose half of the day only the second tells."""
    last = clock(slots)
    hours = {**slots.values, "hour": slots.values["hour1"]}
    hours["minute"] = slots.values.get("minute1", "0")
    first = clock(replace(slots, values=hours))
    if first is None or last is None:
        return None
    one, two = dict(first.fields), dict(last.fields)
    if (int(one["hour"]), int(one["minute"])) >= (int(two["hour"]), int(two.get("minute", "0"))):
        one["hour"] = str((int(one["hour"]) + 12) % 24)  # from 11 to 2 p.m.
    if "minute1" not in slots.values:
        one.pop("minute")
    cut = slots.places["minute1" if "minute1" in slots.places else "hour1"][1]
    fields: dict[str, str | None] = {"cut": str(cut), "b_at": str(slots.places["hour"][0])}
    fields.update({f"a.{key}": text for key, text in one.items()})
    fields.update({f"b.{key}": text for key, text in two.items()})
    value = f"{first.value}/{last.value}"
    return expression("range", value, fields, type_=TimexType.TIME)
