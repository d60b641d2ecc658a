"""An event's id → every state that an edition told of it."""

import sqlite3
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefgen.archive.past import STATES, states_of
from briefgen.archive.store import reading
from briefgen.errors import UsageError
from briefgen.model import EventState

__all__ = ["Chapter", "history"]

SHORTEST = 4
"""Characters of an id, at least, to mean one by its beginning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """What one edition told of an event."""

    state: EventState
    revision: int
    day: date
    latest: bool
    """Whether no later revision took this one's place."""


def history(path: Path, event: str) -> tuple[Chapter, ...]:
    """Every state of an event, oldest first; found by any id that it had, or by its beginning.

    Raises ArchiveError, and UsageError for an id that is of no event or of several.
    """
    with reading(path) as connection:
        connection.row_factory = sqlite3.Row
        lineage = _lineage(connection, event)
        rows = connection.execute(
            f"{STATES} WHERE v.lineage = ? ORDER BY e.day, e.revision", (lineage,)
        ).fetchall()
        heads = {
            head["id"]: head
            for head in connection.execute(
                "SELECT e.*, revision = (SELECT max(revision) FROM editions"
                " WHERE number = e.number) AS latest FROM editions AS e"
            )
        }
        return tuple(
            Chapter(
                state=state,
                revision=heads[row["issued"]]["revision"],
                day=date.fromisoformat(heads[row["issued"]]["day"]),
                latest=bool(heads[row["issued"]]["latest"]),
            )
            for row, state in zip(rows, states_of(connection, rows), strict=True)
        )


def _lineage(connection: sqlite3.Connection, event: str) -> str:
    """The lineage that an id, or the beginning of one, means."""
    identifier = event.strip().lower()
    if len(identifier) < SHORTEST or not identifier.isalnum():
        raise UsageError(f"{event!r}: not an event's id; `briefgen search` shows them")
    values = {"first": identifier, "behind": f"{identifier}\uffff"}
    found = [
        row["lineage"]
        for row in connection.execute(
            "SELECT lineage FROM lineages WHERE lineage >= :first AND lineage < :behind UNION"
            " SELECT lineage FROM events WHERE event >= :first AND event < :behind"
            " ORDER BY lineage LIMIT 6",
            values,
        )
    ]
    exact = [lineage for lineage in found if lineage == identifier]
    if not found:
        raise UsageError(f"{event!r}: no edition told of such an event; see `briefgen search`")
    if len(found) > 1 and not exact:
        raise UsageError(f"{event!r}: is the beginning of {', '.join(found)}; write more of it")
    return str((exact or found)[0])
