"""Text + Gazetteer → the place names in it, what each does there, and where the text is set."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefgen.events.theaters import breadth
from briefgen.events.toponyms import Token, Toponym, find_toponyms, listed, looks_back
from briefgen.knowledge.cues import PlaceCues, load_place_cues
from briefgen.knowledge.gazetteer import Gazetteer, Kind
from briefgen.model import Place, Precision

__all__ = ["PlacedName", "Role", "find_places", "locate"]

VERB_WITHIN = 4
"""Words between a government's name and its verb of saying, at most."""
COMPOUND = 4
"""Words of a name that starts with a place, at most: "Aspen Security Forum"."""


class Role(StrEnum):
    """What a place name does in its sentence."""

    LOCATION = "location"
    """Something is told to happen there."""
    MENTION = "mention"
    """It is named; nothing says more."""
    ACTOR = "actor"
    """It stands for a government, an army, an organisation."""
    ADJECTIVE = "adjective"
    """An adjective or demonym: weak evidence, places nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedName:
    """A place name in a text."""

    start: int
    end: int
    text: str
    """``text[start:end]``, without a possessive ending: "Rostov region"."""
    place: Place
    role: Role


def find_places(
    text: str,
    gazetteer: Gazetteer,
    *,
    context: Sequence[Place] = (),
    reporting_verbs: frozenset[str] = frozenset(),
) -> tuple[PlacedName, ...]:
    """The place names of a text, in its order, none inside another.

    The context (places that the article speaks of) settles names that several places have. A
    government's name before one of the reporting verbs ("Moscow said") is an actor.
    """
    cues = load_place_cues()
    tokens, names = find_toponyms(text, gazetteer, context)
    roles: list[Role] = []
    for position in range(len(names)):
        role = _role(tokens, names, position, cues, reporting_verbs)
        if role is None:
            role = roles[-1] if roles else Role.MENTION
        roles.append(role)
    for position in range(len(names) - 2, -1, -1):
        if _qualifies(tokens, names[position], names[position + 1], cues):
            roles[position] = roles[position + 1]
    found: list[PlacedName] = []
    for name, role in zip(names, roles, strict=True):
        assert name.entry is not None
        start, end = tokens[name.first].start, tokens[name.last + name.after - 1].end
        single = all(t.end - t.start == 1 for t in tokens[name.first : name.last])
        end += single and text[end : end + 1] == "."
        found.append(
            PlacedName(
                start=start, end=end, text=text[start:end], place=name.entry.place, role=role
            )
        )
    return tuple(found)


def locate(
    text: str,
    gazetteer: Gazetteer,
    *,
    context: Sequence[Place] = (),
    reporting_verbs: frozenset[str] = frozenset(),
) -> tuple[Place, ...]:
    """The places at which a text is set, narrowest first.

    Where something is told to happen comes first; else what is named; else, where one country
    alone acts, that country. A place that holds another of them is left out: the narrower says it.
    """
    names = find_places(text, gazetteer, context=context, reporting_verbs=reporting_verbs)
    there = _distinct(names, Role.LOCATION)
    named = _distinct(names, Role.MENTION)
    if there and all(breadth(place) > 1 for place in there):
        inner = [p for p in named if breadth(p) < 2 and any(_within(p, t) for t in there)]
        there = [*inner, *there]
    acting = [p for p in _distinct(names, Role.ACTOR) if p.precision is Precision.COUNTRY]
    places = there or named or (acting if len(acting) == 1 else [])
    kept = [p for p in places if not any(_within(other, p) for other in places if other != p)]
    return tuple(sorted(kept, key=breadth))


def _distinct(names: Sequence[PlacedName], role: Role) -> list[Place]:
    return list(dict.fromkeys(name.place for name in names if name.role is role))


def _within(inner: Place, outer: Place) -> bool:
    """Whether the outer place holds the inner one, as far as the tables tell."""
    if breadth(inner) >= breadth(outer):
        return False
    if outer.country is None:
        return outer.precision is Precision.COUNTRY
    if inner.country != outer.country:
        return False
    return outer.precision is Precision.COUNTRY or inner.admin1 == outer.name


def _qualifies(tokens: Sequence[Token], left: Toponym, right: Toponym, cues: PlaceCues) -> bool:
    """Whether a name only says whose the next one is: "Ukraine's Lviv region"."""
    if left.adjective or right.adjective or not tokens[left.last - 1].owner:
        return False
    between = tokens[left.last : right.first]
    return len(between) <= 3 and all(
        not token.gap.strip() and token.key in (cues.fillers | cues.parts) for token in between
    )


def _role(
    tokens: Sequence[Token],
    names: Sequence[Toponym],
    position: int,
    cues: PlaceCues,
    verbs: frozenset[str],
) -> Role | None:
    """What a name does; None: the same as the name before it in a list."""
    name = names[position]
    assert name.entry is not None
    if name.adjective:
        return Role.ADJECTIVE
    kind = name.entry.kind
    governs = kind in {Kind.COUNTRY, Kind.CAPITAL}
    back = looks_back(tokens, names, position, cues)
    after = tokens[name.last + name.after] if name.last + name.after < len(tokens) else None
    gap = after.gap if after else ""
    close = after is not None and not gap.strip()
    if gap == "-" and after is not None and not after.capital:
        return Role.ACTOR
    place = _there(back, governs=governs, cues=cues)
    if tokens[name.last - 1].owner:
        if after is not None and close and after.key in cues.parts:
            return place or Role.MENTION
        return Role.ACTOR
    if after is not None and close and not name.after:
        if after.key in cues.offices and not (place and not after.capital):
            return Role.ACTOR
        if after.capital and after.key not in (cues.local | cues.region_after):
            return _compound(tokens, names, position, place, cues)
    before = tokens[name.first - 1] if name.first else None
    if governs and back is not None and name.first > 1:
        if tokens[name.first - 2].key in cues.speech_before:
            return Role.ACTOR
    if place is not None:
        return place
    if position and not names[position - 1].adjective and before is not None:
        if listed(tokens, names[position - 1], name, cues):
            return None
    if back is not None:
        return Role.MENTION
    if name.first and before is not None and before.key == "of" and _local(tokens, name, cues):
        return Role.MENTION
    if governs and _acts(tokens, name, cues, verbs):
        return Role.ACTOR
    return Role.MENTION


def _there(back: Token | None, *, governs: bool, cues: PlaceCues) -> Role | None:
    """LOCATION where the word before says so; a weak one says it of towns and regions only."""
    if back is None or (back.key in cues.weak and governs):
        return None
    return Role.LOCATION


def _local(tokens: Sequence[Token], name: Toponym, cues: PlaceCues) -> bool:
    return name.first > 1 and tokens[name.first - 2].key in cues.local_of


def _compound(
    tokens: Sequence[Token],
    names: Sequence[Toponym],
    position: int,
    place: Role | None,
    cues: PlaceCues,
) -> Role | None:
    """A longer name that starts with the place: a venue is a place, an organisation acts."""
    name = names[position]
    if position + 1 < len(names) and names[position + 1].first == name.last:
        return place or Role.MENTION
    for token in tokens[name.last : name.last + COMPOUND]:
        if token.gap.strip() or not token.capital:
            break
        if token.key in cues.venues:
            return place or Role.MENTION
    return Role.ACTOR


def _acts(tokens: Sequence[Token], name: Toponym, cues: PlaceCues, verbs: frozenset[str]) -> bool:
    """Whether a country or capital is the subject of its clause, and so stands for its government."""
    following = tokens[name.last : name.last + VERB_WITHIN]
    for token in following:
        if token.gap.strip():
            break
        if token.key in verbs:
            return True
        if token.key not in cues.helpers:
            break
    first = following[0] if following else None
    if first is None or first.gap.strip() or first.capital:
        return False
    if first.key in (cues.local | cues.location | cues.joiners | cues.parts):
        return False
    before = tokens[name.first - 1] if name.first else None
    if before is None or before.key in cues.openers:
        return True
    gap = tokens[name.first].gap
    return any(mark in gap for mark in '.,;:!?—–\n"“”«»')
