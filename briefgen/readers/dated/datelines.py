"""A line → the date that it states of the article: byline lines, datelines, date wordings.

Which words mean "published" or "by" is data (`chrome`); what is a date is temporal's to say.
"""

import re
from dataclasses import dataclass
from datetime import tzinfo
from functools import cache

from briefgen.model import Grain, Interval
from briefgen.readers.chrome import Chrome, load_chrome
from briefgen.readers.dated.fields import is_wording, read_date

DASHES = ("-", "–", "—", "_")
"""With what a dateline ends."""
__all__ = [
    "Byline",
    "Dateline",
    "day_within",
    "has_dateline",
    "is_dateline_alone",
    "read_byline",
    "read_dateline",
    "split_wording",
]

LONGEST = 120
"""Characters above which a line is no byline."""
TITLE_WORDS = 24
"""Words of a line in which a day is looked for."""
DATE_WORDS = 8
"""Words above which a stretch is no date alone."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PARTS = re.compile(r"\s+[|•·/–—]\s+|\s*[|•·]\s*|\s+-\s+")
_PLACE = r"[A-ZÀ-ÖØ-ÞĀ-ŽЀ-Я][^\W\d_]*(?:[ .'’/-]+[^\W\d_]+){0,5}"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE}),?\s+(?:\((?P<agency>[^()\d]{{2,40}})\),?\s+)?"
    r"(?P<date>[^()\n—]{3,30}?)\s*"
    r"(?:\((?P<wire>[^()\d]{2,40})\)\s*)?(?:—|–|--|-)\s"
)
_DTG = re.compile(
    r"(?<![\w.])(?P<day>\d\d)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s?(?P<zone>[A-IK-Z])\s?"
    r"(?P<month>[A-Z]{3})\s?(?P<year>\d{4}|\d\d)(?!\w)"
)
_MARKING = re.compile(r"^\s*\((?:U|C|S|R|TS|FOUO|CUI|NU|NR|NS|OS)(?://[A-Z/, -]{2,30})?\)\s+(?=\S)")
"""What marks a paragraph's secrecy: "(U)", "(C//NF)"."""
_LABEL = re.compile(r"[^\W\d_][^\W\d_ /]{1,14}(?: [^\W\d_]{2,14})?:\s")
_LABELS = re.compile(r"(?<=[\w.)])[\s,;]+(?=[^\W\d_]{3,12}:\s)")
_LOCAL = re.compile(r"(?:,?\s\d{1,2}[:.]\d\d)?\s*\([^()\d]{2,30}\)$")
"""A clock whose zone stands in brackets, in words: "17:00 (local time)"."""
_CAPITALS = re.compile(r"[^\W\d_]{2,}")
_LEAD = re.compile(r"^[\s\-–—•*·\[(]+")
_BOLD = re.compile(
    r"^(?P<mark>\*\*|__)(?P<said>[^*_\n]{1,60})(?P=mark)\s*[:—–-]?\s*(?P<rest>.+)$", re.DOTALL
)
_COLON = re.compile(
    r"^\[?(?P<said>[^\n\[\]]{2,60}?)\]?\s*(?::\s|\s[—–-]{1,2}\s)\s*(?P<rest>\S.*)$", re.DOTALL
)
_ISO = re.compile(
    r"^\[?(?P<said>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?: ?(?:Z|[+-]\d\d:?\d\d))?)?)\]?"
    r"(?:\s*[:—–,-])?\s+(?P<rest>\S.*)$",
    re.DOTALL,
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?!\d)")
_DASH = re.compile(r"[—–-]\s")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """A line that names an author or a date and tells no news."""

    interval: Interval | None = None
    """The date of publication; None: names only, or the date of a later change."""
    changed: Interval | None = None
    """The date of a later change: dates nothing, but what is told as "2h ago" counts from it."""
    loose: bool = False
    """It holds words that may be a name or a title: "Situation Report, 12 March 2026"."""
    named: str = ""
    """Those words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The head of a first paragraph: "PORT AVEN, 12 March (Wire) —"."""

    said: str
    interval: Interval | None
    """None: the year is missing."""


