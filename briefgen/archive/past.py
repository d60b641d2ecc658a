"""The archive + a day → Past: what the edition of that day must know of those before it."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from briefgen.archive import bodies
from briefgen.archive.store import is_empty, reading
from briefgen.model import Correction, Document, Edition, EventState, Past

__all__ = ["Issued", "issued_on", "past", "states_of"]

HORIZON = timedelta(days=31)
"""An event last told in an edition of so many days before may be told again by others."""
OPEN_HORIZON = timedelta(days=92)
"""The same, for what was going on or ahead."""

LATEST = """
    SELECT id, number, revision, day FROM editions AS e WHERE day < :day AND revision = (
        SELECT max(revision) FROM editions WHERE number = e.number)
"""
"""The editions of earlier days, each in its latest revision."""

STATES = """
    SELECT v.id, v.lineage, v.event, v.number, v.headline, v.status, v.standing, v.mark, v.body,
        e.number AS edition, l.first, e.id AS issued
    FROM events AS v JOIN editions AS e ON e.id = v.edition JOIN lineages AS l USING (lineage)
"""

TOLD = f"""
    WITH latest AS ({LATEST}), wanted AS (
        SELECT lineage FROM lineages WHERE day >= :recent
        UNION SELECT lineage FROM lineages WHERE open AND day >= :open
        UNION SELECT v.lineage FROM events AS v JOIN event_reports AS x ON x.event = v.id
            JOIN reports AS r ON r.id = x.report
            WHERE r.document IN (SELECT value FROM json_each(:documents))
    ), told AS (
        SELECT v.lineage, max(t.day) AS day FROM wanted JOIN events AS v USING (lineage)
            JOIN latest AS t ON t.id = v.edition GROUP BY v.lineage
    )
    {STATES} JOIN latest AS t ON t.id = v.edition
    JOIN told ON told.lineage = v.lineage AND told.day = t.day
    ORDER BY e.number DESC, v.place
"""  # noqa: S608 (of parts that stand here)

LEDGER = """
    SELECT c.*, e.number, e.revision FROM corrections AS c JOIN editions AS e ON e.id = c.edition
    WHERE e.day >= :recent AND (e.day < :day OR e.day = :day AND e.revision < :revision) AND (
        c.wrong_in = e.number OR e.day < :day AND e.revision = (
            SELECT max(revision) FROM editions WHERE number = e.number))
    ORDER BY e.day DESC, e.revision DESC, c.id
"""
"""What a revision corrects of the edition that it replaces stays, however often it is revised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """The latest revision that was issued for a day."""

    number: int
    revision: int
    says: str
    """Digest of what it says, its revision left out."""


def issued_on(path: Path, day: date) -> Issued | None:
    """What was issued for a day last; None: nothing, or there is no archive yet."""
    if is_empty(path):
        return None
    with reading(path) as connection:
        found = connection.execute(
            "SELECT number, revision, digest FROM editions WHERE day = ?"
            " ORDER BY revision DESC LIMIT 1",
            (day.isoformat(),),
        ).fetchone()
    return Issued(number=found[0], revision=found[1], says=found[2]) if found else None


def past(
    path: Path, day: date, documents: Iterable[str] = (), *, revision: int | None = None
) -> Past:
    """What was issued before an edition of a day.

    ``documents`` are the ids of those that it is made of: events that rest on them are among the
    states however long ago they were told. ``revision`` is the one to be composed; None: the next.
    Raises ArchiveError.
    """
    if is_empty(path):
        return Past(number=1)
    with reading(path) as connection:
        connection.row_factory = sqlite3.Row
        mine = connection.execute(
            "SELECT id, number, revision FROM editions WHERE day = ? AND revision < ?"
            " ORDER BY revision DESC LIMIT 1",
            (day.isoformat(), revision or 1 << 31),
        ).fetchone()
        highest = connection.execute("SELECT max(number) FROM editions").fetchone()[0]
        number = _number(connection, day) or (highest or 0) + 1
        last = connection.execute(
            f"{LATEST} ORDER BY day DESC LIMIT 1", {"day": day.isoformat()}
        ).fetchone()
        states = _told(connection, day, documents)
        composed = revision or (mine["revision"] + 1 if mine else 1)
        return Past(
            number=number,
            revision=composed,
            last=_edition(connection, last["id"]) if last else None,
            replaced=_edition(connection, mine["id"]) if mine else None,
            states=tuple(state for state, _ in states),
            corrections=_ledger(connection, day, composed),
            documents=_documents(connection, states),
        )


