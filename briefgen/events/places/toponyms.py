"""Names of a text + the words beside them → what each is said to be: a region, a town, a person.

Which of several places a name means is settled in :mod:`briefgen.events.places.meanings`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from briefgen.events.places.naming import WELL_KNOWN, Token, Toponym
from briefgen.knowledge.cues import PlaceCues
from briefgen.knowledge.gazetteer import Kind

__all__ = ["REGIONS", "TOWNS", "is_person", "listed", "looks_back", "of_another", "tell_kinds"]

TOWNS = frozenset({Kind.CAPITAL, Kind.TOWN, Kind.VILLAGE})
REGIONS = frozenset({Kind.REGION, Kind.AREA, Kind.COUNTRY, Kind.WORLD})
GREAT = 1_000_000
"""Towns of this population are not taken for a surname only because a capital precedes them."""
REACH_BACK = 7
"""Words that may stand between a preposition and its name."""

_LIST = re.compile(r"\s*,\s*|\s+|\s*/\s*")


def tell_kinds(tokens: Sequence[Token], found: list[Toponym], cues: PlaceCues) -> list[Toponym]:
    """Names with what the words beside them say they are."""
    known: list[Toponym] = []
    for name in found:
        after = _after(tokens, name.last)
        before = _before(tokens, name.first)
        of = before is not None and before.key in cues.of
        head = _before(tokens, name.first - 1) if of else before
        if name.adjective:
            known.append(name)
            continue
        region = after is not None and after.key in (cues.region_after | cues.region_offices)
        region |= exemplifies(tokens, name.first, cues)
        governed = cues.region_before | cues.region_offices
        region |= of and head is not None and head.key in governed
        town = head is not None and head.key in cues.town_before
        town |= _abbreviated(tokens, name.first, cues)
        town |= (
            after is not None and after.key in cues.town_after and not tokens[name.last - 1].owner
        )
        region |= not name.key.isascii() and all(e.kind is Kind.REGION for e in name.entries)
        region &= any(entry.kind in REGIONS for entry in name.entries)
        tail = after is not None and after.key in (cues.region_after | cues.town_after)
        tail &= not tokens[name.last - 1].owner
        known.append(
            replace(name, region=region, town=town and not region, after=int(tail and region))
        )
    return _attached(tokens, _lists(tokens, known, cues), cues)


def _abbreviated(tokens: Sequence[Token], first: int, cues: PlaceCues) -> bool:
    """Whether a short word with a stop says that a town follows: "м. Суми"."""
    return (
        first > 0
        and tokens[first].gap.strip() == "."
        and not tokens[first - 1].capital
        and tokens[first - 1].key in cues.town_short
    )


def _attached(tokens: Sequence[Token], known: list[Toponym], cues: PlaceCues) -> list[Toponym]:
    """The names, less the adjectives made from one that go with no noun: those are surnames."""
    kept: list[Toponym] = []
    goes = False
    for position in range(len(known) - 1, -1, -1):
        name = known[position]
        if name.made:
            right = known[position + 1] if position + 1 < len(known) else None
            in_list = goes and right is not None and listed(tokens, name, right, cues)
            goes = in_list or name.after > 0 or _noun_follows(tokens, name, cues)
            if not goes:
                continue
        else:
            goes = False
        kept.append(name)
    return kept[::-1]


def _noun_follows(tokens: Sequence[Token], name: Toponym, cues: PlaceCues) -> bool:
    """Whether the word after an adjective is a noun, so far as the cues and its look tell."""
    after = _after(tokens, name.last)
    if after is None:
        return False
    if after.upper or after.key in (cues.local | cues.region_after | cues.venues):
        return True
    return not after.capital and name.entries[0].weight >= WELL_KNOWN


def _lists(tokens: Sequence[Token], known: list[Toponym], cues: PlaceCues) -> list[Toponym]:
    """Names of one list of regions are all regions: "regions like A and B", "A and B regions"."""
    joined = [listed(tokens, left, right, cues) for left, right in pairwise(known)]
    example = bool(known) and exemplifies(tokens, known[0].first, cues)
    for position in range(1, len(known)):
        begins = exemplifies(tokens, known[position].first, cues)
        example = begins or (example and joined[position - 1])
        if example and not begins:
            known[position] = _as_region(known[position])
    plural = False
    for position in range(len(known) - 1, -1, -1):
        after = _after(tokens, known[position].last)
        ends = known[position].region and after is not None and after.key in cues.region_lists
        plural = ends or (plural and joined[position])
        if plural:
            known[position] = _as_region(known[position])
    return known


def _as_region(name: Toponym) -> Toponym:
    """The name as a region's, where a region has it."""
    if name.adjective or not any(entry.kind in REGIONS for entry in name.entries):
        return name
    return replace(name, region=True, town=False)


def exemplifies(tokens: Sequence[Token], first: int, cues: PlaceCues) -> bool:
    """Whether a name is an example of regions: "regions like A", "regions such as A"."""
    before = _before(tokens, first)
    if before is None or before.key not in cues.examples:
        return False
    heads = tokens[max(0, first - 3) : first - 1]
    return any(token.key in cues.region_lists for token in heads)


def listed(tokens: Sequence[Token], left: Toponym, right: Toponym, cues: PlaceCues) -> bool:
    """Whether two names stand in one list: "A, B", "A and B", "A, and B"."""
    between = tokens[left.last + left.after : right.first]
    words = [token for token in between if token.key not in cues.list_fillers]
    if any(token.key not in cues.joiners for token in words) or len(between) > 3:
        return False
    gaps = [token.gap for token in between] + [tokens[right.first].gap]
    return all(_LIST.fullmatch(gap) for gap in gaps) and (
        bool(between) or "," in gaps[-1] or "/" in gaps[-1]
    )


