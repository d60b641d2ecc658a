"""Words, dates, theater, topic → the events that the archive knows of them."""

import re
import sqlite3
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from pathlib import Path

from briefgen.archive import bodies, keys
from briefgen.archive.store import reading
from briefgen.errors import UsageError
from briefgen.model import Interval

__all__ = ["Found", "Query", "search"]

MOST_MONTHS = 60
"""A longer stretch of time is looked up by the events' own dates, not by months."""
TEXTS = "{headline quotes places}"
WORD = re.compile(r'"([^"]*)"|(\S+)')
FIELDS = """
    SELECT l.lineage, v.event, v.headline, v.status, v.standing, l.theater, l.first, l.earliest,
        l.until, e.number AS last, v.body
"""
JOINS = "JOIN events AS v ON v.id = l.latest JOIN editions AS e ON e.id = v.edition"
BY_WORDS = f"words AS w JOIN lineages AS l ON l.id = w.rowid {JOINS}"
BY_TIME = f"lineages AS l {JOINS}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is looked for; every part that is given must fit."""

    text: str = ""
    """Words that must all stand in the headline, a quote or a place; "…" for a phrase; a word
    that ends in ``*`` stands for all that begin so."""
    since: date | None = None
    """The event may have been on this day or later."""
    until: date | None = None
    """… on this day or earlier."""
    theater: str | None = None
    """Id of a theater."""
    topic: str | None = None
    """Id of a topic."""
    limit: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An event as the latest edition that told it has it."""

    lineage: str
    event: str
    headline: str
    status: str
    standing: str
    interval: Interval | None
    theater: str | None
    topics: tuple[str, ...]
    first: int
    """Number of the first edition that told it."""
    last: int
    """Number of the last one."""


def search(path: Path, query: Query, zone: tzinfo) -> tuple[Found, ...]:
    """The events that fit, at most ``query.limit`` of them; those first told latest come first.

    Where only a day is given of which the archive holds years, those that are latest come first.

    Days are those of a zone. Raises ArchiveError, and UsageError where nothing is looked for.
    """
    start = _midnight(query.since, zone)
    end = _midnight(query.until + timedelta(days=1), zone) if query.until else None
    if start is not None and end is not None and end <= start:
        raise UsageError(f"--from {query.since} lies behind --to {query.until}")
    words = _match(query)
    if not words and start is None and end is None:
        raise UsageError("name words to look for, or --from, --to, --theater or --topic")
    with reading(path) as connection:
        connection.row_factory = sqlite3.Row
        match = " AND ".join((*words, *_stretch(connection, start, end)))
        wheres, values = _bounds(start, end)
        if match:
            wheres.insert(0, "words MATCH ?")
        sql = f"{FIELDS} FROM {BY_WORDS if match else BY_TIME} WHERE {' AND '.join(wheres)}"
        order = "w.rowid" if match else "l.earliest"
        given = (match, *values) if match else tuple(values)
        rows = connection.execute(f"{sql} ORDER BY {order} DESC LIMIT ?", (*given, query.limit))
        return tuple(map(_found, rows))


def _midnight(day: date | None, zone: tzinfo) -> float | None:
    return datetime.combine(day, time(), zone).timestamp() if day else None


def _match(query: Query) -> list[str]:
    """Words, theater and topic in the language of the index; empty where none is given."""
    words = [_quoted(phrase or word) for phrase, word in WORD.findall(query.text)]
    words = [word for word in words if word]
    if query.text.strip() and not words:
        raise UsageError(f"{query.text!r}: there is no word in it to look for")
    parts = [f"{TEXTS} : ({' AND '.join(words)})"] if words else []
    if query.theater:
        parts.append(f"filed : {keys.of_theater(query.theater)}")
    if query.topic:
        parts.append(f"filed : {keys.of_topic(query.topic)}")
    return parts


def _stretch(connection: sqlite3.Connection, start: float | None, end: float | None) -> list[str]:
    """The months of a stretch in the language of the index; none where they are too many.

    An open side ends where the archive's events do.
    """
    if start is None and end is None:
        return []
    least, most = connection.execute(
        "SELECT min(earliest), (SELECT max(until) FROM lineages) FROM lineages"
    ).fetchone()
    first, last = least if start is None else start, most if end is None else end
    if first is None or last is None or last <= first:
        return []
    months = keys.months(first, last, most=MOST_MONTHS)
    return [f"filed : ({' OR '.join((*months, keys.LONG))})"] if months else []


def _quoted(word: str) -> str:
    """A word or phrase as FTS5 takes it, so that none of its signs has a meaning; "" for none."""
    prefix = word.endswith("*")
    bare = word.rstrip("*").replace('"', " ").replace("\0", " ").strip()
    if not any(letter.isalnum() for letter in bare):
        return ""
    return f'"{bare}"' + ("*" if prefix else "")


def _bounds(start: float | None, end: float | None) -> tuple[list[str], list[float]]:
    """Whether an event may have been within: an open side reaches as far as it likes."""
    wheres, values = [], []
    if start is not None:
        wheres.append("(l.until IS NULL OR l.until > ?)")
        values.append(start)
    if end is not None:
        wheres.append("(l.earliest IS NULL OR l.earliest < ?)")
        values.append(end)
    if wheres:
        wheres.append("(l.earliest IS NOT NULL OR l.until IS NOT NULL)")
    return wheres, values


def _found(row: sqlite3.Row) -> Found:
    state = bodies.state_of(
        {**dict(row), "number": 0, "edition": 0, "mark": "new"}, row["body"], ()
    )
    return Found(
        lineage=row["lineage"],
        event=row["event"],
        headline=row["headline"],
        status=row["status"],
        standing=row["standing"],
        interval=state.interval,
        theater=state.theater,
        topics=state.topics,
        first=row["first"],
        last=row["last"],
    )
