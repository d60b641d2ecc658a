"""Nothing → the bundled templates, listed or copied to be changed."""

from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.talk import save
from briefgen.errors import UsageError

__all__ = ["templates"]


def templates(
    copy: Annotated[
        Path | None,
        typer.Option("--copy", metavar="DIR", help="Copy them into a folder, to be changed."),
    ] = None,
) -> None:
    """List the templates of every output, or copy them to be changed.

    Name the folder in briefgen.toml (templates = "DIR"): what is in it comes before the bundled
    ones. Delete what you do not change, so that it is renewed with briefgen.
    """
    from briefgen.writers.templating import bundled_templates  # noqa: PLC0415 (--help: no jinja2)

    files = bundled_templates()
    if copy is None:
        for name in files:
            typer.echo(name)
        return
    there = [name for name in files if (copy / name).exists()]
    if there:
        raise UsageError(f"{copy / there[0]}: is there already; it is left as it is")
    for path in save(files, copy):
        typer.echo(path)
