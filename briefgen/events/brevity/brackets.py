"""What stands in brackets → whether it only says again, in other signs, what stands before it.

"General Motors (GM)", "Senator Holm (R-AZ)", "40 crowns (US$8)", "nine miles (14 km)".
"""

import re

from briefgen.events.figures.quantities import find_quantities
from briefgen.events.language.words import Wording
from briefgen.knowledge.brevity import BrevityWords

__all__ = ["is_abbreviation", "is_conversion"]

_SHORT = re.compile(r"[A-Z][A-Za-z&.]{1,9}")
_PARTY = re.compile(r"[A-Z]{1,3}[-–][A-Z][A-Za-z.]{0,6}")
_FIGURE = re.compile(r"\d[\d.,]*")
_TOKEN = re.compile(r"[^\W\d_]+(?:/[^\W\d_]+)?|°?[^\W\d_]+")
REACH = 8
"""Words before a bracket of which its letters may be the first."""


def is_abbreviation(wording: Wording, inner: tuple[int, int]) -> bool:
    """Whether a bracket holds the initials of the words before it, and these only.

    None that the sentence uses after it: then the bracket says what they mean.
    """
    told = wording.text[slice(*inner)].strip()
    before = [w for w in wording.words if w.end < inner[0]][-REACH:]
    if not before:
        return False
    if _PARTY.fullmatch(told):
        return before[-1].text[:1].isupper()
    capitals = [c for c in told if c.isupper()]
    if not _SHORT.fullmatch(told) or len(capitals) < len("GM"):
        return False
    again = [w for w in wording.words if w.start >= inner[1]]
    if any(w.text.removesuffix("'s").removesuffix("’s") == told for w in again):
        return False
    return _initials(told, [part for w in before for part in re.split(r"[-–]", w.text) if part])


def _initials(told: str, before: list[str]) -> bool:
    """Whether the capitals of an abbreviation open words before it, in their order."""
    wanted = [c.lower() for c in told if c.isalpha() and c.isupper()]
    at = 0
    for word in before:
        if at < len(wanted) and word[:1].lower() == wanted[at]:
            at += 1
    return at == len(wanted)


def is_conversion(
    wording: Wording, inner: tuple[int, int], words: BrevityWords, language: str
) -> bool:
    """Whether a bracket behind a figure tells it again, in another unit."""
    told = wording.text[slice(*inner)].lower()
    before = [w for w in wording.words if w.end < inner[0]][-REACH:]
    ahead = wording.text[before[0].start : inner[0]] if before else ""
    counted = any(c.isdigit() for c in ahead) or find_quantities(ahead, language=language)
    if not _FIGURE.search(told) or not counted:
        return False
    rest = _FIGURE.sub(" ", told)
    named = any(sign in rest for sign in words.signs)
    tokens = _TOKEN.findall(rest)
    named = named or any(token in words.units for token in tokens)
    return named and all(token in words.units | words.hedges for token in tokens)
