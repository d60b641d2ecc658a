"""Resolution → one sentence in plain words, with absolute dates.

Reasons are given in one language, :data:`REASONS`, whatever the text's own is.
"""

from datetime import date

from briefgen.knowledge.locale import load_locale
from briefgen.model import Basis, Grain, Interval
from briefgen.temporal.wording import label

__all__ = ["basis_words", "day_words", "interval_words", "sentence"]

REASONS = "en"
"""The language of reasons."""


def day_words(day: date) -> str:
    """A day with its weekday: "Thu 18 Jul 2024"."""
    words = load_locale(REASONS).wording
    return f"{words.weekdays[day.weekday()]} {day.day} {words.months[day.month - 1]} {day.year}"


def interval_words(interval: Interval, *, until: bool = False) -> str:
    """The brief's wording; of a single day, with its weekday."""
    text = label(interval, load_locale(REASONS), until=until)
    start = interval.start
    if interval.grain is Grain.DAY and start is not None and text[:1].isdigit() and "–" not in text:
        return f"{load_locale(REASONS).wording.weekdays[start.weekday()]} {text}"
    return text


def basis_words(basis: Basis) -> str:
    """How a document's date is known: "the page's JSON-LD", "given"."""
    return load_locale(REASONS).wording.bases.get(basis.value, basis.value)


def sentence(text: str, interval: Interval | None, reason: str, *, until: bool = False) -> str:
    """“Thursday” → Thu 18 Jul 2024: counted from …; “reported” is past, so …."""
    shown = " ".join(text.split())
    if interval is None:
        return f"“{shown}” names no date here: {reason}."
    return f"“{shown}” → {interval_words(interval, until=until)}: {reason}."
