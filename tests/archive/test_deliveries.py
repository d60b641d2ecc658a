"""What is delivered is kept byte for byte, bodies that many get once, and through migrations."""

import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from briefgen import archive
from briefgen.archive import Delivery, store
from briefgen.model import Briefing, Chronology

Issue = Callable[[Chronology], Briefing]
BODY = bytes(range(256)) * 400
FIRST = (1, 1)
PERIOD = (
    '{"start":"2000-01-01T00:00:00+00:00","end":"2000-01-02T00:00:00+00:00","grain":"day",'
    '"approximate":false,"uncertain":false}'
)


def letter(name: str, body: bytes = BODY) -> Delivery:
    data = b"To: " + name.encode() + b"\r\nSubject: Brief\r\n\r\n" + body
    return Delivery(channel="smtp", recipient=name, message_id=f"<{name}>", data=data)


def parcels(place: Path) -> int:
    with closing(sqlite3.connect(place)) as connection:
        return int(connection.execute("SELECT count(*) FROM parcels").fetchone()[0])


def test_a_body_that_many_get_is_kept_once(place: Path, day: Chronology, issue: Issue) -> None:
    issue(day)
    letters = [letter("anna"), letter("ben"), letter("lund", b"less\r\n\r\n"), letter("none", b"")]
    archive.prepare_deliveries(place, FIRST, letters)
    archive.prepare_deliveries(place, FIRST, [letter("anna", b"another, too late")])
    kept = archive.deliveries(place, FIRST, "smtp")
    assert [one.data for one in letters] == [one.data for one in kept]
    assert 2 == parcels(place)
    assert () == archive.check(place).problems


def test_deliveries_of_an_older_archive_are_as_they_were(
    place: Path, day: Chronology, issue: Issue
) -> None:
    old = letter("anna")
    with closing(sqlite3.connect(place, isolation_level=None)) as connection:
        for statement in store.statements(store.migrations()[0]):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {store.APPLICATION}")
        connection.execute("PRAGMA user_version = 1")
        connection.execute(
            "INSERT INTO editions VALUES (1, 9, 1, '2000-01-01', ?, ?, 'x', ?)",
            (PERIOD, "2000-01-01T20:00:00+00:00", zlib.compress(b"{}")),
        )
        connection.execute(
            "INSERT INTO deliveries (edition, channel, recipient, message_id, state, sent)"
            " VALUES (1, 'smtp', 'anna', '<anna>', 'pending', ?)",
            (zlib.compress(old.data),),
        )
    assert 10 == issue(day).number
    assert [old] == list(archive.deliveries(place, (9, 1), "smtp"))
    assert () == archive.check(place).problems
