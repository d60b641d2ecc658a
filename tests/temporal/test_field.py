"""One date field, in any wording and language."""

import subprocess
import sys
from datetime import UTC, date, timedelta, timezone

import pytest

from briefgen.model import Grain, Interval, Relation, civil_day, to_edtf
from briefgen.temporal import read_field

DAY = civil_day(date(2024, 7, 18), UTC)


def edtf_of(text: str, published: Interval | None = None, *languages: str) -> str | None:
    read = read_field(text, zone=UTC, published=published, languages=languages)
    return None if read is None else to_edtf(read[0])


@pytest.mark.parametrize(
    ("edtf", "text"),
    [
        ("2024-07-18", "2024-07-18"),
        ("2024-07", "2024-07"),
        ("2024", "2024"),
        ("2024-07-17/2024-07-22", "2024-07-17/2024-07-22"),
        ("2024-07-18~", "2024-07-18~"),
        ("2024-07-18T06:30:00Z", "2024/07/18 09:30 +0300"),
        ("2024-07-18T09:30:00Z", "2024-07-18T09:30:00Z"),
        ("2024-07-18T09:30:15Z", "2024-07-18T09:30:15.250+00:00"),
        ("2024-07-18T09:30:00Z", "Thu, 18 Jul 2024 09:30:00 GMT"),
        ("2024-07-18", "18 July 2024"),
        ("2024-07-18", "Thursday, July 18, 2024"),
        ("2024-07", "July 2024"),
        ("2024-33", "Q1 2024"),
        ("2022-02/..", "since February 2022"),
        ("../2024-09", "by September 2024"),
        ("2024-07-18", "18/07/2024"),
        ("2024-07-18", "18 липня 2024"),
        ("2024-07-18", "18. Juli 2024"),
        ("2024-07-18", "18 juillet 2024"),
        ("2024-07-18", "18 de julio de 2024"),
        ("2024-07", "липень 2024"),
    ],
)
def test_field_tells_its_own_date(edtf: str, text: str) -> None:
    assert edtf == edtf_of(text)


@pytest.mark.parametrize(
    ("edtf", "text", "language"),
    [
        ("2024-07-17", "yesterday", "en"),
        ("2024-07-18", "Thursday", "en"),
        ("2024-07-17", "вчера", "ru"),
        ("2024-07-17", "вчора", "uk"),
        ("2024-07-17", "gestern", "de"),
        ("2024-07-16", "16 липня", "uk"),
    ],
)
def test_relative_field_counts_from_publication(edtf: str, text: str, language: str) -> None:
    assert edtf == edtf_of(text, DAY, language)
    assert edtf_of(text, None, language) is None


@pytest.mark.parametrize(
    "text",
    ["", "soon", "05/06/2024", "99", "the mayor", "Kyiv", "31 February 2024", "x" * 5000, "10"],
    ids=range(9),
)
def test_nothing_is_invented(text: str) -> None:
    assert edtf_of(text, DAY) is None


def test_relation_is_told() -> None:
    read = read_field("since February 2022", zone=UTC, published=None, languages=("en",))

    assert read is not None
    assert read[1] is Relation.SINCE


def test_times_without_a_zone_are_of_the_given_one() -> None:
    kyiv = timezone(timedelta(hours=3))

    read = read_field("2024-07-18 09:30", zone=kyiv, published=None, languages=())

    assert read is not None
    assert read[0].grain is Grain.MINUTE
    assert to_edtf(read[0]) == "2024-07-18T09:30:00+03:00"


def test_importing_the_room_loads_no_dateparser() -> None:
    program = "import briefgen.temporal, sys; sys.exit('dateparser' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
