"""Places of an event + Theaters → the theater that names them most narrowly.

A theater names a place itself, draws an area around it, matches its name with a pattern, or names
the region or the country that it lies in: for one place the closer of these wins, in this order. Of
the places the narrower comes first (a town before a region before a country). A pattern in the
words of the report stands between a town and a region: "on the northern front". Of what is still
equal, the place named first wins, then the theater that stands first.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefgen.knowledge.areas import Ring, encloses
from briefgen.knowledge.gazetteer import Gazetteer
from briefgen.knowledge.keys import fold
from briefgen.knowledge.project import Theater
from briefgen.model import Place, Precision

__all__ = ["breadth", "theater_of"]

WIDTH: Mapping[Precision, int] = {
    Precision.POINT: 0,
    Precision.TOWN: 0,
    Precision.REGION: 1,
    Precision.COUNTRY: 2,
}
WORLD = 3
"""A continent or an ocean: wider than a country."""


@dataclass(frozen=True, slots=True)
class _Claims:
    """Which theater comes first for a place, a region, a country."""

    places: Mapping[tuple[str, str | None, str | None], int]
    regions: Mapping[tuple[str, str | None], int]
    countries: Mapping[str, int]
    rings: tuple[tuple[int, Ring], ...]
    patterns: tuple[tuple[int, re.Pattern[str]], ...]


def breadth(place: Place) -> int:
    """How wide a place is: 0 a point or a town, 1 a region, 2 a country, 3 wider."""
    if place.precision is Precision.COUNTRY and place.country is None:
        return WORLD
    return WIDTH[place.precision]


def theater_of(
    places: Sequence[Place], theaters: Sequence[Theater], gazetteer: Gazetteer, text: str = ""
) -> str | None:
    """Id of the theater of an event at these places, told in these words; None where none fits."""
    claims = _claims(tuple(theaters), _Same(gazetteer))
    ranked = [
        (breadth(place), depth, order, number)
        for order, place in enumerate(places)
        for depth, number in [_claim(place, claims)]
        if number is not None
    ]
    told = _matched(text, claims)
    if told is not None:
        ranked.append((WIDTH[Precision.REGION], -1, 0, told))
    return theaters[min(ranked)[3]].id if ranked else None


def _claim(place: Place, claims: _Claims) -> tuple[int, int | None]:
    """Which theater claims a place, and how closely.

    0 by its name, 1 by an area or a pattern, 2 by its region, 3 by its country.
    """
    own = claims.places.get(_identity(place))
    if own is not None:
        return 0, own
    drawn = _drawn(place, claims)
    drawn = _matched(", ".join(filter(None, (place.name, place.admin1))), claims, drawn)
    if drawn is not None:
        return 1, drawn
    if place.admin1 is not None:
        region = claims.regions.get((fold(place.admin1), place.country))
        if region is not None:
            return 2, region
    if place.country is not None:
        country = claims.countries.get(place.country)
        if country is not None:
            return 3, country
    return 4, None


def _drawn(place: Place, claims: _Claims) -> int | None:
    """The first theater with an area that a place, finer than a country, lies in."""
    if place.precision is Precision.COUNTRY or place.lat is None or place.lon is None:
        return None
    return next((n for n, ring in claims.rings if encloses(ring, place.lon, place.lat)), None)


def _matched(text: str, claims: _Claims, drawn: int | None = None) -> int | None:
    """The first theater with a pattern that a text holds, or the one that drew it, if earlier."""
    found = next((n for n, pattern in claims.patterns if text and pattern.search(text)), None)
    return min((n for n in (found, drawn) if n is not None), default=None)


def _identity(place: Place) -> tuple[str, str | None, str | None]:
    region = None if place.precision in {Precision.REGION, Precision.COUNTRY} else place.admin1
    return fold(place.name), region, place.country


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A gazetteer as a cache key: the same object is the same gazetteer."""

    gazetteer: Gazetteer

    def __hash__(self) -> int:
        return id(self.gazetteer)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.gazetteer is other.gazetteer


@lru_cache(maxsize=16)
def _claims(theaters: tuple[Theater, ...], known: _Same) -> _Claims:
    """What the theaters name; the first that names a place has it."""
    places: dict[tuple[str, str | None, str | None], int] = {}
    regions: dict[tuple[str, str | None], int] = {}
    countries: dict[str, int] = {}
    for number, theater in enumerate(theaters):
        for name in theater.places:
            place = known.gazetteer.meant(name)
            if place is None:
                continue
            places.setdefault(_identity(place), number)
            if place.precision is Precision.COUNTRY:
                if place.country is not None:
                    countries.setdefault(place.country, number)
            else:
                regions.setdefault((fold(place.name), place.country), number)
    rings = tuple((number, ring) for number, t in enumerate(theaters) for ring in t.polygons)
    patterns = tuple(
        (number, re.compile(pattern, re.IGNORECASE))
        for number, theater in enumerate(theaters)
        for pattern in theater.patterns
    )
    return _Claims(places, regions, countries, rings, patterns)
