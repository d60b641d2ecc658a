"""The clocks and ages of live pages, in the words of six languages."""

from datetime import UTC, datetime

import pytest

from briefgen.model import Grain, Interval, to_edtf
from briefgen.readers.dated.datelines import read_byline
from briefgen.readers.dated.stamps import PageDate, date_entries, read_stamp
from briefgen.readers.pages.lines import Shape, read_lines

NOW = Interval(
    start=datetime(2031, 9, 17, 18, 30, tzinfo=UTC),
    end=datetime(2031, 9, 17, 18, 31, tzinfo=UTC),
    grain=Grain.MINUTE,
)
PAGE = PageDate(interval=NOW, why="the head of its page", changed=NOW)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("vor 12 Minuten", "2031-09-17T18:18:00Z~"),
        ("vor einer Stunde", "2031-09-17T17:30:00Z~"),
        ("an hour ago", "2031-09-17T17:30:00Z~"),
        ("il y a une heure", "2031-09-17T17:30:00Z~"),
        ("hace una hora", "2031-09-17T17:30:00Z~"),
        ("годину тому", "2031-09-17T17:30:00Z~"),
        ("час назад", "2031-09-17T17:30:00Z~"),
        ("Gestern, 21:50 Uhr", "2031-09-16T21:50:00Z"),
        ("Yesterday at 21:50", "2031-09-16T21:50:00Z"),
        ("hier à 21:50", "2031-09-16T21:50:00Z"),
        ("Ayer, 21:50", "2031-09-16T21:50:00Z"),
        ("Вчора, 21:50", "2031-09-16T21:50:00Z"),
        ("вчера в 21:50", "2031-09-16T21:50:00Z"),
        ("Today, 14:05", "2031-09-17T14:05:00Z"),
    ],
)
def test_an_entry_is_dated_by_what_stands_over_it(said: str, expected: str) -> None:
    stamp = read_stamp(said)
    assert stamp is not None
    (moment,) = date_entries([stamp], PAGE, UTC, ("en", "de", "fr", "es", "uk", "ru"))
    assert moment is not None
    assert expected == to_edtf(moment)


@pytest.mark.parametrize("line", ["yesterday", "gestern abend", "Vor der Stunde", "an hour"])
def test_other_short_lines_are_no_stamp(line: str) -> None:
    assert read_stamp(line) is None


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Stand: 17. September 2031, 18:30 Uhr", "de"),
        ("As of 17 September 2031, 18:30", "en"),
        ("Станом на 17 вересня 2031, 18:30", "uk"),
        ("По состоянию на 17 сентября 2031, 18:30", "ru"),
    ],
)
def test_the_moment_that_a_page_tells_up_to_is_its_last_change_too(
    line: str, language: str
) -> None:
    byline = read_byline(line, UTC, (language,))
    assert byline is not None
    assert NOW == byline.interval == byline.changed


@pytest.mark.parametrize(
    ("line", "shape"),
    [
        ("« 17 September", Shape.FURNITURE),
        ("19 September »", Shape.FURNITURE),
        ("17 September 2031 →", Shape.FURNITURE),
        ("Minister: „Wir bleiben“ – »ganz sicher«", Shape.SHORT),
        ("« On ne sait rien » au port de Brème", Shape.SHORT),
        ("A dam broke near Venn. (Gazette)", Shape.PROSE),
        ("Two boats sank off Kaldra.[3][4]", Shape.PROSE),
        ("Two boats sink off Kaldra (video)", Shape.SHORT),
    ],
)
def test_what_a_line_looks_like(line: str, shape: Shape) -> None:
    (read,) = read_lines(line, UTC, ("en",))
    assert shape is read.shape
