"""Tables of events and of posts: columns by name, by export, or as the project says."""

import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from importlib import resources

import pytest

from briefgen.knowledge.load_project import FIELDS
from briefgen.knowledge.project import Limits
from briefgen.model import to_edtf
from briefgen.readers import Reading, ReadOptions, read_bytes
from briefgen.readers.tables.date_order import ORDERS
from briefgen.readers.tables.delimited import find_delimiter, read_records
from briefgen.readers.tables.field_names import names

OPTIONS = ReadOptions(zone=UTC)


def read_table(text: str, name: str = "log.csv", options: ReadOptions = OPTIONS) -> Reading:
    return read_bytes(text.encode(), name, options)


def rows_of(reading: Reading) -> list[tuple[str | None, str | None, str]]:
    return [
        (row.date, row.place, document.text[row.start : row.end])
        for document in reading.documents
        for row in document.rows
    ]


def told_of(reading: Reading) -> list[str]:
    return [notice.message for notice in reading.notices]


QUOTED = '"He said ""no"".\n\nNobody, he said; nobody at all | none."'


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_is_read_whatever_parts_its_cells(delimiter: str) -> None:
    lines = [
        ["When", "Where", "What"],
        ["17/03/2026", "Kaldra", "The ferry sailed."],
        ["05/03/2026", "Ostervik", '"He said ""no"".\n\nNobody, he said; nobody at all | none."'],
    ]
    text = "\n".join(delimiter.join(line) for line in lines)
    reading = read_table("\ufeff" + text)
    assert rows_of(reading) == [
        ("2026-03-17", "Kaldra", "2026-03-17: The ferry sailed."),
        (
            "2026-03-05",
            "Ostervik",
            '2026-03-05: He said "no". Nobody, he said; nobody at all | none.',
        ),
    ]
    assert reading.notices == ()
    assert rows_of(read_table(text, "stdin")) == rows_of(reading)


def test_excel_may_name_its_delimiter_and_titles_may_stand_above_the_head() -> None:
    text = (
        "sep=;\nChronology of the strait;;\nby the desk;;\n\n"
        "Date;Event;Source\n2026-03-05;Fog.;Ledger\n"
    )
    reading = read_table(text)
    assert rows_of(reading) == [("2026-03-05", None, "2026-03-05: Fog.")]
    assert reading.documents[0].source.publisher == "Ledger"


def test_a_column_without_evidence_is_asked_for_and_its_rows_stay_undated() -> None:
    text = "date,event\n05/03/2026,Fog.\n06/03/2026,Rain.\n"
    reading = read_table(text)
    assert [row[0] for row in rows_of(reading)] == ["05/03/2026", "06/03/2026"]
    (said,) = told_of(reading)
    assert 'column "date": 2 dates such as 05/03/2026 (line 2) left open, nothing in' in said
    assert 'set date_order = "dmy" or "mdy" in briefgen.toml' in said
    told = replace(OPTIONS, date_order="mdy")
    assert [row[0] for row in rows_of(read_table(text, options=told))] == [
        "2026-05-03",
        "2026-06-03",
    ]


def test_a_column_that_proves_another_order_than_the_project_says_is_told() -> None:
    reading = read_table(
        "date,event\n13/03/2026,Fog.\n", options=replace(OPTIONS, date_order="mdy")
    )
    assert rows_of(reading)[0][0] == "2026-03-13"
    assert "read as dmy, which alone fits" in told_of(reading)[0]


def test_day_time_and_end_in_columns_of_their_own_are_one_date() -> None:
    text = "Date,Time,End date,What\n2026-03-05,14:30,,Shots.\n2026-03-05,,2026-03-07,Exercise.\n"
    assert [row[0] for row in rows_of(read_table(text))] == [
        "2026-03-05 14:30",
        "2026-03-05/2026-03-07",
    ]


COLUMNS = {"date": ("Zeitpunkt",), "text": ("Kurz", "Lang")}


def test_the_project_names_columns_that_nobody_knows() -> None:
    text = "Zeitpunkt,Kurz,Lang,Event\n5 March 2026,Fog.,It was thick.,x\n"
    assert rows_of(read_table(text, options=replace(OPTIONS, columns=COLUMNS))) == [
        ("5 March 2026", None, "5 March 2026: Fog. It was thick.")
    ]
    (said,) = told_of(read_table("Zeitpunkt,Kurz\n5 March 2026,Fog.\n"))
    assert 'without a column known to hold text (row 1 has "Zeitpunkt", "Kurz")' in said


def test_a_column_in_which_something_may_be_lost_is_told() -> None:
    text = "date,event,id,Our view\n2026-03-05,Fog.,7,they always say that it is fog\n"
    assert told_of(read_table(text)) == [
        'log.csv: column "Our view" not read; name its field under [columns] in briefgen.toml'
    ]


ACLED = """\
event_date,time_precision,event_type,sub_event_type,actor1,country,admin1,location,source,notes
11 March 2026,1,Battles,Armed clash,Guards,Aven,Hathel,Halt Bridge,Wire; Ledger,Guards fired.
10 March 2026,3,Protests,Peaceful protest,Skippers,Aven,North Shore,Sallow Bay,Wire,
09 March 2026,2,Protests,Peaceful protest,Skippers,Aven,North Shore,Sallow Bay,Wire,They marched.
"""


def test_an_acled_export_is_known_by_its_head() -> None:
    reading = read_table(ACLED)
    assert rows_of(reading) == [
        ("11 March 2026", "Halt Bridge, Hathel, Aven", "11 March 2026: Guards fired."),
        ("2026-03", "Sallow Bay, North Shore, Aven", "2026-03: Peaceful protest – Skippers"),
        ("2026-03-09~", "Sallow Bay, North Shore, Aven", "They marched."),
    ]
    assert reading.documents[0].rows[0].topics == ("Battles", "Armed clash")
    assert reading.documents[0].source.publisher == "Wire; Ledger"
    assert reading.notices == ()


