"""Each export as its own program reads it, and what holds for all of them."""

import csv
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from briefgen import pipeline
from briefgen.editor.ledger import make_ledger
from briefgen.errors import UsageError
from briefgen.knowledge import load_project
from briefgen.knowledge.project import Project
from briefgen.model import Chronology, Place, Precision
from briefgen.readers import ReadOptions
from briefgen.writers.exports import EXPORTS, export_all, export_name

SAMPLES = Path(__file__).parent.parent.parent / "samples"

DATE = {
    "type": "object",
    "properties": {
        "year": {"type": "integer"},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
        "hour": {"type": "integer", "minimum": 0, "maximum": 23},
        "minute": {"type": "integer", "minimum": 0, "maximum": 59},
    },
    "required": ["year"],
    "dependentRequired": {"day": ["month"], "hour": ["day"], "minute": ["hour"]},
    "additionalProperties": False,
}
TEXT = {
    "type": "object",
    "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
    "required": ["headline"],
    "additionalProperties": False,
}
SLIDE = {
    "type": "object",
    "properties": {
        "start_date": DATE,
        "end_date": DATE,
        "text": TEXT,
        "group": {"type": "string"},
        "display_date": {"type": "string", "minLength": 1},
        "autolink": {"type": "boolean"},
        "unique_id": {"type": "string", "pattern": r"^[\w-]+$"},
    },
    "additionalProperties": False,
}
TIMELINEJS = {
    "type": "object",
    "properties": {
        "title": SLIDE,
        "events": {
            "type": "array",
            "items": {"allOf": [SLIDE, {"required": ["start_date", "text", "unique_id"]}]},
        },
        "eras": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"start_date": DATE, "end_date": DATE, "text": TEXT},
                "required": ["start_date", "end_date"],
                "additionalProperties": False,
            },
        },
        "scale": {"const": "human"},
    },
    "required": ["events"],
    "additionalProperties": False,
}
"""From https://timeline.knightlab.com/docs/json-format.html, as far as it is written here."""

POSITION = {
    "type": "array",
    "prefixItems": [
        {"type": "number", "minimum": -180, "maximum": 180},
        {"type": "number", "minimum": -90, "maximum": 90},
    ],
    "minItems": 2,
    "maxItems": 2,
}
GEOJSON = {
    "type": "object",
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "type": {"const": "Feature"},
                    "id": {"type": ["string", "number"]},
                    "properties": {"type": ["object", "null"]},
                    "geometry": {
                        "oneOf": [
                            {"type": "null"},
                            {
                                "type": "object",
                                "properties": {"type": {"const": "Point"}, "coordinates": POSITION},
                                "required": ["type", "coordinates"],
                            },
                            {
                                "type": "object",
                                "properties": {
                                    "type": {"const": "MultiPoint"},
                                    "coordinates": {"type": "array", "items": POSITION},
                                },
                                "required": ["type", "coordinates"],
                            },
                        ]
                    },
                },
                "required": ["type", "properties", "geometry"],
                "not": {"anyOf": [{"required": ["coordinates"]}, {"required": ["features"]}]},
            },
        },
    },
    "required": ["type", "features"],
    "not": {"anyOf": [{"required": ["crs"]}, {"required": ["coordinates"]}]},
}
"""RFC 7946, of the geometries that are written here."""


def sample(week: str) -> tuple[Chronology, Project]:
    project = load_project(SAMPLES / week / "briefgen.toml")
    options = ReadOptions(zone=project.zone, language=project.language)
    reading = pipeline.read([SAMPLES / week / "inbox"], options)
    day = pipeline.day_of(reading.documents, project)
    assert day is not None
    return pipeline.chronicle(reading, project, day), project


@pytest.fixture(scope="module", params=["invented", "kestrel-strait", "real-map"])
def told(request: pytest.FixtureRequest, day: Chronology, project: Project) -> Any:
    return (day, project) if request.param == "invented" else sample(request.param)


def made(name: str, told: tuple[Chronology, Project], *, every: bool = True) -> bytes:
    return export_all([name], *told, every=every)[name]


