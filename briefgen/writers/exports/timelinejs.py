"""Extract → TimelineJS JSON (https://timeline.knightlab.com/docs/json-format.html)."""

import json
from datetime import datetime, timedelta
from html import escape
from typing import Any

from briefgen.model import Grain, Interval
from briefgen.model.briefing import Evidence
from briefgen.model.ledger import Ledger, Line, Span
from briefgen.temporal.wording import told_unit
from briefgen.writers.escape import clean, http_url
from briefgen.writers.exports.extract import Extract

__all__ = ["to_timelinejs"]

PARTS = ("year", "month", "day", "hour", "minute")
KNOWN = {
    Grain.SECOND: 5,
    Grain.MINUTE: 5,
    Grain.HOUR: 5,
    Grain.PART: 3,
    Grain.DAY: 3,
    Grain.WEEK: 3,
    Grain.MONTH: 2,
    Grain.QUARTER: 2,
    Grain.SEASON: 2,
    Grain.HALF: 2,
    Grain.YEAR: 1,
    Grain.DECADE: 1,
    Grain.CENTURY: 1,
}
"""How many parts of a date are told at each grain: a month has no day."""


def to_timelinejs(extract: Extract) -> bytes:
    """Slides in order; undated events stand on the title slide, which needs no date.

    ``display_date`` is the date as the chronology words it, and a date has no part that was not
    told. Times are those of the clocks in the project's zone. All text is escaped: TimelineJS
    shows it as HTML.
    """
    ledger = extract.ledger
    data = {
        "title": {
            "unique_id": "title",
            "text": {"headline": _html(ledger.title), "text": _title(ledger)},
            "autolink": False,
        },
        "events": [slide for line in ledger.lines if (slide := _slide(line))],
        "eras": [_era(span) for span in ledger.spans],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _slide(line: Line) -> dict[str, Any] | None:
    interval, entry = line.event.interval, line.entry
    unit = told_unit(interval) if interval else None
    if interval is None or unit is None:
        return None
    return {
        "unique_id": f"event-{line.event.id}",
        **_dates(unit, interval),
        "display_date": _html(entry.when),
        "group": _html(entry.theater) if entry.theater else "",
        "text": {"headline": _html(entry.headline), "text": _body(line)},
        "autolink": False,
    }


def _dates(unit: tuple[datetime, datetime], interval: Interval) -> dict[str, dict[str, int]]:
    """The first unit and, where it is another, the last; no end where none was told."""
    parts = KNOWN[interval.grain]
    start, end = unit
    first = _date(start, parts)
    if parts < len(PARTS):
        last = _date(end - timedelta(microseconds=1), parts)
    else:
        lasting = interval.bounded and end - start > timedelta(hours=1)
        last = _date(end, parts) if lasting else first
    return {"start_date": first} | ({} if first == last else {"end_date": last})


def _date(moment: datetime, parts: int) -> dict[str, int]:
    return {name: getattr(moment, name) for name in PARTS[:parts]}


def _era(span: Span) -> dict[str, Any]:
    start, end = span.interval.start, span.interval.end
    assert start is not None
    assert end is not None
    return {
        "start_date": _date(start, len(PARTS)),
        "end_date": _date(end, len(PARTS)),
        "text": {"headline": _html(span.title)},
    }


def _body(line: Line) -> str:
    """How it stands, the words it rests on, and links to the sources."""
    entry = line.entry
    about = " · ".join((*line.about, *line.topics))
    quotes = "".join(_quote(proof) for proof in entry.evidence)
    links = [
        f'<li><a href="{_html(url)}">{_html(s.title)}</a></li>'
        for s in line.sources
        if (url := http_url(s.url))
    ]
    return f"<p>{_html(about)}</p>{quotes}" + (f"<ul>{''.join(links)}</ul>" if links else "")


def _quote(proof: Evidence) -> str:
    who = f" ({_html(proof.claimant)})" if proof.claimant else ""
    return f"<blockquote>{_html(proof.quote)}{who} [{proof.source}]</blockquote>"


def _title(ledger: Ledger) -> str:
    """What the timeline is, and the events that stand nowhere on it."""
    words = ledger.words
    about = [ledger.note, ledger.date_label, ledger.cutoff_label, ledger.facts]
    text = "".join(f"<p>{_html(part)}</p>" for part in about if part)
    if ledger.undated:
        items = "".join(f"<li>{_html(line.entry.headline)}</li>" for line in ledger.undated)
        text += f"<p>{_html(words['undated'])}: {_html(words['undated_note'])}</p><ul>{items}</ul>"
    return text


def _html(text: str) -> str:
    return escape(clean(text))
