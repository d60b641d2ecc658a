"""Day and month are told apart over a whole column, or left open; never guessed for one cell."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.readers.tables.date_order import as_clock, settle_column

SHAPES = {"dmy": "{0.day:02}/{0.month:02}/{0.year}", "mdy": "{0.month}/{0.day}/{0.year}"}
DAYS = st.lists(st.dates(date(1990, 1, 1), date(2060, 12, 31)), min_size=1, max_size=12)


class TestNoDayIsInvented:
    """Whatever the column, each cell that is put into ISO is the day that was written."""

    @given(days=DAYS, order=st.sampled_from(sorted(SHAPES)))
    def test_each_day_is_the_one_written_or_stays_open(self, days: list[date], order: str) -> None:
        written = [SHAPES[order].format(day) for day in days]
        settled = settle_column(written)
        for index, day in enumerate(days):
            expected = written[index] if index in settled.open else day.isoformat()
            assert expected == settled.cells[index]

    @given(days=DAYS, order=st.sampled_from(sorted(SHAPES)))
    def test_one_late_day_settles_all(self, days: list[date], order: str) -> None:
        late = [*days, date(2026, 3, 25)]
        settled = settle_column([SHAPES[order].format(day) for day in late])
        assert settled.cells == tuple(day.isoformat() for day in late)
        assert settled.order == order

    @given(days=DAYS, order=st.sampled_from(sorted(SHAPES)))
    def test_what_the_project_says_is_believed_where_it_fits(
        self, days: list[date], order: str
    ) -> None:
        settled = settle_column([SHAPES[order].format(day) for day in days], order)
        assert settled.cells == tuple(day.isoformat() for day in days)


@pytest.mark.parametrize(
    ("cells", "told", "left"),
    [
        (["05/03/2026", "04/04/2026"], ["05/03/2026", "2026-04-04"], {0}),
        (["05/03/2026", "13/03/2026", "03/14/2026"], None, {0, 1, 2}),
        (["5.3.26", "17.3.26"], None, {0, 1}),  # 2026 or, year first, 2005 and 2017
        (["5/3/87", "17/3/87"], ["1987-03-05", "1987-03-17"], set()),
        (["05.03.2026 14:30", "17.03.2026"], ["2026-03-05 14:30", "2026-03-17"], set()),
        (["05/03/2026–17/03/2026"], ["2026-03-05/2026-03-17"], set()),
        (["2026-03-05", "Thursday", "early March", ""], None, set()),
        (
            ["2026-03-05", "03/25/2026", "04/02/2026"],
            ["2026-03-05", "2026-03-25", "2026-04-02"],
            set(),
        ),
        (
            ["20260305", "1773300000", "1773300000123"],
            ["2026-03-05", *["2026-03-12 07:20:00Z"] * 2],
            set(),
        ),
        (["20261305", "12345", "2026"], None, set()),
        (["32/13/2026"], None, set()),  # no day in any order: its row tells so
    ],
)
def test_columns(cells: list[str], told: list[str] | None, left: set[int]) -> None:
    settled = settle_column(cells)
    assert settled.cells == tuple(told or cells)
    assert settled.open == left


def test_serial_numbers_are_days_where_there_is_a_first_day() -> None:
    assert settle_column(["46086", "46086.5"], epoch=date(1899, 12, 30)).cells == (
        "2026-03-05",
        "2026-03-05 12:00",
    )
    assert settle_column(["46086"]).cells == ("46086",)


def test_real_dates_are_doubted_where_only_late_days_stayed_text() -> None:
    cells = ["2026-03-05", "2026-12-03", "13/03/2026"]
    assert settle_column(cells, real=(0, 1)).open == {0, 1}
    assert settle_column(cells, "dmy", real=(0, 1)).open == frozenset()
    assert settle_column([*cells, "2026-03-20"], real=(0, 1, 3)).open == frozenset()


def test_a_contradiction_is_told_apart_from_silence() -> None:
    assert settle_column(["13/03/2026", "03/14/2026"]).conflict
    assert not settle_column(["05/03/2026"]).conflict


def test_with_dots_the_day_goes_first() -> None:
    assert ("2031-09-03", "2031-04-05") == settle_column(["03.09.2031", "05.04.2031"]).cells
    assert {0} == set(settle_column(["03/09/2031"]).open)


@pytest.mark.parametrize(
    ("cell", "clock"), [("0.75", "18:00"), ("0.3125", "07:30"), ("18:00", "18:00"), ("1.5", "1.5")]
)
def test_a_part_of_a_day_is_a_clock(cell: str, clock: str) -> None:
    assert clock == as_clock(cell)
