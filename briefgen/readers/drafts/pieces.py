"""Pieces as marked up → those of an article: furniture out, bylines heard, notes told apart."""

from collections.abc import Sequence
from dataclasses import replace

from briefgen.model import Basis, BlockKind, Margin, MarginKind
from briefgen.readers.chrome import Chrome, load_chrome, plain
from briefgen.readers.dated.datelines import Byline, read_byline, read_dateline
from briefgen.readers.dated.days import day_heading, title_day, with_year
from briefgen.readers.drafts.nights import past_midnight
from briefgen.readers.drafts.rows import (
    NOTES_LEAST,
    NOTES_SHARE,
    are_sentences,
    is_topic,
    item_row,
    statement,
)
from briefgen.readers.shapes import Claim, Fields, Piece, ReadOptions

__all__ = ["article_pieces", "dateline_claims", "day_notes", "is_notes", "note_pieces"]

LABELS = 2
"""Pieces under a day among which its first item stands: a label may stand between."""
LABEL_WORDS = 6
CELLS = " · "
"""What parts the cells of a table's row."""
TOP = 4
"""Pieces from the top among which a byline is looked for; one more at the very end."""


def article_pieces(
    pieces: Sequence[Piece], title: str | None, options: ReadOptions
) -> tuple[tuple[Piece, ...], tuple[Claim, ...], tuple[Margin, ...]]:
    """The pieces of an article, what bylines say of its date, and what stands beside its text.

    Page furniture is left out, and the title told again; captions, bylines and corrections are no
    part of the text.
    """
    chrome = load_chrome()
    languages = options.languages
    kept: list[Piece] = []
    claims: list[Claim] = []
    margins: list[Margin] = []
    taken_back = False
    seen = {plain(title)} if title else set()
    for index, piece in enumerate(pieces):
        text = piece.text
        told = plain(text) if len(kept) < TOP else ""
        if told in seen and len(kept) < TOP:
            continue
        label = chrome.is_correction_label(text)
        taken_back = label or (taken_back and piece.kind is not BlockKind.HEADING)
        credited = len(pieces) > 1 and piece.kind is BlockKind.PARAGRAPH
        kind = MarginKind.CORRECTION if taken_back else margin_kind(text, chrome, credited=credited)
        if kind is not None:
            margins.append(Margin(kind=kind, text=text))
            continue
        if chrome.is_furniture(text) or chrome.is_end(text):
            continue
        if len(kept) < TOP or index == len(pieces) - 1:
            byline = read_byline(text, options.zone, languages)
            listed = _heads_list(piece, index, pieces) or _is_row(piece, index, pieces)
            if byline is not None and not listed:
                claims.extend(_byline_claim(byline, text))
                margins.append(Margin(kind=MarginKind.BYLINE, text=text))
                continue
        if piece.kind is not BlockKind.ITEM and len(kept) < TOP:
            seen.add(told)
        kept.append(_without_end(piece, chrome))
    kept = kept or _alone(margins)
    while len(kept) > 1 and chrome.is_call(kept[-1].text):
        kept.pop()
    return tuple(kept), (*dateline_claims(kept, options), *claims[:1]), tuple(margins)


def _without_end(piece: Piece, chrome: Chrome) -> Piece:
    """A piece without the link behind its last sentence."""
    if piece.kind is BlockKind.HEADING:
        return piece
    bare = chrome.without_end(piece.text)
    return piece if bare == piece.text else replace(piece, text=bare)


def margin_kind(text: str, chrome: Chrome, *, credited: bool = False) -> MarginKind | None:
    """What a paragraph is that says itself that it stands beside the text; None for any other.

    `credited`: a sentence with a picture's credit behind it is one.
    """
    if chrome.is_correction(text):
        return MarginKind.CORRECTION
    caption = chrome.is_caption(text) or (credited and chrome.is_credited(text))
    return MarginKind.CAPTION if caption else None


def _alone(margins: Sequence[Margin]) -> list[Piece]:
    """Corrections that are all of a document: it has them for text, and no event."""
    return [
        Piece(kind=BlockKind.KICKER, text=margin.text)
        for margin in margins
        if margin.kind is MarginKind.CORRECTION
    ]


