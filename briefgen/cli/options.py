"""Arguments → typed values: the options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "ArchiveFile",
    "Day",
    "ProjectFile",
    "Published",
    "Quiet",
    "ReviewFile",
    "Sources",
    "Strict",
    "Verbose",
]

Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[SOURCE...]",
        help="Files, folders or archives of reporting, in any format; “-” is standard input. "
        "Default: the project's inbox.",
        show_default=False,
    ),
]
ProjectFile = Annotated[
    Path | None,
    typer.Option(
        "--project",
        "-p",
        metavar="FILE",
        help="Title, zone, theaters, topics, mail, wiki. Default: briefgen.toml, if one is here.",
    ),
]
ArchiveFile = Annotated[
    Path | None,
    typer.Option(
        "--archive",
        "-a",
        metavar="FILE",
        help="Where editions are kept. Default: the project's, archive.sqlite beside its file.",
    ),
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
ReviewFile = Annotated[
    Path | None,
    typer.Option(
        "--review",
        metavar="FILE",
        help="The desk's decisions. Default: the project's review.yaml.",
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 when there are notices.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Tell each stage and its counts.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but results and errors.")]
