"""A relative expression → the Edit that makes it absolute in a line of a brief.

A day or a named unit is replaced ("on Thursday" → "on 18 Jul 2024", "in May" → "in May 2024"), a
part of a weekday too ("on Friday evening" → "on the evening of 19 Jul 2024"); other words stay,
with the date in brackets after them ("overnight [17–18 Jul 2024]"). No weekday stays bare: one
that could not be resolved stands in quotation marks and says so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.words import Word, Wording
from briefgen.model import Anchor, Grain, Interval, Mention, Relation, TimexType, from_edtf, to_edtf
from briefgen.temporal.thirds import third_beside

__all__ = ["Calendar", "Edit", "Label", "absolute_edits"]


BESIDE = 6
"""Characters, at most, between words and the date in figures that explains them: ", in "."""
CLOCK = "T"
"""In a TIMEX3 value, what stands before a time of the day."""


YEAR = re.compile(r"\d{4}")
BY_CLOCK = re.compile(r"T\d")
"""The same, of a time by the clock."""
PHRASE_END = re.compile(r"[,;:()“”«»\"]|\s[—–-]\s|[.!?…]+[”\"»]?\s*$")
"""What ends a phrase that a date is counted from."""


class Label(Protocol):
    """Words an interval; ``ahead`` where it is open and lies in the future."""

    def __call__(self, interval: Interval, *, ahead: bool = False) -> str:
        """The words: "18 Jul 2024"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """How a language names dates in a line."""

    label: Label
    weekdays: frozenset[str]
    """Names of the weekdays, in lower case."""
    beside: bool = False
    """Whether a date stands beside the words that it explains, never in their place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A replacement of ``text[start:end]``."""

    start: int
    end: int
    put: str


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
            edits.append(_unknown(word.start, word.end, word.text, lexicon))
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
        words = calendar.label(_day(mention.interval))
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
        unknown = _unknown(mention.start, mention.end, mention.text, lexicon)
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
    interval = _bare(mention.interval, mention.relation)
    said = mention.text.lower().replace(",", " ").split()
    shown = calendar.label(_days(interval)).lower().replace(",", " ").split()
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
    interval = _bare(mention.interval, mention.relation)
    if interval.grain is Grain.PART and BY_CLOCK.search(mention.value):
        interval = replace(interval, grain=Grain.HOUR)  # "shortly before midnight on Monday"
    ahead = mention.relation is Relation.AT
    beside = calendar.beside  # the words of another language keep their grammar
    if beside or wording.quoted(mention.start):  # direct speech keeps its words
        weekday = bool(named) and not beside
        words = _lacking(mention, calendar.label(_days(interval), ahead=ahead))
        return _quoted(wording.text, mention, words, weekday, lexicon)
    if len(named) == 1 and interval.grain is Grain.PART:
        return _part(wording, mention, named[0], calendar, lexicon)
    if _in_place(mention, interval, named):
        return _replaced(wording, mention, interval, calendar, lexicon)
    if named:
        return _spanned(mention, interval, named, calendar, lexicon)
    words = _lacking(mention, calendar.label(_days(interval), ahead=ahead))
    words = _said_once(wording, mention, words, lexicon)
    end = _after_possessive(wording.text, mention.end, lexicon)
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


def _part(
    wording: Wording,
    mention: Mention,
    weekday: Word,
    calendar: Calendar,
    lexicon: Statements,
) -> Edit:
    """A part of one weekday: "on Monday evening", "by Monday evening", "the Monday night raid"."""
    assert mention.interval is not None
    interval = _bare(mention.interval, mention.relation)
    if mention.text.lower().startswith(f"{lexicon.the} "):
        return _spanned(mention, interval, (weekday,), calendar, lexicon)
    if _after_article(wording, mention.start, lexicon):
        return Edit(start=weekday.start, end=weekday.end, put=calendar.label(_day(interval)))
    if interval.bounded:
        return _replaced(wording, mention, interval, calendar, lexicon)
    return _open_part(wording, mention, calendar.label(interval), lexicon)


def _replaced(
    wording: Wording,
    mention: Mention,
    interval: Interval,
    calendar: Calendar,
    lexicon: Statements,
) -> Edit:
    """The label in the place of the words, with the article or "on" that it needs there."""
    start, end = mention.start, mention.end
    words = calendar.label(interval)
    if wording.text[end : end + 2] in lexicon.possessives:
        return Edit(start=start, end=end + 2, put=f"{lexicon.the} {words}")
    article = _article_before(wording, mention, lexicon)
    if article is not None:  # "a Wednesday meeting", "the Feb. 23 accord"
        bare = words.removeprefix(f"{lexicon.the} ")
        return Edit(start=article.start, end=end, put=f"{_fitting(article, bare, lexicon)} {bare}")
    if interval.grain > Grain.WEEK:
        return Edit(start=start, end=end, put=words)
    if interval.approximate and interval.grain >= Grain.DAY:  # "about 18 Jul 2024" needs no "on"
        return Edit(start=start, end=end, put=words)
    first, _, rest = words.partition(" ")
    if rest == calendar.label(_day(interval)) and mention.text.lower().startswith(first):
        return Edit(start=start, end=end, put=f"{first} {lexicon.on} {rest}")  # "late on 6 Apr"
    if words[:1].isalpha():
        words = f"{lexicon.the} {words}"
    tied = _after_preposition(wording.text, start, lexicon) or _is_object(wording, mention, lexicon)
    return Edit(start=start, end=end, put=words if tied else f"{lexicon.on} {words}")


