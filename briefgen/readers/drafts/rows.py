"""One item of a list → a Piece that is a row of event notes."""

import re
from collections.abc import Sequence

from briefgen.model import BlockKind
from briefgen.readers.chrome import load_chrome, plain
from briefgen.readers.dated.datelines import split_wording
from briefgen.readers.dated.fields import is_wording
from briefgen.readers.shapes import Fields, Piece

__all__ = [
    "NOTES_LEAST",
    "NOTES_SHARE",
    "TOPIC_WORDS",
    "are_sentences",
    "is_empty",
    "is_topic",
    "item_row",
    "statement",
    "undated_label",
]

_LABEL = re.compile(
    r"^[\[(]?(?P<said>[^\n:\[\]()]{2,30}?)[\])]?\s*(?::\s|\s[—–-]{1,2}\s|(?<=[\])])\s)\s*(?P<rest>\S.*)$",
    re.DOTALL,
)

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
    if is_empty(rest, languages):
        return Piece(kind=BlockKind.ITEM, text=text)
    if said is None:
        label, rest = undated_label(text)
        why = f"it is headed “{label}”: its date is not known" if label else None
        fields = Fields(undated=why) if label else Fields(date=date)
        return Piece(kind=BlockKind.ITEM, text=rest, row=fields)
    return Piece(kind=BlockKind.ITEM, text=statement(said, rest), row=Fields(date=said))


def undated_label(text: str) -> tuple[str | None, str]:
    """("n/a", "a mine was found.") out of "n/a: a mine was found."; None where no such word leads.

    That word then is no part of what is told.
    """
    match = _LABEL.match(text)
    if match is None or plain(match["said"]) not in load_chrome().undated:
        return None, text
    return match["said"].strip(" [(])"), match["rest"]


def is_empty(text: str, languages: tuple[str, ...]) -> bool:
    """Whether a row tells nothing: a mere sign, "No date.", a date and nothing on it."""
    told = plain(text)
    return not told or told in load_chrome().undated or is_wording(text.strip(" .:;"), languages)


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
