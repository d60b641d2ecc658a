"""Sources → the daily brief in every format asked for, and chronology.json."""

from pathlib import Path
from typing import Annotated

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
from briefgen.cli.talk import close, progress, save
from briefgen.errors import UsageError

__all__ = ["FORMATS", "brief", "formats_named"]

FORMATS = ("md", "html", "eml", "pdf")
"""What `brief` writes when not told otherwise; chronology.json comes with any of them."""


def brief(
    sources: Sources = None,
    day: Day = None,
    published: Published = None,
    to: Annotated[
        str,
        typer.Option(
            "--to", "-t", help="Formats, comma between: md, html, eml, pdf, json, briefing."
        ),
    ] = ",".join(FORMATS),
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder to write to.")] = Path(
        "output"
    ),
    project: ProjectFile = None,
    review: ReviewFile = None,
    archive: ArchiveFile = None,
    no_record: Annotated[
        bool, typer.Option("--no-record", help="Compare with the archive, but record no edition.")
    ] = False,
    strict: Strict = False,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Write the daily brief, and chronology.json beside it."""
    from briefgen import pipeline, writers  # noqa: PLC0415 (--help shall not wait for the rooms)

    formats = formats_named(to)
    settings = project_of(project)
    told = reviewed(settings, review)
    with progress(verbose=verbose, quiet=quiet) as steps:
        chronology = chronicled(sources, settings, day, published, steps, review=told)
        steps("compose and write")
        place = archive or settings.archive
        if place is None:
            edition = pipeline.brief(chronology, settings)
            files = writers.write_all(formats, edition, chronology, settings)
        else:
            edition, record = pipeline.issue(chronology, settings, place, keep=not no_record)
            files = writers.write_all(formats, edition, chronology, settings)
            record()  # before the files are there: what was handed out has been kept
        paths = save(files, output)
    for path in paths:
        typer.echo(path)
    close(chronology.notices, strict=strict, quiet=quiet)


def formats_named(text: str) -> tuple[str, ...]:
    """The formats that an option names, chronology.json always among them. Raises UsageError."""
    from briefgen.writers import WRITERS as known  # noqa: N811, PLC0415 (--help shall not wait)

    wanted = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    wrong = [part for part in wanted if part not in known]
    if wrong or not wanted:
        raise UsageError(f"--to {text!r}: choose from {', '.join(known)}")
    return wanted if "json" in wanted else (*wanted, "json")
