"""How a line names days: the words of a language for intervals, and the units it names."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol

from briefgen.model import Grain, Interval, Relation, from_edtf, to_edtf
from briefgen.temporal.thirds import third_beside

__all__ = ["Calendar", "Edit", "Label", "named_unit", "one_day", "whole_days"]


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


def named_unit(interval: Interval, relation: Relation) -> Interval:
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


def one_day(interval: Interval) -> Interval:
    """The day of a clock time or a part of a day: where it starts, or falls due."""
    side = interval.start
    if side is None:
        assert interval.end is not None
        side = interval.end - timedelta(microseconds=1)
    assert side.tzinfo is not None
    return from_edtf(side.date().isoformat(), side.tzinfo)


def whole_days(interval: Interval) -> Interval:
    """Of a part of a day or a clock time, its days: its own words stand before the bracket."""
    side = interval.start or interval.end
    if interval.grain > Grain.PART or side is None or side.tzinfo is None:
        return interval
    whole = replace(interval, grain=Grain.PART)
    return from_edtf(to_edtf(whole), side.tzinfo)
