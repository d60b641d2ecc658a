"""One date field, in any wording and language → Interval and Relation.

In this order: ISO 8601 and EDTF; our own tagger, where one mention covers the whole field;
e-mail dates; dateparser, which knows 200 locales. Only this module parses with it.
What it would have to invent is refused: a time of day or a year that the field does not tell.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from email.utils import parsedate_to_datetime

from briefgen.errors import DateError
from briefgen.knowledge.locale import LANGUAGES, load_locale
from briefgen.knowledge.plain_words import has_words
from briefgen.knowledge.project import Project
from briefgen.model import Basis, Dating, Grain, Interval, Relation, civil_day, from_edtf
from briefgen.temporal.outcome import AMBIGUOUS, LOCAL, zone_of
from briefgen.temporal.tag import tag
from briefgen.temporal.units import UNITS, floor, moved, stretch

__all__ = ["given", "read_field", "untold_zone"]

ABBREVIATIONS = "en"
"""The language of zones in mail and feeds."""
LONGEST = 120
"""A longer text is no date field."""
_YMD = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
    r"(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?"
)
_MAIL = re.compile(r"(?:[A-Za-z]{3},\s*)?\d{1,2}\s[A-Za-z]{3}\s\d{4}\s\d\d:\d\d(?::\d\d)?\s\S{1,6}")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(:\d{2})?")
_ZONED = re.compile(
    r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[APap]\.?[Mm]\.?)?,?\s\(?(?P<zone>[A-Z]{2,5})\)?"
)
_CLOCKS = re.compile(
    r"(?P<day>\d{4}-\d{1,2}-\d{1,2})[ ,T]+(?P<first>\d{1,2}[:.]\d\d)"
    r"(?P<mark>\s?[–—]\s?|\s-\s|-)(?P<last>\d{1,2}[:.]\d\d)"
)
_NO_ZONES = frozenset({"AM", "PM", "AD", "BC", "CE", "BCE"})
_UNIVERSAL = frozenset({"UT", "UTC", "GMT", "Z"})
_PAIR = re.compile(r"(\d{1,2})([./:-])\s?(\d{1,2})\.?")
_ORDERLESS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}")


def read_field(
    text: str, *, zone: tzinfo, published: Interval | None, languages: tuple[str, ...]
) -> tuple[Interval, Relation] | None:
    """When a date field says, and how it ties to it; None where it says no date for sure.

    Relative wordings ("yesterday") count from ``published``; without it they are None. Times
    without a zone are of ``zone``. ``languages`` are ISO 639-1 codes, likeliest first; empty: any.
    """
    field = " ".join(text.split()).strip(" .,;")
    if not field or len(field) > LONGEST:
        return None
    interval = (
        _span(field, zone) or _digits(field, zone) or _edtf(field, zone) or _mail(field, zone)
    )
    if interval is not None:
        return interval, Relation.AT
    told = _tagged(field, zone, published, languages)
    if told is not None:
        return told
    if untold_zone(field):
        day = _ZONED.sub("", field)
        return read_field(day, zone=zone, published=published, languages=languages)
    interval = _dateparser(field, zone, published, languages)
    return None if interval is None else (interval, Relation.AT)


def untold_zone(text: str) -> str | None:
    """The zone that a date field names behind its clock, where several places have that name.

    None for one that is known, and for a field without a clock or a zone.
    """
    match = _ZONED.search(text)
    if match is None or match["zone"] in _NO_ZONES:
        return None
    return match["zone"] if _abbreviated(match["zone"], UTC) is None else None


def given(text: str, name: str, project: Project) -> Dating:
    """A date that the user gave, as a dating. Raises DateError, naming the option."""
    found = read_field(text, zone=project.zone, published=None, languages=(project.language,))
    if found is None or not found[0].bounded:
        raise DateError(f"{name} {text!r}: not a date; write it as 2024-07-18")
    why = f"the source carries no date; {name} {text} was given"
    return Dating(interval=found[0], basis=Basis.OPTION, why=why)


def _digits(field: str, zone: tzinfo) -> Interval | None:
    """2024-07-18, 2024/07/18 09:30 +0300."""
    match = _YMD.fullmatch(field)
    if match is None:
        return None
    year, month, day, hour, minute, second, offset = match.groups()
    try:
        if hour is None:
            return civil_day(date(int(year), int(month), int(day)), zone)
        told = zone if offset is None else _offset(offset)
        start = datetime(
            int(year), int(month), int(day), int(hour), int(minute), int(second or 0), tzinfo=told
        )
    except ValueError:
        return None
    return _moment(start.astimezone(zone), seconds=second is not None)


def _span(field: str, zone: tzinfo) -> Interval | None:
    """2024-07-18 09:00–10:15: from one clock to another, past midnight where that is earlier.

    With a bare hyphen only to a later one: else it is an offset, "2024-07-18 14:30-05:00".
    """
    match = _CLOCKS.fullmatch(field)
    if match is None:
        return None
    first = _digits(f"{match['day']} {match['first'].replace('.', ':')}", zone)
    last = _digits(f"{match['day']} {match['last'].replace('.', ':')}", zone)
    if first is None or last is None or first.start is None or last.start is None:
        return None
    if last.start <= first.start:
        if match["mark"] == "-":
            return None
        return replace(first, end=last.start + timedelta(days=1))
    return replace(first, end=last.start)


def _offset(text: str) -> tzinfo:
    if text in {"Z", "UTC", "GMT"}:
        return UTC
    parsed = datetime.strptime(text.replace(":", ""), "%z").tzinfo
    assert parsed is not None
    return parsed


def _moment(start: datetime, *, seconds: bool) -> Interval:
    grain = Grain.SECOND if seconds else Grain.MINUTE
    length = timedelta(seconds=1) if seconds else timedelta(minutes=1)
    return Interval(start=start, end=start + length, grain=grain)


def _edtf(field: str, zone: tzinfo) -> Interval | None:
    with suppress(DateError, ValueError, OverflowError):
        return from_edtf(field, zone)
    return None


def _mail(field: str, zone: tzinfo) -> Interval | None:
    """Thu, 18 Jul 2024 09:30:00 GMT."""
    if _MAIL.fullmatch(field) is None:
        return None
    with suppress(ValueError, TypeError, OverflowError):
        start = parsedate_to_datetime(field)
        if start.tzinfo is None or untold_zone(field):
            told = _abbreviated(field.rsplit(maxsplit=1)[-1], zone)
            if told is None:
                return civil_day(start.date(), zone)
            start = start.replace(tzinfo=told)
        return _moment(start.astimezone(zone), seconds=field.count(":") > 1)
    return None


def _abbreviated(name: str, zone: tzinfo) -> tzinfo | None:
    """The zone of an abbreviation, "MSK"; None for one that is not known, or that several have.

    "-0000" says that the moment is of UTC, and the writer's zone not known.
    """
    if not name.strip("()").isalpha() or name in _UNIVERSAL:
        return UTC
    offset = load_locale(ABBREVIATIONS).lexicon["tz"].get(name.strip("()").casefold(), AMBIGUOUS)
    if offset == LOCAL:
        return zone
    return None if offset == AMBIGUOUS else zone_of(offset)


def _tagged(
    field: str, zone: tzinfo, published: Interval | None, languages: Sequence[str]
) -> tuple[Interval, Relation] | None:
    """What our own rules make of it, where one mention covers all but a preposition.

    Of a field without a word the first language that knows it decides: figures that another one
    reads in its own order ("05/06/2024") are ambiguous where no language is told.
    """
    wordless = not languages and not any(letter.isalpha() for letter in field)
    for language in languages or LANGUAGES:
        if language not in LANGUAGES:
            continue
        locale = load_locale(language)
        mentions = tag(field, published=published, locale=locale, zone=zone)
        if len(mentions) != 1 or mentions[0].interval is None:
            if mentions and wordless:
                return None
            continue
        mention = mentions[0]
        around = (field[: mention.start] + field[mention.end :]).lower().split()
        if len(around) <= 2 and all(word.strip(",:") in locale.leads for word in around):
            assert mention.interval is not None
            return mention.interval, mention.relation
    return None


def _dateparser(
    field: str, zone: tzinfo, published: Interval | None, languages: Sequence[str]
) -> Interval | None:
    """What dateparser makes of it, as far as the field itself tells it.

    The field is read from two bases years apart. What both readings share was told; what moves
    with the base is relative, and needs ``published``; anything else would be invented.
    """
    if _PAIR.fullmatch(field):
        return _day_month(field, published)
    parts = _ORDERLESS.search(field)
    either = parts and parts[1] != parts[2] and max(int(parts[1]), int(parts[2])) <= 12
    if either or field.isdigit():
        return None  # 05/06/24: day first or month first, nothing tells
    one, two = (_read(field, base, languages) for base in _BASES)
    if one is None or two is None:
        return None
    if _same(one, two):
        return _grained(*one, field, zone)
    start = None if published is None else published.start
    return None if start is None else _counted(field, (one[0], two[0]), start, languages)


def _day_month(field: str, published: Interval | None) -> Interval | None:
    """``04.09.``: the day in the year nearest to the one that it counts from.

    With dots the day goes first (CLDR); two numbers with another mark tell no day for sure.
    """
    day, mark, month = _PAIR.fullmatch(field).groups()  # type: ignore[union-attr]
    start = None if published is None else published.start
    if mark != "." or start is None or start.tzinfo is None:
        return None
    with suppress(ValueError):
        found = _nearest_year(
            datetime(2000, int(month), int(day)),  # noqa: DTZ001 (the year is to be found)
            start.replace(tzinfo=None),
        )
        return None if found is None else civil_day(found.date(), start.tzinfo)
    return None


def _same(one: tuple[datetime, str], two: tuple[datetime, str]) -> bool:
    """Whether two readings agree on all that their period tells."""
    depth = {"year": 1, "month": 2}.get(one[1], 6)
    return one[1] == two[1] and one[0].timetuple()[:depth] == two[0].timetuple()[:depth]


def _counted(
    field: str, readings: tuple[datetime, datetime], start: datetime, languages: Sequence[str]
) -> Interval | None:
    """A relative field, counted from a start; a day without its year in the year nearest to it."""
    base = start.replace(tzinfo=None)
    moves, read = _moves(*readings), _read(field, base, languages)
    if read is None or not moves or start.tzinfo is None:
        return None
    found = read[0] if moves == "all" else _nearest_year(read[0], base)
    return None if found is None else _grained(found, read[1], field, start.tzinfo)


_BASES = (datetime(2001, 2, 3, 9, 30), datetime(2013, 8, 17, 9, 30))  # noqa: DTZ001 (naive, as dateparser wants)


def _read(field: str, base: datetime, languages: Sequence[str]) -> tuple[datetime, str] | None:
    """Dateparser's reading from a base, and its period: time, day, week, month, year."""
    from dateparser.date import DateDataParser  # noqa: PLC0415 (dateparser takes 0.2 s)

    parser = DateDataParser(
        languages=[code for code in languages if has_words(code)] or None,
        settings={
            "DATE_ORDER": "DMY",
            "PREFER_DATES_FROM": "past",
            "RETURN_TIME_AS_PERIOD": True,
            "RELATIVE_BASE": base,
        },
    )
    with suppress(ValueError, OverflowError, TypeError):
        found = parser.get_date_data(field)
        if found.date_obj is not None:
            return found.date_obj, found.period or "day"
    return None


