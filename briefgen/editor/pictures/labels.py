"""Points with names → where each mark and each name stands, so that none covers another.

Greedy, in the order given, over candidate places from near to far: the usual eight beside the mark,
then rings around it, with a leader line (Christensen, Marks and Shieber, 1995, compare the methods;
at some dozens of names greedy is as good, and it gives the same map every time).
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefgen.editor.pictures.lines import Box

__all__ = ["Named", "Placed", "meet", "place"]

GAP = 2.0
"""Between a mark and its name."""
RINGS = (16.0, 26.0, 40.0, 58.0)
"""How far from a point its mark or name may be moved."""
TURNS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A point to be marked and named."""

    x: float
    y: float
    mark: float
    """Half the width of its mark; 0: none is drawn."""
    width: float
    """Of its name."""
    height: float
    needed: bool = True
    """Whether its mark must stand; others are left out where there is no room."""
    free: bool = False
    """Whether its name stands around the point itself, in the middle: a country's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where a mark and a name went."""

    x: float
    y: float
    """Of the mark."""
    box: Box | None
    """Of the name; None: there was no room for it."""
    shown: bool
    """Whether the mark stands at all."""
    moved: bool = False
    """Whether the mark stands beside its point, with a leader line to it."""
    led: bool = False
    """Whether the name stands apart from the mark, with a leader line to it."""


def place(points: Sequence[Named], frame: Box, taken: Iterable[Box] = ()) -> tuple[Placed, ...]:
    """A place for each, earlier ones first: all marks, then all names.

    No box meets another, one taken, or the frame's edge.
    """
    boxes = list(taken)
    leaders: list[Box] = []
    spots: list[tuple[float, float] | None] = []
    for point in points:
        spot = _spot(point, frame, boxes)
        spots.append(spot)
        if spot is not None and point.mark:
            boxes.append(_around(*spot, point.mark, point.mark))
            if spot != (point.x, point.y):
                leaders.append((point.x, point.y, *spot))
    placed = []
    for point, spot in zip(points, spots, strict=True):
        if spot is None:
            placed.append(Placed(x=point.x, y=point.y, box=None, shown=False))
            continue
        name, led = _name(point, spot, frame, boxes, leaders)
        if name is not None:
            boxes.append(name)
        if name is not None and led:
            leaders.append((*spot, *_nearest(spot, name)))
        shown = bool(point.mark) and (point.needed or name is not None)
        if point.mark and not shown:
            boxes.remove(_around(*spot, point.mark, point.mark))
        placed.append(
            Placed(
                x=spot[0],
                y=spot[1],
                box=name,
                shown=shown,
                moved=spot != (point.x, point.y),
                led=led,
            )
        )
    return tuple(placed)


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes have an inside in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _spot(point: Named, frame: Box, boxes: Sequence[Box]) -> tuple[float, float] | None:
    """Where the mark goes: on its point, else beside it; None: nowhere."""
    if not point.mark:
        return point.x, point.y
    near = [(0.0, 0.0)]
    if point.needed:
        near += [
            (ring * math.sin(angle), -ring * math.cos(angle))
            for ring in RINGS
            for angle in (math.tau * turn / TURNS for turn in range(TURNS))
        ]
    for dx, dy in near:
        spot = point.x + dx, point.y + dy
        if _fits(_around(*spot, point.mark, point.mark), frame, boxes):
            return spot
    return None


def _name(
    point: Named,
    spot: tuple[float, float],
    frame: Box,
    boxes: Sequence[Box],
    leaders: Sequence[Box],
) -> tuple[Box | None, bool]:
    """Where the name goes, and whether a leader line must tell whose it is."""
    for box, led in _places(point, spot):
        crossed = any(_cuts(line, box) for line in leaders)
        if not crossed and _fits(box, frame, boxes):
            return box, led
    return None, False


def _places(point: Named, spot: tuple[float, float]) -> Iterator[tuple[Box, bool]]:
    """Candidate boxes of the name, best first."""
    x, y = spot
    wide, tall = point.width, point.height
    if point.free:
        for dy in (0.0, -tall, tall, -2 * tall, 2 * tall):
            for dx in (0.0, -wide / 2, wide / 2):
                yield _around(x + dx, y + dy, wide / 2, tall / 2), False
        return
    beside, over = point.mark + GAP + wide / 2, point.mark + GAP / 2 + tall / 2
    slant = point.mark * 0.6 + wide / 2
    for dx, dy in (
        (beside, 0.0),
        (-beside, 0.0),
        (slant, -over),
        (slant, over),
        (-slant, -over),
        (-slant, over),
        (0.0, -over),
        (0.0, over),
    ):
        yield _around(x + dx, y + dy, wide / 2, tall / 2), False
    if not point.needed:
        return
    for ring in RINGS[1:]:
        for turn in range(TURNS):
            angle = math.tau * turn / TURNS + math.tau / 4
            dx, dy = ring * math.sin(angle), -ring * math.cos(angle)
            side = 0.0 if abs(dx) < 1 else math.copysign(wide / 2, dx)
            yield _around(x + dx + side, y + dy, wide / 2, tall / 2), True


def _around(x: float, y: float, half: float, tall: float) -> Box:
    return x - half, y - tall, x + half, y + tall


def _fits(box: Box, frame: Box, boxes: Sequence[Box]) -> bool:
    inside = box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]
    return inside and not any(meet(box, other) for other in boxes)


def _nearest(spot: tuple[float, float], box: Box) -> tuple[float, float]:
    """The point of a box nearest to a spot: where its leader line ends."""
    return min(max(spot[0], box[0]), box[2]), min(max(spot[1], box[1]), box[3])


def _cuts(line: Box, box: Box) -> bool:
    """Whether a leader line runs through a box."""
    x1, y1, x2, y2 = line
    steps = max(2, int(math.hypot(x2 - x1, y2 - y1) / 3))
    return any(
        box[0] < x1 + (x2 - x1) * n / steps < box[2]
        and box[1] < y1 + (y2 - y1) * n / steps < box[3]
        for n in range(steps + 1)
    )
