"""Element tree of a page → the tables of events in it, as event notes; the tree without them.

A table is one of events where its first row names columns of what, and of when: each row then is
an event of its own day, and no line of prose.
"""

from dataclasses import replace
from typing import Any

from briefgen.errors import SourceError
from briefgen.readers.shapes import Draft, File, ReadOptions
from briefgen.readers.tables.columns import is_event_head
from briefgen.readers.tables.delimited import COLUMNS, Record
from briefgen.readers.tables.records import Sheet, read_sheet

__all__ = ["take_tables"]

CELLS = ("td", "th")
LEAST = 2
"""Rows of a table, with its head."""


def take_tables(
    root: Any, file: File, options: ReadOptions, title: str | None
) -> tuple[tuple[Draft, ...], tuple[str, ...]]:
    """The event notes in a page's tables, and what must be told; takes those tables out of it."""
    drafts: list[Draft] = []
    notes: list[str] = []
    number = 0
    for table in list(root.iter("table")):
        if next(table.iterdescendants("table"), None) is not None:
            continue
        number += 1
        rows = _rows(table, options.limits.rows)
        head = next((i for i, row in enumerate(rows[:LEAST]) if is_event_head(row)), None)
        if head is None or len(rows) < head + LEAST:
            continue
        records = (Record(number=i, cells=row) for i, row in enumerate(rows, 1))
        kept = tuple(record for record in records if record.filled)
        sheet = Sheet(records=kept, name=f"table {number}", title=title)
        try:
            parsed = read_sheet(sheet, file, options)
        except SourceError:
            continue
        drafts.extend(parsed.drafts)
        notes.extend(parsed.notes)
        parent = table.getparent()
        if parent is not None and parsed.drafts:
            _drop(table, parent)
    return tuple(replace(draft, title=draft.title or title) for draft in drafts), tuple(notes)


def _rows(table: Any, limit: int) -> list[tuple[str, ...]]:
    """The cells of a table, those that span several told in each row that they span."""
    rows: list[tuple[str, ...]] = []
    below: dict[int, tuple[int, str]] = {}
    for row in table.iter("tr"):
        cells: list[str] = []
        waiting = [cell for cell in row if cell.tag in CELLS]
        while (waiting or len(cells) in below) and len(cells) < COLUMNS:
            column = len(cells)
            if column in below:
                left, said = below.pop(column)
                cells.append(said)
                if left > 1:
                    below[column] = (left - 1, said)
                continue
            cell = waiting.pop(0)
            said = " ".join("".join(cell.itertext()).split())
            for spot in range(min(_span(cell, "colspan"), COLUMNS - column)):
                cells.append(said if not spot else "")
                if _span(cell, "rowspan") > 1:
                    below[column + spot] = (_span(cell, "rowspan") - 1, cells[-1])
        rows.append(tuple(cells))
        if len(rows) > limit:
            break
    return rows


def _span(cell: Any, name: str) -> int:
    said = (cell.get(name) or "").strip()
    return max(1, int(said)) if said.isascii() and said.isdigit() and len(said) < 4 else 1


def _drop(table: Any, parent: Any) -> None:
    """Takes a table out of its page; what stands behind it stays."""
    before = table.getprevious()
    tail = table.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(table)
