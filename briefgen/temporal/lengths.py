"""Slots → how long: one length, two of one unit, or one at the edge of a named month or year.

Their values are TIMEX3 lengths (``P1W``); "the last week of August" has an interval besides.
"""

from briefgen.model import Expression, TimexType
from briefgen.temporal.numbers import written
from briefgen.temporal.slots import Slots, duration_value, expression
from briefgen.temporal.units import UNITS

__all__ = ["compound", "duration", "duration_range", "edge"]


def duration(slots: Slots) -> Expression | None:
    """How long: three weeks, half an hour, a year and a half."""
    unit = slots.values["unit"]
    number = None if slots.get("plural") else slots.number() if slots.get("number") else 1.0
    if number is not None and slots.get("half"):
        number += 0.5
    if number is not None and (months := slots.number("months")) is not None:
        number += months / 12
    if number == 0:
        return None
    return expression(
        "duration",
        duration_value(number, unit),
        {"unit": unit, "n": written(number)},
        type_=TimexType.DURATION,
        mod=slots.get("mod"),
    )


def duration_range(slots: Slots) -> Expression | None:
    """Ten or fifteen years, 12 to 18 months: two lengths, the unit told once."""
    low, high = slots.number("low"), slots.number()
    if low is None or high is None or low >= high:
        return None
    unit = slots.values["unit"]
    fields = {"cut": str(slots.places["low"][1]), "b_at": str(slots.places["number"][0])}
    value = f"{duration_value(low, unit)}/{duration_value(high, unit)}"
    more = {"unit": unit, "n": written(low)}
    return expression("duration", value, {**fields, **more}, type_=TimexType.DURATION)


def compound(slots: Slots) -> Expression | None:
    """Two years and three months, two hours 14 minutes: a unit and the rest in a smaller one."""
    parts = []
    for unit, number in (("unit", "number"), ("unit2", "number2")):
        count = slots.number(number)
        known = UNITS[slots.values[unit]]
        if count is None or count != int(count) or known.size != 1:
            return None
        parts.append((known, int(count)))
    (big, many), (small, few) = parts
    if big.grain <= small.grain:
        return None
    clock = "T" if small.clock else ""
    whole = f"T{many}{big.letter}{few}{small.letter}"
    value = whole if big.clock else f"{many}{big.letter}{clock}{few}{small.letter}"
    fields = {"unit": slots.values["unit"], "n": str(many)}
    return expression("duration", f"P{value}", fields, type_=TimexType.DURATION)


def edge(slots: Slots) -> Expression | None:
    """The first eight months of 1921, the last week of August."""
    unit, side = slots.values["unit"], slots.values["side"]
    number = slots.number() if "number" in slots.values else 1.0
    if number is None or number != int(number):
        return None
    fields: dict[str, str | None] = {"unit": unit, "n": written(number), "side": side}
    fields["m"] = slots.get("m")
    fields["y"] = slots.get("y")
    fields["yshift"] = slots.get("yshift")
    return expression("edge", duration_value(number, unit), fields, type_=TimexType.DURATION)
