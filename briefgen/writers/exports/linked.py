"""Extract → JSON-LD: schema.org Events, the Reports and Quotations that they rest on."""

import json
from datetime import timedelta
from typing import Any

from briefgen.model import Document, Grain, Interval, Place, Precision, Status, to_profile
from briefgen.model.briefing import Evidence, SourceLine
from briefgen.model.ledger import Ledger, Line
from briefgen.writers.escape import clean, http_url
from briefgen.writers.exports.extract import Extract

__all__ = ["to_jsonld"]

BASE = "urn:x-briefgen:"
CONTEXT: dict[str, Any] = {
    "@vocab": "https://schema.org/",
    "id": "@id",
    "type": "@type",
    "bg": f"{BASE}terms:",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": {"@id": "dcterms:date", "@type": "http://id.loc.gov/datatypes/edtf/EDTF"},
    "eventStatus": {"@type": "@vocab"},
    "url": {"@type": "@id"},
    "isPartOf": {"@type": "@id"},
    "subjectOf": {"@type": "@id"},
    "location": {"@type": "@id"},
    "hasPart": {"@type": "@id"},
    "graph": "@graph",
}
"""Stands in the file itself: nothing is fetched to read it."""
CALENDAR = frozenset({Grain.PART, Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.YEAR})
"""Grains whose units ISO 8601 writes as a plain date."""


def to_jsonld(extract: Extract) -> bytes:
    """One graph: the chronology, its events, quotations, reports and places.

    ``startDate`` and ``endDate`` (inclusive) stand as finely as they were told and only where they
    were; the whole date is ``edtf``, in the datatype of the Library of Congress.
    """
    ledger = extract.ledger
    documents = extract.chronology.documents
    graph = [
        _dataset(ledger),
        *(_event(line) for line in ledger.all),
        *(q for line in ledger.all for q in _quotations(line)),
        *(
            _report(document, source)
            for document, source in zip(documents, ledger.sources, strict=True)
        ),
    ]
    data = {"@context": CONTEXT, "graph": graph}
    return (json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _dataset(ledger: Ledger) -> dict[str, Any]:
    return _full(
        id=f"{BASE}chronology:{ledger.day.isoformat()}",
        type="Dataset",
        name=clean(ledger.title),
        description=clean(ledger.note) if ledger.note else None,
        inLanguage=ledger.language,
        dateModified=ledger.cutoff.isoformat(),
        hasPart=[_event_id(line) for line in ledger.all] or None,
    )


def _event(line: Line) -> dict[str, Any]:
    event, entry = line.event, line.entry
    return _full(
        id=_event_id(line),
        type="Event",
        name=clean(entry.headline),
        **_dates(event.interval),
        edtf=line.edtf,
        eventStatus="EventScheduled" if event.status is Status.SCHEDULED else None,
        location=[_place(place, line) for place in event.places] or None,
        keywords=[clean(topic) for topic in line.topics] or None,
        subjectOf=[f"{_event_id(line)}:quote:{n}" for n in range(1, len(entry.evidence) + 1)],
        **{
            "bg:label": clean(entry.when),
            "bg:status": event.status.value,
            "bg:standing": event.standing.value,
            "bg:standingLabel": clean(entry.standing_label),
            "bg:theater": clean(entry.theater) if entry.theater else None,
        },
    )


def _dates(interval: Interval | None) -> dict[str, str]:
    """What schema.org can say: each known side at its grain; none that was not told."""
    if interval is None:
        return {}
    start, end = interval.start, interval.end
    if interval.grain < Grain.PART:
        return _full(
            startDate=start.isoformat() if start else None,
            endDate=end.isoformat() if end else None,
        )
    grain = interval.grain if interval.grain in CALENDAR else Grain.DAY

    def side(one: Interval) -> str:
        return to_profile(one).strip("./")

    return _full(
        startDate=side(Interval(start=start, end=None, grain=grain)) if start else None,
        endDate=side(Interval(start=None, end=end, grain=grain)) if end else None,
    )


def _quotations(line: Line) -> list[dict[str, Any]]:
    return [
        _full(
            id=f"{_event_id(line)}:quote:{number}",
            type="Quotation",
            text=clean(proof.quote),
            creator=_speaker(proof),
            isPartOf=f"{BASE}report:{report.document}",
            about={"id": _event_id(line)},
            **{"bg:start": proof.start, "bg:end": proof.end, "bg:why": clean(proof.why) or None},
        )
        for number, (proof, report) in enumerate(
            zip(line.entry.evidence, line.event.reports, strict=True), 1
        )
    ]


def _speaker(proof: Evidence) -> dict[str, Any] | None:
    """Who says so: a person or an office, the words do not tell which."""
    return {"type": "Thing", "name": clean(proof.claimant)} if proof.claimant else None


def _report(document: Document, source: SourceLine) -> dict[str, Any]:
    published = document.published
    return _full(
        id=f"{BASE}report:{document.id}",
        type="Report",
        headline=clean(source.title),
        publisher={"type": "Organization", "name": clean(source.publisher)}
        if source.publisher
        else None,
        url=http_url(source.url),
        inLanguage=None if document.language == "und" else document.language,
        edtf=to_profile(published.interval) if published else None,
        identifier=clean(source.path),
        **_published(published.interval if published else None),
    )


def _published(interval: Interval | None) -> dict[str, str]:
    """The date of publication, where it is one day or a moment."""
    if interval is None or interval.start is None or interval.end is None:
        return {}
    if interval.approximate or interval.uncertain:
        return {}
    if interval.grain < Grain.PART:
        return {"datePublished": interval.start.isoformat()}
    last = (interval.end - timedelta(microseconds=1)).date()
    day = interval.start.date()
    return {"datePublished": day.isoformat()} if day == last else {}


def _place(place: Place, line: Line) -> dict[str, Any]:
    country = line.countries.get(place.country or "")
    region = place.admin1 if place.admin1 != place.name else None
    address = _full(
        type="PostalAddress",
        addressRegion=clean(region) if region else None,
        addressCountry=clean(country) if country else None,
    )
    geo = None
    if place.lat is not None and place.lon is not None and place.precision is not Precision.COUNTRY:
        geo = {"type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
    return _full(
        type="Country" if place.precision is Precision.COUNTRY else "Place",
        name=clean(place.name),
        address=address if len(address) > 1 else None,
        geo=geo,
        **{"bg:precision": place.precision.value},
    )


def _event_id(line: Line) -> str:
    return f"{BASE}event:{line.event.id}"


def _full(**fields: Any) -> dict[str, Any]:
    """The fields that hold something."""
    return {name: value for name, value in fields.items() if value is not None}
