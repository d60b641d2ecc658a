"""A Report of a row of event notes → the Report with what the row states outright."""

from dataclasses import replace

from briefgen.events.places import locate
from briefgen.events.telling import party_of
from briefgen.knowledge.gazetteer import Gazetteer
from briefgen.knowledge.project import Project
from briefgen.model import Attribution, DateBasis, Document, Report, Row, Status
from briefgen.temporal import read_field

__all__ = ["apply_row"]


def apply_row(
    report: Report, row: Row, document: Document, project: Project, gazetteer: Gazetteer
) -> Report:
    """The report with its row's claimant, status, topics, place and date, where it has them.

    A date that the tagger found in the statement itself comes before the date field.
    """
    if row.who:
        who = Attribution(who=row.who, verb="say", said="said", party=party_of(row.who, project))
        report = replace(report, attribution=who)
    if row.status in set(Status):
        report = replace(report, status=Status(row.status))
    if row.topics:
        ids = {name: t.id for t in project.topics for name in (t.id, t.name.lower())}
        named = tuple(ids[t.lower()] for t in row.topics if t.lower() in ids)
        others = tuple(t for t in report.topics if t not in named)
        report = replace(report, topics=(*named, *others))
    if row.place:
        stated = locate(row.place, gazetteer, context=(), reporting_verbs=frozenset())
        others_ = tuple(p for p in report.places if p not in stated)
        report = replace(report, places=(*stated, *others_))
    if row.date is None or report.basis is DateBasis.EXPRESSION:
        return report
    return _dated(report, row.date, document, project)


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
