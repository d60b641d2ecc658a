"""Document in a language without rules → Mentions of its plain expressions.

Absolute dates, weekdays, "yesterday" and the like, "3 days ago", by the words that
:mod:`briefgen.knowledge.plain_words` has. Nothing is known of verbs, so a date that lacks its year
or week is marked uncertain. Rules are named ``fallback-…``. One pass a kind of expression, each
linear in the length of the text.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from briefgen.knowledge.locale import Locale, PlainWords
from briefgen.model import BlockKind, Document, Expression, Mention
from briefgen.temporal.passage import Passage, lowered
from briefgen.temporal.readings import READINGS
from briefgen.temporal.slots import Slots

__all__ = ["find_plain"]

_GAP = r"[ \u00a0\u202f]{1,2}"
_DAY = r"(?P<d>3[01]|[12]\d|0?[1-9])(?:[.ºª°]|-?[^\W\d_]{1,2})?"
_YEAR = r"(?P<y>1[5-9]\d\d|20\d\d)"
_ISO = re.compile(r"(?P<y>1[5-9]\d\d|20\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])")
_FIGURES = re.compile(rf"(?P<one>\d{{1,2}})(?P<sign>[./-])(?P<two>\d{{1,2}})(?P=sign){_YEAR}")
_FULL = 4
"""Letters of a weekday's name in an alphabet that may stand alone; short forms may not."""
_BEYOND_LATIN = "\u0250"
_Values = Mapping[str, str]
_Tell = Callable[[re.Match[str], PlainWords], _Values | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """One kind of expression: what it looks like, and what a match tells."""

    name: str
    shape: re.Pattern[str]
    reading: str
    values: _Tell


def find_plain(document: Document, locale: Locale) -> tuple[Mention, ...]:
    """The plain expressions of a document's sentences, in text order, without overlap."""
    words = locale.plain
    assert words is not None
    kinds = _kinds(locale)
    low = lowered(document.text)
    found: list[Mention] = []
    for sentence in document.sentences:
        if sentence.kind is not BlockKind.KICKER:
            start, end = sentence.start, sentence.end
            passage = Passage(document.text[start:end], low[start:end], start, locale)
            found.extend(_apart(_mentions(passage, kinds, words)))
    return tuple(found)


def _mentions(passage: Passage, kinds: Iterable[_Kind], words: PlainWords) -> Iterator[Mention]:
    for kind in kinds:
        for match in kind.shape.finditer(passage.low):
            start, end = match.span()
            if words.spaced and not passage.stands_alone(start, end):
                continue
            values = kind.values(match, words)
            said = None if values is None else _said(kind.reading, values, passage.locale)
            if said is not None:
                yield passage.mention(start, end, f"fallback-{kind.name}", said)


def _said(reading: str, values: _Values, locale: Locale) -> Expression | None:
    return READINGS[reading](Slots(values=values, raw={}, places={}, locale=locale))


def _apart(mentions: Iterable[Mention]) -> list[Mention]:
    """Of mentions that overlap the longest, in text order."""
    starts: list[int] = []
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        place = bisect_left(starts, mention.start)
        after = place == len(kept) or mention.end <= kept[place].start
        if after and (place == 0 or kept[place - 1].end <= mention.start):
            starts.insert(place, mention.start)
            kept.insert(place, mention)
    return kept


@cache
def _kinds(locale: Locale) -> tuple[_Kind, ...]:
    """What is looked for in a language."""
    words = locale.plain
    assert words is not None
    alone = {word for word in words.weekdays if _stands(word, words)}
    shapes: list[tuple[str, str, str, _Tell]] = [
        *(("date", shape, "calendar", _named) for shape in _dates(words)),
        *(("month", shape, "calendar", _named) for shape in _months(words)),
        ("weekday", rf"(?P<wd>{_any(alone)})", "calendar", _named),
        ("day", rf"(?P<deictic>{_any(words.days)})", "shift", _away),
        ("ago", _ago(words), "shift", _counted),
    ]
    digits = (
        _Kind(name="date", shape=_ISO, reading="calendar", values=_named),
        _Kind(name="date", shape=_FIGURES, reading="calendar", values=_ordered),
    )
    return digits + tuple(
        _Kind(name=name, shape=re.compile(shape), reading=reading, values=values)
        for name, shape, reading, values in shapes
    )


def _dates(words: PlainWords) -> Iterator[str]:
    """Days with their month, and perhaps weekday and year."""
    join, month = _join(words), rf"(?P<m>{_any(words.months)})"
    filler = rf"(?:{_GAP}(?:{_any((*words.joiners, *words.fillers))}))?{_GAP}"
    weekday = rf"(?:(?P<wd>{_any(words.weekdays)})[.,]{{0,2}}{filler})?"
    yield rf"{weekday}{_DAY}{join}{month}(?:[.,]?{join}{_YEAR})?"
    yield rf"{weekday}(?:{_YEAR}\.?{join})?{month}{join}{_DAY}(?:,?{join}(?P<y2>\d{{4}}))?"
    if words.counters is not None:
        year, of_month, day = (re.escape(sign) for sign in words.counters)
        head = rf"(?:{_YEAR}\s?{year}\s?)?(?P<m>1[0-2]|0?[1-9])\s?{of_month}"
        yield rf"{head}\s?(?P<d>3[01]|[12]\d|0?[1-9])\s?{day}"


def _months(words: PlainWords) -> Iterator[str]:
    """Months with their year."""
    join, month = _join(words), rf"(?P<m>{_any(words.months)})"
    yield rf"{month}\.?{join}{_YEAR}"
    yield rf"{_YEAR}\.?{join}{month}"
    if words.counters is not None:
        year, of_month, _ = (re.escape(sign) for sign in words.counters)
        yield rf"{_YEAR}\s?{year}\s?(?P<m>1[0-2]|0?[1-9])\s?{of_month}"


def _join(words: PlainWords) -> str:
    """What may stand between the parts of a date."""
    return rf"(?:{_GAP}(?:{_any(words.joiners)}))?{_GAP}"


def _ago(words: PlainWords) -> str:
    """A number of units that are over."""
    before = _any({head for head, _ in words.counts})
    after = _any({tail for _, tail in words.counts})
    return rf"(?:(?P<before>{before}){_GAP})?(?P<number>\d{{1,4}})(?:{_GAP})?(?P<after>{after})"


def _any(words: Iterable[str]) -> str:
    """One of some words, the longest first; without any, nothing that a text can hold."""
    ordered = sorted(filter(None, words), key=lambda word: (-len(word), word)) or ["\0"]
    return "|".join(re.escape(word).replace(r"\ ", _GAP) for word in ordered)


def _stands(word: str, words: PlainWords) -> bool:
    """Whether a weekday's name tells one by itself; not a short form, nor the half of a name."""
    if word[0] < _BEYOND_LATIN and (len(word) < _FULL or "." in word):
        return False
    return not any(other.startswith(f"{word}-") for other in words.weekdays)


def _named(match: re.Match[str], words: PlainWords) -> _Values | None:
    told = {name: text for name, text in match.groupdict().items() if text is not None}
    if "y2" in told:
        told["y"] = told.pop("y2")
    if not told.get("m", "1").isdigit():
        told["m"] = words.months[_one(told["m"])]
    if "wd" in told:
        told["wd"] = words.weekdays[_one(told["wd"])]
    return told


def _ordered(match: re.Match[str], words: PlainWords) -> _Values | None:
    """Day and month in figures, in the language's order; None where nothing tells the order."""
    one, two = int(match["one"]), int(match["two"])
    if one > 12 >= two or (match["sign"] == "." and two <= 12):
        day, month = one, two
    elif two > 12 >= one:
        day, month = two, one
    elif words.order in {"DMY", "MDY"} and max(one, two) <= 12:
        day, month = (one, two) if words.order == "DMY" else (two, one)
    else:
        return None
    return {"y": match["y"], "m": str(month), "d": str(day)} if month and day else None


def _away(match: re.Match[str], words: PlainWords) -> _Values | None:
    return {"deictic": words.days[_one(match["deictic"])]}


def _counted(match: re.Match[str], words: PlainWords) -> _Values | None:
    unit = words.counts.get((_one(match["before"] or ""), _one(match["after"])))
    return None if unit is None else {"number": match["number"], "unit": unit, "shift": "-1"}


def _one(text: str) -> str:
    """A word as the tables write it."""
    return " ".join(text.split())