def _moves(one: datetime, two: datetime) -> str:
    """What moves with the base: "all" of it, only the "year", or "" for what is neither."""
    pairs = tuple(zip((one, two), _BASES, strict=True))
    days = [(found.replace(tzinfo=None) - base).days for found, base in pairs]
    months = [(found.year - base.year) * 12 + found.month - base.month for found, base in pairs]
    if abs(days[0] - days[1]) <= 1 or months[0] == months[1]:
        return "all"
    return "year" if (one.month, one.day) == (two.month, two.day) else ""


def _nearest_year(found: datetime, base: datetime) -> datetime | None:
    """A day told without its year: the one nearest to the day that it counts from."""
    years = []
    for shift in (-1, 0, 1):
        with suppress(ValueError):  # 29 February
            years.append(found.replace(year=base.year + shift))
    return min(years, key=lambda moment: abs(moment.replace(tzinfo=None) - base), default=None)


def _grained(found: datetime, period: str, field: str, zone: tzinfo) -> Interval | None:
    """The whole unit that was told: the moment, the day, the month, the year."""
    if period == "time" and _CLOCK.search(field):
        start = found if found.tzinfo else found.replace(tzinfo=zone)
        return _moment(start.astimezone(zone), seconds=field.count(":") > 1)
    day = found.date()
    code = {"week": "W", "month": "M", "year": "Y"}.get(period)
    if code is None:
        return civil_day(day, zone)
    start_day = floor(day, code)
    return stretch(start_day, moved(start_day, code, 1), UNITS[code].grain, zone)