ARCHIVED = """\
Link,Archive status,Archive date,Upload timestamp,Upload title,Text content
https://x.example/1,success,2026-03-13 09:00:00+00:00,2026-03-11 18:20:00+00:00,Shots,"One line.

Another."
https://x.example/2,no archiver,,,,
"""


def test_an_auto_archiver_sheet_holds_posts_with_the_time_of_their_copies() -> None:
    reading = read_table(ARCHIVED)
    (post,) = reading.documents
    assert (post.title, post.text, post.rows) == ("Shots", "Shots\n\nOne line.\n\nAnother.", ())
    assert post.published is not None
    assert to_edtf(post.published.interval) == "2026-03-11T18:20:00Z"
    assert post.source.retrieved == datetime(2026, 3, 13, 9, 0, 1, tzinfo=UTC)
    assert post.source.url == "https://x.example/1"
    assert told_of(reading) == [
        'log.csv: line 5 is left out: it has no text (its state is "no archiver")'
    ]


def test_titles_over_long_texts_are_articles() -> None:
    body = "The harbour was closed by fog. " * 15
    text = f"Published,Title,Outlet,Content\n2026-03-05,Fog,Ledger,{body}\n"
    (document,) = read_table(text).documents
    assert (document.title, document.source.publisher, document.rows) == ("Fog", "Ledger", ())
    assert document.published is not None


def test_broken_quotes_harm_their_row_alone() -> None:
    text = 'date,event\n2026-03-05,"Fog.\n2026-03-06,"Rain" fell.\n2026-03-07,"Snow."\n'
    reading = read_table(text)
    assert [row[2] for row in rows_of(reading)] == [
        '2026-03-05: "Fog.',
        "2026-03-06: Rain fell.",
        "2026-03-07: Snow.",
    ]
    assert "quotes are broken in 2 rows, first on line 2" in told_of(reading)[0]


def test_many_broken_quotes_cost_no_more_than_the_text_is_long() -> None:
    text = "date,event\n" + '2026-03-05,"Fog.\n' * 3000
    records, notes = read_records(text, 10_000)
    assert (len(records), len(notes)) == (3001, 1)


def test_rows_over_the_limit_are_told() -> None:
    text = "date,event\n" + "".join(f"2026-03-05,Fog {n}.\n" for n in range(9))
    reading = read_table(text, options=replace(OPTIONS, limits=Limits(rows=4)))
    assert len(rows_of(reading)) == 3
    assert "only its first 4 rows are read" in told_of(reading)[0]


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        ("date,event,place\n2026-03-05,Fog.,Kaldra\n", "csv"),
        ("Well, what event, he said.\n\nNo place, he said.\n", "text"),
        ("date: soon, event: none\n", "text"),
    ],
)
def test_a_table_without_a_suffix_is_known_by_its_head(text: str, format_: str) -> None:
    assert {format_} == {one.source.format for one in read_table(text, "stdin").documents}


def test_no_name_means_two_fields_and_the_project_may_map_each() -> None:
    known = names("row")
    flat = [name for field in known.values() for name in field]
    assert len(flat) == len(set(flat))
    assert set(FIELDS) == set(known)
    assert ORDERS == ("dmy", "mdy", "ymd")


def test_exports_name_only_fields_that_exist() -> None:
    path = resources.files("briefgen.readers").joinpath("data/tables.toml")
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    for table in raw.values():
        assert set(table["fields"]) <= {*FIELDS, "retrieved", "state"}
        assert set(table["needs"]) <= {
            one for names_ in table["fields"].values() for one in names_
        } | set(table.get("instead", ()))


def test_the_delimiter_is_the_one_that_makes_even_rows() -> None:
    assert find_delimiter("a;b\n1,5;2,5\n3,5;4,5\n") == ";"
    assert find_delimiter("nothing parts this") == ","


def test_a_row_that_adds_up_others_is_no_event() -> None:
    table = """Date,Event,Killed
2030-09-04,Depot fire near Varn,1
2030-09-05,Total blackout in Varn,2
Total,,3
,Grand total: 3 killed,3
Summe,3,3
,Total blackout in Oster,0
"""
    found = read_table(table)
    assert [
        ("2030-09-04", None, "2030-09-04: Depot fire near Varn"),
        ("2030-09-05", None, "2030-09-05: Total blackout in Varn"),
        (None, None, "Total blackout in Oster"),
    ] == rows_of(found)
    assert ["log.csv: line 4, line 5, line 6 add up other rows and are left out: no event"] == (
        told_of(found)
    )


def test_years_come_from_the_rows_around_or_the_file_and_are_told() -> None:
    table = "Datum;Zeit;Ereignis\n04.09.;ca. 9 Uhr;Brand im Depot\n05.09.;;Brücke gesperrt\n"
    found = read_table(table, "lage_2030.csv")
    assert [
        ("2030-09-04T09:00:00Z~", None, "Brand im Depot"),
        ("2030-09-05", None, "2030-09-05: Brücke gesperrt"),
    ] == rows_of(found)
    (told,) = told_of(found)
    assert told == (
        'lage_2030.csv: column "Datum": 2 dates have no year and take it from the table, '
        "first 04.09. (line 2) as 2030-09-04"
    )
    (left,) = told_of(read_table(table, "lage.csv"))
    assert "2 dates have no year, first 04.09. (line 2), and nothing in the table" in left
