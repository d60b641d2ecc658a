"""Titles and headings that name a day → that day: "Events/2031 November 14", "14 November[edit]".

A title dates its page where a single day is all of it, or its last part. A heading that is a day
dates the items under it; the year that it lacks stands in the page's title: "Events of May 2031".
"""

import re
from collections.abc import Iterator
from datetime import timedelta, tzinfo
from functools import lru_cache

from briefgen.knowledge.locale import LANGUAGES
from briefgen.model import Basis, Grain, Interval
from briefgen.readers.chrome import load_chrome
from briefgen.readers.dated.fields import is_wording, read_date
from briefgen.readers.shapes import Claim

__all__ = ["day_heading", "title_claim", "title_day", "with_year"]

LINK = 4
"""Letters of a word between what a list is called and its day: "of", "vom", "para", "за"."""
DAY_WORDS = 7
"""Words above which the last part of a title is no day."""
LONGEST_DAY = timedelta(hours=25)

_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
_MARK = re.compile(r"\s*[/|:•·(]\s*|\s+[–—-]{1,2}\s+|,\s+|[–—-](?=\d)")
_SITE = re.compile(r"\s+(?:[|·•—–-]|::|»)\s+(?:[A-ZÀ-ÞА-ЯЄІЇҐ][^\W\d_]*(?:[.'’-]\w+)?\s*){1,4}$")
"""What a browser adds to a title: " - The Marrick Post"."""
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_FIGURE = re.compile(r"\d")


def title_day(
    title: str | None, zone: tzinfo, languages: tuple[str, ...]
) -> tuple[str, Interval] | None:
    """The single day that a title is, or that is its last part: its words, and the day."""
    if not title or not _YEAR.search(title):
        return None
    site = _SITE.search(title)
    if site is not None and not _YEAR.search(site[0]):
        return title_day(title[: site.start()], zone, languages)
    known = tuple(dict.fromkeys((*languages, *LANGUAGES)))  # a title need not be in the text's
    for before, part in _last_parts(title):
        if len(part.split()) > DAY_WORDS or not _YEAR.search(part):
            continue
        day = read_date(part, zone, known)
        if day is None or day.grain > Grain.DAY:
            continue
        if day.start is None or day.end is None or day.end - day.start > LONGEST_DAY:
            return None
        return None if _goes_on_from(before, languages) else (part, day)
    return _daily(title, zone, known)


def _daily(title: str, zone: tzinfo, languages: tuple[str, ...]) -> tuple[str, Interval] | None:
    """The day behind what a list of one day is called: "Notes of 9 March 2032"."""
    words = title.split()
    for spot in range(len(words) - 1, 0, -1):
        lead = words[:spot]
        if len(lead) > 1 and len(lead[-1]) <= LINK and lead[-1].casefold() not in _daily_words():
            lead = lead[:-1]
        part = " ".join(words[spot:]).strip(" .()[]")
        if lead[-1].casefold() not in _daily_words() or not _FIGURE.search(part):
            continue
        day = read_date(part, zone, languages)
        if day is not None and day.grain <= Grain.DAY and day.start and day.end:
            return (part, day) if day.end - day.start <= LONGEST_DAY else None
    return None


def _daily_words() -> frozenset[str]:
    return load_chrome().daily


def title_claim(title: str | None, zone: tzinfo, languages: tuple[str, ...]) -> tuple[Claim, ...]:
    """What a title says of its page's date, where it names a single day."""
    found = title_day(title, zone, languages)
    if found is None:
        return ()
    said, day = found
    return (Claim(basis=Basis.TITLE, why=f'its title names the day "{said}"', interval=day),)


def day_heading(text: str, languages: tuple[str, ...]) -> str | None:
    """The words of a heading that name a time and nothing else, without what a wiki adds to it."""
    return _day_heading(text, languages)


def with_year(said: str, title: str | None, zone: tzinfo, languages: tuple[str, ...]) -> str:
    """A day without its year, with the year of the month or year that the title ends in.

    As it was where it needs none, or where the title's stretch holds no such day.
    """
    if _YEAR.search(said) or not _FIGURE.search(said) or not title:
        return said
    span = next(
        (
            found
            for _, part in _last_parts(title)
            if (found := read_date(part, zone, languages)) is not None and found.bounded
        ),
        None,
    ) or _named_year(title, zone, languages)
    if span is None or span.start is None or span.end is None:
        return said
    for year in range(span.start.year, span.end.year + 1):
        day = read_date(f"{said} {year}", zone, languages)
        if day is not None and day.grain is Grain.DAY and span.contains(day) and day.start:
            return day.start.date().isoformat()
    return said


def _named_year(title: str, zone: tzinfo, languages: tuple[str, ...]) -> Interval | None:
    """The month or the year that a title names, where it names one: "Timeline of 2031 (May–)"."""
    years = {match[0] for match in _YEAR.finditer(title)}
    if len(years) != 1:
        return None
    words = title.split()
    spot = next(i for i, word in enumerate(words) if _YEAR.search(word))
    month = " ".join(words[max(0, spot - 1) : spot + 1]).strip(" ,.;:()[]")
    found = read_date(month, zone, languages)
    if found is not None and found.grain is Grain.MONTH:
        return found
    return read_date(years.pop(), zone, languages)


def _last_parts(title: str) -> Iterator[tuple[str, str]]:
    """(what stands before it, the part) from the whole title to its last part."""
    yield "", title.strip(" .()[]")
    for match in _MARK.finditer(title):
        part = title[match.end() :].strip(" .()[]")
        if part:
            yield title[: match.start()], part


def _goes_on_from(before: str, languages: tuple[str, ...]) -> bool:
    """Whether a day is the end of a stretch: "12 October – 14 November 2031", "3–14 November"."""
    words = before.replace("(", " ").split()
    last = (" ".join(words[-count:]) for count in range(1, min(4, len(words)) + 1))
    return any(
        part.isdigit() or (_FIGURE.search(part) and is_wording(part, languages)) for part in last
    )


@lru_cache(maxsize=4096)
def _day_heading(text: str, languages: tuple[str, ...]) -> str | None:
    if is_wording(text, languages):
        return text
    if not _FIGURE.search(text):
        return None
    bare = " ".join(_BRACKETS.sub("", text).split())
    links = load_chrome().edits
    words = bare.split()
    while words and words[-1].casefold() in links:
        words.pop()
    bare = " ".join(words)
    return bare if bare and bare != text and is_wording(bare, languages) else None
