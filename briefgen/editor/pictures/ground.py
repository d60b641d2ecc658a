"""Projection + outlines → the ground of a map: land, borders, and what is disputed."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefgen.editor.pictures.lines import Box, Points, clip_line, clip_ring, to_path
from briefgen.editor.pictures.measure import text_width
from briefgen.editor.pictures.projection import Projection
from briefgen.knowledge.outlines import Outlines, Window, Zone, load_outlines
from briefgen.model.picture import Layer, Path

__all__ = ["NAME", "SPACING", "Country", "Ground", "clipped", "lay_ground"]

TALL, WIDE = 26.0, 60.0
"""Degrees past which the coarse outlines do."""
SEEN = 0.012
"""Share of the frame that a country must fill to be named."""
NAME, SPACING = 8.0, 0.14
"""Size of a country's name, and what is added between its letters, as a share of that."""
NEEDED = 0.94
"""Share of the name's width that must lie inside the country."""
GRID = (22, 14)
"""Points across and down that are tried for a country's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A zone seen in the frame, and where its name would stand."""

    zone: Zone
    x: float
    y: float
    share: float
    """Of the frame that it fills."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What the marks stand on."""

    layers: tuple[Layer, ...]
    countries: tuple[Country, ...]
    """Largest first."""
    disputed: tuple[str, ...]
    """Names of the disputed areas in the frame, as the setting draws them."""


def lay_ground(projection: Projection, focus: frozenset[str], disputed: str) -> Ground:
    """The outlines in a projection's frame.

    Countries of the focus (ISO 3166-1 alpha-2) are set off, with their first-level borders.
    Disputed is the project's setting: ``dashed``, ``control`` or ``recognised``.
    """
    window = projection.window()
    coarse = window.north - window.south > TALL or window.east - window.west > WIDE
    outlines = load_outlines("coarse" if coarse else "fine")
    owners = tuple(_owner(zone, disputed) for zone in outlines.zones)
    frame = (0.0, 0.0, projection.width, projection.height)
    rings = _rings(outlines, projection, window, frame)
    areas: dict[str, list[str]] = {"land": [], "focus": [], "area": []}
    for zone, parts in rings.items():
        path = to_path(parts, closed=True)
        owner = owners[zone]
        role = "area" if owner is None else "focus" if owner in focus else "land"
        if path:
            areas[role].append(path)
    borders = _borders(outlines, owners, focus, projection, window)
    claims = [] if disputed != "dashed" else [line for _, line in outlines.claimed(window)]
    borders["border-disputed"] += clipped(claims, projection, frame)
    layers = [
        Layer(role=role, shapes=tuple(Path(d=d) for d in paths))
        for role, paths in areas.items()
        if paths
    ]
    layers += [
        Layer(role=role, shapes=(Path(d=to_path(lines)),))
        for role, lines in borders.items()
        if lines
    ]
    return Ground(
        layers=tuple(layers),
        countries=_countries(rings, outlines.zones, owners, projection),
        disputed=tuple(
            zone.name
            for number, zone in enumerate(outlines.zones)
            if zone.area and _visible(rings.get(number, ()), projection)
        ),
    )


def _owner(zone: Zone, disputed: str) -> str | None:
    """Code of the country that a zone is drawn as a part of; None: of none."""
    if not zone.area:
        return zone.code or zone.name
    if disputed == "control":
        return zone.held_by or zone.name
    if disputed == "recognised" and zone.within:
        return zone.within
    return None


def _rings(
    outlines: Outlines, projection: Projection, window: Window, frame: Box
) -> Mapping[int, list[Points]]:
    """By zone: what is seen of it, in units of the picture."""
    span = max(window.east - window.west, window.north - window.south)
    pad = 0.25 * span
    wide = (
        max(window.west - pad, projection.middle[0] - 180),
        max(window.south - pad, -89.0),
        min(window.east + pad, projection.middle[0] + 180),
        min(window.north + pad, 89.0),
    )
    found: dict[int, list[Points]] = {}
    for zone, ring in outlines.shores(window):
        inside = clip_ring(ring, wide)
        drawn = clip_ring([projection(lon, lat) for lon, lat in inside], frame)
        if len(drawn) > 2:
            found.setdefault(zone, []).append(drawn)
    return found


