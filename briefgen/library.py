"""The commands as functions: load_project, read, dates, chronicle, compose, write."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from briefgen import knowledge, pipeline, writers
from briefgen.errors import UsageError
from briefgen.events.review import read_review
from briefgen.knowledge.plain_words import language_of, locale_of
from briefgen.knowledge.project import Project
from briefgen.model import Chronology, Mention
from briefgen.model.briefing import Briefing
from briefgen.model.review import Review
from briefgen.readers import Reading, ReadOptions
from briefgen.temporal import given, tag

__all__ = [
    "chronicle",
    "compose",
    "dates",
    "given",
    "load_project",
    "read",
    "reviewed",
    "write",
]


def load_project(path: Path | str | None = None) -> Project:
    """The project of a briefgen.toml; the defaults for None. Raises ProjectError."""
    return knowledge.load_project(Path(path) if path is not None else None)


def read(
    sources: Sequence[Path | str],
    project: Project,
    *,
    published: str | None = None,
    stdin: bytes | None = None,
) -> Reading:
    """The documents of files and folders.

    ``published`` dates those that carry no date of their own. Raises UsageError for a source that
    does not exist, DateError for a ``published`` that is no date.
    """
    options = ReadOptions(
        zone=project.zone,
        language=project.language,
        published=given(published, "published", project) if published else None,
        limits=project.limits,
        families=project.families,
        milestones=project.milestones,
        columns=project.columns,
        date_order=project.date_order,
    )
    return pipeline.read(sources, options, stdin=stdin)


def dates(
    text: str, project: Project, *, published: str | None = None, language: str | None = None
) -> tuple[Mention, ...]:
    """The time expressions of a text, resolved against its own date where that is given.

    ``language`` is its ISO 639-1 code; without it the text tells. Raises KnowledgeError for a
    code that nobody knows.
    """
    told = given(published, "published", project).interval if published else None
    return tag(
        text,
        published=told,
        locale=locale_of(language or language_of(text, project.language)),
        zone=project.zone,
        milestones=project.milestones,
    )


def chronicle(
    reading: Reading,
    project: Project,
    day: date | None = None,
    *,
    review: Review | None = None,
    steps: pipeline.Steps = lambda _: None,
) -> Chronology:
    """The chronology as of a day, by default that of the latest document.

    ``review`` is what the analyst decided; by default what the project's review file says.

    Raises UsageError when no document is dated and no day is given: nothing here asks the clock.
    """
    briefed = day or pipeline.day_of(reading.documents, project)
    if briefed is None:
        raise UsageError("no document is dated: name the day to be briefed")
    told = review or reviewed(project)
    return pipeline.chronicle(reading, project, briefed, review=told, steps=steps)


def reviewed(project: Project, path: Path | None = None) -> Review | None:
    """The rulings of a review file, by default the project's; None where there is no file.

    Raises ReviewError for a file that is wrong, UsageError for one that cannot be read.
    """
    file = path or project.review
    if file is None or not file.is_file():
        return None
    try:
        return read_review(file.read_text("utf-8"), file.name, project)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: cannot be read as text ({error})") from error


def compose(chronology: Chronology, project: Project, archive: Path | None = None) -> Briefing:
    """The briefing of a chronology; against the editions of an archive where one is named.

    Nothing is recorded there. Raises ArchiveError.
    """
    if archive is None:
        return pipeline.brief(chronology, project)
    return pipeline.issue(chronology, project, archive, keep=False)[0]


def write(
    formats: Sequence[str], briefing: Briefing, chronology: Chronology, project: Project
) -> Mapping[str, bytes]:
    """File name → bytes, for each format of ``md, html, eml, pdf, json``."""
    return writers.write_all(formats, briefing, chronology, project)
