"""Workbooks: cells are read as they are shown, formulas are not evaluated, bombs do not burst."""

import io
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from briefgen.knowledge.project import Limits
from briefgen.readers import Reading, ReadOptions, read_bytes

OPTIONS = ReadOptions(zone=UTC)
NAIVE = datetime(2026, 3, 5, 14, 30)  # noqa: DTZ001 (a cell has no zone)
HEAD = ("Date", "Place", "What")


def saved(fill: Callable[[Workbook, Worksheet], None], head: tuple[str, ...] = HEAD) -> bytes:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(head)
    fill(book, sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def rows_in(reading: Reading) -> list[tuple[str | None, str | None, str]]:
    return [
        (row.date, row.place, document.text[row.start : row.end].partition(": ")[2])
        for document in reading.documents
        for row in document.rows
    ]


def told_in(reading: Reading) -> list[str]:
    return [notice.message for notice in reading.notices]


def test_a_date_is_as_exact_as_its_cell_shows_it() -> None:
    shapes: list[tuple[Any, str, str]] = [
        (NAIVE, "yyyy-mm-dd hh:mm", "2026-03-05 14:30"),
        (NAIVE, "dd.mm.yyyy", "2026-03-05"),
        (date(2026, 3, 20), "mmm-yy", "2026-03"),
        (date(2026, 3, 20), '"in" yyyy', "2026"),
        (date(2026, 3, 20), '[$-409]d" of "mmmm;@', "2026-03-20"),
        (time(14, 30), "hh:mm", "14:30"),
        (2026, "General", "2026"),
        ("since Monday", "General", "since Monday"),
    ]

    def fill(_: Workbook, sheet: Worksheet) -> None:
        for row, (value, shape, _told) in enumerate(shapes, 2):
            sheet.cell(row, 1, value).number_format = shape
            sheet.cell(row, 3, f"Fog {row}.")

    reading = read_bytes(saved(fill), "log.xlsx", OPTIONS)
    assert [row[0] for row in rows_in(reading)] == [told for *_, told in shapes]
    assert reading.notices == ()


def test_the_epoch_of_1904_is_heard() -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        book.epoch = CALENDAR_MAC_1904
        sheet.append((date(2026, 3, 5), "Kaldra", "Fog."))
        sheet.append((44624, "Kaldra", "Rain."))  # the same day, its format lost

    reading = read_bytes(saved(fill), "log.xlsx", OPTIONS)
    assert [row[0] for row in rows_in(reading)] == ["2026-03-05", "2026-03-05"]


def test_merged_cells_speak_for_all_their_rows_and_hidden_sheets_are_told() -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.append((date(2026, 3, 5), "Kaldra", "Fog."))
        sheet.append((None, "Ostervik", "Rain."))
        sheet.append((date(2026, 3, 6), "Ostervik", "Snow."))
        sheet.append((None, "Ostervik", "Hail."))
        sheet.merge_cells("A2:A3")
        second = book.create_sheet("North")
        second.append(("When", "Event"))
        second.append(("2026-03-07", "Sleet."))
        book.create_sheet("Old").append(("When", "Event"))
        book["Old"].sheet_state = "hidden"
        book.create_sheet("Codes").append(("AVN", "Aven"))

    reading = read_bytes(saved(fill), "log.xlsx", OPTIONS)
    assert [(row[0], row[2]) for row in rows_in(reading)] == [
        ("2026-03-05", "Fog."),
        ("2026-03-05", "Rain."),
        ("2026-03-06", "Snow."),
        (None, ""),  # "Hail.": a blank cell that is not merged is no date
        ("2026-03-07", "Sleet."),
    ]
    assert [document.title for document in reading.documents] == ["log: Sheet", "log: North"]
    assert [message.partition(":")[2][:34] for message in told_in(reading)] == [
        ' sheet "Old" is hidden and left ou',
        ' sheet "Codes" is left out: a tabl',
    ]


def test_dates_that_a_spreadsheet_may_have_turned_round_stay_open() -> None:
    def fill(_: Workbook, sheet: Worksheet) -> None:
        sheet.append((date(2026, 5, 3), "Kaldra", "Fog."))
        sheet.append(("17/03/2026", "Kaldra", "Rain."))

    reading = read_bytes(saved(fill), "log.xlsx", OPTIONS)
    assert (
        'column "Date": 1 date such as 2026-05-03 (sheet "Sheet", row 2) left open'
        in (told_in(reading)[0])
    )


def test_formulas_are_read_as_saved_and_never_evaluated() -> None:
    def fill(_: Workbook, sheet: Worksheet) -> None:
        sheet.append(("2026-03-05", "Kaldra", "Fog."))
        sheet.append(("2026-03-06", "Kaldra", '=CONCATENATE("Ra","in.")'))
        sheet.append(("2026-03-07", "Kaldra", "#REF!"))

    reading = read_bytes(saved(fill), "log.xlsx", OPTIONS)
    assert [row[2] for row in rows_in(reading)] == ["Fog."]
    assert "1 formula without a saved value read as empty" in told_in(reading)[0]


def test_when_the_file_was_changed_bounds_its_documents_and_dates_none() -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        book.properties.modified = NAIVE
        sheet.append(("2026-03-05", "Kaldra", "Fog."))

    (document,) = read_bytes(saved(fill), "log.xlsx", OPTIONS).documents
    assert document.published is None
    (bound,) = document.bounds
    assert bound.why.startswith("its properties say that it was last changed ")


def with_entities() -> bytes:
    """A workbook that declares entities within entities."""
    data = saved(lambda _, sheet: sheet.append(("2026-03-05", "Kaldra", "Fog.")))
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/workbook.xml":
                content = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + content
            new.writestr(name, content)
    return stream.getvalue()


def far_cells(reference: str) -> bytes:
    data = saved(lambda _, sheet: sheet.append(("2026-03-05", "Kaldra", "Fog.")))
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("sheet1.xml"):
                content = content.replace(b"</sheetData>", reference.encode() + b"</sheetData>")
            new.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (with_entities(), "XML with a document type, as in a bomb"),
        (saved(lambda *_: None)[:400], "no archive that can be opened"),
        (saved(lambda *_: None, head=("A", "B")), "without a column known to hold text"),
        (far_cells('<row r="x"><c r="ZZZZ1"><v>1</v></c></row>'), "no workbook that can be read"),
    ],
)
def test_a_bad_workbook_is_told(data: bytes, said: str) -> None:
    reading = read_bytes(data, "log.xlsx", replace(OPTIONS, limits=Limits(rows=50)))
    assert said in " ".join(told_in(reading))


