"""The zone that a clock names is heard; one that is not known is said so, and is never UTC."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from briefgen.knowledge.locale import load_locale
from briefgen.model import Grain, to_edtf
from briefgen.temporal import read_field, tag, untold_zone


@pytest.mark.parametrize(
    ("zone", "hour"),
    [
        ("MSK", 9),
        ("EET", 10),
        ("EEST", 9),
        ("CET", 11),
        ("CEST", 10),
        ("BST", 11),
        ("GMT", 12),
        ("EST", 17),
        ("EDT", 16),
        ("PST", 20),
        ("PDT", 19),
        ("+0300", 9),
        ("-0000", 12),
        ("ET", 16),
        ("PT", 19),
    ],
)
def test_zones_of_mail_and_feeds(zone: str, hour: int) -> None:
    found = read_field(
        f"Mon, 03 May 2032 12:00:00 {zone}", zone=UTC, published=None, languages=("en",)
    )
    assert found is not None
    assert datetime(2032, 5, 3, hour, tzinfo=UTC) == found[0].start


@pytest.mark.parametrize("zone", ["IST", "XYZ", "CST", "AST"])
def test_an_abbreviation_of_several_zones_leaves_the_day(zone: str) -> None:
    found = read_field(f"3 May 2032 12:00:00 {zone}", zone=UTC, published=None, languages=("en",))
    assert found is not None
    assert ("2032-05-03", Grain.DAY) == (to_edtf(found[0]), found[0].grain)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It burned at 04:30 local time on 18 July 2024."),
        ("de", "Um 4.30 Uhr Ortszeit am 18. Juli 2024 brannte es."),
        ("uk", "О 4:30 за місцевим часом 18 липня 2024 року горіло."),
        ("ru", "В 4:30 по местному времени 18 июля 2024 года горело."),
    ],
)
def test_local_time_is_of_the_projects_place_or_told_to_the_day(language: str, text: str) -> None:
    locale = load_locale(language)
    (there,) = tag(text, published=None, locale=locale, zone=ZoneInfo("Europe/Kyiv"))
    assert there.interval is not None
    assert datetime(2024, 7, 18, 1, 30, tzinfo=UTC) == there.interval.start
    (nowhere,) = tag(text, published=None, locale=locale, zone=UTC)
    assert nowhere.interval is not None
    assert "2024-07-18" == to_edtf(nowhere.interval)
    assert "the clock's local zone is not known, so its day alone is told" in nowhere.why


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("Mon, 03 May 2032 12:00:00 IST", "IST"),
        ("May 3, 2032, 12:00 PM CST", "CST"),
        ("3 May 2032 12:00 (AST)", "AST"),
        ("Mon, 03 May 2032 12:00:00 EST", None),
        ("Mon, 03 May 2032 12:00:00 UT", None),
        ("3 May 2032, 12:00 PM", None),
        ("2032-05-03T12:00:00Z", None),
        ("3 MAY 2032", None),
    ],
)
def test_which_zone_is_untold(field: str, expected: str | None) -> None:
    assert expected == untold_zone(field)
    found = read_field(field, zone=UTC, published=None, languages=("en",))
    assert found is not None
    assert "2032-05-03" == to_edtf(found[0])[:10]
    assert (expected is None and ":" in field) == (found[0].grain <= Grain.MINUTE)
