"""What has occurred lies on or before its publication: a law, over sentences built from parts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen import pipeline
from briefgen.events import gather, surroundings
from briefgen.knowledge import load_project
from briefgen.knowledge.gazetteer import load_gazetteer
from briefgen.model import Basis, Dating, Grain, Interval, Report, Status, civil_day, to_edtf
from briefgen.readers import ReadOptions, text_document

PROJECT = load_project(None)
AROUND = surroundings(PROJECT, load_gazetteer(PROJECT))
DEEDS = (
    "The yard at Orm closed nine docks {when}.",
    "The yard at Orm has announced 900 job cuts {when}.",
    "The yard at Orm will close nine docks {when}.",
    "The yard at Orm closes nine docks {when}.",
    "The yard at Orm is closing nine docks {when}.",
    "The yard could close nine docks {when}, its owner said.",
    "“I don't think the yard will close nine docks {when},” Oda Rahn said.",
    "Oda Rahn said she doubts that the yard closes nine docks {when}.",
    "Oda Rahn said the yard had closed nine docks {when}.",
    "Oda Rahn invited nine mayors to a fair at Orm {when}.",
)
TIMES = (
    "over the next two years", "in the coming weeks", "over the next 14 months", "this year",
    "this month", "this week", "later this year", "next Friday", "on Friday", "in March",
    "on 4 June", "in the third quarter", "in the fiscal first quarter", "in fiscal 2031",
    "by the end of the year", "before the end of the month", "until Sunday", "since May",
    "from Monday to Sunday", "between 2029 and 2033",
    "at the weekend", "within two months", "in 2031", "in 2033", "tonight", "as early as April",
)  # fmt: skip


def reported(text: str, day: date) -> tuple[Report, ...]:
    """The reports of an article of a day."""
    published = Dating(interval=civil_day(day, PROJECT.zone), basis=Basis.OPTION, why="given")
    document = text_document(text, ReadOptions(zone=PROJECT.zone, published=published))
    mentions, _ = pipeline.tag(document, PROJECT)
    return gather(document, mentions, AROUND)


def in_a_unit(interval: Interval) -> bool:
    """Whether it is one unit of the calendar: "this year", "this week", "tonight"."""
    whole = "/" not in to_edtf(interval)
    return whole or interval.grain in {Grain.WEEK, Grain.QUARTER, Grain.HALF, Grain.PART}


class TestOccurred:
    """What has occurred begins no later than its publication.

    It reaches past it only with the unit of the calendar in which its publication lies.
    """

    @given(
        st.sampled_from(DEEDS),
        st.sampled_from(TIMES),
        st.dates(date(2031, 1, 1), date(2031, 12, 31)),
    )
    def test_occurred(self, deed: str, when: str, day: date) -> None:
        for report in reported(deed.format(when=when), day):
            interval = report.interval
            if report.status is not Status.OCCURRED or interval is None:
                continue
            told = civil_day(day, PROJECT.zone)
            assert told.end is not None
            assert interval.start is None or interval.start < told.end, report.quote
            assert interval.end is not None
            ahead = interval.end - told.end
            assert ahead <= timedelta(0) or in_a_unit(interval), report.quote


@pytest.mark.parametrize(
    "text",
    [
        "Mr Holt said he wouldn't be surprised if, over the next two years, the yard closed docks.",
        "“I don't think the yard can raise 40 ships this year,” said Oda Rahn.",
        "“I really don't see the council closing docks over the next 14 months,” Oda Rahn said.",
        "Quay Line has announced 900 job cuts over the next four years.",
        "Quay Line said that tolls may fall this year.",
        "Orm Corp. said it earned $5 million in the fiscal first quarter.",
        "Orm Corp. lost $9 million in the second quarter of its fiscal year.",
        "Orm Corp. said it lost $9 million in the current fiscal year.",
    ],
)
def test_what_foretells_is_dated_by_its_saying(text: str) -> None:
    (report,) = reported(text, date(2031, 10, 30))
    assert Status.OCCURRED is report.status
    assert report.interval is not None
    assert "2031-10-30~" == to_edtf(report.interval)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Quay Line will cut 900 jobs over the next four years.", "2031-10-30~/2035-10-29~"),
        ("The bridge at Orm opens later this year.", "2031-10-30/2031"),
        ("Oda Rahn has invited nine mayors to a fair at Orm on 12 November.", "2031-11-12"),
    ],
)
def test_a_plan_is_no_deed(text: str, when: str) -> None:
    (report,) = reported(text, date(2031, 10, 30))
    assert Status.SCHEDULED is report.status
    assert report.interval is not None
    assert when == to_edtf(report.interval)


@pytest.mark.parametrize(
    "text",
    [
        "Police named nine posts that the clerk has held over the past 20 years.",
        "The guild said on Thursday that it has lost 900 members over the past two years.",
        "“In the last six years, they've tripled the number of boats,” Oda Rahn said.",
        "Also freed was Oda Rahn, who has steered the council over the past four months.",
    ],
)
def test_how_long_something_has_been_so_dates_nothing(text: str) -> None:
    (report,) = reported(text, date(2031, 10, 30))
    assert report.interval is not None
    assert "2031-10-30" == to_edtf(report.interval).strip("~")
