"""Reports of one happening → its Standing, and the words why."""

from collections.abc import Mapping, Sequence

from briefgen.events.lexicon import Statements
from briefgen.knowledge.project import Party
from briefgen.model import Document, Report, Standing

__all__ = ["publishers", "standing_of"]


def publishers(reports: Sequence[Report], documents: Mapping[str, Document]) -> tuple[str, ...]:
    """The independent publishers behind reports, in order; nameless ones of a file count once."""
    names = (
        documents[r.document].source.publisher or documents[r.document].source.path for r in reports
    )
    return tuple(dict.fromkeys(names))


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
    denials = [r for r in reports if _verb(r) in lexicon.groups["denial"]]
    if denials:
        alone = len(denials) == len(reports)
        return Standing.DENIED if alone else Standing.DISPUTED, f"denied by {_who(denials[0])}"
    clash = _clash(reports)
    if clash:
        return Standing.DISPUTED, f"accounts differ on the number of {clash}"
    sides = {p.id for p in parties if p.side}
    if len({_party(r) for r in reports} & sides) > 1:
        return Standing.CONFIRMED, "stated by both sides"
    confirming = [r for r in reports if _verb(r) in lexicon.groups["confirmation"]]
    if confirming and len(reports) > 1:
        return Standing.CONFIRMED, f"confirmed by {_who(confirming[0])}"
    names = publishers(reports, documents)
    if len(names) > 1:
        return Standing.CORROBORATED, f"told by {len(names)} publishers"
    return Standing.SINGLE_SOURCE, "told by one publisher"


def _party(report: Report) -> str | None:
    return report.attribution.party if report.attribution else None


def _verb(report: Report) -> str | None:
    return report.attribution.verb if report.attribution else None


def _who(report: Report) -> str:
    return report.attribution.who if report.attribution else "a source"


def _clash(reports: Sequence[Report]) -> str | None:
    """The unit on which reports with different claimants give figures that exclude each other."""
    for index, one in enumerate(reports):
        for other in reports[index + 1 :]:
            if _claimant(one) == _claimant(other):
                continue
            for unit in dict.fromkeys(q.unit for q in one.quantities):
                left = {q.value for q in one.quantities if q.unit == unit}
                right = {q.value for q in other.quantities if q.unit == unit}
                if right and not left & right:
                    return unit
    return None


def _claimant(report: Report) -> str:
    return report.attribution.who if report.attribution else report.document
