"""Reports, event states and document sources ↔ the JSON that the archive keeps of them."""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from briefgen.errors import ArchiveError
from briefgen.model import (
    Attribution,
    Basis,
    DateBasis,
    Dating,
    Document,
    EventState,
    Grain,
    Interval,
    Link,
    LinkKind,
    Mark,
    Place,
    Precision,
    Quantity,
    Report,
    Shift,
    Source,
    Standing,
    Status,
)

__all__ = [
    "dating_body",
    "document_of",
    "interval_body",
    "interval_of",
    "report_body",
    "report_of",
    "shifts_body",
    "shifts_of",
    "source_body",
    "state_body",
    "state_of",
]

Body = Mapping[str, Any]


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _load(text: str) -> Any:
    """What a body says. Raises ArchiveError for one that is no JSON."""
    try:
        return json.loads(text)
    except ValueError as error:
        raise ArchiveError(
            f"a body in the archive is damaged ({error}); restore a backup"
        ) from error


def _plain(value: Any) -> dict[str, Any]:
    """The fields of a flat value that are not empty."""
    found = {each.name: getattr(value, each.name) for each in fields(value)}
    return {name: item for name, item in found.items() if item is not None and item != ()}


def interval_body(interval: Interval | None) -> str | None:
    """An interval as JSON, exact to the microsecond and with its offsets."""
    return None if interval is None else _dump(_interval(interval))


def interval_of(text: str | None) -> Interval | None:
    """The interval of a JSON text."""
    return None if text is None else _read_interval(_load(text))


def _interval(interval: Interval) -> dict[str, Any]:
    return {
        "start": interval.start and interval.start.isoformat(),
        "end": interval.end and interval.end.isoformat(),
        "grain": interval.grain.word,
        "approximate": interval.approximate,
        "uncertain": interval.uncertain,
    }


def _read_interval(body: Body) -> Interval:
    start, end = body["start"], body["end"]
    return Interval(
        start=start and datetime.fromisoformat(start),
        end=end and datetime.fromisoformat(end),
        grain=Grain[body["grain"].upper()],
        approximate=body["approximate"],
        uncertain=body["uncertain"],
    )


def report_body(report: Report) -> str:
    """A report as JSON; of the mention only its words are kept, in ``said``."""
    return _dump(
        {
            "interval": _interval(report.interval) if report.interval else None,
            "basis": report.basis.value,
            "why": report.why,
            "status": report.status.value,
            "attribution": _plain(report.attribution) if report.attribution else None,
            "places": [_plain(place) for place in report.places],
            "topics": report.topics,
            "theater": report.theater,
            "quantities": [_plain(quantity) for quantity in report.quantities],
            "subject": report.subject,
        }
    )


def report_of(document: str, start: int, end: int, quote: str, body: str) -> Report:
    """The report of a row."""
    values = _load(body)
    interval, attribution = values["interval"], values["attribution"]
    return Report(
        document=document,
        start=start,
        end=end,
        quote=quote,
        interval=_read_interval(interval) if interval else None,
        basis=DateBasis(values["basis"]),
        why=values["why"],
        status=Status(values["status"]),
        attribution=Attribution(**attribution) if attribution else None,
        places=tuple(map(_read_place, values["places"])),
        topics=tuple(values["topics"]),
        theater=values["theater"],
        quantities=tuple(Quantity(**quantity) for quantity in values["quantities"]),
        subject=values["subject"],
    )


def _read_place(body: Body) -> Place:
    return Place(**{**body, "precision": Precision(body["precision"])})


def _read_link(body: Body) -> Link:
    return Link(**{**body, "kind": LinkKind(body["kind"])})


def state_body(state: EventState) -> str:
    """What the columns of a state do not hold, as JSON."""
    return _dump(
        {
            "interval": _interval(state.interval) if state.interval else None,
            "theater": state.theater,
            "topics": state.topics,
            "places": [_plain(place) for place in state.places],
            "publishers": state.publishers,
            "fulfilled_by": state.fulfilled_by,
            **({"links": [_plain(link) for link in state.links]} if state.links else {}),
            **({"was": [_interval(each) for each in state.was]} if state.was else {}),
            "expires": state.expires and state.expires.isoformat(),
            "shifts": [_plain(shift) for shift in state.shifts],
            "why": state.why,
        }
    )


def state_of(columns: Body, body: str, reports: tuple[Report, ...]) -> EventState:
    """The state of a row: its columns by name, its body and its reports."""
    values = _load(body)
    interval, expires = values["interval"], values["expires"]
    return EventState(
        lineage=columns["lineage"],
        event=columns["event"],
        number=columns["number"],
        headline=columns["headline"],
        status=Status(columns["status"]),
        standing=Standing(columns["standing"]),
        interval=_read_interval(interval) if interval else None,
        theater=values["theater"],
        topics=tuple(values["topics"]),
        places=tuple(map(_read_place, values["places"])),
        reports=reports,
        publishers=values["publishers"],
        fulfilled_by=values["fulfilled_by"],
        links=tuple(map(_read_link, values.get("links", ()))),
        was=tuple(map(_read_interval, values.get("was", ()))),
        edition=columns["edition"],
        first=columns["first"],
        mark=Mark(columns["mark"]),
        shifts=tuple(Shift(**shift) for shift in values["shifts"]),
        why=values["why"],
        expires=expires and datetime.fromisoformat(expires),
    )


def shifts_body(shifts: tuple[Shift, ...]) -> str:
    """Shifts as JSON."""
    return _dump([_plain(shift) for shift in shifts])


def shifts_of(text: str) -> tuple[Shift, ...]:
    """The shifts of a JSON text."""
    return tuple(Shift(**shift) for shift in _load(text))


def source_body(source: Source) -> str:
    """Where a document came from, as JSON."""
    values = _plain(source)
    if source.retrieved is not None:
        values["retrieved"] = source.retrieved.isoformat()
    return _dump(values)


def dating_body(dating: Dating | None) -> str | None:
    """How a document was dated, as JSON."""
    if dating is None:
        return None
    body = {"interval": _interval(dating.interval), "basis": dating.basis.value, "why": dating.why}
    return _dump(body)


def document_of(columns: Body, published: str | None) -> Document:
    """A document of the archive, its text left behind; dated as it was in an edition."""
    source = _load(columns["source"])
    if "retrieved" in source:
        source["retrieved"] = datetime.fromisoformat(source["retrieved"])
    dated = _load(published) if published else None
    return Document(
        id=columns["id"],
        title=columns["title"],
        text="",
        blocks=(),
        sentences=(),
        language=columns["language"],
        source=Source(**source),
        published=Dating(
            interval=_read_interval(dated["interval"]),
            basis=Basis(dated["basis"]),
            why=dated["why"],
        )
        if dated
        else None,
    )
