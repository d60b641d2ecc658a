"""Number words → numbers: "twenty-four" → 24, "2 1/2" → 2.5, "several" → None."""

import re
from collections.abc import Mapping

from briefgen.knowledge.locale import Figures, Locale

__all__ = ["number_of", "written"]

_HALF = re.compile(r"(\d{1,4}(?:\.\d)?)[\s-]+1/2|1/2")
_NONE: Mapping[str, str] = {}
_FIGURES = re.compile(r"\d+(?:\.\d+)?")
_PARTS = re.compile(r"[\s\-\u2010\u2011]+")


def number_of(raw: str, locale: Locale) -> float | None:
    """The number that words or digits name; None where they are vague ("several")."""
    text = raw.strip().lower().replace("’", "'")
    half = _HALF.fullmatch(text)
    if half:
        return float(half[1] or 0) + 0.5
    if text[:1].isdigit() and not text[-1:].isalpha():
        return _figures(text, locale.figures)
    words = locale.lexicon.get("numeral", _NONE)
    plain = " ".join(text.replace("-", " ").split())
    known = locale.lexicon.get("count", _NONE).get(plain, words.get(plain))
    if known is not None:
        return None if known == "X" else float(known)
    total, current = 0.0, 0.0
    fractions = locale.lexicon.get("fraction", _NONE)
    for part in _PARTS.split(text):
        value = part if part.isdigit() else words.get(part, fractions.get(part))
        if value is None:
            continue  # "and"
        number = float(value)
        if number == 100:
            current = max(current, 1) * number
        elif number >= 1000:
            total, current = total + max(current, 1) * number, 0.0
        else:
            current += number
    return total + current


def _figures(text: str, signs: Figures) -> float:
    """A number in figures, by the signs of a language."""
    for sign in signs.thousands:
        text = text.replace(sign, "")
    figures = _FIGURES.match("".join(text.split()).replace(signs.decimal, "."))
    return float(figures[0]) if figures else 0.0


def written(number: float | None) -> str:
    """A number as TIMEX3 writes it: "3", "2.5", "X" where it is vague."""
    return "X" if number is None else f"{number:g}" if number < 100000 else f"{number:.0f}"
