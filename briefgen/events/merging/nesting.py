"""Two Features → whether their places may be one, or one lies in the other."""

import math

from briefgen.events.merging.features import Features
from briefgen.model import Place, Precision

__all__ = ["nested_words", "places_fit"]

NEAR_KM = 60
"""Within so much of a strait or a sea, a place lies in it."""
EARTH_KM = 6371


def places_fit(one: Features, other: Features) -> bool:
    """Whether two sets of places may be one: one is empty, or some are in common or nested."""
    mine, theirs = (
        [p for p in f.places if p.precision is not Precision.COUNTRY] for f in (one, other)
    )
    if not mine or not theirs:
        return True
    return any(_nested(a, b) or _nested(b, a) for a in mine for b in theirs)


def nested_words(mine: Features, theirs: Features) -> frozenset[str]:
    """The words of those places that lie in one of the other report's, or hold one."""
    return frozenset(
        word
        for place in mine.places
        if any(_holds(place, other) or _holds(other, place) for other in theirs.places)
        for word in place.name.lower().split()
    )


def _holds(outer: Place, inner: Place) -> bool:
    """Whether one place holds another, a country too."""
    if outer.precision is Precision.COUNTRY:
        return outer.country is not None and outer.country == inner.country
    return _nested(inner, outer)


def _nested(inner: Place, outer: Place) -> bool:
    if inner.name == outer.name and inner.country == outer.country:
        return True
    if outer.precision is not Precision.REGION:
        return False
    if inner.country == outer.country and outer.name in {inner.admin1, inner.name}:
        return True
    return outer.country is None and _kilometres(inner, outer) <= NEAR_KM


def _kilometres(one: Place, other: Place) -> float:
    """The distance of two places on a sphere; infinite where one has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    lat = math.radians((one.lat + other.lat) / 2)
    east = math.radians(math.remainder(one.lon - other.lon, 360)) * math.cos(lat)
    return EARTH_KM * math.hypot(math.radians(one.lat - other.lat), east)
