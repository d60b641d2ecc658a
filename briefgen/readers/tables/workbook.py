"""XLSX bytes → Drafts: each visible sheet as a table, its cells as a reader of the sheet sees them.

Formulas are never evaluated: what the spreadsheet program saved as their value is read. A date is
as exact as its cell shows it: "Mar-26" is a month, whatever day lies under it.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import PurePosixPath
from typing import Any

from briefgen.errors import SourceError
from briefgen.knowledge.project import Limits
from briefgen.readers.raw.archives import holds_part, open_zip
from briefgen.readers.raw.office import office_bounds, refuse_bombs
from briefgen.readers.shapes import Draft, File, Parsed, ReadOptions
from briefgen.readers.tables.delimited import COLUMNS, Record, too_long
from briefgen.readers.tables.records import Sheet, read_sheet

__all__ = ["is_workbook", "read_xlsx"]

MISSING = "reading XLSX needs openpyxl: pip install 'briefgen[office]'"
LAST_ROW = 1_048_576
"""More rows a sheet cannot have; a row that says otherwise is not waited for."""
MERGES = 20_000
"""Merged areas of a sheet that are filled."""
TALL = 10_000
"""Rows of a merged area that are filled."""

_MERGE = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^>]*?ref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})"'
)
_UNSAVED = re.compile(
    rb"</(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')


@dataclass(frozen=True, slots=True, kw_only=True)
class _Raw:
    """What of a sheet's XML openpyxl does not tell."""

    merges: tuple[tuple[int, int, int], ...]
    """(column, first row, last row), 0-based column, of merged areas that are taller than a row."""
    unsaved: int
    """Formulas without a saved value."""


def is_workbook(data: bytes) -> bool:
    """Whether a ZIP file is an XLSX workbook."""
    return holds_part(data, b"xl/workbook.xml")


def read_xlsx(file: File, options: ReadOptions) -> Parsed:
    """The rows of all visible sheets.

    Raises SourceError for a broken or bursting file, one without a table of events, and where
    openpyxl is not installed.
    """
    try:
        import openpyxl  # noqa: PLC0415 (0.2 s, and an extra)
    except ImportError as error:
        raise SourceError(MISSING) from error
    stem = PurePosixPath(file.name).name.partition(".")[0] or file.name
    archive = open_zip(file.data, options.limits)
    refuse_bombs(archive, options.limits)
    try:
        book = openpyxl.load_workbook(
            io.BytesIO(file.data), read_only=True, data_only=True, keep_links=False
        )
        sheets = [one for one in book.worksheets if one.sheet_state == "visible"]
        hidden = [one.title for one in book.worksheets if one.sheet_state != "visible"]
        raw = {one.title: _raw(archive.file, getattr(one, "_worksheet_path", "")) for one in sheets}
        tables = [_sheet(one, stem, book.epoch, raw[one.title], options.limits) for one in sheets]
    except Exception as error:
        # openpyxl raises whatever its parts do where a file breaks the format
        reason = " ".join(str(error).split()) or type(error).__name__
        raise SourceError(f"no workbook that can be read: {reason}; save it again") from error
    notes = [f'sheet "{name}" is hidden and left out; show it, or delete it' for name in hidden]
    unsaved = sum(one.unsaved for one in raw.values())
    if unsaved:
        told = f"{unsaved} formula{'s' * (unsaved != 1)} without a saved value"
        notes.append(f"{told} read as empty; open and save it in a spreadsheet program")
    return _told(tables, file, options, notes, office_bounds(archive, options.limits))


def _told(
    tables: list[tuple[Sheet, bool]],
    file: File,
    options: ReadOptions,
    notes: list[str],
    bounds: tuple[Any, ...],
) -> Parsed:
    """The drafts of all sheets; a sheet without a table of events beside one with it is told."""
    drafts: list[Draft] = []
    wrong: list[str] = []
    read = 0
    for sheet, cut in tables:
        if not sheet.records:
            continue
        try:
            parsed = read_sheet(sheet, file, options)
        except SourceError as error:
            wrong.append(f"{sheet.name} is left out: {error}")
            continue
        read += 1
        drafts.extend(replace(draft, bounds=(*draft.bounds, *bounds)) for draft in parsed.drafts)
        notes.extend(parsed.notes)
        if cut:
            notes.append(f"{sheet.name}: {too_long(options.limits.rows)}")
    if wrong and not read:
        raise SourceError(wrong[0])
    return Parsed(drafts=tuple(drafts), notes=(*notes, *wrong))


