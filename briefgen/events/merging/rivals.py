"""Two Features → the names that both have, and those by which they are two."""

from briefgen.events.merging.deeds import Deeds
from briefgen.events.merging.features import Features
from briefgen.events.merging.nesting import nested_words
from briefgen.knowledge.gazetteer import fold, states

__all__ = ["other_doer", "other_names", "same_name", "shared_names"]

STATE = "state "
"""How the kinds of names begin that stand for a state."""
STEM = 4
"""Letters of a name to which an ending makes an adjective, at least."""


def other_names(
    one: Features, other: Features, deeds: Deeds, *, broadly: bool = False, doers: bool = False
) -> str | None:
    """The names that each has and the other lacks, where both have some; None otherwise.

    A place that lies in the other's is no such name, nor is the people that a thing belongs to,
    where two names are shared, or the claimant, where it is asked ``broadly``; where it is asked
    for ``doers`` alone, neither are places, peoples and who says so.
    """
    if not deeds.families:  # nothing is known of the names of this language
        return None
    left, right = _lacking(one, other, deeds), _lacking(other, one, deeds)
    if doers:
        beside = _told_beside(one) | _told_beside(other)
        left = [name for name in left if name not in beside]
        right = [name for name in right if name not in beside]
    if broadly:
        left = [name for name in left if name not in one.actor]
        right = [name for name in right if name not in other.actor]
    if broadly or shared_names(one, other, deeds) > 1:
        left = [name for name in left if name not in one.peoples]
        right = [name for name in right if name not in other.peoples]
    if not left or not right:
        return None
    return f"one names {left[0]}, the other {right[0]}"


def other_doer(one: Features, other: Features, deeds: Deeds) -> str | None:
    """That one names who does what the other names somebody else for, in words; None otherwise.

    Only where both tell one deed, and by an active verb, of which it matters who does it.
    """
    mine, theirs = one.front, other.front
    told = mine.main & theirs.main & deeds.known
    if not told or told <= deeds.mutual | deeds.effects or mine.named_by or theirs.named_by:
        return None
    left, right = _doing(one, other, deeds), _doing(other, one, deeds)
    if left is None or right is None:
        return None
    places = _told_beside(one) | _told_beside(other)
    if left in places and right in places:  # a state by its capital: "Washington", "the US"
        return None
    return f"one names {left} for it, the other {right}"


def _doing(told: Features, other: Features, deeds: Deeds) -> str | None:
    """The name of who does it in one text, where nothing of it stands in the other."""
    names = [
        n for n in sorted(told.names | {told.leading} - {""}) if deeds.stem(n) in told.front.doers
    ]
    known = other.names | other.stems | {other.leading}
    kinds = [told.kin.get(deeds.stem(name), frozenset()) for name in names]
    if any(same_name(name, n, deeds) for name in names for n in known):
        return None
    return names[0] if names and all(k.isdisjoint(other.families) for k in kinds) else None


def _told_beside(told: Features) -> frozenset[str]:
    """The names of places, of peoples and of who says so."""
    said = told.report.attribution.who if told.report.attribution else ""
    words = [*said.replace("’", "'").split(), *(w for p in told.places for w in p.name.split())]
    bare = {word.lower().removesuffix("'s").strip(".,") for word in words}
    states_named = {name for name in told.names if fold(name) in states()}
    return frozenset(bare) | told.peoples | states_named


def shared_names(one: Features, other: Features, deeds: Deeds) -> int:
    """How many names both have."""
    theirs = other.names | ({other.leading} - {""})
    mine = one.names | ({one.leading} - {""})
    return sum(any(same_name(n, m, deeds) for m in theirs) for n in sorted(mine))


def _lacking(mine: Features, theirs: Features, deeds: Deeds) -> list[str]:
    """The names of one report that the other has not, a place that holds the other's left out."""
    known = theirs.names | theirs.stems | ({theirs.leading} - {""})
    placed = nested_words(mine, theirs)
    return [
        name
        for name in sorted(mine.names)
        if name not in placed
        and not any(same_name(name, other, deeds) for other in known)
        and not any(
            kind.startswith(STATE) and kind in theirs.families
            for kind in mine.kin.get(deeds.stem(name), frozenset())
        )
    ]


def same_name(one: str, other: str, deeds: Deeds) -> bool:
    """Whether two words name the same: equal, or one the other's adjective."""
    if one == other:
        return True
    if deeds.vowels:
        left, right = map(deeds.root, (one, other))
        return left == right
    short, long = sorted((one, other), key=len)
    for ending in deeds.endings:
        if not long.endswith(ending):
            continue
        base = long.removesuffix(ending)
        if len(base) >= STEM and short.startswith(base) and len(short) <= len(base) + 1:
            return True
    return False
