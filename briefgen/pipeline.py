"""The story on one screen: read → find → resolve → gather → merge → order → compose.

Every stage is a pure function. Nothing here asks the time: the day briefed comes from the
caller, or from the documents.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Protocol

from briefgen import archive
from briefgen.editor import compose, edit
from briefgen.events import (
    STATED_IN,
    correction_notices,
    gather,
    identify,
    merge,
    order,
    stated,
    surroundings,
)
from briefgen.events.review import amend, regroup
from briefgen.knowledge.gazetteer import load_gazetteer
from briefgen.knowledge.locale import LANGUAGES, Locale, load_locale
from briefgen.knowledge.plain_words import has_words, locale_of
from briefgen.knowledge.project import Project
from briefgen.model import BlockKind, Chronology, Document, Mention, Notice, Serial
from briefgen.model.briefing import Briefing
from briefgen.model.review import Review
from briefgen.readers import Reading, read
from briefgen.temporal import find, is_window, read_field, resolve_within, tie

__all__ = ["Record", "Steps", "brief", "chronicle", "day_of", "issue", "read", "serials", "tag"]

NAMED = 3
"""So many files are named in a notice that is of many."""

Steps = Callable[[str], None]
"""Is told each finished stage in one line: ``3/6 resolve: 41 of 44 expressions dated``."""


class Record(Protocol):
    """Keeps an edition in the archive."""

    def __call__(self, wanted: Iterable[archive.Delivery] = (), /) -> None:
        """Keep it together with what shall be delivered of it, in one transaction."""


def chronicle(
    reading: Reading,
    project: Project,
    day: date,
    *,
    review: Review | None = None,
    steps: Steps = lambda _: None,
) -> Chronology:
    """The chronology of what was read, as of the information cut-off of a day.

    ``review`` is what the analyst decided of its events.
    """
    cutoff = datetime.combine(day, project.cutoff, tzinfo=project.zone)
    documents, notices = _known_by(cutoff, reading, project)
    steps(f"1/6 read: {_many(len(documents), 'document')}, {_many(len(notices), 'notice')}")

    tagged = [(document, *tag(document, project)) for document in documents]
    mentions = [m for _, found, _ in tagged for m in found]
    notices += [n for *_, told in tagged for n in told]
    dated = sum(m.interval is not None for m in mentions)
    steps(f"2/6 find: {_many(len(mentions), 'time expression')}")
    steps(f"3/6 resolve: {dated} of {len(mentions)} have a place on the time line")

    around = surroundings(project, load_gazetteer(project))
    notices += _not_gathered(documents, around.lexicon.language)
    notices += correction_notices(documents, around)
    reports = [r for document, found, _ in tagged for r in gather(document, found, around)]
    steps(f"4/6 gather: {_many(len(reports), 'report')}")

    by_id = {d.id: d for d in documents}
    groups = merge(reports, by_id, around.lexicon)
    if review is not None:
        groups, told = regroup([(identify(g, by_id), g) for g in groups], review)
        notices += told
    steps(f"5/6 merge: {_many(len(groups), 'event')}")

    locale = load_locale(project.language)
    chronology = order(
        groups, documents, notices, around=around, locale=locale, day=day, cutoff=cutoff
    )
    if review is not None:
        chronology = amend(chronology, review, locale)
    undated = len(chronology.undated)
    steps(f"6/6 order: {len(chronology.events)} on the time line, {undated} undated")
    return chronology


def brief(chronology: Chronology, project: Project) -> Briefing:
    """The briefing of a chronology."""
    return compose(chronology, project)


def issue(
    chronology: Chronology, project: Project, path: Path, *, keep: bool = True
) -> tuple[Briefing, Record]:
    """The briefing of a chronology as an edition of an archive, and what records it there.

    The same day issued again is its next revision, or, where nothing changed, the same edition:
    then, and where it is not to be kept, nothing of it is recorded. Raises ArchiveError.
    """
    if keep:
        archive.upgrade(path)
    documents = [document.id for document in chronology.documents]
    day = chronology.date
    issued = archive.issued_on(path, day)
    past = archive.past(path, day, documents)
    says = archive.digest_of(compose(chronology, project, replace(past, revision=1, replaced=None)))
    if issued is not None and issued.says == says:
        again = archive.past(path, day, documents, revision=issued.revision)
        same = partial(archive.prepare_deliveries, path, (issued.number, issued.revision))
        return compose(chronology, project, again), same if keep else _forget
    briefing, edition = edit(chronology, project, past)
    if not keep:
        return briefing, _forget
    return briefing, partial(archive.issue, path, edition, chronology, briefing, says)


def serials(chronology: Chronology, project: Project, path: Path) -> Mapping[str, Serial]:
    """Event id → how it goes on through the editions of an archive; nothing is recorded there.

    Raises ArchiveError.
    """
    documents = [document.id for document in chronology.documents]
    _, edition = edit(chronology, project, archive.past(path, chronology.date, documents))
    return archive.serials(path, edition)


def _forget(_: Iterable[archive.Delivery] = ()) -> None:
    """Record nothing."""


def tag(document: Document, project: Project) -> tuple[tuple[Mention, ...], tuple[Notice, ...]]:
    """The time expressions of a document, found and resolved."""
    locale, notices = _locale_of(document, project)
    found = find(document, locale)
    told = stated(document)
    resolved = resolve_within(document, found, locale, project.zone, stated=told)
    return tie(document, resolved, locale, project.zone, project.milestones), notices


def day_of(
    documents: Sequence[Document], project: Project, *, until: datetime | None = None
) -> date | None:
    """The first day by whose cut-off all dated documents are out; None when none is dated.

    Documents dated after ``until`` do not count: a wrong date makes no brief of the future.
    """
    starts = [
        d.published.interval.start.astimezone(project.zone)
        for d in documents
        if d.published is not None
        and d.published.interval.start is not None
        and not is_window(d.published)
        and (until is None or d.published.interval.start <= until)
    ]
    if not starts:
        return None
    latest = max(starts)
    late = latest.timetz().replace(tzinfo=None) > project.cutoff
    return latest.date() + timedelta(days=1) if late else latest.date()


def _known_by(
    cutoff: datetime, reading: Reading, project: Project
) -> tuple[list[Document], list[Notice]]:
    """The documents out by the cut-off; a notice for each that is later."""
    documents, notices = [], list(reading.notices)
    for document in reading.documents:
        if document.published is None and not _dates_itself(document, project):
            notices.append(_undated(document))
        start = document.published.interval.start if document.published else None
        if start is None or start <= cutoff:
            documents.append(document)
            continue
        told = f"published {start:%Y-%m-%d %H:%M}, after the information cut-off; left out"
        message = f"{document.source.path}: “{document.title}” was {told}"
        notices.append(Notice(stage="read", message=message, document=document.id))
    return documents, notices


def _dates_itself(document: Document, project: Project) -> bool:
    """Whether a document is rows of event notes of which each has a date that counts from none."""
    prose = any(block.kind is BlockKind.PARAGRAPH for block in document.blocks)
    languages = tuple(dict.fromkeys((document.language, project.language)))
    return (
        bool(document.rows)
        and not prose
        and all(
            row.undated
            or (
                row.date
                and read_field(row.date, zone=project.zone, published=None, languages=languages)
            )
            for row in document.rows
        )
    )


def _undated(document: Document) -> Notice:
    """The notice of a document that carries no date."""
    source = document.source
    message = (
        f"{source.path}, article {source.position}: “{document.title}” carries no date, so its "
        "relative dates stay open; date it in a sidecar (NAME.meta.yaml) or with --published"
    )
    return Notice(stage="read", message=message, document=document.id)


def _not_gathered(documents: Sequence[Document], told_in: str) -> Iterator[Notice]:
    """A notice for each language of prose whose sentences no lexicon tells events in."""
    spoken = {document.language for document in documents}
    for language in sorted(spoken - {told_in, "und", *STATED_IN}):
        prose = [d for d in documents if d.language == language and not d.rows]
        if not prose:
            continue
        paths = list(dict.fromkeys(document.source.path for document in prose))
        more = f" and {len(paths) - NAMED} more" if len(paths) > NAMED else ""
        message = (
            f"{', '.join(paths[:NAMED])}{more}: in “{language}”; events are found by the words of "
            f"“{told_in}”, so most of what is told there is missing from the chronology; "
            "“briefgen dates FILE” finds the dates, and rows (CSV, YAML) are read in any language"
        )
        yield Notice(stage="gather", message=message)


def _locale_of(document: Document, project: Project) -> tuple[Locale, tuple[Notice, ...]]:
    """The locale that a document is read in; a notice where its language has no rules."""
    language = document.language
    if language in LANGUAGES:
        return load_locale(language), ()
    if language == "und":
        return load_locale(project.language), ()
    if has_words(language):
        locale, told = locale_of(language), "only its plain dates are found, by their names"
    else:
        locale = load_locale(project.language)
        told = f"read as “{project.language}”, so most of its dates are missed"
    message = (
        f"{document.source.path}: “{document.title}” is in “{language}”, which has no rules: {told}"
    )
    return locale, (Notice(stage="find", message=message, document=document.id),)


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")
