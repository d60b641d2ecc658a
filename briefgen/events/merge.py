"""Reports that share a key → Events: one happening told once, however many told it.

Pairs that share a rare stem are compared, linked by union-find where they tell the same
happening, and an event is built from each group. The result does not depend on the order of the
reports, and merging what is merged changes nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from briefgen.events.lexicon import Statements
from briefgen.events.likeness import Features, Likeness, compare, features_of, weigh_stems
from briefgen.model import Document, Report, to_edtf

__all__ = ["Group", "event_id", "merge"]

COMMON = 40
"""A stem that more reports than this share is no key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Reports of one happening, best first, and why they are one."""

    reports: tuple[Report, ...]
    why: str


def merge(
    reports: Sequence[Report], documents: Mapping[str, Document], lexicon: Statements
) -> tuple[Group, ...]:
    """Group the reports that tell the same happening; each group in document order of its first.

    ``documents`` maps ids to documents, for the order. Permutation-invariant.
    """
    ordered = sorted(reports, key=lambda r: (documents[r.document].order, r.start, r.end))
    features = [features_of(r, lexicon) for r in ordered]
    weights = weigh_stems(features)
    parents = list(range(len(ordered)))
    links: dict[tuple[int, int], Likeness] = {}
    found = [(compare(features[a], features[b], weights), a, b) for a, b in _candidates(features)]
    for likeness, a, b in sorted(found, key=lambda f: (-f[0].score, f[1], f[2])):
        if not likeness.same:
            continue
        roots = _root(parents, a), _root(parents, b)
        if roots[0] == roots[1] or not _groups_fit(features, parents, roots, weights):
            continue
        parents[max(roots)] = min(roots)
        links[a, b] = likeness
    groups: dict[int, list[int]] = defaultdict(list)
    for index in range(len(ordered)):
        groups[_root(parents, index)].append(index)
    return tuple(
        Group(
            reports=tuple(ordered[i] for i in members),
            why="; ".join(
                likeness.why
                for (a, _), likeness in sorted(links.items(), key=lambda k: k[0])
                if _root(parents, a) == root
            ),
        )
        for root, members in sorted(groups.items())
    )


def event_id(report: Report) -> str:
    """12 hexadecimal digits from what the first report says and when: stable across runs."""
    when = to_edtf(report.interval) if report.interval else ""
    return sha256(f"{report.quote}\n{when}".encode()).hexdigest()[:12]


def _candidates(features: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """Pairs that share a stem which few reports have."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, feature in enumerate(features):
        for stem in sorted(feature.stems):
            holders[stem].append(index)
    seen: set[tuple[int, int]] = set()
    for stem in sorted(holders):
        members = holders[stem]
        if len(members) > COMMON:
            continue
        for place, a in enumerate(members):
            for b in members[place + 1 :]:
                if (a, b) not in seen:
                    seen.add((a, b))
                    yield a, b


def _groups_fit(
    features: Sequence[Features],
    parents: list[int],
    roots: tuple[int, int],
    weights: Mapping[str, float],
) -> bool:
    """Whether no two members of two groups exclude each other by date, kind or place."""
    sides: tuple[list[int], list[int]] = ([], [])
    for index in range(len(features)):
        root = _root(parents, index)
        if root in roots:
            sides[roots.index(root)].append(index)
    return all(
        compare(features[a], features[b], weights).score > 0 for a in sides[0] for b in sides[1]
    )


def _root(parents: list[int], index: int) -> int:
    while parents[index] != index:
        parents[index] = parents[parents[index]]
        index = parents[index]
    return index