def _borders(
    outlines: Outlines,
    owners: Sequence[str | None],
    focus: frozenset[str],
    projection: Projection,
    window: Window,
) -> dict[str, list[Points]]:
    """By role: coasts, borders of countries, first-level ones of the focus, disputed ones."""
    found: dict[str, list[Points]] = {
        "region-line": [],
        "coast": [],
        "border": [],
        "border-disputed": [],
    }
    frame = (0.0, 0.0, projection.width, projection.height)
    for sides, line in outlines.borders(window):
        role = _role([owners[side] for side in sides], sides, focus)
        if role:
            found[role] += clipped([line], projection, frame)
    return found


def _role(owners: Sequence[str | None], sides: Sequence[int], focus: frozenset[str]) -> str | None:
    if len(owners) == 1:
        return "coast"
    one, other = owners[0], owners[-1]
    if one is None or other is None:
        return None if sides[0] == sides[-1] else "border-disputed"
    if one != other:
        return "border"
    return "region-line" if one in focus else None


def clipped(lines: Sequence[Points], projection: Projection, frame: Box) -> list[Points]:
    """Lines in degrees → their parts inside the frame, in units of the picture."""
    return [
        part
        for line in lines
        for part in clip_line([projection(lon, lat) for lon, lat in line], frame)
    ]


def _visible(rings: Sequence[Points], projection: Projection) -> bool:
    frame = (0.0, 0.0, projection.width, projection.height)
    return any(_area(clip_ring(ring, frame)) > 30 for ring in rings)


def _area(ring: Points) -> float:
    if len(ring) < 3:
        return 0.0
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def _countries(
    rings: Mapping[int, list[Points]],
    zones: Sequence[Zone],
    owners: Sequence[str | None],
    projection: Projection,
) -> tuple[Country, ...]:
    """Countries that fill enough of the frame to be named in it, largest first."""
    frame = (0.0, 0.0, projection.width, projection.height)
    found = []
    for number, parts in rings.items():
        zone = zones[number]
        if zone.area and owners[number] is not None:
            continue
        seen = max((clip_ring(part, frame) for part in parts), key=_area)
        share = _area(seen) / (projection.width * projection.height)
        half = text_width(zone.name.upper(), NAME, SPACING) * NEEDED / 2
        spot = _inmost(seen, frame, half) if share >= SEEN else None
        if spot is not None:
            found.append(Country(zone=zone, x=spot[0], y=spot[1], share=share))
    return tuple(sorted(found, key=lambda country: (-country.share, country.zone.name)))


def _inmost(ring: Points, frame: Box, half: float) -> tuple[float, float] | None:
    """Of a grid of points, the one farthest inside a ring, with so much room to both sides.

    None where a name of that width does not fit.
    """
    best: tuple[float, float, float] | None = None
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    thin = ring[:: max(1, len(ring) // 160)]
    for column in range(1, GRID[0]):
        for row in range(1, GRID[1]):
            x = left + (right - left) * column / GRID[0]
            y = top + (bottom - top) * row / GRID[1]
            if not all(_inside(x + side * half, y, ring) for side in (-1, 0, 1)):
                continue
            edge = min(x - frame[0], frame[2] - x, 3 * (y - frame[1]), 3 * (frame[3] - y))
            near = min(math.hypot(px - x, 2.2 * (py - y)) for px, py in thin)
            room = min(edge, near)
            if best is None or room > best[0]:
                best = (room, x, y)
    return best[1:] if best else None


def _inside(x: float, y: float, ring: Points) -> bool:
    inside = False
    before = ring[-1]
    for point in ring:
        (x1, y1), (x2, y2) = before, point
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
        before = point
    return inside
