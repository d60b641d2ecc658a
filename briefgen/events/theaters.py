"""Places of an event + Theaters → the theater that names them most narrowly.

A theater names a place itself, or the region or the country that it lies in. Of the places the
narrower comes first (a town before a region before a country); for one place the closer name
wins; of what is still equal, the place named first, then the theater that stands first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

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


def breadth(place: Place) -> int:
    """How wide a place is: 0 a point or a town, 1 a region, 2 a country, 3 wider."""
    if place.precision is Precision.COUNTRY and place.country is None:
        return WORLD
    return WIDTH[place.precision]


def theater_of(
    places: Sequence[Place], theaters: Sequence[Theater], gazetteer: Gazetteer
) -> str | None:
    """Id of the theater of an event at these places; None where none names any of them."""
    claims = _claims(tuple(theaters), _Same(gazetteer))
    ranked = [
        (breadth(place), depth, order, number)
        for order, place in enumerate(places)
        for depth, number in [_claim(place, claims)]
        if number is not None
    ]
    if not ranked:
        return None
    number = min(ranked)[3]
    assert number is not None
    return theaters[number].id


def _claim(place: Place, claims: _Claims) -> tuple[int, int | None]:
    """How closely a theater names a place (0 itself, 1 its region, 2 its country), and which."""
    own = claims.places.get(_identity(place))
    if own is not None:
        return 0, own
    if place.admin1 is not None:
        region = claims.regions.get((fold(place.admin1), place.country))
        if region is not None:
            return 1, region
    if place.country is not None:
        country = claims.countries.get(place.country)
        if country is not None:
            return 2, country
    return 3, None


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
    return _Claims(places, regions, countries)
