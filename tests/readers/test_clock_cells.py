"""Fields of time beside a date: clocks, about a clock, spans, parts of a day; the rest is told."""

from datetime import UTC

import pytest

from briefgen.model import Grain, to_edtf
from briefgen.readers.dated.fields import read_date
from briefgen.readers.tables.clock_cells import with_clock

DAY = "2030-09-04"


@pytest.mark.parametrize(
    ("time", "language", "expected"),
    [
        ("14:30", "en", "2030-09-04T14:30:00Z"),
        ("0915", "en", "2030-09-04T09:15:00Z"),
        ("0915Z", "en", "2030-09-04T09:15:00Z"),
        ("0915 hrs", "en", "2030-09-04T09:15:00Z"),
        ("9.30", "de", "2030-09-04T09:30:00Z"),
        ("ca. 9 Uhr", "de", "2030-09-04T09:00:00Z~"),
        ("gegen 14:30", "de", "2030-09-04T14:30:00Z~"),
        ("gegen 14:30", "en", "2030-09-04T14:30:00Z~"),
        ("ca. 9.30", "de", "2030-09-04T09:30:00Z~"),
        ("~21:00", "en", "2030-09-04T21:00:00Z~"),
        ("c. 0930", "en", "2030-09-04T09:30:00Z~"),
        ("approx 09:30", "en", "2030-09-04T09:30:00Z~"),
        ("about 9 a.m.", "en", "2030-09-04T09:00:00Z~"),
        ("vers 9h", "fr", "2030-09-04T09:00:00Z~"),
        ("близько 9:00", "uk", "2030-09-04T09:00:00Z~"),
        ("around noon", "en", "2030-09-04T12:00:00Z~"),
        ("09:00–10:15", "en", "2030-09-04T09:00:00Z/2030-09-04T10:15:00Z"),
        ("9 Uhr", "de", "2030-09-04T09:00:00Z"),
        ("9am", "en", "2030-09-04T09:00:00Z"),
    ],
)
def test_a_time_is_of_its_day(time: str, language: str, expected: str) -> None:
    said, note = with_clock(DAY, time, UTC, (language,))
    assert note is None
    found = read_date(said, UTC, (language,))
    assert found is not None
    assert expected == to_edtf(found)


@pytest.mark.parametrize("time", ["early morning", "evening"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_part_of_a_day_is_read_in_any_table(time: str, language: str) -> None:
    said, note = with_clock(DAY, time, UTC, (language,))
    assert note is None
    found = read_date(said, UTC, (language,))
    assert found is not None
    assert found.grain < Grain.DAY


@pytest.mark.parametrize(
    ("time", "note"),
    [
        ("n/a", None),
        ("—", None),
        ("shift 2", "the time “shift 2” cannot be read; only the day is kept"),
        ("before 9:00", "the time “before 9:00” cannot be read; only the day is kept"),
    ],
)
def test_what_is_no_time_leaves_the_day(time: str, note: str | None) -> None:
    assert (DAY, note) == with_clock(DAY, time, UTC, ("en",))


def test_a_date_with_a_clock_or_without_a_figure_stays() -> None:
    for date in ("2030-09-04 10:00", "Thursday"):
        assert (date, None) == with_clock(date, "14:30", UTC, ("en",))