def _after(tokens: Sequence[Token], index: int) -> Token | None:
    """The word at an index, where only a space parts it from the word before."""
    if index < len(tokens) and tokens[index].gap.strip() in {"", "-"}:
        return tokens[index]
    return None


def _before(tokens: Sequence[Token], index: int) -> Token | None:
    """The word before an index, where only a space parts the two."""
    if 0 < index < len(tokens) and not tokens[index].gap.strip():
        return tokens[index - 1]
    return None


def is_person(
    tokens: Sequence[Token], found: Sequence[Toponym], position: int, cues: PlaceCues
) -> bool:
    """Whether a name is a person's: a title before it, a surname after it, a first name before."""
    name = found[position]
    if name.adjective or name.made or name.region or name.town:
        return False
    personal = any(entry.person for entry in name.entries)
    before, after = _before(tokens, name.first), _after(tokens, name.last)
    if name.first and tokens[name.first].gap == ". " and tokens[name.first - 1].key in cues.titles:
        before = tokens[name.first - 1]
    narrow = all(entry.kind not in {Kind.COUNTRY, Kind.WORLD, Kind.AREA} for entry in name.entries)
    if before is not None and before.key in cues.titles and (personal or narrow):
        lower = not before.capital and not personal
        return not lower
    if tokens[name.last - 1].upper:
        return False
    follows = position > 0 and found[position - 1].last == name.first
    precedes = position + 1 < len(found) and found[position + 1].first == name.last
    expected = cues.location | cues.fillers | cues.openers | cues.heads_of | cues.parts
    named = before is not None and before.capital and not follows and before.key not in expected
    named = named and not (before is not None and before.upper and not name.key.isascii())
    small = _is_small(name)
    if named and (personal or (small and not _opens_sentence(before))):
        return True
    beside = [found[position - 1]] if follows and tokens[name.first].gap == " " else []
    beside += [found[position + 1]] if precedes and tokens[name.last].gap == " " else []
    if small and any(_is_small(other) and _apart(name, other) for other in beside):
        return True
    return personal and not precedes and _surname(tokens, name, after, cues)


def of_another(tokens: Sequence[Token], name: Toponym, cues: PlaceCues) -> bool:
    """Whether a name only begins that of a place in no table: "Newport *Beach*"."""
    after = _after(tokens, name.last)
    if after is None or name.adjective or name.region or name.town or tokens[name.last - 1].owner:
        return False
    return _is_small(name) and after.capital and after.key in cues.other_places


def _is_small(name: Toponym) -> bool:
    """Whether none of the places of a name is a country, or so great that all know it."""
    wide = {Kind.COUNTRY, Kind.WORLD, Kind.AREA}
    return all(entry.kind not in wide and entry.weight < GREAT for entry in name.entries)


def _apart(name: Toponym, other: Toponym) -> bool:
    """Whether no country holds places of both names: side by side they are a person's.

    "Mira Oster": nobody writes a village of one country and a town of another with no mark between.
    """
    if any(one.adjective or one.made or one.region or one.town for one in (name, other)):
        return False
    if not (name.key.isascii() and other.key.isascii()):
        return False  # in a language with cases both words may be bent
    countries = {entry.place.country for entry in name.entries}
    return countries.isdisjoint(entry.place.country for entry in other.entries)


def _opens_sentence(token: Token | None) -> bool:
    """Whether a word begins the text or a sentence, and so has its capital from that."""
    return token is None or token.start == 0 or any(mark in token.gap for mark in ".!?:\n")


def _surname(tokens: Sequence[Token], name: Toponym, after: Token | None, cues: PlaceCues) -> bool:
    """Whether the word after a name may be a surname: "Jordan *Smith*"."""
    known = cues.region_after | cues.town_after | cues.venues | cues.titles | cues.local
    return (
        after is not None
        and after.capital
        and after.key not in (known | cues.offices)
        and not tokens[name.last - 1].owner
    )


def looks_back(
    tokens: Sequence[Token], found: Sequence[Toponym], position: int, cues: PlaceCues
) -> Token | None:
    """The preposition, or the head of an "of", that says that a name is where something happens."""
    owners: set[int] = set()
    for other in reversed(found[max(0, position - REACH_BACK) : position]):
        joined = other.last == found[position].first and not other.key.isascii()
        joined = joined or other.adjective or tokens[other.last - 1].owner
        if joined or _hyphened(tokens, other):
            owners.update(range(other.first, other.last))
    at = found[position].first
    for _ in range(REACH_BACK):
        if at == 0 or tokens[at].gap.strip() not in {"", "-"}:
            return None
        at -= 1
        token = tokens[at]
        if token.key in cues.of and at and tokens[at - 1].key in cues.heads_of:
            return tokens[at - 1]
        if token.key in (cues.location | cues.agents) or exemplifies(tokens, at + 1, cues):
            return token
        if token.key not in cues.fillers and at not in owners and token.key not in cues.parts:
            return None
    return None


def _hyphened(tokens: Sequence[Token], name: Toponym) -> bool:
    """Whether a name is part of an adjective, as in "Russia-occupied"."""
    after = name.last
    return after < len(tokens) and tokens[after].gap == "-" and not tokens[after].capital
