"""Rings and lines of a frame → path data: clipped to it, thinned, in whole tenths of a unit."""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

__all__ = ["Box", "Points", "circle", "clip_line", "clip_ring", "polygon", "to_path"]

Point = tuple[float, float]
Points = Sequence[Point]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
THIN = 0.3
"""How far a line may be moved, in units of the picture."""
SMALL = 1.5
"""Least area of a ring, in square units."""


def clip_ring(ring: Points, box: Box) -> Points:
    """The part of an area inside a box (Sutherland and Hodgman, 1974)."""
    left, top, right, bottom = box
    for axis, limit, sign in ((0, left, 1), (0, right, -1), (1, top, 1), (1, bottom, -1)):
        if not ring:
            return ()
        kept: list[Point] = []
        before = ring[-1]
        for point in ring:
            inside = (point[axis] - limit) * sign >= 0
            if inside != ((before[axis] - limit) * sign >= 0):
                kept.append(_cross(before, point, axis, limit))
            if inside:
                kept.append(point)
            before = point
        ring = kept
    return ring


def _cross(one: Point, other: Point, axis: int, limit: float) -> Point:
    part = (limit - one[axis]) / (other[axis] - one[axis])
    return one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])


def clip_line(line: Points, box: Box) -> Iterator[Points]:
    """The parts of a line inside a box (Liang and Barsky, 1984, segment by segment)."""
    part: list[Point] = []
    for one, other in pairwise(line):
        kept = _segment(one, other, box)
        if kept is None:
            if len(part) > 1:
                yield part
            part = []
            continue
        if part and part[-1] != kept[0]:
            yield part
            part = []
        if not part:
            part.append(kept[0])
        part.append(kept[1])
    if len(part) > 1:
        yield part


def _segment(one: Point, other: Point, box: Box) -> tuple[Point, Point] | None:
    dx, dy = other[0] - one[0], other[1] - one[1]
    first, last = 0.0, 1.0
    for step, room in (
        (-dx, one[0] - box[0]),
        (dx, box[2] - one[0]),
        (-dy, one[1] - box[1]),
        (dy, box[3] - one[1]),
    ):
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            first = max(first, room / step)
        else:
            last = min(last, room / step)
    if first > last:
        return None
    start = one if first == 0 else (one[0] + first * dx, one[1] + first * dy)
    end = other if last == 1 else (one[0] + last * dx, one[1] + last * dy)
    return start, end


def to_path(lines: Iterable[Points], *, closed: bool = False) -> str:
    """Path data of all lines, thinned; relative steps without needless characters.

    Where they are closed, rings too small to be seen are left out.
    """
    parts = []
    for line in lines:
        if closed and (len(line) < 3 or _area(line) < SMALL):
            continue
        half = len(line) // 2
        thin = [*_thin(line[: half + 1])[:-1], *_thin(line[half:])] if closed else _thin(line)
        parts.append(_steps(thin) + ("z" if closed else ""))
    return "".join(parts)


def _steps(line: Points) -> str:
    x, y = (round(value * 10) for value in line[0])
    text = f"M{_number(x)} {_number(y)}l"
    steps = []
    for px, py in line[1:]:
        nx, ny = round(px * 10), round(py * 10)
        if (nx, ny) != (x, y):
            steps.append(f"{_number(nx - x)} {_number(ny - y)}")
            x, y = nx, ny
    return (text + " ".join(steps)).replace(" -", "-") if steps else text + "0 0"


def _number(tenths: int) -> str:
    whole, rest = divmod(abs(tenths), 10)
    sign = "-" if tenths < 0 else ""
    return f"{sign}{whole}" if not rest else f"{sign}{whole or ''}.{rest}"


def _area(ring: Points) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def _thin(line: Points) -> list[Point]:
    """Ramer, Douglas and Peucker, without recursion."""
    if len(line) < 3:
        return list(line)
    keep = {0, len(line) - 1}
    stack = [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        (x1, y1), (x2, y2) = line[first], line[last]
        dx, dy = x2 - x1, y2 - y1
        length = math.hypot(dx, dy)
        best, at = 0.0, 0
        for n in range(first + 1, last):
            px, py = line[n][0] - x1, line[n][1] - y1
            away = abs(dy * px - dx * py) / length if length else math.hypot(px, py)
            if away > best:
                best, at = away, n
        if best > THIN:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [line[n] for n in sorted(keep)]


def circle(x: float, y: float, radius: float) -> str:
    """Path data of a circle."""
    r = f"{radius:g}"
    return (
        f"M{x - radius:.1f} {y:.1f}a{r} {r} 0 1 0 {2 * radius:g} 0a{r} {r} 0 1 0 {-2 * radius:g} 0z"
    )


def polygon(points: Points) -> str:
    """Path data of an area with straight sides."""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "z"
