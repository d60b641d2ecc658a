"""A path → an open archive: made, brought up to date or refused with a reason.

An archive is one SQLite file in WAL mode: many read while one writes. Whatever is written is
written in one transaction, so a process that dies leaves what was there before.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from briefgen.errors import ArchiveError

__all__ = [
    "APPLICATION",
    "is_empty",
    "migrations",
    "reading",
    "schema_version",
    "statements",
    "upgrade",
    "writing",
]

APPLICATION = 0x62726667
"""``PRAGMA application_id`` of an archive: "brfg"."""
PATIENCE = 5.0
"""Seconds to wait for another process that is writing."""

REASONS = (
    ("file is not a database", "is no archive of briefgen; name another file"),
    ("malformed", "is damaged; look with `briefgen archive check`, or put a backup in its place"),
    ("locked", "is being written by another process; try again when that has finished"),
    ("busy", "is being written by another process; try again when that has finished"),
    ("readonly", "cannot be written: the file or its folder is read-only"),
    ("unable to open", "cannot be opened; look whether its folder is there and may be written"),
    ("disk is full", "cannot be written: the disk is full"),
    ("disk i/o", "cannot be read or written: the disk reports an error"),
)
"""What SQLite says → what that means for an archive, and the remedy."""


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """The archive for one transaction, made where there is none: all of it is kept, or nothing.

    Raises ArchiveError for a file that is no archive, a newer one, a locked or a damaged one.
    """
    with _told(path):
        connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        try:
            _prepare(connection, path)
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")
        finally:
            connection.close()


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """The archive as it stands at one moment, read-only, also while another process writes.

    Raises ArchiveError as :func:`writing` does, and where there is no such file.
    """
    if not path.is_file():
        raise ArchiveError(f"{path}: there is no archive yet; `briefgen run` starts one")
    with _told(path):
        connection = _read_only(path)
        try:
            _refuse(connection, path, least=schema_version())
            connection.execute("BEGIN")
            yield connection
        finally:
            connection.close()


def upgrade(path: Path) -> None:
    """Bring an archive that is there up to date. Raises ArchiveError."""
    if path.exists():
        with writing(path):
            pass


def is_empty(path: Path) -> bool:
    """Whether nothing was ever kept there: there is no file, or an empty one."""
    try:
        return path.stat().st_size == 0
    except FileNotFoundError:
        return True
    except OSError as error:
        raise ArchiveError(f"{path}: cannot be opened ({error.strerror})") from error


def schema_version() -> int:
    """The number of the last migration."""
    return len(migrations())


@cache
def migrations() -> tuple[str, ...]:
    """The scripts that make the schema, in order."""
    folder = files("briefgen.archive") / "migrations"
    found = sorted(item.name for item in folder.iterdir() if item.name.endswith(".sql"))
    return tuple((folder / name).read_text("utf-8") for name in found)


def _read_only(path: Path) -> sqlite3.Connection:
    """A connection that cannot write; on a read-only disk, one that takes the file as it lies."""
    address = f"file:{quote(str(path.resolve()))}?mode=ro"
    connection = sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        if path.with_name(f"{path.name}-wal").exists():
            raise
        connection = sqlite3.connect(
            f"{address}&immutable=1", uri=True, timeout=PATIENCE, isolation_level=None
        )
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the archive up to date, one transaction a migration; refuse what is none."""
    version = _refuse(connection, path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    while version < schema_version():
        connection.execute("BEGIN IMMEDIATE")
        version = _version(connection)  # another process may have been faster
        if version < schema_version():
            for statement in statements(migrations()[version]):
                connection.execute(statement)
            version += 1
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("COMMIT")


def statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one: ``executescript`` would commit before them."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _refuse(connection: sqlite3.Connection, path: Path, *, least: int = 0) -> int:
    """The version of the archive's schema. Raises ArchiveError for what cannot be used."""
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = _version(connection)
    if tables and application != APPLICATION:
        raise ArchiveError(f"{path}: is an SQLite file of another program; name another file")
    if version > schema_version():
        raise ArchiveError(
            f"{path}: was written by a newer briefgen (schema {version}, this one knows "
            f"{schema_version()}); bring briefgen up to date"
        )
    if version < least:
        if version == 0:
            raise ArchiveError(f"{path}: holds no edition yet; `briefgen run` issues one")
        raise ArchiveError(
            f"{path}: is of an older schema, {version}; `briefgen run` brings it up to date"
        )
    return version


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What SQLite reports, as an ArchiveError that names the file, the reason and the remedy."""
    try:
        yield
    except sqlite3.Error as error:
        said = str(error).lower()
        reason = next((ours for theirs, ours in REASONS if theirs in said), None)
        raise ArchiveError(f"{path}: {reason or f'cannot be used: {error}'}") from error
