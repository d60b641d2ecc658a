"""Text of an undated document → Clues: what its own words say of the day it was published.

Constraints, not guesses. A full date told in the past tense bounds from below, one told as a plan
from above; a day without a year bounds within every year; "in 2019, three years ago" and "today,
July 18" tell the year and the day. What is quoted, and what no verb places, bounds nothing from
above. Copyright years are no part of a text by the time that it comes here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta, tzinfo
from itertools import pairwise

from briefgen.errors import DateError
from briefgen.knowledge.locale import Locale
from briefgen.knowledge.milestones import Milestone
from briefgen.model import Anchor, Document, Grain, Interval, Mention, Relation, Sentence, from_edtf
from briefgen.readers.dated.datelines import read_dateline
from briefgen.readers.dated.fields import read_date
from briefgen.readers.windows.at_milestones import milestone_clues
from briefgen.readers.windows.in_office import office_clues
from briefgen.readers.windows.spans import YEARS, Clue, within
from briefgen.temporal import find, resolve, tie
from briefgen.temporal.direction import Direction, direction
from briefgen.temporal.heard import Sense
from briefgen.temporal.passage import Passage
from briefgen.temporal.refine import fields_of

__all__ = ["clues_of", "told"]

WITHIN = timedelta(days=330)
"""A day told without its year is no further away."""
DATELINE = timedelta(days=3)
"""How long after the day of its dateline a text is published, at most."""
BESIDE = 14
"""Characters between two expressions that explain each other: "in 2019, three years ago"."""
SLACK = timedelta(days=184)
"""Years counted in a text are rounded by half a year, at most."""
GOES_ON = frozenset({Relation.BY, Relation.UNTIL, Relation.BEFORE})
"""Ties to a time that need not have passed, whatever the tense."""
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]{0,600}?[\"”“»]")
_YEAR = re.compile(r"(?:19|20)\d\d")


def clues_of(
    document: Document, locale: Locale, zone: tzinfo, milestones: Sequence[Milestone] = ()
) -> tuple[Clue, ...]:
    """All that the words of a document say of the day on which it was published."""
    undated = replace(document, published=None)
    found = resolve(undated, find(undated, locale), locale, zone)
    mentions = tie(undated, found, locale, zone, tuple(milestones))
    clues = [*_dateline(document, zone, locale.language)]
    passages = _passages(document, mentions, locale)
    quoted = [match.span() for match in _QUOTED.finditer(document.text)]
    for index, mention in enumerate(mentions):
        passage, offset = passages[index]
        heard = direction(passage, mention.start - offset, mention.end - offset, headline=False)
        inside = any(start <= mention.start < end for start, end in quoted)
        clues.extend(_of_mention(mention, heard, inside=inside, zone=zone))
    own = [
        mention
        for mention in mentions
        if not any(start <= mention.start < end for start, end in quoted)
    ]
    clues.extend(_beside(own, document.text))
    clues.extend(office_clues(document, mentions))
    clues.extend(milestone_clues(document, mentions, milestones, locale, zone))
    return tuple(clues)


def told(mention: Mention) -> Mapping[str, str]:
    """What the words of a mention tell, by name."""
    return fields_of(mention)


def _of_mention(
    mention: Mention, heard: Direction, *, inside: bool, zone: tzinfo
) -> Iterator[Clue]:
    fields = told(mention)
    interval = mention.interval
    if interval is None and _YEAR.fullmatch(mention.expression.value[:4]) and "y" in fields:
        interval = _absolute(mention, zone)
    told_year = "y" in fields and fields.get("kind") == "calendar"
    if interval is not None and (told_year or mention.anchor is Anchor.EVENT):
        yield from _dated(mention, interval, heard, inside=inside)
    elif {"m", "d"} <= fields.keys() and "y" not in fields and heard.cues and not inside:
        yield from _yearless(mention, fields, heard)


def _absolute(mention: Mention, zone: tzinfo) -> Interval | None:
    """The interval that the words of a date alone give, None where they leave a part open."""
    with suppress(DateError):
        return from_edtf(mention.expression.value, zone)
    return None


def _dated(
    mention: Mention, interval: Interval, heard: Direction, *, inside: bool
) -> Iterator[Clue]:
    """A date with its year, told as past or as a plan."""
    past = heard.sense is Sense.PAST and not heard.conflict
    plan = heard.sense is Sense.FUTURE and bool(heard.cues) and heard.strong and not heard.conflict
    if past and heard.cues and interval.start is not None and mention.relation not in GOES_ON:
        first = interval.start.date()
        yield Clue(
            spans=within([(first, None)]), why=f'it tells "{mention.text}" as past ({heard.word})'
        )
    elif (
        plan and not inside and interval.end is not None and mention.relation is not Relation.SINCE
    ):
        last = (interval.end - timedelta(seconds=1)).date()
        yield Clue(
            spans=within([(None, last)]), why=f'it tells "{mention.text}" as ahead ({heard.word})'
        )


def _yearless(mention: Mention, fields: Mapping[str, str], heard: Direction) -> Iterator[Clue]:
    """A day without its year: after it, or before it, in any year that its weekday allows."""
    if heard.conflict or not heard.strong:
        return
    past = heard.sense is Sense.PAST
    weekday = fields.get("wd")
    ranges = []
    for day in _days(int(fields["m"]), int(fields["d"])):
        if weekday is not None and weekday.isdigit() and day.isoweekday() != int(weekday):
            continue
        ranges.append((day, day + WITHIN) if past else (day - WITHIN, day))
    if ranges:
        tense = "past" if past else "ahead"
        yield Clue(
            spans=within(ranges),
            why=f'it tells "{mention.text}" as {tense} ({heard.word})',
        )


def _days(month: int, day: int) -> Iterator[date]:
    for year in YEARS:
        try:
            yield date(year, month, day)
        except ValueError:
            continue


def _beside(mentions: Sequence[Mention], text: str) -> Iterator[Clue]:
    """Two expressions side by side of which one counts from the day of publication."""
    for one, other in pairwise(mentions):
        between = text[one.end : other.start]
        if len(between) > BESIDE or "." in between or ";" in between:
            continue
        for near, far in ((one, other), (other, one)):
            yield from _explained(near, far, between)


def _explained(near: Mention, far: Mention, between: str) -> Iterator[Clue]:
    """What "today" says of a day beside it, and "three years ago" of a year."""
    fields, dated = told(near), told(far)
    if fields.get("base") != "pub" or not _apposed(between):
        return
    shift, unit = fields.get("shift"), fields.get("unit")
    if shift is None or not shift.lstrip("+-").isdigit():
        return
    why = f'it says "{near.text}" of "{far.text}"'
    if unit == "D" and abs(int(shift)) <= 1 and {"m", "d"} <= dated.keys():
        days = list(_days(int(dated["m"]), int(dated["d"])))
        if "y" in dated:
            days = [day for day in days if day.year == int(dated["y"])]
        moved = [day - timedelta(days=int(shift)) for day in days]
        yield Clue(spans=within([(day, day) for day in moved]), why=why)
    elif unit == "Y" and "y" in dated and dated["y"].isdigit() and "m" not in dated:
        year = int(dated["y"]) - int(shift)
        if 1 <= year <= 9000:
            first, last = date(year, 1, 1) - SLACK, date(year, 12, 31) + SLACK
            yield Clue(spans=within([(first, last)]), why=why)


def _apposed(between: str) -> bool:
    """Whether nothing but a comma, a bracket or a dash stands between."""
    return not any(character.isalnum() for character in between)


def _dateline(document: Document, zone: tzinfo, language: str) -> Iterator[Clue]:
    """A dateline without its year."""
    first = next((block for block in document.blocks if block.kind == "paragraph"), None)
    if first is None:
        return
    line = read_dateline(document.text[first.start : first.end], zone, (language,))
    if line is None or line.interval is not None:
        return
    days = []
    for year in YEARS:
        day = _stated(f"{line.said} {year}", zone, language)
        if day is not None:
            days.append((day, day + DATELINE))
    yield Clue(spans=within(days), why=f'its dateline says "{line.said}", without a year')


def _stated(said: str, zone: tzinfo, language: str) -> date | None:
    interval = read_date(said, zone, (language,))
    if interval is None or interval.start is None or interval.grain is not Grain.DAY:
        return None
    return interval.start.date()


def _passages(
    document: Document, mentions: Sequence[Mention], locale: Locale
) -> list[tuple[Passage, int]]:
    """The sentence of each mention, and where it starts."""
    made: dict[int, Passage] = {}
    found = []
    for mention in mentions:
        sentence = _sentence_at(document.sentences, mention.start)
        start = sentence.start if sentence is not None else 0
        end = sentence.end if sentence is not None else len(document.text)
        if start not in made:
            made[start] = Passage.of(document.text, start, end, locale)
        found.append((made[start], start))
    return found


def _sentence_at(sentences: Sequence[Sentence], offset: int) -> Sentence | None:
    return next((one for one in sentences if one.start <= offset < one.end), None)