def is_notes(pieces: Sequence[Piece]) -> bool:
    """Whether the pieces are mostly a list of items."""
    items = sum(1 for piece in pieces if piece.kind is BlockKind.ITEM)
    prose = sum(1 for piece in pieces if piece.kind is BlockKind.PARAGRAPH)
    return items >= NOTES_LEAST and items >= NOTES_SHARE * (items + prose)


def note_pieces(
    pieces: Sequence[Piece],
    options: ReadOptions,
    title: str | None = None,
    topics: frozenset[str] = frozenset(),
) -> tuple[Piece, ...]:
    """The items of notes as rows; a heading that is a date gives it to the rows beneath.

    `topics`: items over other items that tell nothing themselves.

    It then stands before each of them, so that "at noon" is noon of that day. A heading right
    under such a one is a part of that day. A title that ends in a single day dates what no heading
    does; that day is the document's own, and need not be told again.
    """
    languages = options.languages
    titled = title_day(title, options.zone, languages)
    whole = titled[0] if titled is not None else None
    date: str | None = None
    parted = False
    items = [piece.text for piece in pieces if piece.kind is BlockKind.ITEM]
    sentences = are_sentences(items)
    made = []
    for index, piece in enumerate(pieces):
        if piece.kind is BlockKind.HEADING:
            day = day_heading(piece.text, languages)
            if day is not None:
                date = with_year(day, title, options.zone, languages)
                parted = any(
                    after.kind is BlockKind.HEADING and day_heading(after.text, languages) is None
                    for after in pieces[index + 1 : index + 2]
                )
            elif not parted:
                date = None
        if piece.kind is not BlockKind.ITEM:
            made.append(piece)
            continue
        if piece.text in topics:
            made.append(replace(piece, kind=BlockKind.HEADING))
            continue
        text = _unquoted(piece.text)
        row = item_row(text, date or whole, languages)
        if sentences and is_topic(text) and row.row == Fields(date=date or whole):
            made.append(replace(piece, kind=BlockKind.HEADING))
            continue
        headed = date is not None and row.row == Fields(date=date)
        made.append(replace(row, text=statement(date, text)) if headed else row)
    return past_midnight(made, options)


def day_notes(
    pieces: Sequence[Piece], options: ReadOptions, title: str | None
) -> tuple[Piece, ...]:
    """The pieces of a page, its items as rows where it is a list under days; else as they are."""
    headed = tuple(
        replace(piece, kind=BlockKind.HEADING)
        if _is_label(piece, pieces[index + 1 : index + 2])
        else piece
        for index, piece in enumerate(pieces)
    )
    if not is_notes(headed):
        return tuple(pieces)
    pieces = headed
    languages = options.languages
    dated = title_day(title, options.zone, languages) is not None or any(
        piece.kind is BlockKind.HEADING and day_heading(piece.text, languages) is not None
        for piece in pieces
    )
    return note_pieces(pieces, options, title) if dated else tuple(pieces)


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
    following = pieces[index + 1 : index + 1 + LABELS]
    return piece.kind is BlockKind.HEADING and any(
        after.kind is BlockKind.ITEM for after in following
    )


def _is_row(piece: Piece, index: int, pieces: Sequence[Piece]) -> bool:
    """Whether an item is a row of a table among others, and so no byline."""
    beside = (*pieces[max(0, index - 1) : index], *pieces[index + 1 : index + 2])
    rows = (one.kind is BlockKind.ITEM and CELLS in one.text for one in (piece, *beside))
    return next(rows) and any(rows)


def _is_label(piece: Piece, after: Sequence[Piece]) -> bool:
    """Whether a paragraph of a few words is the heading of the items under it."""
    return (
        piece.kind is BlockKind.PARAGRAPH
        and len(piece.text.split()) <= LABEL_WORDS
        and not piece.text.endswith((".", "!", "?", ":"))
        and any(one.kind is BlockKind.ITEM for one in after)
    )


def _unquoted(text: str) -> str:
    """An item without the quotes that YAML habits leave around it."""
    if len(text) > 2 and text[0] == text[-1] == '"' and '"' not in text[1:-1]:
        return text[1:-1]
    return text