def _number(connection: sqlite3.Connection, day: date) -> int | None:
    found = connection.execute(
        "SELECT number FROM editions WHERE day = ? LIMIT 1", (day.isoformat(),)
    ).fetchone()
    return int(found["number"]) if found else None


def _told(
    connection: sqlite3.Connection, day: date, documents: Iterable[str]
) -> list[tuple[EventState, int]]:
    """The latest state of each event that may be told again, with the row of its edition."""
    rows = connection.execute(
        TOLD,
        {
            "day": day.isoformat(),
            "recent": (day - HORIZON).isoformat(),
            "open": (day - OPEN_HORIZON).isoformat(),
            "documents": json.dumps(sorted(documents)),
        },
    ).fetchall()
    return list(zip(states_of(connection, rows), (row["issued"] for row in rows), strict=True))


def states_of(connection: sqlite3.Connection, rows: Sequence[sqlite3.Row]) -> list[EventState]:
    """The states of rows that :data:`STATES` selects."""
    reports = {
        row["id"]: tuple(
            bodies.report_of(*found)
            for found in connection.execute(
                'SELECT r.document, r.start, r."end", r.quote, r.body FROM event_reports AS x'
                " JOIN reports AS r ON r.id = x.report WHERE x.event = ? ORDER BY x.rank",
                (row["id"],),
            )
        )
        for row in rows
    }
    return [bodies.state_of(dict(row), row["body"], reports[row["id"]]) for row in rows]


def _edition(connection: sqlite3.Connection, row: int) -> Edition:
    head = connection.execute("SELECT * FROM editions WHERE id = ?", (row,)).fetchone()
    events = connection.execute(f"{STATES} WHERE v.edition = ? ORDER BY v.place", (row,)).fetchall()
    period = bodies.interval_of(head["period"])
    assert period is not None
    return Edition(
        number=head["number"],
        revision=head["revision"],
        day=date.fromisoformat(head["day"]),
        period=period,
        cutoff=datetime.fromisoformat(head["cutoff"]),
        events=tuple(states_of(connection, events)),
    )


def _ledger(connection: sqlite3.Connection, day: date, revision: int) -> tuple[Correction, ...]:
    """The corrections that editions made of late, newest first; also revisions of themselves."""
    rows = connection.execute(
        LEDGER,
        {"day": day.isoformat(), "recent": (day - HORIZON).isoformat(), "revision": revision},
    )
    return tuple(
        Correction(
            lineage=row["lineage"],
            headline=row["headline"],
            edition=row["number"],
            revision=row["revision"],
            wrong_in=row["wrong_in"],
            shifts=bodies.shifts_of(row["shifts"]),
            why=row["why"],
        )
        for row in rows
    )


def _documents(
    connection: sqlite3.Connection, states: Sequence[tuple[EventState, int]]
) -> tuple[Document, ...]:
    """The documents of states, each once, dated as in the latest edition that rests on it."""
    wanted: dict[str, int] = {}
    for state, edition in states:
        for report in state.reports:
            wanted.setdefault(report.document, edition)
    found = []
    for identifier, edition in wanted.items():
        row = connection.execute(
            "SELECT d.*, x.published FROM documents AS d LEFT JOIN edition_documents AS x"
            " ON x.document = d.id AND x.edition = ? WHERE d.id = ?",
            (edition, identifier),
        ).fetchone()
        found.append(bodies.document_of(dict(row), row["published"]))
    return tuple(found)
