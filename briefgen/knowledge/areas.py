"""Rings of coordinates and regular expressions of a theaters file → checked, as a Theater has them.

A ring is a list of ``[longitude, latitude]`` in degrees (WGS 84), the order of GeoJSON (RFC 7946);
the last point may repeat the first. It may not cross the 180th meridian: write two.
"""

import re

from briefgen.knowledge.tables import Table

__all__ = ["Ring", "encloses", "read_patterns", "read_rings"]

Ring = tuple[tuple[float, float], ...]
LEAST = 3
"""Corners of an area, at least."""
LONGITUDE, LATITUDE = 180, 90


def read_rings(table: Table, key: str) -> tuple[Ring, ...]:
    """The rings of a key; none where it is absent. Raises KnowledgeError."""
    if not table.has(key):
        table.asked.add(key)
        return ()
    return tuple(
        _ring(table, key, ring, number) for number, ring in enumerate(table.items(key), start=1)
    )


def _ring(table: Table, key: str, ring: object, number: int) -> Ring:
    wanted = "write a list of [longitude, latitude], as [[33.1, 46.2], [34.0, 46.2], [33.5, 46.9]]"
    if not isinstance(ring, list):
        raise table.fail(key, f"item {number} is {ring!r}; {wanted}")
    corners = [_corner(table, key, point, f"item {number}; {wanted}") for point in ring]
    if corners[:1] == corners[-1:]:
        corners.pop()
    if len(corners) < LEAST:
        raise table.fail(key, f"item {number} has {len(corners)} corners; three or more are wanted")
    return tuple(corners)


def _corner(table: Table, key: str, point: object, wanted: str) -> tuple[float, float]:
    pair = point if isinstance(point, list) else []
    numbers = [n for n in pair if isinstance(n, (int, float)) and not isinstance(n, bool)]
    if len(pair) != len(numbers) or len(numbers) != 2:
        raise table.fail(key, f"{point!r} is no point in {wanted}")
    lon, lat = map(float, numbers)
    if abs(lon) > LONGITUDE or abs(lat) > LATITUDE:
        raise table.fail(
            key, f"[{lon:g}, {lat:g}] is on no map; longitude comes first, up to 180, then latitude"
        )
    return lon, lat


def read_patterns(table: Table, key: str) -> tuple[str, ...]:
    """The regular expressions of a key, each checked. Raises KnowledgeError."""
    patterns = table.texts(key)
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as reason:
            raise table.fail(key, f'"{pattern}" is no regular expression: {reason}') from reason
    return patterns


def encloses(ring: Ring, lon: float, lat: float) -> bool:
    """Whether a point lies in a ring: a ray to the east crosses an odd number of its sides."""
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) * (x2 - x1) / (y2 - y1):
            inside = not inside
    return inside
