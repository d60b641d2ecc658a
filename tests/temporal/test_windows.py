"""What a text means that may be of any of several days: only what all of them agree on."""

from dataclasses import replace
from datetime import UTC, date, datetime

from briefgen.knowledge.locale import load_locale
from briefgen.model import Basis, Dating, Grain, Interval, civil_day, to_edtf
from briefgen.temporal import find, is_window, resolve_within
from briefgen.temporal.tag import document_of

ENGLISH = load_locale("en")


def resolved(text: str, window: Interval) -> list[str]:
    document = document_of(text, published=None, locale=ENGLISH)
    dating = Dating(interval=window, basis=Basis.INFERRED, why="told")
    document = replace(document, published=dating)
    found = resolve_within(document, find(document, ENGLISH), ENGLISH, UTC)
    return [to_edtf(one.interval) if one.interval else "" for one in found]


def days(first: date, last: date) -> Interval:
    start = datetime(first.year, first.month, first.day, tzinfo=UTC)
    end = civil_day(last, UTC).end
    return Interval(start=start, end=end, grain=Grain.DAY)


def test_what_every_day_of_the_window_agrees_on_is_kept() -> None:
    text = "The dam broke on Monday. It had leaked since June. It was mended this year."
    window = days(date(2024, 7, 17), date(2024, 7, 19))
    assert ["2024-07-15", "2024-06/..", "2024"] == resolved(text, window)


def test_what_moves_with_the_day_stays_open() -> None:
    text = "The dam broke on Thursday. Today it rained. It was built in 1961."
    window = days(date(2024, 7, 17), date(2024, 7, 19))
    assert ["", "", "1961"] == resolved(text, window)


def test_one_day_is_no_window() -> None:
    day = civil_day(date(2024, 7, 18), UTC)
    assert not is_window(Dating(interval=day, basis=Basis.INFERRED, why="told"))
    assert ["2024-07-18"] == resolved("It broke on Thursday.", day)
    wide = days(date(2024, 7, 17), date(2024, 7, 19))
    assert not is_window(Dating(interval=wide, basis=Basis.SIDECAR, why="given"))
