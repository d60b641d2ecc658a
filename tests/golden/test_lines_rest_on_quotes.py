"""Every number, name and date of every line of the samples' briefs stands in what the line quotes.

A number and a name as they are written; a date either so, or as what one of the expressions quoted
means. What is put in for a pronoun, or to tell a name in full, in square brackets, stands word for
word in the article before the quote's end.
"""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from briefgen import pipeline
from briefgen.knowledge import load_project
from briefgen.model import Basis, Chronology, Dating, Event, Interval, civil_day
from briefgen.readers import ReadOptions

SAMPLES = Path(__file__).parent.parent.parent / "samples"
WEEKS = {"kestrel-strait": "inbox", "real-map": "inbox", "formats": "."}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTH = "|".join(MONTHS)
DAY = re.compile(rf"(?:(\d{{1,2}})(?: ({MONTH}))?(?: (\d{{4}}))?–)?(\d{{1,2}}) ({MONTH}) (\d{{4}})")
SPAN = re.compile(rf"(?:({MONTH})–)?({MONTH}) (\d{{4}})|\b(\d{{4}})\b")
CLOCK = re.compile(r"\d\d:\d\d(?: UTC)?")
NUMBER = re.compile(r"\d[\d.,]*")
OWNER = re.compile(r"[’']s?$")
BRACKET = re.compile(r"\[([^\]]+)\]")
NAME = re.compile(r"[^\W\d_][\w’'-]*")
PUT_IN = frozenset({"UTC", "On", "The", *MONTHS})
"""Capitals that the wording of a date puts in: "On 14 Apr 2026" for "Tomorrow"."""


@cache
def chronicled(week: str) -> Chronology:
    file = SAMPLES / week / "briefgen.toml"
    project = load_project(file if file.is_file() else SAMPLES / "kestrel-strait/briefgen.toml")
    day = Dating(interval=civil_day(date(2026, 4, 13), UTC), basis=Basis.OPTION, why="given")
    reading = pipeline.read(
        [SAMPLES / week / WEEKS[week]],
        ReadOptions(zone=project.zone, language=project.language, published=day),
    )
    latest = pipeline.day_of(reading.documents, project)
    assert latest is not None
    return pipeline.chronicle(reading, project, latest)


def meant(event: Event) -> list[Interval]:
    """What the expressions of an event's quotes mean."""
    first = event.reports[0]
    found = [m.interval for m in first.mentions if m.interval is not None]
    return [*found, *([first.interval] if first.interval else [])]


def is_meant(day: date, intervals: list[Interval]) -> bool:
    """Whether a day is an end of an interval, or the unit before an exclusive end."""
    ends = [side.date() for i in intervals for side in (i.start, i.end) if side is not None]
    eves = [
        (side - timedelta(microseconds=1)).date()
        for i in intervals
        for side in (i.end,)
        if isinstance(side, datetime)
    ]
    return day in {*ends, *eves}


def unproved(event: Event, text: str) -> list[str]:
    """The numbers, names and dates of a headline that nothing quoted holds."""
    report = event.reports[0]
    quote = " ".join(report.quote.split())
    line = event.headline
    wrong = []
    for match in DAY.finditer(line):
        *first, number, month, year = match.groups()
        days = [date(int(year), MONTHS.index(month) + 1, int(number))]
        if first[0]:
            opening = MONTHS.index(first[1] or month) + 1
            days.append(date(int(first[2] or year), opening, int(first[0])))
        said = match.group() in quote
        wrong += [str(d) for d in days if not said and not is_meant(d, meant(event))]
    rest = DAY.sub(" ", line)
    for match in SPAN.finditer(rest):
        year = int(match[3] or match[4])
        years = {side.year for i in meant(event) for side in (i.start, i.end) if side is not None}
        if match.group() not in quote and not {year, year + 1} & years:
            wrong.append(match.group())
    rest = CLOCK.sub(lambda m: " " if m.group()[:5] not in quote else m.group(), rest)
    clocks = [m.group() for m in CLOCK.finditer(DAY.sub(" ", line))]
    for clock in clocks:
        told = {f"{s:%H:%M}" for i in meant(event) for s in (i.start, i.end) if s is not None}
        if clock[:5] not in quote and clock[:5] not in told:
            wrong.append(clock)
    rest = SPAN.sub(" ", rest)
    wrong += [n for n in NUMBER.findall(rest) if n.rstrip(".,") not in quote]
    names = [n for n in NAME.findall(rest) if n[:1].isupper() and n not in PUT_IN]
    wrong += [n for n in names if n not in quote and n.lower() not in quote.lower()]
    said_before = " ".join(text[: report.end].split()).casefold()
    put = [OWNER.sub("", b) for b in BRACKET.findall(line)]  # "[the Commission’s] report"
    named = [n for b in put if b.casefold() in said_before for n in NAME.findall(b)]
    known = {OWNER.sub("", n) for n in named}
    return [w for w in wrong if OWNER.sub("", w) not in known]


@pytest.mark.parametrize("week", WEEKS)
def test_every_number_name_and_date_of_a_line_stands_in_what_it_quotes(week: str) -> None:
    chronology = chronicled(week)
    texts = {d.id: d.text for d in chronology.documents}
    events = (*chronology.events, *chronology.undated)
    assert events
    for event in events:
        text = texts[event.reports[0].document]
        assert [] == unproved(event, text), (event.headline, event.reports[0].quote)


@pytest.mark.parametrize("put", ["on 21 Mar 2026", "Oct 2019", "05:55", "19", "Pieter", "Lund"])
def test_the_check_finds_what_no_quote_holds(put: str) -> None:
    chronology = chronicled("formats")
    event = next(e for e in chronology.events if "20" in e.headline)
    text = next(d.text for d in chronology.documents if d.id == event.reports[0].document)
    assert [] == unproved(event, text)
    assert unproved(replace(event, headline=f"{event.headline} {put}"), text)
