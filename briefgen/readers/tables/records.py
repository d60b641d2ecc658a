"""Records of a table → Drafts: rows of events as event notes, rows of posts as articles.

Day and month are told apart over a whole column (`date_order`), never for one cell.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date
from pathlib import PurePosixPath
from statistics import median

from briefgen.errors import SourceError
from briefgen.knowledge.locale import LANGUAGES
from briefgen.model import BlockKind
from briefgen.readers.chrome import load_chrome
from briefgen.readers.dated.fields import read_date
from briefgen.readers.shapes import Draft, File, Parsed, Piece, ReadOptions, Scope
from briefgen.readers.tables.columns import TELLING, Layout, find_layout
from briefgen.readers.tables.date_order import as_clock, settle_column
from briefgen.readers.tables.delimited import Record, read_records
from briefgen.readers.tables.field_names import one_line
from briefgen.readers.tables.notes import field_claim, parse_rows
from briefgen.readers.tables.years import Completed, complete_years

__all__ = ["Sheet", "looks_like_table", "read_csv", "read_sheet"]

DATES = ("date", "until", "published", "retrieved")
"""Fields that hold dates."""
JOINED = {"text": "\n", "place": ", "}
"""Fields that may come from several columns at once; of others the first that holds anything."""
LONG = 60
"""Words in the middle row from which a table with titles holds articles and not events."""
REMARK = 4
"""Words from which a column that holds no field is told: something may be lost in it."""
SNIFFED = 12
"""Rows by which a table without a telling suffix is known."""
TABS = (".tsv", ".tab")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table before anything is known of it."""

    records: tuple[Record, ...]
    name: str | None = None
    """What it is called in notices: `sheet "North"`, "table 2"; None for a file that is one."""
    title: str | None = None
    """Of the documents in it; None: the file's name."""
    real: frozenset[tuple[int, int]] = frozenset()
    """(row number, column) of cells that hold a date and no text; in `records` it stands in ISO."""
    epoch: date | None = None
    """Day 0 of serial numbers, None where a number is no date."""


def looks_like_table(head: str) -> bool:
    """Whether a text without a telling suffix is CSV: a row of known names over even rows.

    Where other rows stand above it, it must name more fields to be believed.
    """
    records, _ = read_records(head, SNIFFED)
    try:
        layout = find_layout(records, {})
    except SourceError:
        return False
    rows = records[layout.head : layout.head + 2]
    least = 3 if layout.head else 2
    return len(layout.fields) >= least and len({len(record.cells) for record in rows}) == 1 < len(
        rows
    )


def read_csv(file: File, options: ReadOptions) -> Parsed:
    """The rows of a CSV or TSV file."""
    tabs = file.name.casefold().endswith(TABS) and "\t" in file.text
    delimiter = "\t" if tabs else None
    records, notes = read_records(file.text, options.limits.rows, delimiter=delimiter)
    parsed = read_sheet(Sheet(records=records), file, options)
    return replace(parsed, notes=(*notes, *parsed.notes))


def read_sheet(sheet: Sheet, file: File, options: ReadOptions) -> Parsed:
    """The drafts of one table. Raises SourceError where no column is known to hold text."""
    layout = find_layout(sheet.records, options.columns)
    head = sheet.records[layout.head].cells
    body = [one for one in sheet.records[layout.head + 1 :] if one.cells != head]
    body, totals = _without_totals(body, layout)
    columns, notes = _settled(sheet, body, layout, file, options)
    items = [
        (_place(record, sheet), _item(record, index, layout, columns))
        for index, record in enumerate(body)
    ]
    notes = (*notes, *_lost(body, layout), *_totals(totals, sheet))
    if layout.posts or _holds_articles([item for _, item in items], layout):
        parsed = _posts(items, options)
    else:
        title = {"title": sheet.title} if sheet.title else {}
        column = next((layout.names[one] for one in layout.fields.get("date", ())), "date")
        parsed = parse_rows(items, title, file, options, column=f'column "{column}"')
    return replace(parsed, notes=(*notes, *parsed.notes))


