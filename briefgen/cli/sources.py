"""Options → project, day, zone, chronology, text: what the commands work on."""

import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.errors import DateError, UsageError

if TYPE_CHECKING:
    from briefgen.knowledge.project import Project
    from briefgen.model import Chronology
    from briefgen.model.review import Review

__all__ = [
    "archive_of",
    "chronicled",
    "day_named",
    "project_of",
    "reviewed",
    "sources_of",
    "zone_named",
]

PROJECT = "briefgen.toml"
"""The project file of the folder that a command is called in."""
REASONS = 20
"""So many reasons are told why nothing could be read; more are counted."""


def project_of(path: Path | None) -> "Project":
    """The project of a file, of briefgen.toml where one is here, or the defaults.

    Raises ProjectError.
    """
    from briefgen.knowledge import load_project  # noqa: PLC0415 (--help shall not wait)

    here = Path(PROJECT)
    return load_project(here if path is None and here.is_file() else path)


def sources_of(named: Sequence[str] | None, project: "Project") -> Sequence[str]:
    """What is to be read: as named, else the project's inbox. Raises UsageError for neither."""
    if named:
        return named
    if project.inbox is None:
        raise UsageError(
            f"nothing to read, and no {PROJECT} here: name files or folders, "
            "or make a project with “briefgen init”"
        )
    if not project.inbox.is_dir():
        raise UsageError(
            f"{project.inbox}: the project's inbox is not there; make it, "
            "or name another folder in briefgen.toml (inbox = …)"
        )
    return (str(project.inbox),)


def chronicled(
    named: Sequence[str] | None,
    project: "Project",
    day: str | None,
    published: str | None,
    steps: Callable[[str], None],
    *,
    review: "Review | None" = None,
    now: datetime | None = None,
) -> "Chronology":
    """The chronology of sources as of a day: the one named, the latest document's, or today.

    ``now`` is the time after which no document decides the day; None: any may. Without sources
    the project's inbox is read. Raises UsageError where nothing of them could be read, with the
    reasons.
    """
    from briefgen import library, pipeline  # noqa: PLC0415 (--help shall not wait for the rooms)

    sources = sources_of(named, project)
    limit = project.limits.file_bytes
    stdin = sys.stdin.buffer.read(limit + 1) if "-" in sources else None  # more is told, not kept
    reading = library.read(sources, project, published=published, stdin=stdin)
    if reading.notices and not reading.documents:
        raise UsageError(_nothing_read([notice.message for notice in reading.notices]))
    briefed = (
        day_named(day, "--date") if day else pipeline.day_of(reading.documents, project, until=now)
    )
    if briefed is None:
        briefed = datetime.now(project.zone).date()
    return library.chronicle(reading, project, briefed, review=review, steps=steps)


def _nothing_read(reasons: Sequence[str]) -> str:
    """Why no source could be read: a line each, the first few."""
    told = [f"  {reason}" for reason in reasons[:REASONS]]
    if len(reasons) > REASONS:
        told.append(f"  and {len(reasons) - REASONS} more")
    return "\n".join(["nothing could be read, so nothing is written:", *told])


def reviewed(project: "Project", path: Path | None) -> "Review | None":
    """What a review file decides: the one named, or the project's where it is there."""
    from briefgen import library  # noqa: PLC0415 (--help shall not wait for the rooms)

    if path is not None and not path.is_file():
        raise UsageError(f"{path}: there is no such file; “briefgen review” writes it")
    return library.reviewed(project, path)


def archive_of(project: Path | None, archive: Path | None) -> Path:
    """Where editions are kept: as asked, or as the project says. Raises UsageError for nowhere."""
    place = archive or project_of(project).archive
    if place is None:
        raise UsageError(
            "no archive: call this in a project's folder, or name one with --archive FILE"
        )
    return place


def zone_named(name: str) -> tzinfo:
    """The zone of an IANA name. Raises UsageError."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 (only here)

    try:
        return UTC if name == "UTC" else ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise UsageError(f"--zone {name!r}: no such zone; write it as Europe/Kyiv") from error


def day_named(text: str, option: str) -> date:
    """The day that an option names. Raises DateError."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise DateError(f"{option} {text!r}: not a day; write it as 2024-07-18") from error