def read_byline(line: str, zone: tzinfo, languages: tuple[str, ...]) -> Byline | None:
    """What a line says of an article's author and date; None when it is no such line.

    Only a day with its year counts as a date: "Thursday" or "July" heads a text, too.
    """
    if len(line) > LONGEST:
        return None
    chrome = load_chrome()
    line = _civil(line)
    if not _has_year(line) and not _names(line, chrome):
        return None
    interval = changed = None
    named: list[str] = []
    told = False
    for part in filter(None, _parts(line, chrome)):
        lead, rest = _lead(part, chrome.modified)
        later = _whole_day(rest, zone, languages) if lead else None
        if lead and (not rest or later or _CLOCK.match(rest)):
            changed, told = changed or later, True
            continue
        _, rest = _lead(part, chrome.published)
        day = _whole_day(rest or part, zone, languages) or _whole_day(part, zone, languages)
        author, name = _lead(part, chrome.by)
        if day is not None:
            interval, told = interval or day, True
            changed = changed or (day if _lead(part, chrome.as_of)[0] else None)
        elif author and (_is_name(name) or _is_plain_name(name, line)):
            told = True
        elif _is_name(part):
            named.append(part)
        elif not _is_beside(part, chrome):
            return None
    if not told or (named and not (interval or _lead(line, chrome.by)[0])):
        return None
    return Byline(interval=interval, changed=changed, loose=bool(named), named=" ".join(named))


def _has_year(line: str) -> bool:
    return ("20" in line or "19" in line) and _YEAR.search(line) is not None


def _names(line: str, chrome: Chrome) -> bool:
    """Whether a line begins with what stands before an author, or before a later change."""
    lead = _LEAD.match(line)
    low = line[lead.end() if lead else 0 :].casefold()
    return any(
        low.startswith(word) and not low[len(word) : len(word) + 1].isalnum()
        for word in chrome.names.near(low)
    )


def _civil(line: str) -> str:
    """A line without the mark of its secrecy, and with a date-time group in words."""
    line = _MARKING.sub("", line) if line[:1] == "(" else line
    return _DTG.sub(_group, line) if line[-1:].isdigit() else line


def _group(match: re.Match[str]) -> str:
    """A date-time group in words: "181430Z JUL 24" is 18 JUL 2024 14:30 UTC.

    The clock of another zone than Z is left out: its letter may be the place's own.
    """
    year = match["year"] if len(match["year"]) == 4 else f"20{match['year']}"
    clock = f" {match['hour']}:{match['minute']} UTC" if match["zone"] in "Zz" else ""
    return f"{match['day']} {match['month']} {year}{clock}"


def day_within(line: str, zone: tzinfo, languages: tuple[str, ...]) -> Interval | None:
    """The first day with its year that a short line names: "News of 12 March 2032"."""
    words = line.split()[:TITLE_WORDS]
    for spot, word in enumerate(words):
        if not _has_year(word):
            continue
        for first, last in ((2, 1), (1, 2), (0, 1)):
            day = _whole_day(" ".join(words[max(0, spot - first) : spot + last]), zone, languages)
            if day is not None:
                return day
    return None


def has_dateline(paragraph: str) -> bool:
    """Whether a paragraph begins as one with a dateline does: place, day, a dash."""
    head = paragraph[:160]
    if not (_DASH.search(head) and _DIGIT.search(head)):
        return False
    match = _DATELINE.match(head)
    if match is None or not _DIGIT.search(match["date"]):
        return False
    place = match["place"]
    comma = paragraph[match.end("place") :][:1] == ","
    return place.isupper() or comma or match["wire"] is not None


def is_dateline_alone(line: str) -> bool:
    """Whether a line ends as a dateline does, with nothing behind it: "TOLLUND (Wire) --"."""
    return line.rstrip().endswith(DASHES)


def read_dateline(paragraph: str, zone: tzinfo, languages: tuple[str, ...]) -> Dateline | None:
    """The date in a dateline at the head of a paragraph, None where there is none.

    A place (in capitals, or before a comma), a day, an agency perhaps, a dash.
    """
    match = _DATELINE.match(paragraph[:160]) if has_dateline(paragraph) else None
    if match is None:
        return None
    words = match["date"].strip(" ,.").split(", ")
    for first in range(len(words)):
        line = _stated(", ".join(words[first:]), zone, languages)
        if line is not None:
            return line
    return None


def _stated(said: str, zone: tzinfo, languages: tuple[str, ...]) -> Dateline | None:
    """The day in a dateline, with its year or without."""
    if _YEAR.search(said):
        day = _whole_day(said, zone, languages)
        return Dateline(said=said, interval=day) if day else None
    probe = read_date(f"{said} 2000", zone, languages)
    return Dateline(said=said, interval=None) if probe and probe.grain == Grain.DAY else None


