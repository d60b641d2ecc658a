"""Text → sentences: spans that end where a sentence does, exact to the character.

Blank lines always part sentences. A stop, question mark or exclamation mark parts them when
closing quotes and white space follow, then a capital, a digit or an opening quote, and the word
before the stop is no abbreviation of the locale, no initial and no part of a number. One pass,
linear in the length of the text.
"""

import re

from briefgen.knowledge.locale import Locale

__all__ = ["split_sentences"]

_GAP = re.compile(r"\n[ \t\r]*\n\s*")
_STOP = re.compile(r"[.!?…。]{1,6}[\"'”“’»«)\]]{0,4}(?:[\u00a0\u202f ]»)?\s{1,8}")
_LAST_WORD = re.compile(r"[^\s(\[“\"‘«„—–/]*$")
_NEXT_WORD = re.compile(r"[\"'“‘«„(\[`—–-]{0,4}\s?([^\W_]+)")
_PLACE = re.compile(r"(?:^|[.–-])\d{1,2}$")
"""A figure that, with its stop, may tell a place in an order."""
_REACH = 24
"""How far an abbreviation may reach back from its stop."""


def split_sentences(text: str, locale: Locale) -> tuple[tuple[int, int], ...]:
    """Spans ``(start, end)`` of the sentences, without the white space around them."""
    spans: list[tuple[int, int]] = []
    start = 0
    for gap in _GAP.finditer(text):
        spans.extend(_paragraph(text, start, gap.start(), locale))
        start = gap.end()
    spans.extend(_paragraph(text, start, len(text), locale))
    return tuple(spans)


def _paragraph(text: str, start: int, end: int, locale: Locale) -> list[tuple[int, int]]:
    """Sentences of one paragraph, ``text[start:end]``."""
    spans = []
    for stop in _STOP.finditer(text, start, end):
        if _ends(text, stop.start(), stop.end(), end, locale):
            spans.append((start, stop.end()))
            start = stop.end()
    spans.append((start, end))
    return [trimmed for first, last in spans if (trimmed := _trim(text, first, last)) is not None]


def _ends(text: str, stop: int, after: int, end: int, locale: Locale) -> bool:
    """Whether the stop at an offset ends a sentence, given what stands around it."""
    following = _NEXT_WORD.match(text, after, end)
    if following is None:
        return after >= end or not text[after].islower()
    word = following[1]
    if word[0].islower():
        return False
    if text[stop] != "." or text[stop : stop + 2] == "..":
        return True
    before = _LAST_WORD.search(text[max(0, stop - _REACH) : stop])
    last = before[0] if before else ""
    if not last or not text[stop + 1].isspace():
        return True  # a closing quote or bracket: what it closes is a sentence
    return _after_word(last, word, locale)


def _after_word(last: str, word: str, locale: Locale) -> bool:
    """Whether a stop between a last word and a next one ends a sentence."""
    data = locale.sentences
    if last in data.never:
        return False
    if last in data.number and word[0].isdigit():
        return False
    if last in data.maybe:
        return word in data.starters
    if "." in locale.figures.ordinal_marks and _PLACE.search(last):
        return word in data.starters  # "am 18. Juli"
    parts = last.split(".")
    if all(len(part) == 1 and part.isalpha() and part.isupper() for part in parts):
        # "J.D." or "T." before a name
        return last in data.words or (word in data.starters and len(parts) > 1)
    return True


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without white space at its ends; None when nothing is left."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    return (start + left, start + right) if left < right else None
