"""The archive → whether it is whole; a copy of it; what was sent; a feed of its editions."""

from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.options import ArchiveFile, ProjectFile
from briefgen.cli.sources import archive_of, day_named, project_of
from briefgen.cli.talk import print_bytes, save
from briefgen.errors import UsageError

__all__ = ["archive"]

archive = typer.Typer(
    name="archive",
    no_args_is_help=True,
    help="Check the archive of editions, copy it, show what was sent, or make a feed of it.",
)


@archive.command()
def check(project: ProjectFile = None, archive: ArchiveFile = None) -> None:
    """Look whether the file is whole, every reference leads somewhere and every quote is one."""
    from briefgen import archive as room  # noqa: PLC0415 (--help shall not wait for the rooms)

    path = archive_of(project, archive)
    found = room.check(path)
    typer.echo(f"{path}: " + ", ".join(f"{table} {rows}" for table, rows in found.counts))
    for problem in found.problems:
        typer.secho(f"problem: {problem}", err=True, fg="red")
    if found.problems:
        raise typer.Exit(1)
    typer.echo("whole: nothing is damaged, nothing is missing")


@archive.command()
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy is to be.")],
    project: ProjectFile = None,
    archive: ArchiveFile = None,
) -> None:
    """Copy the archive whole, also while an edition is being written."""
    from briefgen import archive as room  # noqa: PLC0415 (--help shall not wait for the rooms)

    room.backup(archive_of(project, archive), file)
    typer.echo(file)


@archive.command()
def letters(
    day: Annotated[
        str | None,
        typer.Option("--date", "-d", metavar="YYYY-MM-DD", help="Default: the latest edition's."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="DIR", help="Save each as .eml, byte for byte."),
    ] = None,
    project: ProjectFile = None,
    archive: ArchiveFile = None,
) -> None:
    """Show what went out by mail of an edition: to whom, when, and exactly what."""
    from briefgen import archive as room  # noqa: PLC0415 (--help shall not wait for the rooms)
    from briefgen.delivery.log import CHANNEL  # noqa: PLC0415 (as above)

    place = archive_of(project, archive)
    found = room.editions_of(place, day_named(day, "--date") if day else None)
    if not found:
        raise UsageError(f"{place}: there is no edition of that day; look with “briefgen search”")
    files: dict[str, bytes] = {}
    for number, revision in found:
        name = f"edition {number}" + (f", revision {revision}" if revision > 1 else "")
        for entry in room.deliveries(place, (number, revision), CHANNEL):
            when = f" {entry.at:%Y-%m-%d %H:%M} UTC" if entry.at else ""
            reply = f" ({entry.reply})" if entry.reply else ""
            briefed = room.day_of_edition(place, (number, revision))
            typer.echo(f"{name} of {briefed}, {entry.recipient}: {entry.state}{when}{reply}")
            files[f"{len(files) + 1:03}.eml"] = entry.data
    if not files:
        typer.echo("no letter was written of it", err=True)
    if output is not None:
        for path in save(files, output):
            typer.echo(path)


@archive.command()
def feed(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Default: stdout.")
    ] = None,
    url: Annotated[
        str | None, typer.Option("--url", help="Address of the folder that holds the HTML briefs.")
    ] = None,
    most: Annotated[int, typer.Option(min=1, help="So many editions at most.")] = 30,
    project: ProjectFile = None,
    archive: ArchiveFile = None,
) -> None:
    """Write an Atom feed of the editions issued, the newest first."""
    from email.utils import parseaddr  # noqa: PLC0415 (--help shall not wait for the rooms)

    from briefgen import archive as room  # noqa: PLC0415 (as above)
    from briefgen.writers.exports.atom import atom  # noqa: PLC0415 (as above)

    sender = parseaddr(project_of(project).mail.sender)[1]
    found = room.issued_briefs(archive_of(project, archive), most)
    data = atom(
        [(each.cutoff, each.brief) for each in found], domain=sender.rpartition("@")[2], base=url
    )
    if output is None:
        print_bytes(data)
    else:
        save({output.name: data}, output.parent)
        typer.echo(output)
