"""Chronology → chronology.json, schema ``briefgen.chronology/1``, which other programs read."""

import json
from datetime import datetime
from typing import Any

from briefgen.knowledge.locale import Locale, load_locale
from briefgen.model import (
    Chronology,
    Document,
    Event,
    Interval,
    Notice,
    Place,
    Quantity,
    Report,
    to_profile,
)
from briefgen.temporal.wording import label

__all__ = ["SCHEMA", "chronology_json"]

SCHEMA = "briefgen.chronology/1"


def chronology_json(chronology: Chronology, language: str = "en") -> bytes:
    """The chronology as UTF-8 JSON, keys in the schema's order, a line feed at the end.

    ``earliest`` is inclusive, ``latest`` exclusive, null open; labels are in the given language.
    Beyond the schema: of a document its ``format``, the ``sha256`` of its raw bytes, ``retrieved``,
    ``origin`` (documents of one origin are one source), ``bounds`` (it is from no later, and by
    what) and ``margins`` (captions, bylines, replies, corrections: kept, and no event); an event's
    ``fulfilled_by``, its ``links`` (what other events say of it), ``was`` (the dates before of a
    plan that was moved), its ``review`` (what the analyst says), and
    ``upper``, ``mod``, ``scope`` and ``whole`` of a quantity that has them.
    """
    locale = load_locale(language)
    data = {
        "schema": SCHEMA,
        "date": chronology.date.isoformat(),
        "cutoff": chronology.cutoff.isoformat(),
        "documents": [_document(document) for document in chronology.documents],
        "events": [_event(event, locale) for event in chronology.events],
        "undated": [_event(event, locale) for event in chronology.undated],
        "notices": [_notice(notice) for notice in chronology.notices],
    }
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", errors="backslashreplace")


def _document(document: Document) -> dict[str, Any]:
    published = document.published
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.source.publisher,
        "url": document.source.url,
        "language": document.language,
        "path": document.source.path,
        "position": document.source.position,
        "published": {
            "edtf": to_profile(published.interval),
            "basis": published.basis.value,
            "why": published.why,
        }
        if published
        else None,
        "format": document.source.format,
        "sha256": document.source.digest,
        "retrieved": _moment(document.source.retrieved),
        "origin": document.source.origin,
        "bounds": [
            {"latest": bound.latest.isoformat(), "why": bound.why} for bound in document.bounds
        ],
        "margins": [
            {"kind": margin.kind.value, "text": margin.text} for margin in document.margins
        ],
    }


def _event(event: Event, locale: Locale) -> dict[str, Any]:
    return {
        "id": event.id,
        "headline": event.headline,
        "status": event.status.value,
        "standing": event.standing.value,
        "date": _date(event.interval, locale, until=event.lasts) if event.interval else None,
        "theater": event.theater,
        "topics": list(event.topics),
        "places": [_place(place) for place in event.places],
        "reports": [_report(report) for report in event.reports],
        "fulfilled_by": event.fulfilled_by,
        **_links(event, locale),
        **_desk(event),
    }


def _links(event: Event, locale: Locale) -> dict[str, Any]:
    """What other events say of one, and when a plan that was moved was due before, if any."""
    links = [{"kind": e.kind.value, "event": e.event, "text": e.text} for e in event.links]
    dates = [_date(interval, locale, until=event.lasts) for interval in event.was]
    return {**({"links": links} if links else {}), **({"was": dates} if dates else {})}


def _desk(event: Event) -> dict[str, Any]:
    """What the analyst's review says of an event, where it says anything."""
    said = {"grade": event.grade, "note": event.note, "assessment": event.assessment}
    edits = [{"field": e.field, "before": e.before, "after": e.after} for e in event.edits]
    told = {name: value for name, value in said.items() if value}
    return {"review": {**told, **({"edits": edits} if edits else {})}} if told or edits else {}


def _date(interval: Interval, locale: Locale, *, until: bool) -> dict[str, Any]:
    return {
        "edtf": to_profile(interval),
        "earliest": _moment(interval.start),
        "latest": _moment(interval.end),
        "grain": interval.grain.word,
        "approximate": interval.approximate,
        "uncertain": interval.uncertain,
        "label": label(interval, locale, until=until),
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _place(place: Place) -> dict[str, Any]:
    return {
        "name": place.name,
        "admin1": place.admin1,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision.value,
    }


def _report(report: Report) -> dict[str, Any]:
    mention, attribution = report.mention, report.attribution
    return {
        "document": report.document,
        "start": report.start,
        "end": report.end,
        "quote": report.quote,
        "attribution": {"who": attribution.who, "verb": attribution.said} if attribution else None,
        "said": mention.text if mention else None,
        "rule": mention.rule if mention else None,
        "anchor": mention.anchor.value if mention else None,
        "why": report.why,
        "edtf": to_profile(report.interval) if report.interval else None,
        "quantities": [_quantity(quantity) for quantity in report.quantities],
    }


def _quantity(quantity: Quantity) -> dict[str, Any]:
    extra = {
        name: value
        for name, value in (
            ("upper", _number(quantity.upper) if quantity.upper is not None else None),
            ("mod", quantity.mod),
            ("scope", quantity.scope),
            ("whole", _number(quantity.whole) if quantity.whole is not None else None),
        )
        if value is not None
    }
    return {
        "value": _number(quantity.value),
        "unit": quantity.unit,
        "text": quantity.text,
        **extra,
    }


def _number(value: float) -> float:
    """16, not 16.0."""
    return int(value) if value == int(value) else value


def _notice(notice: Notice) -> dict[str, Any]:
    return {"document": notice.document, "stage": notice.stage, "message": notice.message}
