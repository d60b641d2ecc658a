"""An interval stays an interval in every export, as well as the format can say it."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from briefgen.editor.ledger import make_ledger
from briefgen.knowledge.project import Project
from briefgen.model import (
    Chronology,
    Event,
    Grain,
    Interval,
    Serial,
    Standing,
    Status,
    from_edtf,
    to_profile,
)
from briefgen.writers.exports import export_all

KYIV = ZoneInfo("Europe/Kyiv")


def one(edtf: str, **changes: Any) -> Interval:
    return replace(from_edtf(edtf, UTC), **changes)


NIGHT = Interval(
    start=datetime(2031, 3, 5, 18, tzinfo=UTC), end=datetime(2031, 3, 6, 6, tzinfo=UTC),
    grain=Grain.PART,
)  # fmt: skip
CLOCK = Interval(
    start=datetime(2031, 3, 6, 14, 5, tzinfo=KYIV), end=datetime(2031, 3, 6, 14, 6, tzinfo=KYIV),
    grain=Grain.MINUTE,
)  # fmt: skip
STRETCH = Interval(
    start=datetime(2031, 3, 6, 14, tzinfo=UTC), end=datetime(2031, 3, 6, 17, tzinfo=UTC),
    grain=Grain.HOUR,
)  # fmt: skip

CASES = {
    # interval: edtf, event_date and time_precision, DTSTART and DTEND, start_date and end_date of
    # TimelineJS, startDate and endDate of schema.org, markwhen
    "a day": (
        one("2031-03-06"), "2031-03-06", ("2031-03-06", "1"), ("20310306", "20310307"),
        ((2031, 3, 6), None), ("2031-03-06", "2031-03-06"), "2031-03-06",
    ),
    "a night": (
        NIGHT, "2031-03-05/2031-03-06", ("", "2"), ("20310305", "20310307"),
        ((2031, 3, 5), (2031, 3, 6)), ("2031-03-05", "2031-03-06"), "2031-03-05/2031-03-06",
    ),
    "a month": (
        one("2031-05"), "2031-05", ("", "3"), ("20310501", "20310601"),
        ((2031, 5), None), ("2031-05", "2031-05"), "2031-05",
    ),
    "about a day": (
        one("2031-03-06~"), "2031-03-06~", ("", "2"), ("20310306", "20310307"),
        ((2031, 3, 6), None), ("2031-03-06", "2031-03-06"), "2031-03-06",
    ),
    "a season": (
        one("2031-21"), "2031-21", ("", ""), ("20310301", "20310601"),
        ((2031, 3), (2031, 5)), ("2031-03-01", "2031-05-31"), "2031-03/2031-05",
    ),
    "a decade": (
        one("202X"), "202X", ("", ""), ("20200101", "20300101"),
        ((2020,), (2029,)), ("2020-01-01", "2029-12-31"), "2020/2029",
    ),
    "since a month": (
        one("2030-11/.."), "2030-11/..", ("", ""), ("20301101", "20301201"),
        ((2030, 11), None), ("2030-11", None), "2030-11",
    ),
    "by a month": (
        one("../2031-05"), "../2031-05", ("", ""), ("20310501", "20310601"),
        ((2031, 5), None), (None, "2031-05"), "2031-05",
    ),
    "a clock time": (
        CLOCK, "2031-03-06T14:05:00+02:00", ("2031-03-06", "1"), ("20310306T120500Z", None),
        ((2031, 3, 6, 14, 5), None), ("2031-03-06T14:05:00+02:00", "2031-03-06T14:06:00+02:00"),
        "2031-03-06T12:05:00Z",
    ),
    "from hour to hour": (
        STRETCH, "2031-03-06", ("2031-03-06", "1"), ("20310306T140000Z", "20310306T170000Z"),
        ((2031, 3, 6, 14, 0), (2031, 3, 6, 17, 0)),
        ("2031-03-06T14:00:00+00:00", "2031-03-06T17:00:00+00:00"),
        "2031-03-06T14:00:00Z - 2031-03-06T17:00:00Z",
    ),
    "undated": (None, None, ("", ""), (None, None), None, (None, None), None),
}  # fmt: skip


def day_of(invented: Any, interval: Interval | None, status: Status) -> Chronology:
    told = invented.make_report(
        invented.RAID, invented.paragraph(invented.RAID, 4), interval, status=status
    )
    event: Event = invented.make_event("Talks are to resume in Ostrel", Standing.DISPUTED, told)
    dated = (event,) if interval else ()
    return Chronology(
        date=date(2031, 3, 6),
        cutoff=datetime(2031, 3, 6, 20, tzinfo=UTC),
        documents=(invented.RAID,),
        events=dated,
        undated=() if interval else (event,),
    )


@pytest.mark.parametrize("name", CASES)
def test_dates(name: str, invented: Any, project: Project) -> None:
    interval, edtf, acled, ics, slide, linked, markwhen = CASES[name]
    made = export_all(
        ["csv", "ics", "timelinejs", "geojson", "jsonld", "markwhen", "wikitext"],
        day_of(invented, interval, Status.SCHEDULED), project,
    )  # fmt: skip
    (row,) = csv.DictReader(io.StringIO(made["csv"].decode(), newline=""))
    assert (edtf or "", acled) == (row["edtf"], (row["event_date"], row["time_precision"]))
    (part,) = Calendar.from_ical(made["ics"]).subcomponents
    sides = (part.get("dtstart"), part.get("dtend"))
    assert ics == tuple(side.to_ical().decode() if side else None for side in sides)
    assert ("VEVENT" if interval else "VTODO") == part.name
    slides = json.loads(made["timelinejs"])["events"]
    assert ([slide] if slide else []) == [
        (tuple(s["start_date"].values()), tuple(s.get("end_date", {}).values()) or None)
        for s in slides
    ]
    (feature,) = json.loads(made["geojson"])["features"]
    assert edtf == feature["properties"]["edtf"]
    (node,) = [n for n in json.loads(made["jsonld"])["graph"] if n["type"] == "Event"]
    assert (edtf, *linked) == tuple(node.get(key) for key in ("edtf", "startDate", "endDate"))
    heads = [line for line in made["markwhen"].decode().splitlines() if line.startswith("20")]
    assert ([markwhen] if markwhen else []) == [head.split(": ", 1)[0] for head in heads]


@pytest.mark.parametrize("name", [name for name in CASES if name != "undated"])
def test_what_a_format_cannot_say_its_words_do(name: str, invented: Any, project: Project) -> None:
    """The worded date stands in every format; before the headline where the value is wider."""
    interval = CASES[name][0]
    day = day_of(invented, interval, Status.SCHEDULED)
    (line,) = make_ledger(day, project).lines
    made = export_all(["csv", "ics", "timelinejs", "geojson", "jsonld", "html"], day, project)
    (part,) = Calendar.from_ical(made["ics"]).subcomponents
    exact = name in {"a day", "a clock time", "from hour to hour"}
    assert exact is not str(part["summary"]).startswith(f"{line.entry.when}: ")
    assert line.entry.when in str(part["description"])
    assert line.entry.when == json.loads(made["timelinejs"])["events"][0]["display_date"]
    for format_ in ("csv", "geojson", "jsonld", "html"):
        assert line.entry.when in made[format_].decode()


class TestDisputed:
    def test_says_so_in_every_format(self, invented: Any, project: Project) -> None:
        day = day_of(invented, one("2031-03-09"), Status.SCHEDULED)
        formats = ["json", "csv", "ics", "timelinejs", "geojson", "jsonld", "md", "wikitext",
                   "markwhen", "html"]  # fmt: skip
        for name, data in export_all(formats, day, project).items():
            assert b"disputed" in data, name

    def test_a_plan_that_is_disputed_is_tentative(self, invented: Any, project: Project) -> None:
        day = day_of(invented, one("2031-03-09"), Status.SCHEDULED)
        (part,) = Calendar.from_ical(export_all(["ics"], day, project)["ics"]).subcomponents
        assert "TENTATIVE" == part["status"]


class TestCalendar:
    def test_by_default_what_is_planned_or_due(self, day: Chronology, project: Project) -> None:
        (few, many) = (
            Calendar.from_ical(export_all(["ics"], day, project, every=every)["ics"])
            for every in (False, True)
        )
        kinds = {str(part["x-briefgen-status"]) for part in few.subcomponents}
        assert {"scheduled", "deadline"} == kinds
        assert len(day.events) + len(day.undated) == len(many.subcomponents)
        uids = [str(part["uid"]) for part in many.subcomponents]
        assert len(set(uids)) == len(uids)

    def test_another_report_is_another_revision(self, invented: Any, project: Project) -> None:
        day = day_of(invented, one("2031-03-09"), Status.SCHEDULED)
        (event,) = day.events
        later = replace(day, events=(replace(event, reports=event.reports * 2),))
        told = []
        for one_day in (day, later):
            (part,) = Calendar.from_ical(export_all(["ics"], one_day, project)["ics"]).subcomponents
            told.append((str(part["uid"]), part["sequence"]))
        assert [(f"{event.id}@briefgen", 0), (f"{event.id}@briefgen", 1)] == told
        known = {event.id: Serial(lineage="first", sequence=7)}
        made = export_all(["ics"], day, project, serials=known)["ics"]
        (part,) = Calendar.from_ical(made).subcomponents
        assert ("first@briefgen", 7) == (str(part["uid"]), part["sequence"])


class TestEras:
    def test_do_not_overlap(self, day: Chronology, project: Project) -> None:
        eras = json.loads(export_all(["timelinejs"], day, project)["timelinejs"])["eras"]
        assert ["Before the period", "The period of the brief", "Ahead"] == [
            era["text"]["headline"] for era in eras
        ]
        for era, after in pairwise(eras):
            assert era["end_date"] == after["start_date"]


GRAINS = st.sampled_from(Grain)
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)).map(  # noqa: DTZ001
    lambda moment: moment.replace(second=0, microsecond=0, tzinfo=UTC)
)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Any interval: whole units of the calendar, and what is none; open, rough, uncertain."""
    grain, marks = draw(GRAINS), (draw(st.booleans()), draw(st.booleans()))
    start = draw(MOMENTS)
    if draw(st.booleans()):
        start = start.replace(month=draw(st.sampled_from([1, 4, 7, 10])), day=1, hour=0, minute=0)
    months = draw(st.sampled_from([0, 0, 1, 3, 6, 12, 120, 1200]))
    if months:
        whole = start.year * 12 + start.month - 1 + months
        end = start.replace(year=whole // 12, month=whole % 12 + 1, day=min(start.day, 28))
    else:
        end = start + timedelta(minutes=draw(st.integers(1, 60 * 24 * 90)))
    side = draw(st.sampled_from(["both", "both", "start", "end"]))
    return Interval(
        start=None if side == "end" else start,
        end=None if side == "start" else max(end, start + timedelta(minutes=1)),
        grain=grain,
        approximate=marks[0],
        uncertain=marks[1],
    )


class TestEdtf:
    """Every date that is exported is EDTF to another reader of it, and no narrower than it was."""

    @given(intervals())
    def test_another_library_reads_it(self, interval: Interval) -> None:
        assert parse_edtf(to_profile(interval)) is not None

    @given(intervals().filter(lambda i: i.grain >= Grain.PART or i.length is None))
    def test_nothing_is_narrowed(self, interval: Interval) -> None:
        assert from_edtf(to_profile(interval), UTC).contains(interval)

    @given(intervals())
    def test_marks_and_open_sides_stay(self, interval: Interval) -> None:
        again = from_edtf(to_profile(interval), UTC)
        assert (interval.start is None, interval.end is None) == (
            again.start is None, again.end is None,
        )  # fmt: skip
        assert (interval.approximate, interval.uncertain) == (again.approximate, again.uncertain)

    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("2031-21", "2031-21"),
            ("2031-21~", "2031-03~/2031-05~"),
            ("2031-33", "2031-33"),
            ("2031-40?", "2031-01?/2031-06?"),
            ("203X", "203X"),
            ("203X~", "2030~/2039~"),
            ("20XX/..", "2000/.."),
            ("2031-03-06T14:05:00Z", "2031-03-06T14:05:00Z"),
            ("2031-03-06T14:05:00Z~", "2031-03-06~"),
            ("2031-03-06T14:00:00Z/2031-03-07T02:00:00Z", "2031-03-06/2031-03-07"),
            ("2031-03-06T14:00:00Z/..", "2031-03-06/.."),
            ("../..", "../.."),
        ],
    )
    def test_what_the_profile_has_no_way_to_say(self, written: str, expected: str) -> None:
        assert expected == to_profile(from_edtf(written, UTC))
