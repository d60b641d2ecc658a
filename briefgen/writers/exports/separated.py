"""Extract → CSV, and the rule by which no cell is a formula."""

import csv
import io
from datetime import date

from briefgen.writers.exports.columns import COLUMNS, Cell, rows
from briefgen.writers.exports.extract import Extract

__all__ = ["plain_cell", "to_csv"]

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the start of a formula (OWASP, CSV injection)."""


def to_csv(extract: Extract) -> bytes:
    """A row an event: UTF-8, commas, lines that end in CR LF (RFC 4180), dates as ISO 8601.

    Text that a spreadsheet would take for a formula stands behind an apostrophe.
    """
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for cells in rows(extract.ledger):
        writer.writerow(map(_written, cells))
    return made.getvalue().encode()


def plain_cell(text: str) -> str:
    """The text, behind an apostrophe where a spreadsheet would compute it.

    Taking one apostrophe off what starts so gives the text back, for every text.
    """
    return f"'{text}" if text.lstrip("'").startswith(STARTS) else text


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    return plain_cell(cell) if isinstance(cell, str) else f"{cell}"
