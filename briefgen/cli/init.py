"""Nothing → the files of a project, to edit."""

from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.talk import save
from briefgen.errors import UsageError

__all__ = ["init"]


def init(
    folder: Annotated[Path, typer.Argument(help="Where to put the project files.")] = Path(),
) -> None:
    """Write a commented briefgen.toml, with theaters, topics and milestones to edit."""
    from briefgen.knowledge import starter  # noqa: PLC0415 (--help shall not wait for the rooms)

    files = starter.starter_files()
    there = [name for name in files if (folder / name).exists()]
    if there:
        raise UsageError(f"{folder / there[0]}: is there already; it is left as it is")
    for path in save(files, folder):
        typer.echo(path)
