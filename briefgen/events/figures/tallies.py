"""Figures of two reports of one happening → what they agree on, and what they exclude.

Two figures exclude each other where both count all of one thing, and no number fits both: 14 and
17, but not "at least 14" and 17, "dozens" and 30, 95 each and 190, nine of thirteen and 13, or 21
of one kind and eight of another beside 29.
"""

import math
from collections.abc import Iterable, Sequence

from briefgen.events.figures.scopes import EACH, MORE, PART, RUNNING
from briefgen.model import Quantity

__all__ = ["excluded", "rounded", "values_of"]

SIDES = 2
"""What "each" multiplies by: two sides."""
ABOUT = 0.15
"""How far a figure told as about so many may be off."""
NEAR = 0.1
"""How far a rounded figure may be off: "more than 1,000" of 1,024."""
SMALLEST = 10
"""Figures below this are not rounded."""
LOOSE = 10
"""Up to so many times what "dozens", "hundreds" say at least."""

Bounds = tuple[float, float]


def values_of(quantities: Iterable[Quantity]) -> frozenset[float]:
    """The figures that the quantities of one unit stand for.

    Of "95 each" both 95 and 190, of nine of thirteen both, and of several their sum.
    """
    told = tuple(quantities)
    found = {value for quantity in told for value in _values(quantity)}
    parted = [q.value for q in told if q.scope is None and q.upper is None]
    return frozenset(found | ({math.fsum(parted)} if len(parted) > 1 else set()))


def excluded(one: Sequence[Quantity], other: Sequence[Quantity], *, later: int = 0) -> bool:
    """Whether what two reports give of one thing counted cannot both be so. Symmetric.

    ``later`` is above 0 where the other was told after the one, below 0 where before it: a count
    that goes on is no conflict with what others give before or after.
    """
    if not one or not other:
        return False
    if later and any(q.scope == RUNNING for q in (*one, *other)):
        return False
    parts = [[q for q in told if q.whole is not None] for told in (one, other)]
    if all(parts):  # 22 of 30 and 24 of 30
        left, right = ([_told(q) for q in told] for told in parts)
    else:
        left, right = _bounds(one), _bounds(other)
    return not any(a[0] <= b[1] and b[0] <= a[1] for a in left for b in right)


def rounded(one: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    """Whether of two figures one is the other, rounded, and told so. Symmetric."""
    return any(
        (a.mod is not None or b.mod is not None)
        and min(a.value, b.value) >= SMALLEST
        and abs(a.value - b.value) <= NEAR * max(a.value, b.value)
        and not excluded([a], [b])
        for a in one
        for b in other
        if a.upper is None and b.upper is None
    )


def _values(quantity: Quantity) -> tuple[float, ...]:
    if quantity.scope == EACH:
        return quantity.value, SIDES * quantity.value
    if quantity.whole is not None:
        return quantity.value, quantity.whole
    return (quantity.value,)


def _bounds(quantities: Sequence[Quantity]) -> list[Bounds]:
    """The least and the most of each count that quantities of one unit may stand for."""
    found = [bounds for quantity in quantities for bounds in _each_bounds(quantity)]
    whole = [_told(q) for q in quantities if q.scope in {None, EACH}]
    if len(whole) > 1:
        found.append((math.fsum(b[0] for b in whole), math.fsum(b[1] for b in whole)))
    return found


def _each_bounds(quantity: Quantity) -> list[Bounds]:
    low, high = _told(quantity)
    if quantity.scope == EACH:
        return [(low, high), (SIDES * low, SIDES * high)]
    if quantity.whole is not None:
        return [(low, high), (quantity.whole, quantity.whole)]
    if quantity.scope in {PART, MORE}:
        return [(low, math.inf)]
    return [(low, high)]


def _told(quantity: Quantity) -> Bounds:
    """The least and the most that a figure says by itself."""
    value, upper = quantity.value, quantity.upper or quantity.value
    if quantity.mod == "at-least":
        return value, math.inf
    if quantity.mod == "at-most":
        return 0.0, upper
    if quantity.mod == "about":
        loose = not any(c.isdigit() for c in quantity.text) and quantity.upper is None
        return value * (1 - ABOUT), upper * (LOOSE if loose else 1 + ABOUT)
    return value, upper
