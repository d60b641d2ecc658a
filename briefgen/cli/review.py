"""Sources → review.yaml, in which the analyst decides; what it decided before is kept."""

from pathlib import Path

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
from briefgen.cli.sources import chronicled, project_of
from briefgen.cli.talk import close, progress, save

__all__ = ["review"]


def review(
    sources: Sources = None,
    day: Day = None,
    published: Published = None,
    file: ReviewFile = None,
    project: ProjectFile = None,
    strict: Strict = False,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Write or refresh review.yaml: accept, edit, redate, merge, split, reject, assess.

    Every command applies the file; what is written in it survives later runs.
    """
    from briefgen import library  # noqa: PLC0415 (--help shall not wait for the rooms)
    from briefgen.editor.review_sheet import make_sheet  # noqa: PLC0415 (as above)

    settings = project_of(project)
    path = file or settings.review or Path("review.yaml")
    told = library.reviewed(settings, path)
    kept = told.without_rejections() if told else None
    with progress(verbose=verbose, quiet=quiet) as steps:
        chronology = chronicled(sources, settings, day, published, steps, review=kept)
    before = path.read_text("utf-8") if path.is_file() else ""
    sheet = make_sheet(chronology, settings, before=before, review=told)
    save({path.name: sheet.text.encode()}, path.parent)
    lost = f", {sheet.lost} of which not found again" if sheet.lost else ""
    here = Path.cwd()
    shown = path.relative_to(here) if path.is_relative_to(here) else path
    typer.echo(f"{shown}: {sheet.events} events, {sheet.decided} decided{lost}")
    close(chronology.notices, strict=strict, quiet=quiet)