class TestEverywhere:
    def test_the_same_bytes_twice(self, told: tuple[Chronology, Project]) -> None:
        assert export_all(list(EXPORTS), *told) == export_all(list(EXPORTS), *told)

    def test_no_event_is_dropped(self, told: tuple[Chronology, Project]) -> None:
        day = told[0]
        ids = [event.id for event in (*day.events, *day.undated)]
        rows = list(csv.DictReader(io.StringIO(made("csv", told).decode(), newline="")))
        assert ids == [row["event_id_cnty"] for row in rows]
        assert ids == [f["id"] for f in json.loads(made("geojson", told))["features"]]
        parts = Calendar.from_ical(made("ics", told)).subcomponents
        assert ids == [str(part["uid"]).partition("@")[0] for part in parts]
        table = pq.read_table(io.BytesIO(made("parquet", told)))
        assert ids == table["id"].to_pylist()
        sheet = load_workbook(io.BytesIO(made("xlsx", told)))["events"]
        assert ids == [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]
        slides = json.loads(made("timelinejs", told))
        assert [f"event-{event.id}" for event in day.events] == [
            slide["unique_id"] for slide in slides["events"]
        ]
        assert len(day.undated) == slides["title"]["text"]["text"].count("<li>")
        for name, pattern in (("wikitext", r'^\* <span id="e\d+">'), ("html", r'<li class="event')):
            found = re.findall(pattern, made(name, told).decode(), re.MULTILINE)
            assert len(ids) == len(found), name

    def test_every_figure_stands_in_a_quoted_span(self, told: tuple[Chronology, Project]) -> None:
        """A headline's figures are of a quote, but for the dates that were made absolute."""
        dates = re.compile(
            r"\[[^\]]*\]|\(\d[^)]*\)|[\d–: ]*\d{1,2}(?: [A-Z][a-z]{2})? ?\d{4}|\d{4}"
        )
        for line in make_ledger(*told).all:
            quoted = " ".join(proof.quote for proof in line.entry.evidence)
            figures = re.findall(r"\d[\d,.]*", dates.sub("", line.entry.headline))
            assert [f for f in figures if f.rstrip(".,") not in quoted] == [], line.entry.headline

    def test_what_is_not_quoted_is_not_told(self, day: Chronology, project: Project) -> None:
        event = day.events[0]
        wrong = replace(event.reports[0], quote="99 drones fell", start=0, end=14)
        false = replace(day, events=(replace(event, reports=(wrong,)), *day.events[1:]))
        for name, data in export_all(["csv", "html", "ics"], false, project, every=True).items():
            assert b"99 drones" not in data, name
        ledger = make_ledger(false, project)
        assert any(event.id in notice.message for notice in ledger.notices)

    def test_no_bare_weekday_dates_anything(self, told: tuple[Chronology, Project]) -> None:
        for line in make_ledger(*told).lines:
            assert not re.search(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", line.entry.when)

    def test_of_nothing_at_all(self, project: Project, day: Chronology) -> None:
        nothing = replace(day, documents=(), events=(), undated=(), notices=())
        files = export_all(list(EXPORTS), nothing, project)
        assert set(EXPORTS) == {name for name, data in files.items() if data}
        assert b"Nothing was read" in files["html"]

    def test_file_names(self, day: Chronology) -> None:
        names = [export_name(name, day) for name in EXPORTS]
        assert len(set(names)) == len(names)
        assert "timeline-2031-03-06.timelinejs.json" in names
        assert "chronology.json" in names

    def test_an_unknown_format(self, day: Chronology, project: Project) -> None:
        with pytest.raises(UsageError, match="no format 'docx'; known are table, json"):
            export_all(["docx"], day, project)


def test_timelinejs_is_of_its_format(told: tuple[Chronology, Project]) -> None:
    data = json.loads(made("timelinejs", told))
    Draft202012Validator(TIMELINEJS).validate(data)
    ids = [slide["unique_id"] for slide in data["events"]]
    assert len(set(ids)) == len(ids)


def test_geojson_is_of_its_format(told: tuple[Chronology, Project]) -> None:
    Draft202012Validator(GEOJSON).validate(json.loads(made("geojson", told)))


class TestPlaces:
    @pytest.mark.parametrize(
        ("places", "geometry", "precision"),
        [
            ((), None, None),
            ((("Vanna", Precision.TOWN, 10.5, -20.25),), ("Point", [-20.25, 10.5]), "town"),
            ((("Shore", Precision.REGION, 1.0, 2.0),), ("Point", [2.0, 1.0]), "region"),
            ((("Marl", Precision.COUNTRY, 1.0, 2.0),), None, None),
            ((("Sedge", Precision.TOWN, None, None),), None, None),
            (
                (("Vanna", Precision.TOWN, 1.0, 2.0), ("Tern", Precision.POINT, 3.0, 4.0)),
                ("MultiPoint", [[2.0, 1.0], [4.0, 3.0]]),
                None,
            ),
        ],
    )
    def test_no_point_is_invented(
        self,
        places: tuple[tuple[str, Precision, float | None, float | None], ...],
        geometry: tuple[str, list[Any]] | None,
        precision: str | None,
        day: Chronology,
        project: Project,
    ) -> None:
        known = tuple(Place(name=n, precision=p, lat=la, lon=lo) for n, p, la, lo in places)
        one = replace(day, events=(replace(day.events[0], places=known),), undated=())
        (feature,) = json.loads(made("geojson", (one, project)))["features"]
        found = feature["geometry"]
        assert geometry == (found and (found["type"], found["coordinates"]))
        assert precision == feature["properties"]["precision"]
        assert [p.precision.value for p in known] == [
            place["precision"] for place in feature["properties"]["places"]
        ]
        (part,) = Calendar.from_ical(made("ics", (one, project))).subcomponents
        assert ("geo" in part) is (len(known) == 1 and known[0].precision is Precision.TOWN
                                   and known[0].lat is not None)  # fmt: skip
        (row,) = csv.DictReader(io.StringIO(made("csv", (one, project)).decode(), newline=""))
        assert (row["latitude"] == "") is (geometry is None)


class TestSpreadsheet:
    def test_a_day_is_a_date_and_a_number_a_number(self, day: Chronology, project: Project) -> None:
        book = load_workbook(io.BytesIO(made("xlsx", (day, project))))
        assert ["events", "quotes", "sources", "left out"] == book.sheetnames
        head, *rows = book["events"].iter_rows(values_only=True)
        column = head.index("event_date")
        dates = [row[column] for row in rows if row[column]]
        assert dates
        assert all(isinstance(one, date) for one in dates)
        assert len(day.documents) == book["sources"].max_row - 1
        assert sum(len(e.reports) for e in (*day.events, *day.undated)) == (
            book["quotes"].max_row - 1
        )

    def test_no_part_tells_when_it_was_made(self, day: Chronology, project: Project) -> None:
        with zipfile.ZipFile(io.BytesIO(made("xlsx", (day, project)))) as book:
            assert {(1980, 1, 1, 0, 0, 0)} == {part.date_time for part in book.infolist()}
            assert b"2031-03-06T20:00:00Z" in book.read("docProps/core.xml")
            assert b"modified" not in book.read("docProps/core.xml")


def test_parquet_keeps_types_and_lists(day: Chronology, project: Project) -> None:
    table = pq.read_table(io.BytesIO(made("parquet", (day, project))))
    assert "timestamp[us, tz=UTC]" == str(table.schema.field("earliest").type)
    assert b"2031-03-06" == table.schema.metadata[b"briefgen.date"]
    raid = next(row for row in table.to_pylist() if "16 drones" in row["headline"])
    assert ["16 drones", "two warehouses"] == [q["text"] for q in raid["reports"][0]["quantities"]]
    assert 2 == len(raid["reports"])


def test_csv_is_rfc_4180(day: Chronology, project: Project) -> None:
    data = made("csv", (day, project))
    assert data.startswith(b"event_id_cnty,event_date,year,time_precision,event_type,country,")
    rows = list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))
    assert {len(rows[0])} == {len(row) for row in rows}


def test_acled_types_are_those_of_the_topics() -> None:
    day, project = sample("real-map")
    told = {
        row["event_type"]
        for row in csv.DictReader(io.StringIO(made("csv", (day, project)).decode()))
    }
    known = {topic.scale for topic in project.topics if topic.scale}
    assert told - {""} <= known
    assert told - {""}


@pytest.mark.parametrize("name", ["xlsx", "parquet"])
def test_a_terminal_gets_no_binary(name: str) -> None:
    """On a terminal the command says what to do; in a pipe it writes."""
    command = [sys.executable, "-m", "briefgen", "timeline", str(SAMPLES / "real-map" / "inbox"),
               "--project", str(SAMPLES / "real-map" / "briefgen.toml"), "--to", name]  # fmt: skip
    reader, writer = os.openpty()
    try:
        shown = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(writer)
        os.close(reader)
    assert (2, True) == (shown.returncode, b"is no text for a terminal" in shown.stderr)
    piped = subprocess.run(command, capture_output=True, check=True)
    assert {"xlsx": b"PK", "parquet": b"PAR1"}[name] == piped.stdout[: 2 if name == "xlsx" else 4]
