"""Text → sentences: spans that end where a sentence does, exact to the character.

Blank lines always part sentences. A stop, question mark or exclamation mark parts them when
closing quotes and white space follow, then a capital, a digit or an opening quote, and the word
before the stop is no abbreviation of the locale, no initial and no part of a number. One pass,
linear in the length of the text.
"""

import re
from functools import lru_cache

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
    if "\n" not in text:
        return tuple(_paragraph(text, 0, len(text), locale))
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
    short = _abbreviations(locale)
    for match in _STOP.finditer(text, start, end):
        stop, after = match.span()
        if _plainly(text, stop, after, end, short) or _ends(text, stop, after, end, locale):
            if (span := _trim(text, start, after)) is not None:
                spans.append(span)
            start = after
    if (span := _trim(text, start, end)) is not None:
        spans.append(span)
    return spans


@lru_cache(maxsize=64)
def _abbreviations(locale: Locale) -> frozenset[str]:
    """Words behind which a stop may not end a sentence."""
    return locale.sentences.never | locale.sentences.number | locale.sentences.maybe


def _plainly(text: str, stop: int, after: int, end: int, short: frozenset[str]) -> bool:
    """Whether a capital follows a plain word that is no abbreviation: most stops are like that."""
    if after >= end or not text[after].isupper():
        return False
    last = text[max(0, stop - _REACH) : stop].rsplit(None, 1)[-1:]
    return bool(last) and len(last[0]) > 1 and last[0].isalpha() and last[0] not in short


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
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
