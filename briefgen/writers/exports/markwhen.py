"""Extract → markwhen (https://docs.markwhen.com): one event a date, quotes under it."""

import json
import re
from datetime import UTC, datetime, timedelta

from briefgen.model import Grain, Interval
from briefgen.model.ledger import Ledger, Line
from briefgen.temporal.wording import told_unit
from briefgen.writers.escape import clean
from briefgen.writers.exports.columns import cite
from briefgen.writers.exports.extract import Extract

__all__ = ["JOINER", "plain_markwhen", "to_markwhen"]

JOINER = "\u2060"
"""Word joiner: no reader sees it. Markwhen has no escape, so it parts what would be markup."""
MARKUP = re.compile(
    r"(?<=[#@!])(?=[\w/\[])"  # a tag, a reference, an id, a picture
    r"|(?<=[\[\]])"  # a link, a place, a checkbox
    r"|(?<=\d)(?=%)"  # how much is done
    r"|(?<=\.)(?=start|end)"  # an end of another event
)
LONG = {
    Grain.WEEK: "%Y-%m-%d",
    Grain.MONTH: "%Y-%m",
    Grain.QUARTER: "%Y-%m",
    Grain.SEASON: "%Y-%m",
    Grain.HALF: "%Y-%m",
    Grain.YEAR: "%Y",
    Grain.DECADE: "%Y",
    Grain.CENTURY: "%Y",
}
SAID = frozenset({Grain.SECOND, Grain.MINUTE, Grain.HOUR, Grain.DAY, Grain.MONTH, Grain.YEAR})
"""Grains of which markwhen's own date says all."""


def to_markwhen(extract: Extract) -> bytes:
    """Dated events, each under its date; the undated ones as text in a section of their own.

    Markwhen has no approximate and no open date: the unit that was told stands for it, and the
    wording of the date before the headline, wherever the date alone does not say it all.
    """
    ledger = extract.ledger
    offset = f"{ledger.cutoff:%z}"
    about = (ledger.note, ledger.date_label, ledger.cutoff_label, ledger.facts)
    parts = [
        "---",
        f"title: {json.dumps(plain_markwhen(ledger.title), ensure_ascii=False)}",
        f'timezone: "{offset[:3]}:{offset[3:5]}"',
        "---",
        "",
        *(f"– {plain_markwhen(text)}" for text in about if text),
        "",
    ]
    for line in ledger.lines:
        interval = line.event.interval
        unit = told_unit(interval) if interval else None
        if interval is not None and unit is not None:
            head = f"{_date(interval.grain, *unit)}: {_head(line, interval)}"
            parts += [head, *_quotes(line, ledger), ""]
    if ledger.undated:
        parts += [f"## {plain_markwhen(ledger.words['undated'])}", ""]
        for line in ledger.undated:
            parts += [f"– {plain_markwhen(line.entry.headline)}", *_quotes(line, ledger), ""]
    parts += [f"## {plain_markwhen(ledger.words['sources'])}", ""]
    parts += [f"– {plain_markwhen(cite(source))}" for source in ledger.sources]
    return ("\n".join(parts).rstrip() + "\n").encode()


def plain_markwhen(text: str) -> str:
    """One line that markwhen shows as the text itself. Without the joiners it is that text."""
    return MARKUP.sub(JOINER, " ".join(clean(text).replace(JOINER, "").split()))


def _date(grain: Grain, start: datetime, end: datetime) -> str:
    """A moment in UTC, or a day, month or year, or a first and a last one of these."""
    if grain < Grain.PART:
        first, last = (f"{side.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" for side in (start, end))
        return f"{first} - {last}" if end - start > timedelta(hours=1) else first
    shape = LONG.get(grain, "%Y-%m-%d")
    first, last = _told(start, shape), _told(end - timedelta(microseconds=1), shape)
    return first if first == last else f"{first}/{last}"


def _told(moment: datetime, shape: str) -> str:
    return moment.strftime(shape).zfill(len("YYYY"))


def _head(line: Line, interval: Interval) -> str:
    marked = interval.approximate or interval.uncertain or not interval.bounded
    headline = plain_markwhen(line.entry.headline)
    if interval.grain in SAID and not marked:
        return headline
    return f"{plain_markwhen(line.entry.when)}: {headline}"


def _quotes(line: Line, ledger: Ledger) -> list[str]:
    """How it stands, and every quote with its source, each on a line that begins with a mark."""
    entry = line.entry
    rows = [f"– {plain_markwhen(', '.join(line.about))}"]
    for proof in entry.evidence:
        who = f" ({proof.claimant})" if proof.claimant else ""
        rows.append(plain_markwhen(f"{ledger.quoted(proof.quote)}{who} [{proof.source}]"))
    return rows
