"""A date field that cannot be read is told with its reason; one that says so is not known."""

from datetime import UTC

import pytest

from briefgen.readers import Reading, ReadOptions, read_bytes
from briefgen.readers.dated.cells import read_cell

OPTIONS = ReadOptions(zone=UTC)


def read_table(text: str, name: str = "log.csv") -> Reading:
    return read_bytes(text.encode(), name, OPTIONS)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("2026-02-30", "February 2026 has 28 days"),
        ("2028-02-30", "February 2028 has 29 days"),
        ("2026/13/01", "there is no month 13"),
        ("2026-00-10", "there is no month 0"),
        ("0000-00-00", "there is no month 0"),
        ("31/04/2026", "April 2026 has 30 days"),
        ("04/31/2026", "April 2026 has 30 days"),
        ("31.06.2026", "June 2026 has 30 days"),
        ("32.01.2026", "January 2026 has 31 days"),
        ("2026-02-30 14:00", "February 2026 has 28 days"),
        ("30 February 2026", "February 2026 has 28 days"),
        ("February 30, 2026", "February 2026 has 28 days"),
        ("31. April 2026", "April 2026 has 30 days"),
        ("31 avril 2026", "April 2026 has 30 days"),
        ("31 de abril de 2026", "April 2026 has 30 days"),
        ("31 квітня 2026", "April 2026 has 30 days"),
        ("31 апреля 2026", "April 2026 has 30 days"),
        ("25:61", "there is no time 25:61"),
        ("24:30", "there is no time 24:30"),
    ],
)
def test_a_date_that_cannot_be_is_none_and_the_reason_is_told(said: str, why: str) -> None:
    cell = read_cell(said)
    assert cell.date is None
    assert f"its date field says “{said}”: {why}" == cell.undated
    assert f"“{said}” is no date: {why}; the row stays undated" == cell.note


@pytest.mark.parametrize(
    "said",
    [
        "2026-02-28",
        "29/02/2028",
        "12/31/2026",
        "31/12/2026",
        "24:00",
        "2026-03-05 23:59:60",
        "05/06/2026",
        "30 April 2026",
        "Thursday",
        "since February 2022",
        "2026-W07",
        "2026-03-05/2026-03-07",
        "1772668800",
        "March 2026",
        "about 2026",
        "2026-03-05T14:05+02:00",
        "18.7.2026",
    ],
)
def test_a_date_that_can_be_is_left_as_it_is(said: str) -> None:
    cell = read_cell(said)
    assert (said, None, None) == (cell.date, cell.undated, cell.note)


@pytest.mark.parametrize(
    "said",
    [
        "n/a",
        "N/A",
        "NA",
        "unknown",
        "Undated",
        "TBC",
        "tbd",
        "No date.",
        "-",
        "—",
        "?",
        "…",
        "unbekannt",
        "ohne Datum",
        "k. A.",
        "noch offen",
        "inconnue",
        "sans date",
        "à confirmer",
        "desconocida",
        "sin fecha",
        "s/f",
        "невідомо",
        "без дати",
        "н/д",
        "уточнюється",
        "неизвестно",
        "без даты",
        "б/д",
    ],
)
def test_what_says_that_no_date_is_known_is_no_fault(said: str) -> None:
    cell = read_cell(said)
    assert (None, None) == (cell.date, cell.note)
    assert f"its date field says “{said}”: not known" == cell.undated


def test_a_clock_that_cannot_be_leaves_its_day() -> None:
    cell = read_cell("2026-03-05 25:61")
    assert ("2026-03-05", None) == (cell.date, cell.undated)
    assert (
        "“2026-03-05 25:61”: there is no time 25:61; only the day, 2026-03-05, is kept" == cell.note
    )


def test_the_notice_names_the_row_and_its_column() -> None:
    reading = read_table(
        "When,What\n2026-02-30,Drones hit\n2026-03-05,Pumps arrive\n31/04/2026,Mill burns\n"
    )
    assert [
        (
            'log.csv: line 2, column "When": “2026-02-30” is no date: February 2026 has 28 days; '
            "the row stays undated"
        ),
        (
            'log.csv: line 4, column "When": “31/04/2026” is no date: April 2026 has 30 days; '
            "the row stays undated"
        ),
    ] == [notice.message for notice in reading.notices]
    (document,) = reading.documents
    assert [None, "2026-03-05", None] == [row.date for row in document.rows]


def test_a_date_that_cannot_be_leaves_the_order_of_its_column_open_to_the_others() -> None:
    reading = read_table(
        "date,text\n31/04/2026,Mill burns\n05/06/2026,Pumps arrive\n13/06/2026,Rain\n"
    )
    assert [None, "2026-06-05", "2026-06-13"] == [row.date for row in reading.documents[0].rows]
    assert 1 == len(reading.notices)


def test_many_dates_that_cannot_be_are_counted() -> None:
    rows = "".join(f"2026-02-30,Mill {number} burns\n" for number in range(50))
    messages = [one.message for one in read_table(f"date,text\n{rows}").notices]
    assert 21 == len(messages)
    assert (
        'log.csv: 30 more date fields cannot be read as they stand, in column "date"'
        == messages[-1]
    )


@pytest.mark.parametrize(
    "label",
    [
        "n/a",
        "Undated",
        "Date unknown",
        "TBC",
        "Ohne Datum",
        "Sans date",
        "Sin fecha",
        "Без дати",
        "Без даты",
    ],
)
def test_a_note_that_is_headed_by_no_date_keeps_its_text_alone(label: str) -> None:
    text = f"# Notes\n\n- 2026-03-05: a mine was found.\n- {label}: two boats were seized.\n"
    (document,) = read_table(text, "notes.md").documents
    assert ["2026-03-05", None] == [row.date for row in document.rows]
    row = document.rows[1]
    assert "two boats were seized." == document.text[row.start : row.end]
    assert f"it is headed “{label}”: its date is not known" == row.undated


@pytest.mark.parametrize("text", ["No date.", ".", "—", "n/a", "2026-03-05", "Thursday."])
def test_a_row_that_tells_nothing_is_left_out_and_named(text: str) -> None:
    reading = read_table(f'- {{date: 2026-03-05, text: "{text}"}}\n', "notes.yaml")
    assert () == reading.documents
    assert ["notes.yaml: row 1 is left out: it has no text; give it text: …"] == [
        notice.message for notice in reading.notices
    ]
