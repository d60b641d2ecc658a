"""Text + Gazetteer → the place names in it, what each does there, and where the text is set."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.events.places.meanings import find_toponyms
from briefgen.events.places.roles import Role, tell_roles
from briefgen.events.places.theaters import breadth
from briefgen.knowledge.cues import load_place_cues
from briefgen.knowledge.gazetteer import Gazetteer
from briefgen.model import Place, Precision

__all__ = ["PlacedName", "Role", "find_places", "locate"]


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
    language: str | None = None,
    context: Sequence[Place] = (),
    reporting_verbs: frozenset[str] = frozenset(),
) -> tuple[PlacedName, ...]:
    """The place names of a text, in its order, none inside another.

    The language (ISO 639-1) chooses the words that say what a name is; without one, or where it
    has no table, those of all languages do. The context (places that the article speaks of)
    settles names that several places have. A government's name before one of the reporting verbs
    ("Moscow said") is an actor.
    """
    tokens, names = find_toponyms(text, gazetteer, context, language)
    roles = tell_roles(tokens, names, load_place_cues(language), reporting_verbs)
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
    language: str | None = None,
    context: Sequence[Place] = (),
    reporting_verbs: frozenset[str] = frozenset(),
) -> tuple[Place, ...]:
    """The places at which a text is set, narrowest first.

    Where something is told to happen comes first; else what is named; else, where one country
    alone acts, that country. A place that holds another of them is left out: the narrower says it.
    """
    names = find_places(
        text, gazetteer, language=language, context=context, reporting_verbs=reporting_verbs
    )
    there = _distinct(names, Role.LOCATION)
    named = _distinct(names, Role.MENTION)
    if there and all(breadth(place) > 1 for place in there):
        inner = [p for p in named if breadth(p) < 2 and any(_within(p, t) for t in there)]
        there = [*inner, *there]
    acting = [p for p in _distinct(names, Role.ACTOR) if p.precision is Precision.COUNTRY]
    alone = acting if len(acting) == 1 else []
    if alone and all(breadth(place) > breadth(alone[0]) for place in named):
        named = []
    places = there or named or alone
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
