"""CSV or TSV text → Records: delimiter told from the text, broken quotes confined to their row."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["DELIMITERS", "Record", "find_delimiter", "read_records"]

DELIMITERS = (",", ";", "\t", "|")
"""In the order in which a tie goes."""
SAMPLE = 40
"""Lines from which the delimiter is told."""
SAMPLE_LENGTH = 60_000
COLUMNS = 200
"""Cells of a row that are kept."""
MENDED = 50
"""Rows with broken quotes that are read anew; after so many, quotes are plain characters."""
_SEP = "sep="


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row of a table, as written."""

    number: int
    """1-based: the row of a sheet, the line of a text at which it begins."""
    cells: tuple[str, ...]

    @property
    def filled(self) -> int:
        """Cells that hold anything."""
        return sum(1 for cell in self.cells if cell)


def read_records(
    text: str, limit: int, *, delimiter: str | None = None
) -> tuple[tuple[Record, ...], tuple[str, ...]]:
    """The rows that hold anything, at most `limit` of them, and what is wrong."""
    lines = text.split("\n")
    first = 0
    if lines[0].casefold().startswith(_SEP) and len(lines[0].strip()) == len(_SEP) + 1:
        delimiter, first = lines[0].strip()[-1], 1  # what Excel writes to tell its delimiter
    delimiter = delimiter or find_delimiter(text)
    records: list[Record] = []
    broken: list[int] = []
    for number, cells, sound in _rows(lines, first, delimiter):
        if not sound:
            broken.append(number)
        record = Record(number=number, cells=tuple(cell.strip() for cell in cells[:COLUMNS]))
        if not record.filled:
            continue
        if len(records) == limit:
            return tuple(records), (*_told(broken), too_long(limit))
        records.append(record)
    return tuple(records), _told(broken)


def too_long(limit: int) -> str:
    """What is said of a table of which only the first rows are read."""
    remedy = "split it, or raise rows under [limits] in briefgen.toml"
    return f"only its first {limit:,} rows are read; {remedy}"


def find_delimiter(text: str) -> str:
    """The delimiter that gives most rows one and the same number of cells."""
    lines = text[:SAMPLE_LENGTH].split("\n")
    lines = (lines[:-1] or lines)[:SAMPLE]

    def evenness(delimiter: str) -> tuple[float, int]:
        widths = Counter(
            len(cells) for _, cells, _ in _rows(lines, 0, delimiter) if any(map(str.strip, cells))
        )
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        return (count / widths.total() if width > 1 else 0.0), width

    return max(DELIMITERS, key=lambda one: (evenness(one), -DELIMITERS.index(one)))


def _rows(
    lines: Sequence[str], first: int, delimiter: str
) -> Iterator[tuple[int, Sequence[str], bool]]:
    """(line, cells, whether its quotes are sound), row by row."""
    at = first
    mended = 0
    while at < len(lines):
        begun = at
        quoted = mended < MENDED
        reader = csv.reader(
            _from(lines, at),
            delimiter=delimiter,
            strict=True,
            quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
        )
        try:
            for cells in reader:
                yield begun + 1, cells, True
                begun = at + reader.line_num
        except csv.Error:
            yield begun + 1, _mended(lines[begun], delimiter), False
            mended += 1
            at = begun + 1
        else:
            return


def _from(lines: Sequence[str], first: int) -> Iterator[str]:
    for number in range(first, len(lines)):
        yield lines[number] + "\n"


def _mended(line: str, delimiter: str) -> list[str]:
    """One line whose quotes are broken: read leniently, or with its quotes as they stand."""
    odd = bool(line.count('"') % 2)
    try:
        return next(
            csv.reader(
                [line], delimiter=delimiter, quoting=csv.QUOTE_NONE if odd else csv.QUOTE_MINIMAL
            ),
            [],
        )
    except csv.Error:
        return line.split(delimiter)


def _told(broken: Sequence[int]) -> tuple[str, ...]:
    if not broken:
        return ()
    rows = "1 row" if len(broken) == 1 else f"{len(broken)} rows"
    return (f'quotes are broken in {rows}, first on line {broken[0]}; write " within quotes as ""',)
