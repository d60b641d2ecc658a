"""A project's inbox, looked at again and again → a run whenever it has changed."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.run import Round, fetch_only, make_round
from briefgen.cli.sources import PROJECT, project_of, sources_of
from briefgen.errors import BriefgenError, UsageError

__all__ = ["watch"]

Seen = tuple[tuple[str, int, int], ...]
"""Path, time of change in nanoseconds, size of each file."""


def watch(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="The project's folder. Default: here.")
    ] = Path(),
    settle: Annotated[
        float, typer.Option(metavar="SECONDS", help="How long the inbox must lie still.", min=0)
    ] = 2.0,
    look: Annotated[
        float, typer.Option(metavar="SECONDS", help="How often it is looked at.", min=0.05)
    ] = 1.0,
    fetch: Annotated[
        float, typer.Option(metavar="MINUTES", help="How often feeds are fetched.", min=1)
    ] = 30.0,
    send: Annotated[
        bool, typer.Option("--send", help="Send mail for every revision, not only in “run”.")
    ] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Tell each stage.")] = False,
) -> None:
    """Renew the edition, the files and the wiki whenever the inbox changes, until it is stopped.

    Mail is left to “briefgen run”, so that a day gives one message and not one for every page that
    comes in. SIGINT and SIGTERM end it after the run that is under way; a second one ends that too.
    """
    project = folder / PROJECT
    if not project.is_file():
        raise UsageError(f"{folder}: there is no {PROJECT}; make one with “briefgen init”")
    asked = Round(project=project, fetch=False, send=send, verbose=verbose)
    inbox = Path(sources_of(None, project_of(project))[0])
    done: Seen | None = None
    before: Seen | None = None
    still_since = fetched = float("-inf")
    with _until_stopped() as stop:
        typer.echo(f"watching {inbox}", err=True)
        while not stop.is_set():
            now = time.monotonic()
            if now - fetched >= fetch * 60:
                fetched = now
                _told(lambda: fetch_only(asked))
            seen = _seen(inbox)
            if seen != before:
                before, still_since = seen, now
            if seen != done and now - still_since >= settle:
                done = seen
                _told(lambda: make_round(asked))
            stop.wait(look)


def _told(act: Callable[[], object]) -> None:
    """Do something whose failure is told, and ends nothing: the next change may mend it."""
    try:
        act()
    except BriefgenError as error:
        typer.secho(f"briefgen: {error}", err=True, fg="red")


def _seen(inbox: Path) -> Seen:
    return tuple(sorted(_files(inbox)))


def _files(inbox: Path) -> Iterator[tuple[str, int, int]]:
    for where, folders, files in os.walk(inbox):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if name.startswith("."):
                continue
            path = Path(where, name)
            try:
                status = path.stat()
            except OSError:
                continue  # it went away meanwhile
            yield str(path), status.st_mtime_ns, status.st_size


@contextmanager
def _until_stopped() -> Iterator[threading.Event]:
    """An event that SIGINT and SIGTERM set; the second time they do what they always do."""
    stop = threading.Event()
    kinds = (signal.SIGINT, signal.SIGTERM)
    before = {kind: signal.getsignal(kind) for kind in kinds}

    def ask(number: int, _frame: object) -> None:
        stop.set()
        signal.signal(number, before[signal.Signals(number)])

    for kind in kinds:
        signal.signal(kind, ask)
    try:
        yield stop
    finally:
        for kind in kinds:
            signal.signal(kind, before[kind])
