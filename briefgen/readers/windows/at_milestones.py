"""Sentences that tell what happened at a milestone → Clues: the weekday, the week, of that event.

"He said at the Halden forum on Wednesday" is of the days after the forum's Wednesday; "the forum
opens this week" is of its week. Where the milestone comes again, it may be any of its times.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo

from briefgen.knowledge.locale import Locale
from briefgen.knowledge.milestones import Milestone, names_in
from briefgen.model import Document, Interval, Mention, Sentence
from briefgen.readers.windows.spans import Clue, within
from briefgen.temporal.direction import Direction, direction
from briefgen.temporal.heard import Sense
from briefgen.temporal.passage import Passage
from briefgen.temporal.refine import fields_of

__all__ = ["milestone_clues"]

SHORT = timedelta(days=14)
"""A milestone that lasts longer tells no week."""
LONGEST = 31
"""Days of a gathering whose end tells anything."""
FRESH = timedelta(days=7)
"""How long after its end a gathering is told without its date, at most."""
STALE = timedelta(days=60)
"""The same of one that is named once, further down."""
LEAD = 5
"""Sentences from the top that tell what is new."""
OFTEN = 2
"""Names of it in a text that tells of it."""
WEEK = timedelta(days=6)
NEAR = 40
"""Characters between a milestone's name and the time that is told of it, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A milestone's name in a text."""

    start: int
    end: int
    milestone: Milestone
    times: tuple[Interval, ...]
    sentence: Sentence
    rank: int
    """Of its sentence."""
    heard: Direction

    @property
    def past(self) -> bool:
        """Whether its sentence tells what was."""
        return self.heard.sense is Sense.PAST and bool(self.heard.cues) and not self.heard.conflict

    @property
    def ahead(self) -> bool:
        """Whether its sentence tells what will be."""
        plan = self.heard.sense is Sense.FUTURE and bool(self.heard.cues)
        return plan and self.heard.strong and not self.heard.conflict


def milestone_clues(
    document: Document,
    mentions: Sequence[Mention],
    milestones: Sequence[Milestone],
    locale: Locale,
    zone: tzinfo,
) -> Iterator[Clue]:
    """What milestones say of the day, by the words beside their names."""
    named = tuple(_named(document, milestones, locale, zone))
    for one in named:
        if one.past and one.heard.strong and len(one.times) == 1 and one.times[0].start is not None:
            first = one.times[0].start.date()
            why = f"it speaks of the {one.milestone.name} as begun ({first:%Y-%m-%d})"
            yield Clue(spans=within([(first, None)]), why=why)
        near = _nearest(mentions, one.start, one.end, one.sentence)
        if near is None or not one.milestone.gathering:
            continue
        passage = Passage.of(document.text, one.sentence.start, one.sentence.end, locale)
        offset = one.sentence.start
        heard = direction(passage, near.start - offset, near.end - offset, headline=False)
        if heard.sense is Sense.PAST and not heard.conflict:
            yield from _timed(near, one.milestone, [time for time in one.times if _is_short(time)])
    yield from _gathered([one for one in named if one.milestone.gathering], mentions)


def _named(
    document: Document, milestones: Sequence[Milestone], locale: Locale, zone: tzinfo
) -> Iterator[_Named]:
    """Where a text names milestones, with what its sentence tells of them."""
    for start, end, milestone in names_in(document.text.lower(), tuple(milestones)):
        found = (
            (rank, one)
            for rank, one in enumerate(document.sentences)
            if one.start <= start < one.end
        )
        rank, sentence = next(found, (0, None))
        times = milestone.occurrences(zone)
        if sentence is None or not times:
            continue
        passage = Passage.of(document.text, sentence.start, sentence.end, locale)
        spot = start - sentence.start
        yield _Named(
            start=start,
            end=end,
            milestone=milestone,
            times=times,
            sentence=sentence,
            rank=rank,
            heard=direction(passage, spot, spot + 1, headline=False),
        )


def _gathered(named: Sequence[_Named], mentions: Sequence[Mention]) -> Iterator[Clue]:
    """A gathering told as news without its date: it goes on, or is just over.

    Told as news is what the first sentences name, or what is named more than once.
    """
    for milestone in dict.fromkeys(one.milestone for one in named):
        own = [one for one in named if one.milestone is milestone]
        told = [one for one in named if set(one.times) >= set(own[0].times)]
        if any(one.ahead for one in own):
            yield from _before(own, mentions)
        elif any(one.past for one in told) and not any(_is_dated(one, mentions) for one in told):
            weak = len(told) < OFTEN and told[0].rank >= LEAD
            ranges = [
                (days[0], days[-1] + (STALE if weak else FRESH))
                for time in own[0].times
                if (days := _days(time)) and len(days) <= LONGEST
            ]
            why = f"it tells news of the {milestone.name}"
            yield Clue(spans=within(ranges), why=why, sure=False, weak=weak)


def _before(named: Sequence[_Named], mentions: Sequence[Mention]) -> Iterator[Clue]:
    """A gathering told as ahead: between the last one and that of the year told, or any later."""
    years = {
        fields_of(mention)["y"]
        for one in named
        for mention in _within(one, mentions)
        if "y" in fields_of(mention)
    }
    ranges: list[tuple[date | None, date | None]] = []
    last: date | None = None
    for time in named[0].times:
        days = _days(time)
        if days and (not years or str(days[0].year) in years):
            ranges.append((last, days[0]))
        last = days[-1] if days else last
    if ranges:
        why = f"it speaks of the {named[0].milestone.name} as ahead"
        yield Clue(spans=within(ranges), why=why, sure=False)


def _within(one: _Named, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The time expressions of its sentence."""
    start, end = one.sentence.start, one.sentence.end
    return (mention for mention in mentions if start <= mention.start < end)


def _is_dated(one: _Named, mentions: Sequence[Mention]) -> bool:
    """Whether its sentence tells a month, a year, or a longer while before: it tells what was."""
    fields = (fields_of(mention) for mention in _within(one, mentions))
    return any(
        {"m", "y"} & told.keys()
        or (told.get("base") == "pub" and told.get("unit") not in {"D", "W"})
        for told in fields
    )


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
