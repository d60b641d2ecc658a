"""Text + Gazetteer → the names in it that places have, and what the words beside them say they are.

Names are looked up by their first word, longest first, left to right: one pass, linear. Which of
several places a name means is settled in :mod:`briefgen.events.meanings`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from briefgen.knowledge.cues import PlaceCues
from briefgen.knowledge.gazetteer import Entry, Gazetteer, Kind
from briefgen.knowledge.keys import fold

__all__ = [
    "REGIONS",
    "TOWNS",
    "Token",
    "Toponym",
    "is_person",
    "listed",
    "looks_back",
    "match_names",
    "read_tokens",
    "tell_kinds",
]

TOWNS = frozenset({Kind.CAPITAL, Kind.TOWN, Kind.VILLAGE})
REGIONS = frozenset({Kind.REGION, Kind.AREA, Kind.COUNTRY, Kind.WORLD})
GREAT = 1_000_000
"""Towns of this population are not taken for a surname only because a capital precedes them."""
REACH_BACK = 7
"""Words that may stand between a preposition and its name."""

_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*")
_INSIDE = re.compile(r"[\s\u00a0]|-|‑|\.\s?")
_LIST = re.compile(r"\s*,\s*|\s+|\s*/\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word of the text."""

    start: int
    end: int
    """Without a possessive ending."""
    key: str
    capital: bool
    upper: bool
    owner: bool
    """Ends in a possessive."""
    gap: str
    """What stands before it, after the word before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name: the tokens ``first`` to ``last`` (exclusive), and what it may mean."""

    first: int
    last: int
    key: str
    entries: tuple[Entry, ...]
    adjective: bool = False
    region: bool = False
    """The words around say that it is a region's name."""
    town: bool = False
    """The words around say that it is a town's or a village's name."""
    after: int = field(default=0)
    """How many tokens after it belong to it: "Kharkiv *region*"."""
    entry: Entry | None = None
    """What it means here."""


def read_tokens(text: str, cues: PlaceCues) -> tuple[Token, ...]:
    """The words of a text, possessive endings set apart."""
    tokens: list[Token] = []
    end = 0
    for match in _WORD.finditer(text):
        word, start = match.group(), match.start()
        bare = next((word.removesuffix(p) for p in cues.possessive if word.endswith(p)), word)
        owner = bare != word or (word.endswith("s") and text[match.end() : match.end() + 1] in "’'")
        owner = owner and bool(text[start + len(bare) : start + len(bare) + 1])
        key = bare.lower() if bare.isascii() and "'" not in bare else fold(bare)
        tokens.append(
            Token(
                start=start,
                end=start + len(bare),
                key=key,
                capital=bare[0].isupper(),
                upper=bare.isupper(),
                owner=owner,
                gap=_gap(text[end:start], tokens, lower=bare[0].islower()),
            )
        )
        end = match.end()
    return tuple(tokens)


def _gap(gap: str, tokens: Sequence[Token], *, lower: bool) -> str:
    """What parts two words; the last stop of initials ("U.S. forces") parts nothing."""
    initials = len(tokens) > 1 and all(t.end - t.start == 1 for t in tokens[-2:])
    return gap.lstrip(".") if lower and initials and tokens[-1].gap == "." else gap


def match_names(tokens: Sequence[Token], gazetteer: Gazetteer) -> list[Toponym]:
    """The longest name that starts at each word, left to right, none inside another."""
    found: list[Toponym] = []
    at = 0
    while at < len(tokens):
        name = _longest(tokens, at, gazetteer) if _may_start(tokens, at) else None
        if name is None:
            at += 1
        else:
            found.append(name)
            at = name.last
    return found


def _may_start(tokens: Sequence[Token], at: int) -> bool:
    """A capital, or an article before one: a user's table may hold "the Narrows"."""
    return tokens[at].capital or (at + 1 < len(tokens) and tokens[at + 1].capital)


def _longest(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> Toponym | None:
    reach = gazetteer.reach.get(tokens[at].key, 0)
    parts = [tokens[at].key]
    ends = [at + 1]
    while len(ends) < reach and ends[-1] < len(tokens):
        before, token = tokens[ends[-1] - 1], tokens[ends[-1]]
        short = before.end - before.start <= 2
        if before.owner or not _INSIDE.fullmatch(token.gap) or ("." in token.gap and not short):
            break
        parts.append(token.key)
        ends.append(ends[-1] + 1)
    for count in range(len(ends), 0, -1):
        key = " ".join(parts[:count])
        last = ends[count - 1]
        capitals = all(token.upper for token in tokens[at:last]) and not _shouted(tokens, at, last)
        if count == 1 and not tokens[at].capital:
            break
        entries = gazetteer.candidates(key, capitals)
        if entries:
            return Toponym(first=at, last=last, key=key, entries=entries)
        peoples = gazetteer.peoples(key)
        if peoples:
            return Toponym(first=at, last=last, key=key, entries=peoples, adjective=True)
    return None


def _shouted(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a name in capitals stands among words in capitals, and so is no acronym for sure."""
    around = [tokens[i] for i in (first - 1, last) if 0 <= i < len(tokens)]
    return any(token.upper and token.end - token.start > 4 for token in around)


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
        town |= (
            after is not None and after.key in cues.town_after and not tokens[name.last - 1].owner
        )
        region &= any(entry.kind in REGIONS for entry in name.entries)
        tail = after is not None and after.key in (cues.region_after | cues.town_after)
        tail &= not tokens[name.last - 1].owner
        known.append(
            replace(name, region=region, town=town and not region, after=int(tail and region))
        )
    return _lists(tokens, known, cues)


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
    if name.adjective or name.region or name.town:
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
    small = narrow and all(entry.weight < GREAT for entry in name.entries)
    if named and (personal or (small and not _opens_sentence(before))):
        return True
    return personal and not precedes and _surname(tokens, name, after, cues)


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
        if other.adjective or tokens[other.last - 1].owner or _hyphened(tokens, other):
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
