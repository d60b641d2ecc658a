"""Sources → the chronology alone, printed or saved, in the formats of other programs."""

import sys
from collections.abc import Sequence
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
from briefgen.cli.talk import close, print_bytes, progress, save, width
from briefgen.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.knowledge.project import Project
    from briefgen.model import Chronology
    from briefgen.writers.exports import Export

__all__ = ["timeline"]


def timeline(
    sources: Sources = None,
    day: Day = None,
    published: Published = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            "-t",
            metavar="FORMAT,...",
            help="table, json, csv, xlsx, ics, timelinejs, geojson, jsonld, md, wikitext, "
            "markwhen, parquet, html; comma between. Default: what --output ends with, else table.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE|DIR", help="File, or folder for several formats."
        ),
    ] = None,
    every: Annotated[
        bool,
        typer.Option("--all", help="ics: what has happened too, not only what is planned or due."),
    ] = False,
    why: Annotated[
        str | None,
        typer.Option(
            "--why",
            metavar="EVENT",
            help="Print the reasoning of one event instead: its id, the start of it, or words of "
            "its headline.",
        ),
    ] = None,
    project: ProjectFile = None,
    review: ReviewFile = None,
    archive: ArchiveFile = None,
    strict: Strict = False,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Print the chronology alone, or save it in the formats of other programs."""
    from briefgen import pipeline  # noqa: PLC0415 (--help shall not wait for the rooms)
    from briefgen.writers.exports import (  # noqa: PLC0415 (as above)
        EXPORTS,
        export_all,
        export_name,
    )

    formats = _formats(to, output, EXPORTS)
    target = _target(formats, output)
    if target is None:
        _refuse_a_terminal(formats[0], EXPORTS[formats[0]])
    settings = project_of(project)
    told = reviewed(settings, review)
    with progress(verbose=verbose, quiet=quiet) as steps:
        chronology = chronicled(sources, settings, day, published, steps, review=told)
        if why is not None:
            typer.echo(_reasoning(why, chronology, settings), nl=False)
            return
        place = archive or settings.archive
        made = export_all(
            formats,
            chronology,
            settings,
            every=every,
            width=width(),
            serials=pipeline.serials(chronology, settings, place)
            if place and "ics" in formats
            else {},
            progress=steps,
        )
    if target is None:
        print_bytes(made[formats[0]])
    else:
        folder, name = target
        files = {name or export_name(one, chronology): data for one, data in made.items()}
        for path in save(files, folder):
            typer.echo(path)
    close(chronology.notices, strict=strict, quiet=quiet)


def _reasoning(wanted: str, chronology: "Chronology", project: "Project") -> str:
    """The whole reasoning of the event that is meant. Raises UsageError where none is."""
    from briefgen.events.language.lexicon_tables import load_statements  # noqa: PLC0415 (--help shall not wait)
    from briefgen.events.search import find_event, neighbours, on_the_matter  # noqa: PLC0415 (as above)
    from briefgen.writers.reasoning import reasoning  # noqa: PLC0415 (as above)

    event = find_event(chronology, wanted)
    lexicon = load_statements(project.language)
    near = neighbours(event, chronology, lexicon)
    beside = on_the_matter(event, chronology, lexicon)
    return reasoning(event, near, chronology, project, beside=beside)


def _formats(to: str | None, output: Path | None, known: "Mapping[str, Export]") -> tuple[str, ...]:
    """The formats asked for, each once; without any, what the file's name says."""
    if to is None:
        if output is None or output.is_dir() or not output.suffix:
            return ("table",)
        ends = [n for n, e in known.items() if output.name.lower().endswith(f".{e.suffix}")]
        if not ends:
            raise UsageError(f"--output {output}: no format ends so; name one with --to")
        return (max(ends, key=lambda name: len(known[name].suffix)),)
    wanted = tuple(dict.fromkeys(part.strip() for part in to.split(",") if part.strip()))
    if not wanted or any(part not in known for part in wanted):
        raise UsageError(f"--to {to!r}: choose from {', '.join(known)}")
    return wanted


def _target(formats: Sequence[str], output: Path | None) -> tuple[Path, str | None] | None:
    """Folder and file name, None for the name of each format; None altogether: standard output."""
    if output is None:
        if len(formats) > 1:
            raise UsageError("several formats need a folder: name one with --output")
        return None
    if output.is_dir() or not output.suffix:
        return output, None
    if len(formats) > 1:
        raise UsageError(f"--output {output}: several formats need a folder, not a file")
    return output.parent, output.name


def _refuse_a_terminal(name: str, export: "Export") -> None:
    if export.binary and sys.stdout.isatty():
        raise UsageError(f"{name} is no text for a terminal: name a file with --output, or pipe it")
