"""What an expression resolves to, and the ground it was counted from."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone, tzinfo
from typing import Protocol
from zoneinfo import ZoneInfo

from briefgen.model import Anchor, Grain, Interval, TimexType, civil_day
from briefgen.temporal.direction import Direction
from briefgen.temporal.explain import interval_words
from briefgen.temporal.parts import EDGE_HOURS, PARTS
from briefgen.temporal.thirds import third

__all__ = [
    "AMBIGUOUS",
    "LOCAL",
    "Around",
    "Ground",
    "Outcome",
    "clocked",
    "halved",
    "modded",
    "unresolved",
    "with_part",
    "zone_of",
    "zone_untold",
]

LOCAL = "local"
"""What a lexicon of zones gives for the time of the place."""
AMBIGUOUS = "?"
"""What it gives for an abbreviation of several zones."""


class Around(Protocol):
    """What the text around an expression tells; looked for only when it is asked for."""

    @property
    def direction(self) -> Direction:
        """Past or future, by the verbs of its sentence."""

    @property
    def narrative(self) -> Interval | None:
        """The last date told before, where there is one."""

    @property
    def quarter(self) -> Interval | None:
        """The quarter that results were last told for; a year before is the same one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What one expression may be counted from."""

    zone: tzinfo
    day: date | None
    """The anchor's day; None: nothing to count from."""
    moment: datetime | None = None
    """The anchor's moment, where it is told to the minute."""
    anchor: Anchor
    whence: str
    """Where that day comes from, in words: "the article's date, Thu 18 Jul 2024 (sidecar)"."""
    around: Around
    uncertain: bool = False
    """The anchor itself is not sure."""
    near_day: date | None = None
    """The day told in the same sentence, for times of day."""
    near_text: str = ""
    of_days: bool = True
    """The document tells days, not only years: its "today" is the day on which it was written."""
    history: bool = False
    """The document tells history: what it dates counts from its own last date."""

    @property
    def direction(self) -> Direction:
        """Past or future, by the verbs of its sentence."""
        return self.around.direction

    @property
    def narrative(self) -> Interval | None:
        """The last date told before, where there is one."""
        return self.around.narrative

    @property
    def quarter(self) -> Interval | None:
        """The quarter that results were last told for; a year before is the same one."""
        return self.around.quarter

    @property
    def narrative_value(self) -> str:
        """The last date told before, in words."""
        return "" if self.narrative is None else interval_words(self.narrative)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One resolution."""

    interval: Interval | None
    value: str
    anchor: Anchor
    reason: str
    """In plain words, without the full stop."""
    cues: tuple[str, ...] = ()
    type: TimexType | None = None
    """Where the words turned out to tell something else than they seemed to."""


def unresolved(value: str, reason: str) -> Outcome:
    """No place on the time line."""
    return Outcome(interval=None, value=value, anchor=Anchor.NONE, reason=reason)


def with_part(day: date, part: str, zone: tzinfo) -> Interval:
    """A part of a day; hours past 24 stand on the next."""
    first, last = PARTS[part]
    return Interval(start=_at(day, first, zone), end=_at(day, last, zone), grain=Grain.PART)


def clocked(day: date, fields: dict[str, str], zone: tzinfo) -> Interval:
    """A clock time on a day, in the zone that it names, else in the given one.

    Its day where the zone that it names is not known: "local time" where no place is, "IST".
    """
    if zone_untold(fields, zone):
        return civil_day(day, zone)
    offset = fields.get("offset")
    told = zone
    if offset not in {None, LOCAL}:
        told = zone_of(offset or "0")
    hour, minute = int(fields["hour"]), int(fields.get("minute", "0"))
    second = int(fields.get("second", "0"))
    start = _at(day, hour, told) + timedelta(minutes=minute, seconds=second)
    grain = Grain.HOUR
    if "minute" in fields:
        grain = Grain.SECOND if "second" in fields else Grain.MINUTE
    length = {Grain.HOUR: 3600, Grain.MINUTE: 60, Grain.SECOND: 1}[grain]
    start = start.astimezone(zone)
    return Interval(start=start, end=start + timedelta(seconds=length), grain=grain)


def zone_of(offset: str) -> tzinfo:
    """The zone of a lexicon's entry: minutes ahead of UTC, or an IANA name."""
    return ZoneInfo(offset) if "/" in offset else timezone(timedelta(minutes=int(offset)))


def zone_untold(fields: Mapping[str, str], zone: tzinfo) -> str | None:
    """Why a clock's zone is not known, in words; None where it is.

    Local time is that of the project's zone, which must be a place's: UTC is nobody's clock.
    """
    offset = fields.get("offset")
    if offset == AMBIGUOUS:
        return "several zones have the clock's abbreviation, so its day alone is told"
    if offset == LOCAL and zone.utcoffset(None) is not None:
        return "the clock's local zone is not known, so its day alone is told"
    return None


def halved(fields: dict[str, str]) -> dict[str, str]:
    """Fields whose time of twelve hours is one of twenty-four by the part of the day told.

    Without a part, or in a night, which has both, the hour goes.
    """
    if "twelve" not in fields:
        return fields
    part = fields.get("part")
    told = {key: text for key, text in fields.items() if key not in {"twelve", "part"}}
    hour = int(told["hour"]) % 12
    if part in {"AF", "EV"} or (part == "MI" and hour < 11):
        return {**told, "hour": str(hour + 12)}
    if part in {"MO", "MI"}:
        return {**told, "hour": str(hour)}
    left = {key: text for key, text in told.items() if key not in {"hour", "minute"}}
    return left if part is None else {**left, "part": part}


def modded(interval: Interval, mod: str | None) -> Interval:
    """Early, mid or late of it; the other mods only make it approximate."""
    if mod is None or interval.start is None or interval.end is None:
        return interval
    if mod not in {"START", "MID", "END"}:
        return replace(interval, approximate=True)
    if interval.grain is Grain.DAY and mod in EDGE_HOURS:
        zone = interval.start.tzinfo
        assert zone is not None
        first, last = EDGE_HOURS[mod]
        day = interval.start.date()
        return replace(
            interval,
            start=_at(day, first, zone),
            end=_at(day, last, zone),
            grain=Grain.PART,
            approximate=True,
        )
    ends = third(interval.start, interval.grain, mod)
    if ends is None:
        return replace(interval, approximate=True)
    return replace(interval, start=ends[0], end=ends[1], approximate=True)


def _at(day: date, hour: int, zone: tzinfo) -> datetime:
    days, hours = divmod(hour, 24)
    return datetime(day.year, day.month, day.day, hours, tzinfo=zone) + timedelta(days=days)
