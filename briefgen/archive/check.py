"""The archive → what is wrong with it, in words; and a copy of it, made while others write."""

import json
import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from briefgen.archive.store import reading
from briefgen.errors import ArchiveError, UsageError

__all__ = ["Checked", "backup", "check"]

MOST = 20
"""Problems of one kind that are told one by one."""

COUNTS = ("editions", "events", "lineages", "reports", "documents", "corrections", "deliveries")

ORPHANS = (
    (
        (
            "SELECT lineage FROM lineages AS l WHERE latest IS NULL"
            " OR NOT EXISTS (SELECT 1 FROM events WHERE id = l.latest AND lineage = l.lineage)"
        ),
        "lineage {}: there is no event that it leads to",
    ),
    (
        (
            "SELECT v.event, e.number FROM events AS v JOIN editions AS e ON e.id = v.edition"
            " WHERE NOT EXISTS (SELECT 1 FROM event_reports WHERE event = v.id)"
        ),
        "event {} of edition {}: no report is kept of it",
    ),
    (
        (
            "SELECT id FROM reports AS r"
            " WHERE NOT EXISTS (SELECT 1 FROM event_reports WHERE report = r.id)"
        ),
        "report {}: no event rests on it",
    ),
    (
        (
            "SELECT id FROM documents AS d"
            " WHERE NOT EXISTS (SELECT 1 FROM edition_documents WHERE document = d.id)"
        ),
        "document {}: no edition was made of it",
    ),
    (
        "SELECT lineage FROM lineages WHERE id NOT IN (SELECT rowid FROM words)",
        "lineage {}: search cannot find it",
    ),
    (
        "SELECT id FROM parcels WHERE id NOT IN (SELECT parcel FROM deliveries WHERE parcel > 0)",
        "parcel {}: no letter has it as its body",
    ),
    (
        (
            "SELECT r.id, r.document FROM reports AS r JOIN documents AS d ON d.id = r.document"
            ' WHERE substr(d.text, r.start + 1, r."end" - r.start) <> r.quote'
        ),
        "report {}: its quote does not stand in document {}",
    ),
)
"""A query for what is not as it should be, and the words for each row of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was looked at, and what is wrong."""

    counts: tuple[tuple[str, int], ...]
    """Table → rows."""
    problems: tuple[str, ...]


def check(path: Path) -> Checked:
    """Whether the file is whole, every reference leads somewhere, and every quote is a quote.

    Raises ArchiveError where the file cannot be opened at all.
    """
    with reading(path) as connection:
        broken = tuple(_broken(connection))
        if broken:
            return Checked(counts=(), problems=broken)
        return Checked(
            counts=tuple((table, _count(connection, table)) for table in COUNTS),
            problems=(*_loose(connection), *_orphans(connection), *_unreadable(connection)),
        )


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 (a name of ours)


def _broken(connection: sqlite3.Connection) -> Iterator[str]:
    try:
        for (said,) in connection.execute(f"PRAGMA integrity_check({MOST})"):
            if said != "ok":
                yield f"the file is damaged: {said}"
    except sqlite3.DatabaseError as error:
        yield f"the file is damaged: {error}"


def _loose(connection: sqlite3.Connection) -> Iterator[str]:
    for row, (table, number, parent, _) in enumerate(
        connection.execute("PRAGMA foreign_key_check")
    ):
        if row < MOST:
            yield f"{table}, row {number}: what it means in {parent} is not there"


def _orphans(connection: sqlite3.Connection) -> Iterator[str]:
    for query, words in ORPHANS:
        found = connection.execute(query).fetchmany(MOST + 1)
        yield from (words.format(*row) for row in found[:MOST])
        if len(found) > MOST:
            yield "… and more of that kind"


def _unreadable(connection: sqlite3.Connection) -> Iterator[str]:
    """Editions whose brief cannot be read again."""
    for number, revision, issued in connection.execute(
        "SELECT number, revision, briefing FROM editions ORDER BY id"
    ):
        try:
            json.loads(zlib.decompress(issued))
        except (ValueError, zlib.error, TypeError) as error:
            yield f"edition {number}, revision {revision}: its brief is damaged ({error})"


def backup(path: Path, target: Path) -> None:
    """A whole copy of the archive as it stands, also while another process writes it.

    The copy appears under its name when it is complete. Raises UsageError where something of that
    name is there, ArchiveError where it cannot be made.
    """
    if target.exists():
        raise UsageError(f"{target}: is there already; it is left as it is")
    part = target.with_name(f"{target.name}.part")
    try:
        with reading(path) as connection, closing(sqlite3.connect(part)) as copy:
            connection.execute("COMMIT")  # the copy takes its own view of the archive
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        os.replace(part, target)  # noqa: PTH105 (atomic)
    except (OSError, sqlite3.Error) as error:
        raise ArchiveError(f"{target}: the copy cannot be made ({error})") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
