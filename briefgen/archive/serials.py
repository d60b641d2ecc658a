"""Edition + the archive → Serials: by what name each event goes on, and how often it changed.

What a calendar must know (RFC 5545, 3.8.7.4): an entry that it has already is renewed when its
sequence has risen.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path

from briefgen.archive.past import STATES, states_of
from briefgen.archive.store import is_empty, reading
from briefgen.model import Edition, EventState, Serial

__all__ = ["serials"]


def serials(path: Path, edition: Edition) -> Mapping[str, Serial]:
    """Event id → its serial, for the events of an edition that need not have been issued.

    The sequence counts the editions that told another thing than the one issued before it, and
    this one where it does; it never falls. Raises ArchiveError.
    """
    if is_empty(path):
        return {state.event: Serial(lineage=state.lineage) for state in edition.events}
    with reading(path) as connection:
        connection.row_factory = sqlite3.Row
        return {
            state.event: Serial(
                lineage=state.lineage,
                sequence=_changes((*_told(connection, state.lineage), state)),
            )
            for state in edition.events
        }


def _told(connection: sqlite3.Connection, lineage: str) -> list[EventState]:
    """Every state that was told of a lineage, in the order in which they were issued."""
    rows = connection.execute(f"{STATES} WHERE v.lineage = ? ORDER BY v.id", (lineage,)).fetchall()
    return states_of(connection, rows)


def _changes(states: Iterable[EventState]) -> int:
    return sum(_shown(before) != _shown(after) for before, after in pairwise(states))


def _shown(state: EventState) -> tuple[object, ...]:
    """What an entry of a calendar shows of an event."""
    return (
        state.headline,
        state.status,
        state.standing,
        state.interval,
        state.theater,
        state.topics,
        state.places,
        state.fulfilled_by is not None,
        [(report.document, report.start, report.end) for report in state.reports],
    )
