"""Extract → GeoJSON (RFC 7946): a feature an event, without a geometry where no point is known."""

import json
from typing import Any

from briefgen.model import Place, Precision
from briefgen.model.ledger import Line
from briefgen.writers.escape import clean, http_url
from briefgen.writers.exports.extract import Extract

__all__ = ["to_geojson"]


def to_geojson(extract: Extract) -> bytes:
    """Every event, dated or not, placed or not; coordinates are longitude, then latitude.

    A region is shown by the gazetteer's point for it, and ``precision`` says so; a country by none.
    """
    ledger = extract.ledger
    data = {
        "type": "FeatureCollection",
        "title": clean(ledger.title),
        "date": ledger.day.isoformat(),
        "cutoff": ledger.cutoff.isoformat(),
        "features": [_feature(line) for line in ledger.all],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _feature(line: Line) -> dict[str, Any]:
    event, entry = line.event, line.entry
    start = event.interval.start if event.interval else None
    end = event.interval.end if event.interval else None
    points = [place for place in event.places if _point(place)]
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": _geometry(points),
        "properties": {
            "headline": clean(entry.headline),
            "when": clean(entry.when),
            "edtf": line.edtf,
            "earliest": start.isoformat() if start else None,
            "latest": end.isoformat() if end else None,
            "status": event.status.value,
            "standing": event.standing.value,
            "standing_label": clean(entry.standing_label),
            "theater": clean(entry.theater) if entry.theater else None,
            "topics": [clean(topic) for topic in line.topics],
            "precision": points[0].precision.value if len(points) == 1 else None,
            "places": [_place(place) for place in event.places],
            "quotes": [
                {
                    "quote": clean(proof.quote),
                    "claimant": clean(proof.claimant) if proof.claimant else None,
                    "source": proof.source,
                }
                for proof in entry.evidence
            ],
            "sources": [
                {
                    "number": source.number,
                    "title": clean(source.title),
                    "publisher": clean(source.publisher) if source.publisher else None,
                    "date": clean(source.when),
                    "url": http_url(source.url),
                }
                for source in line.sources
            ],
        },
    }


def _point(place: Place) -> list[float] | None:
    """Longitude and latitude where the place has them, and is no country."""
    lon, lat = place.lon, place.lat
    if lon is None or lat is None or place.precision is Precision.COUNTRY:
        return None
    return [lon, lat] if -180 <= lon <= 180 and -90 <= lat <= 90 else None


def _geometry(places: list[Place]) -> dict[str, Any] | None:
    points = [point for place in places if (point := _point(place))]
    if len(points) > 1:
        return {"type": "MultiPoint", "coordinates": points}
    return {"type": "Point", "coordinates": points[0]} if points else None


def _place(place: Place) -> dict[str, Any]:
    return {
        "name": clean(place.name),
        "admin1": clean(place.admin1) if place.admin1 else None,
        "country": place.country,
        "precision": place.precision.value,
        "point": _point(place),
    }
