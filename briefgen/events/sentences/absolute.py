"""A relative expression → the Edit that makes it absolute in a line of a brief.

A day or a named unit is replaced ("on Thursday" → "on 18 Jul 2024", "in May" → "in May 2024"), a
part of a weekday too ("on Friday evening" → "on the evening of 19 Jul 2024"); other words stay,
with the date in brackets after them ("overnight [17–18 Jul 2024]"). No weekday stays bare: one
that could not be resolved stands in quotation marks and says so.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.words import Word, Wording
from briefgen.events.sentences.calendar import Calendar, Edit, named_unit, one_day, whole_days
from briefgen.events.sentences.placed_dates import (
    after_possessive,
    part_edit,
    quoted_edit,
    replacing_edit,
    spanned_edit,
    unknown_edit,
)
from briefgen.model import Anchor, Grain, Interval, Mention, Relation, TimexType

__all__ = ["absolute_edits"]


BESIDE = 6
"""Characters, at most, between words and the date in figures that explains them: ", in "."""
CLOCK = "T"
"""In a TIMEX3 value, what stands before a time of the day."""


YEAR = re.compile(r"\d{4}")
BY_CLOCK = re.compile(r"T\d")
"""The same, of a time by the clock."""
PHRASE_END = re.compile(r"[,;:()“”«»\"]|\s[—–-]\s|[.!?…]+[”\"»]?\s*$")
"""What ends a phrase that a date is counted from."""


def absolute_edits(
    wording: Wording, mentions: Sequence[Mention], calendar: Calendar, lexicon: Statements
) -> list[Edit]:
    """The edits that leave no relative date and no bare weekday in a sentence."""
    made = [
        (edit, mention)
        for mention in mentions
        for edit in _edits(wording, mention, calendar, lexicon)
        if edit.end > edit.start or not _told_beside(mention, mentions)
    ]
    edits = _once(made, calendar)
    covered = [(m.start, m.end) for m in mentions]
    for word in wording.words:
        bare = lexicon.bare(word.lower) in calendar.weekdays
        if bare and not any(start <= word.start < end for start, end in covered):
            edits.append(unknown_edit(word.start, word.end, word.text, lexicon))
    return edits


def _once(made: Sequence[tuple[Edit, Mention]], calendar: Calendar) -> list[Edit]:
    """The edits, less a date in brackets that the line shows anyhow, before it or behind.

    Of a time by the clock it is the day that need not be shown again.
    """
    shown = " ".join(edit.put for edit, _ in made if edit.end > edit.start)
    kept: list[Edit] = []
    for edit, mention in made:
        if edit.end > edit.start or not _shows(shown, edit, mention, calendar):
            kept.append(edit)
            shown += f" {edit.put}"
    return kept


def _shows(shown: str, edit: Edit, mention: Mention, calendar: Calendar) -> bool:
    """Whether what a line shows has the date of a bracket; a year alone only in a bracket."""
    words = edit.put.strip(" []")
    if YEAR.fullmatch(words):
        return f"[{words}]" in shown
    if mention.interval is not None and mention.interval.grain < Grain.PART:
        words = calendar.label(one_day(mention.interval))
    return bool(words) and _stands_in(words, shown)


def _stands_in(words: str, shown: str) -> bool:
    """Whether words stand as a whole in what a line shows."""
    return re.search(rf"(?<![\w–]){re.escape(words)}(?![\w–])", shown) is not None


def _edits(
    wording: Wording, mention: Mention, calendar: Calendar, lexicon: Statements
) -> list[Edit]:
    """The edits of one mention: none where its own words are absolute."""
    named = [
        w
        for w in wording.within((mention.start, mention.end))
        if lexicon.bare(w.lower) in calendar.weekdays
    ]
    if mention.interval is None:
        if mention.type is TimexType.SET:
            return []  # "each Thursday" is a day of every week
        unknown = unknown_edit(mention.start, mention.end, mention.text, lexicon)
        return [unknown] if named else []
    if not named and (mention.anchor is Anchor.ABSOLUTE or _carried(mention, calendar)):
        return []
    return [_edit(wording, mention, named, calendar, lexicon)]


def _told_beside(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether an absolute date right after it says the same: "a month later, in March 2022"."""
    return mention.interval is not None and any(
        other.anchor is Anchor.ABSOLUTE
        and other.interval is not None
        and 0 <= other.start - mention.end <= BESIDE
        and other.interval.overlaps(mention.interval)
        for other in mentions
        if other.anchor is not mention.anchor
    )


