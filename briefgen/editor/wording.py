"""Event → Entry: standing, attribution, marks, disagreeing figures and evidence, worded."""

from collections.abc import Iterable, Mapping
from itertools import combinations

from briefgen.editor.attribution import attribute, denies, stated_by, told_by
from briefgen.editor.desk import Desk
from briefgen.editor.lines import capital, one_line, sentence
from briefgen.editor.ranking import Score
from briefgen.editor.reasons import reason_of
from briefgen.editor.shelves import Shelf, is_late
from briefgen.editor.stories import story_of
from briefgen.events.language.lexicon import Statements
from briefgen.events.merging.standing import figures_clash
from briefgen.knowledge.project import Party
from briefgen.model import Edit, Event, Quantity, Report, Standing, Status
from briefgen.model.briefing import Change, Claim, Entry, EntryLink, Evidence, Figure, Reference

__all__ = ["claims", "word_entry"]


def word_entry(
    event: Event,
    number: int,
    shelf: Shelf,
    desk: Desk,
    *,
    score: Score | None = None,
    fulfilled: Reference | None = None,
    links: tuple[EntryLink, ...] = (),
    change: Change | None = None,
    lineage: str | None = None,
) -> Entry:
    """The event as one entry of the brief."""
    headline = sentence(event.headline)
    attribution = attribute(event, headline, desk)
    merged = desk.phrases.tell(event.why if len(event.reports) > 1 else "")
    return Entry(
        number=number,
        event=event.id,
        lineage=lineage or event.id,
        anchor=f"e{number}",
        when=capital(desk.when(event.interval, until=event.lasts)),
        headline=headline,
        status=event.status.value,
        standing=event.standing.value,
        standing_label=_standing(event, desk),
        topic=desk.topic(event.topics),
        theater=desk.theater(event.theater),
        story=story_of(event, headline, desk),
        attribution=attribution.names or None,
        attribution_label=attribution.label,
        stated_by=stated_by(event, desk),
        marks=_marks(event, shelf, desk, alone=change is None),
        change=change,
        sources=desk.sources(event.reports),
        figures=_figures(event.reports, desk),
        evidence=tuple(_evidence(report, desk) for report in event.reports),
        score=_score(score, desk) if score else None,
        merged=merged.text,
        merged_language=merged.language,
        grade=event.grade,
        note=sentence(event.note) if event.note else None,
        assessment=sentence(event.assessment) if event.assessment else None,
        reference=fulfilled,
        links=links,
    )


def _standing(event: Event, desk: Desk) -> str:
    """How well it stands: from the reports' number, publishers, claimants and verbs."""
    words = desk.words
    if event.standing is Standing.CONFIRMED:
        both = len(_sides(event.reports, desk)) > 1
        return _plain("both_sides" if both else "confirmed", desk)
    if event.standing is Standing.DENIED:
        who = [r.attribution.who for r in event.reports if r.attribution and denies(r, desk)]
        return words.text("standing.denied_by", who=who[0]) if who else _plain("denied", desk)
    if event.standing is Standing.DISPUTED:
        return _plain("disputed", desk)
    return _uncontested(event, desk)


def _uncontested(event: Event, desk: Desk) -> str:
    """By how many it is told, where nobody confirms or denies it."""
    words = desk.words
    publishers, reports = desk.publishers(event.reports), len(event.reports)
    if event.standing is Standing.CORROBORATED and publishers > 1:
        return words.text("standing.corroborated", n=publishers)
    if all(_verb(r) in desk.lexicon(r).one_sided for r in event.reports):
        return _plain("claimed_by_side" if _sides(event.reports, desk) else "claimed", desk)
    if reports == 1:
        return _plain("one_report", desk)
    if publishers == 1:
        return words.text("standing.one_publisher", n=reports)
    return _plain("single_source", desk)


def _plain(name: str, desk: Desk) -> str:
    return desk.words.text(f"standing.{name}")


def _verb(report: Report) -> str:
    return report.attribution.verb if report.attribution else ""


def _sides(reports: Iterable[Report], desk: Desk) -> set[str]:
    """Sides of the conflict for which the claimants speak."""
    sides = {party.id for party in desk.project.parties if party.side}
    parties = {report.attribution.party for report in reports if report.attribution}
    return {party for party in parties if party and party in sides}


def _marks(event: Event, shelf: Shelf, desk: Desk, *, alone: bool) -> tuple[str, ...]:
    """What to know of it; ``alone``: no earlier edition says whether it is told late."""
    names = []
    if shelf is Shelf.OVERDUE:
        names.append("overdue")
    if shelf is Shelf.FULFILLED:
        names.append("fulfilled")
    if event.status is Status.DEADLINE:
        names.append("deadline")
    if event.status is Status.ONGOING:
        names.append("ongoing")
    if alone and shelf is Shelf.EARLIER and is_late(event, desk):
        names.append("late")
    edits = (_edit(edit, desk) for edit in event.edits)
    return (*(desk.words.text(f"marks.{name}") for name in names), *edits)


