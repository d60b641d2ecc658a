"""Deliveries of an edition ↔ rows of the archive: to whom, how far it came, and exactly what."""

import sqlite3
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from pathlib import Path

from briefgen.archive.store import reading, writing
from briefgen.errors import ArchiveError

__all__ = [
    "Delivery",
    "day_of_edition",
    "deliveries",
    "editions_of",
    "note_delivery",
    "open_editions",
    "prepare_deliveries",
    "write_deliveries",
]

HEADER_ENDS = b"\r\n\r\n"
"""Between what is a recipient's own in a letter and what all get."""
EDITION = "SELECT id FROM editions WHERE number = ? AND revision = ?"

OPEN = """
    SELECT e.number, e.revision FROM editions AS e
    WHERE EXISTS (SELECT 1 FROM deliveries WHERE edition = e.id AND channel = :channel
            AND (state IN ('pending', 'deferred') OR state = 'unknown' AND e.day >= (
                SELECT date(max(day), '-7 days') FROM editions)))
        AND NOT EXISTS (SELECT 1 FROM editions AS later JOIN deliveries AS d ON d.edition = later.id
            WHERE later.number = e.number AND later.revision > e.revision
                AND d.channel = :channel)
    ORDER BY e.day, e.revision
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """An edition on its way to one recipient by one channel."""

    channel: str
    """``smtp`` or ``wiki``."""
    recipient: str
    """An address, or a repository."""
    message_id: str | None = None
    state: str = "pending"
    """``pending``, ``sent``, ``deferred``, ``refused`` or ``unknown``."""
    attempts: int = 0
    reply: str | None = None
    """The last thing that the other side said."""
    at: datetime | None = None
    """When the state was reached."""
    data: bytes = b""
    """Exactly what is sent."""


def prepare_deliveries(
    path: Path, edition: tuple[int, int], wanted: Iterable[Delivery] = ()
) -> None:
    """Write down what shall be delivered, before any of it is; what is known already stays.

    ``edition`` is its number and revision. Raises ArchiveError for one that was never issued.
    """
    rows = tuple(wanted)
    if not rows:
        return
    with writing(path) as connection:
        write_deliveries(connection, _edition(connection, path, edition), rows)


def write_deliveries(connection: sqlite3.Connection, row: int, wanted: Iterable[Delivery]) -> None:
    """The rows of an edition's deliveries, within a transaction of the caller's."""
    for one in wanted:
        head, end, body = one.data.partition(HEADER_ENDS)
        made = connection.execute(
            "INSERT OR IGNORE INTO deliveries"
            " (edition, channel, recipient, message_id, state, sent) VALUES (?, ?, ?, ?, ?, ?)",
            (row, one.channel, one.recipient, one.message_id, one.state, _packed(head + end)),
        )
        if made.rowcount and body:
            connection.execute(
                "UPDATE deliveries SET parcel = ? WHERE id = ?",
                (_parcel(connection, body), made.lastrowid),
            )


def _parcel(connection: sqlite3.Connection, body: bytes) -> int:
    """The row of a body, which is kept once however many get it."""
    digest = blake2b(body, digest_size=16).digest()
    values = (digest, _packed(body))
    connection.execute("INSERT OR IGNORE INTO parcels (digest, data) VALUES (?, ?)", values)
    found = connection.execute("SELECT id FROM parcels WHERE digest = ?", (digest,)).fetchone()
    return int(found[0])


def note_delivery(
    path: Path, edition: tuple[int, int], delivery: Delivery, *, tried: bool = False
) -> None:
    """Remember the state, the reply and the time of a delivery; durable when this returns."""
    with writing(path) as connection:
        row = _edition(connection, path, edition)
        connection.execute(
            "UPDATE deliveries SET state = ?, reply = ?, at = ?, attempts = attempts + ?"
            " WHERE edition = ? AND channel = ? AND recipient = ?",
            (
                delivery.state,
                delivery.reply,
                delivery.at.isoformat(timespec="seconds") if delivery.at else None,
                tried,
                row,
                delivery.channel,
                delivery.recipient,
            ),
        )


def deliveries(path: Path, edition: tuple[int, int], channel: str) -> tuple[Delivery, ...]:
    """The deliveries of an edition by a channel, in the order in which they were prepared."""
    with reading(path) as connection:
        connection.row_factory = sqlite3.Row
        row = _edition(connection, path, edition)
        return tuple(
            Delivery(
                channel=channel,
                recipient=found["recipient"],
                message_id=found["message_id"],
                state=found["state"],
                attempts=found["attempts"],
                reply=found["reply"],
                at=datetime.fromisoformat(found["at"]) if found["at"] else None,
                data=_unpacked(found["sent"]) + _unpacked(found["body"]),
            )
            for found in connection.execute(
                "SELECT d.*, p.data AS body FROM deliveries AS d LEFT JOIN parcels AS p"
                " ON p.id = d.parcel WHERE edition = ? AND channel = ? ORDER BY d.id",
                (row, channel),
            )
        )


def open_editions(path: Path, channel: str) -> tuple[tuple[int, int], ...]:
    """The editions, number and revision, of which something still waits by a channel, oldest first.

    What is in doubt is among that for a week, so that who was cut short is told of it. A revision
    that a later one has taken over by that channel is not.
    """
    with reading(path) as connection:
        rows = connection.execute(OPEN, {"channel": channel}).fetchall()
    return tuple((number, revision) for number, revision in rows)


def editions_of(path: Path, day: date | None) -> tuple[tuple[int, int], ...]:
    """The editions of a day, number and revision, in order; None: of the latest day."""
    with reading(path) as connection:
        rows = connection.execute(
            "SELECT number, revision FROM editions"
            " WHERE day = coalesce(?, (SELECT max(day) FROM editions)) ORDER BY revision",
            (day.isoformat() if day else None,),
        ).fetchall()
    return tuple((number, revision) for number, revision in rows)


def day_of_edition(path: Path, edition: tuple[int, int]) -> date:
    """The day that an edition, by number and revision, briefs. Raises ArchiveError."""
    with reading(path) as connection:
        row = _edition(connection, path, edition)
        (day,) = connection.execute("SELECT day FROM editions WHERE id = ?", (row,)).fetchone()
    return date.fromisoformat(day)


def _edition(connection: sqlite3.Connection, path: Path, edition: tuple[int, int]) -> int:
    found = connection.execute(EDITION, edition).fetchone()
    if found is None:
        number, revision = edition
        raise ArchiveError(f"{path}: edition {number}, revision {revision}, was never issued")
    return int(found[0])


def _packed(data: bytes) -> bytes | None:
    return zlib.compress(data) if data else None


def _unpacked(data: bytes | None) -> bytes:
    return zlib.decompress(data) if data else b""
