"""The archive → whether it is whole; a copy of it; a feed of its editions."""

from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.options import ArchiveFile, ProjectFile
from briefgen.cli.sources import archive_of, project_of
from briefgen.cli.talk import print_bytes, save

__all__ = ["archive"]

archive = typer.Typer(
    name="archive",
    no_args_is_help=True,
    help="Check the archive of editions, copy it, or make a feed of it.",
)


@archive.command()
def check(project: ProjectFile = None, archive: ArchiveFile = None) -> None:
    """Look whether the file is whole, every reference leads somewhere and every quote is one."""
    from briefgen import archive as room  # noqa: PLC0415 (--help shall not wait for the rooms)

    path = archive_of(project, archive)
    found = room.check(path)
    typer.echo(f"{path}: " + ", ".join(f"{rows} {table}" for table, rows in found.counts))
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
