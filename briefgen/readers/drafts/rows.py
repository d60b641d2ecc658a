"""One item of a list → a Piece that is a row of event notes."""

from collections.abc import Sequence

from briefgen.model import BlockKind
from briefgen.readers.dated.datelines import split_wording
from briefgen.readers.shapes import Fields, Piece

__all__ = ["NOTES_LEAST", "NOTES_SHARE", "are_sentences", "is_topic", "item_row", "statement"]

NOTES_LEAST = 2
"""A list of notes has at least so many items."""
NOTES_SHARE = 0.6
"""At least this part of the body must be items."""
SENTENCES_SHARE = 0.7
TOPIC_WORDS = 8
"""An item with more words is no topic over others."""
CLOSED = (".", "!", "?", "…", ")", "]", "”", "»", '"')
"""What a sentence of a list ends in, or the source in brackets behind it."""


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


def are_sentences(items: Sequence[str]) -> bool:
    """Whether nearly all items of a list are closed as sentences are."""
    return sum(1 for item in items if item.endswith(CLOSED)) >= SENTENCES_SHARE * len(items) > 0


def is_topic(item: str) -> bool:
    """Whether an item among sentences is none: "Kestrel Strait war", over what happened in it."""
    few = len(item.split()) <= TOPIC_WORDS
    return few and not item[:1].islower() and not item.endswith(CLOSED)
