"""ReadOptions + a file's text → ReadOptions with the language that the text is in."""

import re
from dataclasses import replace

from briefgen.knowledge.language import UNKNOWN, detect_language
from briefgen.readers.shapes import ReadOptions

__all__ = ["heard"]

MARKED_UP = 60_000
"""Characters of a marked-up file from which its language is told before it is read."""
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
