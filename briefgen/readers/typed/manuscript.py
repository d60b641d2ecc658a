"""Passages of a typed document → Drafts: articles under headings, notes under days, event tables.

What DOCX and PDF files have in common once their own marks are read.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import PurePosixPath

from briefgen.model import BlockKind, Bound
from briefgen.readers.dated.datelines import has_dateline
from briefgen.readers.dated.fields import is_wording
from briefgen.readers.drafts.pieces import article_pieces, is_notes, note_pieces
from briefgen.readers.shapes import Claim, Draft, File, Parsed, Piece, ReadOptions
from briefgen.readers.tables.columns import is_event_head
from briefgen.readers.tables.delimited import Record
from briefgen.readers.tables.records import Sheet, read_sheet

__all__ = ["Passage", "read_manuscript"]

DAYS = 2
"""Headings that are dates from which a document is notes by day."""
MASTHEAD_WORDS = 15
BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One paragraph, heading, item or table of a typed document."""

    kind: BlockKind
    text: str = ""
    rank: int = 0
    """Of a heading, 1 the highest; 0 for all else."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The cells of a table; empty for all else."""


def read_manuscript(
    passages: Sequence[Passage],
    title: str | None,
    file: File,
    options: ReadOptions,
    *,
    bounds: tuple[Bound, ...] = (),
) -> Parsed:
    """The articles, notes and event tables of a document."""
    drafts: list[Draft] = []
    notes: list[str] = []
    tables = 0
    for name, part in _articles(passages, title, options):
        prose = [one for one in part if not is_event_table(one)]
        draft = _draft(name, prose, options)
        if any(piece.kind in BODY for piece in draft.pieces):
            drafts.append(draft)
        for table in (one for one in part if is_event_table(one)):
            tables += 1
            parsed = read_sheet(_sheet(table, tables, name, file), file, options)
            drafts.extend(_under(one, draft.claims) for one in parsed.drafts)
            notes.extend(parsed.notes)
    return Parsed(
        drafts=tuple(replace(one, bounds=(*one.bounds, *bounds)) for one in drafts),
        notes=tuple(notes),
    )


def is_event_table(passage: Passage) -> bool:
    """Whether a passage is a table of events: its first row says what, and when."""
    return len(passage.rows) > 1 and is_event_head(passage.rows[0])


def _draft(title: str | None, passages: Sequence[Passage], options: ReadOptions) -> Draft:
    """An article, or notes: a list of items, or whatever stands under headings that are days."""
    pieces = [piece for passage in passages for piece in _pieces(passage)]
    days = [p for p in pieces if p.kind is BlockKind.HEADING and _is_day(p.text, options)]
    if len(days) >= DAYS:
        pieces = _by_day(pieces, options)
    listed = is_notes(pieces)
    kept, heard, beside = article_pieces(pieces, title, options)
    return Draft(
        title=title,
        titled=not listed,
        pieces=note_pieces(kept, options) if listed else kept,
        margins=beside,
        claims=heard,
    )


def _pieces(passage: Passage) -> list[Piece]:
    """A passage as pieces; a table that tells no events row by row."""
    if not passage.rows:
        return [Piece(kind=passage.kind, text=passage.text)]
    lines = (" · ".join(cell for cell in row if cell) for row in passage.rows)
    return [Piece(kind=BlockKind.ITEM, text=line) for line in lines if line]


def _by_day(pieces: Sequence[Piece], options: ReadOptions) -> list[Piece]:
    """Paragraphs under a heading that is a day, as items of that day."""
    under = False
    done = []
    for piece in pieces:
        if piece.kind is BlockKind.HEADING:
            under = _is_day(piece.text, options)
        told = under and piece.kind is BlockKind.PARAGRAPH
        done.append(Piece(kind=BlockKind.ITEM, text=piece.text) if told else piece)
    return done


def _is_day(text: str, options: ReadOptions) -> bool:
    return is_wording(text, options.languages)


def _articles(
    passages: Sequence[Passage], title: str | None, options: ReadOptions
) -> list[tuple[str | None, list[Passage]]]:
    """(title, passages): parted at headings of the first rank, if two of them head a text.

    Else at those of the rank that stands over paragraphs with datelines, if two of them do.
    """
    top = [one for one in passages if one.rank == 1 and not _is_day(one.text, options)]
    top = top if len(top) > 1 else _over_datelines(passages)
    parts: list[tuple[str | None, list[Passage]]] = [(title, [])]
    for passage in passages:
        if len(top) > 1 and any(passage is one for one in top):
            parts.append((passage.text, []))
        else:
            parts[-1][1].append(passage)
    if len(parts) > 2 and all(map(_is_masthead, parts[0][1])):
        over = (Passage(kind=BlockKind.KICKER, text=_line_of(one)) for one in parts.pop(0)[1])
        parts[0][1][:0] = over
    told = [part for part in parts if any(one.rows or one.kind in BODY for one in part[1])]
    if len(top) > 1 and len(told) > 1:
        return told
    if title is None and passages and passages[0].kind is BlockKind.HEADING:
        return [(passages[0].text, list(passages[1:]))]
    return [(title, list(passages))]


def _is_masthead(passage: Passage) -> bool:
    """Whether a passage above the first article is a name, a number or a date of the paper."""
    return len(passage.rows) < 2 and len(_line_of(passage).split()) <= MASTHEAD_WORDS


def _line_of(passage: Passage) -> str:
    """A passage as one line, the cells of a row beside each other."""
    cells = (cell for row in passage.rows for cell in row if cell)
    return passage.text or " · ".join(cells)


def _over_datelines(passages: Sequence[Passage]) -> list[Passage]:
    """The headings of the first rank of which two stand right over a dateline; none if none is."""
    over = Counter(
        one.rank
        for one, under in pairwise(passages)
        if one.kind is BlockKind.HEADING
        and under.kind is BlockKind.PARAGRAPH
        and has_dateline(under.text)
    )
    rank = min((rank for rank, count in over.items() if count > 1), default=None)
    return [one for one in passages if one.kind is BlockKind.HEADING and one.rank == rank]


def _sheet(table: Passage, number: int, title: str | None, file: File) -> Sheet:
    records = (Record(number=row, cells=cells) for row, cells in enumerate(table.rows, 1))
    stem = PurePosixPath(file.name).name.partition(".")[0] or file.name
    return Sheet(
        records=tuple(record for record in records if record.filled),
        name=f"table {number}",
        title=title or stem,
    )


def _under(draft: Draft, claims: tuple[Claim, ...]) -> Draft:
    """A table's draft with what the document around it says of its date."""
    return replace(draft, claims=(*draft.claims, *claims))
