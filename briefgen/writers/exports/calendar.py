"""Extract → iCalendar (RFC 5545): what is planned or due; on request all that is told."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from briefgen.model import Event, Grain, Interval, Precision, Serial, Standing, Status
from briefgen.model.briefing import Evidence
from briefgen.model.ledger import Ledger, Line
from briefgen.temporal.wording import told_unit
from briefgen.writers.escape import clean, http_url
from briefgen.writers.exports.columns import cite
from briefgen.writers.exports.extract import Extract

if TYPE_CHECKING:
    from icalendar import Component

__all__ = ["to_ics"]

AHEAD = frozenset({Status.SCHEDULED, Status.DEADLINE})
FIRM = frozenset({Standing.CONFIRMED, Standing.CORROBORATED})
CLOCK = {
    Grain.SECOND: timedelta(seconds=1),
    Grain.MINUTE: timedelta(minutes=1),
    Grain.HOUR: timedelta(hours=1),
}
"""What one unit of a clock time is long: no length of the event."""


def to_ics(extract: Extract) -> bytes:
    """A calendar: an event for each date, a to-do without a date for each undated plan.

    A date that is no clock time is whole days, from the first to the day after the last. Of one
    open on a side, the unit that was told stands for it: "by the end of May" is in May, and the
    words stand before the headline. What happened without a date is a journal entry without one.
    """
    from icalendar import Calendar, vText  # noqa: PLC0415 (only for calendars)

    ledger = extract.ledger
    calendar = Calendar()
    calendar.add("prodid", "-//briefgen//chronology//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, vText(_line(ledger.title)))
    for line in ledger.all:
        if extract.every or line.event.status in AHEAD:
            serial = extract.serials.get(line.event.id) or _serial(line.event)
            calendar.add_component(_component(line, ledger, serial))
    return bytes(calendar.to_ical())


def _serial(event: Event) -> Serial:
    """Of an event that no archive knows: more reports and its fulfilment are changes."""
    changes = len(event.reports) - 1 + (event.fulfilled_by is not None)
    return Serial(lineage=event.id, sequence=changes)


def _component(line: Line, ledger: Ledger, serial: Serial) -> "Component":
    from icalendar import Event as Meeting  # noqa: PLC0415 (as above)
    from icalendar import Journal, Todo, vText  # noqa: PLC0415 (as above)

    event, entry = line.event, line.entry
    unit = told_unit(event.interval) if event.interval else None
    made: Component
    if event.interval is not None and unit is not None:
        made = Meeting()
        _date(made, event.interval, unit)
        made.add("transp", "TRANSPARENT")
        made.add("status", "CONFIRMED" if event.standing in FIRM else "TENTATIVE")
    elif event.status in AHEAD:
        made = Todo()
        made.add("status", "NEEDS-ACTION")
    else:
        made = Journal()
        made.add("status", "FINAL" if event.standing in FIRM else "DRAFT")
    made.add("uid", f"{serial.lineage}@briefgen")
    made.add("dtstamp", ledger.cutoff.astimezone(UTC).replace(microsecond=0))
    made.add("sequence", serial.sequence)
    exact = event.interval is not None and _is_told_exactly(event.interval)
    made.add("summary", _line(entry.headline if exact else f"{entry.when}: {entry.headline}"))
    made.add("description", clean(_description(line, ledger)))
    if line.topics:
        made.add("categories", [_line(topic) for topic in line.topics])
    _place(made, line)
    address = next((url for s in line.sources if (url := http_url(s.url))), None)
    if address:
        made.add("url", address)
    made.add("x-briefgen-status", event.status.value)
    made.add("x-briefgen-standing", event.standing.value)
    if line.edtf:
        made.add("x-briefgen-edtf", vText(line.edtf))
    if entry.theater:
        made.add("x-briefgen-theater", vText(_line(entry.theater)))
    return made


def _date(made: "Component", interval: Interval, unit: tuple[datetime, datetime]) -> None:
    """A clock time in UTC, without an end where none was told; else whole days."""
    start, end = unit
    if interval.grain in CLOCK:
        made.add("dtstart", start.astimezone(UTC))
        if interval.bounded and end - start > CLOCK[interval.grain]:
            made.add("dtend", end.astimezone(UTC))
        return
    last = (end - timedelta(microseconds=1)).date()
    made.add("dtstart", start.date())
    made.add("dtend", last + timedelta(days=1))


def _is_told_exactly(interval: Interval) -> bool:
    """Whether a calendar says it all: a clock time or whole days, both sides known, no mark."""
    marked = interval.approximate or interval.uncertain
    return interval.bounded and not marked and (interval.grain in {*CLOCK, Grain.DAY})


def _place(made: "Component", line: Line) -> None:
    places = line.event.places
    if places:
        made.add("location", _line("; ".join(place.name for place in places)))
    if len(places) == 1 and places[0].precision in {Precision.POINT, Precision.TOWN}:
        lat, lon = places[0].lat, places[0].lon
        if lat is not None and lon is not None:
            made.add("geo", (lat, lon))


def _description(line: Line, ledger: Ledger) -> str:
    """When, how it stands, every quote with its source, and where to read on."""
    entry = line.entry
    head = ", ".join(line.about)
    quotes = (_quote(proof, ledger) for proof in entry.evidence)
    return "\n".join((entry.when, head, *quotes, *map(cite, line.sources)))


def _quote(proof: Evidence, ledger: Ledger) -> str:
    who = f" ({proof.claimant})" if proof.claimant else ""
    return f"{ledger.quoted(_line(proof.quote))}{who} [{proof.source}]"


def _line(text: str) -> str:
    return " ".join(clean(text).split())
