"""Reports of one happening → its Standing, and the words why."""

import math
from collections.abc import Mapping, Sequence

from briefgen.events.figures.tallies import excluded
from briefgen.events.language.lexicon import Statements
from briefgen.events.merging.casualties import rises
from briefgen.events.merging.contrasts import comparable
from briefgen.events.merging.deeds import Deeds, deeds_of
from briefgen.knowledge.project import Party
from briefgen.model import Document, Quantity, Report, Standing

__all__ = ["figures_clash", "published_at", "publishers", "standing_of"]

COPY = 0.9
"""Share of words that two texts have in common from which one is the other's copy."""
NAME_WORDS = 2
"""Words of a publisher's name, at least, to know it again as a claimant."""
SHORT = 3
"""Letters of a word that tells no name: an article."""


def publishers(reports: Sequence[Report], documents: Mapping[str, Document]) -> tuple[str, ...]:
    """The independent publishers behind reports, earliest first.

    Nameless documents of one file count as one, and so do publishers of one family, or copies of
    one text. Copy of what another publisher of the run prints
    word for word, or what is told on another's word, is of that other's origin and does not count.
    """
    ordered = sorted(
        reports, key=lambda r: (published_at(r, documents), documents[r.document].order)
    )
    kept: list[Report] = []
    for report in ordered:
        if not any(_same_origin(report, other, documents) for other in kept):
            kept.append(report)
    origins: dict[str, str] = {}
    for report in kept:
        publisher = _publisher(report, documents)
        origins.setdefault(documents[report.document].source.origin or publisher, publisher)
    return tuple(dict.fromkeys(origins.values()))


def published_at(report: Report, documents: Mapping[str, Document]) -> float:
    """When a report's document was published, in seconds since 1970; infinite where unknown."""
    dating = documents[report.document].published
    start = dating.interval.start if dating else None
    return start.timestamp() if start else float("inf")


def _publisher(report: Report, documents: Mapping[str, Document]) -> str:
    source = documents[report.document].source
    return " ".join((source.publisher or source.path).split())


def _same_origin(one: Report, other: Report, documents: Mapping[str, Document]) -> bool:
    """Whether one report is the other's copy, or quotes the other's publisher as its claimant."""
    names = [_publisher(r, documents).casefold() for r in (one, other)]
    claimants = [r.attribution.who.casefold() if r.attribution else "" for r in (one, other)]
    if _named(claimants[0], names[1]) or _named(claimants[1], names[0]):
        return True
    words = [set(r.quote.casefold().split()) for r in (one, other)]
    return len(words[0] & words[1]) >= COPY * len(words[0] | words[1])


def _named(claimant: str, publisher: str) -> bool:
    """Whether a claimant is a publisher: it holds every longer word of the name, desk left out."""
    name = {w for w in publisher.split(",", maxsplit=1)[0].split() if len(w) > SHORT}
    return len(name) >= NAME_WORDS and name <= set(claimant.replace(",", " ").split())


def standing_of(
    reports: Sequence[Report],
    documents: Mapping[str, Document],
    parties: Sequence[Party],
    lexicon: Statements,
) -> tuple[Standing, str]:
    """How well a happening stands.

    Denied: only denials are told. Disputed: a denial stands beside a claim, or different
    claimants give different figures for the same unit. Confirmed: both sides of the conflict say
    so, or somebody confirms it outright. Corroborated: two independent publishers.
    """
    denied = _denied(reports, lexicon)
    if denied is not None:
        return denied
    clash = _clash(reports, documents, deeds_of(lexicon.language))
    if clash:
        return Standing.DISPUTED, f"accounts differ on the number of {clash}"
    sides = {p.id for p in parties if p.side}
    if len({_party(r) for r in reports} & sides) > 1:
        return Standing.CONFIRMED, "stated by both sides"
    confirming = [r for r in reports if _verb(r) in lexicon.confirmations]
    if confirming and len(reports) > 1:
        return Standing.CONFIRMED, f"confirmed by {_who(confirming[0])}"
    names = publishers(reports, documents)
    if len(names) > 1:
        return Standing.CORROBORATED, f"told by {len(names)} publishers"
    return Standing.SINGLE_SOURCE, "told by one publisher"


def _party(report: Report) -> str | None:
    return report.attribution.party if report.attribution else None


def _denied(reports: Sequence[Report], lexicon: Statements) -> tuple[Standing, str] | None:
    """Denied where nothing but denials is told, disputed where one stands beside a claim."""
    denials = [r for r in reports if r.attribution is not None and r.attribution.denies]
    if not denials:
        return None
    why = f"denied by {_who(denials[0])}"
    if all(_verb(r) in lexicon.denials for r in reports):
        return Standing.DENIED, why
    return (Standing.DISPUTED, why) if len(denials) < len(reports) else None


def _verb(report: Report) -> str | None:
    return report.attribution.verb if report.attribution else None


def _who(report: Report) -> str:
    return report.attribution.who if report.attribution else "a source"


def _clash(
    reports: Sequence[Report], documents: Mapping[str, Document], deeds: Deeds
) -> str | None:
    """The unit on which reports with different claimants give figures that exclude each other."""
    for index, one in enumerate(reports):
        for other in reports[index + 1 :]:
            if _claimant(one) == _claimant(other):
                continue
            for unit in dict.fromkeys(q.unit for q in one.quantities):
                left = [q for q in one.quantities if q.unit == unit]
                right = [q for q in other.quantities if comparable(unit, q.unit, deeds)]
                if figures_clash((one, left), (other, right), documents):
                    return unit
    return None


def figures_clash(
    one: tuple[Report, Sequence[Quantity]],
    other: tuple[Report, Sequence[Quantity]],
    documents: Mapping[str, Document],
) -> bool:
    """Whether what two reports give of one thing counted cannot both be so. Symmetric.

    A count that goes on ("rose to 13") is no conflict with one of another day, nor is a later and
    higher one of the dead or hurt, but for those of two parties.
    """
    (first, left), (second, right) = one, other
    if _two_parties(first, second):
        return excluded(left, right)
    if not excluded(left, right, later=_later(first, second, documents)):
        return False
    return not any(rises(first, second, q.unit, documents) for q in (*left, *right))


def _two_parties(one: Report, other: Report) -> bool:
    parties = {_party(one), _party(other)}
    return len(parties) > 1 and None not in parties


def _later(one: Report, other: Report, documents: Mapping[str, Document]) -> int:
    """Whether the other was published after the one (1), before it (-1), or neither is known."""
    times = [published_at(report, documents) for report in (one, other)]
    if math.inf in times:
        return 0
    return (times[1] > times[0]) - (times[1] < times[0])


def _claimant(report: Report) -> str:
    return report.attribution.who if report.attribution else report.document
