"""Line → one row of a table: ACLED's column names where ACLED has the thing, then our own.

ACLED's names and codes are those of its codebook (https://acleddata.com/codebook): a date stands
in ``event_date`` only where it is one day; ``time_precision`` is 1 for a day, 2 for a week, 3 for a
month; ``geo_precision`` is 1 for a town, 3 for a region. What ACLED cannot say stays empty and
stands in ``edtf``, ``earliest`` and ``latest``.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from types import MappingProxyType

from briefgen.model import Grain, Interval, Place, Precision
from briefgen.model.briefing import SourceLine
from briefgen.model.ledger import Ledger, Line
from briefgen.writers.escape import clean, http_url

__all__ = ["COLUMNS", "Cell", "cite", "rows"]

Cell = str | int | float | date | None

WEEK, MONTH = timedelta(days=7, hours=1), timedelta(days=31, hours=1)
"""An hour more: the clocks may change."""
GEO_PRECISION = {Precision.POINT: 1, Precision.TOWN: 1, Precision.REGION: 3}


def rows(ledger: Ledger) -> list[tuple[Cell, ...]]:
    """A row an event, cells in the order of the columns, text clean of what no reader can see."""
    made = []
    for line in ledger.all:
        cells = (make(line) for make in COLUMNS.values())
        made.append(tuple(clean(cell) if isinstance(cell, str) else cell for cell in cells))
    return made


def cite(source: SourceLine) -> str:
    """One source on one line: number, title, publisher, date, address or file."""
    named = f"{source.publisher}, " if source.publisher else ""
    where = http_url(source.url) or source.path
    return clean(f"[{source.number}] {source.title}. {named}{source.when}. {where}")


def _day(line: Line) -> date | None:
    """The day, where the date is one and nothing marks it as rough."""
    interval = line.event.interval
    if interval is None or interval.start is None or interval.end is None:
        return None
    last = (interval.end - timedelta(microseconds=1)).date()
    marked = interval.approximate or interval.uncertain
    return None if marked or interval.start.date() != last else last


def _year(line: Line) -> int | None:
    interval = line.event.interval
    if interval is None or interval.start is None or interval.end is None:
        return None
    years = {interval.start.year, (interval.end - timedelta(microseconds=1)).year}
    return years.pop() if len(years) == 1 else None


def _time_precision(line: Line) -> int | None:
    length = line.event.interval.length if line.event.interval else None
    if _day(line):
        return 1
    if length is None or length > MONTH:
        return None
    return 2 if length <= WEEK else 3


def _place(line: Line) -> Place | None:
    return line.event.places[0] if line.event.places else None


def _pinned(line: Line) -> Place | None:
    """The place where it has a point that is not the middle of a country."""
    place = _place(line)
    return place if place and place.lat is not None and place.precision in GEO_PRECISION else None


def _location(line: Line) -> str | None:
    place = _place(line)
    return place.name if place and place.precision is not Precision.COUNTRY else None


def _country(line: Line) -> str | None:
    place = _place(line)
    return line.countries[place.country] if place and place.country else None


def _geo_precision(line: Line) -> int | None:
    place = _place(line)
    return GEO_PRECISION.get(place.precision) if place else None


def _publishers(line: Line) -> str:
    return "; ".join(dict.fromkeys(s.publisher or s.path for s in line.sources))


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _side(name: str) -> Callable[[Line], str | None]:
    def told(line: Line) -> str | None:
        interval: Interval | None = line.event.interval
        return _moment(getattr(interval, name)) if interval else None

    return told


def _grain(line: Line) -> str | None:
    interval = line.event.interval
    return Grain(interval.grain).word if interval else None


def _figures(line: Line) -> str:
    """Figures that disagree, each with who gives it; things counted apart by bars."""
    return " | ".join(
        "; ".join(f"{f.text} ({f.claimant})" if f.claimant else f.text for f in counted)
        for counted in line.entry.figures
    )


COLUMNS: Mapping[str, Callable[[Line], Cell]] = MappingProxyType(
    {
        "event_id_cnty": lambda line: line.event.id,
        "event_date": _day,
        "year": _year,
        "time_precision": _time_precision,
        "event_type": lambda line: line.kind,
        "country": _country,
        "admin1": lambda line: place.admin1 if (place := _place(line)) else None,
        "location": _location,
        "latitude": lambda line: place.lat if (place := _pinned(line)) else None,
        "longitude": lambda line: place.lon if (place := _pinned(line)) else None,
        "geo_precision": _geo_precision,
        "source": _publishers,
        "notes": lambda line: line.entry.headline,
        "edtf": lambda line: line.edtf,
        "earliest": _side("start"),
        "latest": _side("end"),
        "grain": _grain,
        "when": lambda line: line.entry.when,
        "status": lambda line: line.event.status.value,
        "standing": lambda line: line.event.standing.value,
        "standing_label": lambda line: line.entry.standing_label,
        "theater": lambda line: line.entry.theater,
        "topics": lambda line: "; ".join(line.topics),
        "places": lambda line: "; ".join(p.name for p in line.event.places),
        "quote": lambda line: line.entry.evidence[0].quote,
        "claimant": lambda line: line.entry.evidence[0].claimant,
        "figures_differ": _figures,
        "why": lambda line: line.entry.evidence[0].why,
        "reports": lambda line: len(line.entry.evidence),
        "sources": lambda line: "; ".join(map(cite, line.sources)),
        "grade": lambda line: line.entry.grade,
        "note": lambda line: line.entry.note,
        "assessment": lambda line: line.entry.assessment,
        "fulfilled_by": lambda line: line.event.fulfilled_by,
    }
)
"""Column → what stands in it; None is an empty cell."""
