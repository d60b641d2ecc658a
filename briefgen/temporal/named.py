"""Named dates → days: what is told is kept, what is missing comes from the ground.

A date that lacks its year (or a weekday its week) *recurs*; of its occurrences the one is taken
that the direction points to: the latest that has begun by the anchor's day for the past, the
earliest that is not over for the future. The anchor's own day counts for both.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from briefgen.model import Anchor, Grain
from briefgen.temporal.heard import Sense
from briefgen.temporal.holidays import holiday
from briefgen.temporal.outcome import Ground
from briefgen.temporal.units import floor, moved

__all__ = ["Named", "named"]

SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
FAR, NEAR_BY = 290, 75
"""Days: a date without its year is rarely the one so far away, when the other is so near."""
_SEASON = 100
"""Days: a longer stretch tells a year rather than a place in it."""
_ONE_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)
_Days = tuple[date, date, Grain]
"""First day, the day after the last, and the grain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Days that were named, and how the missing was filled."""

    start: date
    end: date
    """The day after the last."""
    grain: Grain
    anchor: Anchor
    reason: str
    cues: tuple[str, ...] = ()
    uncertain: bool = False


def named(fields: dict[str, str], ground: Ground) -> Named | str:
    """The days that calendar fields name; or why there are none."""
    try:
        return _placed(_whole(fields, ground), fields)
    except (OverflowError, ValueError):
        return "there is no such date"


def _placed(days: Named | str, fields: dict[str, str]) -> Named | str:
    """Days as they are meant: "Monday week" is a week beyond, a week may end with them."""
    if isinstance(days, str):
        return days
    if "beyond" in fields:
        far = timedelta(days=int(fields["beyond"]))
        reason = f"{days.reason}, and a week on"
        days = replace(days, start=days.start + far, end=days.end + far, reason=reason)
    if fields.get("week") == "end" and days.grain is Grain.DAY:
        reason = f"{days.reason}; the seven days that end with it"
        days = replace(days, start=days.end - _WEEK, grain=Grain.WEEK, reason=reason)
    return days


def _whole(fields: dict[str, str], ground: Ground) -> Named | str:
    if any(name in fields for name in ("y", "decade", "century")):
        return _told(fields)
    if fields.get("base") == "text":
        return _from_story(fields, ground)
    if ground.day is None:
        return "the document has no date to count from"
    if "yshift" in fields or "wshift" in fields:
        return _in_told_unit(fields, ground)
    return _recurring(fields, ground)


def _from_story(fields: dict[str, str], ground: Ground) -> Named | str:
    """July of that year; the following Tuesday: counted from the last date told."""
    told = ground.narrative
    if told is None or told.start is None:
        return "the text tells no date before it to count from"
    own = {key: text for key, text in fields.items() if key != "base"}
    if own.get("which") == "0":
        own["wshift" if "wd" in own else "yshift"] = "0"
    story = replace(
        ground,
        day=told.start.date(),
        anchor=Anchor.NARRATIVE,
        whence=f"the last date told before it, {ground.narrative_value}",
        uncertain=False,
        history=False,
    )
    return _whole(own, story)


def _told(fields: dict[str, str]) -> Named | str:
    """A date whose words name the year, the decade or the century."""
    if "y" not in fields:
        decade = "decade" in fields
        year = int(fields["decade"]) if decade else (int(fields["century"]) - 1) * 100 or 1
        start = date(year, 1, 1)
        grain = Grain.DECADE if decade else Grain.CENTURY
        return _absolute(start, moved(start, "DE" if decade else "CE", 1), grain)
    days = _in_year(fields, int(fields["y"]))
    if days is None:
        return "there is no such date"
    wrong = "wd" in fields and days[0].isoweekday() != int(fields["wd"])
    reason = "the words name the date"
    if wrong:
        reason += ", but not its day of the week"
    return _absolute(*days, uncertain=wrong, reason=reason)


def _absolute(
    start: date,
    end: date,
    grain: Grain,
    *,
    uncertain: bool = False,
    reason: str = "the words name the date",
) -> Named:
    return Named(
        start=start,
        end=end,
        grain=grain,
        anchor=Anchor.ABSOLUTE,
        reason=reason,
        uncertain=uncertain,
    )


def _in_told_unit(fields: dict[str, str], ground: Ground) -> Named | str:
    """January this year; Tuesday of last week."""
    day = ground.day
    assert day is not None
    if "yshift" in fields:
        year = day.year + int(fields["yshift"])
        if "elapsed" in fields and fields["season"] == "WI" and day.month < 3:
            year -= 1  # the winter of January began the year before
        days = _in_year(fields, year)
        if days is None:
            return "there is no such date"
    else:
        monday = floor(day, "W") + timedelta(weeks=int(fields["wshift"]))
        first = monday + timedelta(days=int(fields["wd"]) - 1)
        days = (first, first + _ONE_DAY, Grain.DAY)
    return Named(
        start=days[0],
        end=days[1],
        grain=days[2],
        anchor=ground.anchor,
        reason=f"counted from {ground.whence}",
        uncertain=ground.uncertain,
    )


def _in_year(fields: dict[str, str], year: int) -> _Days | None:
    """What the fields name within a year; None for 29 February of a common one."""
    if "holiday" in fields or ("d" in fields and "m" in fields):
        return _day_in_year(fields, year)
    return _unit_in_year(fields, year)


def _day_in_year(fields: dict[str, str], year: int) -> _Days | None:
    """A holiday, a day of a month, or the week that holds it."""
    if "holiday" in fields:
        day = holiday(fields["holiday"], year)
        return None if day is None else (day, day + _ONE_DAY, Grain.DAY)
    try:
        day = date(year, int(fields["m"]), int(fields["d"]))
    except ValueError:
        return None
    if fields.get("week") == "1":
        monday = floor(day, "W")
        return monday, monday + timedelta(weeks=1), Grain.WEEK
    return day, day + _ONE_DAY, Grain.DAY


def _unit_in_year(fields: dict[str, str], year: int) -> _Days:
    """A month, season, quarter or half of a year, or the year."""
    if "m" in fields:
        start = date(year, int(fields["m"]), 1)
        return start, moved(start, "M", 1), Grain.MONTH
    if "season" in fields:
        start = date(year, SEASON_MONTH[fields["season"]], 1)
        return start, moved(start, "Q", 1), Grain.SEASON
    if "quarter" in fields:
        start = date(year, 3 * int(fields["quarter"]) - 2, 1)
        return start, moved(start, "Q", 1), Grain.QUARTER
    if "half" in fields:
        start = date(year, 6 * int(fields["half"]) - 5, 1)
        return start, moved(start, "HY", 1), Grain.HALF
    start = date(year, 1, 1)
    return start, moved(start, "Y", 1), Grain.YEAR


def _recurring(fields: dict[str, str], ground: Ground) -> Named | str:
    """The occurrence that the direction, or last, this, next, points to."""
    day = ground.day
    assert day is not None
    occurrences = _occurrences(tuple(fields.items()), day)
    if not occurrences:
        return "nothing in it tells a date"
    which = fields.get("which")
    cues: tuple[str, ...] = ()
    uncertain = ground.uncertain
    year = _narrative_year(fields, ground)
    if year is not None:
        days = _in_year(fields, year)
        if days is not None:
            return Named(
                start=days[0],
                end=days[1],
                grain=days[2],
                anchor=Anchor.NARRATIVE,
                reason=f"in the year last told in the text, {year}",
            )
    if which == "-1":
        picked = [o for o in occurrences if o[1] <= day or (o[0] < day and _long(o))][-1:]
        picked = [o for o in occurrences if o[1] <= day][-1:] or picked
        how = "the one before it"
    elif which == "1":
        picked, how = [o for o in occurrences if o[0] > day][:1], "the next one after it"
    else:
        sense = ground.direction.sense
        cues = ground.direction.cues
        uncertain = uncertain or (ground.direction.conflict and which is None)
        if which == "0":
            sense, cues = _this(occurrences, ground), ()
        if "quarter" in fields and (not ground.direction.strong or _just_over(occurrences, day)):
            sense = Sense.PAST  # results are reported of quarters that have been
        past = [o for o in occurrences if o[0] <= day][-1:]
        ahead = [o for o in occurrences if o[1] > day][:1]
        picked = past if sense is Sense.PAST else ahead
        how = _how(ground, sense, which)
        uncertain = uncertain and (past != ahead or ground.uncertain)
        nearer = _much_nearer(picked, ahead if sense is Sense.PAST else past, day)
        firm = ground.direction.strong and (sense is Sense.FUTURE or "d" not in fields)
        if nearer and which is None and not firm:
            uncertain = uncertain or ground.direction.strong
            picked, how = nearer, "the one nearest to it, for the other lies most of a year away"
    if not picked:
        return "there is no such date"
    start, end, grain = picked[0]
    return Named(
        start=start,
        end=end,
        grain=grain,
        anchor=ground.anchor,
        reason=f"counted from {ground.whence}; {how}",
        cues=cues,
        uncertain=uncertain,
    )


def _just_over(occurrences: tuple[_Days, ...], day: date) -> bool:
    """Whether the last one ended so lately that the next one is most of a year away."""
    over = [o for o in occurrences if o[1] <= day][-1:]
    running = any(o[0] <= day < o[1] for o in occurrences)
    return bool(over) and not running and (day - over[0][1]).days < NEAR_BY


def _much_nearer(picked: list[_Days], other: list[_Days], day: date) -> list[_Days]:
    """The other occurrence, where the picked one lies most of a year away and it does not."""
    if not picked or not other:
        return []
    far = abs((picked[0][0] - day).days) > FAR
    return other if far and abs((other[0][0] - day).days) < NEAR_BY else []


def _long(occurrence: _Days) -> bool:
    return occurrence[2] is not Grain.DAY


def _this(occurrences: tuple[_Days, ...], ground: Ground) -> Sense:
    """What "this" points to: ahead, unless it has begun or is told as past."""
    day = ground.day
    assert day is not None
    if ground.direction.sense is Sense.FUTURE or not ground.direction.cues:
        return Sense.FUTURE
    past = [o for o in occurrences if o[0] <= day]
    same = past and (past[-1][0].year == day.year or past[-1][1] > day)
    return Sense.PAST if same else Sense.FUTURE


def _how(ground: Ground, sense: Sense, which: str | None) -> str:
    """The reason for a direction, in words."""
    side = "the latest one on or before it" if sense is Sense.PAST else "the first one from it on"
    if which == "0":
        return f"so {side}"
    direction = ground.direction
    if direction.word is None:
        return f"nothing points ahead, so {side}"
    kind = direction.cues[0].partition(":")[0]
    told = {
        "past": "is past",
        "future": "points ahead",
        "plan": "tells a plan",
        "stated": "is stated of it",
    }[kind]
    text = f"“{direction.word}” {told}, so {side}"
    return text + ", though other words point the other way" if direction.conflict else text


def _narrative_year(fields: dict[str, str], ground: Ground) -> int | None:
    """The year of the last date told, where a history leaves it out."""
    if (
        not ground.history
        or ground.narrative is None
        or ("m" not in fields and "season" not in fields)
    ):
        return None
    if fields.get("which") or ground.narrative.start is None:
        return None
    told = ground.narrative.start
    month = int(fields.get("m") or SEASON_MONTH[fields["season"]])
    length = ground.narrative.end and ground.narrative.end - told
    if ground.narrative.grain >= Grain.YEAR or (length and length.days > _SEASON):
        return told.year
    return told.year + (1 if told.month - month > 6 else -1 if month - told.month > 9 else 0)


@lru_cache(maxsize=4096)
def _occurrences(told: tuple[tuple[str, str], ...], day: date) -> tuple[_Days, ...]:
    """Occurrences around a day, in order: enough on either side to choose from.

    Remembered: a document says "Monday" more than once, and so do others of its day.
    """
    return tuple(_around(dict(told), day))


def _around(fields: dict[str, str], day: date) -> Iterator[_Days]:
    if "m" in fields or any(k in fields for k in ("holiday", "season", "quarter", "half")):
        reach = 9 if fields.get("m") == "2" and fields.get("d") == "29" else 3
        for year in range(max(1, day.year - reach), min(9998, day.year + reach) + 1):
            days = _in_year(fields, year)
            if days is not None:
                yield days
    elif "d" in fields:
        number = int(fields["d"])
        for shift in range(-3, 4):
            month = moved(day.replace(day=1), "M", shift)
            start = month + timedelta(days=number - 1)
            if start.month == month.month and _weekday_fits(fields, start):
                yield start, start + _ONE_DAY, Grain.DAY
    elif "wd" in fields:
        length = 2 if fields["wd"] == "WE" else 1
        first = 6 if length == 2 else int(fields["wd"])
        monday = floor(day, "W")
        for week in range(-2, 3):
            start = monday + timedelta(weeks=week, days=first - 1)
            yield start, start + timedelta(days=length), Grain.WEEK if length == 2 else Grain.DAY


def _weekday_fits(fields: dict[str, str], day: date) -> bool:
    return "wd" not in fields or day.isoweekday() == int(fields["wd"])
