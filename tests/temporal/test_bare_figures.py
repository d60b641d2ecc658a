"""Date fields of a few figures: no clock becomes a day, no span an offset, no year is invented."""

from datetime import UTC, date

import pytest

from briefgen.model import Grain, Interval, civil_day, to_edtf
from briefgen.temporal import read_field


def read(field: str, published: date | None = None) -> Interval | None:
    day = civil_day(published, UTC) if published else None
    found = read_field(field, zone=UTC, published=day, languages=("de", "en"))
    return found[0] if found else None


@pytest.mark.parametrize(
    ("field", "published", "expected"),
    [
        ("04.09.", date(2030, 9, 10), "2030-09-04"),
        ("04.09", date(2030, 9, 10), "2030-09-04"),
        ("4. 9.", date(2030, 9, 10), "2030-09-04"),
        ("31.12.", date(2031, 1, 2), "2030-12-31"),
        ("02.01.", date(2030, 12, 30), "2031-01-02"),
        ("29.02.", date(2032, 3, 5), "2032-02-29"),
        ("31.04.", date(2030, 9, 10), None),
        ("04/09", date(2030, 9, 10), None),
        ("04-09", date(2030, 9, 10), None),
        ("04.09.", None, None),
    ],
)
def test_a_day_without_its_year(field: str, published: date | None, expected: str | None) -> None:
    found = read(field, published)
    assert expected == (to_edtf(found) if found else None)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("2030-09-04 09:00–10:15", "2030-09-04T09:00:00Z/2030-09-04T10:15:00Z"),
        ("2030-09-04 00:30-01:15", "2030-09-04T00:30:00Z/2030-09-04T01:15:00Z"),
        ("2030-09-04 09.00 - 10.15", "2030-09-04T09:00:00Z/2030-09-04T10:15:00Z"),
        ("2030-09-04 23:30–00:30", "2030-09-04T23:30:00Z/2030-09-05T00:30:00Z"),
        ("2030-09-04 14:30-05:00", "2030-09-04T19:30:00Z"),
        ("2030-09-04T14:30:00-05:00", "2030-09-04T19:30:00Z"),
    ],
)
def test_a_span_of_clocks_and_an_offset(field: str, expected: str) -> None:
    found = read(field)
    assert found is not None
    assert expected == to_edtf(found)


def test_a_lone_clock_is_no_day() -> None:
    for field in ("9.30", "9-30"):
        found = read(field, date(2030, 9, 10))
        assert found is None or found.grain < Grain.DAY
