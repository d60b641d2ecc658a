"""Two reports → what they have in common, though they tell two happenings: names, nouns, deeds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.lexicon_tables import lexicon_of
from briefgen.events.merging.deeds import deeds_of
from briefgen.events.merging.features import Features, features_of
from briefgen.events.merging.rivals import other_names, shared_names
from briefgen.model import Document, Precision, Report

__all__ = ["Reader", "Shared", "shared"]

WHOLE = 1
"""What it weighs that a report tells of nothing else."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the features of reports, each once."""

    languages: Mapping[str, str]
    """Document id → its language."""
    default: Statements
    seen: dict[Report, Features]

    @staticmethod
    def of(documents: Sequence[Document], default: Statements) -> "Reader":
        """A reader of the reports of some documents."""
        return Reader({d.id: d.language for d in documents}, default, {})

    def lexicon(self, report: Report) -> Statements:
        """The words of the language of a report's document."""
        return lexicon_of(self.languages.get(report.document, ""), self.default)

    def features(self, report: Report) -> Features:
        """What of a report is compared."""
        if report not in self.seen:
            self.seen[report] = features_of(report, self.lexicon(report))
        return self.seen[report]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What two reports have in common."""

    names: int
    """Names of places, persons, ships."""
    nouns: int
    """Other telling words, or words of the same kind: a ferry, a ship."""
    whole: bool
    """Whether the second tells of nothing that the first does not, but what is done with it."""
    apart: bool
    """Whether each names somebody or some place that the other does not, or lies elsewhere."""

    @property
    def weight(self) -> int:
        """How much that is: a name tells more than a noun, and all that there is is enough."""
        return 2 * self.names + self.nouns + (WHOLE if self.whole and self.nouns > 1 else 0)


def shared(one: Features, other: Features) -> Shared:
    """What two reports of one language have in common; symmetric but for what is ``whole``."""
    deeds = deeds_of(one.language)
    both = (one.stems & other.stems) - deeds.plain
    named = {lexed for name in one.names | other.names for lexed in (name, deeds.stem(name))}
    named |= {one.leading, other.leading} & (one.names | other.names)
    nouns = {stem for stem in both if stem not in named}
    left = [s for s in sorted(one.kin) if s not in both and s not in deeds.plain]
    right = {s for s in other.kin if s not in both and s not in deeds.plain}
    for stem in left:
        match = next((s for s in sorted(right) if one.kin[stem] & other.kin[s]), None)
        if match is not None:
            right.remove(match)
            nouns.add(stem)
    names = shared_names(one, other, deeds)
    apart = _elsewhere(one, other)
    if not names:
        apart = apart or other_names(one, other, deeds, broadly=True) is not None
    rest = other.stems - one.stems - deeds.plain - other.actor - {other.front.verb}
    whole = not {s for s in rest if s not in nouns and s not in other.front.main}
    return Shared(names=names, nouns=len(nouns), whole=whole, apart=apart)


def _elsewhere(one: Features, other: Features) -> bool:
    """Whether both tell finer places than a country, and none of them meet."""
    mine, theirs = (
        [p for p in f.places if p.precision is not Precision.COUNTRY] for f in (one, other)
    )
    if not mine or not theirs:
        return False
    return not any(
        a.name == b.name or a.name in {b.admin1, b.country} or b.name in {a.admin1, a.country}
        for a in mine
        for b in theirs
    )
