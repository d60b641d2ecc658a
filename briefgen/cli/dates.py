"""A text, or the documents in a file → their time expressions, found and explained."""

import sys
from collections.abc import Iterator
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.options import ProjectFile
from briefgen.cli.sources import project_of, zone_named
from briefgen.errors import SourceError, UsageError

if TYPE_CHECKING:
    from briefgen.knowledge.project import Project
    from briefgen.model import Document, Interval

__all__ = ["dates"]

PLAIN = frozenset({"text", "markdown", "yaml", "csv"})
"""Formats that are tagged as they stand, so that offsets are those of the file."""


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
    """Find and explain every time expression of a text, or of the documents in a file.

    A page, a mail, a PDF, a workbook or an archive is read as `timeline` reads it, each document
    counting from its own date. FILE.jsonl is the field's exchange form: one
    {"id","text","dct","lang"} a line in, one {"id","timexes"} a line out, with TIMEX3 types and
    values.
    """
    from briefgen.knowledge.plain_words import language_of  # noqa: PLC0415 (--help shall not wait)
    from briefgen.knowledge.project import Project  # noqa: PLC0415 (as above)
    from briefgen.temporal import given, listing  # noqa: PLC0415 (as above)

    where, settings = zone_named(zone), project_of(project)
    known = settings.milestones

    def hear(body: str) -> str:
        return lang or language_of(body, settings.language)

    if text.endswith(".jsonl"):
        body = _body(_bytes(text, settings), text)
        for line in listing.corpus(
            body, name=text, zone=where, milestones=known, hear=hear, wrong=_notice
        ):
            typer.echo(line)
        return
    told = given(day, "--date", Project(zone=where)).interval if day else None
    data = _bytes(text, settings) if text == "-" or _is_file(text) else None
    if data is not None and _is_container(data, text):
        for line in _of_documents(data, text, told, lang, where, settings, as_json=as_json):
            typer.echo(line)
        return
    body = text if data is None else _body(data, text)
    language = hear(body)
    if verbose:
        typer.echo(f"language: {language} ({'given' if lang else 'heard'})", err=True)
    lines = listing.as_json if as_json else listing.as_text
    for line in lines(body, published=told, language=language, zone=where, milestones=known):
        typer.echo(line)


def _of_documents(
    data: bytes,
    name: str,
    told: "Interval | None",
    lang: str | None,
    zone: tzinfo,
    settings: "Project",
    *,
    as_json: bool,
) -> Iterator[str]:
    """The time expressions of each document in a file. Raises UsageError where it holds none."""
    from briefgen.knowledge.language import UNKNOWN  # noqa: PLC0415 (--help shall not wait)
    from briefgen.readers import ReadOptions, read_bytes  # noqa: PLC0415 (--help shall not wait)
    from briefgen.temporal import listing  # noqa: PLC0415 (as above)

    options = ReadOptions(
        zone=zone,
        language=settings.language,
        limits=settings.limits,
        columns=settings.columns,
        date_order=settings.date_order,
        milestones=settings.milestones,
    )
    reading = read_bytes(data, "stdin" if name == "-" else Path(name).name, options)
    if not reading.documents:
        reasons = [notice.message for notice in reading.notices]
        raise UsageError("\n".join(reasons) or f"{name}: it holds no text; leave it out")
    for notice in reading.notices:
        _notice(notice.message)
    for document in reading.documents:
        published = told or (document.published.interval if document.published else None)
        heard = document.language if document.language != UNKNOWN else settings.language
        language = lang or heard
        if as_json:
            yield from listing.as_json(
                document.text,
                published=published,
                language=language,
                zone=zone,
                milestones=settings.milestones,
                about={"document": document.id},
            )
            continue
        yield _heading(document, published)
        yield from listing.as_text(
            document.text,
            published=published,
            language=language,
            zone=zone,
            milestones=settings.milestones,
        )


def _heading(document: "Document", published: "Interval | None") -> str:
    """What stands over the expressions of one document."""
    from briefgen.model import to_edtf  # noqa: PLC0415 (--help shall not wait)

    source = document.source
    when = f"of {to_edtf(published)}" if published is not None else "undated"
    return f"{source.path}, article {source.position}: “{document.title}”, {when}"


def _is_container(data: bytes, name: str) -> bool:
    """Whether bytes are of a format whose text must first be read out of it."""
    from briefgen.readers.registry import choose  # noqa: PLC0415 (--help shall not wait)

    reader = choose(Path(name).name, data)
    return reader is not None and reader.format not in PLAIN


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):
        return False


def _bytes(name: str, settings: "Project") -> bytes:
    """The bytes of a file or of standard input. Raises UsageError."""
    from briefgen.readers.ingest import too_big  # noqa: PLC0415 (--help shall not wait)

    limit = settings.limits.file_bytes
    if name != "-" and not _is_file(name):
        raise UsageError(f"{name}: there is no such file")
    try:
        with Path(name).open("rb") if name != "-" else sys.stdin.buffer as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        raise UsageError(f"{name}: cannot be read: {error.strerror}") from error
    if len(data) > limit:
        raise UsageError(f"{name}: {too_big(limit)}")
    return data


def _body(data: bytes, name: str) -> str:
    """The text of a file. Raises UsageError, naming it, for one that holds none."""
    from briefgen.readers.raw.decode import decode  # noqa: PLC0415 (--help shall not wait)

    try:
        return decode(data).text
    except SourceError as error:
        raise UsageError(f"{name}: {error}") from error


def _notice(message: str) -> None:
    typer.secho(f"notice (read): {message}", err=True, fg="yellow")
