"""A date in the words of one locale → the same date in those of another.

What the rooms before the editor tell of a date stands in English within their reasons. Its words
are those of ``[wording]``, which every locale has under the same keys, so they are exchanged one
by one, from the outside in: "since early May 2024" is a since, of a start, of a month.
"""

import re
from functools import cache

from briefgen.knowledge.locale import Locale, Wording

__all__ = ["reword"]

AROUND = ("uncertain", "since", "from", "by", "until", "about", "start", "mid", "end")
"""Phrases that take any date."""
SPANS = ("night", "weekend", "week")
HOLE = re.compile(r"\\\{(\w+)\\\}")
SHAPES = {
    "day": r"\d{1,2}",
    "year": r"\d{4}",
    "next": r"\d\d",
    "number": r"\d",
    "time": r"\d\d:\d\d(?:–\d\d:\d\d)?",
    "zone": r"\S+",
}
UNITS = ("day", "day_month", "month", "season", "winter", "quarter", "half", "decade")


def reword(text: str, given: Locale, wanted: Locale) -> str | None:
    """The date in the wanted locale's words; None for what is no wording of the given one's."""
    return _reword(text, given.wording, wanted.wording)


def _reword(text: str, given: Wording, wanted: Wording) -> str | None:
    for name in AROUND + SPANS:
        found = _match(given.phrases[name], text)
        if found:
            inner = _reword(found["date"], given, wanted)
            return None if inner is None else _put(name, inner, wanted)
    for weekday, other in zip(given.weekdays, wanted.weekdays, strict=True):
        if text.startswith(f"{weekday} "):
            day = _unit(text.removeprefix(f"{weekday} "), given, wanted)
            return None if day is None else f"{other}, {day}"
    return _part(text, given, wanted) or _moment(text, given, wanted) or _days(text, given, wanted)


def _part(text: str, given: Wording, wanted: Wording) -> str | None:
    found = _match(given.phrases["part"], text)
    if found is None:
        return None
    part = next((k for k, v in given.parts.items() if v == found["part"]), "")
    if part not in wanted.parts:
        return None
    day = _days(found["date"], given, wanted)
    return day and wanted.phrases["part"].format(part=wanted.parts[part], date=day)


def _moment(text: str, given: Wording, wanted: Wording) -> str | None:
    found = _match(given.phrases["moment"], text)
    if found is None:
        return None
    day = _days(found["date"], given, wanted)
    return day and wanted.phrases["moment"].format(**{**found, "date": day})


def _days(text: str, given: Wording, wanted: Wording) -> str | None:
    """A unit, or a first and a last."""
    unit = _unit(text, given, wanted)
    if unit is not None:
        return unit
    for name in ("far", "near"):
        found = _match(given.phrases[name], text)
        last = found and _unit(found["last"], given, wanted)
        if not found or not last:
            continue
        if found["first"].isdigit() and len(found["first"]) < len("2024"):
            return wanted.phrases["days"].format(first=found["first"], last=last)
        if found["first"] in given.months:
            month = wanted.months[given.months.index(found["first"])]
            return wanted.phrases["near"].format(first=month, last=last)
        first = _unit(found["first"], given, wanted)
        if first:
            return wanted.phrases[name].format(first=first, last=last)
    return None


def _unit(text: str, given: Wording, wanted: Wording) -> str | None:
    """A day, a month, a season, a year, a decade."""
    if re.fullmatch(SHAPES["year"], text):
        return text
    for name in UNITS:
        found = _match(given.phrases[name], text)
        if found is None:
            continue
        for word, ours, theirs in (
            ("month", given.months, wanted.months),
            ("season", given.seasons, wanted.seasons),
        ):
            if word in found and found[word] in ours:
                found[word] = theirs[ours.index(found[word])]
            elif word in found:
                break
        else:
            if name == "winter":
                found["season"] = wanted.seasons[-1]
            return wanted.phrases[name].format(**found)
    return None


def _put(name: str, date: str, words: Wording) -> str:
    """A phrase around a date, whose first word may change after it."""
    first, space, rest = date.partition(" ")
    changed = words.changes.get(name, {}).get(first, first)
    return words.phrases[name].format(date=f"{changed}{space}{rest}")


def _match(phrase: str, text: str) -> dict[str, str] | None:
    found = _shape(phrase).fullmatch(text)
    return found.groupdict() if found else None


@cache
def _shape(phrase: str) -> re.Pattern[str]:
    """What a phrase looks like when it is filled."""
    return re.compile(
        HOLE.sub(
            lambda hole: f"(?P<{hole[1]}>{SHAPES.get(hole[1], '.+')})",
            re.escape(phrase).replace("\\ ", " "),
        )
    )
