"""Words and filters → the events of the archive that fit."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.options import ArchiveFile, ProjectFile
from briefgen.cli.sources import archive_of, day_named, project_of
from briefgen.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.archive import Found
    from briefgen.knowledge.locale import Locale
    from briefgen.knowledge.project import Theater, Topic

__all__ = ["search"]


def search(
    text: Annotated[
        str,
        typer.Argument(
            metavar="[WORDS]",
            help="Words that must all stand in it; “…” for a phrase, word* for all that begin so.",
        ),
    ] = "",
    since: Annotated[
        str | None, typer.Option("--from", metavar="DAY", help="It may have been then or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DAY", help="It may have been then or earlier.")
    ] = None,
    theater: Annotated[str | None, typer.Option(help="Id or name of a theater.")] = None,
    topic: Annotated[str | None, typer.Option(help="Id or name of a topic.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="So many at most.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    project: ProjectFile = None,
    archive: ArchiveFile = None,
) -> None:
    """Find events in the editions issued so far; those first told latest come first."""
    from briefgen import archive as room  # noqa: PLC0415 (--help shall not wait for the rooms)
    from briefgen.knowledge.locale import load_locale  # noqa: PLC0415 (as above)

    settings = project_of(project)
    query = room.Query(
        text=text,
        since=day_named(since, "--from") if since else None,
        until=day_named(until, "--to") if until else None,
        theater=_named(theater, settings.theaters, "--theater"),
        topic=_named(topic, settings.topics, "--topic"),
        limit=limit + 1,
    )
    found = room.search(archive_of(project, archive), query, settings.zone)
    locale = load_locale(settings.language)
    theaters = {each.id: each.name for each in settings.theaters}
    for event in found[:limit]:
        typer.echo(_as_json(event, locale) if as_json else _as_line(event, locale, theaters))
    if len(found) > limit:
        typer.echo(f"more than {limit}: narrow the search, or raise --limit", err=True)
    if not found:
        typer.echo("nothing of that kind was told", err=True)


def _named(
    name: str | None, known: "tuple[Theater, ...] | tuple[Topic, ...]", option: str
) -> str | None:
    """The id of a theater or topic by its id or name. Raises UsageError."""
    if name is None:
        return None
    wanted = name.casefold()
    for each in known:
        if wanted in {each.id.casefold(), each.name.casefold()}:
            return each.id
    raise UsageError(f"{option} {name!r}: choose from {', '.join(each.id for each in known)}")


def _when(event: "Found", locale: "Locale") -> str:
    from briefgen.temporal.wording import label  # noqa: PLC0415 (only where something is found)

    return label(event.interval, locale) if event.interval else "undated"


def _as_line(event: "Found", locale: "Locale", theaters: "Mapping[str, str]") -> str:
    told = f"edition {event.first}"
    if event.last != event.first:
        told = f"editions {event.first}–{event.last}"
    where = theaters.get(event.theater or "", event.theater)
    facts = (event.status, event.standing, where, told)
    return (
        f"{event.event}  {_when(event, locale)}: {' '.join(event.headline.split())} "
        f"({', '.join(filter(None, facts))})"
    )


def _as_json(event: "Found", locale: "Locale") -> str:
    from briefgen.model import to_edtf  # noqa: PLC0415 (only where something is found)

    return json.dumps(
        {
            "event": event.event,
            "lineage": event.lineage,
            "headline": event.headline,
            "date": to_edtf(event.interval) if event.interval else None,
            "label": _when(event, locale),
            "status": event.status,
            "standing": event.standing,
            "theater": event.theater,
            "topics": list(event.topics),
            "first_edition": event.first,
            "last_edition": event.last,
        },
        ensure_ascii=False,
    )