def _settled(
    sheet: Sheet, body: Sequence[Record], layout: Layout, file: File, options: ReadOptions
) -> tuple[Mapping[int, tuple[str, ...]], tuple[str, ...]]:
    """Column → its dates in ISO as far as they can be told, and what cannot."""
    done: dict[int, tuple[str, ...]] = {}
    notes: list[str] = []
    for column in layout.fields.get("time", ()) if sheet.epoch is not None else ():
        done[column] = tuple(as_clock(_cell(record, column)) for record in body)
    for column in (one for field in DATES for one in layout.fields.get(field, ())):
        cells = [_cell(record, column) for record in body]
        real = [i for i, record in enumerate(body) if (record.number, column) in sheet.real]
        settled = settle_column(cells, options.date_order, epoch=sheet.epoch, real=real)
        complete = complete_years(
            settled.cells,
            _names_of(sheet, layout, file),
            languages=tuple(dict.fromkeys((*options.languages, *LANGUAGES))),
            order=settled.order or options.date_order,
        )
        done[column] = complete.cells
        notes.extend(_years_told(cells, complete, layout.names[column], body, sheet))
        if settled.open:
            first = min(settled.open)
            why = (
                "its values contradict each other"
                if settled.conflict
                else "nothing in the column tells day and month apart"
            )
            count = len(settled.open)
            notes.append(
                f'column "{layout.names[column]}": {count} date{"s" * (count != 1)} such as '
                f"{cells[first]} ({_place(body[first], sheet)}) left open, {why}; "
                'set date_order = "dmy" or "mdy" in briefgen.toml, or write 2024-07-18'
            )
        elif settled.order and options.date_order and settled.order != options.date_order:
            notes.append(
                f'column "{layout.names[column]}" is read as {settled.order}, which alone fits its '
                f"dates, though briefgen.toml says {options.date_order}"
            )
    return done, tuple(notes)


def _names_of(sheet: Sheet, layout: Layout, file: File) -> tuple[str, ...]:
    """What may name the year of a table: the lines over its head, its title, its file."""
    above = (" ".join(record.cells) for record in reversed(sheet.records[: layout.head]))
    stem = PurePosixPath(file.name).stem.replace("_", " ")
    return (*above, sheet.title or "", sheet.name or "", stem)


def _years_told(
    cells: Sequence[str], complete: Completed, name: str, body: Sequence[Record], sheet: Sheet
) -> Iterator[str]:
    """What a reader must know of dates that stand in a column without their year."""
    if complete.taken:
        first, count = complete.taken[0], len(complete.taken)
        what = "1 date has" if count == 1 else f"{count} dates have"
        yield (
            f'column "{name}": {what} no year and take it from the table, first '
            f"{cells[first]} ({_place(body[first], sheet)}) as {complete.cells[first]}"
        )
    if complete.open:
        first, count = complete.open[0], len(complete.open)
        what = "1 date has" if count == 1 else f"{count} dates have"
        yield (
            f'column "{name}": {what} no year, first {cells[first]} '
            f"({_place(body[first], sheet)}), and nothing in the table tells it for sure; write "
            "2024-07-18, or give the table's own date in a sidecar or with --published"
        )


def _without_totals(
    body: Sequence[Record], layout: Layout
) -> tuple[list[Record], tuple[Record, ...]]:
    """The rows without those that only add others up, and those."""
    if layout.known or layout.posts:
        return list(body), ()
    dates = layout.fields.get("date", ())
    chrome = load_chrome()
    totals = []
    for record in body:
        first = next((cell for cell in record.cells if cell), "")
        texts = (_cell(record, one) for field in TELLING for one in layout.fields.get(field, ()))
        if not any(chrome.is_total(cell) for cell in (first, *texts)):
            continue
        if not any(any(map(str.isdigit, _cell(record, one))) for one in dates):
            totals.append(record)
    left = {record.number for record in totals}
    return [record for record in body if record.number not in left], tuple(totals)


def _totals(totals: Sequence[Record], sheet: Sheet) -> tuple[str, ...]:
    """What is said of rows that add others up."""
    if not totals:
        return ()
    places = ", ".join(_place(record, sheet) for record in totals[:3])
    more = f" and {len(totals) - 3} more" if len(totals) > 3 else ""
    verb = "adds up other rows and is" if len(totals) == 1 else "add up other rows and are"
    return (f"{places}{more} {verb} left out: no event",)


