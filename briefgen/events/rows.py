"""A Report of a row of event notes → the Report with what the row states outright."""

from dataclasses import replace

from briefgen.events.language.surroundings import Surroundings
from briefgen.events.places.mentions import locate
from briefgen.events.speech.claimants import party_of
from briefgen.knowledge.cues import load_place_cues
from briefgen.knowledge.keys import fold
from briefgen.knowledge.project import Project
from briefgen.model import (
    Attribution,
    DateBasis,
    Document,
    Place,
    Report,
    Row,
    Status,
    Tie,
)
from briefgen.temporal import Sense, Stated, read_field

__all__ = ["apply_row", "stated", "stated_places"]

SENSES = {
    Status.SCHEDULED: Sense.FUTURE,
    Status.DEADLINE: Sense.FUTURE,
    Status.OCCURRED: Sense.PAST,
}
"""Which way a bare weekday of a row lies by the status that the row states."""


def stated(document: Document) -> tuple[Stated, ...]:
    """What the rows of a document state of their statements: ahead or behind."""
    return tuple(
        Stated(row.start, row.end, SENSES[Status(row.status)], row.status)
        for row in document.rows
        if row.status in SENSES
    )


def apply_row(report: Report, row: Row, document: Document, around: Surroundings) -> Report:
    """The report with its row's claimant, status, topics, place and date, where it has them.

    A date that the tagger found in the statement itself comes before the date field.
    """
    project, lexicon = around.project, around.lexicon_of(document)
    if row.who:
        who = Attribution(
            who=row.who,
            verb=lexicon.plain_verb,
            said=lexicon.plain_said,
            party=party_of(row.who, project),
        )
        report = replace(report, attribution=who)
    if row.status in set(Status):
        report = replace(report, status=Status(row.status))
    if row.topics:
        ids = {name: t.id for t in project.topics for name in (t.id, t.name.lower())}
        named = tuple(ids[t.lower()] for t in row.topics if t.lower() in ids)
        report = replace(report, topics=tuple(dict.fromkeys((*named, *report.topics))))
    if row.place:
        stated = stated_places(row.place, document.language, around)
        report = replace(report, places=tuple(dict.fromkeys((*stated, *report.places))))
    if report.basis is DateBasis.EXPRESSION:
        return report
    if row.date is None:
        return replace(report, why=row.undated) if row.undated else report
    return _dated(report, row.date, document, project)


def stated_places(field: str, language: str, around: Surroundings) -> tuple[Place, ...]:
    """The places of a row's field; none where it ends in a country that no table knows.

    "Vienna, Ruritania" is not the Vienna that the tables have.
    """
    first, *parts = field.split(",")
    places = locate(field, around.gazetteer, language=language)
    if not parts or not first.strip():
        return places
    last, cues = parts[-1].strip(), load_place_cues(language)
    words = [fold(word) for word in last.split()]
    local = cues.local | cues.venues | cues.region_after | cues.town_after
    named = bool(words) and last[:1].isupper() and not any(c.isdigit() for c in last)
    unknown = named and not local.intersection(words) and not around.gazetteer.named(last)
    return () if unknown and not locate(last, around.gazetteer, language=language) else places


def _dated(report: Report, date: str, document: Document, project: Project) -> Report:
    found = read_field(
        date,
        zone=project.zone,
        published=document.published.interval if document.published else None,
        languages=tuple(dict.fromkeys((document.language, project.language))),
    )
    if found is None:
        why = f"its date field, “{date}”, cannot be read as a date without one to count from"
        return replace(report, why=why)
    return replace(
        report,
        interval=found[0],
        basis=DateBasis.ROW,
        tie=Tie.ROW,
        why=f"the date field of its row: “{date}”",
    )
