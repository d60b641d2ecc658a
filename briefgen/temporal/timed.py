"""Mentions of one sentence → a time, or part of a day, and the day beside it become one.

"10 p.m. Wednesday", "3:30 on Tuesday afternoon", "8:40 in the morning of 10 June": the part of the
day tells which half of the day a time by twelve hours is in.
"""

from dataclasses import replace
from itertools import pairwise

from briefgen.model import Mention, TimexType
from briefgen.temporal.passage import Passage

__all__ = ["attach_time", "fields_of", "gap_between", "names_day"]

_GAP = 16
"""Characters between two expressions that are one, at most."""
_NOT_KEPT = frozenset({"kind", "shift", "weak"})
_TABLES = ("month", "month_short", "weekday", "weekday_short", "holiday")
"""Words that have a capital anywhere."""


def fields_of(mention: Mention) -> dict[str, str]:
    """The fields of what was said, by name."""
    return dict(mention.expression.fields)


def gap_between(left: Mention, right: Mention, passage: Passage) -> str | None:
    """What stands between two mentions, lower case, spaces single; None when it is long.

    Less a word that any date may have after it ("18 July 2024 *року*").
    """
    start, end = passage.spanned(left)[1], passage.spanned(right)[0]
    if end - start > _GAP:
        return None
    words = passage.low[start:end].split()
    if words and words[0].rstrip(",") in passage.locale.glue.unsaid:
        words[:1] = [","] if words[0].endswith(",") else []
    return " ".join(words)


def names_day(fields: dict[str, str]) -> bool:
    """Whether the fields name a day, to which a time may be added."""
    if fields["kind"] == "calendar":
        return any(name in fields for name in ("d", "wd", "holiday"))
    return fields["kind"] == "shift" and fields["unit"] == "D"


def attach_time(mentions: list[Mention], passage: Passage) -> list[Mention]:
    """A time or part of a day and the day beside it become one: "10 p.m. Wednesday".

    A night stays apart from the first of two days that it touches: "of Tuesday to Wednesday".
    """
    paired = {one.start for one, two in pairwise(mentions) if _are_pair(one, two, passage)}
    joined: list[Mention] = []
    for mention in mentions:
        apart = mention.start in paired and joined and fields_of(joined[-1]).get("part") == "NI"
        merged = _timed(joined[-1], mention, passage) if joined and not apart else None
        if merged is None:
            joined.append(mention)
        else:
            joined[-1] = merged
            if len(joined) > 1 and (both := _timed(joined[-2], merged, passage)) is not None:
                joined[-2:] = [both]
    return joined


def _are_pair(one: Mention, two: Mention, passage: Passage) -> bool:
    """Whether two days are the ends of a range."""
    if not names_day(fields_of(one)) or not names_day(fields_of(two)):
        return False
    opener = passage.locale.glue.ranges.get(gap_between(one, two, passage) or " ")
    if opener is None:
        return False
    return not opener or passage.follows(passage.spanned(one)[0], opener)


def _timed(left: Mention, right: Mention, passage: Passage) -> Mention | None:
    gap = gap_between(left, right, passage)
    if gap is None or gap not in passage.locale.glue.time or _new_line(left, right, passage):
        return None
    for day, time in ((left, right), (right, left)):
        date, told = fields_of(day), fields_of(time)
        if told["kind"] not in {"part", "clock"} or told.get("overnight"):
            continue
        fields = None
        if names_day(date):
            fields = _of_day(date, told, close=not gap)
        elif date["kind"] == "clock" and told["kind"] == "part" and day is left:
            fields = _in_part(date, told["part"])
        if fields is None:
            continue
        said = replace(
            day.expression,
            type=TimexType.TIME,
            value=f"{day.expression.value}+{time.expression.value}",
            mod=day.expression.mod or time.expression.mod,
            fields=tuple(fields.items()),
        )
        start, end = passage.spanned(left)[0], passage.spanned(right)[1]
        return passage.mention(start, end, f"{day.rule}+{time.rule}", said)
    return None


def _of_day(date: dict[str, str], told: dict[str, str], *, close: bool) -> dict[str, str] | None:
    """A day's fields with a time's; None where the two are no one time."""
    if told["kind"] == "part":
        if "hour" in date:
            return _in_part(date, told["part"])
        if "part" in date:  # the early hours of Thursday | morning
            return date if close else None
    elif "hour" in date:
        return None
    extra = {key: text for key, text in told.items() if key not in _NOT_KEPT}
    if "part" in date and "hour" in extra:  # 8:40 in | the morning of 10 June
        extra = _in_part(extra, date["part"])
        date = {key: text for key, text in date.items() if key != "part"}
    return {**date, **extra}


def _in_part(fields: dict[str, str], part: str) -> dict[str, str]:
    """A time's fields, its hour by the part of the day that is told with it."""
    if "twelve" in fields:
        return fields if "part" in fields else {**fields, "part": part}
    hour = int(fields["hour"])
    first = {"AF": 0, "EV": 0, "NI": 6}.get(part, 12)
    if first <= hour < 12:
        hour += 12
    elif part in {"MO", "NI"} and hour == 12:
        hour = 0
    return {**fields, "hour": str(hour)}


def _new_line(left: Mention, right: Mention, passage: Passage) -> bool:
    """Whether the right one opens a line, and a sentence: "Updated 5 p.m.", "Early Friday …"."""
    start, end = passage.spanned(left)[1], passage.spanned(right)[1]
    line = passage.low.find("\n", start, end)
    words = passage.text[line:end].split() if line >= 0 else []
    if not words or not words[0][0].isupper():
        return False
    word = words[0].rstrip(".,").lower()
    return not any(word in passage.locale.lexicon.get(table, {}) for table in _TABLES)