def _carried(mention: Mention, calendar: Calendar) -> bool:
    """Whether the words tell all that the date does: "February 2022" needs no "[Feb 2022]"."""
    assert mention.interval is not None
    interval = named_unit(mention.interval, mention.relation)
    said = mention.text.lower().replace(",", " ").split()
    shown = calendar.label(whole_days(interval)).lower().replace(",", " ").split()
    return all(any(_tells(word, part) for word in said) for part in shown)


def _lacking(mention: Mention, words: str) -> str:
    """A date less what its own words tell: of "early March [early Mar 1999]" the year."""
    said = mention.text.lower().replace(",", " ").replace("-", " ").split()
    parts = words.replace("-", " ").split()
    untold = [part for part in parts if not any(_tells(word, part.lower()) for word in said)]
    year = len(untold) == 1 and len(parts) > 1 and YEAR.fullmatch(untold[0])
    return untold[0] if year else words


def _tells(word: str, part: str) -> bool:
    """Whether a word tells a part of a date: a number itself, "february" the month "feb"."""
    return word == part if part.isdigit() else part.isalpha() and word.startswith(part)


def _edit(
    wording: Wording,
    mention: Mention,
    named: Sequence[Word],
    calendar: Calendar,
    lexicon: Statements,
) -> Edit:
    """The one edit of a resolved mention; ``named`` are the weekdays in it."""
    assert mention.interval is not None
    interval = named_unit(mention.interval, mention.relation)
    if interval.grain is Grain.PART and BY_CLOCK.search(mention.value):
        interval = replace(interval, grain=Grain.HOUR)  # "shortly before midnight on Monday"
    ahead = mention.relation is Relation.AT
    beside = calendar.beside  # the words of another language keep their grammar
    if beside or wording.quoted(mention.start):  # direct speech keeps its words
        weekday = bool(named) and not beside
        words = _lacking(mention, calendar.label(whole_days(interval), ahead=ahead))
        return quoted_edit(wording.text, mention, words, weekday, lexicon)
    if len(named) == 1 and interval.grain is Grain.PART:
        return part_edit(wording, mention, named[0], calendar, lexicon)
    if _in_place(mention, interval, named):
        return replacing_edit(wording, mention, interval, calendar, lexicon)
    if named:
        return spanned_edit(mention, interval, named, calendar, lexicon)
    words = _lacking(mention, calendar.label(whole_days(interval), ahead=ahead))
    words = _said_once(wording, mention, words, lexicon)
    end = after_possessive(wording.text, mention.end, lexicon)
    end = _behind_event(wording, mention, end, lexicon)
    return Edit(start=end, end=end, put=f" [{words}]")


def _said_once(wording: Wording, mention: Mention, words: str, lexicon: Statements) -> str:
    """A date without the preposition that stands before its words: "by mid afternoon [by …]"."""
    tie, _, rest = words.partition(" ")
    ahead = wording.within((wording.start, mention.start))[-1:]
    own = wording.within((mention.start, mention.end))
    known = {word.lower for word in (*ahead, *own)}
    said = tie.lower() in (lexicon.date_prepositions - lexicon.time_words) & known
    return rest if said and rest else words


def _behind_event(wording: Wording, mention: Mention, end: int, lexicon: Statements) -> int:
    """Behind what a length of time is counted from: "a day before the vote [8 Jul 2024], …"."""
    after = wording.within((end, wording.end))[:1]
    if mention.anchor is not Anchor.EVENT or not after or after[0].lower not in lexicon.counting:
        return end
    stop = PHRASE_END.search(wording.text, after[0].end, wording.end)
    return stop.start() if stop else wording.end


def _in_place(mention: Mention, interval: Interval, named: Sequence[Word]) -> bool:
    """Whether the date can stand in the place of the words: a day, or a named unit."""
    length = len(mention.text.split())
    day = interval.grain is Grain.DAY and (length == 1 or (bool(named) and length < 3))
    clock = CLOCK in mention.value  # "04:30 local time", of a zone that is not known
    dated = interval.grain is Grain.DAY and any(c.isdigit() for c in mention.text) and not clock
    unit = mention.text[:1].isupper() and interval.grain > Grain.WEEK and length == 1
    return interval.bounded and (day or dated or unit)
