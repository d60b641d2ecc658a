"""ReadOptions + a file's text → ReadOptions with the language that the text is in."""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefgen.knowledge.language import UNKNOWN, detect_language
from briefgen.readers.shapes import Draft, ReadOptions

__all__ = ["heard", "in_language"]

MARKED_UP = 60_000
"""Characters of a marked-up file from which its language is told before it is read."""
WHOLE_SHARE = 0.9
"""Part of a file's characters that its only article holds, at least, to be in its language."""
WHOLE_LEAST = 400
"""Characters of such an article: a few words more or less may tell another language."""

_MARKUP = re.compile(r"<[^<>]*>")
_CODE_BLOCK = re.compile(
    r"<(script|style)\b[^<]*+(?:<(?!/\1)[^<]*+)*+</\1", re.DOTALL | re.IGNORECASE
)


def heard(options: ReadOptions, text: str) -> ReadOptions:
    """The options, with the language that a file's text is in; marks do not count."""
    sample = text[:MARKED_UP]
    if "<" in sample:
        sample = _MARKUP.sub(" ", _CODE_BLOCK.sub(" ", sample))
    language = detect_language(sample, options.language)
    return replace(options, detected=None if language == UNKNOWN else language)


def in_language(drafts: Sequence[Draft], told: ReadOptions, text: str) -> tuple[Draft, ...]:
    """The articles of a file; the only one, where it is nearly all of its text, in its language.

    So that the language of a letter or a note is told once; `told` is what `heard` made of `text`.
    """
    if len(drafts) != 1 or drafts[0].language is not None or told.detected is None:
        return tuple(drafts)
    length = sum(len(piece.text) for piece in drafts[0].pieces)
    if length < WHOLE_LEAST or length < WHOLE_SHARE * len(text):
        return tuple(drafts)
    return (replace(drafts[0], language=told.detected),)
