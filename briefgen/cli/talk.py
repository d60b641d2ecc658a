"""Results → stdout and files; progress and notices → stderr."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from briefgen.errors import WriterError

if TYPE_CHECKING:
    from briefgen.model import Notice

__all__ = ["close", "print_bytes", "progress", "save", "shown", "width"]


@contextmanager
def progress(*, verbose: bool, quiet: bool) -> Iterator[Callable[[str], None]]:
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


def close(notices: "Sequence[Notice]", *, strict: bool, quiet: bool) -> None:
    """Tell the notices, and end with 1 where the user is strict about them."""
    if not quiet:
        for notice in notices:
            typer.secho(f"notice ({notice.stage}): {notice.message}", err=True, fg="yellow")
    if strict and notices:
        raise typer.Exit(1)


def save(files: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Write files into a folder, which is made where it is missing. Raises WriterError."""
    from briefgen.delivery.files import put  # noqa: PLC0415 (--help shall not wait)

    paths = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            path = folder / name
            put(path, data)
            paths.append(path)
    except OSError as error:
        raise WriterError(f"{folder}: cannot write there ({error.strerror})") from error
    return paths


def print_bytes(data: bytes) -> None:
    """Print bytes as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def shown(path: Path) -> str:
    """A path as short as it can be said: from here, where it lies here."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def width() -> int:
    """Columns of the terminal; 110 where there is none."""
    import shutil  # noqa: PLC0415 (only for the table)

    return shutil.get_terminal_size((110, 24)).columns
