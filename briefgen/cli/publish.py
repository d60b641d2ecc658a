"""Sources → an edition → the pages of a wiki."""

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.options import (
    ArchiveFile,
    Day,
    ProjectFile,
    Published,
    Quiet,
    ReviewFile,
    Sources,
    Strict,
    Verbose,
)
from briefgen.cli.sources import chronicled, project_of, reviewed
from briefgen.cli.talk import close, progress
from briefgen.errors import UsageError

if TYPE_CHECKING:
    from briefgen.delivery import git
    from briefgen.knowledge.project import Project
    from briefgen.knowledge.wiki import Wiki

__all__ = ["publish"]


def publish(
    sources: Sources = None,
    day: Day = None,
    published: Published = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change, as a diff.")
    ] = False,
    folder: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="A folder of pages, in place of the project's wiki."),
    ] = None,
    profile: Annotated[
        str | None, typer.Option(help="gfm, mkdocs, obsidian or plain; default: the project's.")
    ] = None,
    project: ProjectFile = None,
    review: ReviewFile = None,
    archive: ArchiveFile = None,
    strict: Strict = False,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Issue the day's edition, and renew the pages of the project's wiki.

    A page a day, a theater, a topic and an event that goes on, and an index. What people write
    outside the marked regions stays; nothing is committed when nothing changed.
    """
    from briefgen import pipeline  # noqa: PLC0415 (--help shall not wait for the rooms)
    from briefgen.delivery import pages as room  # noqa: PLC0415 (as above)
    from briefgen.delivery.folder import diff  # noqa: PLC0415 (as above)
    from briefgen.delivery.lock import alone  # noqa: PLC0415 (as above)

    settings = project_of(project)
    wiki = wiki_of(settings, folder, profile)
    place = archive or settings.archive
    mine = nullcontext() if dry_run else alone(settings.folder)
    with mine, progress(verbose=verbose, quiet=quiet) as steps:
        chronology = chronicled(
            sources, settings, day, published, steps, review=reviewed(settings, review)
        )
        if place is None:
            briefing = pipeline.brief(chronology, settings)
        else:
            briefing, record = pipeline.issue(chronology, settings, place, keep=not dry_run)
            record()
        pages = room.pages_of(briefing, chronology, settings, wiki.profile)
        steps("publish")
        copy = room.wiki_copy(settings.folder)
        if dry_run:
            typer.echo(diff(room.preview(wiki, pages, copy)), nl=False)
        else:
            _tell(room.publish(wiki, pages, copy, room.commit_of(wiki, briefing)))
    close(chronology.notices, strict=strict, quiet=quiet)


def wiki_of(project: "Project", folder: Path | None, profile: str | None) -> "Wiki":
    from dataclasses import replace  # noqa: PLC0415 (--help shall not wait)

    from briefgen.knowledge.wiki import PROFILES, Wiki  # noqa: PLC0415 (as above)

    if profile is not None and profile not in PROFILES:
        raise UsageError(f"--profile {profile!r}: choose from {', '.join(PROFILES)}")
    wiki = Wiki(folder=folder) if folder is not None else project.wiki
    if wiki is None:
        raise UsageError("no wiki: name a folder or a repository under [wiki] in briefgen.toml")
    if folder is not None and project.wiki is not None:
        wiki = replace(wiki, profile=project.wiki.profile)
    return replace(wiki, profile=profile) if profile else wiki


def _tell(done: "git.Published") -> None:
    for change in done.changes:
        typer.echo(f"{'made' if change.before is None else 'renewed'} {change.path}")
    if done.commit:
        typer.echo(f"commit {done.commit}")
    if not done.changes:
        typer.echo("nothing changed", err=True)
