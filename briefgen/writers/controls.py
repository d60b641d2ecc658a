"""Events → what filters and the time axis of a page need: data of each, choices, script, policy."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from markupsafe import Markup

from briefgen.knowledge.project import Project
from briefgen.model import Event, Standing, Status
from briefgen.temporal.wording import told_unit
from briefgen.writers.templating import render

__all__ = ["ELSEWHERE", "Choices", "Mark", "choose", "make_mark", "make_script"]

ELSEWHERE = ""
"""The theater of what has none."""
AFTER = timedelta(days=7)
"""How far past the period the axis looks at first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What one event answers to: where it stands on the axis, and what filters ask for."""

    first: int | str
    last: int | str
    """Seconds on the clocks of its own zone; empty: undated."""
    open: str
    """``start``, ``end`` or both, where the interval is open."""
    rough: str
    """``yes``: the date is approximate or uncertain."""
    theater: str
    topics: str
    """Names, a bar between."""
    standing: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the filters offer, and what the axis shows at first."""

    theaters: tuple[str, ...]
    """In configured order; last those of none."""
    topics: tuple[str, ...]
    standings: tuple[str, ...]
    statuses: tuple[str, ...]
    view: str
    """First and last second of the axis."""


def make_mark(event: Event, theater: str | None, topics: Iterable[str]) -> Mark:
    """An event's data; theater and topics by their names."""
    interval = event.interval
    unit = told_unit(interval) if interval else None
    sides: list[str] = []
    if interval is not None and unit is not None:
        ends = (("start", interval.start), ("end", interval.end))
        sides = [name for name, side in ends if side is None]
    rough = interval is not None and (interval.approximate or interval.uncertain)
    return Mark(
        first=_wall(unit[0]) if unit else "",
        last=_wall(unit[1]) if unit else "",
        open=" ".join(sides),
        rough="yes" if rough else "",
        theater=theater or ELSEWHERE,
        topics="|".join(topics),
        standing=event.standing.value,
        status=event.status.value,
    )


def choose(marks: Sequence[Mark], project: Project, cutoff: datetime) -> Choices:
    """What occurs among the events, in configured order.

    The axis begins with the look-back, the period, and a week ahead of the cut-off.
    """
    told = [mark.theater for mark in marks]
    named = _used(
        ((name,) for name in told if name), [theater.name for theater in project.theaters]
    )
    before = timedelta(days=project.lookback_days)
    return Choices(
        theaters=(*named, *([ELSEWHERE] if ELSEWHERE in told else [])),
        topics=_used(
            (mark.topics.split("|") for mark in marks if mark.topics),
            [topic.name for topic in project.topics],
        ),
        standings=_used(((mark.standing,) for mark in marks), [each.value for each in Standing]),
        statuses=_used(((mark.status,) for mark in marks), [each.value for each in Status]),
        view=f"{_wall(cutoff - before)} {_wall(cutoff + AFTER)}",
    )


def make_script(folder: Path | None) -> Mapping[str, object]:
    """``script`` and ``digest``: the code and its hash for the page's policy. Raises TemplateError.

    The code is ours, or of the user's template folder; no source's text is in it.
    """
    script = render("page.js", folder, {}).strip()
    digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return {"script": Markup(script), "digest": digest}  # noqa: S704 (see above)


def _wall(moment: datetime) -> int:
    """Seconds since 1970 of the same clock time in UTC: the page shows clocks, not zones."""
    return int(moment.replace(tzinfo=UTC).timestamp())


def _used(told: Iterable[Sequence[str]], order: Sequence[str]) -> tuple[str, ...]:
    """The names told, each once, in the given order; unknown ones after, as they come."""
    found = dict.fromkeys(name for names in told for name in names)
    return (*(n for n in order if n in found), *(n for n in found if n not in order))
