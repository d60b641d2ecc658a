"""Pieces as marked up → those of an article: furniture out, bylines heard, notes told apart."""

from collections.abc import Sequence
from dataclasses import replace

from briefgen.model import Basis, BlockKind
from briefgen.readers.chrome import load_chrome, plain
from briefgen.readers.dated.datelines import Byline, read_byline, read_dateline
from briefgen.readers.dated.fields import is_wording
from briefgen.readers.drafts.rows import NOTES_LEAST, NOTES_SHARE, item_row, statement
from briefgen.readers.shapes import Claim, Fields, Piece, ReadOptions

__all__ = ["article_pieces", "dateline_claims", "is_notes", "note_pieces"]

TOP = 4
"""Pieces from the top among which a byline is looked for; one more at the very end."""


def article_pieces(
    pieces: Sequence[Piece], title: str | None, options: ReadOptions
) -> tuple[tuple[Piece, ...], tuple[Claim, ...]]:
    """The pieces without page furniture and without the title told again; what bylines say."""
    chrome = load_chrome()
    languages = options.languages
    kept: list[Piece] = []
    claims: list[Claim] = []
    seen = {plain(title)} if title else set()
    for index, piece in enumerate(pieces):
        text = piece.text
        told = plain(text) if len(kept) < TOP else ""
        if told in seen and len(kept) < TOP:
            continue
        if chrome.is_furniture(text) or chrome.is_end(text):
            continue
        if len(kept) < TOP or index == len(pieces) - 1:
            byline = read_byline(text, options.zone, languages)
            if byline is not None and not _heads_list(piece, index, pieces):
                claims.extend(_byline_claim(byline, text))
                continue
        if piece.kind is not BlockKind.ITEM and len(kept) < TOP:
            seen.add(told)
        kept.append(piece)
    while len(kept) > 1 and chrome.is_call(kept[-1].text):
        kept.pop()
    return tuple(kept), (*dateline_claims(kept, options), *claims[:1])


def is_notes(pieces: Sequence[Piece]) -> bool:
    """Whether the pieces are mostly a list of items."""
    items = sum(1 for piece in pieces if piece.kind is BlockKind.ITEM)
    prose = sum(1 for piece in pieces if piece.kind is BlockKind.PARAGRAPH)
    return items >= NOTES_LEAST and items >= NOTES_SHARE * (items + prose)


def note_pieces(pieces: Sequence[Piece], options: ReadOptions) -> tuple[Piece, ...]:
    """The items of notes as rows; a heading that is a date gives it to the rows beneath.

    It then stands before each of them, so that "at noon" is noon of that day.
    """
    languages = options.languages
    date: str | None = None
    made = []
    for piece in pieces:
        if piece.kind is BlockKind.HEADING:
            date = piece.text if is_wording(piece.text, languages) else None
        if piece.kind is not BlockKind.ITEM:
            made.append(piece)
            continue
        text = _unquoted(piece.text)
        row = item_row(text, date, languages)
        headed = date is not None and row.row == Fields(date=date)
        made.append(replace(row, text=statement(date, text)) if headed else row)
    return tuple(made)


def dateline_claims(pieces: Sequence[Piece], options: ReadOptions) -> tuple[Claim, ...]:
    """What the dateline of an article's first paragraph says."""
    first = next((piece for piece in pieces if piece.kind is BlockKind.PARAGRAPH), None)
    line = read_dateline(first.text, options.zone, options.languages) if first else None
    if line is None:
        return ()
    return (
        Claim(
            basis=Basis.DATELINE,
            why=f'its dateline says "{line.said}"',
            interval=line.interval,
            yearless=None if line.interval else line.said,
        ),
    )


def _byline_claim(byline: Byline, text: str) -> tuple[Claim, ...]:
    if byline.interval is None:
        return ()
    why = f'its byline says "{text}"'
    return (Claim(basis=Basis.BYLINE, why=why, interval=byline.interval),)


def _heads_list(piece: Piece, index: int, pieces: Sequence[Piece]) -> bool:
    """Whether a date is a heading over items, and so theirs and not the document's."""
    following = pieces[index + 1 : index + 2]
    return piece.kind is BlockKind.HEADING and any(
        after.kind is BlockKind.ITEM for after in following
    )


def _unquoted(text: str) -> str:
    """An item without the quotes that YAML habits leave around it."""
    if len(text) > 2 and text[0] == text[-1] == '"' and '"' not in text[1:-1]:
        return text[1:-1]
    return text
