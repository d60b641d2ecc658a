"""The archive → the briefs that it holds, as they were issued."""

import json
import zlib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from briefgen.archive.store import reading
from briefgen.errors import ArchiveError

__all__ = ["IssuedBrief", "issued_briefs"]

LATEST = """
    SELECT number, revision, day, cutoff, briefing FROM editions AS e WHERE revision = (
        SELECT max(revision) FROM editions WHERE number = e.number)
    ORDER BY day DESC LIMIT ?
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedBrief:
    """One edition in its latest revision."""

    number: int
    revision: int
    day: date
    cutoff: datetime
    """Aware."""
    brief: dict[str, Any]
    """The Briefing as plain data: docs/schema/briefing-1.schema.json."""


def issued_briefs(path: Path, most: int) -> tuple[IssuedBrief, ...]:
    """The latest editions, the newest first. Raises ArchiveError."""
    with reading(path) as connection:
        rows = connection.execute(LATEST, (most,)).fetchall()
    return tuple(
        IssuedBrief(
            number=number,
            revision=revision,
            day=date.fromisoformat(day),
            cutoff=datetime.fromisoformat(cutoff),
            brief=_read(path, number, body),
        )
        for number, revision, day, cutoff, body in rows
    )


def _read(path: Path, number: int, body: bytes) -> dict[str, Any]:
    try:
        brief: dict[str, Any] = json.loads(zlib.decompress(body))
    except (zlib.error, ValueError) as error:
        raise ArchiveError(
            f"{path}: the brief of edition {number} is damaged; look with “briefgen archive check”"
        ) from error
    return brief
