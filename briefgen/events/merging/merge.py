"""Reports that share a key → Groups: one happening told once, however many told it.

Pairs that may tell one happening (blocking) are compared, the likest first linked where they tell
the same happening and nothing in their groups excludes it. The leads of articles that tell one
story are compared too, and need less likeness. The result does not depend on the order of the
reports, and merging what is merged changes nothing.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from math import fsum

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.lexicon_tables import lexicon_of
from briefgen.events.merging.blocking import candidates
from briefgen.events.merging.features import Features, features_of, told_names, weigh
from briefgen.events.merging.leads import NOWHERE, around_of, is_lead
from briefgen.events.merging.likeness import Likeness, compare, compatible
from briefgen.events.merging.retold import (
    Fit,
    fit,
    may_be_retold,
    one_story,
    retold,
    two_stories,
)
from briefgen.events.merging.stories import Nearness, Stories, read_stories
from briefgen.model import Document, Interval, Report, to_edtf

__all__ = ["Group", "event_id", "merge"]

TOGETHER = 0.25
"""Mean cosine of their articles from which two groups of leads may be joined by their stories."""
SHARED = 2
"""Stems that two leads share, at least, to be compared because of their articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Reports of one happening, in document order, and why they are one."""

    reports: tuple[Report, ...]
    why: str
    was: tuple[Interval, ...] = ()
    """Of a plan that was moved: its dates before, the first one first."""
    due: Interval | None = None
    """... and when it is due now."""
    latest: tuple[Report, ...] = ()
    """Those that tell how it stands, where later reports took over from earlier ones."""


def merge(
    reports: Sequence[Report], documents: Mapping[str, Document], lexicon: Statements
) -> tuple[Group, ...]:
    """Group the reports that tell the same happening; each group in document order of its first.

    ``documents`` maps ids to documents, for the order, for their languages and for the stories
    that they tell; ``lexicon`` is that of reports in a language without words of its own.
    Permutation-invariant.
    """
    ordered = sorted(reports, key=lambda r: (documents[r.document].order, r.start, r.end))
    pile = _read(ordered, documents, lexicon)
    found = ((_likeness(pile, a, b), a, b) for a, b in sorted(_pairs(pile)))
    alike = sorted((f for f in found if f[0].same), key=lambda f: (-f[0].score, f[1], f[2]))
    parts = [_Part(members=[index], links=[]) for index in range(len(ordered))]
    for likeness, a, b in alike:
        if _fit(parts[a], parts[b], pile, likeness):
            _join(parts, a, b, likeness)
    return tuple(
        Group(
            reports=tuple(ordered[i] for i in sorted(part.members)),
            why="; ".join(why for *_, why in sorted(part.links)),
        )
        for index, part in enumerate(parts)
        if index == min(part.members)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pile:
    """The reports of a run, ready to compare, and what is known of their documents."""

    features: Sequence[Features]
    weights: Mapping[str, float]
    leads: Mapping[str, Sequence[int]]
    """Document id → the places of the reports in its first sentences."""
    stories: Stories
    nearness: Callable[[str, str], Nearness | None]
    """That of the stories, of two documents in the order of their ids; each answer is kept."""

    def near(self, a: int, b: int) -> Nearness | None:
        """How near the documents of two reports are; None of one document, or of a short one."""
        one, other = (self.features[place].report.document for place in (a, b))
        return None if one == other else self.nearness(*sorted((one, other)))

    def are_leads(self, a: int, b: int) -> bool:
        """Whether two reports stand in the first sentences of their documents."""
        places = ((place, self.features[place].report.document) for place in (a, b))
        return all(place in self.leads.get(document, ()) for place, document in places)


def _read(
    ordered: Sequence[Report], documents: Mapping[str, Document], lexicon: Statements
) -> _Pile:
    features = told_names([_features(r, documents[r.document], lexicon) for r in ordered])
    told = [documents[name] for name in dict.fromkeys(r.document for r in ordered)]
    leads: dict[str, list[int]] = {}
    for place, report in enumerate(ordered):
        if is_lead(report, documents[report.document]):
            leads.setdefault(report.document, []).append(place)
    stories = read_stories(told, lexicon)
    return _Pile(
        features=features,
        weights=weigh(features),
        leads=leads,
        stories=stories,
        nearness=cache(stories.nearness),
    )


def _features(report: Report, document: Document, lexicon: Statements) -> Features:
    published = document.published.interval if document.published else None
    told = lexicon_of(document.language, lexicon)
    around = around_of(document, told) if is_lead(report, document) else NOWHERE
    return features_of(report, told, published, around)


def _pairs(pile: _Pile) -> set[tuple[int, int]]:
    """The pairs of reports worth comparing, as places ``a < b``."""
    return {*candidates(pile.features, pile.weights), *_leads_near(pile)}


def _leads_near(pile: _Pile) -> Iterator[tuple[int, int]]:
    """The leads of documents near each other that share a few words."""
    for name, mine in pile.leads.items():
        for other in pile.stories.near.get(name, ()):
            near = pile.nearness(*sorted((name, other)))
            if near is None or not one_story(near):
                continue
            for a in mine:
                for b in pile.leads.get(other, ()):
                    if len(pile.features[a].stems & pile.features[b].stems) >= SHARED:
                        yield min(a, b), max(a, b)


def _likeness(pile: _Pile, a: int, b: int) -> Likeness:
    """Whether two reports tell the same, by their words and by the stories of their documents."""
    one, other = pile.features[a], pile.features[b]
    found = compare(one, other, pile.weights)
    if not pile.are_leads(a, b) or not (found.same or may_be_retold(found, one, other)):
        return found
    near = pile.near(a, b)
    if near is None:
        return found
    if found.same:
        return two_stories(found, one, other, near) or found
    return retold(one, other, near, pile.weights) or found


@dataclass(slots=True)
class _Part:
    """Reports found so far to be one happening; every member's place in the list holds the part."""

    members: list[int]
    links: list[tuple[int, int, str]]
    """Two members, and why they are one."""
    by_story: bool = False
    """Whether the stories of articles made some of them one."""


