"""An event's id → how it changed through the editions."""

from typing import Annotated

import typer

from briefgen.cli.options import ArchiveFile, ProjectFile
from briefgen.cli.sources import archive_of, project_of

__all__ = ["history"]


def history(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="Its id, or the beginning of it.")],
    project: ProjectFile = None,
    archive: ArchiveFile = None,
) -> None:
    """Tell how an event changed through the editions; search shows the ids."""
    from briefgen import archive as room  # noqa: PLC0415 (--help shall not wait for the rooms)
    from briefgen.knowledge.locale import load_locale  # noqa: PLC0415 (as above)
    from briefgen.temporal.wording import label  # noqa: PLC0415 (as above)

    locale = load_locale(project_of(project).language)
    for chapter in room.history(archive_of(project, archive), event):
        state = chapter.state
        revision = f", revision {chapter.revision}" if chapter.revision > 1 else ""
        issued = "" if chapter.latest else " (replaced by a later revision)"
        when = label(state.interval, locale) if state.interval else "undated"
        typer.echo(f"Edition {state.edition}{revision}, {chapter.day}{issued}: {state.mark.value}")
        typer.echo(f"  {when}: {' '.join(state.headline.split())}")
        publishers = f"{state.publishers} publisher{'' if state.publishers == 1 else 's'}"
        typer.echo(f"  {state.event}, {state.status}, {state.standing}, {publishers}")
        for shift in state.shifts:
            typer.echo(f"  {shift.field}: {shift.old} → {shift.new}")
        if state.why:
            typer.echo(f"  because {state.why}")