def _item(
    record: Record, index: int, layout: Layout, columns: Mapping[int, tuple[str, ...]]
) -> dict[str, str | list[str]]:
    """One row as a table of fields."""
    item: dict[str, str | list[str]] = {}
    for field, spots in layout.fields.items():
        values = [columns[one][index] if one in columns else _cell(record, one) for one in spots]
        told = list(dict.fromkeys(value for value in values if value))
        if not told:
            continue
        joint = JOINED.get(field)
        single = told[0] if joint is None else joint.join(told)
        item[field] = told if field == "topics" else single
    if not item.get("text") and not item.get("headline"):
        instead = [cell for one in layout.instead if (cell := _cell(record, one))]
        if instead:
            item["text"] = " – ".join(instead)
    grains = layout.grains
    if grains is not None and isinstance(said := item.get("date"), str):
        item["date"] = _coarser(said, grains.values.get(_cell(record, grains.column)))
    return item


def _coarser(said: str, grain: str | None) -> str:
    """A date that its table says is exact to less than it looks."""
    day = read_date(said, UTC, ("en",)) if grain else None
    if day is None or day.start is None:
        return said
    return day.start.strftime({"year": "%Y", "month": "%Y-%m"}.get(grain or "", "%Y-%m-%d~"))


def _posts(
    items: Sequence[tuple[str, Mapping[str, str | list[str]]]], options: ReadOptions
) -> Parsed:
    """A draft for each row, dated by its own date of publication."""
    drafts: list[Draft] = []
    notes: list[str] = []
    for place, item in items:
        told = {field: value for field, value in item.items() if isinstance(value, str)}
        text = "\n".join(told[one] for one in ("text", "detail") if one in told)
        title = one_line(told.get("headline"))
        paragraphs = [line for part in text.split("\n") if (line := " ".join(part.split()))]
        if not paragraphs and not title:
            state = f' (its state is "{told["state"]}")' if "state" in told else ""
            notes.append(f"{place} is left out: it has no text{state}")
            continue
        claims, wrong = field_claim(
            told.get("published") or told.get("date"),
            f"{place}, the date of publication",
            Scope.ROW,
            options.zone,
            options.languages,
        )
        notes.extend(wrong)
        fetched = read_date(told.get("retrieved", ""), options.zone, options.languages)
        drafts.append(
            Draft(
                title=title,
                pieces=tuple(Piece(kind=BlockKind.PARAGRAPH, text=one) for one in paragraphs),
                claims=claims,
                publisher=one_line(told.get("source")),
                url=one_line(told.get("url")),
                language=one_line(told.get("language")),
                retrieved=fetched.end if fetched is not None else None,
                scope=Scope.ROW,
            )
        )
    return Parsed(drafts=tuple(drafts), notes=tuple(notes))


def _holds_articles(items: Sequence[Mapping[str, str | list[str]]], layout: Layout) -> bool:
    """Whether a table of somebody's own holds articles: titles, and long texts under them."""
    if layout.known or "headline" not in layout.fields:
        return False
    lengths = [
        len(f"{item.get('text', '')} {item.get('detail', '')}".split())
        for item in items
        if item.get("headline")
    ]
    return bool(lengths) and median(lengths) >= LONG


def _lost(body: Sequence[Record], layout: Layout) -> tuple[str, ...]:
    """Columns of a table of somebody's own in which something may be lost."""
    if layout.known:
        return ()
    lost = []
    for column in layout.unused():
        lengths = [len(cell.split()) for record in body if (cell := _cell(record, column))]
        if lengths and median(lengths) >= REMARK:
            lost.append(f'"{layout.names[column]}"')
    if not lost:
        return ()
    what = "column" if len(lost) == 1 else "columns"
    return (f"{what} {', '.join(lost)} not read; name its field under [columns] in briefgen.toml",)


def _cell(record: Record, column: int) -> str:
    return record.cells[column] if column < len(record.cells) else ""


def _place(record: Record, sheet: Sheet) -> str:
    return f"{sheet.name}, row {record.number}" if sheet.name else f"line {record.number}"
