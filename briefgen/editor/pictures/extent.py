"""Places of a day → the window of the map: what holds most of them, without the far ones."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefgen.knowledge.outlines import Window

__all__ = ["Spot", "choose", "unwrap"]

PAD = 0.10
"""Share of its span added on every side."""
TIGHTER = 0.7
"""A far place is left off where the map's span shrinks to this share of it, or less."""
KEEP = 0.7
"""Of the weight, that must stay on the map."""
WIDEST = 300.0
"""Degrees of longitude past which the whole world is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place that events are told of."""

    lon: float
    lat: float
    weight: float
    room: float = 0.0
    """Degrees of latitude that ought to be seen around it: of a region more than of a town."""


def unwrap(spots: Sequence[Spot], middle: float | None = None) -> tuple[Spot, ...]:
    """The same spots with longitudes that do not jump: past 180 beyond the date line.

    The seam lies in the widest gap between them, or across from a given middle.
    """
    if not spots:
        return ()
    if middle is None:
        lons = sorted(spot.lon % 360 for spot in spots)
        gaps = [
            (after - before, after)
            for before, after in zip([lons[-1] - 360, *lons], lons, strict=False)
        ]
        _, start = max(gaps, key=lambda gap: (gap[0], -gap[1]))
    else:
        start = middle - 180
    turned = [replace(spot, lon=start + (spot.lon - start) % 360) for spot in spots]
    back = 360 if middle is None and min(spot.lon for spot in turned) > 180 else 0
    return tuple(replace(spot, lon=spot.lon - back) for spot in turned)


def choose(spots: Sequence[Spot], least: float, shape: float) -> Window | None:
    """The window around most of the spots, at least so many degrees of latitude tall.

    Shape is the frame's width over its height. None where there is no spot.
    """
    kept = list(unwrap(spots))
    if not kept:
        return None
    whole = sum(spot.weight for spot in kept)
    while len(kept) > 2:
        far = max(kept, key=lambda spot: (_away(spot, kept), spot.lon, spot.lat))
        rest = [spot for spot in kept if spot is not far]
        enough = sum(spot.weight for spot in rest) >= KEEP * whole
        if not enough or _span(rest) > TIGHTER * _span(kept):
            break
        kept = rest
    return _window(kept, least, shape)


def _away(spot: Spot, spots: Sequence[Spot]) -> float:
    """From the middle of them all, each counted once."""
    lon = statistics.median(s.lon for s in spots)
    lat = statistics.median(s.lat for s in spots)
    return max(abs(spot.lon - lon) / 1.6, abs(spot.lat - lat))


def _span(spots: Sequence[Spot]) -> float:
    lons, lats = [s.lon for s in spots], [s.lat for s in spots]
    return max((max(lons) - min(lons)) / 1.6, max(lats) - min(lats), 1.0)


def _window(spots: Sequence[Spot], least: float, shape: float) -> Window:
    south = min(s.lat - s.room / 2 for s in spots)
    north = max(s.lat + s.room / 2 for s in spots)
    wide = shape  # degrees of longitude are shorter, which only gives more room
    west = min(s.lon - s.room * wide / 2 for s in spots)
    east = max(s.lon + s.room * wide / 2 for s in spots)
    lat, lon = (south + north) / 2, (west + east) / 2
    tall = max((north - south) * (1 + 2 * PAD), least)
    across = (east - west) * (1 + 2 * PAD)
    if across > WIDEST:
        return Window(west=-180.0, south=-56.0, east=180.0, north=76.0)
    across = max(across, least * 0.8)
    return Window(
        west=lon - across / 2,
        south=max(-84.0, lat - tall / 2),
        east=lon + across / 2,
        north=min(84.0, lat + tall / 2),
    )
