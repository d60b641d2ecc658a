"""Nothing → a folder that is a project: its files to edit, an inbox, a place for templates."""

from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.talk import save
from briefgen.errors import UsageError

__all__ = ["init"]


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="Where to make it. Default: here.")
    ] = Path(),
) -> None:
    """Make a project: a commented briefgen.toml, an inbox, theaters, topics and milestones to edit.

    Put reporting into its inbox, and call “briefgen run” there.
    """
    from briefgen.knowledge import starter  # noqa: PLC0415 (--help shall not wait for the rooms)

    files = starter.starter_files()
    there = [name for name in files if (folder / name).exists()]
    if there:
        raise UsageError(f"{folder / there[0]}: is there already; it is left as it is")
    for path in save(files, folder):
        typer.echo(path)
    where = "" if folder == Path() else f"cd {folder}; "
    typer.echo(f"put reporting into {folder / 'inbox'}, then: {where}briefgen run", err=True)
