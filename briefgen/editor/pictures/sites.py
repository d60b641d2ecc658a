"""Events → the places of a map: which events share a place, which lie in its frame."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefgen.editor.pictures.extent import Spot, unwrap
from briefgen.editor.pictures.projection import Projection
from briefgen.editor.pictures.scene import Shown
from briefgen.model import Place, Precision

__all__ = ["EDGE", "FINE", "ROOM", "Site", "focus", "gather", "placed", "split"]

EDGE = 5.0
"""Nothing is marked or named nearer to the frame than this."""
ROOM = {Precision.POINT: 0.0, Precision.TOWN: 0.0, Precision.REGION: 1.2, Precision.COUNTRY: 6.0}
"""Degrees of latitude that are seen around a place."""
FINE = frozenset({Precision.POINT, Precision.TOWN, Precision.REGION})
FOCUS = 3
"""Countries that are set off, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place with all its events."""

    place: Place
    shown: tuple[Shown, ...]
    """In reading order."""
    spot: Spot

    @property
    def key(self) -> bool:
        """Whether a key development is among them."""
        return any(item.key for item in self.shown)

    @property
    def vague(self) -> bool:
        """Whether it is told as a region or a country, so that its point is only a sign."""
        return self.place.precision in {Precision.REGION, Precision.COUNTRY}


def gather(shown: Iterable[Shown]) -> tuple[Site, ...]:
    """By place, in the order of their first entries: each event at its first place with a point."""
    found: dict[tuple[str, float, float], list[Shown]] = {}
    places: dict[tuple[str, float, float], Place] = {}
    for item in shown:
        there = placed(item)
        if there and there.lat is not None and there.lon is not None:
            key = (there.name, there.lat, there.lon)
            places.setdefault(key, there)
            found.setdefault(key, []).append(item)
    sites = [
        Site(
            place=places[key],
            shown=tuple(items),
            spot=Spot(
                lon=key[2],
                lat=key[1],
                weight=sum(2.0 if item.key else 1.0 for item in items),
                room=ROOM[places[key].precision],
            ),
        )
        for key, items in found.items()
    ]
    return tuple(sorted(sites, key=lambda site: site.shown[0].number))


def placed(item: Shown) -> Place | None:
    """The place at which an event is marked: the first that has a point."""
    return next((p for p in item.event.places if p.lat is not None and p.lon is not None), None)


def split(
    sites: Sequence[Site], projection: Projection
) -> tuple[tuple[Site, ...], tuple[Site, ...]]:
    """Those whose point lies in the frame, turned to its longitudes, and the others."""
    on, off = [], []
    for site in sites:
        (spot,) = unwrap([site.spot], projection.middle[0])
        x, y = projection(spot.lon, spot.lat)
        inside = EDGE < x < projection.width - EDGE and EDGE < y < projection.height - EDGE
        if inside:
            on.append(Site(place=site.place, shown=site.shown, spot=spot))
        else:
            off.append(site)
    return tuple(on), tuple(off)


def focus(sites: Sequence[Site]) -> frozenset[str]:
    """The countries that most of the finely placed events are in."""
    weights: dict[str, float] = {}
    for site in sites:
        if site.place.country and site.place.precision in FINE:
            weights[site.place.country] = weights.get(site.place.country, 0) + site.spot.weight
    best = sorted(weights, key=lambda code: (-weights[code], code))
    return frozenset(best[:FOCUS])
