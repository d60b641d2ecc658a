"""Degrees → units of a picture: Lambert's conformal conic, or plain degrees near the equator.

Formulas: J. P. Snyder, Map Projections: A Working Manual (USGS Professional Paper 1395, 1987),
sections 15 (conic) and 12 (equidistant cylindrical).
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefgen.knowledge.outlines import Window

__all__ = ["Projection", "fit"]

CONIC = (12.0, 70.0)
"""Between these latitudes (of the middle, north or south) the conic is used."""
TALL = 50.0
"""Degrees of latitude above which it is not."""
STEPS = 24
KM_A_DEGREE = 111.195
"""Of latitude."""

Forward = Callable[[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """One frame's way from degrees to its units and back."""

    name: str
    """``conic`` or ``plain``."""
    forward: Forward
    """Longitude, latitude → x to the right, y up, in no unit."""
    inverse: Forward
    scale: float
    """Units of the frame a unit of ``forward``."""
    x: float
    y: float
    """Of ``forward`` at the frame's middle."""
    width: float
    height: float
    middle: tuple[float, float]
    """Longitude and latitude that the projection is made for."""

    def __call__(self, lon: float, lat: float) -> tuple[float, float]:
        """Units from the frame's top left corner."""
        x, y = self.forward(lon, lat)
        return (
            self.width / 2 + (x - self.x) * self.scale,
            self.height / 2 - (y - self.y) * self.scale,
        )

    def back(self, x: float, y: float) -> tuple[float, float]:
        """Degrees of a point of the frame."""
        return self.inverse(
            self.x + (x - self.width / 2) / self.scale,
            self.y - (y - self.height / 2) / self.scale,
        )

    def window(self) -> Window:
        """Degrees that the frame shows some of."""
        points = [self.back(x, y) for x, y in self._rim()]
        lons, lats = [p[0] for p in points], [p[1] for p in points]
        return Window(
            west=max(min(lons), self.middle[0] - 180),
            south=max(min(lats), -89.0),
            east=min(max(lons), self.middle[0] + 180),
            north=min(max(lats), 89.0),
        )

    def _rim(self) -> Iterator[tuple[float, float]]:
        for step in range(STEPS + 1):
            part = step / STEPS
            yield from ((part * self.width, 0), (part * self.width, self.height))
            yield from ((0, part * self.height), (self.width, part * self.height))

    def units_a_km(self) -> float:
        """At the frame's middle."""
        lon, lat = self.back(self.width / 2, self.height / 2)
        (_, above), (_, below) = self(lon, lat + 0.05), self(lon, lat - 0.05)
        return abs(below - above) / (0.1 * KM_A_DEGREE)


def fit(box: Window, width: float, height: float, margin: float) -> Projection:
    """The projection that shows a box of degrees whole, in the middle of a frame."""
    lon, lat = (box.west + box.east) / 2, (box.south + box.north) / 2
    conic = CONIC[0] <= abs(lat) <= CONIC[1] and box.north - box.south <= TALL
    forward, inverse = _conic(lon, lat, box.north - box.south) if conic else _plain(lon, lat)
    rim = [
        forward(x, y)
        for step in range(STEPS + 1)
        for x, y in (
            (box.west + (box.east - box.west) * step / STEPS, box.south),
            (box.west + (box.east - box.west) * step / STEPS, box.north),
            (box.west, box.south + (box.north - box.south) * step / STEPS),
            (box.east, box.south + (box.north - box.south) * step / STEPS),
        )
    ]
    west, east = min(p[0] for p in rim), max(p[0] for p in rim)
    south, north = min(p[1] for p in rim), max(p[1] for p in rim)
    return Projection(
        name="conic" if conic else "plain",
        forward=forward,
        inverse=inverse,
        scale=min((width - 2 * margin) / (east - west), (height - 2 * margin) / (north - south)),
        x=(west + east) / 2,
        y=(south + north) / 2,
        width=width,
        height=height,
        middle=(lon, lat),
    )


def _plain(lon0: float, lat0: float) -> tuple[Forward, Forward]:
    """Equidistant cylindrical, true to scale at the middle parallel."""
    shrink = math.cos(math.radians(min(abs(lat0), 75.0)))

    def forward(lon: float, lat: float) -> tuple[float, float]:
        return math.radians(lon - lon0) * shrink, math.radians(lat)

    def inverse(x: float, y: float) -> tuple[float, float]:
        return lon0 + math.degrees(x / shrink), math.degrees(y)

    return forward, inverse


def _conic(lon0: float, lat0: float, tall: float) -> tuple[Forward, Forward]:
    """Lambert's conformal conic, standard parallels a third of the height from the middle."""
    one, two = (math.radians(lat0 + side * max(tall, 1.0) / 3) for side in (-1, 1))
    n = math.log(math.cos(one) / math.cos(two)) / math.log(_slant(two) / _slant(one))
    f = math.cos(one) * _slant(one) ** n / n
    zero = f / _slant(math.radians(lat0)) ** n

    def forward(lon: float, lat: float) -> tuple[float, float]:
        rho = f / _slant(math.radians(max(-89.5, min(89.5, lat)))) ** n
        theta = n * math.radians(lon - lon0)
        return rho * math.sin(theta), zero - rho * math.cos(theta)

    def inverse(x: float, y: float) -> tuple[float, float]:
        sign = math.copysign(1.0, n)
        rho = sign * math.hypot(x, zero - y)
        theta = math.atan2(sign * x, sign * (zero - y))
        lat = 2 * math.atan((f / rho) ** (1 / n)) - math.pi / 2 if rho else math.pi / 2 * sign
        return lon0 + math.degrees(theta / n), math.degrees(lat)

    return forward, inverse


def _slant(angle: float) -> float:
    return math.tan(math.pi / 4 + angle / 2)
