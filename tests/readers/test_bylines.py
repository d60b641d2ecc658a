"""Byline lines of six languages say their date, and nothing else does."""

from datetime import UTC

import pytest

from briefgen.model import to_edtf
from briefgen.readers.dated.datelines import day_within, read_byline


@pytest.mark.parametrize(
    ("language", "line", "date"),
    [
        ("en", "By A. Writer | July 18, 2024 9:04 a.m. ET", "2024-07-18"),
        ("en", "Posted on 18 July 2024 by Ilse Marn", "2024-07-18"),
        ("en", "The Calder Evening, 18 July 2024, 412 words", "2024-07-18"),
        ("en", "Issue 214, 18 July 2024", "2024-07-18"),
        ("en", "Compiled by the night desk, 18 July 2024", "2024-07-18"),
        ("de", "Von Karla Stein, 18. Juli 2024, 09:04 Uhr", "2024-07-18"),
        ("de", "Veröffentlicht am 18.07.2024, 09:04 Uhr", "2024-07-18"),
        ("fr", "Publié le 18 juillet 2024 à 09:04", "2024-07-18"),
        ("fr", "Par Anne Vasseur | 18 juillet 2024", "2024-07-18"),
        ("es", "Publicado el 18 de julio de 2024 a las 09:04", "2024-07-18"),
        ("es", "Por Ana Vega, 18 de julio de 2024", "2024-07-18"),
        ("uk", "Опубліковано 18 липня 2024, 09:04", "2024-07-18"),
        ("uk", "Автор: Олена Марн | 18 липня 2024", "2024-07-18"),
        ("ru", "Опубликовано: 18 июля 2024, 09:04", "2024-07-18"),
        ("ru", "18.07.2024 09:04", "2024-07-18"),
    ],
)
def test_a_byline_says_its_date(language: str, line: str, date: str) -> None:
    byline = read_byline(line, UTC, (language, "en"))
    assert byline is not None
    assert byline.interval is not None
    assert to_edtf(byline.interval).startswith(date)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Updated 18 July 2024, 16:30"),
        ("de", "Aktualisiert am 18.07.2024"),
        ("fr", "Mis à jour le 18 juillet 2024"),
        ("es", "Actualizado el 18 de julio de 2024"),
        ("uk", "Оновлено 18 липня 2024"),
        ("ru", "Обновлено 18 июля 2024"),
    ],
)
def test_a_later_change_is_heard_and_dates_nothing(language: str, line: str) -> None:
    byline = read_byline(line, UTC, (language, "en"))
    assert byline is not None
    assert byline.interval is None
    assert byline.changed is not None


@pytest.mark.parametrize(
    "line",
    [
        "© 2024 The Venn Post",
        "Copyright 2024, all rights reserved",
        "The ferry sank on 18 July 2024 off the bar.",
        "July 2024",
        "2024",
    ],
)
def test_copyright_years_months_and_prose_are_no_bylines(line: str) -> None:
    byline = read_byline(line, UTC, ("en",))
    assert byline is None or byline.interval is None


def test_a_heading_that_names_a_day() -> None:
    day = day_within("News of 12 March 2032, from the strait", UTC, ("en",))
    assert day is not None
    assert to_edtf(day) == "2032-03-12"
    assert day_within("The plan for 2032", UTC, ("en",)) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("DTG: 181430Z JUL 31", "2031-07-18T14:30:00Z"),
        ("DTG 181430ZJUL2031", "2031-07-18T14:30:00Z"),
        ("DTG: 181430B JUL 31", "2031-07-18"),
        ("(U) 18 JUL 2031", "2031-07-18"),
        ("(C//NF) 18 July 2031", "2031-07-18"),
        ("As of 18 July 2031, 17:00 (local time)", "2031-07-18"),
        ("Date: 18 July 2031 Time: 10:00–11:15 Place: Tarn, harbour office", "2031-07-18"),
        ("Datum: 18. Juli 2031 Uhrzeit: 10:00 Ort: Tarn", "2031-07-18"),
        ("PERIOD: 170600Z JUL 31 - 180600Z JUL 31", None),
        ("172115Z JUL 31: two boats sank off Tarn", None),
        ("(C) 2031 Tarn Herald", None),
    ],
)
def test_the_heads_of_staff_papers(line: str, expected: str | None) -> None:
    found = read_byline(line, UTC, ("en", "de"))
    day = found.interval if found is not None else None
    assert expected == (to_edtf(day) if day is not None else None)
