"""Extract → XLSX: events, the words they rest on, sources, what was left out."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, date
from typing import TYPE_CHECKING

from briefgen.errors import WriterError
from briefgen.writers.escape import clean
from briefgen.writers.exports.columns import COLUMNS, Cell, rows
from briefgen.writers.exports.extract import Extract

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["to_xlsx"]

WIDTHS = {"notes": 70, "quote": 70, "why": 50, "sources": 50, "quotes": 70, "title": 50}
"""Columns of running text, in characters; all others are fitted."""
WIDEST = 32
MOST = 32_767
"""Characters that a cell may hold."""
STAMP = (1980, 1, 1, 0, 0, 0)
"""Of every part of the file: the earliest that ZIP can say."""
_ENCODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Where text looks like a character that a workbook has written as its number."""
_CHANGED = re.compile(rb"<dcterms:modified[^>]*>[^<]*</dcterms:modified>")


def to_xlsx(extract: Extract) -> bytes:
    """A workbook whose text cells are text: none is a formula. The same bytes for the same input.

    Raises WriterError where openpyxl is missing.
    """
    try:
        from openpyxl import Workbook  # noqa: PLC0415 (the extra; heavy)
    except ImportError as error:
        raise WriterError(
            "xlsx needs the extra “office”: pip install 'briefgen[office]'"
        ) from error
    ledger = extract.ledger
    book = Workbook()
    book.properties.creator = "briefgen"
    book.properties.title = clean(ledger.title)
    book.properties.created = ledger.cutoff.astimezone(UTC).replace(tzinfo=None)
    first = book.active
    book.remove(first)  # type: ignore[arg-type]
    _sheet(book.create_sheet("events"), tuple(COLUMNS), rows(ledger))
    _sheet(
        book.create_sheet("quotes"),
        ("event", "when", "said", "quote", "claimant", "source", "start", "end", "why"),
        [
            (
                line.event.id, p.when, p.said, p.quote, p.claimant, p.source, p.start, p.end, p.why
            )
            for line in ledger.all
            for p in line.entry.evidence
        ],
    )  # fmt: skip
    _sheet(
        book.create_sheet("sources"),
        ("source", "title", "publisher", "when", "basis", "url", "path"),
        [(s.number, s.title, s.publisher, s.when, s.basis, s.url, s.path) for s in ledger.sources],
    )
    _sheet(
        book.create_sheet("left out"),
        ("stage", "message", "sources"),
        [(n.stage, n.message, ", ".join([*map(str, n.numbers), *n.paths])) for n in ledger.notices],
    )
    made = io.BytesIO()
    book.save(made)
    return _same_bytes(made.getvalue())


def _sheet(sheet: "Worksheet", head: Sequence[str], body: Iterable[Sequence[Cell]]) -> None:
    """A head that stays in sight, filters, and a row an item."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 (as above)
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 (as above)

    widths = [len(name) for name in head]
    for column, name in enumerate(head, 1):
        sheet.cell(1, column, name).font = Font(bold=True)
    number = 1
    for number, cells in enumerate(body, 2):
        for column, value in enumerate(cells, 1):
            if value is None or value == "":
                continue
            cell = sheet.cell(number, column)
            if isinstance(value, str):
                cell.value = _cut(_ENCODED.sub("_x005F_", clean(value)))
                cell.data_type = "s"  # text, whatever it starts with
                cell.alignment = Alignment(wrap_text=True, vertical="top")
            else:
                cell.value = value
                cell.alignment = Alignment(vertical="top")
                if isinstance(value, date):
                    cell.number_format = "yyyy-mm-dd"
            widths[column - 1] = max(widths[column - 1], min(WIDEST, len(str(value))))
    for column, name in enumerate(head, 1):
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = WIDTHS.get(name, widths[column - 1] + 2)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(head))}{number}"


def _cut(text: str) -> str:
    """As much as a cell holds; the cut is marked."""
    return text if len(text) <= MOST else f"{text[: MOST - 1]}…"


def _same_bytes(data: bytes) -> bytes:
    """The file without the time at which it was made."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _CHANGED.sub(b"", content)
            part = zipfile.ZipInfo(name, STAMP)
            part.external_attr = 0o600 << 16
            new.writestr(part, content, zipfile.ZIP_DEFLATED)
    return made.getvalue()
