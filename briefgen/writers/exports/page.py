"""Extract → one interactive page: a list that reads without script, a time axis with it."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from markupsafe import Markup

from briefgen.model import Standing, Status
from briefgen.model.ledger import Line
from briefgen.temporal.wording import told_unit
from briefgen.writers.exports.extract import Extract
from briefgen.writers.templating import render

__all__ = ["to_html"]

ELSEWHERE = ""
"""The theater of what has none."""
AFTER = timedelta(days=7)
"""How far past the period the axis looks at first."""


def to_html(extract: Extract) -> bytes:
    """One file with its styles and its script in it; it asks nothing of any network.

    Raises TemplateError.
    """
    ledger, folder = extract.ledger, extract.project.templates
    script = render("timeline.js", folder, {}).strip()
    digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    first, last = _view(extract)
    context = {
        "ledger": ledger,
        "words": ledger.words,
        "lines": [_line(line) for line in ledger.lines],
        "undated": [_line(line) for line in ledger.undated],
        "theaters": _theaters(extract),
        "topics": _used((line.topics for line in ledger.all), _names(extract)),
        "standings": _used(
            ((line.event.standing.value,) for line in ledger.all), [s.value for s in Standing]
        ),
        "statuses": _used(
            ((line.event.status.value,) for line in ledger.all), [s.value for s in Status]
        ),
        "view": f"{first} {last}",
        "script": Markup(script),  # noqa: S704 (our own, or the user's; no source's text is in it)
        "digest": digest,
    }
    return (render("timeline.html.j2", folder, context).strip() + "\n").encode()


def _line(line: Line) -> dict[str, object]:
    """A line, and where it stands on the axis: seconds on the clocks of its own zone."""
    interval = line.event.interval
    unit = told_unit(interval) if interval else None
    sides = []
    if interval is not None and unit is not None:
        sides = [
            name
            for name, side in (("start", interval.start), ("end", interval.end))
            if side is None
        ]
    rough = interval is not None and (interval.approximate or interval.uncertain)
    return {
        "line": line,
        "e": line.entry,
        "first": _wall(unit[0]) if unit else "",
        "last": _wall(unit[1]) if unit else "",
        "open": " ".join(sides),
        "rough": "yes" if rough else "",
        "theater": line.entry.theater or ELSEWHERE,
        "topics": "|".join(line.topics),
    }


def _wall(moment: datetime) -> int:
    """Seconds since 1970 of the same clock time in UTC: the page shows clocks, not zones."""
    return int(moment.replace(tzinfo=UTC).timestamp())


def _view(extract: Extract) -> tuple[int, int]:
    """What the axis shows at first: the look-back, the period, and a week ahead of it."""
    cutoff = extract.ledger.cutoff
    before = timedelta(days=extract.project.lookback_days)
    return _wall(cutoff - before), _wall(cutoff + AFTER)


def _theaters(extract: Extract) -> list[str]:
    """Names of the theaters in which anything happens, in configured order; last those of none."""
    told = [line.entry.theater or ELSEWHERE for line in extract.ledger.all]
    configured = [theater.name for theater in extract.project.theaters]
    named = _used(((name,) for name in told if name), configured)
    return [*named, *([ELSEWHERE] if ELSEWHERE in told else [])]


def _names(extract: Extract) -> list[str]:
    return [topic.name for topic in extract.project.topics]


def _used(told: Iterable[tuple[str, ...]], order: list[str]) -> list[str]:
    """The names told, each once, in the given order; unknown ones after, as they come."""
    found = dict.fromkeys(name for names in told for name in names)
    return [*(n for n in order if n in found), *(n for n in found if n not in order)]