def test_a_row_at_the_end_of_the_world_is_not_waited_for() -> None:
    data = far_cells('<row r="9999999999"><c r="A9999999999"><v>1</v></c></row>')
    assert [row[2] for row in rows_in(read_bytes(data, "log.xlsx", OPTIONS))] == ["Fog."]


def test_rows_over_the_limit_of_a_sheet_are_told() -> None:
    def fill(_: Workbook, sheet: Worksheet) -> None:
        for day in range(1, 9):
            sheet.append((date(2026, 3, day), "Kaldra", f"Fog {day}."))

    reading = read_bytes(saved(fill), "log.xlsx", replace(OPTIONS, limits=Limits(rows=4)))
    assert len(rows_in(reading)) == 3
    assert 'sheet "Sheet": only its first 4 rows are read' in told_in(reading)[0]


def test_a_workbook_is_known_by_what_it_holds() -> None:
    data = saved(lambda _, sheet: sheet.append(("2026-03-05", "Kaldra", "Fog.")))
    assert {"xlsx"} == {one.source.format for one in read_bytes(data, "stdin", OPTIONS).documents}


def test_without_the_extra_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    reading = read_bytes(saved(lambda *_: None), "log.xlsx", OPTIONS)
    assert told_in(reading) == [
        "log.xlsx: reading XLSX needs openpyxl: pip install 'briefgen[office]'"
    ]
