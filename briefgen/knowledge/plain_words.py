"""Language without a file of its own → Locale of its plain words, from dateparser's tables.

dateparser knows the names of months and weekdays, "yesterday" and "ago" in two hundred languages.
Only its tables are used here, never its parser: what is found with them is read by the rules of
:mod:`briefgen.temporal.plain`, so that nothing is invented that a text does not tell.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import Any

from briefgen.errors import KnowledgeError
from briefgen.knowledge.language import detect_language
from briefgen.knowledge.locale import LANGUAGES, load_locale
from briefgen.knowledge.locale_tables import Cues, Figures, Glue, Locale, PlainWords, SentenceData

__all__ = ["has_words", "language_of", "locale_of", "plain_locale"]

WORDING = "en"
"""The language in which dates of such a text are worded."""
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
UNITS = {"minute": "MIN", "hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}
"""dateparser's names of units → those of briefgen.temporal.units."""
_AWAY = re.compile(r"(?:(in) )?(\d{1,3}) (day|week|month|year)(?: (ago))?")
_NUMBER = r"(\d++[.,]?\d*+)"
"""How its tables write the place of a number."""
_TELLING = 3
"""Letters that a word of an alphabet has, at least, to tell a time by itself."""


@cache
def has_words(language: str) -> bool:
    """Whether there are words of a language."""
    return language in LANGUAGES or language in _known()


def language_of(text: str, default: str) -> str:
    """The language of a text; the default where nothing tells, or nobody has words of it."""
    language = detect_language(text, default)
    return language if language == default or has_words(language) else default


@cache
def locale_of(language: str) -> Locale:
    """The locale of a language, or, where it has no file, that of its plain words.

    Raises KnowledgeError for a code that nobody knows.
    """
    return load_locale(language) if language in LANGUAGES else plain_locale(language)


@cache
def plain_locale(language: str) -> Locale:
    """The locale of a language's plain words. Raises KnowledgeError for an unknown code."""
    if language not in _known():
        known = ", ".join(LANGUAGES)
        raise KnowledgeError(
            f"no words of language {language!r}; fully known are {known}, and plain dates are read "
            "in the languages that dateparser knows (ISO 639-1 codes)"
        )
    # Its data are modules; importing them imports dateparser, which takes 0.2 s.
    table = import_module(f"dateparser.data.date_translation_data.{language}").info
    return replace(
        load_locale(WORDING),
        language=language,
        name=language,
        lexicon={},
        patterns={},
        rules=(),
        leads=frozenset(),
        closers=frozenset(),
        relations={},
        ambiguous=frozenset(),
        noun_capitals=False,
        figures=Figures(),
        glue=Glue(),
        cues=Cues(),
        sentences=SentenceData(),
        plain=_plain(table),
    )


@cache
def _known() -> frozenset[str]:
    """Codes of two letters that dateparser knows."""
    from dateparser.data.languages_info import language_order  # noqa: PLC0415 (takes 0.2 s)

    return frozenset(code for code in language_order if len(code) == 2)


def _plain(table: Mapping[str, Any]) -> PlainWords:
    units = {word: UNITS[name] for name in UNITS for word in _lower(table.get(name, ()))}
    ago = _lower(table.get("ago", ()))
    ahead = _lower(table.get("in", ()))
    return PlainWords(
        months=_numbered(table, MONTHS),
        weekdays=_numbered(table, WEEKDAYS),
        days=_days(table, units, ago, ahead),
        counts=_counts(table, units, ago),
        joiners=_lower(table.get("pertain") or ()),
        fillers=tuple(word for word in _lower(table.get("skip", ())) if word[0].isalpha()),
        counters=_counters(table),
        spaced=not table.get("no_word_spacing"),
        order=table.get("date_order") or "",
    )


def _lower(words: Iterable[str]) -> tuple[str, ...]:
    told = (" ".join(word.lower().split()) for word in words)
    return tuple(dict.fromkeys(word for word in told if word))


