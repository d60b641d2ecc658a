"""JSON → Drafts, by the shape of what it holds: a channel's export, a feed, else event notes."""

from collections.abc import Callable
from typing import Any

from briefgen.errors import SourceError
from briefgen.readers.formats.chat_json import is_chat, read_chat_json
from briefgen.readers.formats.json_feed import is_json_feed, read_json_feed
from briefgen.readers.formats.telegram import is_telegram, read_telegram
from briefgen.readers.shapes import File, Parsed, ReadOptions
from briefgen.readers.tables.notes import parse_json, read_table

__all__ = ["read_json"]

SHAPES: tuple[tuple[Callable[[Any], bool], Callable[[Any, ReadOptions], Parsed]], ...] = (
    (is_telegram, read_telegram),
    (is_json_feed, read_json_feed),
    (is_chat, read_chat_json),
)
"""Whether a value has the shape, and what reads it; a name tells nothing."""


def read_json(file: File, options: ReadOptions) -> Parsed:
    """The messages, entries or rows of a JSON file. Raises SourceError for what is no JSON."""
    try:
        raw = parse_json(file.text)
    except ValueError as error:
        raise SourceError(f"not JSON: {error}; mend it there") from error
    for fits, read in SHAPES:
        if fits(raw):
            return read(raw, options)
    return read_table(raw, file, options)
