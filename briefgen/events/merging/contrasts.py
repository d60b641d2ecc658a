"""Two Features → what rules out that they tell one happening, in words.

A text much like another tells another happening where it names another place or person, counts
another thing, tells another deed, or has another word in the same place: "the union of *nurses*
rejected the offer", "the union of *pilots* …".
"""

import math
from collections.abc import Sequence
from datetime import timedelta
from difflib import SequenceMatcher

from briefgen.events.merging.deeds import Deeds, deeds_of, kinds_of
from briefgen.events.merging.features import FIGURE, Features
from briefgen.events.merging.foreground import Foreground
from briefgen.events.merging.series import other_number
from briefgen.knowledge.gazetteer import fold, states
from briefgen.knowledge.happenings import UNITS
from briefgen.model import DateBasis, Place, Precision, Report, Status

__all__ = [
    "MUCH",
    "VERY_MUCH",
    "comparable",
    "contrasting",
    "incompatible",
    "meet",
    "of_the_dead",
    "other_deed",
    "other_names",
    "published_apart",
    "same_name",
    "shared_names",
    "told_of_before",
    "undated_twin",
]

NEAR_KM = 60
"""Within so much of a strait or a sea, a place lies in it."""
EARTH_KM = 6371
MUCH = 0.6
VERY_MUCH = 0.75
"""Share of words in the same order from which another word in the same place tells two apart."""
BLOCK = 4
"""Words that may stand in the same place, at most."""
FRESH = timedelta(days=4)
"""How long after a happening an article tells of it without a date."""
STATE = "state "
"""How the kinds of names begin that stand for a state."""
STEM = 4
"""Letters of a name to which an ending makes an adjective, at least."""


def incompatible(one: Features, other: Features) -> str | None:
    """What rules out that two reports stand in one event, however alike their words are."""
    if not _dates_fit(one, other):
        return "their dates differ"
    if not _kinds_fit(one.report, other.report):
        return "one is planned, the other told as done"
    several = other_number(one.numbered, other.numbered)
    if several is not None:
        return several
    if one.failed != other.failed:
        return "one was tried or prevented, the other done"
    counted = _whose(one, other) or _alone(one, other) or _alone(other, one)
    if counted is not None:
        return counted
    return None if _places_fit(one, other) else "their places differ"


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


def of_the_dead(one: Features, other: Features) -> str | None:
    """That one tells of the dead where the other counts the living, in words; None otherwise."""
    if one.remains == other.remains:
        return None
    living = other if one.remains else one
    return None if "kill" in living.front.deeds else "one tells of the remains of the dead"


def told_of_before(one: Features, other: Features, deeds: Deeds) -> str | None:
    """That what one tells is what the other tells of before, in words; None otherwise.

    Not where the main verb of the other tells no deed: "ash *rose* after the volcano erupted".
    """
    for told, later in ((one.front, other.front), (other.front, one.front)):
        if told.verb in later.verbs_behind and later.main & deeds.known:
            return f"one tells of before what the other tells ({told.verb})"
    return None


def other_deed(one: Features, other: Features, deeds: Deeds) -> str | None:
    """That neither tells what the other's main verb does, in words; None otherwise.

    A deed that answers a happening ("condemned", "was acquitted of") must be told by both.
    """
    mine, theirs = one.front, other.front
    if (mine.verb, theirs.verb) in deeds.contraries and mine.subject & theirs.subject:
        left, right = sorted((mine.verb, theirs.verb))
        return f"they tell of contrary deeds ({left}, {right})"
    if mine.verb and mine.verb == theirs.verb:
        return None
    if mine.main and theirs.main:
        apart = mine.main.isdisjoint(theirs.deeds) and theirs.main.isdisjoint(mine.deeds)
    else:
        apart = bool(mine.deeds) and bool(theirs.deeds) and mine.deeds.isdisjoint(theirs.deeds)
    answered = _answers(mine, theirs, deeds) or _answers(theirs, mine, deeds)
    if not answered and not apart:
        return None
    left, right = (min(f.main or f.deeds, default="none") for f in (mine, theirs))
    return f"they tell of different deeds ({left}, {right})"


def _answers(one: Foreground, other: Foreground, deeds: Deeds) -> bool:
    """Whether the main verb of one tells such an answer, and the other nothing of it."""
    answer = bool(one.main) and one.main <= deeds.answers
    return answer and one.main.isdisjoint(other.deeds)


def contrasting(one: Features, other: Features, deeds: Deeds, *, much: float = MUCH) -> str | None:
    """Words that stand in the same place of two otherwise like texts; None where none do.

    ``much`` is the share of words in the same order from which texts are alike otherwise.
    """
    matcher = SequenceMatcher(a=one.line, b=other.line, autojunk=False)
    if matcher.real_quick_ratio() < much or matcher.quick_ratio() < much:
        return None
    if matcher.ratio() < much:
        return None
    for tag, start, end, begin, stop in matcher.get_opcodes():
        if tag != "replace" or max(end - start, stop - begin) > BLOCK:
            continue
        titled = end < len(one.line) and one.line[end] in one.names
        left = _own(one.line[start:end], one, other, deeds, titled=titled)
        right = _own(other.line[begin:stop], other, one, deeds, titled=titled)
        if left and right and not _for_its_office((left, one), (right, other), deeds):
            return f"one has “{left[0]}” where the other has “{right[0]}”"
    return None


def _for_its_office(
    left: tuple[Sequence[str], Features], right: tuple[Sequence[str], Features], deeds: Deeds
) -> bool:
    """Whether only offices stand where the other has a name: "the navy" for "Aven"."""
    for (office, _), (name, told) in ((left, right), (right, left)):
        named = any(word in told.capitals for word in name)
        if named and all(w in deeds.titles for w in office):
            return not any(w in deeds.titles for w in name)
    return False


