"""Edition + its Chronology and Briefing → rows of the archive, in one transaction."""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from hashlib import blake2b, sha256
from pathlib import Path

from briefgen.archive import bodies
from briefgen.archive.deliveries import Delivery, write_deliveries
from briefgen.archive.keys import filed, seconds
from briefgen.archive.store import writing
from briefgen.errors import ArchiveError
from briefgen.model import Briefing, Chronology, Document, Edition, EventState, Report, Status
from briefgen.model.briefing import to_plain

__all__ = ["digest_of", "issue", "write_edition"]

OPEN = frozenset({Status.ONGOING, Status.SCHEDULED, Status.DEADLINE})
"""An event of these may be told again however long ago it was told last."""
REPORTS = 'INSERT OR IGNORE INTO reports (digest, document, start, "end", quote, body)'


def issue(  # noqa: PLR0917 (bound in part, and called with the last alone)
    path: Path,
    edition: Edition,
    chronology: Chronology,
    briefing: Briefing,
    says: str,
    wanted: Iterable[Delivery] = (),
) -> None:
    """Keep an edition and what shall be delivered of it: all, or, whatever happens, nothing.

    ``says`` is the digest of the brief as a first revision would word it, by which a later run
    knows that nothing changed. Raises ArchiveError where the number is taken: another process
    issued it meanwhile.
    """
    with writing(path) as connection:
        row = write_edition(connection, edition, chronology.documents, briefing, says)
        write_deliveries(connection, row, wanted)


def digest_of(briefing: Briefing) -> str:
    """SHA-256 of all that a brief says."""
    return sha256(_json(briefing)).hexdigest()


def _json(briefing: Briefing) -> bytes:
    text = json.dumps(to_plain(briefing), ensure_ascii=False, sort_keys=True)
    return text.encode("utf-8", errors="backslashreplace")


def write_edition(
    connection: sqlite3.Connection,
    edition: Edition,
    documents: Iterable[Document],
    briefing: Briefing,
    says: str,
) -> int:
    """The rows of an edition, within a transaction of the caller's; the id of its own row."""
    try:
        row = connection.execute(
            "INSERT INTO editions (number, revision, day, period, cutoff, digest, briefing)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                edition.number,
                edition.revision,
                edition.day.isoformat(),
                bodies.interval_body(edition.period),
                edition.cutoff.isoformat(),
                says,
                zlib.compress(_json(briefing)),
            ),
        ).lastrowid
    except sqlite3.IntegrityError as error:
        raise ArchiveError(
            f"edition {edition.number}, revision {edition.revision}, was issued by another "
            "process meanwhile; run the command again"
        ) from error
    assert row is not None
    _write_documents(connection, row, documents)
    known: dict[bytes, int] = {}
    for place, state in enumerate(edition.events):
        event = _write_state(connection, (row, place), state, known)
        _point(connection, edition, event, state)
    _write_corrections(connection, row, edition)
    return row


def _write_documents(
    connection: sqlite3.Connection, row: int, documents: Iterable[Document]
) -> None:
    for number, document in enumerate(documents, 1):
        connection.execute(
            "INSERT OR IGNORE INTO documents (id, digest, title, text, language, source)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                document.id,
                document.source.digest,
                _storable(document.title),
                _storable(document.text),
                document.language,
                bodies.source_body(document.source),
            ),
        )
        connection.execute(
            "INSERT INTO edition_documents (edition, number, document, published)"
            " VALUES (?, ?, ?, ?)",
            (row, number, document.id, bodies.dating_body(document.published)),
        )


def _write_state(
    connection: sqlite3.Connection,
    place: tuple[int, int],
    state: EventState,
    known: dict[bytes, int],
) -> int | None:
    """The row of a state, at its place in the row of an edition."""
    connection.execute(
        "INSERT OR IGNORE INTO lineages (lineage, first, day, open) VALUES (?, ?, '', 0)",
        (state.lineage, state.first),
    )
    event = connection.execute(
        "INSERT INTO events (edition, place, lineage, event, number, headline, status, standing,"
        " mark, expires, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *place,
            state.lineage,
            state.event,
            state.number,
            _storable(state.headline),
            state.status.value,
            state.standing.value,
            state.mark.value,
            state.expires.timestamp() if state.expires else None,
            bodies.state_body(state),
        ),
    ).lastrowid
    connection.executemany(
        "INSERT INTO event_reports (event, rank, report) VALUES (?, ?, ?)",
        [(event, n, _write_report(connection, r, known)) for n, r in enumerate(state.reports)],
    )
    return event


def _write_report(connection: sqlite3.Connection, report: Report, known: dict[bytes, int]) -> int:
    """The row of a report: one reading of one stretch of a document is kept once."""
    body = bodies.report_body(report)
    place = f"{report.document}\n{report.start}\n{report.end}\n{report.quote}\n{body}"
    digest = blake2b(place.encode("utf-8", "backslashreplace"), digest_size=16).digest()
    if digest not in known:
        connection.execute(
            f"{REPORTS} VALUES (?, ?, ?, ?, ?, ?)",
            (digest, report.document, report.start, report.end, _storable(report.quote), body),
        )
        found = connection.execute("SELECT id FROM reports WHERE digest = ?", (digest,)).fetchone()
        known[digest] = found[0]
    return known[digest]


def _point(
    connection: sqlite3.Connection, edition: Edition, event: int | None, state: EventState
) -> None:
    """Make this state the one that its lineage is found by, unless a later day told it already."""
    start, end = seconds(state.interval) if state.interval else (None, None)
    newer = connection.execute(
        "UPDATE lineages SET latest = ?, day = ?, open = ?, theater = ?, topic = ?, earliest = ?,"
        " until = ?, first = min(first, ?) WHERE lineage = ? AND day <= ? RETURNING id",
        (
            event,
            edition.day.isoformat(),
            state.status in OPEN,
            state.theater,
            state.topics[0] if state.topics else None,
            start,
            end,
            state.first,
            state.lineage,
            edition.day.isoformat(),
        ),
    ).fetchone()
    if newer is None:
        return
    connection.execute("DELETE FROM words WHERE rowid = ?", newer)
    connection.execute(
        "INSERT INTO words (rowid, headline, quotes, places, filed) VALUES (?, ?, ?, ?, ?)",
        (*newer, *_indexed(state).values()),
    )


def _indexed(state: EventState) -> Mapping[str, str]:
    return {
        "headline": _storable(state.headline),
        "quotes": _storable("\n".join(dict.fromkeys(r.quote for r in state.reports))),
        "places": "\n".join(place.name for place in state.places),
        "filed": filed(state),
    }


def _write_corrections(connection: sqlite3.Connection, row: int, edition: Edition) -> None:
    for correction in edition.corrections:
        connection.execute(
            "INSERT INTO corrections (edition, lineage, headline, wrong_in, shifts, why)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                row,
                correction.lineage,
                _storable(correction.headline),
                correction.wrong_in,
                bodies.shifts_body(correction.shifts),
                correction.why,
            ),
        )


def _storable(text: str) -> str:
    """The text without half characters, which UTF-8 cannot hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
