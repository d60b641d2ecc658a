"""Part of a day ↔ its hours: the conventions in one table.

TIMEX3 names the parts; their hours are a convention of this project, stated here. A night
belongs to the day on which it begins and runs into the next morning.
"""

__all__ = ["PARTS", "part_of"]

PARTS = {
    "MO": (6, 12),
    "MI": (11, 13),
    "AF": (12, 18),
    "EV": (18, 24),
    "NI": (18, 32),
    "DT": (6, 18),
}
"""TIMEX3 part → first hour, and the hour at which it is over, past 24 on the next day."""

_BY_HOURS = {hours: part for part, hours in PARTS.items()}
_EDGES = {(0, 9): "START", (15, 24): "END"}
EDGE_HOURS = {"START": (0, 9), "END": (15, 24)}
"""What "early Thursday" and "late Thursday" cover."""


def part_of(first: int, last: int) -> str | None:
    """The part, or START or END, whose hours these are; None when no part has them."""
    return _BY_HOURS.get((first, last)) or _EDGES.get((first, last))
