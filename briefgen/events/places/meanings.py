"""Place names of a text → the one place that each means here.

Each name is weighed: how well known its places are, which of them the other names of the text and
its context speak for, and whether there is enough to believe that a word is a place's name at all.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log10

from briefgen.events.places.naming import Token, Toponym, match_names, read_tokens
from briefgen.events.places.toponyms import (
    REGIONS,
    TOWNS,
    is_person,
    looks_back,
    of_another,
    tell_kinds,
)
from briefgen.knowledge.cues import PlaceCues, load_place_cues
from briefgen.knowledge.gazetteer import Entry, Gazetteer, Kind
from briefgen.knowledge.keys import fold
from briefgen.model import Place

__all__ = ["find_toponyms"]

BIAS = {
    Kind.COUNTRY: 3.0,
    Kind.WORLD: 2.0,
    Kind.AREA: 2.0,
    Kind.CAPITAL: 1.0,
    Kind.REGION: 0.0,
    Kind.TOWN: 0.0,
    Kind.VILLAGE: -2.0,
}
"""How much sooner a name means a country than a town of as many people."""
OWN_NAME = 4.0
"""For a place's own name, against another name of it."""
SPELT = 0.8
"""For its own name without the marks that another lacks: "San Jose", not "San José"."""
CITY = 500_000
"""A town of fewer people with a person's name is one only where a word beside it says so."""
SHORT_REGION = 0.8
"""Against a region called by its town's name, where no word says "region"."""
COUNTRY_TOLD = 2.5
REGION_TOLD = 4.0
BESIDE = 8.0
"""For a place named directly with the region or country that holds it: "Brest, Belarus"."""


def find_toponyms(
    text: str, gazetteer: Gazetteer, context: Sequence[Place], language: str | None = None
) -> tuple[tuple[Token, ...], tuple[Toponym, ...]]:
    """The words of a text, and the place names among them with their places, in text order."""
    cues = load_place_cues(language)
    tokens = read_tokens(text, cues)
    found = match_names(tokens, gazetteer, cues)
    found = tell_kinds(tokens, found, cues)
    found = [n for at, n in enumerate(found) if not is_person(tokens, found, at, cues)]
    found = [name for name in found if not of_another(tokens, name, cues)]
    evidence = _evidence(found, context, cues.home)
    chosen = []
    for position, name in enumerate(found):
        entry = _choose(tokens, found, position, evidence, cues)
        if entry is not None:
            chosen.append(replace(name, entry=entry))
    return tokens, tuple(chosen)


@dataclass(frozen=True, slots=True)
class _Evidence:
    """Countries and regions that the text and its context speak of, and by which names."""

    countries: Mapping[str, frozenset[str]]
    regions: Mapping[tuple[str, str | None], frozenset[str]]

    def country(self, code: str | None, key: str) -> bool:
        """Whether another name than the key speaks for a country."""
        return bool(self.countries.get(code or "", frozenset()) - {key})

    def region(self, place: Place, key: str) -> bool:
        """Whether another name than the key speaks for the region that a place lies in."""
        region = fold(place.admin1 or ""), place.country
        return bool(self.regions.get(region, frozenset()) - {key})


CONTEXT = frozenset({""})
"""The name by which the context speaks: none that stands in the text."""


def _evidence(found: Sequence[Toponym], context: Sequence[Place], home: Iterable[str]) -> _Evidence:
    countries = dict.fromkeys(home, CONTEXT)
    countries |= {place.country: CONTEXT for place in context if place.country}
    regions = {(fold(place.admin1), place.country): CONTEXT for place in context if place.admin1}
    for name in found:
        certain = [entry for entry in name.entries if entry.kind is not Kind.VILLAGE]
        if not certain or certain[0].common or certain[0].hidden:
            continue
        first = certain[0].place
        sure = name.adjective or certain[0].kind is Kind.COUNTRY
        codes = {entry.place.country for entry in certain}
        if first.country and (sure or len(codes) == 1):
            countries[first.country] = countries.get(first.country, frozenset()) | {name.key}
        if first.admin1 and len({(e.place.country, e.place.admin1) for e in certain}) == 1:
            region = fold(first.admin1), first.country
            regions[region] = regions.get(region, frozenset()) | {name.key}
    return _Evidence(countries, regions)


