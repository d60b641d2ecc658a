"""The archive → whether it is whole; a copy of it."""

from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.options import ArchiveFile, ProjectFile
from briefgen.cli.sources import archive_of

__all__ = ["archive"]

archive = typer.Typer(
    name="archive", no_args_is_help=True, help="Check the archive of editions, or copy it."
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