def _sheet(sheet: Any, stem: str, epoch: datetime, raw: _Raw, limits: Limits) -> tuple[Sheet, bool]:
    """The rows of a sheet that hold anything, and whether there are more than the limit."""
    sheet.reset_dimensions()  # what a sheet says of its own size is not believed
    records: list[Record] = []
    real: set[tuple[int, int]] = set()
    merged = _Filled(raw.merges)
    rows = sheet.iter_rows(max_col=COLUMNS)
    before: Any = None
    for number, row in enumerate(islice(rows, LAST_ROW), 1):
        if row is before or len(records) > limits.rows:
            continue  # rows that the file leaves out are one and the same empty row
        before = row
        told = [_cell(cell) for cell in row]
        cells = merged.fill(number, [text for text, _ in told])
        if any(cells):
            records.append(Record(number=number, cells=tuple(cells)))
            real.update((number, column) for column, (_, is_date) in enumerate(told) if is_date)
    cut = len(records) > limits.rows
    table = Sheet(
        records=tuple(records[: limits.rows]),
        name=f'sheet "{sheet.title}"',
        title=f"{stem}: {sheet.title}",
        real=frozenset(real),
        epoch=epoch.date() if isinstance(epoch, datetime) else epoch,
    )
    return table, cut


class _Filled:
    """Merged areas, filled downwards while the rows go by."""

    def __init__(self, merges: tuple[tuple[int, int, int], ...]) -> None:
        self.starts: dict[int, list[tuple[int, int]]] = {}
        for column, first, last in merges:
            self.starts.setdefault(first, []).append((column, min(last, first + TALL)))
        self.open: dict[int, tuple[str, int]] = {}

    def fill(self, number: int, cells: list[str]) -> list[str]:
        """A row with what stands at the top of each merged area that it lies in."""
        for column, (text, last) in list(self.open.items()):
            if number > last:
                del self.open[column]
            elif column < len(cells) and not cells[column]:
                cells[column] = text
        for column, last in self.starts.get(number, ()):
            if column < len(cells):
                self.open[column] = (cells[column], last)
        return cells


def _cell(cell: Any) -> tuple[str, bool]:
    """What a cell shows, and whether it is a date."""
    value = cell.value
    if value is None or cell.data_type == "e":
        return "", False
    if isinstance(value, (datetime, date)):
        return _dated(value, getattr(cell, "number_format", "") or ""), True
    if isinstance(value, time):
        return value.strftime("%H:%M"), False
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02}", False
    return f"{value:.15g}" if isinstance(value, float) else str(value).strip(), False


def _dated(value: date, shape: str) -> str:
    """A date in ISO, as exact as the cell's format shows it."""
    shown = _QUOTED.sub("", shape.partition(";")[0]).lower()
    if shown not in {"", "general"} and "d" not in shown and "y" in shown:
        return value.strftime("%Y-%m" if "m" in shown else "%Y")
    if isinstance(value, datetime) and ("h" in shown or (not shown and value.time() != time())):
        seconds = "s" in shown and value.second
        return value.strftime("%Y-%m-%d %H:%M:%S" if seconds else "%Y-%m-%d %H:%M")
    return value.strftime("%Y-%m-%d")


def _raw(file: Any, path: str) -> _Raw:
    """Merged areas and unsaved formulas of a sheet's XML, read in chunks."""
    merges: list[tuple[int, int, int]] = []
    unsaved = 0
    for text in _windows(file, path):
        unsaved += len(_UNSAVED.findall(text))
        for column, first, last in _MERGE.findall(text):
            if int(last) > int(first) and len(merges) < MERGES:
                merges.append((_column(column), int(first), int(last)))
    return _Raw(merges=tuple(merges), unsaved=unsaved)


def _windows(file: Any, path: str) -> Iterator[bytes]:
    """The bytes of a part in stretches that end between elements."""
    rest = b""
    with file.open(path.lstrip("/")) as stream:
        while chunk := stream.read(1 << 20):
            text = rest + chunk
            cut = text.rfind(b"</c>") + 4 if b"</c>" in text else text.rfind(b">") + 1
            yield text[:cut]
            rest = text[cut:] if len(text) - cut < (1 << 20) else b""
    yield rest


def _column(letters: bytes) -> int:
    """0 for A, 26 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