def _choose(
    tokens: Sequence[Token],
    found: Sequence[Toponym],
    position: int,
    evidence: _Evidence,
    cues: PlaceCues,
) -> Entry | None:
    """The one place that a name means, None where nothing says that it is a place."""
    name = found[position]
    if name.adjective:
        return name.entries[0]
    governing = _governing(tokens, found, position)
    holders = [*governing, *_beside(tokens, found, position)]
    back = looks_back(tokens, found, position, cues)
    there = back is not None
    best: tuple[float, int] | None = None
    held_any = False
    for order, entry in enumerate(name.entries):
        if name.region and entry.kind not in REGIONS:
            continue
        if governing and not any(_holds(holder, entry.place) for holder in governing):
            continue
        if name.town and entry.kind not in TOWNS and any(e.kind in TOWNS for e in name.entries):
            continue
        place = entry.place
        held = any(_holds(holder, place) for holder in holders)
        held_any |= held
        country = evidence.country(place.country, name.key)
        region = evidence.region(place, name.key)
        everyday = name.last - name.first == 1 and name.key in cues.everyday
        near = country or region
        if not _believed(entry, name, held=held, near=near, there=there, everyday=everyday):
            continue
        score = log10(entry.weight + 10) + BIAS[entry.kind]
        score += OWN_NAME * (fold(place.name) == name.key)
        score += SPELT * (place.name.lower() == name.key)
        score -= SHORT_REGION * (entry.kind is Kind.REGION and not name.region)
        score += COUNTRY_TOLD * country + BESIDE * held
        score += REGION_TOLD * (region and entry.kind not in REGIONS)
        if best is None or score > best[0]:
            best = score, order
    chosen = name.entries[best[1]] if best else None
    named = held_any or name.town or (back is not None and back.key not in cues.weak | cues.agents)
    if chosen and chosen.person and chosen.kind is Kind.TOWN and chosen.weight < CITY and not named:
        return None  # "Reno denied the request"
    return chosen


def _believed(
    entry: Entry, name: Toponym, *, held: bool, near: bool, there: bool, everyday: bool
) -> bool:
    """Whether there is enough to believe that a word is this place's name."""
    if held or (name.town and entry.kind in TOWNS) or (name.region and entry.kind in REGIONS):
        return True
    if entry.hidden:
        return False
    if entry.common or everyday or entry.kind is Kind.VILLAGE:
        return near and there
    return True


def _beside(tokens: Sequence[Token], found: Sequence[Toponym], position: int) -> list[Entry]:
    """What the names directly before ("Atlanta, Georgia") and after may mean."""
    name = found[position]
    near: list[Entry] = []
    if position + 1 < len(found):
        right = found[position + 1]
        gap = tokens[right.first].gap.strip()
        if right.first == name.last + name.after and gap in {",", "("} and not right.adjective:
            near += right.entries
    if position:
        left = found[position - 1]
        owner = tokens[left.last - 1].owner or left.adjective
        gap = tokens[name.first].gap.strip()
        if left.last + left.after == name.first and (gap == "," or owner):
            near += left.entries
    return near


def _governing(tokens: Sequence[Token], found: Sequence[Toponym], position: int) -> list[Entry]:
    """The region that follows in the genitive, its district between or not.

    "У Гаях Яснівського району Вишгірської області", in a language with cases.
    """
    at = position
    if found[at].key.isascii() or found[at].made or found[at].region:
        return []
    while at + 1 < len(found):
        end, right = found[at].last + found[at].after, found[at + 1]
        between = right.first - end
        gaps = [token.gap.strip() for token in tokens[end : right.first + 1]]
        if between > found[at].made or any(gap not in {"", "("} for gap in gaps):
            return []
        if right.region:
            return list(right.entries)
        if not right.made:
            return []
        at += 1
    return []


def _holds(holder: Entry, place: Place) -> bool:
    """Whether one place holds another, or the other the one."""
    outer = holder.place
    if outer.country is None or outer.country != place.country or outer == place:
        return False
    if holder.kind is Kind.COUNTRY:
        return True
    return outer.name == place.admin1 or outer.admin1 == place.name
