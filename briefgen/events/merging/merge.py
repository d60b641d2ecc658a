"""Reports that share a key → Groups: one happening told once, however many told it.

Pairs that may tell one happening (blocking) are compared, the likest first linked where they tell
the same happening and nothing in their groups excludes it. The result does not depend on the order
of the reports, and merging what is merged changes nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.lexicon_tables import lexicon_of
from briefgen.events.merging.blocking import candidates
from briefgen.events.merging.features import Features, features_of, told_names, weigh
from briefgen.events.merging.likeness import Likeness, compare, compatible
from briefgen.model import Document, Report, to_edtf

__all__ = ["Group", "event_id", "merge"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Reports of one happening, in document order, and why they are one."""

    reports: tuple[Report, ...]
    why: str


def merge(
    reports: Sequence[Report], documents: Mapping[str, Document], lexicon: Statements
) -> tuple[Group, ...]:
    """Group the reports that tell the same happening; each group in document order of its first.

    ``documents`` maps ids to documents, for the order and for their languages; ``lexicon`` is that
    of reports in a language without words of its own. Permutation-invariant.
    """
    ordered = sorted(reports, key=lambda r: (documents[r.document].order, r.start, r.end))
    features = told_names([_features(r, documents[r.document], lexicon) for r in ordered])
    weights = weigh(features)
    found = (
        (compare(features[a], features[b], weights), a, b) for a, b in candidates(features, weights)
    )
    alike = sorted((f for f in found if f[0].same), key=lambda f: (-f[0].score, f[1], f[2]))
    parts = [_Part(members=[index], links=[]) for index in range(len(ordered))]
    for likeness, a, b in alike:
        if _fit(parts[a], parts[b], features):
            _join(parts, a, b, likeness)
    return tuple(
        Group(
            reports=tuple(ordered[i] for i in sorted(part.members)),
            why="; ".join(why for *_, why in sorted(part.links)),
        )
        for index, part in enumerate(parts)
        if index == min(part.members)
    )


def _features(report: Report, document: Document, lexicon: Statements) -> Features:
    published = document.published.interval if document.published else None
    return features_of(report, lexicon_of(document.language, lexicon), published)


@dataclass(slots=True)
class _Part:
    """Reports found so far to be one happening; every member's place in the list holds the part."""

    members: list[int]
    links: list[tuple[int, int, str]]
    """Two members, and why they are one."""


def _fit(one: _Part, other: _Part, features: Sequence[Features]) -> bool:
    """Whether two parts are two, and no member of one excludes a member of the other."""
    return one is not other and all(
        compatible(features[a], features[b]) for a in one.members for b in other.members
    )


def _join(parts: list[_Part], a: int, b: int, likeness: Likeness) -> None:
    """Make one part of two: the smaller is poured into the larger."""
    small, large = sorted((parts[a], parts[b]), key=lambda part: len(part.members))
    large.members += small.members
    large.links += [*small.links, (a, b, likeness.why)]
    for index in small.members:
        parts[index] = large


def event_id(report: Report) -> str:
    """12 hexadecimal digits from what the first report says and when: stable across runs."""
    when = to_edtf(report.interval) if report.interval else ""
    return sha256(f"{report.quote}\n{when}".encode()).hexdigest()[:12]