def _numbered(table: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, str]:
    """Words → the place of what they name; one that names two things is left out."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for number, name in enumerate(names, 1):
        for word in _lower(table.get(name, ())):
            if found.setdefault(word, str(number)) != str(number):
                twice.add(word)
    return {word: number for word, number in found.items() if word not in twice}


def _days(
    table: Mapping[str, Any],
    units: Mapping[str, str],
    ago: tuple[str, ...],
    ahead: tuple[str, ...],
) -> dict[str, str]:
    """Words → a unit and how many of it away: yesterday is "D -1", last week "W -1"."""
    found: dict[str, str] = {}
    twice: set[str] = set()  # Hindi has one word for yesterday and tomorrow
    for key, words in table.get("relative-type", {}).items():
        match = _AWAY.fullmatch(key)
        if match is None or (match[1] is None and match[4] is None):
            continue
        value = f"{UNITS[match[3]]} {int(match[2]) * (1 if match[1] else -1)}"
        told = _lower(words)
        twice.update(word for word in told if found.setdefault(word, value) != value)
    for simpler in table.get("simplifications") or ():
        for word, value in simpler.items():
            number, unit, sign = _counted(str(value), units, ago, ahead)
            if unit and re.fullmatch(r"[^\W\d]+", word):
                found.setdefault(word.lower(), f"{unit} {number * sign}")
    latin = {word for word in found if word.isascii() or word < "\u0250"}
    return {
        word: value
        for word, value in found.items()
        if word not in twice and (word not in latin or _tells(word))
    }


def _tells(word: str) -> bool:
    """Whether a word is no short form."""
    return len(word) >= _TELLING and "." not in word


def _counts(
    table: Mapping[str, Any], units: Mapping[str, str], ago: tuple[str, ...]
) -> dict[tuple[str, str], str]:
    """("", "days ago") → "D": what stands around a number of units that are over."""
    found: dict[tuple[str, str], str] = {}
    gap = "" if table.get("no_word_spacing") else " "
    for word, unit in units.items():
        for back in ago:
            found["", f"{word}{gap}{back}"] = unit
            found[back, word] = unit
    for key, shapes in table.get("relative-type-regex", {}).items():
        name = re.fullmatch(r"\\1 (\w+) ago", key)
        if name is None or name[1] not in UNITS:
            continue
        for shape in shapes:
            before, number, after = shape.lower().partition(_NUMBER)
            if number and (before or after) and not (set(before + after) & set("()[]\\|?*+")):
                found[before.strip(), after.strip()] = UNITS[name[1]]
    return {around: unit for around, unit in found.items() if len("".join(around)) > 1}


def _counted(
    value: str, units: Mapping[str, str], ago: tuple[str, ...], ahead: tuple[str, ...]
) -> tuple[int, str, int]:
    """What "2 days ago" tells in the words of a language; no unit where it tells nothing."""
    pieces = value.lower().split()
    numbers = [piece for piece in pieces if piece.isdigit()]
    told = [units[piece] for piece in pieces if piece in units]
    sign = -1 if any(piece in ago for piece in pieces) else 0
    sign = 1 if any(piece in ahead for piece in pieces) else sign
    fits = len(numbers) == len(told) == 1 and told[0] in {"D", "W", "M", "Y"}
    if not fits or (not sign and numbers[0] != "0"):
        return 0, "", 0
    return int(numbers[0]), told[0], sign


def _counters(table: Mapping[str, Any]) -> tuple[str, str, str] | None:
    """The signs behind year, month and day in figures, where each is one letter: 年, 月, 日."""
    signs = [
        next(
            (word for word in _lower(table.get(name, ())) if len(word) == 1 and word > "\u2e80"), ""
        )
        for name in ("year", "month", "day")
    ]
    return (signs[0], signs[1], signs[2]) if all(signs) else None
