"""Years before Christ and other values without a place on the civil calendar → Expression.

The civil dates of this program start with the year 1; what lies before is told as a TIMEX3 value
(``BC0480-08``) and has no interval.
"""

from briefgen.model import Expression, TimexType
from briefgen.temporal.slots import Slots, expression

__all__ = ["before_christ", "before_christ_range", "vague_length"]


def before_christ(slots: Slots) -> Expression | None:
    """480 BC, August 480 BC, the fifth century BC, the 480s BC."""
    if (century := slots.get("century")) is not None:
        number = int("".join(c for c in century if c.isdigit()))
        return _era(f"BC{number - 1:02}", slots)
    if (decade := slots.get("decade")) is not None:
        return _era(f"BC{int(''.join(c for c in decade if c.isdigit())) // 10:03}", slots)
    value = f"BC{int(slots.values['y']):04}"
    if (season := slots.get("season")) is not None:
        return _era(f"{value}-{season}", slots)
    if (month := slots.get("m")) is not None:
        value += f"-{int(month):02}"
        if (day := slots.get("d")) is not None:
            value += f"-{int(''.join(c for c in day if c.isdigit())):02}"
    return _era(value, slots)


def before_christ_range(slots: Slots) -> Expression | None:
    """499-449 BC: two years, the later one the smaller figure."""
    first, last = int(slots.values["y1"]), int(slots.values["y"])
    if first <= last:
        return None
    fields = {"cut": str(slots.places["y1"][1]), "b_at": str(slots.places["y"][0])}
    return expression("untold", f"BC{first:04}/BC{last:04}", fields)


def vague_length(slots: Slots) -> Expression:
    """A while, some time: a length of which not even the unit is told."""
    return expression("duration", "PXX", {"n": "X"}, type_=TimexType.DURATION, mod=slots.get("mod"))


def _era(value: str, slots: Slots) -> Expression:
    return expression("untold", value, {}, mod=slots.get("mod"))