def _edit(edit: Edit, desk: Desk) -> str:
    """What the analyst changed; a change of a fact with what it was."""
    name = "undated" if edit.field == "date" and not edit.before else edit.field
    return desk.words.text(f"marks.edited_{name}", before=edit.before, after=edit.after)


def _figures(reports: Iterable[Report], desk: Desk) -> tuple[tuple[Figure, ...], ...]:
    """Of each thing counted, what each report gives, where two reports cannot both be right.

    Two figures within one report are no disagreement: they count different things.
    """
    by_unit: dict[str, list[tuple[Report, tuple[Quantity, ...]]]] = {}
    for report in reports:
        units: dict[str, list[Quantity]] = {}
        for quantity in report.quantities:
            units.setdefault(quantity.unit, []).append(quantity)
        for unit, found in units.items():
            by_unit.setdefault(unit, []).append((report, tuple(found)))
    return tuple(_told(told, desk) for told in by_unit.values() if _disagree(told, desk))


def _disagree(told: list[tuple[Report, tuple[Quantity, ...]]], desk: Desk) -> bool:
    return any(figures_clash(one, other, desk.documents) for one, other in combinations(told, 2))


def _told(told: list[tuple[Report, tuple[Quantity, ...]]], desk: Desk) -> tuple[Figure, ...]:
    texts: dict[object, tuple[str, list[Report]]] = {}
    for report, quantities in told:
        for quantity in quantities:
            texts.setdefault(quantity.figure, (quantity.text, []))[1].append(report)
    return tuple(
        Figure(text=one_line(text), sources=desk.sources(reports), claimant=_first_who(reports))
        for text, reports in texts.values()
    )


def _first_who(reports: Iterable[Report]) -> str | None:
    return next((one_line(r.attribution.who) for r in reports if r.attribution), None)


def _evidence(report: Report, desk: Desk) -> Evidence:
    reason = reason_of(report, desk)
    return Evidence(
        quote=report.quote,
        source=desk.numbers[report.document],
        start=report.start,
        end=report.end,
        claimant=one_line(report.attribution.who) if report.attribution else None,
        said=one_line(report.mention.text) if report.mention else None,
        when=desk.dated(report.interval) if report.interval else None,
        why=reason.text,
        why_language=reason.language,
    )


def _score(score: Score, desk: Desk) -> str:
    """The score as the sum it is: "7.5 points: 2 independent publishers, 3 reports, …"."""
    words = desk.words
    parts = [
        words.text("score.publishers", n=score.publishers),
        words.text("score.reports", n=score.reports),
    ]
    if score.figures:
        parts.append(words.text("score.figures", n=score.figures))
    if score.confirmed:
        parts.append(words.text("standing.confirmed_short"))
    if score.recency:
        parts.append(words.text("score.recent", n=score.hours + 1))
    weights: Mapping[str, float] = {"theater": score.theater, "topic": score.topic}
    parts += [words.text(f"score.{k}", n=words.count(w)) for k, w in weights.items() if w != 1]
    return words.text("score.text", total=words.count(score.total), parts=", ".join(parts))


def claims(event: Event, desk: Desk) -> tuple[Claim, ...]:
    """Each claimant's words on the event, one claim a claimant: sides first, third parties last.

    Within each of them the best report comes first.
    """
    known = {party.id: party for party in desk.project.parties}
    found: dict[str, tuple[int, Claim]] = {}
    for report in event.reports:
        claimant = told_by(report, desk)
        party = known.get(report.attribution.party or "") if report.attribution else None
        claim = Claim(
            claimant=claimant,
            party=_party(party, claimant, desk),
            text=report.quote,
            source=desk.numbers[report.document],
        )
        found.setdefault(
            _same_claimant(claimant, party, desk.lexicon(report)),
            (1 if party is None else 2 * (not party.side), claim),
        )
    return tuple(claim for _, claim in sorted(found.values(), key=lambda pair: pair[0]))


def _same_claimant(claimant: str, party: Party | None, lexicon: Statements) -> str:
    """What two names of one claimant have in common: an office of a side, its country left out.

    "Sorrand's defence ministry" is "the Defence Ministry" that speaks for Sorrand.
    """
    words = [lexicon.bare(word) for word in claimant.casefold().split()]
    if party is None:
        return claimant.casefold()
    side = party.name.casefold()
    kept = [word for word in words if word not in lexicon.determiners and word != side]
    return f"{party.id}: {' '.join(kept)}" if kept else claimant.casefold()


def _party(party: Party | None, claimant: str, desk: Desk) -> str | None:
    """The side's name, where the claimant's own words do not hold it; that it is no side."""
    if party is None:
        return None
    if not party.side:
        return desk.words.text("standing.third_party")
    return party.name if party.name.casefold() not in claimant.casefold() else None
