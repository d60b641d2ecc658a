"""A text → its time expressions, found and explained."""

from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.options import ProjectFile
from briefgen.cli.sources import body_of, project_of, zone_named
from briefgen.errors import UsageError

__all__ = ["dates"]


def dates(
    text: Annotated[str, typer.Argument(metavar="TEXT|FILE|-", help="A text, a file, or “-”.")],
    day: Annotated[
        str | None,
        typer.Option("--date", "-d", metavar="DATE", help="The text's own date, to count from."),
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option("--lang", "-l", metavar="CODE", help="Its language; else told by its words."),
    ] = None,
    zone: Annotated[str, typer.Option("--zone", help="Zone of its clock times.")] = "UTC",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    project: ProjectFile = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Tell the language that is read.")
    ] = False,
) -> None:
    """Find and explain every time expression of a text.

    FILE.jsonl is the field's exchange form: one {"id","text","dct","lang"} a line in, one
    {"id","timexes"} a line out, with TIMEX3 types and values.
    """
    from briefgen.knowledge.plain_words import language_of  # noqa: PLC0415 (--help shall not wait)
    from briefgen.knowledge.project import Project  # noqa: PLC0415 (as above)
    from briefgen.temporal import given, listing  # noqa: PLC0415 (as above)

    where, settings = zone_named(zone), project_of(project)
    known = settings.milestones

    def hear(body: str) -> str:
        return lang or language_of(body, settings.language)

    path = Path(text)
    if text.endswith(".jsonl"):
        if not path.is_file():
            raise UsageError(f"{text}: there is no such file")
        whole = path.read_text("utf-8")
        for line in listing.corpus(whole, name=text, zone=where, milestones=known, hear=hear):
            typer.echo(line)
        return
    body = body_of(text)
    told = given(day, "--date", Project(zone=where)).interval if day else None
    language = hear(body)
    if verbose:
        typer.echo(f"language: {language} ({'given' if lang else 'heard'})", err=True)
    lines = listing.as_json if as_json else listing.as_text
    for line in lines(body, published=told, language=language, zone=where, milestones=known):
        typer.echo(line)
