"""Theater, topic, month → the words under which the search index files an event."""

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import blake2b

from briefgen.model import EventState, Interval

__all__ = ["LONG", "filed", "months", "of_theater", "of_topic", "seconds"]

MOST_MONTHS = 24
"""An event of more months, or without an end, is filed under none but ``long``."""
LONG = "zlong"


def of_theater(theater: str) -> str:
    """The key of a theater's id; no word of a text is like it."""
    return _key("theater", theater)


def of_topic(topic: str) -> str:
    """The key of a topic's id."""
    return _key("topic", topic)


def _key(kind: str, name: str) -> str:
    return "z" + blake2b(f"{kind}\n{name}".encode(), digest_size=8).hexdigest()


def filed(state: EventState) -> str:
    """All the keys of an event."""
    keys = [of_topic(topic) for topic in state.topics]
    if state.theater:
        keys.append(of_theater(state.theater))
    if state.interval is not None:
        keys += months(*seconds(state.interval)) or [LONG]
    return " ".join(keys)


def months(start: float | None, end: float | None, *, most: int = MOST_MONTHS) -> list[str]:
    """The keys of the months that a stretch touches; none for one of more, or an open one."""
    if start is None or end is None:
        return []
    first, last = (datetime.fromtimestamp(moment, UTC) for moment in (start, max(start, end - 1)))
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return list(_months(first, count)) if count <= most else []


def _months(first: datetime, count: int) -> Iterator[str]:
    for month in range(first.month - 1, first.month - 1 + count):
        yield f"z{first.year + month // 12:04}m{month % 12 + 1:02}"


def seconds(interval: Interval) -> tuple[float | None, float | None]:
    """Both ends of an interval in seconds since 1970; None where it is open."""
    start, end = interval.start, interval.end
    return start.timestamp() if start else None, end.timestamp() if end else None
