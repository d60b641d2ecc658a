"""Two Features → what rules out that they tell one happening, in words.

A text much like another tells another happening where it names another place or person, counts
another thing, tells another deed, or has another word in the same place: "the union of *nurses*
rejected the offer", "the union of *pilots* …".
"""

from collections.abc import Sequence
from difflib import SequenceMatcher

from briefgen.events.merging.aspects import other_kind
from briefgen.events.merging.deeds import Deeds, deeds_of, kinds_of
from briefgen.events.merging.features import FIGURE, Features
from briefgen.events.merging.foreground import Foreground
from briefgen.events.merging.nesting import nested_words, places_fit
from briefgen.events.merging.rivals import same_name
from briefgen.events.merging.series import other_number
from briefgen.events.merging.timing import dates_fit
from briefgen.knowledge.gazetteer import fold, states
from briefgen.knowledge.happenings import UNITS
from briefgen.model import Report, Status

__all__ = [
    "MUCH",
    "VERY_MUCH",
    "comparable",
    "contrasting",
    "incompatible",
    "of_the_dead",
    "other_deed",
    "told_of_before",
]

MUCH = 0.6
VERY_MUCH = 0.75
"""Share of words in the same order from which another word in the same place tells two apart."""
BLOCK = 4
"""Words that may stand in the same place, at most."""


def incompatible(one: Features, other: Features) -> str | None:
    """What rules out that two reports stand in one event, however alike their words are."""
    if not dates_fit(one, other):
        return "their dates differ"
    told = _told_apart(one.report, other.report)
    if told is not None:
        return told
    several = other_number(one.numbered, other.numbered)
    if several is not None:
        return several
    parted = _other_outcome(one, other) or _turned_round(one, other) or _whose(one, other)
    parted = parted or _alone(one, other) or _alone(other, one) or _other_kind(one, other)
    if parted is not None:
        return parted
    return None if places_fit(one, other) else "their places differ"


def _other_outcome(one: Features, other: Features) -> str | None:
    """That one tells as done what the other tells was not, in words; None otherwise.

    Not where both tell the main deed of the one, and the other tells that deed as done.
    """
    if one.failed == other.failed:
        return None
    failing, done = (one, other) if one.failed else (other, one)
    shared = done.front.main & failing.front.deeds & deeds_of(one.language).known
    if shared - failing.undone and failing.undone.isdisjoint(done.front.main):
        return None
    return "one was tried or prevented, the other done"


def _other_kind(one: Features, other: Features) -> str | None:
    if one.language != other.language:
        return None
    return other_kind((one.kinds, one.families), (other.kinds, other.families), one.language)


def _turned_round(told: Features, others: Features) -> str | None:
    """That a doer of one is whom the same deed befalls in the other; None otherwise."""
    one, other, deeds = told.front, others.front, deeds_of(told.language)
    directed = one.main & other.main & deeds.known - deeds.mutual
    if not directed or (one.verb, other.verb) in deeds.contraries:
        return None
    if one.verb != other.verb and directed <= deeds.either:  # "beat", "lost to"
        return None
    there, back = one.doers & other.done_to, other.doers & one.done_to
    by = ((one.named_by & there) - other.doers) | ((other.named_by & back) - one.doers)
    both = one.verb == other.verb and there - back and back - there
    return "whom it is done to in one does it in the other" if by or both else None


def _told_apart(one: Report, other: Report) -> str | None:
    """That two are told as two: as planned and done, or in two clauses of one sentence."""
    if not _kinds_fit(one, other):
        return "one is planned, the other told as done"
    return "one sentence tells both" if _of_one_sentence(one, other) else None


def _of_one_sentence(one: Report, other: Report) -> bool:
    """Whether one tells what an aside, or a second clause, of the other's sentence tells."""
    within, whole = sorted((one, other), key=lambda r: r.end - r.start)
    if one.document != other.document or within.start < whole.start or whole.end < within.end:
        return False
    if whole.own is not None and within.end <= whole.own:
        return False  # told in a sentence that the other only leans on
    part = (within.start, within.end, within.focus)
    return within.quote in whole.quote and part != (whole.start, whole.end, whole.focus)


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
    turned = _turn(mine, theirs, deeds) or _turn(theirs, mine, deeds)
    if turned is not None:
        return turned
    if mine.main and theirs.main:
        apart = mine.main.isdisjoint(theirs.deeds) and theirs.main.isdisjoint(mine.deeds)
    else:
        apart = bool(mine.deeds) and bool(theirs.deeds) and mine.deeds.isdisjoint(theirs.deeds)
    answered = _answers(mine, theirs, deeds) or _answers(theirs, mine, deeds)
    if not answered and not apart:
        return None
    left, right = (min(f.main or f.deeds, default="none") for f in (mine, theirs))
    return f"they tell of different deeds ({left}, {right})"


def _turn(earlier: Foreground, later: Foreground, deeds: Deeds) -> str | None:
    """That the main verb of one ends what that of the other begins, in words; None otherwise."""
    if earlier.main & later.main & deeds.known:
        return None
    found = [(a, b) for a in earlier.main for b in later.main if (a, b) in deeds.turns]
    return f"they tell of a deed and its end ({', '.join(min(found))})" if found else None


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
    placed = nested_words(mine, theirs)
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


def _kinds_fit(one: Report, other: Report) -> bool:
    ahead = {Status.SCHEDULED, Status.DEADLINE}
    return (one.status in ahead) == (other.status in ahead)
