"""Sources → the chronology alone, printed."""

from enum import StrEnum
from typing import Annotated

import typer

from briefgen.cli.options import (
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
from briefgen.cli.talk import close, print_bytes, progress, width

__all__ = ["timeline"]


class TimelineFormat(StrEnum):
    """Formats of `timeline`."""

    TABLE = "table"
    JSON = "json"
    MD = "md"


def timeline(
    sources: Sources,
    day: Day = None,
    published: Published = None,
    to: Annotated[
        TimelineFormat, typer.Option("--to", "-t", help="How to print it.")
    ] = TimelineFormat.TABLE,
    project: ProjectFile = None,
    review: ReviewFile = None,
    strict: Strict = False,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Print the chronology alone."""
    from briefgen import writers  # noqa: PLC0415 (--help shall not wait for the rooms)

    settings = project_of(project)
    told = reviewed(settings, review)
    with progress(verbose=verbose, quiet=quiet) as steps:
        chronology = chronicled(sources, settings, day, published, steps, review=told)
    if to is TimelineFormat.JSON:
        print_bytes(writers.chronology_json(chronology))
    elif to is TimelineFormat.MD:
        print_bytes(writers.chronology_markdown(chronology))
    else:
        from briefgen.writers.terminal import chronology_table  # noqa: PLC0415 (brings rich)

        typer.echo(chronology_table(chronology, settings, width=width()), nl=False)
    close(chronology.notices, strict=strict, quiet=quiet)
