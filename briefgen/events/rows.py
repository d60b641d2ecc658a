"""A Report of a row of event notes → the Report with what the row states outright."""

from dataclasses import replace

from briefgen.events.places import locate
from briefgen.events.surroundings import Surroundings
from briefgen.events.telling import party_of
from briefgen.knowledge.project import Project
from briefgen.model import (
    Anchor,
    Attribution,
    DateBasis,
    Document,
    Grain,
    Report,
    Row,
    Status,
    day_after,
)
from briefgen.temporal import read_field

__all__ = ["apply_row"]

WEEK = 7


def apply_row(report: Report, row: Row, document: Document, around: Surroundings) -> Report:
    """The report with its row's claimant, status, topics, place and date, where it has them.

    A date that the tagger found in the statement itself comes before the date field.
    """
    project, lexicon = around.project, around.lexicon
    if row.who:
        who = Attribution(
            who=row.who,
            verb=lexicon.plain_verb,
            said=lexicon.plain_said,
            party=party_of(row.who, project),
        )
        report = replace(report, attribution=who)
    if row.status in set(Status):
        report = _as_stated(replace(report, status=Status(row.status)), document)
    if row.topics:
        ids = {name: t.id for t in project.topics for name in (t.id, t.name.lower())}
        named = tuple(ids[t.lower()] for t in row.topics if t.lower() in ids)
        report = replace(report, topics=tuple(dict.fromkeys((*named, *report.topics))))
    if row.place:
        stated = locate(row.place, around.gazetteer)
        report = replace(report, places=tuple(dict.fromkeys((*stated, *report.places))))
    if row.date is None or report.basis is DateBasis.EXPRESSION:
        return report
    return _dated(report, row.date, document, project)


def _as_stated(report: Report, document: Document) -> Report:
    """A weekday of a row that is stated to lie ahead is the one after its document's day."""
    mention, published = report.mention, document.published
    ahead = report.status in {Status.SCHEDULED, Status.DEADLINE}
    if not ahead or mention is None or published is None or report.interval is None:
        return report
    counted = mention.anchor is Anchor.PUBLICATION and report.interval.grain is Grain.DAY
    start, end = report.interval.start, report.interval.end
    told = published.interval.start
    if not counted or start is None or end is None or told is None or start >= told:
        return report
    if (told - start).days > WEEK:
        return report
    moved = replace(report.interval, start=day_after(start, WEEK), end=day_after(end, WEEK))
    why = f"{mention.text}: the first on or after its document's day, as the row is {report.status}"
    return replace(report, interval=moved, why=why)


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
        why=f"the date field of its row: “{date}”",
    )