def comparable(one: str, other: str, deeds: Deeds) -> bool:
    """Whether two units may count the same: of one kind, or one of them people in general."""
    if one == other or kinds_of(one, UNITS) & kinds_of(other, UNITS):
        return True
    return (one in deeds.general and other in deeds.persons) or (
        other in deeds.general and one in deeds.persons
    )


def _whose(one: Features, other: Features) -> str | None:
    """That one counts what is one people's and the other what is another's; None otherwise."""
    if one.language != other.language:
        return None
    deeds = deeds_of(one.language)
    for unit in sorted(one.counts):
        for theirs in sorted(other.counts):
            mine, others = _owners(one, unit, deeds), _owners(other, theirs, deeds)
            if mine and others and mine.isdisjoint(others) and comparable(unit, theirs, deeds):
                return f"one counts what is {min(mine)}, the other what is {min(others)}"
    return None


def _owners(told: Features, unit: str, deeds: Deeds) -> frozenset[str]:
    """The peoples whose a thing counted is: "62 *Sorrandi* drones"; a state's by its code."""
    words = [w for q in told.counts[unit] for w in q.text.split()[1:] if w[:1].isupper()]
    return frozenset(
        states().get(fold(word), word.lower())
        for word in words
        if fold(word) in states() or word.lower().endswith(deeds.peoples)
    )


def _alone(one: Features, several: Features) -> str | None:
    """That one report tells of one alone what the other counts more of; None otherwise."""
    if not one.single or one.language != several.language:
        return None
    deeds = deeds_of(one.language)
    for unit, values in several.figures.items():
        if min(values) < 2 or any(comparable(unit, mine, deeds) for mine in one.figures):
            continue
        for noun in sorted(one.single):
            if comparable(unit, noun, deeds):
                return f"one tells of one {noun}, the other of several"
    return None


def _own(
    words: Sequence[str], mine: Features, theirs: Features, deeds: Deeds, *, titled: bool
) -> list[str]:
    """The telling words of a stretch that the other report has nowhere, not even by their kin.

    Before the same name (``titled``) titles tell nobody apart.
    """
    placed = _nested_words(mine, theirs)
    return [
        word
        for word in words
        if word in mine.stems
        and word != FIGURE
        and word not in theirs.stems
        and mine.kin.get(word, frozenset()).isdisjoint(theirs.families)
        and not (titled and word in deeds.titles)
        and word not in deeds.plain
        and word not in placed
        and not any(same_name(word, name, deeds) for name in theirs.names)
    ]


def _lacking(mine: Features, theirs: Features, deeds: Deeds) -> list[str]:
    """The names of one report that the other has not, a place that holds the other's left out."""
    known = theirs.names | theirs.stems | ({theirs.leading} - {""})
    placed = _nested_words(mine, theirs)
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


def _nested_words(mine: Features, theirs: Features) -> frozenset[str]:
    """The words of those places that lie in one of the other report's, or hold one."""
    return frozenset(
        word
        for place in mine.places
        if any(_holds(place, other) or _holds(other, place) for other in theirs.places)
        for word in place.name.lower().split()
    )


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


def undated_twin(one: Features, other: Features) -> bool:
    """Whether one is undated and the other is of the days before its document was out."""
    undated, dated = (one, other) if one.window is None else (other, one)
    if undated.window is not None or dated.window is None or undated.published is None:
        return False
    out, happened = undated.published, dated.window
    if out.end is None or happened.start is None or happened.end is None:
        return False
    return happened.start < out.end <= happened.end + FRESH


def published_apart(one: Features, other: Features) -> bool:
    """Whether the documents of two reports were out more than a few days apart."""
    left, right = (f.published.start if f.published else None for f in (one, other))
    return left is not None and right is not None and abs(left - right) > FRESH


def _dates_fit(one: Features, other: Features) -> bool:
    """Whether both may have happened at one time; open fits only open."""
    if one.window is None or other.window is None:
        return one.window is other.window or undated_twin(one, other)
    if one.again != other.again and not meet(one.report, other.report):
        return False
    if _not_yet(one, other) or _not_yet(other, one):
        return False
    return one.window.bounded == other.window.bounded and one.window.overlaps(other.window)


def _not_yet(one: Features, other: Features) -> bool:
    """Whether what one tells happened on a day on which the other was out already."""
    happened, out = one.report.interval, other.published
    if happened is None or happened.start is None or out is None or out.end is None:
        return False
    told = one.report.status is Status.OCCURRED and other.report.status is Status.OCCURRED
    sure = one.report.basis is not DateBasis.INHERITED and not happened.approximate
    return told and sure and happened.start >= out.end


def meet(one: Report, other: Report) -> bool:
    """Whether the dates of two reports overlap as they are told, neither widened."""
    if one.interval is None or other.interval is None:
        return False
    return one.interval.overlaps(other.interval)


def _kinds_fit(one: Report, other: Report) -> bool:
    ahead = {Status.SCHEDULED, Status.DEADLINE}
    return (one.status in ahead) == (other.status in ahead)


def _places_fit(one: Features, other: Features) -> bool:
    """Whether two sets of places may be one: one is empty, or some are in common or nested."""
    mine, theirs = (
        [p for p in f.places if p.precision is not Precision.COUNTRY] for f in (one, other)
    )
    if not mine or not theirs:
        return True
    return any(_nested(a, b) or _nested(b, a) for a in mine for b in theirs)


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
