"""EDTF out of an Interval and back."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import DateError
from briefgen.model import Grain, Interval, civil_day, from_edtf, to_edtf

KYIV = ZoneInfo("Europe/Kyiv")

CANONICAL = (
    "2024-07-18",
    "2024-07-17/2024-07-18",
    "2024-05",
    "2024-05/2024-07",
    "2024-05/2024-07-18",
    "2024-21",
    "2024-24",
    "2024-33",
    "2024-41",
    "2024",
    "2014/2024",
    "202X",
    "20XX",
    "2022-02/..",
    "../2024-09",
    "../..",
    "2024-07-18~",
    "2024-07-18?",
    "2024-07-18%",
    "2024-06-11~/2024-06-20~",
    "2022~/..",
    "2024-07-18T14:05:00Z",
    "2024-07-18T14:05:00Z~",
    "2024-07-18T14:00:00Z/2024-07-18T15:30:00Z",
    "2024-07-18T14:00:00Z?/2024-07-19T02:00:00Z?",
    "2024-07-18T14:00:00Z/..",
    "../2024-07-18T14:00:00Z",
)


@pytest.mark.parametrize("text", CANONICAL)
def test_what_is_read_is_written_the_same(text: str) -> None:
    assert text == to_edtf(from_edtf(text, UTC))


@pytest.mark.parametrize(
    ("text", "start", "end", "grain"),
    [
        ("2024-07-18", (2024, 7, 18), (2024, 7, 19), Grain.DAY),
        ("2024-02", (2024, 2, 1), (2024, 3, 1), Grain.MONTH),
        ("2024-24", (2024, 12, 1), (2025, 3, 1), Grain.SEASON),
        ("2024-36", (2024, 10, 1), (2025, 1, 1), Grain.QUARTER),
        ("2024-40", (2024, 1, 1), (2024, 7, 1), Grain.HALF),
        ("199X", (1990, 1, 1), (2000, 1, 1), Grain.DECADE),
        ("19XX", (1900, 1, 1), (2000, 1, 1), Grain.CENTURY),
    ],
)
def test_units(
    text: str, start: tuple[int, int, int], end: tuple[int, int, int], grain: Grain
) -> None:
    found = from_edtf(text, KYIV)
    assert datetime(*start, tzinfo=KYIV) == found.start
    assert datetime(*end, tzinfo=KYIV) == found.end
    assert grain is found.grain


@pytest.mark.parametrize(
    "text",
    ["", "Thursday", "2024-13", "2024-02-30", "2024-07-18/2024-07-17", "24", "2024/2025/2026",
     "2024-07-18T14:05", "2024-99", "0000-01-01"],
)  # fmt: skip
def test_what_is_no_edtf_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(DateError, match=r"date|EDTF"):
        from_edtf(text, UTC)


class TestRoundTrip:
    """An interval of whole days comes back as it was, marks included."""

    @given(
        st.dates(date(1000, 1, 1), date(2999, 1, 1)),
        st.integers(1, 400),
        st.booleans(),
        st.booleans(),
    )
    def test_days(self, first: date, days: int, approximate: bool, uncertain: bool) -> None:
        last = first + timedelta(days=days - 1)
        given_ = Interval(
            start=civil_day(first, UTC).start,
            end=civil_day(last, UTC).end,
            grain=Grain.DAY,
            approximate=approximate,
            uncertain=uncertain,
        )
        assert given_ == from_edtf(to_edtf(given_), UTC)


class TestClockTimes:
    """A stretch of clock times comes back with both its ends, in any zone."""

    @given(
        st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001
        st.integers(3601, 10**6),
        st.sampled_from([Grain.SECOND, Grain.MINUTE, Grain.HOUR]),
        st.sampled_from([UTC, ZoneInfo("Asia/Kathmandu")]),
    )
    def test_stretches(self, start: datetime, seconds: int, grain: Grain, zone: ZoneInfo) -> None:
        first = start.replace(microsecond=0, tzinfo=zone)
        whole = Interval(start=first, end=first + timedelta(seconds=seconds), grain=grain)
        assert (whole.start, whole.end) == _ends(from_edtf(to_edtf(whole), zone))

    @given(
        st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001
        st.booleans(),
    )
    def test_open_sides_stay_open(self, moment: datetime, ahead: bool) -> None:
        at = moment.replace(microsecond=0, tzinfo=UTC)
        ends = (at, None) if ahead else (None, at)
        half = Interval(start=ends[0], end=ends[1], grain=Grain.MINUTE)
        assert ends == _ends(from_edtf(to_edtf(half), UTC))


class TestUnits:
    """A whole unit of the calendar comes back at its grain, and is written in one piece."""

    @given(
        st.integers(1000, 2900),
        st.sampled_from(["", "-07", "-21", "-24", "-33", "-36", "-40", "-41", "-07-18"]),
        st.sampled_from(["", "~", "?", "%"]),
    )
    def test_units(self, year: int, rest: str, mark: str) -> None:
        text = f"{year}{rest}{mark}"
        assert text == to_edtf(from_edtf(text, KYIV))


class TestOrder:
    """What EDTF gives back never leaves out a moment of what was written."""

    @given(
        st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001
        st.integers(1, 4000),
        st.sampled_from([g for g in Grain if g >= Grain.PART]),
    )
    def test_nothing_is_lost(self, start: datetime, hours: int, grain: Grain) -> None:
        first = start.replace(microsecond=0, tzinfo=UTC)
        whole = Interval(start=first, end=first + timedelta(hours=hours), grain=grain)
        assert from_edtf(to_edtf(whole), UTC).contains(whole)


def _ends(interval: Interval) -> tuple[datetime | None, datetime | None]:
    return interval.start, interval.end


class TestParts:
    """A part of a day comes back as the days that hold it: no hour is invented."""

    @given(st.datetimes(timezones=st.just(UTC), max_value=datetime(2900, 1, 1)),  # noqa: DTZ001
           st.integers(1, 30))  # fmt: skip
    def test_parts(self, start: datetime, hours: int) -> None:
        if start.year < 1000:
            start = start.replace(year=2024, day=1)
        part = Interval(start=start, end=start + timedelta(hours=hours), grain=Grain.PART)
        assert from_edtf(to_edtf(part), UTC).contains(part)


def test_a_night_is_the_two_days_it_lies_between() -> None:
    night = Interval(
        start=datetime(2024, 7, 17, 18, tzinfo=UTC),
        end=datetime(2024, 7, 18, 8, tzinfo=UTC),
        grain=Grain.PART,
    )
    assert "2024-07-17/2024-07-18" == to_edtf(night)


def test_a_clock_time_keeps_its_offset() -> None:
    start = datetime(2024, 7, 18, 14, 5, tzinfo=KYIV)
    moment = Interval(start=start, end=start + timedelta(minutes=1), grain=Grain.MINUTE)
    assert "2024-07-18T14:05:00+03:00" == to_edtf(moment)
