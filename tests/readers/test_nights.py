"""Logs that run past midnight: entries of the small hours are of the next day."""

from datetime import UTC, date

import pytest

from briefgen.model import civil_day, to_edtf
from briefgen.readers import ReadOptions, read_bytes
from briefgen.readers.dated.stamps import PageDate, Stamp, date_entries
from briefgen.readers.drafts.nights import after_midnight

OPTIONS = ReadOptions(zone=UTC)


def minutes_of(clocks: str) -> list[int]:
    return [int(clock[:2]) * 60 + int(clock[3:]) for clock in clocks.split()]


@pytest.mark.parametrize(
    ("clocks", "expected"),
    [
        ("22:15 23:50 00:10 01:35", [0, 0, 1, 1]),
        ("23:50 00:10", [0, 1]),
        ("01:35 00:10 23:50 22:15", [1, 1, 0, 0]),
        ("06:00 09:30 14:00", [0, 0, 0]),
        ("14:00 09:30 06:00", [0, 0, 0]),
        ("14:00 09:00 16:00", [0, 0, 0]),
        ("22:00 23:00 21:00 01:00", [0, 0, 0, 0]),
        ("22:00 14:00 23:00", [0, 0, 0]),
        ("19:00 08:30", [0, 0]),
        ("12:00", [0]),
        ("", []),
    ],
)
def test_which_entries_of_a_day_s_log_are_of_the_next(clocks: str, expected: list[int]) -> None:
    assert expected == after_midnight(minutes_of(clocks))


@pytest.mark.parametrize(
    ("clocks", "changed", "expected"),
    [
        ("22:15 23:50 00:10 06:20", False, "06 06 07 07"),
        ("22:15 23:50 00:10", False, "06 06 07"),
        ("22:15 23:50 00:10", True, "05 05 06"),
        ("06:20 00:10 23:50 22:15", True, "06 06 05 05"),
        ("18:30 08:15 07:00", False, "06 06 06"),
        ("23:50 00:10", False, "06 07"),
    ],
)
def test_entries_of_a_live_page(clocks: str, *, changed: bool, expected: str) -> None:
    day = civil_day(date(2031, 11, 6), UTC)
    page = PageDate(interval=day, why="its head", changed=day if changed else None)
    stamps = [Stamp(said=said, minutes=minutes_of(said)[0]) for said in clocks.split()]
    found = date_entries(stamps, page, UTC, ("en",))
    assert expected.split() == [to_edtf(one)[8:10] for one in found if one is not None]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "log.md",
            "# Night log, 6 November 2031\n\n- 23:50 Barge adrift.\n- 00:10 Barge in tow.\n",
        ),
        ("log.md", "# Log\n\n## 6 November 2031\n\n- 23:50 Barge adrift.\n- 00:10 Barge in tow.\n"),
    ],
)
def test_notes_under_a_day_run_past_midnight(name: str, text: str) -> None:
    documents = read_bytes(text.encode(), name, OPTIONS).documents
    days = {
        document.text[row.start : row.end].split(" ", 1)[-1][-13:]: row.date
        for document in documents
        for row in document.rows
    }
    assert "2031-11-07 00:10" == days["Barge in tow."]
    assert "2031-11-07" not in (days["Barge adrift."[-13:]] or "")


def test_a_log_through_the_night_is_of_both_days() -> None:
    text = "# Night log, 6 November 2031\n\n- 23:50 Barge adrift.\n- 00:10 Barge in tow.\n"
    (document,) = read_bytes(text.encode(), "log.md", OPTIONS).documents
    assert document.published is not None
    assert "2031-11-06/2031-11-07" == to_edtf(document.published.interval)


def test_a_day_over_entries_dates_those_under_it() -> None:
    text = """6 November 2031
- 23:50 Barge adrift.
- 00:10 Barge in tow.

8 November 2031
- 09:10 Barge ashore.
- 10:10 Inquiry opened.
"""
    documents = read_bytes(text.encode(), "log.txt", OPTIONS).documents
    told = [to_edtf(one.published.interval) for one in documents if one.published is not None]
    assert [
        "2031-11-06T23:50:00Z?",
        "2031-11-07T00:10:00Z?",
        "2031-11-08T09:10:00Z",
        "2031-11-08T10:10:00Z",
    ] == told
