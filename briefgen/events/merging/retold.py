"""Two leads of articles on one matter → whether they tell the same happening, and why.

What the first sentences of an article tell is its main event. Where two articles tell one story
(:mod:`briefgen.events.merging.stories`), fewer common words show that the main event of both is
one. What sets two statements apart does so as ever, but for a name that the other article has too,
and for the day of a lead that tells none and was read as the day of its article.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from enum import Enum

from briefgen.events.merging.contrasts import contrasting, incompatible, of_the_dead, told_of_before
from briefgen.events.merging.deeds import Deeds, deeds_of
from briefgen.events.merging.features import Features
from briefgen.events.merging.likeness import Likeness, figures_of, overlap
from briefgen.events.merging.rivals import other_names, shared_names
from briefgen.events.merging.stories import Nearness
from briefgen.model import DateBasis, Interval, Status

__all__ = ["Fit", "fit", "may_be_retold", "one_story", "retold", "two_stories"]

JOINED = 0.2
"""Cosine from which two documents of one story tell of one matter ..."""
NEAR = 0.28
"""... and those of two: of look-alikes in ECB+ one pair in a hundred reaches it."""
FAR = 0.05
"""Cosine below which two documents tell of two matters for certain."""
ALIKE = 0.27
"""Likeness of two leads, at least, less ``CLOSER`` times the cosine of their articles, ..."""
CLOSER = 0.3
FLOOR = 0.16
"""... but so much in any case."""
SAME_DEED = 0.05
"""So much less, where the main verbs and a name agree, ..."""
SAME_DEED_FLOOR = 0.12
"""... but so much in any case."""
OTHER_VERB = 0.06
"""So much more, where neither tells what the other does, and one of the verbs is not known."""
UNLIKE = 0.55
"""Likeness of two leads whose articles tell two stories, at least."""
FRESH = timedelta(days=4)
"""How long before its article the main event may have happened."""
EDITION = timedelta(days=1)
DONE = frozenset({Status.OCCURRED, Status.ONGOING})


class Fit(Enum):
    """Whether two reports may stand in one event."""

    YES = "yes"
    HARDLY = "hardly"
    """Each has names, or words, that the other lacks."""
    NO = "no"


def one_story(near: Nearness) -> bool:
    """Whether two documents tell of one matter."""
    return near.cosine >= (JOINED if near.joined else NEAR)


def two_stories(found: Likeness, one: Features, other: Features, near: Nearness) -> Likeness | None:
    """That two leads are not one, for their articles tell two stories; None otherwise."""
    if near.joined or near.cosine >= FAR or found.score >= UNLIKE:
        return None
    if figures_of(one, other, deeds_of(one.language), 0).agree:
        return None
    why = f"their articles tell two stories ({near.cosine:.2f}); likeness {found.score:.2f}"
    return Likeness(same=False, score=found.score, why=why)


def may_be_retold(found: Likeness, one: Features, other: Features) -> bool:
    """Whether two leads that are not one by their words may be, if their articles are near."""
    if found.score:
        return found.score >= SAME_DEED_FLOOR
    return {one.report.basis, other.report.basis} == {DateBasis.INHERITED, DateBasis.EXPRESSION}


def retold(
    one: Features, other: Features, near: Nearness, weights: Mapping[str, float]
) -> Likeness | None:
    """That two leads tell the same, whose articles tell one story; None where they do not."""
    if one.language != other.language or not one_story(near):
        return None
    deeds = deeds_of(one.language)
    score, _ = overlap(one, other, weights)
    bar = max(FLOOR, ALIKE - CLOSER * near.cosine)
    if one.front.main & other.front.main and shared_names(one, other, deeds):
        bar = max(SAME_DEED_FLOOR, bar - SAME_DEED)
    if score < bar or fit(one, other, near) is not Fit.YES:
        return None
    differ = (
        of_the_dead(one, other)
        or told_of_before(one, other, deeds)
        or _other_deed(one, other, deeds, sure=score >= bar + OTHER_VERB)
        or contrasting(one, other, deeds)
    )
    if differ:
        return None
    why = f"their articles tell one story ({near.cosine:.2f}); likeness {score:.2f}"
    return Likeness(same=True, score=score, why=why, by_story=True)


def fit(one: Features, other: Features, near: Nearness, *, leads: bool = True) -> Fit:
    """Whether two reports whose articles tell one story may stand in one event.

    ``leads`` tells whether both are leads.
    """
    deeds = deeds_of(one.language)
    if leads:
        one, other = _fresh(one, other), _fresh(other, one)
    figures = figures_of(one, other, deeds, shared_names(one, other, deeds))
    if incompatible(one, other) or figures.clash or (leads and figures.alike):
        return Fit.NO
    if not leads:
        return Fit.HARDLY
    told = [
        _told_by(f, another, near.names[f.report.document], deeds)
        for f, another in ((one, other), (other, one))
    ]
    return Fit.YES if other_names(told[0], told[1], deeds) is None else Fit.HARDLY


def _told_by(one: Features, other: Features, names: frozenset[str], deeds: Deeds) -> Features:
    """A report as if it named what its article does of the other's names.

    But for who does it, where both name somebody: the article tells of rivals too.
    """
    mine, theirs = (
        frozenset(name for name in f.names if deeds.stem(name) in f.front.subject)
        for f in (one, other)
    )
    return replace(one, stems=one.stems | (other.names & names) - (theirs if mine else frozenset()))


def _fresh(one: Features, other: Features) -> Features:
    """A lead without a day of its own, as of any of the days before its article was out.

    Where the other one tells its day, and both articles are of one day, or the next.
    """
    window, published = one.window, one.published
    lent = one.report.basis is DateBasis.INHERITED
    dated = other.report.basis is DateBasis.EXPRESSION
    if window is None or published is None or not (lent and dated):
        return one
    if one.report.status not in DONE or not _one_edition(published, other.published):
        return one
    if window.start is None or window.end is None or published.start is None:
        return one
    if window.end < published.start:
        return one
    return replace(one, window=replace(window, start=min(window.start, published.start - FRESH)))


def _one_edition(one: Interval, other: Interval | None) -> bool:
    """Whether two articles are of one day, or the next."""
    if one.start is None or other is None or other.start is None:
        return False
    return abs(one.start - other.start) <= EDITION


def _other_deed(one: Features, other: Features, deeds: Deeds, *, sure: bool) -> str | None:
    """That two leads tell of different deeds, in words; None otherwise.

    As :func:`briefgen.events.merging.contrasts.other_deed`, but a verb that tells no known deed
    sets nothing apart where the other has it too, beside no other, or the words are ``sure``.
    """
    mine, theirs = one.front, other.front
    left, right = (min(f.main or f.deeds, default="none") for f in (mine, theirs))
    if (mine.verb, theirs.verb) in deeds.contraries and mine.subject & theirs.subject:
        return f"they tell of contrary deeds ({left}, {right})"
    if mine.verb and mine.verb == theirs.verb:
        return None
    answered = any(
        a.main & deeds.answers and a.main.isdisjoint(b.deeds)
        for a, b in ((mine, theirs), (theirs, mine))
    )
    known = [bool(front.main & deeds.known) for front in (mine, theirs)]
    if mine.main and theirs.main:
        shared = bool(mine.main & theirs.deeds) or bool(theirs.main & mine.deeds)
    else:
        shared = not mine.deeds.isdisjoint(theirs.deeds)
    verbs = mine.verb in other.stems - theirs.behind, theirs.verb in one.stems - mine.behind
    beside = (known[1] and verbs[0]) or (known[0] and verbs[1])  # "boats that were *escorted*"
    if answered or (not shared and (beside or all(known) or not (any(verbs) or sure))):
        return f"they tell of different deeds ({left}, {right})"
    return None
