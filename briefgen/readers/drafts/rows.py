"""One item of a list → a Piece that is a row of event notes."""

from briefgen.model import BlockKind
from briefgen.readers.dated.datelines import split_wording
from briefgen.readers.shapes import Fields, Piece

__all__ = ["NOTES_LEAST", "NOTES_SHARE", "item_row", "statement"]

NOTES_LEAST = 2
"""A list of notes has at least so many items."""
NOTES_SHARE = 0.6
"""At least this part of the body must be items."""


def item_row(text: str, date: str | None, languages: tuple[str, ...]) -> Piece:
    """The row that a list item is: its own date, else that of the heading above, else none."""
    said, rest = split_wording(text, languages)
    if said is None:
        return Piece(kind=BlockKind.ITEM, text=text, row=Fields(date=date))
    return Piece(kind=BlockKind.ITEM, text=statement(said, rest), row=Fields(date=said))


def statement(date: str | None, text: str) -> str:
    """A row as it stands in the document: "Thursday: depot burned.".

    An approximate date ("2026-03-11~") stays in its field: in the text it would read as exact.
    """
    return f"{date}: {text}" if date and not date.endswith("~") else text
