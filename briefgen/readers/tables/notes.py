"""Event notes in YAML, JSON or JSON lines → Drafts, one for each source that the rows name."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import tzinfo
from pathlib import PurePosixPath
from typing import Any

from briefgen.errors import SourceError
from briefgen.knowledge.safe_yaml import load_yaml
from briefgen.model import Basis, BlockKind
from briefgen.readers.dated.cells import DateCell, read_cell
from briefgen.readers.dated.datelines import split_wording
from briefgen.readers.dated.fields import is_wording, read_date
from briefgen.readers.drafts.assemble import short_title
from briefgen.readers.drafts.rows import is_empty, item_row, statement
from briefgen.readers.shapes import Claim, Draft, Fields, File, Parsed, Piece, ReadOptions, Scope
from briefgen.readers.tables.clock_cells import with_clock
from briefgen.readers.tables.date_order import as_moment
from briefgen.readers.tables.field_names import field_name, one_line, several

__all__ = [
    "field_claim",
    "looks_like_json",
    "looks_like_yaml",
    "parse_json",
    "parse_rows",
    "read_json_lines",
    "read_table",
    "read_yaml",
]

DATES_TOLD = 20
"""Date fields that cannot be, told one by one; more are counted."""
EMPTY_TOLD = 3
"""Rows without text that are told one by one; more are counted."""

_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_YAML_ROWS = re.compile(
    r"\A(?:---\s*\n)?(?:\s*#[^\n]*\n)*(?:\w[\w ]*:[^\n]*\n+|\s*#[^\n]*\n)*"
    r"(?:(?:events|rows|items|notes|entries):\s*\n)?\s*- +(?:\w[\w ]{0,20}: |[\"'])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One row, and the source that it names."""

    text: str
    """With its date before it."""
    bare: str
    """Without."""
    fields: Fields
    source: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    note: str | None = None
    """What must be told of its date."""


def looks_like_json(head: str) -> bool:
    """Whether a text without a telling suffix is JSON with tables in it."""
    return head.startswith(("{", "[")) and bool(re.match(r'[\[{]\s*[\[{"]', head))


def looks_like_yaml(head: str) -> bool:
    """Whether a text without a telling suffix is a YAML list of rows."""
    return bool(_YAML_ROWS.match(head)) and bool(re.search(r"^\s*- +\w+: ", head, re.MULTILINE))


def read_yaml(file: File, options: ReadOptions) -> Parsed:
    """A list of rows, or a table that holds one under ``events``."""
    return _parse(load_yaml(file.text), file, options)


def read_table(raw: Any, file: File, options: ReadOptions) -> Parsed:
    """The same out of a JSON value, numbers as written."""
    return _parse(raw, file, options)


