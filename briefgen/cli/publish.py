"""Sources → an edition → the pages of a wiki."""

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
    from briefgen.delivery.folder import Change
    from briefgen.knowledge.project import Project
    from briefgen.knowledge.wiki import Wiki
    from briefgen.model import Briefing
    from briefgen.writers.wiki import Page

__all__ = ["publish"]


def publish(
    sources: Sources,
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
    from briefgen.writers import Order, write  # noqa: PLC0415 (as above)
    from briefgen.writers.wiki import wiki_pages  # noqa: PLC0415 (as above)

    settings = project_of(project)
    wiki = _wiki(settings, folder, profile)
    place = archive or settings.archive
    with progress(verbose=verbose, quiet=quiet) as steps:
        chronology = chronicled(
            sources, settings, day, published, steps, review=reviewed(settings, review)
        )
        if place is None:
            briefing = pipeline.brief(chronology, settings)
        else:
            briefing, record = pipeline.issue(chronology, settings, place, keep=not dry_run)
            record()
        made = {"md": write("md", briefing, chronology, settings)}
        order = Order(briefing=briefing, chronology=chronology, project=settings, made=made)
        pages = wiki_pages(order, wiki.profile)
        steps("publish")
        found, commit = _publish(wiki, pages, briefing, project, dry_run=dry_run)
    _tell(found, commit, dry_run=dry_run)
    close(chronology.notices, strict=strict, quiet=quiet)


def _wiki(project: "Project", folder: Path | None, profile: str | None) -> "Wiki":
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


def _publish(
    wiki: "Wiki",
    pages: "tuple[Page, ...]",
    briefing: "Briefing",
    project: Path | None,
    *,
    dry_run: bool,
) -> "tuple[tuple[Change, ...], str | None]":
    """What changed, and the hash of the commit where there is one."""
    from briefgen.delivery import folder, git  # noqa: PLC0415 (--help shall not wait)

    if wiki.folder is not None:
        found = folder.changes(wiki.folder, pages)
        if not dry_run:
            folder.apply(wiki.folder, found)
        return found, None
    copy = (project.parent if project else Path()) / ".briefgen" / "wiki"
    if dry_run:
        return git.preview(wiki, pages, copy), None
    fields = {
        "title": briefing.title,
        "date": briefing.date_short,
        "day": briefing.day.isoformat(),
        "events": sum(1 for _ in briefing.entries()),
    }
    commit = git.Commit(
        author=wiki.author, when=briefing.cutoff, message=wiki.message.format(**fields)
    )
    done = git.publish(wiki, pages, copy, commit)
    return done.changes, done.commit


def _tell(found: "tuple[Change, ...]", commit: str | None, *, dry_run: bool) -> None:
    from briefgen.delivery.folder import diff  # noqa: PLC0415 (--help shall not wait)

    if dry_run:
        typer.echo(diff(found), nl=False)
        return
    for change in found:
        typer.echo(f"{'made' if change.before is None else 'renewed'} {change.path}")
    if commit:
        typer.echo(f"commit {commit}")
    if not found:
        typer.echo("nothing changed", err=True)