def _is_object(wording: Wording, mention: Mention, lexicon: Statements) -> bool:
    """Whether a day is a thing and no time: "set *10 November* as the deadline"."""
    after = wording.within((mention.end, wording.end))[:1]
    between = wording.text[mention.end : after[0].start] if after else ","
    return not between.strip() and after[0].lower in lexicon.as_openers | lexicon.passive


def _open_part(wording: Wording, mention: Mention, words: str, lexicon: Statements) -> Edit:
    """A part of a day that something lasts to or from: "by Monday evening", its "by" said once."""
    tie, _, rest = words.partition(" ")
    before = wording.within((wording.start, mention.start))
    if before and before[-1].lower == tie:
        words = f"{lexicon.the} {rest}"
    return Edit(start=mention.start, end=mention.end, put=words)


def _article_before(wording: Wording, mention: Mention, lexicon: Statements) -> Word | None:
    """The article or possessive right before a date that says which: "a *Wednesday* meeting"."""
    before = wording.within((wording.start, mention.start))[-1:]
    after = wording.within((mention.end, wording.end))[:1]
    if not before or not after or not mention.text[:1].isupper():
        return None
    gaps = (wording.text[before[0].end : mention.start], wording.text[mention.end : after[0].start])
    articles = {*lexicon.determiners, *lexicon.indefinite, *lexicon.owners}
    tied = before[0].lower in articles and not any(gap.strip() for gap in gaps)
    return before[0] if tied and after[0].text.islower() else None


def _fitting(article: Word, words: str, lexicon: Statements) -> str:
    """An article as the date behind it wants it: "an 8 Jul 2024 meeting"."""
    if not any(lexicon.indefinite) or article.lower not in lexicon.indefinite:
        return article.text
    vowel = words.split(" ", maxsplit=1)[0] in lexicon.indefinite_numbers
    put = lexicon.indefinite[vowel]
    return put.capitalize() if article.text[:1].isupper() else put


def _after_article(wording: Wording, at: int, lexicon: Statements) -> bool:
    """Whether an article stands right before: "the Monday morning raid"."""
    before = wording.within((wording.start, at))
    return bool(before) and before[-1].lower in lexicon.determiners


def _after_possessive(text: str, at: int, lexicon: Statements) -> int:
    """Behind the ending of a possessive that a bracket must not part from its word."""
    ending = next((p for p in lexicon.possessives if text.startswith(p, at)), "")
    plural = text[at - 1 : at] == "s" and text[at : at + 1] in {"’", "'"}
    return at + (len(ending) or plural)


def _spanned(
    mention: Mention,
    interval: Interval,
    named: Sequence[Word],
    calendar: Calendar,
    lexicon: Statements,
) -> Edit:
    """The label in the place of one or two weekdays: "the night from Sunday to Monday"."""
    if interval.grain is not Grain.PART:
        days = calendar.label(_days(interval) if len(named) > 1 else _day(interval))
        return Edit(start=named[0].start, end=named[-1].end, put=days)
    article = mention.text.lower().startswith(f"{lexicon.the} ")
    words = calendar.label(interval)
    return Edit(
        start=mention.start, end=mention.end, put=f"{lexicon.the} {words}" if article else words
    )


def _quoted(text: str, mention: Mention, words: str, weekday: bool, lexicon: Statements) -> Edit:
    """The date after words of direct speech; a weekday among them in quotation marks of its own."""
    if weekday:
        put = f"‘{mention.text}’ [{words}]"
        return Edit(start=mention.start, end=mention.end, put=put)
    end = _after_possessive(text, mention.end, lexicon)
    return Edit(start=end, end=end, put=f" [{words}]")


def _unknown(start: int, end: int, text: str, lexicon: Statements) -> Edit:
    return Edit(start=start, end=end, put=f"“{text}” [{lexicon.unknown}]")


def _after_preposition(text: str, at: int, lexicon: Statements) -> bool:
    """Whether the word before an offset is one that a date may follow: "on", "since"."""
    before = text[max(0, at - 12) : at].split()
    return bool(before) and text[at - 1] == " " and before[-1].lower() in lexicon.date_prepositions


def _day(interval: Interval) -> Interval:
    """The day of a clock time or a part of a day: where it starts, or falls due."""
    side = interval.start
    if side is None:
        assert interval.end is not None
        side = interval.end - timedelta(microseconds=1)
    assert side.tzinfo is not None
    return from_edtf(side.date().isoformat(), side.tzinfo)


def _days(interval: Interval) -> Interval:
    """Of a part of a day or a clock time, its days: its own words stand before the bracket."""
    side = interval.start or interval.end
    if interval.grain > Grain.PART or side is None or side.tzinfo is None:
        return interval
    whole = replace(interval, grain=Grain.PART)
    return from_edtf(to_edtf(whole), side.tzinfo)


def _bare(interval: Interval, relation: Relation) -> Interval:
    """The unit that was named: of "by September" the month, not all time before its end."""
    side = interval.end if interval.start is None else interval.start
    if interval.bounded or relation is Relation.AT or side is None or interval.grain < Grain.DAY:
        return interval
    assert side.tzinfo is not None
    beside = third_beside(interval.start, interval.end, interval.grain)
    if interval.approximate and interval.start is None and beside is not None:
        return replace(interval, start=beside[2][0], end=beside[2][1])  # "by early June"
    named = from_edtf(to_edtf(interval).strip("./"), side.tzinfo)
    return replace(named, approximate=interval.approximate, uncertain=interval.uncertain)