def split_wording(text: str, languages: tuple[str, ...]) -> tuple[str | None, str]:
    """("Thursday", "depot burned.") out of "Thursday: depot burned."; None where no date leads."""
    for shape in (_ISO, _BOLD, _COLON):
        match = shape.match(text)
        if match is None:
            continue
        said = match["said"].strip(" :*_")
        if is_wording(said, languages):
            return said, match["rest"].strip()
    return None, text


def _whole_day(text: str, zone: tzinfo, languages: tuple[str, ...]) -> Interval | None:
    """The day, or moment, that a few words with a year in them name."""
    words = text.split()
    if not words or len(words) > DATE_WORDS or not _YEAR.search(text):
        return None
    bare = text.strip(" ,.;:()[]")
    bare = f"{bare})" if "(" in bare and ")" not in bare else bare
    interval = read_date(bare, zone, languages) or (
        read_date(_LOCAL.sub("", bare), zone, languages) if bare.endswith(")") else None
    )
    return interval if interval is not None and interval.grain <= Grain.DAY else None


def _parts(line: str, chrome: Chrome) -> list[str]:
    """A line in its parts: "By Jane Doe | July 18, 2024 | 3 min read"."""
    parts: list[str] = []
    for part in _PARTS.split(_labelled(_LEAD.sub("", line))):
        spot = _inner_lead(part, chrome)
        pieces = [part[: spot.start()], part[spot.end() :]] if spot else [part]
        for piece in pieces:
            parts.extend(_by_comma(piece.strip(), chrome))
    return parts


def _labelled(line: str) -> str:
    """A line of several labels, up to the second: "Date: 18 July 2024 Time: 10:00 Place: …"."""
    first = _LABELS.search(line) if _LABEL.match(line) else None
    if first is None or not _YEAR.search(line[: first.start()]):
        return line
    return line[: first.start()]


def _inner_lead(part: str, chrome: Chrome) -> re.Match[str] | None:
    """The gap before "published" or "updated" within a part, where a year follows."""
    words = (*chrome.modified, *chrome.published)
    start = len(_lead(part, words)[0])
    spot = _gap_before(words).search(part, start)
    if spot and _YEAR.search(part[spot.end() :]):
        return spot
    dated = _YEAR.search(part)
    return _gap_before(chrome.by, least=1).search(part, dated.end()) if dated else None


@cache
def _gap_before(words: tuple[str, ...], least: int = 4) -> re.Pattern[str]:
    """A gap before any of the words; short ones ("on") stand in too many places."""
    known = "|".join(re.escape(word) for word in words if len(word) >= least)
    return re.compile(rf"(?<=[\w,;.])[\s,;.]+(?=(?:{known})\b[\s:])", re.IGNORECASE)


def _by_comma(part: str, chrome: Chrome) -> list[str]:
    """Names, a date and what stands beside it, with commas between them; other parts whole."""
    rest, _, tail = part.rpartition(",")
    beside = not _YEAR.search(tail) and not _CLOCK.search(tail) and _is_beside(tail, chrome)
    if rest and _YEAR.search(rest) and beside:
        return [*_by_comma(rest, chrome), tail.strip()]
    name, _, rest = part.partition(",")
    if not rest or not _YEAR.search(rest):
        return [part]
    author, words = _lead(name, chrome.by)
    if (
        (_is_name(name) and not _DIGIT.search(name))
        or _is_beside(name, chrome)
        or (author and words)
    ):
        return [name.strip(), rest.strip()]
    return [part]


def _lead(part: str, words: tuple[str, ...]) -> tuple[str, str]:
    """The first of the words that a part begins with, and what follows it."""
    low = part.casefold()
    if not low.startswith(words):
        return "", part
    for word in words:
        if low.startswith(word) and not low[len(word) : len(word) + 1].isalnum():
            return word, part[len(word) :].strip(" :,.-–—")
    return "", part


def _is_name(text: str) -> bool:
    """Whether a few words look like names: short, most of them capitalised, no full stop."""
    words = text.split()
    if not 1 <= len(words) <= 8 or text.endswith((".", "?", "!")) or _DIGIT.search(text):
        return False
    capitals = [word for word in words if word[0].isupper()]
    return len(capitals) >= 0.5 * len(words)


def _is_plain_name(text: str, line: str) -> bool:
    """Whether words behind "by" in a line with a date may name a desk: "the night desk"."""
    return bool(_YEAR.search(line)) and 1 <= len(text.split()) <= 5 and not _DIGIT.search(text)


def _is_beside(part: str, chrome: Chrome) -> bool:
    low = _DIGIT.sub("", part.casefold()).strip(" ,.:")
    return not low or any(
        low == word or low.endswith(" " + word) or low.startswith(word + " ")
        for word in chrome.beside
    )
