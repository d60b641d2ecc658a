"""Arguments → pipeline → print. The only place that asks the time.

Results go to stdout, talk to stderr. Exit codes: 0 fine, 1 finished with notices under
``--strict``, 2 bad usage or input.
"""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, tzinfo
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen import __version__
from briefgen.errors import BriefgenError, DateError, UsageError, WriterError

if TYPE_CHECKING:
    from briefgen.knowledge.project import Project
    from briefgen.model import Chronology, Notice

app = typer.Typer(
    name="briefgen",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    help="Turn a pile of reporting into a chronology in which every date explains itself, "
    "and into a daily brief as PDF, e-mail, web page and wiki text.",
    epilog="Start here:  briefgen brief samples/kestrel-strait/inbox "
    "--project samples/kestrel-strait/briefgen.toml",
)

FORMATS = ("md", "html", "eml", "pdf")
"""What `brief` writes when not told otherwise; chronology.json comes with any of them."""


class TimelineFormat(StrEnum):
    """Formats of `timeline`."""

    TABLE = "table"
    JSON = "json"
    MD = "md"


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE...",
        help="Files, folders or archives of reporting, in any format; “-” is standard input.",
    ),
]
ProjectFile = Annotated[
    Path | None,
    typer.Option("--project", "-p", help="briefgen.toml: title, zone, theaters, topics, mail."),
]
Day = Annotated[
    str | None,
    typer.Option(
        "--date",
        "-d",
        metavar="YYYY-MM-DD",
        help="The day briefed. Default: the latest document's day. It dates no event.",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="The date of sources that carry none of their own; the brief says that it was given.",
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 when there are notices.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Tell each stage and its counts.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but results and errors.")]


@app.command()
def brief(
    sources: Sources,
    day: Day = None,
    published: Published = None,
    to: Annotated[
        str, typer.Option("--to", "-t", help="Formats, comma between: md, html, eml, pdf, json.")
    ] = ",".join(FORMATS),
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder to write to.")] = Path(
        "output"
    ),
    project: ProjectFile = None,
    strict: Strict = False,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Write the daily brief, and chronology.json beside it."""
    from briefgen import pipeline, writers  # noqa: PLC0415 (--help shall not wait for the rooms)

    formats = _formats(to, tuple(writers.WRITERS))
    settings = _project(project)
    with _progress(verbose=verbose, quiet=quiet) as steps:
        chronology = _chronicle(sources, settings, day, published, steps)
        steps("compose and write")
        edition = pipeline.brief(chronology, settings)
        files = writers.write_all(formats, edition, chronology, settings)
        paths = _save(files, output)
    for path in paths:
        typer.echo(path)
    _close(chronology.notices, strict=strict, quiet=quiet)


@app.command()
def timeline(
    sources: Sources,
    day: Day = None,
    published: Published = None,
    to: Annotated[
        TimelineFormat, typer.Option("--to", "-t", help="How to print it.")
    ] = TimelineFormat.TABLE,
    project: ProjectFile = None,
    strict: Strict = False,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Print the chronology alone."""
    from briefgen import writers  # noqa: PLC0415 (--help shall not wait for the rooms)

    settings = _project(project)
    with _progress(verbose=verbose, quiet=quiet) as steps:
        chronology = _chronicle(sources, settings, day, published, steps)
    if to is TimelineFormat.JSON:
        _print_bytes(writers.chronology_json(chronology))
    elif to is TimelineFormat.MD:
        _print_bytes(writers.chronology_markdown(chronology))
    else:
        from briefgen.writers.terminal import chronology_table  # noqa: PLC0415 (brings rich)

        typer.echo(chronology_table(chronology, settings, width=_width()), nl=False)
    _close(chronology.notices, strict=strict, quiet=quiet)


@app.command()
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

    where, settings = _zone(zone), _project(project)
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
    body = _body(text)
    told = given(day, "--date", Project(zone=where)).interval if day else None
    language = hear(body)
    if verbose:
        typer.echo(f"language: {language} ({'given' if lang else 'heard'})", err=True)
    lines = listing.as_json if as_json else listing.as_text
    for line in lines(body, published=told, language=language, zone=where, milestones=known):
        typer.echo(line)


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="Where to put the project files.")] = Path(),
) -> None:
    """Write a commented briefgen.toml, with theaters, topics and milestones to edit."""
    from briefgen.knowledge import starter  # noqa: PLC0415 (--help shall not wait for the rooms)

    files = starter.starter_files()
    there = [name for name in files if (folder / name).exists()]
    if there:
        raise UsageError(f"{folder / there[0]}: is there already; it is left as it is")
    for path in _save(files, folder):
        typer.echo(path)


