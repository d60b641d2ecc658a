"""Extract → Parquet: a row an event, its places and reports as lists in it."""

import io
from datetime import UTC, datetime
from typing import Any

from briefgen.errors import WriterError
from briefgen.model import Place, Report
from briefgen.model.briefing import Evidence
from briefgen.model.ledger import Line
from briefgen.writers.escape import clean
from briefgen.writers.exports.columns import cite
from briefgen.writers.exports.extract import Extract

__all__ = ["to_parquet"]


def to_parquet(extract: Extract) -> bytes:
    """Columns of one type each, times in UTC, null where nothing is told.

    Raises WriterError where pyarrow is missing.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 (the extra; heavy)
        import pyarrow.parquet as pq  # noqa: PLC0415 (as above)
    except ImportError as error:
        raise WriterError(
            "parquet needs the extra “parquet”: pip install 'briefgen[parquet]'"
        ) from error
    text, moment = pa.string(), pa.timestamp("us", tz="UTC")
    place = pa.struct(
        [
            ("name", text),
            ("admin1", text),
            ("country", text),
            ("latitude", pa.float64()),
            ("longitude", pa.float64()),
            ("precision", text),
        ]
    )
    quantity = pa.struct(
        [("value", pa.float64()), ("upper", pa.float64()), ("unit", text), ("text", text)]
    )
    report = pa.struct(
        [
            ("document", text),
            ("source", pa.int32()),
            ("start", pa.int64()),
            ("end", pa.int64()),
            ("quote", text),
            ("claimant", text),
            ("said", text),
            ("why", text),
            ("quantities", pa.list_(quantity)),
        ]
    )
    ledger = extract.ledger
    schema = pa.schema(
        [
            ("id", text),
            ("headline", text),
            ("when", text),
            ("edtf", text),
            ("earliest", moment),
            ("latest", moment),
            ("grain", text),
            ("approximate", pa.bool_()),
            ("uncertain", pa.bool_()),
            ("status", text),
            ("standing", text),
            ("theater", text),
            ("topics", pa.list_(text)),
            ("places", pa.list_(place)),
            ("reports", pa.list_(report)),
            ("sources", pa.list_(text)),
            ("fulfilled_by", text),
        ],
        metadata={
            "briefgen.title": clean(ledger.title),
            "briefgen.date": ledger.day.isoformat(),
            "briefgen.cutoff": ledger.cutoff.isoformat(),
        },
    )
    made = io.BytesIO()
    table = pa.Table.from_pylist([_row(line) for line in ledger.all], schema=schema)
    pq.write_table(table, made, compression="zstd")
    return made.getvalue()


def _row(line: Line) -> dict[str, Any]:
    event, interval = line.event, line.event.interval
    return {
        "id": event.id,
        "headline": clean(line.entry.headline),
        "when": clean(line.entry.when),
        "edtf": line.edtf,
        "earliest": _utc(interval.start) if interval else None,
        "latest": _utc(interval.end) if interval else None,
        "grain": interval.grain.word if interval else None,
        "approximate": interval.approximate if interval else None,
        "uncertain": interval.uncertain if interval else None,
        "status": event.status.value,
        "standing": event.standing.value,
        "theater": clean(line.entry.theater) if line.entry.theater else None,
        "topics": [clean(topic) for topic in line.topics],
        "places": [_place(place) for place in event.places],
        "reports": [
            _report(report, proof)
            for report, proof in zip(event.reports, line.entry.evidence, strict=True)
        ],
        "sources": [cite(source) for source in line.sources],
        "fulfilled_by": event.fulfilled_by,
    }


def _utc(moment: datetime | None) -> datetime | None:
    return moment.astimezone(UTC) if moment else None


def _place(place: Place) -> dict[str, Any]:
    return {
        "name": clean(place.name),
        "admin1": clean(place.admin1) if place.admin1 else None,
        "country": place.country,
        "latitude": place.lat,
        "longitude": place.lon,
        "precision": place.precision.value,
    }


def _report(report: Report, proof: Evidence) -> dict[str, Any]:
    return {
        "document": report.document,
        "source": proof.source,
        "start": proof.start,
        "end": proof.end,
        "quote": clean(proof.quote),
        "claimant": clean(proof.claimant) if proof.claimant else None,
        "said": clean(proof.said) if proof.said else None,
        "why": clean(proof.why),
        "quantities": [
            {"value": q.value, "upper": q.upper, "unit": q.unit, "text": clean(q.text)}
            for q in report.quantities
        ],
    }
