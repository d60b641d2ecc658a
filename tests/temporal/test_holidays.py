"""Movable feasts fall on the days that the churches' calendars give."""

from datetime import date

import pytest

from briefgen.temporal.holidays import easter, holiday, pascha

FEASTS = [  # year, Western, Eastern
    (1923, date(1923, 4, 1), date(1923, 4, 8)),
    (2014, date(2014, 4, 20), date(2014, 4, 20)),
    (2022, date(2022, 4, 17), date(2022, 4, 24)),
    (2024, date(2024, 3, 31), date(2024, 5, 5)),
    (2025, date(2025, 4, 20), date(2025, 4, 20)),
]


@pytest.mark.parametrize(("year", "western", "eastern"), FEASTS)
def test_easter_of_either_church(year: int, western: date, eastern: date) -> None:
    assert western == easter(year)
    assert eastern == pascha(year)


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("pascha", date(2024, 5, 5)),
        ("pascha+49", date(2024, 6, 23)),
        ("pascha-7", date(2024, 4, 28)),
        ("easter-2", date(2024, 3, 29)),
        ("12-25", date(2024, 12, 25)),
        ("5--1-1", date(2024, 5, 27)),
    ],
)
def test_a_rule_gives_a_day(rule: str, day: date) -> None:
    assert day == holiday(rule, 2024)
