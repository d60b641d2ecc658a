"""A project → what is new fetched, read, kept as an edition, written, sent and published."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.brief import FORMATS, formats_named
from briefgen.cli.options import Day, ProjectFile, Quiet, Sources, Strict, Verbose
from briefgen.cli.send import left_open, password_of
from briefgen.cli.sources import chronicled, project_of, reviewed, sources_of
from briefgen.cli.talk import close, progress, shown
from briefgen.errors import UsageError

if TYPE_CHECKING:
    from briefgen.cli.stages import Desk
    from briefgen.knowledge.project import Project

__all__ = ["Round", "fetch_only", "make_round", "run"]

Say = Callable[[str, str], None]
"""Is told a stage and what came of it."""


def run(
    sources: Sources = None,
    day: Day = None,
    to: Annotated[
        str, typer.Option("--to", "-t", help="Formats of the files in --output, comma between.")
    ] = ",".join(FORMATS),
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="DIR", help="Default: output/ beside the project file."
        ),
    ] = None,
    no_fetch: Annotated[bool, typer.Option("--no-fetch", help="Fetch no feeds.")] = False,
    no_send: Annotated[bool, typer.Option("--no-send", help="Send no mail.")] = False,
    no_publish: Annotated[bool, typer.Option("--no-publish", help="Leave the wiki alone.")] = False,
    project: ProjectFile = None,
    strict: Strict = False,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Do all that the project asks for: fetch, read, issue, write, send, publish.

    Made for cron and systemd: one at a time, a line a stage, and nothing done twice, however often
    it is called and wherever it was cut short. Exit codes: 0 done, or nothing was new; 1 a feed, a
    letter or the wiki is still open, and the next run goes on with it; 2 there is no edition.
    """
    asked = Round(
        sources=tuple(sources or ()),
        project=project,
        day=day,
        formats=formats_named(to),
        output=output,
        fetch=not no_fetch,
        send=not no_send,
        publish=not no_publish,
        strict=strict,
        verbose=verbose,
        quiet=quiet,
    )
    if not make_round(asked):
        raise typer.Exit(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What one run shall do."""

    sources: tuple[str, ...] = ()
    project: Path | None = None
    day: str | None = None
    formats: tuple[str, ...] = FORMATS
    output: Path | None = None
    fetch: bool = True
    send: bool = True
    publish: bool = True
    strict: bool = False
    verbose: bool = False
    quiet: bool = False


def make_round(asked: Round) -> bool:
    """Do it; whether nothing is left open. Raises BriefgenError where no edition can be made."""
    from briefgen.delivery.lock import alone  # noqa: PLC0415 (--help shall not wait)

    settings = project_of(asked.project)
    if settings.folder is None:
        raise UsageError("no briefgen.toml here: make a project with “briefgen init”, or name one")
    if settings.archive is None:
        raise UsageError(
            "the project keeps no archive (archive = false), by which runs know what "
            "is done; leave that line out"
        )
    with alone(settings.folder):
        fetched = _fetch(settings, _say) if asked.fetch else True
        issued = _issue(asked, settings, settings.archive, _say)
    return fetched and issued


def fetch_only(asked: Round) -> bool:
    """Fetch the project's feeds; whether all answered. Raises BriefgenError."""
    from briefgen.delivery.lock import alone  # noqa: PLC0415 (--help shall not wait)

    settings = project_of(asked.project)
    with alone(settings.folder):
        return _fetch(settings, _say)


def _say(stage: str, told: str) -> None:
    typer.echo(f"{stage:<9}{told}")


def _fetch(project: "Project", say: Say) -> bool:
    """Fetch the feeds, where there are some; whether all answered."""
    if not project.feeds or project.inbox is None or project.folder is None:
        return True
    from briefgen.delivery.lock import state_folder  # noqa: PLC0415 (--help shall not wait)
    from briefgen.feeds import collect  # noqa: PLC0415 (as above)

    found = collect(
        project.feeds,
        project.inbox,
        state_folder(project.folder),
        project.limits,
        clock=lambda: datetime.now(UTC),
    )
    failed = [one.failure for one in found if one.failure]
    new = sum(one.path is not None for one in found)
    told = f"{new} new of {len(found)}" + (f", {len(failed)} failed" if failed else "")
    say("feeds", told)
    for failure in failed:
        typer.secho(f"feeds: {failure}", err=True, fg="yellow")
    return not failed


def _issue(asked: Round, project: "Project", archive: Path, say: Say) -> bool:
    """Read the inbox, and deliver what it gives; whether nothing is left open."""
    from briefgen.cli.stages import Desk, keep  # noqa: PLC0415 (--help shall not wait)

    sources = sources_of(asked.sources, project)
    with progress(verbose=asked.verbose, quiet=asked.quiet) as steps:
        chronology = chronicled(
            sources,
            project,
            asked.day,
            None,
            steps,
            review=reviewed(project, None),
            now=datetime.now(UTC),
        )
        notices = len(chronology.notices)
        told = f", {_many(notices, 'notice')}" if notices else ""
        say("inbox", f"{_many(len(chronology.documents), 'document')}{told}")
        if not chronology.documents:
            say("edition", "none: nothing to tell yet")
            return True
        mail = project.mail
        recipients = mail.recipients or any(group.recipients for group in mail.groups)
        desk = Desk(
            project=project,
            archive=archive,
            output=asked.output or (project.folder or Path()) / "output",
            formats=asked.formats,
            password=password_of(project),
            mail=asked.send and mail.server is not None and bool(recipients),
            wiki=asked.publish and project.wiki is not None,
        )
        steps("write")
        kept = keep(desk, chronology)
        briefing = kept.briefing
        revision = f", revision {briefing.revision}" if briefing.revision > 1 else ""
        events = _many(sum(1 for _ in briefing.entries()), "event")
        what = f"{events}" if kept.new else "nothing new"
        say("edition", f"{briefing.number} of {briefing.date_short}{revision}: {what}")
        written = f"{_many(len(kept.files), 'file')} written to {shown(desk.output)}"
        say("files", written if kept.files else "as they were")
        steps("deliver")
        if asked.send and bool(recipients) != (mail.server is not None):
            wanted = "no server to send by ([mail.server])" if recipients else "nobody to send to"
            say("mail", f"none sent; {wanted} is named in briefgen.toml")
        sent = _mail(desk, (briefing.number or 1, briefing.revision), say) if desk.mail else True
        published = _wiki(desk, say) if desk.wiki else True
    if asked.verbose or asked.strict:
        close(chronology.notices, strict=asked.strict, quiet=asked.quiet)
    return sent and published


def _mail(desk: "Desk", edition: tuple[int, int], say: Say) -> bool:
    """Send what waits; whether everybody has the edition."""
    from briefgen.cli.stages import post_all  # noqa: PLC0415 (--help shall not wait)

    posted = post_all(desk, edition)
    counts = {
        "sent": sum(len(one.sent) for one in posted),
        "had it before": len(posted[-1].had),
        **{
            state: sum(entry.state == state for one in posted for entry in one.open)
            for state in ("pending", "deferred", "refused", "unknown")
        },
    }
    told = [f"{count} {state}" for state, count in counts.items() if count]
    say("mail", ", ".join(told) or "nobody to send to")
    for one in posted:
        for line in left_open(one):
            typer.secho(f"mail: {line}", err=True, fg="yellow")
    waits = any(entry.state in {"pending", "deferred"} for one in posted for entry in one.open)
    return not (waits or posted[-1].open)


def _wiki(desk: "Desk", say: Say) -> bool:
    """Publish what waits; whether the wiki took it."""
    from briefgen.cli.stages import publish_all  # noqa: PLC0415 (--help shall not wait)

    done, failure = publish_all(desk)
    commits = [one.commit[:10] for one in done if one.commit]
    renewed = len({change.path for one in done for change in one.changes})
    told = [f"{_many(renewed, 'page')} renewed"] if renewed else []
    told += [f"commit {commit}" for commit in commits] + ["refused"] * bool(failure)
    say("wiki", ", ".join(told) or "as it was")
    if failure:
        typer.secho(f"wiki: {failure}", err=True, fg="yellow")
    return failure is None


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")