def main() -> None:
    """The console script: run the command line, and tell errors as one line without a trace."""
    try:
        code = app(standalone_mode=False)
    except BriefgenError as error:
        typer.secho(f"briefgen: {error}", err=True, fg="red")
        sys.exit(2)
    except typer.TyperException as error:
        typer.echo(f"briefgen: {error.format_message()} (see briefgen --help)", err=True)
        sys.exit(2)
    except (KeyboardInterrupt, typer.Abort):
        typer.echo("briefgen: stopped", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(0)
    sys.exit(code if isinstance(code, int) else 0)


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Options before any command."""
    if version:
        typer.echo(f"briefgen {__version__}")
        raise typer.Exit


def _chronicle(
    sources: Sequence[str],
    project: "Project",
    day: str | None,
    published: str | None,
    steps: Callable[[str], None],
) -> "Chronology":
    from briefgen import library, pipeline  # noqa: PLC0415 (--help shall not wait for the rooms)

    limit = project.limits.file_bytes
    stdin = sys.stdin.buffer.read(limit + 1) if "-" in sources else None  # more is told, not kept
    reading = library.read(sources, project, published=published, stdin=stdin)
    briefed = _day(day) if day else pipeline.day_of(reading.documents, project)
    if briefed is None:
        briefed = datetime.now(project.zone).date()
    return library.chronicle(reading, project, briefed, steps=steps)


def _zone(name: str) -> tzinfo:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 (only here)

    try:
        return UTC if name == "UTC" else ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise UsageError(f"--zone {name!r}: no such zone; write it as Europe/Kyiv") from error


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise DateError(f"--date {text!r}: not a day; write it as 2024-07-18") from error


def _body(text: str) -> str:
    """The text to tag: standard input, a file's text, or the argument itself."""
    try:
        is_file = text != "-" and Path(text).is_file()
    except (OSError, ValueError):
        is_file = False
    if text != "-" and not is_file:
        return text
    from briefgen.knowledge.project import Limits  # noqa: PLC0415 (only for files)
    from briefgen.readers.ingest import too_big  # noqa: PLC0415 (as above)
    from briefgen.readers.raw.decode import decode  # noqa: PLC0415 (as above)

    limit = Limits().file_bytes
    with Path(text).open("rb") if is_file else sys.stdin.buffer as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise UsageError(f"{text}: {too_big(limit)}")
    return decode(data).text


def _project(path: Path | None) -> "Project":
    from briefgen.knowledge import load_project  # noqa: PLC0415 (as above)

    return load_project(path)


def _formats(text: str, known: Sequence[str]) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    wrong = [part for part in wanted if part not in known]
    if wrong or not wanted:
        raise UsageError(f"--to {text!r}: choose from {', '.join(known)}")
    return wanted if "json" in wanted else (*wanted, "json")


def _save(files: Mapping[str, bytes], folder: Path) -> list[Path]:
    paths = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            path = folder / name
            path.write_bytes(data)
            paths.append(path)
    except OSError as error:
        raise WriterError(f"{folder}: cannot write there ({error.strerror})") from error
    return paths


def _print_bytes(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def _width() -> int:
    import shutil  # noqa: PLC0415 (only for the table)

    return shutil.get_terminal_size((110, 24)).columns


@contextmanager
def _progress(*, verbose: bool, quiet: bool) -> Iterator[Callable[[str], None]]:
    """A spinner with the stage on a terminal; lines with -v; nothing in a pipe."""
    if verbose:
        yield lambda line: typer.echo(line, err=True)
        return
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 (only on a terminal)

    console = Console(stderr=True)
    with console.status("reading") as status:
        yield status.update


def _close(notices: "Sequence[Notice]", *, strict: bool, quiet: bool) -> None:
    """Tell the notices, and end with 1 where the user is strict about them."""
    if not quiet:
        for notice in notices:
            typer.secho(f"notice ({notice.stage}): {notice.message}", err=True, fg="yellow")
    if strict and notices:
        raise typer.Exit(1)
