"""Intervals: their laws."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import DateError
from briefgen.model import Grain, Interval, civil_day, day_after, hull, month_start

MOMENTS = st.datetimes(
    min_value=datetime(1900, 1, 1),  # noqa: DTZ001 (hypothesis adds the zone)
    max_value=datetime(2100, 1, 1),  # noqa: DTZ001 (as above)
    timezones=st.just(UTC),
)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    one, other = draw(MOMENTS), draw(MOMENTS)
    start, end = min(one, other), max(one, other) + timedelta(hours=1)
    side = draw(st.sampled_from(["closed", "closed", "no start", "no end"]))
    return Interval(
        start=None if side == "no start" else start,
        end=None if side == "no end" else end,
        grain=draw(st.sampled_from(Grain)),
    )


class TestOverlap:
    """Two intervals overlap when some moment lies in both; it does not matter which comes first."""

    @given(intervals(), intervals())
    def test_symmetric(self, a: Interval, b: Interval) -> None:
        assert a.overlaps(b) == b.overlaps(a)

    @given(intervals())
    def test_with_itself(self, a: Interval) -> None:
        assert a.overlaps(a)
        assert a.contains(a)

    @given(intervals(), intervals())
    def test_the_intersection_lies_in_both(self, a: Interval, b: Interval) -> None:
        both = a.intersection(b)
        assert (both is not None) == a.overlaps(b)
        if both is not None:
            assert a.contains(both)
            assert b.contains(both)

    @given(intervals(), intervals())
    def test_what_is_over_before_does_not_overlap(self, a: Interval, b: Interval) -> None:
        if a.before(b):
            assert not a.overlaps(b)
            assert not b.before(a)


class TestBefore:
    """Before is a strict partial order, whatever the grains."""

    @given(intervals(), intervals(), intervals())
    def test_transitive(self, a: Interval, b: Interval, c: Interval) -> None:
        if a.before(b) and b.before(c):
            assert a.before(c)

    @given(intervals())
    def test_irreflexive(self, a: Interval) -> None:
        assert not a.before(a)


class TestOrder:
    """Earliest first, then narrower first: one order for intervals of different grain."""

    @given(intervals(), intervals())
    def test_only_what_starts_and_lasts_alike_stands_alike(self, a: Interval, b: Interval) -> None:
        if a.order == b.order:
            assert (a.start or a.end) == (b.start or b.end)
            assert a.length == b.length
            assert a.grain == b.grain

    @given(intervals(), intervals())
    def test_agrees_with_before(self, a: Interval, b: Interval) -> None:
        if a.before(b) and a.start is not None:
            assert a.order < b.order

    def test_a_day_stands_before_its_month(self) -> None:
        start = month_start(2024, 5, UTC)
        month = Interval(start=start, end=month_start(2024, 6, UTC), grain=Grain.MONTH)
        assert civil_day(date(2024, 5, 1), UTC).order < month.order

    def test_the_zone_does_not_matter(self) -> None:
        day = civil_day(date(2024, 5, 1), ZoneInfo("Europe/Kyiv"))
        assert day.at(UTC).order == day.order


class TestHull:
    """The hull holds all of its parts."""

    @given(st.lists(intervals(), min_size=1, max_size=5))
    def test_contains_all(self, items: list[Interval]) -> None:
        whole = hull(items)
        assert all(whole.contains(i) for i in items)
        assert whole.grain == max(i.grain for i in items)

    def test_of_nothing(self) -> None:
        with pytest.raises(DateError):
            hull([])


class TestMaking:
    def test_naive_datetimes_are_refused(self) -> None:
        with pytest.raises(DateError, match="aware"):
            Interval(start=datetime(2024, 1, 1), end=None)  # noqa: DTZ001 (what is refused)

    def test_an_end_before_the_start_is_refused(self) -> None:
        moment = datetime(2024, 1, 1, tzinfo=UTC)
        with pytest.raises(DateError, match="end after"):
            Interval(start=moment, end=moment)

    def test_a_day_in_which_the_clocks_change_is_shorter(self) -> None:
        day = civil_day(date(2024, 3, 31), ZoneInfo("Europe/Kyiv"))
        assert timedelta(hours=23) == day.length

    def test_months_carry_into_years(self) -> None:
        assert datetime(2025, 1, 1, tzinfo=UTC) == month_start(2024, 13, UTC)
        assert datetime(2023, 12, 1, tzinfo=UTC) == month_start(2024, 0, UTC)

    def test_a_day_later_is_the_same_time_on_the_clock(self) -> None:
        start = datetime(2024, 3, 30, 12, tzinfo=ZoneInfo("Europe/Kyiv"))
        assert datetime(2024, 3, 31, 12, tzinfo=ZoneInfo("Europe/Kyiv")) == day_after(start)