def read_json_lines(file: File, options: ReadOptions) -> Parsed:
    """One row of JSON a line; a broken line is told and left out."""
    rows: list[Any] = []
    notes: list[str] = []
    for number, line in enumerate(file.text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            rows.append(parse_json(line))
        except ValueError as error:
            notes.append(f"line {number} is left out: not JSON: {error}")
    parsed = _parse(rows, file, options)
    return replace(parsed, notes=(*notes, *parsed.notes))


def parse_json(text: str) -> Any:
    """JSON with numbers as written. Raises ValueError for anything that is none."""
    try:
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except RecursionError as error:
        message = "lists nested too deep"
        raise ValueError(message) from error


def field_claim(
    said: str | None, what: str, scope: Scope, zone: tzinfo, languages: tuple[str, ...]
) -> tuple[tuple[Claim, ...], tuple[str, ...]]:
    """What a document's own field says of its date, and what is wrong with that."""
    if said is None:
        return (), ()
    interval = read_date(said, zone, languages)
    if interval is None:
        return (), (f'{what}: "{said}" is no date; write it as 2024-07-18',)
    why = f'{what} says "{said}"'
    return (Claim(basis=Basis.FIELD, why=why, interval=interval, scope=scope),), ()


def _parse(raw: Any, file: File, options: ReadOptions) -> Parsed:
    languages = options.languages
    head, listed = _head(raw, languages)
    if listed is None:
        raise SourceError(
            "holds no event notes: write a list of rows, or a table with the rows under events:"
        )
    return parse_rows(
        [(f"row {number}", item) for number, item in enumerate(listed, 1)], head, file, options
    )


def parse_rows(
    listed: Iterable[tuple[str, Any]],
    head: Mapping[str, str],
    file: File,
    options: ReadOptions,
    *,
    column: str = "date",
) -> Parsed:
    """(what to call it, row), each row a table of fields or one text; `head` speaks for all.

    `column`: what the field of dates is called in the source.
    """
    languages = options.languages
    rows: list[_Row] = []
    notes: list[str] = []
    empty: list[str] = []
    wrong_dates: list[str] = []
    for name, item in listed:
        row = _row(item, options)
        if row is None:
            empty.append(name)
        else:
            rows.append(row)
            if row.note is not None:
                wrong_dates.append(f"{name}, {column}: {row.note}")
    notes.extend(wrong_dates[:DATES_TOLD])
    if len(wrong_dates) > DATES_TOLD:
        more = len(wrong_dates) - DATES_TOLD
        notes.append(f"{more} more date fields cannot be read as they stand, in {column}")
    if len(empty) <= EMPTY_TOLD:
        notes.extend(f"{name} is left out: it has no text; give it text: …" for name in empty)
    else:
        notes.append(f"{len(empty)} rows are left out, {empty[0]} first: they have no text")
    claims, wrong = field_claim(
        head.get("published"), "the notes' published", Scope.FILE, options.zone, languages
    )
    notes.extend(wrong)
    drafts = []
    for group in _groups(rows, head):
        own, wrong = field_claim(
            group[0].published, "the row's published", Scope.ROW, options.zone, languages
        )
        notes.extend(wrong)
        drafts.append(_draft(group, head, file, (*own, *claims)))
    if not drafts and not notes:
        notes.append("holds no rows; add some, or leave the file out")
    return Parsed(drafts=tuple(drafts), notes=tuple(notes))


def _head(raw: Any, languages: tuple[str, ...]) -> tuple[dict[str, str], list[Any] | None]:
    """What the file says of itself, and its rows; None where it holds none."""
    if isinstance(raw, list):
        return {}, raw
    if not isinstance(raw, dict):
        return {}, None
    head: dict[str, str] = {}
    listed: list[Any] | None = None
    for key, value in raw.items():
        field = field_name("file", key)
        if field == "events" and isinstance(value, list):
            listed = [*(listed or []), *value]
        elif field == "events" and isinstance(value, dict):
            listed = [*(listed or []), *_dated(value, languages)]
        elif field is not None and field != "events":
            head.update({field: text} if (text := one_line(value)) else {})
    if listed is None:
        dated = list(_dated(raw, languages))
        single = any(field_name("row", key) == "text" for key in raw)
        listed = dated or ([raw] if single else None)
        head = head if dated else {}
    return head, listed


def _dated(table: Mapping[Any, Any], languages: tuple[str, ...]) -> Iterator[Any]:
    """Rows of a table whose keys are dates: ``2024-07-18: [one, two]``."""
    for key, value in table.items():
        if not is_wording(str(key), languages):
            continue
        for item in value if isinstance(value, list) else [value]:
            yield (
                {"date": str(key), **item}
                if isinstance(item, dict)
                else {
                    "date": str(key),
                    "text": item,
                }
            )


def _row(item: Any, options: ReadOptions) -> _Row | None:
    """One row out of a string or a table; None where it has no text."""
    languages = options.languages
    if not isinstance(item, dict):
        text = one_line(item)
        return _from_text(text, languages) if text else None
    known: dict[str, Any] = {}
    for key, value in item.items():
        field = field_name("row", key)
        if field is not None and field not in known:
            known[field] = value
    if not known and len(item) == 1:
        ((key, value),) = item.items()
        text = one_line(value)
        return _from_text(f"{key}: {text}", languages) if text else None
    text = _text(known)
    if text is None or is_empty(text, languages):
        return None
    said, lost = _date(known, options)
    cell = DateCell(date=None) if said is None else read_cell(said)
    date = cell.date
    if said is None:
        date, text = split_wording(text, languages)
    undated = None if date else cell.undated or "its row gives no date"
    return _Row(
        text=statement(date, text),
        bare=text,
        note=cell.note or lost,
        fields=Fields(
            date=date,
            undated=undated,
            place=one_line(known.get("place")),
            who=one_line(known.get("who")),
            topics=several(known.get("topics")),
            status=one_line(known.get("status")),
        ),
        source=one_line(known.get("source")),
        url=one_line(known.get("url")),
        published=_moment(known.get("published")),
        language=one_line(known.get("language")),
    )


def _date(known: Mapping[str, Any], options: ReadOptions) -> tuple[str | None, str | None]:
    """When a row is from: its date, with the time and the end that stand in fields of their own.

    And what must be told of the time.
    """
    date, time, until = (_moment(known.get(field)) for field in ("date", "time", "until"))
    if date is None or time is None:
        if until and until != date and date and _DAY.fullmatch(date) and _DAY.fullmatch(until):
            return f"{date}/{until}", None
        return date or time, None
    return with_clock(date, time, options.zone, options.languages)


def _moment(value: Any) -> str | None:
    """A date field as text; the number that a program keeps as the moment that it is."""
    said = one_line(value)
    return (as_moment(said) or said) if said else None


def _from_text(text: str, languages: tuple[str, ...]) -> _Row | None:
    piece = item_row(text, None, languages)
    if piece.row is None:
        return None
    rest = split_wording(text, languages)[1] if piece.row.date else piece.text
    return _Row(text=piece.text, bare=rest, fields=piece.row)


def _text(known: Mapping[str, Any]) -> str | None:
    """Headline, text and detail of a row, each once, as sentences."""
    parts: dict[str, None] = {}
    for field in ("headline", "text", "detail"):
        part = one_line(known.get(field))
        if part:
            parts[part] = None
    told = list(parts)
    closed = [part if part[-1] in '.?!…”"»' else part + "." for part in told[:-1]]
    return " ".join([*closed, *told[-1:]]) or None


def _groups(rows: list[_Row], head: Mapping[str, str]) -> list[list[_Row]]:
    """Rows of one source together, in the order in which the sources come."""
    groups: dict[tuple[str | None, ...], list[_Row]] = {}
    for row in rows:
        key = (
            row.source or head.get("publisher"),
            row.url or head.get("url"),
            row.published,
            row.language,
        )
        groups.setdefault(key, []).append(row)
    return list(groups.values())


def _draft(
    group: list[_Row], head: Mapping[str, str], file: File, claims: tuple[Claim, ...]
) -> Draft:
    first = group[0]
    own = first.source or first.url or first.published
    stem = PurePosixPath(file.name).name.partition(".")[0] or file.name
    return Draft(
        title=short_title(first.bare) if own and len(group) == 1 else head.get("title") or stem,
        titled=False,
        scope=Scope.ROW if own else Scope.DOCUMENT,
        pieces=tuple(Piece(kind=BlockKind.ITEM, text=row.text, row=row.fields) for row in group),
        claims=claims,
        publisher=first.source or head.get("publisher"),
        url=first.url or head.get("url"),
        language=first.language or head.get("language"),
    )
