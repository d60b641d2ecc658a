"""A sentence at the head of a text → where it starts to tell, behind the dateline of a wire.

The line of a page's date and what is left of a picture are left out as well.
"PORT AVEN, 12 March (Wire) —" stands before the first sentence, or as a paragraph of its own.
"""

import re

__all__ = ["after_dateline"]

REACH = 140
"""Characters of a sentence in which its dateline ends."""
TITLES = 3
"""Lines above the first sentence, at most: a kicker, a title, a line below it."""
PLACE_WORDS = 3
"""Words of a place that nothing but a dash marks, at most."""
PARTICLE = 3
"""Letters, at most, of a word within a place's name that has no capital: "Puerto de la Cruz"."""

_CREDIT = r"(?:\([^()\n]{2,40}\)|\[[^\[\]\n]{2,40}\]|/[^/\n\d]{2,20}/)"
_DASH = r"(?:_|--|-|—|–)"
_END = r"(?:\s+|\Z)"
_ANEW = r"(?:\s+(?=[\"“«„‘']?[^\W_])|\Z)"
_PLACE = r"(?P<place>[^\W\d_][^\W\d_.'’-]*(?:[ .'’/-]+[^\W\d_]+){0,4})"
_CAPITALS = re.compile(
    r"[^\W\d_a-zß-öø-ÿ]{2}[^a-z—–\n]{1,40}(?:,?\s[^—–\n()]{0,40})?"
    rf"(?:(?:{_CREDIT}\s*)?\s(?:—|–|--)|{_CREDIT}\.?\s?{_DASH}"
    rf"|(?<=\d)\s-|\d\.?\s[^\W\d_]{{3,12}}\.?\s-){_END}"
)
"""A place in capitals, a day or an agency or both, a dash."""
_CREDITED = re.compile(
    rf"{_PLACE}(?:,\s[^()\n—–/]{{2,40}})?\s?"
    rf"{_CREDIT}(?:,\s[^()\n—–/]{{2,20}})?\.?\s?{_DASH}{_ANEW}"
)
"""A place as it is written, and an agency in brackets."""
_STOPPED = re.compile(
    rf"{_PLACE}(?:\s?\([^()\n\d]{{2,20}}\))?(?:,\s[^()\n—–/]{{2,40}}?)?\.\s?[-–—]{_ANEW}"
)
"""A place, perhaps a day, a stop and a dash: "Port Aven, 12 mar.- "."""
_PLAIN = re.compile(rf"{_PLACE}\s(?:—|–|-|--){_ANEW}")
"""A place and a dash alone, which only the first sentence below a title has."""
_DAY_FIRST = re.compile(
    r"\d[^—–\n()]{3,24},\s[^\W\d_a-zß-öø-ÿ]{2}[^a-z—–\n]{1,40}\s"
    rf"{_DASH}(?:\s+(?=[\"“«„‘']?[^\W_])|\Z)"
)
_PLACE_END = re.compile(r"[,(\d]")
_DAY_LINE = re.compile(
    r"(?:[^\W\d_]+,?\s)?(?:\d{1,2}(?:\.|st|nd|rd|th|\sde)?\s[^\W\d_]+(?:\sde)?|[^\W\d_]+\.?\s\d{1,2}),?"
    r"\s\d{4}\s*\n\s*"
)
"""The day of a page, on a line of its own above what it tells."""
_PICTURE = re.compile(r"(?:(?:thumb|thumbnail|upright|\d{2,4}px)[\s|]+)+(?=[^\W_])")
"""What a wiki says of a picture that stood there: "thumb", "150px"."""
_STRAY = re.compile(rf"(?:_|--){_END}")
"""The mark of a dateline whose place was read as a sentence: "HARROW, N.J. -- Two died."."""


def after_dateline(text: str, start: int, end: int) -> int:
    """Where a sentence starts after a dateline at its head; its end where it is nothing else."""
    stop = min(end, start + REACH)
    for head in (_DAY_LINE, _PICTURE):
        match = head.match(text, start, stop)
        start = match.end() if match is not None else start
    for shape, holds in SHAPES:
        match = shape.match(text, start, stop)
        if match is not None and holds(match):
            return match.end()
    stray = _STRAY.match(text, start, stop)
    return stray.end() if stray is not None else start


def _in_capitals(match: re.Match[str]) -> bool:
    place = _PLACE_END.split(match[0])[0]
    return not any(c.islower() for c in place if not c.isascii())


def _credits(match: re.Match[str]) -> bool:
    """Whether a place is a name, and the sentence starts anew behind the dash."""
    words = re.findall(r"[^\W\d_]+", match["place"])
    named = words[0][0].isupper() and all(w[0].isupper() or len(w) <= PARTICLE for w in words)
    return named and _starts_anew(match)


def _starts_anew(match: re.Match[str]) -> bool:
    following = match.string[match.end() : match.end() + 3].lstrip("\"“«„‘'")[:1]
    return not following.islower()


def _leads(match: re.Match[str]) -> bool:
    """Whether it stands right below a title, and a whole sentence behind it."""
    before = match.string[: match.start()].rstrip(" ")
    above = [line for line in before.splitlines() if line.strip()]
    below_a_title = before.endswith("\n") and 0 < len(above) <= TITLES
    return below_a_title and len(match["place"].split()) <= PLACE_WORDS and _credits(match)


SHAPES = (
    (_CAPITALS, _in_capitals),
    (_CREDITED, _credits),
    (_STOPPED, _credits),
    (_DAY_FIRST, _starts_anew),
    (_PLAIN, _leads),
)
