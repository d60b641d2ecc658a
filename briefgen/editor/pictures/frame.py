"""Places, settings → the window and the frame of a map."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefgen.editor.pictures.extent import Spot, choose
from briefgen.editor.pictures.sites import FINE, ROOM, Site
from briefgen.knowledge.gazetteer import OWN, Gazetteer
from briefgen.knowledge.map_settings import MapSettings
from briefgen.knowledge.outlines import Window
from briefgen.model import Precision

__all__ = ["WIDTH", "height_of", "own_countries", "window_of"]

WIDTH = 680.0
LOW, HIGH = 320.0, 404.0
"""Least and most height of the frame; wide country gets less, tall country more."""
LEAST = {Precision.POINT: 2.6, Precision.TOWN: 2.6, Precision.REGION: 5.0, Precision.COUNTRY: 14.0}
"""Degrees of latitude that a map of one such place shows."""
SCHEMATIC = 0.25
"""Share of those where nothing is drawn but the places."""
NEAR = 0.6
"""How far around a schematic window, as a share of its size, a country's point is drawn into it."""


class Point(NamedTuple):
    """A name at a place, in degrees."""

    name: str
    lon: float
    lat: float


def window_of(
    sites: Sequence[Site], settings: MapSettings, gazetteer: Gazetteer, *, real: bool
) -> Window:
    """As configured, or around what is told finely; around countries where nothing is."""
    if settings.extent:
        west, south, east, north = settings.extent
        return Window(west=west, south=south, east=east, north=north)
    fixed = [gazetteer.meant(name) for name in settings.places]
    known = [p for p in fixed if p is not None and p.lat is not None and p.lon is not None]
    fine = [site for site in sites if site.place.precision in FINE]
    places = known or [site.place for site in fine or sites]
    spots = (
        [Spot(lon=p.lon or 0.0, lat=p.lat or 0.0, weight=1, room=ROOM[p.precision]) for p in known]
        if known
        else [site.spot for site in fine or sites]
    )
    least = max(LEAST[place.precision] for place in places)
    if not real:
        least *= SCHEMATIC
        spots = [Spot(lon=s.lon, lat=s.lat, weight=s.weight) for s in spots]
    window = choose(spots, least, WIDTH / HIGH)
    assert window is not None
    return window if real else _with_countries(window, gazetteer)


def _with_countries(window: Window, gazetteer: Gazetteer) -> Window:
    """A schematic window widened to the points of near countries: their names are its ground."""
    tall, across = window.north - window.south, window.east - window.west
    near = Window(
        west=window.west - across * NEAR,
        south=window.south - tall * NEAR,
        east=window.east + across * NEAR,
        north=window.north + tall * NEAR,
    )
    points = [(p.lon, p.lat) for p in own_countries(gazetteer) if near.holds(p.lon, p.lat)]
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    return Window(
        west=min([window.west, *lons]),
        south=min([window.south, *lats]),
        east=max([window.east, *lons]),
        north=max([window.north, *lats]),
    )


def own_countries(gazetteer: Gazetteer) -> Iterator[Point]:
    """The countries of a user's own tables that have a point."""
    for entry in gazetteer.entries:
        spot = entry.place
        own = entry.weight >= OWN and spot.precision is Precision.COUNTRY
        if own and spot.lat is not None and spot.lon is not None:
            yield Point(spot.name, spot.lon, spot.lat)


def height_of(window: Window) -> float:
    """Of the frame, so that the window fills it."""
    middle = math.radians((window.north + window.south) / 2)
    across = (window.east - window.west) * math.cos(middle)
    height = WIDTH * (window.north - window.south) / max(across, 0.1)
    return float(round(min(HIGH, max(LOW, height))))
