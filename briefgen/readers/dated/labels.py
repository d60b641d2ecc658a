"""A line → the day or the clock that heads it: "Jan. 27: deadline for bids", "00:30 Two drones"."""

import re
from functools import lru_cache

from briefgen.knowledge.locale import LANGUAGES
from briefgen.readers.dated.datelines import split_wording
from briefgen.readers.dated.fields import is_wording
from briefgen.readers.dated.stamps import leading_stamp

__all__ = ["entry_label"]

LABEL_WORDS = 5
"""Words above which what stands before a colon is no label."""
HEAD = 48
"""Characters among which the sign behind a label stands; lines have single spaces."""
SIGNS = ":—–-"

_LABEL = re.compile(r"^\[?(?P<said>[^\n\[\]]{2,40}?)\]?\s*(?::\s|\s[—–-]{1,2}\s)\s*\S")
_FIGURE = re.compile(r"\d")
_CLOCK = re.compile(r"^[\[(]?\d{1,2}[:.]\d\d")


def entry_label(line: str, languages: tuple[str, ...]) -> str | None:
    """The day or the clock that a line begins with, as written; None for any other line."""
    if _CLOCK.match(line):
        led = leading_stamp(line)
        if led is not None:
            return led[0].said
    head = line[:HEAD]
    match = _LABEL.match(line) if any(sign in head for sign in SIGNS) else None
    if match is None or len(match["said"].split()) > LABEL_WORDS:
        return None
    said = match["said"].strip(" *_")
    if not _is_day(said, languages):
        if " " in said and not _FIGURE.search(said):
            return None
        languages = LANGUAGES  # a short text need not show which language it is in
        if not _is_day(said, languages):
            return None
    return split_wording(line, languages)[0]


@lru_cache(maxsize=4096)
def _is_day(said: str, languages: tuple[str, ...]) -> bool:
    """Whether a label names a time; asked again and again of the same few words."""
    return is_wording(said, languages)
