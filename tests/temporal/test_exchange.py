"""TIMEX3 attributes beside type and value: mod, quant, freq, begin and end points."""

from datetime import UTC, date

import pytest

from briefgen.knowledge.locale import load_locale
from briefgen.model import civil_day
from briefgen.temporal import tag, timexes

EN = load_locale("en")


@pytest.mark.parametrize(
    ("text", "value", "marks"),
    [
        ("It fell in late June.", "2024-06", {"mod": "END"}),
        ("It opens every two weeks.", "P2W", {"quant": "EVERY"}),
        ("It opens each Tuesday.", "XXXX-WXX-2", {"quant": "EACH"}),
        ("It rains twice a week.", "P1W", {"freq": "2X"}),
        ("It rains four times a week.", "P1W", {"freq": "4X"}),
        ("It burned for three weeks.", "P3W", {}),
        (
            "In the last two weeks it rained.",
            "P2W",
            {"beginPoint": "2024-07-05", "endPoint": "2024-07-18"},
        ),
        (
            "In the first ten days of May it rained.",
            "P10D",
            {"beginPoint": "2024-05-01", "endPoint": "2024-05-10"},
        ),
        (
            "For two days after the vote of 3 July it rained.",
            "P2D",
            {"beginPoint": "2024-07-04", "endPoint": "2024-07-05"},
        ),
        ("Two days after the vote of 3 July it rained.", "2024-07-05", {}),
    ],
)
def test_marks(text: str, value: str, marks: dict[str, str]) -> None:
    published = civil_day(date(2024, 7, 18), UTC)
    first = timexes(tag(text, published=published, locale=EN, zone=UTC))[0]
    fixed = {"start", "end", "text", "type", "value"}
    assert value == first["value"]
    assert marks == {key: told for key, told in first.items() if key not in fixed}