def _fit(one: _Part, other: _Part, pile: _Pile, likeness: Likeness) -> bool:
    """Whether two parts are two, and no member of one excludes a member of the other.

    Of reports whose articles tell one story, the most must fit, and the others may hardly. Where
    a story speaks for it, or made one of them, the articles of both must tell one.
    """
    if one is other:
        return False
    by_story = likeness.by_story or one.by_story or other.by_story
    if by_story and not _one_story(one, other, pile):
        return False
    hardly = 0
    for a in one.members:
        for b in other.members:
            found = _fit_of(pile, a, b)
            if found is Fit.NO:
                return False
            hardly += found is Fit.HARDLY
    return 2 * hardly < len(one.members) * len(other.members)


def _one_story(one: _Part, other: _Part, pile: _Pile) -> bool:
    """Whether the articles of two parts, taken together, tell one story: by average link."""
    near = [pile.near(a, b) for a in one.members for b in other.members]
    told = [found.cosine for found in near if found is not None]
    return fsum(told) >= TOGETHER * len(told)


def _fit_of(pile: _Pile, a: int, b: int) -> Fit:
    one, other = pile.features[a], pile.features[b]
    if compatible(one, other):
        return Fit.YES
    near = pile.near(a, b)
    if near is None or not one_story(near):
        return Fit.NO
    return fit(one, other, near, leads=pile.are_leads(a, b))


def _join(parts: list[_Part], a: int, b: int, likeness: Likeness) -> None:
    """Make one part of two: the smaller is poured into the larger."""
    small, large = sorted((parts[a], parts[b]), key=lambda part: len(part.members))
    large.members += small.members
    large.links += [*small.links, (a, b, likeness.why)]
    large.by_story |= small.by_story or likeness.by_story
    for index in small.members:
        parts[index] = large


def event_id(report: Report) -> str:
    """12 hexadecimal digits from what the first report says and when: stable across runs."""
    when = to_edtf(report.interval) if report.interval else ""
    return sha256(f"{report.quote}\n{when}".encode()).hexdigest()[:12]
