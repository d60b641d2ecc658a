"""Place names of a text → what each does in its sentence: a location, a mention, an actor."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefgen.events.places.naming import Token, Toponym
from briefgen.events.places.toponyms import listed, looks_back
from briefgen.knowledge.cues import PlaceCues
from briefgen.knowledge.gazetteer import Kind

__all__ = ["Role", "tell_roles"]

VERB_WITHIN = 4
"""Words between a government's name and its verb of saying, at most."""
COMPOUND = 4
"""Words after the place in a longer name, at most: "Aspen Security Forum"."""
OPENING = 4
"""Words at the start of a sentence that tell what it is about."""
BEFORE = 3
"""Words before a name among which "during" may stand."""
GOVERNING = frozenset({Kind.COUNTRY, Kind.CAPITAL})
"""What may stand for a government."""
WIDE = GOVERNING | {Kind.AREA, Kind.WORLD}
"""Places to which things go and from which they come without happening there."""


class Role(StrEnum):
    """What a place name does in its sentence."""

    LOCATION = "location"
    """Something is told to happen there."""
    MENTION = "mention"
    """It is named; nothing says more."""
    ACTOR = "actor"
    """It stands for a government, an army, an organisation."""
    AGENT = "agent"
    """The doer of a passive ("destroyed by France"): an actor from afar, places nothing."""
    GATHERING = "gathering"
    """Talks or a treaty are called after it ("the Geneva talks"): places nothing told beside."""
    ADJECTIVE = "adjective"
    """An adjective or demonym: weak evidence, places nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """One name among the words around it."""

    tokens: Sequence[Token]
    names: Sequence[Toponym]
    position: int
    cues: PlaceCues
    verbs: frozenset[str]
    back: Token | None
    """The preposition before it, or the head of its "of"."""
    before: Token | None
    after: Token | None
    """The word after it, only where no mark parts the two."""

    @property
    def name(self) -> Toponym:
        return self.names[self.position]

    @property
    def kind(self) -> Kind:
        entry = self.name.entry
        assert entry is not None
        return entry.kind

    @property
    def owner(self) -> bool:
        return self.tokens[self.name.last - 1].owner

    @property
    def bare(self) -> bool:
        """Whether no article stands before it."""
        return self.before is None or self.before.key not in self.cues.articles

    @property
    def place(self) -> Role | None:
        """LOCATION where the word before says so; a weak one says it of towns and regions only."""
        if self.back is None or (self.back.key in self.cues.weak and self.kind in WIDE):
            return None
        return Role.LOCATION


def tell_roles(
    tokens: Sequence[Token], names: Sequence[Toponym], cues: PlaceCues, verbs: frozenset[str]
) -> tuple[Role, ...]:
    """The role of each name, in order. A pure function of its arguments."""
    roles: list[Role] = []
    for position in range(len(names)):
        scene = _scene(tokens, names, position, cues, verbs)
        before = roles[-1] if roles else Role.MENTION
        told = (rule(scene, before) for rule in RULES)
        roles.append(next((role for role in told if role is not None), Role.MENTION))
    for position in range(len(names) - 2, -1, -1):
        if _qualifies(tokens, names[position], names[position + 1], cues):
            roles[position] = roles[position + 1]
    return tuple(roles)


def _scene(
    tokens: Sequence[Token],
    names: Sequence[Toponym],
    position: int,
    cues: PlaceCues,
    verbs: frozenset[str],
) -> _Scene:
    name = names[position]
    end = name.last + name.after
    after = tokens[end] if end < len(tokens) and tokens[end].gap.strip() in {"", "-"} else None
    return _Scene(
        tokens=tokens,
        names=names,
        position=position,
        cues=cues,
        verbs=verbs,
        back=looks_back(tokens, names, position, cues),
        before=tokens[name.first - 1] if name.first else None,
        after=after,
    )


def _adjective(scene: _Scene, _: Role) -> Role | None:
    """An adjective is weak evidence: "Russian"."""
    return Role.ADJECTIVE if scene.name.adjective else None


def _hyphened(scene: _Scene, _: Role) -> Role | None:
    """A name inside an adjective: "Moscow-backed", "Russia-occupied"."""
    after = scene.after
    return Role.ACTOR if after and after.gap == "-" and not after.capital else None


def _owner(scene: _Scene, _: Role) -> Role | None:
    """An owner: "Ukraine's army" acts; "Ukraine's east" and "Lviv's mayor" are of the place."""
    if not scene.owner:
        return None
    key = scene.after.key if scene.after else ""
    if key in scene.cues.parts:
        return scene.place or Role.MENTION
    if key in scene.cues.local and scene.kind is not Kind.COUNTRY:
        return Role.MENTION
    return Role.ACTOR


def _office(scene: _Scene, _: Role) -> Role | None:
    """An office after it: "Ohio Senator"."""
    after = scene.after
    if after is None or scene.name.after or after.key not in scene.cues.offices:
        return None
    return None if scene.place and (not after.capital or scene.bare) else Role.ACTOR


def _compound(scene: _Scene, _: Role) -> Role | None:
    """A longer name that starts with the place: a venue is a place, an organisation acts.

    "In Kyiv President …" is no longer name: there the preposition stands directly before. Nor is
    one of a language with cases, unless the name is an adjective: "мер Харкова Петренко".
    """
    after, name, cues = scene.after, scene.name, scene.cues
    if after is None or not after.capital or name.after or after.key in cues.local:
        return None
    if not name.key.isascii() and not name.made:
        return scene.place
    following = scene.position + 1
    if following < len(scene.names) and scene.names[following].first == name.last:
        return scene.place or Role.MENTION
    if scene.place and scene.bare:
        return scene.place
    for token in scene.tokens[name.last : name.last + COMPOUND]:
        if token.gap.strip() or not token.capital:
            break
        if token.key in cues.venues:
            return scene.place or Role.MENTION
    return Role.ACTOR


def _gathering(scene: _Scene, _: Role) -> Role | None:
    """Talks that have the name of their place, and something else is told: "after the Orm talks".

    At the start of a sentence it is the talks that are told of.
    """
    after, first = scene.after, scene.name.first
    if after is None or after.key not in scene.cues.gatherings or first < OPENING or after.capital:
        return None
    at_it = scene.back is not None and scene.back.key not in scene.cues.weak
    near = scene.tokens[max(0, first - BEFORE) : first]
    at_it = at_it or any(token.key in scene.cues.during for token in near)
    return None if at_it else Role.GATHERING


def _according(scene: _Scene, _: Role) -> Role | None:
    """A source: "according to Kyiv"."""
    first = scene.name.first
    if scene.kind not in GOVERNING or scene.back is None or first < 2:
        return None
    return Role.ACTOR if scene.tokens[first - 2].key in scene.cues.speech_before else None


def _agent(scene: _Scene, _: Role) -> Role | None:
    """The doer of a passive: "facilitated by the Emirates"; a town is a place near by."""
    if scene.back is None or scene.back.key not in scene.cues.agents:
        return None
    return Role.AGENT if scene.kind in GOVERNING else Role.MENTION


def _there(scene: _Scene, _: Role) -> Role | None:
    """A preposition before it: "in Kyiv", "over the Rostov region"."""
    return scene.place


def _speaker(scene: _Scene, _: Role) -> Role | None:
    """A country or capital before a verb of saying: "Kyiv has said"."""
    governs = scene.kind in GOVERNING and scene.back is None
    return Role.ACTOR if governs and _speaks(scene) else None


def _listed(scene: _Scene, before: Role) -> Role | None:
    """A further name of a list does what the name before it does."""
    if not scene.position or scene.names[scene.position - 1].adjective:
        return None
    left = scene.names[scene.position - 1]
    return before if listed(scene.tokens, left, scene.name, scene.cues) else None


def _subject(scene: _Scene, _: Role) -> Role | None:
    """A country or capital that is the subject of its clause stands for its government."""
    governs = scene.kind in GOVERNING and scene.back is None
    return Role.ACTOR if governs and _opens(scene) else None


RULES: tuple[Callable[[_Scene, Role], Role | None], ...] = (
    _adjective,
    _hyphened,
    _owner,
    _office,
    _gathering,
    _compound,
    _according,
    _agent,
    _there,
    _speaker,
    _listed,
    _subject,
)
"""In this order; the first that knows decides, from the scene and the role of the name before."""


def _speaks(scene: _Scene) -> bool:
    """Whether a verb of saying follows."""
    for token in scene.tokens[scene.name.last : scene.name.last + VERB_WITHIN]:
        if token.gap.strip():
            return False
        if token.key in scene.verbs:
            return True
        if token.key not in scene.cues.helpers:
            return False
    return False


def _opens(scene: _Scene) -> bool:
    """Whether a name stands at the start of its clause, with a verb, it seems, after it."""
    after, before, cues = scene.after, scene.before, scene.cues
    if after is None or after.capital:
        return False
    if after.key in cues.joiners:
        following = scene.position + 1
        joined = following < len(scene.names) and scene.names[following].first == (
            scene.name.last + 1
        )
        if not joined or scene.names[following].adjective:
            return False
    elif after.key in (cues.local | cues.location | cues.parts):
        return False
    if before is None or before.key in cues.openers:
        return True
    gap = scene.tokens[scene.name.first].gap
    return any(mark in gap for mark in '.,;:!?—–\n"“”«»')


def _qualifies(tokens: Sequence[Token], left: Toponym, right: Toponym, cues: PlaceCues) -> bool:
    """Whether a name only says whose the next one is: "Ukraine's Lviv region"."""
    if left.adjective or right.adjective or not tokens[left.last - 1].owner:
        return False
    between = tokens[left.last : right.first]
    return len(between) <= 3 and all(
        not token.gap.strip() and token.key in (cues.fillers | cues.parts) for token in between
    )
