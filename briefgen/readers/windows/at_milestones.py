"""Sentences that tell what happened at a milestone → Clues: the weekday, the week, of that event.

"He said at the Halden forum on Wednesday" is of the days after the forum's Wednesday; "the forum
opens this week" is of its week. Where the milestone comes again, it may be any of its times.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta, tzinfo

from briefgen.knowledge.locale import Locale
from briefgen.knowledge.milestones import Milestone, names_in
from briefgen.model import Document, Interval, Mention, Sentence
from briefgen.readers.windows.spans import Clue, within
from briefgen.temporal.direction import Sense, direction
from briefgen.temporal.passage import Passage
from briefgen.temporal.refine import fields_of

__all__ = ["milestone_clues"]

SHORT = timedelta(days=14)
"""A milestone that lasts longer tells no week."""
WEEK = timedelta(days=6)
NEAR = 40
"""Characters between a milestone's name and the time that is told of it, at most."""


def milestone_clues(
    document: Document,
    mentions: Sequence[Mention],
    milestones: Sequence[Milestone],
    locale: Locale,
    zone: tzinfo,
) -> Iterator[Clue]:
    """What milestones say of the day, by the words beside their names."""
    for start, end, milestone in names_in(document.text.lower(), tuple(milestones)):
        sentence = next((one for one in document.sentences if one.start <= start < one.end), None)
        times = milestone.occurrences(zone)
        if sentence is None or not times:
            continue
        passage = Passage.of(document.text, sentence.start, sentence.end, locale)
        spot = start - sentence.start
        heard = direction(passage, spot, spot + 1, headline=False)
        past = heard.sense is Sense.PAST and bool(heard.cues) and not heard.conflict
        if past and heard.strong and len(times) == 1 and times[0].start is not None:
            first = times[0].start.date()
            why = f"it speaks of the {milestone.name} as begun ({first:%Y-%m-%d})"
            yield Clue(spans=within([(first, None)]), why=why)
        near = _nearest(mentions, start, end, sentence)
        if near is None:
            continue
        heard = direction(
            passage, near.start - sentence.start, near.end - sentence.start, headline=False
        )
        if heard.sense is Sense.PAST and not heard.conflict:
            yield from _timed(near, milestone, [one for one in times if _is_short(one)])


def _nearest(
    mentions: Sequence[Mention], start: int, end: int, sentence: Sentence
) -> Mention | None:
    """The expression beside a name that tells a day or week from the day of publication."""
    near = [
        (max(start - one.end, one.start - end), one.start, one)
        for one in mentions
        if sentence.start <= one.start < sentence.end and _counts(one)
    ]
    distance, _, found = min(near, key=lambda entry: entry[:2], default=(NEAR + 1, 0, None))
    return found if distance <= NEAR else None


def _counts(mention: Mention) -> bool:
    fields = fields_of(mention)
    weekday = fields.get("wd", "").isdigit() and not {"m", "y"} & fields.keys()
    return weekday or (fields.get("base") == "pub" and fields.get("unit") in {"D", "W"})


def _is_short(time: Interval) -> bool:
    return time.length is not None and time.length <= SHORT


def _timed(mention: Mention, milestone: Milestone, times: Sequence[Interval]) -> Iterator[Clue]:
    """The days on which the one relative time of the sentence falls into the milestone's."""
    fields = fields_of(mention)
    shift = fields.get("shift", "")
    ranges: list[tuple[date | None, date | None]] = []
    for day in (day for time in times for day in _days(time)):
        if "wd" in fields:
            if int(fields["wd"]) == day.isoweekday():
                ranges.append((day, day + WEEK))
        elif shift.lstrip("+-").isdigit():
            if fields.get("unit") == "D":
                published = day - timedelta(days=int(shift))
                ranges.append((published, published))
            elif fields.get("unit") == "W":
                monday = day - timedelta(days=day.weekday() + 7 * int(shift))
                ranges.append((monday, monday + WEEK))
    if ranges:
        why = f'it says "{mention.text}" of the {milestone.name}'
        yield Clue(spans=within(ranges), why=why, sure=False)


def _days(time: Interval) -> list[date]:
    if time.start is None or time.end is None:
        return []
    last = (time.end - timedelta(seconds=1)).date()
    count = (last - time.start.date()).days + 1
    return [time.start.date() + timedelta(days=shift) for shift in range(count)]
