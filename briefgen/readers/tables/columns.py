"""The head of a table → Layout: which columns hold which field, by data, names, or the project."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

from briefgen.errors import SourceError
from briefgen.readers.tables.delimited import Record
from briefgen.readers.tables.field_names import field_name

__all__ = ["TELLING", "Grains", "Layout", "find_layout", "is_event_head", "match_head"]

HEAD_ROWS = 20
"""Rows from the top among which the head of a table is looked for."""
TELLING = frozenset({"text", "headline", "detail"})
"""Fields of which a table must have one."""
_GAPS = re.compile(r"[\s_-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grains:
    """A column that tells how exact the date of its row is."""

    column: int
    values: Mapping[str, str]
    """What stands in it → "year", "month" or "about"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What the columns of a table hold."""

    head: int
    """Index of the record that names the columns."""
    names: tuple[str, ...]
    """As written, one for each column."""
    fields: Mapping[str, tuple[int, ...]]
    """Field → its columns, best first."""
    posts: bool = False
    """Whether a row is an article or a post of its own, and not an event."""
    instead: tuple[int, ...] = ()
    """Columns that tell a row whose text is empty."""
    grains: Grains | None = None
    known: str | None = None
    """The export that it is, None for a table of somebody's own."""

    def unused(self) -> tuple[int, ...]:
        """Named columns that hold no field."""
        used = {column for columns in self.fields.values() for column in columns}
        return tuple(i for i, name in enumerate(self.names) if name and i not in used)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Export:
    """A table that a program exports, as tables.toml describes it."""

    name: str
    needs: frozenset[str]
    posts: bool
    fields: Mapping[str, tuple[str, ...]]
    instead: tuple[str, ...]
    grain: str | None
    grains: Mapping[str, str]


def find_layout(records: Sequence[Record], columns: Mapping[str, Sequence[str]]) -> Layout:
    """The layout of the table that the records are.

    `columns` is what the project says: field → names of columns. Raises SourceError where no
    column is known to hold text.
    """
    found = [
        layout
        for index in range(min(HEAD_ROWS, len(records)))
        if (layout := match_head(records, index, columns)) is not None
    ]
    best = max(
        found, key=lambda one: (one.known is not None, len(one.fields), -one.head), default=None
    )
    if best is not None:
        return best
    named = max(records[:HEAD_ROWS], key=lambda record: record.filled, default=None)
    if named is None:
        raise SourceError("empty: the table has no rows; leave it out")
    told = ", ".join(f'"{cell}"' for cell in named.cells[:12] if cell)
    raise SourceError(
        f"a table without a column known to hold text (row {named.number} has {told}); "
        'name one under [columns] in briefgen.toml, such as text = "Remarks"'
    )


def match_head(
    records: Sequence[Record], index: int, columns: Mapping[str, Sequence[str]]
) -> Layout | None:
    """The layout where this record is the head of its table, None where it cannot be."""
    names = _names(records, index)
    keys = [_key(name) for name in names]
    for export in _exports():
        if export.needs <= set(keys):
            return _as_exported(export, index, names, keys)
    fields: dict[str, tuple[int, ...]] = {}
    for field, wanted in columns.items():
        spots = tuple(keys.index(_key(name)) for name in wanted if _key(name) in keys)
        fields.update({field: spots} if spots else {})
    taken = {column for spots in fields.values() for column in spots}
    for column, name in enumerate(names):
        told = field_name("row", name) if name and column not in taken else None
        if told is not None and told not in columns:
            fields[told] = (*fields.get(told, ()), column)
    if not TELLING & fields.keys() or (len(fields) < 2 and not taken):
        return None
    return Layout(head=index, names=names, fields=MappingProxyType(fields))


def is_event_head(cells: Sequence[str]) -> bool:
    """Whether a row of cells reads like the head of a table of events: what, and when or where."""
    known = {field_name("row", cell) for cell in cells if cell}
    return bool(TELLING & known) and bool(known & {"date", "time", "published"})


def _as_exported(
    export: _Export, index: int, names: tuple[str, ...], keys: Sequence[str]
) -> Layout:
    def spots(wanted: Sequence[str]) -> tuple[int, ...]:
        return tuple(keys.index(name) for name in wanted if name in keys)

    fields = {field: found for field, wanted in export.fields.items() if (found := spots(wanted))}
    grain = spots((export.grain,)) if export.grain else ()
    return Layout(
        head=index,
        names=names,
        fields=MappingProxyType(fields),
        posts=export.posts,
        instead=spots(export.instead),
        grains=Grains(column=grain[0], values=export.grains) if grain else None,
        known=export.name,
    )


def _names(records: Sequence[Record], index: int) -> tuple[str, ...]:
    """The names of columns; one that is blank under a merged cell is named by the row above."""
    cells = records[index].cells
    above = records[index - 1].cells if index else ()
    return tuple(
        cell or (above[column] if column < len(above) else "") for column, cell in enumerate(cells)
    )


def _key(name: str) -> str:
    return _GAPS.sub("_", name.strip()).casefold()


@cache
def _exports() -> tuple[_Export, ...]:
    path = resources.files("briefgen.readers").joinpath("data/tables.toml")
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        _Export(
            name=name,
            needs=frozenset(table["needs"]),
            posts=table["kind"] == "posts",
            fields={field: tuple(known) for field, known in table["fields"].items()},
            instead=tuple(table.get("instead", ())),
            grain=table.get("grain", {}).get("column"),
            grains=MappingProxyType(dict(table.get("grain", {}).get("values", {}))),
        )
        for name, table in raw.items()
    )
